# SPDX-License-Identifier: EUPL-1.2
"""A film of a message, opened at the station, worked on, and sealed as a message of its own beside it.

What is made is bound to its original and in the name of its author, sealed for the case's mediators and for
them, signed by the mediator at the station. Twin in kind: ``web/src/relay/making.ts``. Source: docs/format.md
sections 4 and 6.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from relay.crypto import keys
from relay.crypto.encoding import b64u
from relay.crypto.signing import statement_hash
from relay.errors import MediaCodecError
from relay.protocol import wire
from relay.protocol.manifest import Manifest
from relay.protocol.root import key_id_text
from relay.protocol.sealing import Content, SealingKeys, Words, seal_message
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, to_wire
from relay.station.media.finding import find_ffmpeg
from relay.station.media.places import film_room
from relay.station.media.probing import Bench
from relay.station.media.rendering import Made, render
from relay.station.media.running import Watch
from relay.station.media.sandbox import find_walls
from relay.station.media.wanted import CLASSES, Wanted
from relay.station.reviewing import Reviewed
from relay.station.standing import Believed
from relay.station.writing import seal_key

_FILM_TYPES: Final = ("video/", "audio/")


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRendition:
    """A rendition that only needs sending: what is sealed is sealed once."""

    message: str
    begin: wire.NewMessage = field(repr=False)
    parts: tuple[bytes, ...] = field(repr=False)


def open_bench() -> Bench:
    """Return what this machine works with.

    Raises:
        ToolMissingError, SandboxMissingError: what to install.
    """
    return Bench(ffmpeg=find_ffmpeg(), walls=find_walls())


async def make(
    bench: Bench, reviewed: Reviewed, wanted: Wanted, *, watch: Watch | None = None
) -> tuple[Made, ...]:
    """Make what is wanted of the film in an opened message, in memory only.

    Raises:
        MediaCodecError: the message holds no film.
        RelayError: as ``film_room`` and ``render``.
    """
    film = film_of(reviewed)
    with film_room(len(film)) as room:
        source = room / "film"
        source.write_bytes(film)
        return await render(bench, source, wanted, watch=watch)


def film_of(reviewed: Reviewed) -> bytes:
    """Return the film or sound of an opened message.

    Raises:
        MediaCodecError: it holds none.
    """
    said = zip(reviewed.opened.sender.parts, reviewed.opened.parts, strict=True)
    found = next((content for part, content in said if part.type.startswith(_FILM_TYPES)), None)
    if found is None:
        raise MediaCodecError(f"{reviewed.detail.view.message}: neither film nor sound in it")
    return found


def seal_rendition(
    keyring: Keyring,
    believed: Believed,
    reviewed: Reviewed,
    made: Sequence[Made],
    *,
    wanted: Wanted,
    content_note: str = "",
) -> SealedRendition:
    """Seal what was made, bound to the opened original, for the case's mediators and its author.

    Raises:
        CertificateWrongError: the author has no certificate that the policy names.
    """
    message, content_key = secrets.token_bytes(16), secrets.token_bytes(32)
    wk_seed = keys.withdraw_seed(keyring.master, message)
    sealed = seal_message(
        _outline(believed, reviewed, wanted, message=b64u(message), wk_seed=wk_seed),
        [
            Content(
                type=one.type, content=one.content, duration_ms=one.duration_ms, salt=secrets.token_bytes(32)
            )
            for one in made
        ],
        words=Words(language=reviewed.opened.sender.language, content_note=content_note, certificate=None),
        keys=SealingKeys(content_key=content_key, wk_seed=wk_seed, author_seed=keyring.identity_seed),
        header_salt=secrets.token_bytes(32),
    )
    begin = wire.NewMessage(
        manifest=to_wire(sealed.manifest),
        header=b64u(sealed.stored.header),
        wraps=_wraps(believed, reviewed, content_key, statement_hash("manifest", sealed.manifest.body)),
    )
    parts = tuple(part.stored for part in sealed.stored.parts)
    return SealedRendition(message=b64u(message), begin=begin, parts=parts)


async def give_rendition(client: Client, sealed: SealedRendition) -> wire.MessageView:
    """Send what was sealed, and hand it in: a rendition to the mediators, a redaction to its author."""
    begun = await client.begin(sealed.begin)
    for part, stored in enumerate(sealed.parts):
        await client.upload(sealed.message, part, stored)
    return await client.submit(sealed.message, version=begun.view.version)


def _outline(
    believed: Believed, reviewed: Reviewed, wanted: Wanted, *, message: str, wk_seed: bytes
) -> Manifest:
    origin = reviewed.manifest.manifest
    policy, directory = believed.policy(origin.case), believed.directory
    return replace(
        origin,
        message=message,
        class_=CLASSES[wanted.kind],
        wk=b64u(keys.signing_public_key(wk_seed)),
        supersedes=None,
        derived_from=reviewed.manifest.hash,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )


def _wraps(believed: Believed, reviewed: Reviewed, content_key: bytes, subject: bytes) -> list[wire.Wrap]:
    words = reviewed.manifest.manifest
    author = believed.certificate(words.case, words.sender).certificate
    desk = [
        seal_key("review", named, kem, content_key, subject) for named, kem in believed.mediators(words.case)
    ]
    return [*desk, seal_key("self", key_id_text(author.identity), author.kem, content_key, subject)]
