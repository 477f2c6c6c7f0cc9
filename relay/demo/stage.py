# SPDX-License-Identifier: EUPL-1.2
"""The demonstration from an empty or a kept folder until Ctrl-C: one process, loopback only."""

import asyncio
import errno
import os
import shutil
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from relay.app import find_app
from relay.assembly.founding import draw_programme, found
from relay.assembly.own import FILE, Own, read_own, write_own
from relay.assembly.ports import Ports, open_ports
from relay.assembly.running import Running, running
from relay.config import Config, ConfigWrongError, Limits
from relay.demo.addresses import LOOPBACK, Addresses
from relay.demo.cast import FILE as CAST_FILE
from relay.demo.cast import Cast, read_cast, write_cast
from relay.demo.letters import tell_story
from relay.demo.links import Link, fresh_links, ticket_address
from relay.demo.office import OfficeWay, open_office_way
from relay.demo.seeding import gather
from relay.demo.staff import renew_if_due, serve_for_ever, spare_ticket
from relay.server.listen import open_socket
from relay.storage.disk import make_folder

USUAL_PORT: Final = 8470
_LOG_FILE: Final = "relay.log"
_PAGE: Final = {
    "phone": "1-800-555-0142",  # numbers nobody has
    "mediator-phone": "613-555-0117",
    "stations-en": "this computer, once “relay station desk” runs on it",
    "stations-fr": "cet ordinateur, dès que « relay station desk » y tourne",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is printed once everything answers."""

    links: tuple[Link, ...]
    ticket: str  # the newcomer's code
    ticket_address: str
    office: OfficeWay
    fingerprint: str  # of the programme's root, which a station is told
    lacking: tuple[str, ...]


@asynccontextmanager
async def performed(
    folder: Path,
    *,
    port: int | None,
    fresh: bool,
    undo_seconds: int,
    on_founding: Callable[[], None],
) -> AsyncGenerator[Shown]:
    """Run the demonstration for as long as the block lasts.

    Args:
        folder: what it keeps; made if need be.
        port: None takes the usual one, or any other where that is taken.
        fresh: forget what was kept.
        undo_seconds: how long an approval may be taken back.
        on_founding: called when the case has to be made first.

    Raises:
        ConfigWrongError: ``folder`` holds something that is not a demonstration's.
    """
    _clear(folder, fresh=fresh)
    bound = _bind(port)
    addresses = Addresses(int(bound.getsockname()[1]))
    config = _config(folder, addresses, undo_seconds=undo_seconds)
    make_folder(folder)
    with _open_log(folder) as sink:
        async with open_ports(config) as ports:
            own, cast = read_own(folder), read_cast(folder)
            if own is None or cast is None:
                on_founding()
                own, cast = await _founded(folder, addresses, ports, on=bound.dup(), sink=sink)
            async with (
                running(config, ports, own, demo=True, on=bound, sink=sink) as relay,
                _opened(folder, addresses, relay, cast) as shown,
            ):
                yield shown


async def _founded(
    folder: Path, addresses: Addresses, ports: Ports, *, on: socket.socket, sink: TextIO
) -> tuple[Own, Cast]:
    """Found the programme and tell its story at a relay that lets nobody wait."""
    founded = draw_programme()
    await found(ports, founded)
    config = _config(folder, addresses, undo_seconds=0)
    async with running(config, ports, founded.own, demo=True, on=on, sink=sink):
        cast = await gather(addresses, founded)
        await tell_story(addresses, cast)
    write_cast(folder, cast)
    write_own(folder, founded.own)
    return founded.own, cast


@asynccontextmanager
async def _opened(folder: Path, addresses: Addresses, relay: Running, cast: Cast) -> AsyncGenerator[Shown]:
    ledger = relay.parts.ledger
    await renew_if_due(addresses, cast)
    cast = await spare_ticket(addresses, ledger, cast)
    write_cast(folder, cast)
    links = await fresh_links(ledger, cast, addresses)
    staff = asyncio.create_task(
        serve_for_ever(addresses, ledger, cast, keep=lambda after: write_cast(folder, after)), name="staff"
    )
    try:
        yield Shown(
            links=links,
            ticket=cast.tickets[-1],
            ticket_address=ticket_address(cast, cast.tickets[-1], addresses),
            office=open_office_way(folder, cast, addresses),
            fingerprint=cast.fingerprint,
            lacking=_lacking(),
        )
    finally:
        staff.cancel()
        with suppress(asyncio.CancelledError):
            await staff


def _open_log(folder: Path) -> TextIO:
    return open(folder / _LOG_FILE, "a", encoding="utf-8", buffering=1, opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CLOEXEC, 0o600)


def _config(folder: Path, addresses: Addresses, *, undo_seconds: int) -> Config:
    return Config(
        folder=folder,
        host=LOOPBACK,
        port=addresses.port,
        origins=addresses.origins(),
        allow_cow=True,
        limits=Limits(undo_seconds=undo_seconds),
        retention=("demonstration",),
        page=_PAGE,
    )


def _lacking() -> tuple[str, ...]:
    lacking = [] if find_app() else ["web"]
    return tuple(lacking if shutil.which("ffmpeg") else [*lacking, "video"])


def _bind(port: int | None) -> socket.socket:
    try:
        return open_socket(LOOPBACK, USUAL_PORT if port is None else port)
    except OSError as taken:
        if port is not None or taken.errno != errno.EADDRINUSE:
            raise
        return open_socket(LOOPBACK, 0)


def _clear(folder: Path, *, fresh: bool) -> None:
    """Remove an unfinished or unwanted demonstration; never a folder of anybody else's."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    finished = all((folder / name).is_file() for name in (FILE, CAST_FILE))
    if finished and not fresh:
        return
    if not any((folder / name).exists() for name in (CAST_FILE, _LOG_FILE)):
        raise ConfigWrongError(f"{folder} holds something that is not a demonstration; it is left alone")
    shutil.rmtree(folder)
