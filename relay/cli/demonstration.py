# SPDX-License-Identifier: EUPL-1.2
"""``relay demo``: an invented case on this machine, and a link for each role, in both languages."""

import asyncio
import time
from pathlib import Path
from typing import Final

import click

from relay.assembly.running import until_asked_to_stop
from relay.cli.entry import Here
from relay.cli.words import Words, words_in
from relay.crypto.codes import group_code
from relay.demo.office import OfficeWay
from relay.demo.stage import Shown, performed

_INDENT: Final = "    "


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), help="8470, or any free one where that is taken.")
@click.option("--fresh", is_flag=True, help="Forget what happened and start from the beginning.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".demo"),
    show_default=True,
    help="What the demonstration keeps.",
)
@click.option(
    "--undo-seconds",
    type=click.IntRange(0, 86_400),
    default=60,
    show_default=True,
    help="How long an approval may be taken back; on a real relay, ten minutes.",
)
@click.pass_obj
def demo(here: Here, port: int | None, folder: Path, fresh: bool, undo_seconds: int) -> None:
    """Start the demonstration; Ctrl-C stops it."""
    asyncio.run(_demo(here, folder, port=port, fresh=fresh, undo_seconds=undo_seconds))


async def _demo(here: Here, folder: Path, *, port: int | None, fresh: bool, undo_seconds: int) -> None:
    """Perform until somebody asks for the end, be it while the case is still being prepared."""
    asked = asyncio.create_task(until_asked_to_stop())
    performing = asyncio.create_task(
        _perform(here, folder, port=port, fresh=fresh, undo_seconds=undo_seconds)
    )
    await asyncio.wait({asked, performing}, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    performing.cancel()
    ended = await asyncio.gather(asked, performing, return_exceptions=True)
    for one in ended:
        if isinstance(one, Exception):
            raise one
    here.say("demo-stopped")


async def _perform(here: Here, folder: Path, *, port: int | None, fresh: bool, undo_seconds: int) -> None:
    started = time.monotonic()
    both = (words_in("en"), words_in("fr"))

    def on_founding() -> None:
        _say(both, "demo-founding")

    async with performed(
        folder, port=port, fresh=fresh, undo_seconds=undo_seconds, on_founding=on_founding
    ) as shown:
        _show(both, shown)
        _say(both, "demo-stop", folder=str(folder))
        click.echo(here.words.say("demo-ready", seconds=f"{time.monotonic() - started:.1f}"))
        await asyncio.Event().wait()


def _show(both: tuple[Words, ...], shown: Shown) -> None:
    click.echo()
    _say(both, "demo-title")
    for link in shown.links:
        click.echo(f"\n{_titles(both, link.part)}\n{_INDENT}{link.address}")
        for words in both:
            click.echo(_INDENT + words.say("demo-again", account=link.account, words=link.words))
    _show_office(both, shown.office)
    click.echo(f"\n{_titles(both, 'newcomer')}\n{_INDENT}{shown.ticket_address}")
    for words in both:
        click.echo(_INDENT + words.say("demo-ticket", code=group_code(shown.ticket)))
    click.echo()
    _say(both, "demo-fingerprint", fingerprint=shown.fingerprint)
    for what in shown.lacking:
        _say(both, f"demo-lacking-{what}")


def _show_office(both: tuple[Words, ...], office: OfficeWay) -> None:
    click.echo(f"\n{_titles(both, 'manager')}\n{_INDENT}{office.address}")
    for key, sealed in (("demo-key", office.manager), ("demo-key-second", office.second)):
        for words in both:
            click.echo(_INDENT + words.say(key, path=str(sealed.path), words=sealed.words))


def _titles(both: tuple[Words, ...], part: str) -> str:
    return " — ".join(words.say(f"demo-{part}") for words in both)


def _say(both: tuple[Words, ...], key: str, **facts: str | int) -> None:
    for words in both:
        click.echo(words.say(key, **facts))
