# SPDX-License-Identifier: EUPL-1.2
"""``relay station``: a mediator's work on films, and the desk served from this installation."""

import asyncio
import sys
from contextlib import AsyncExitStack
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Self

import click

from relay.assembly.running import until_asked_to_stop
from relay.cli.entry import IDS, Here
from relay.cli.seat import Seated, open_vault, sit_down, url_option, vault_option
from relay.config import ConfigWrongError
from relay.station.desk import desk_open
from relay.station.keyring import Keyring
from relay.station.media.wanted import CLASSES, Kind, Wanted
from relay.station.media.written import read_region, read_span

_STEPS: Final = 1_000
_MEDIA: Final = "media.renditions"


@click.command()
@url_option
@vault_option
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="0 lets the system choose.")
@click.option("--open", "opens", is_flag=True, help="Open it in this machine's browser.")
@click.pass_obj
def desk(here: Here, url: str, vault: Path | None, port: int, opens: bool) -> None:
    """Serve the desk's pages from this installation, on this machine only; Ctrl-C stops it.

    With a vault its pages can have films worked on here.
    """
    keyring = None if vault is None else open_vault(here, vault).keyring
    asyncio.run(_serve_desk(here, url, keyring, port=port, opens=opens))


async def _serve_desk(here: Here, url: str, keyring: Keyring | None, *, port: int, opens: bool) -> None:
    async with AsyncExitStack() as open_rooms:
        station = None
        if keyring is not None:
            workshop = _extra(here, "workshop")
            station = await open_rooms.enter_async_context(workshop.workshop_open(url, keyring))
        served = await open_rooms.enter_async_context(desk_open(url, port=port, station=station))
        here.say("station-desk", address=served.address, relay=served.relay)
        if opens:
            click.launch(served.address)
        await until_asked_to_stop()


@click.command(context_settings=IDS)
@click.argument("message")
@click.option(
    "--kind", type=click.Choice(tuple(CLASSES)), default="watchable", show_default=True, help="What is made."
)
@click.option(
    "--span", "spans", multiple=True, metavar="A-B", help="For cut and mute: from A to B, as 0:05-0:12."
)
@click.option(
    "--region",
    "regions",
    multiple=True,
    metavar="X,Y,W,H[@A-B]",
    help="For blur: a rectangle in pixels or percent, and from when to when; without one, the whole picture.",
)
@click.option("--note", default="", help="What the reader should know first.")
@url_option
@vault_option
@click.pass_obj
def rendition(
    here: Here,
    message: str,
    kind: Kind,
    spans: tuple[str, ...],
    regions: tuple[str, ...],
    note: str,
    url: str,
    vault: Path | None,
) -> None:
    """Make a film that plays everywhere, a shorter one, or a picture; seal it and hand it in."""
    _extra(here, _MEDIA).open_bench()  # refuse before anything is asked or fetched
    wanted = Wanted(kind=kind, spans=tuple(map(read_span, spans)), regions=tuple(map(read_region, regions)))
    kept = open_vault(here, vault)

    async def act(seated: Seated) -> None:
        await _render(here, seated, message, wanted=wanted, note=note)

    asyncio.run(sit_down(url, kept, act))


async def _render(here: Here, seated: Seated, message: str, *, wanted: Wanted, note: str) -> None:
    extra = _extra(here, _MEDIA)
    worker = extra.Worker(
        client=seated.client, keyring=seated.keyring, believed=seated.believed, bench=extra.open_bench()
    )
    here.note("station-opening", message=message)
    with _Bars(here) as bars:
        asked = extra.Asked(message=message, wanted=wanted, note=note)
        view = await extra.make_and_give(worker, asked, watch=bars.follow)
    here.say(f"station-given-{view.kind}", message=view.message)


class _Bars:
    """A bar for each step of a piece of work, one after the other."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._bar: Any = None
        self._step = ""

    def __enter__(self) -> Self:
        """Draw nothing yet."""
        return self

    def __exit__(self, *ended: object) -> None:
        """Leave the last bar as it is, full only when the work is done."""
        if self._bar is not None:
            if ended[0] is None:
                self._fill()
            self._bar.render_finish()

    def follow(self, at: Any) -> None:
        """Draw where the work is: a bar of its own for each step."""
        if at.step != self._step:
            if self._bar is not None:
                self._fill()
                self._bar.render_finish()
            self._step = at.step
            label = self._here.words.say(f"station-{at.step}")
            self._bar = click.progressbar(length=_STEPS, label=label, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(max(0, int(at.share * _STEPS) - self._bar.pos))

    def _fill(self) -> None:
        self._bar.update(_STEPS - self._bar.pos)


def _extra(here: Here, module: str) -> ModuleType:
    """Return a module of the work on films, whose packages come with the ``station`` extra.

    Raises:
        ConfigWrongError: they are not installed.
    """
    try:
        return import_module(f"relay.station.{module}")
    except ImportError as missing:
        raise ConfigWrongError(here.words.say("station-extra-missing")) from missing
