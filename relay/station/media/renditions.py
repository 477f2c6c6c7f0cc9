# SPDX-License-Identifier: EUPL-1.2
"""A film of a message, opened at the station, worked on, and sealed as a message of its own beside it.

What is made is bound to its original and in the name of its author, sealed for the case's mediators and for
them, signed by the mediator at the station. Nothing here is ever whole in memory: ciphertext comes piece by
piece into a file on a tmpfs, ffmpeg writes another, and that one is sealed piece by piece.
Twin in kind: ``web/src/relay/making.ts``. Source: docs/format.md sections 4 and 6.
"""

import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Literal

from relay.crypto import keys
from relay.crypto.encoding import b64u
from relay.crypto.signing import statement_hash
from relay.errors import MediaCodecError, SeveralFilmsError
from relay.protocol import wire
from relay.protocol.header import is_film
from relay.protocol.manifest import Manifest
from relay.protocol.opening import OpenMessage
from relay.protocol.root import key_id_text
from relay.protocol.sealing import SealingKeys, Words, bind_message
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, to_wire
from relay.station.media.fetching import Tell, fetch_film
from relay.station.media.finding import find_ffmpeg
from relay.station.media.places import film_room
from relay.station.media.probing import Bench
from relay.station.media.rendering import Made, render
from relay.station.media.running import Progress
from relay.station.media.sandbox import find_walls
from relay.station.media.sealing import SealedFile, seal_file
from relay.station.media.wanted import CLASSES, Wanted
from relay.station.reviewing import open_header
from relay.station.standing import Believed
from relay.station.writing import seal_key

Step = Literal["fetching", "making", "sealing", "sending"]


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """Where a piece of work is: which step, what share of it, and seconds still to go, if known."""

    step: Step
    share: float
    seconds_left: float | None = None


Watch = Callable[[At], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Who works: signed in, with their keys and what they believe, at a bench."""

    client: Client
    keyring: Keyring
    believed: Believed
    bench: Bench


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of which message what is to be made, and what its reader should know first."""

    message: str
    wanted: Wanted
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRendition:
    """A rendition that only needs sending: what is sealed is sealed once."""

    message: str
    begin: wire.NewMessage = field(repr=False)
    parts: tuple[BinaryIO, ...] = field(repr=False)


def open_bench() -> Bench:
    """Return what this machine works with.

    Raises:
        ToolMissingError, SandboxMissingError: what to install.
    """
    return Bench(ffmpeg=find_ffmpeg(), walls=find_walls())


async def make_and_give(worker: Worker, asked: Asked, *, watch: Watch) -> wire.MessageView:
    """Make what is asked for and hand it in; cancelled or refused before it is sent, it leaves nothing.

    Raises:
        RelayError: as ``rendition`` and ``give_rendition``.
    """
    async with rendition(worker, asked, watch=watch) as sealed:
        return await give_rendition(worker.client, sealed, watch=watch)


@asynccontextmanager
async def rendition(worker: Worker, asked: Asked, *, watch: Watch) -> AsyncGenerator[SealedRendition]:
    """Make and seal what is asked for; it is there as long as the block lasts.

    Raises:
        MediaCodecError, SeveralFilmsError: the message holds no film, or more than one.
        CertificateWrongError: the author has no certificate that the policy names.
        RelayError: as ``open_header``, ``fetch_film``, ``film_room``, ``render`` and ``seal_file``.
    """
    message = await open_header(worker.client, worker.keyring, worker.believed, asked.message)
    part = film_part(message)
    with ExitStack() as held:
        with film_room(message.sender.parts[part].length) as room:
            source = room / "film"
            await fetch_film(worker.client, message, part, source, tell=_telling(watch, "fetching"))

            def at_work(progress: Progress) -> None:
                watch(At(step="making", share=progress.share, seconds_left=progress.seconds_left))

            made = await render(worker.bench, source, asked.wanted, watch=at_work)
            sealed = await _seal(worker, message, asked, made, held=held, tell=_telling(watch, "sealing"))
        yield sealed


async def give_rendition(client: Client, sealed: SealedRendition, *, watch: Watch) -> wire.MessageView:
    """Send what was sealed, and hand it in: a rendition to the mediators, a redaction to its author."""
    tell = _telling(watch, "sending")
    begun = await client.begin(sealed.begin)
    sizes = [stored.seek(0, 2) for stored in sealed.parts]
    for part, stored in enumerate(sealed.parts):
        before = sum(sizes[:part])
        await client.upload_file(
            sealed.message, part, stored, tell=lambda sent, before=before: tell((before + sent) / sum(sizes))
        )
    return await client.submit(sealed.message, version=begun.view.version)


def film_part(message: OpenMessage) -> int:
    """Return which part of an opened message is its film or sound.

    Raises:
        MediaCodecError: none is.
        SeveralFilmsError: more than one is; what was made of one would stand for the whole message.
    """
    films = [part for part, said in enumerate(message.sender.parts) if is_film(said.type)]
    if not films:
        raise MediaCodecError(f"{message.manifest.manifest.message}: neither film nor sound in it")
    if len(films) > 1:
        raise SeveralFilmsError(f"{message.manifest.manifest.message}: {len(films)} films or sounds in it")
    return films[0]


async def _seal(
    worker: Worker,
    original: OpenMessage,
    asked: Asked,
    made: tuple[Made, ...],
    *,
    held: ExitStack,
    tell: Tell,
) -> SealedRendition:
    """Seal what was made, bound to the opened original, for the case's mediators and its author."""
    keyring, believed = worker.keyring, worker.believed
    message, content_key = secrets.token_bytes(16), secrets.token_bytes(32)
    wk_seed = keys.withdraw_seed(keyring.master, message)
    outline = _outline(believed, original, asked.wanted, message=b64u(message), wk_seed=wk_seed)
    sealed: list[SealedFile] = []
    for part, one in enumerate(made):
        sealed.append(await seal_file(outline, one, content_key=content_key, part=part, tell=tell))
        held.callback(sealed[-1].stored.close)
    manifest, header = bind_message(
        outline,
        [one.part for one in sealed],
        words=Words(language=original.sender.language, content_note=asked.note, certificate=None),
        keys=SealingKeys(content_key=content_key, wk_seed=wk_seed, author_seed=keyring.identity_seed),
        header_salt=secrets.token_bytes(32),
    )
    subject = statement_hash("manifest", manifest.body)
    begin = wire.NewMessage(
        manifest=to_wire(manifest),
        header=b64u(header),
        wraps=_wraps(believed, original, content_key, subject),
    )
    return SealedRendition(message=b64u(message), begin=begin, parts=tuple(one.stored for one in sealed))


def _telling(watch: Watch, step: Step) -> Tell:
    return lambda share: watch(At(step=step, share=share))


def _outline(
    believed: Believed, original: OpenMessage, wanted: Wanted, *, message: str, wk_seed: bytes
) -> Manifest:
    origin = original.manifest.manifest
    policy, directory = believed.policy(origin.case), believed.directory
    return replace(
        origin,
        message=message,
        class_=CLASSES[wanted.kind],
        wk=b64u(keys.signing_public_key(wk_seed)),
        supersedes=None,
        derived_from=original.manifest.hash,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )


def _wraps(believed: Believed, original: OpenMessage, content_key: bytes, subject: bytes) -> list[wire.Wrap]:
    words = original.manifest.manifest
    author = believed.certificate(words.case, words.sender).certificate
    desk = [
        seal_key("review", named, kem, content_key, subject) for named, kem in believed.mediators(words.case)
    ]
    return [*desk, seal_key("self", key_id_text(author.identity), author.kem, content_key, subject)]
