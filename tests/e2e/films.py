# SPDX-License-Identifier: EUPL-1.2
"""Real films, made by ffmpeg, sealed like any message and given to the mediators."""

import secrets
import subprocess
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from relay.crypto import keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import statement_hash
from relay.demo.addresses import Addresses
from relay.demo.casework import agree, open_gates
from relay.demo.cast import PARTS, Cast, Part
from relay.demo.hands import Hand, hand_of
from relay.demo.links import fresh_links
from relay.demo.seeding import at_the_office, gather
from relay.protocol import wire
from relay.protocol.manifest import Manifest
from relay.protocol.sealing import Content, SealingKeys, Words, seal_message
from relay.station.calendar import today
from relay.station.keyring import to_wire
from relay.station.managing import change_policy
from relay.station.writing import seal_key
from tests.e2e.relays import Way
from tests.station.passing_on import make_ready, release_it
from tests.station.relays import House, house

NOTHING_YET: Final = b64u(bytes(32))
#: Bytes of sealed slices on this device.
KEPT: Final = """(async () => {
  const shelf = await (await navigator.storage.getDirectory()).getDirectoryHandle("slices", { create: true })
  let kept = 0
  for await (const handle of shelf.values()) kept += (await handle.getFile()).size
  return kept
})()"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cinema:
    """A relay with one case in which films may be sent, everybody's hands, and ways in for browsers."""

    house: House
    case: str
    author: Hand
    reader: Hand
    mediator: Hand
    cast: Cast
    addresses: Addresses

    async def way(self, part: Part) -> Way:
        """Return a fresh way in for somebody; earlier links stop working."""
        links = await fresh_links(self.house.relay.parts.ledger, self.cast, self.addresses)
        origin, _, fragment = next(link.address for link in links if link.part == part).partition("/#")
        return Way(origin=origin, fragment=f"#{fragment}", account=None, words=None)


class Company(Protocol):
    """Whoever is needed to send a film and to pass it on."""

    @property
    def case(self) -> str:
        """Id of the case."""
        ...

    @property
    def author(self) -> Hand:
        """Who sends it."""
        ...

    @property
    def reader(self) -> Hand:
        """For whom it is."""
        ...

    @property
    def mediator(self) -> Hand:
        """Who passes it on."""
        ...


@asynccontextmanager
async def cinema(folder: Path) -> AsyncGenerator[Cinema]:
    """Serve a programme whose case allows films, every gate of it open."""
    async with house(folder) as served, AsyncExitStack() as stack:
        addresses = served.addresses
        cast = await gather(addresses, served.founded)
        await _allow_films(addresses, cast)
        author, reader, mediator = [
            await stack.enter_async_context(hand_of(addresses, cast, part)) for part in PARTS
        ]
        await open_gates(cast.case, participants=(author, reader), mediator=mediator)
        for hand in (author, reader):
            await agree(hand, cast.case, channel="video")
        yield Cinema(
            house=served,
            case=cast.case,
            author=author,
            reader=reader,
            mediator=mediator,
            cast=cast,
            addresses=addresses,
        )


async def _allow_films(addresses: Addresses, cast: Cast) -> None:
    async with at_the_office(addresses, cast.manager) as (desk, office):
        policy = replace(office.policy(cast.case), channels=("letter", "video"))
        await change_policy(desk, unb64u(cast.manager.seed), office, policy)


def make_film(at: Path, *, minutes: int = 0, sound_only: bool = False) -> bytes:
    """Make a film: 20 seconds, or so many minutes of the same minute copied over and over.

    Only the one minute is ever encoded; the index stands at the beginning, as a cleaned film's does.
    """
    seconds = 60 if minutes else 20
    once, whole = at / "once.mp4", at / "whole.mp4"
    tone = ["-f", "lavfi", "-i", f"sine=frequency=330:duration={seconds}"]
    picture = ["-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=15:duration={seconds}"]
    encoded = ["-c:a", "aac", "-b:a", "32k"]
    if not sound_only:
        encoded += [
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-b:v",
            "250k",
            "-g",
            "30",
            "-pix_fmt",
            "yuv420p",
        ]
    inputs = tone if sound_only else [*picture, *tone]
    _ffmpeg([*inputs, *encoded, "-movflags", "+faststart", str(once)])
    if not minutes:
        return once.read_bytes()
    looped = ["-stream_loop", str(minutes - 1), "-i", str(once)]
    _ffmpeg([*looped, "-c", "copy", "-movflags", "+faststart", str(whole)])
    return whole.read_bytes()


def _ffmpeg(arguments: list[str]) -> None:
    subprocess.run(["ffmpeg", "-nostdin", "-y", "-loglevel", "error", *arguments], check=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A film message, ready to be sent."""

    message: str
    begin: wire.NewMessage
    parts: tuple[bytes, ...]


def part(kind: str, content: bytes, *, seconds: float | None = None) -> Content:
    """Return a part with a salt of its own."""
    length = None if seconds is None else int(seconds * 1000)
    return Content(type=kind, content=content, duration_ms=length, salt=secrets.token_bytes(32))


def seal_film(here: Company, contents: list[Content], *, derived_from: str | None = None) -> Sealed:
    """Seal a message of these parts, as its author; a rendition as the mediator."""
    author, case = here.author, here.case
    maker = author if derived_from is None else here.mediator
    message, content_key = secrets.token_bytes(16), secrets.token_bytes(32)
    wk_seed = keys.withdraw_seed(maker.keyring.master, message)
    own = author.believed.certificate(case, author.keyring.person)
    certificate = own.hash if derived_from is None else None
    sealed = seal_message(
        _outline(here, message, wk_seed, derived_from),
        contents,
        words=Words(language="fr", content_note="", certificate=certificate),
        keys=SealingKeys(content_key=content_key, wk_seed=wk_seed, author_seed=maker.keyring.identity_seed),
        header_salt=secrets.token_bytes(32),
    )
    subject = statement_hash("manifest", sealed.manifest.body)
    wraps = [seal_key("self", author.keyring.key_id, b64u(author.keyring.kem), content_key, subject)]
    wraps += [
        seal_key("review", named, kem, content_key, subject) for named, kem in author.believed.mediators(case)
    ]
    begin = wire.NewMessage(manifest=to_wire(sealed.manifest), header=b64u(sealed.stored.header), wraps=wraps)
    return Sealed(message=b64u(message), begin=begin, parts=tuple(one.stored for one in sealed.stored.parts))


def _outline(here: Company, message: bytes, wk_seed: bytes, derived_from: str | None) -> Manifest:
    policy, directory = here.author.believed.policy(here.case), here.author.believed.directory
    return Manifest(
        programme=policy.policy.programme,
        case=here.case,
        message=b64u(message),
        sender=here.author.keyring.person,
        addressees=(here.reader.keyring.person,),
        channel="video",
        class_="original" if derived_from is None else "rendition",
        wk=b64u(keys.signing_public_key(wk_seed)),
        parts=(),
        header_hash=NOTHING_YET,
        supersedes=None,
        derived_from=derived_from,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )


async def give_film(here: Company, contents: list[Content]) -> str:
    """Seal a film and give it to the mediators; return the message's id."""
    sealed, client = seal_film(here, contents), here.author.client
    begun = await client.begin(sealed.begin)
    for at, stored in enumerate(sealed.parts):
        await client.upload(sealed.message, at, stored)
    await client.submit(sealed.message, version=begun.view.version)
    return sealed.message


async def pass_on(here: Company, message: str) -> None:
    """Approve a film, offer it, have its reader say that they are ready, and release it."""
    await make_ready(here.mediator, here.reader, message, note="Une vidéo.")
    await release_it(here.mediator, message)
