# SPDX-License-Identifier: EUPL-1.2
"""``relay station``: a mediator's work on films, and the desk served from this installation."""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final, Self, TypeVar

import click

from relay.assembly.running import until_asked_to_stop
from relay.cli.entry import Here
from relay.errors import ToolMissingError, WrongShapeError
from relay.station.client import Client
from relay.station.desk import desk_open
from relay.station.keyring import Keyring
from relay.station.media.film import Region, Span
from relay.station.media.wanted import CLASSES, Kind, Wanted
from relay.station.signing_in import sign_in
from relay.station.standing import Believed, fetch_standing

_SPAN: Final = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)-(\d{1,5}(?:\.\d{1,3})?)")
_REGION: Final = re.compile(r"(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})(?:@(.+))?")
_STEPS: Final = 1_000
F = TypeVar("F", bound=Callable[..., Any])


@click.command()
@click.option("--url", envvar="RELAY_URL", required=True, help="The relay's address.")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="0 lets the system choose.")
@click.option("--open", "opens", is_flag=True, help="Open it in this machine's browser.")
@click.pass_obj
def desk(here: Here, url: str, port: int, opens: bool) -> None:
    """Serve the desk's pages from this installation, on this machine only; Ctrl-C stops it."""
    asyncio.run(_serve_desk(here, url, port=port, opens=opens))


async def _serve_desk(here: Here, url: str, *, port: int, opens: bool) -> None:
    async with desk_open(url, port=port) as served:
        here.say("station-desk", address=served.address, relay=served.relay)
        if opens:
            click.launch(served.address)
        await until_asked_to_stop()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Whose desk this is, and at which relay; ``words`` open it."""

    url: str
    account: str
    fingerprint: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A mediator who has sat down: signed in, with their keys and what they believe."""

    client: Client
    keyring: Keyring
    believed: Believed


def seat_options(command: F) -> F:
    """Add ``--url``, ``--account`` and ``--root``."""
    for option in (
        click.option("--root", envvar="RELAY_ROOT", required=True, help="The programme's fingerprint."),
        click.option(
            "--account", envvar="RELAY_ACCOUNT", required=True, help="Your account, eight characters."
        ),
        click.option("--url", envvar="RELAY_URL", required=True, help="The relay's address."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("message")
@click.option(
    "--kind", type=click.Choice(tuple(CLASSES)), default="watchable", show_default=True, help="What is made."
)
@click.option("--span", "spans", multiple=True, metavar="A-B", help="For cut and mute: seconds from A to B.")
@click.option(
    "--region",
    "regions",
    multiple=True,
    metavar="X,Y,W,H[@A-B]",
    help="For blur: a rectangle in pixels, and from when to when; without one, the whole picture.",
)
@click.option("--note", default="", help="What the reader should know first.")
@seat_options
@click.pass_obj
def rendition(
    here: Here,
    message: str,
    kind: Kind,
    spans: tuple[str, ...],
    regions: tuple[str, ...],
    note: str,
    url: str,
    account: str,
    root: str,
) -> None:
    """Make a film that plays everywhere, a shorter one, or a picture; seal it and hand it in."""
    _extra().open_bench()  # refuse before anything is asked or fetched
    wanted = Wanted(kind=kind, spans=tuple(map(_span, spans)), regions=tuple(map(_region, regions)))
    seat = Seat(url=url.rstrip("/"), account=account, fingerprint=root, words=_words(here))

    async def act(seated: Seated) -> None:
        await _render(here, seated, message, wanted=wanted, note=note)

    asyncio.run(_sit_down(seat, act))


async def _sit_down(seat: Seat, act: Callable[[Seated], Awaitable[None]]) -> None:
    async with Client(seat.url) as client:
        keyring = await sign_in(
            client,
            seat.account,
            seat.words,
            slot="passphrase",
            origin=seat.url,
            fingerprint=seat.fingerprint,
        )
        believed = await fetch_standing(client, fingerprint=seat.fingerprint)
        await act(Seated(client=client, keyring=keyring, believed=believed))


async def _render(here: Here, seated: Seated, message: str, *, wanted: Wanted, note: str) -> None:
    extra = _extra()
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


def _words(here: Here) -> str:
    return os.environ.get("RELAY_WORDS") or str(
        click.prompt(here.words.say("station-words"), hide_input=True, err=True)
    )


def _extra() -> ModuleType:
    """Return the work on films, whose packages come with the ``station`` extra.

    Raises:
        ToolMissingError: they are not installed.
    """
    try:
        from relay.station.media import renditions  # noqa: PLC0415
    except ImportError as missing:
        raise ToolMissingError("the station extra is not installed") from missing
    return renditions


def _span(said: str) -> Span:
    found = _SPAN.fullmatch(said)
    if found is None:
        raise WrongShapeError(f"{said!r} is not of the form 12.5-20")
    return Span(start_ms=_ms(found[1]), end_ms=_ms(found[2]))


def _region(said: str) -> Region:
    found = _REGION.fullmatch(said)
    if found is None:
        raise WrongShapeError(f"{said!r} is not of the form 10,20,200,100 or 10,20,200,100@12.5-20")
    x, y, width, height = map(int, found.groups()[:4])
    return Region(x=x, y=y, width=width, height=height, span=_span(found[5]) if found[5] else None)


def _ms(seconds: str) -> int:
    return round(float(seconds) * 1_000)
