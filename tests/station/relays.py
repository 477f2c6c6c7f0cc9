# SPDX-License-Identifier: EUPL-1.2
"""A real relay on loopback over SQLite, files and a slot file, with people enrolled through its interface."""

import io
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from relay.assembly.founding import Founded, draw_programme, found
from relay.assembly.own import write_own
from relay.assembly.ports import open_ports
from relay.assembly.running import Running, running
from relay.config import Config, Limits
from relay.crypto.encoding import b64u
from relay.demo.addresses import LOOPBACK, Addresses
from relay.demo.casework import open_gates
from relay.demo.cast import PARTS, Cast
from relay.demo.hands import Hand, hand_of
from relay.demo.seeding import gather
from relay.server.listen import open_socket
from relay.station.writing import Letter, give, seal_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The relay, the folder it keeps everything in, and what it logged."""

    folder: Path
    addresses: Addresses
    relay: Running
    founded: Founded
    log: io.StringIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Three people at one case, each signed in."""

    house: House
    cast: Cast
    victim: Hand
    responsible: Hand
    mediator: Hand

    @property
    def id(self) -> str:
        """The case."""
        return self.cast.case


@asynccontextmanager
async def house(folder: Path, *, undo_seconds: int = 0) -> AsyncGenerator[House]:
    """Found a programme in ``folder`` and serve it."""
    bound = open_socket(LOOPBACK, 0)
    addresses = Addresses(int(bound.getsockname()[1]))
    limits = Limits(undo_seconds=undo_seconds)
    config = Config(folder=folder, origins=addresses.origins(), allow_cow=True, limits=limits)
    log = io.StringIO()
    async with open_ports(config) as ports:
        founded = draw_programme()
        await found(ports, founded)
        write_own(folder, founded.own)
        async with running(config, ports, founded.own, on=bound, sink=log) as relay:
            yield House(folder=folder, addresses=addresses, relay=relay, founded=founded, log=log)


@asynccontextmanager
async def case(folder: Path) -> AsyncGenerator[Case]:
    """Serve a programme with one case, sign its three people in, and open the gates between them."""
    async with house(folder) as served, AsyncExitStack() as stack:
        cast = await gather(served.addresses, served.founded)
        victim, responsible, mediator = [
            await stack.enter_async_context(hand_of(served.addresses, cast, part)) for part in PARTS
        ]
        await open_gates(cast.case, participants=(victim, responsible), mediator=mediator)
        yield Case(house=served, cast=cast, victim=victim, responsible=responsible, mediator=mediator)


async def write(author: Hand, reader: Hand, case_id: str, text: str, *, language: str = "fr") -> str:
    """Seal a letter and give it to the mediators; return the message's id."""
    letter = Letter(text=text, language=language, addressee=reader.keyring.person)
    sealed = seal_letter(author.keyring, author.believed, case_id, letter)
    await give(author.client, sealed)
    return sealed.message


def every_byte(served: House) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the server wrote: each file of its folder, and its log."""
    for path in sorted(served.folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(served.folder)), path.read_bytes()
    yield "log", served.log.getvalue().encode("utf-8")


def forms_of(secret: bytes) -> tuple[bytes, ...]:
    """Return a secret as it could stand in a file: raw, hexadecimal, or base64 at any of three places."""
    shifted = [b64u(bytes(shift) + secret)[-(-8 * shift // 6) : -2].encode("ascii") for shift in range(3)]
    return (secret, secret.hex().encode("ascii"), *shifted, *(_standard(one) for one in shifted))


def _standard(text: bytes) -> bytes:
    return text.replace(b"-", b"+").replace(b"_", b"/")
