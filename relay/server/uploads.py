# SPDX-License-Identifier: EUPL-1.2
"""tus 1.0 over ``protocol.upload``: this file moves bytes and keeps its promises, that one decides.

An offset is acknowledged after the bytes are durable *and* the offset is committed. What
a lost connection brought is kept; what does not match its checksum is not: the offset
does not move, and the next append cuts it off.
"""

import hashlib
import re
from collections.abc import AsyncIterator, Generator
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from aiohttp import web

from relay.crypto.derive import same
from relay.crypto.encoding import b64u
from relay.errors import (
    ChecksumWrongError,
    ExistsError,
    MalformedError,
    NotFoundError,
    OffsetWrongError,
    QuotaError,
    RelayError,
    SizeWrongError,
    StaleVersionError,
    UploadGoneError,
)
from relay.protocol import upload as tus
from relay.records import AccountId, Message, MessageId, State, Upload, UploadId
from relay.review.service import part_length
from relay.review.submitting import MOST_UPLOADS, part_blob
from relay.server.answers import refusal
from relay.server.bodies import Allowed, pieces
from relay.server.operations import ID, INTERPRETER, MEDIATOR, NUMBER, PARTICIPANT, Call, Resource
from relay.server.parts import PARTS, STREAMS
from relay.storage.contract import Drop, Expect, Page, Put

routes = Resource()

UPLOADS: Final = "/v1/uploads"
BUSY: Final = web.AppKey("busy-uploads", set[UploadId])
_UPLOAD: Final = {"upload": ID}
_DAY_SECONDS: Final = 86_400
_MOST_A_PART: Final = 3
_TUS: Final = {"Tus-Resumable": tus.TUS_VERSION}
_SENT: Final = frozenset({"upload-gone", "unsupported", "not-found"})
_BYTES: Final = _SENT | {
    "offset-wrong",
    "checksum-wrong",
    "too-large",
    "too-slow",
    "storage-full",
    "not-allowed",
    "withdrawn",
}


@routes.on("OPTIONS", UPLOADS, roles=None, answers={204: None, 412: None})
async def describe_uploads(call: Call[None]) -> web.StreamResponse:
    """Say which tus is spoken here."""
    return _answer(tus.describe(max_bytes=call.settings.limits.max_upload_bytes))


@routes.on(
    "POST",
    UPLOADS,
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    refuses=_BYTES | {"quota", "size-wrong"},
    answers={201: None, 412: "application/json"},
    headers={
        "Tus-Resumable": "1.0.0",
        "Upload-Length": "bytes of the part: 65,552 a chunk",
        "Upload-Metadata": "`message` and `part`, each in base64",
    },
    keeps="offset",
)
async def begin_upload(call: Call[None]) -> web.StreamResponse:
    """Begin to send a part of a message of mine."""
    decided = _decide(call, None)
    if not isinstance(decided, tus.Create):
        return _answer(cast("tus.Answer", decided))
    upload = await _create(call, decided)
    if decided.body_bytes != 0:
        asked = tus.Append(offset=0, room=decided.length, checksum=decided.checksum)
        upload = await _append(call, upload, asked)
    return _answer(tus.created(f"{UPLOADS}/{upload.id}", _progress(upload)))


@routes.on(
    "HEAD",
    UPLOADS + "/{upload}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_UPLOAD,
    refuses=_SENT,
    answers={200: None, 412: None},
    headers={"Tus-Resumable": "1.0.0"},
)
async def show_upload(call: Call[None]) -> web.StreamResponse:
    """Say how far an upload is."""
    return await _go_on(call)


@routes.on(
    "PATCH",
    UPLOADS + "/{upload}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_UPLOAD,
    refuses=_BYTES,
    answers={204: None, 412: "application/json"},
    headers={
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "where these bytes begin",
        "Upload-Checksum": "`sha256` or `sha1`, and the digest in base64; optional",
    },
    keeps="offset",
)
async def continue_upload(call: Call[None]) -> web.StreamResponse:
    """Send more bytes."""
    return await _go_on(call)


@routes.on(
    "DELETE",
    UPLOADS + "/{upload}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_UPLOAD,
    refuses=_SENT | {"offset-wrong"},
    answers={204: None, 412: "application/json"},
    headers={"Tus-Resumable": "1.0.0"},
)
async def end_upload(call: Call[None]) -> web.StreamResponse:
    """Give an upload up."""
    return await _go_on(call)


@routes.on(
    "POST",
    UPLOADS + "/{upload}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_UPLOAD,
    refuses=_BYTES,
    answers={200: None, 204: None, 412: "application/json"},
    headers={"Tus-Resumable": "1.0.0", "X-HTTP-Method-Override": "`HEAD`, `PATCH` or `DELETE`"},
    keeps="offset",
)
async def override_upload(call: Call[None]) -> web.StreamResponse:
    """Do what the overriding method says, for clients that can only POST."""
    return await _go_on(call)


async def finish_uploads(app: web.Application, message: MessageId, *, account: AccountId) -> None:
    """Turn every complete upload of an account's message into a blob, before it is submitted.

    The first complete one of a part wins; a part that has its blob keeps it.
    """
    parts = app[PARTS]
    uploads = await parts.ledger.find(Upload, Page(equals={"message": message}, limit=MOST_UPLOADS))
    done: set[int] = set()
    for upload in uploads:
        complete = upload.offset == upload.length and upload.account == account
        if complete and upload.part not in done:
            done.add(upload.part)
            await _finish(app, upload)


async def _finish(app: web.Application, upload: Upload) -> None:
    blobs = app[PARTS].blobs
    blob = part_blob(upload.message, upload.part)
    try:
        await blobs.size(blob)
    except NotFoundError:
        with suppress(ExistsError):  # named meanwhile, by another tab that hands the same in
            await blobs.finalise(upload.id, blob)
    message = await app[PARTS].ledger.load(Message, upload.message)
    if message is None or message.ended_at is not None:  # taken back while its last bytes came in
        await blobs.destroy(upload.message)


def _decide(call: Call[None], upload: Upload | None) -> tus.Create | tus.Append | tus.Terminate | tus.Answer:
    headers = {name.lower(): value for name, value in call.request.headers.items()}
    return tus.decide(
        call.request.method,
        headers,
        upload=None if upload is None else _progress(upload),
        now=call.now,
        max_bytes=call.settings.limits.max_upload_bytes,
    )


async def _go_on(call: Call[None]) -> web.StreamResponse:
    """Judge a request about one upload of mine, and do as it says."""
    named = UploadId(call.place("upload"))
    with _alone(call, named):
        upload = await call.parts.ledger.load(Upload, named)
        if upload is not None and upload.account != call.actor.account:
            upload = None  # somebody else's is like none
        decided = _decide(call, upload)
        if isinstance(decided, tus.Create):  # what the collection would take; one upload takes none
            raise UploadGoneError("no such upload")
        if upload is None or isinstance(decided, tus.Answer):
            return _answer(cast("tus.Answer", decided))
        if isinstance(decided, tus.Terminate):
            await _drop(call, upload)
            return _answer(tus.TERMINATED)
        return _answer(tus.appended(_progress(await _append(call, upload, decided))))


@contextmanager
def _alone(call: Call[None], upload: UploadId) -> Generator[None]:
    """Hold an upload; of two requests at once one is refused, whatever its offset. A look holds up none."""
    if call.request.method == "HEAD":
        yield
        return
    busy = call.request.app[BUSY]
    if upload in busy:
        raise OffsetWrongError("another request about this upload is under way")
    busy.add(upload)
    try:
        yield
    finally:
        busy.discard(upload)


async def _create(call: Call[None], asked: tus.Create) -> Upload:
    message, part = _named(asked)
    length = await part_length(call.desk, call.actor, message=message, part=part)
    if length != asked.length:
        raise SizeWrongError(f"{message}: part {part} has {length} bytes")
    async with call.desk.turns.of(message):
        return await _counted(call, message, part=part, length=length)


async def _counted(call: Call[None], message: MessageId, *, part: int, length: int) -> Upload:
    """Begin an upload if there are not too many; of two at once the second counts the first."""
    others = await call.parts.ledger.find(Upload, Page(equals={"message": message}, limit=MOST_UPLOADS))
    if sum(other.part == part for other in others) >= _MOST_A_PART or len(others) >= MOST_UPLOADS:
        raise QuotaError(f"{message}: too many uploads of one part")
    known = await call.parts.ledger.load(Message, message)
    if known is None:
        raise UploadGoneError(f"{message}: gone")
    upload = Upload(
        id=UploadId(b64u(call.parts.random(16))),
        version=1,
        message=message,
        case=known.case,
        account=call.actor.account,
        part=part,
        length=length,
        offset=0,
        expires_at=_expiry(call),
    )
    try:
        await call.parts.ledger.commit([Put(upload), Expect(Message, message, known.version)])
    except StaleVersionError:
        raise UploadGoneError(f"{message}: moved on meanwhile") from None
    return upload


def _expiry(call: Call[None]) -> int:
    """Return when an upload that gets no more bytes from now on is given up."""
    return call.now + int(call.settings.limits.upload_days * _DAY_SECONDS)


def _named(asked: tus.Create) -> tuple[MessageId, int]:
    message, part = asked.metadata.get("message", ""), asked.metadata.get("part", "")
    if re.fullmatch(ID, message) is None or re.fullmatch(NUMBER, part) is None:
        raise MalformedError("Upload-Metadata names message and part")
    return MessageId(message), int(part)


@dataclass(slots=True)
class _Intake:
    """The bytes of one request on their way in: hashed as they pass, their failure kept for later."""

    checksum: tus.Checksum | None
    digest: Any = None
    failure: RelayError | None = None

    async def through(self, arriving: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Yield what arrives, hashing it on the way if there is a checksum to hold it to."""
        if self.checksum is not None:  # SHA-1 is tus's own against line noise; the manifest is what counts
            self.digest = hashlib.new(self.checksum.algorithm, usedforsecurity=False)
        try:
            async for piece in arriving:
                if self.digest is not None:
                    self.digest.update(piece)
                yield piece
                del piece  # its reader has it: nothing is held while the next is waited for
        except RelayError as failure:
            self.failure = failure

    def check(self) -> None:
        """Refuse bytes that are not what the request claims, or that did not all arrive to be checked."""
        if self.checksum is None:
            return
        if self.failure is not None:
            raise self.failure
        if not same(self.digest.digest(), self.checksum.digest):
            raise ChecksumWrongError("the bytes do not match their checksum")


async def _append(call: Call[None], upload: Upload, asked: tus.Append) -> Upload:
    """Take bytes in, make them durable, commit the offset; then, if they broke off, say so."""
    transport = call.request.transport
    if transport is None:
        raise ConnectionResetError
    intake = _Intake(asked.checksum)
    allowed = Allowed(max_bytes=asked.room, stall_seconds=call.settings.limits.body_stall_seconds)
    with call.request.app[STREAMS].sending(upload.message, stop=transport.abort):
        await _refuse_ended(call, upload)
        async with aclosing(pieces(call.request, allowed)) as arriving:
            hashed = intake.through(arriving)
            offset = await call.parts.blobs.stage_append(upload.id, asked.offset, hashed)
        intake.check()
        after = await _advance(call, upload, offset)
    if intake.failure is not None:
        raise intake.failure
    return after


async def _advance(call: Call[None], upload: Upload, offset: int) -> Upload:
    if offset == upload.offset:
        return upload
    after = replace(upload, version=upload.version + 1, offset=offset, expires_at=_expiry(call))
    try:
        await call.parts.ledger.commit([Put(after)])
    except StaleVersionError:  # it was ended, or its message was, while bytes came in
        await call.parts.blobs.discard(upload.id)
        raise UploadGoneError(f"{upload.id}: ended meanwhile") from None
    return after


async def _refuse_ended(call: Call[None], upload: Upload) -> None:
    message = await call.parts.ledger.load(Message, upload.message)
    if message is None or message.state is not State.UPLOADING:
        raise UploadGoneError(f"{upload.id}: its message has moved on")


async def _drop(call: Call[None], upload: Upload) -> None:
    await call.parts.blobs.discard(upload.id)  # first: bytes without a record would never be found again
    await call.parts.ledger.commit([Drop(Upload, upload.id)])


def _progress(upload: Upload) -> tus.Progress:
    return tus.Progress(length=upload.length, offset=upload.offset, expires_at=upload.expires_at)


def _answer(answer: tus.Answer) -> web.Response:
    if answer.status == tus.OTHER_VERSION.status:
        refused = refusal("unsupported", status=answer.status)
        refused.headers.update(_TUS | dict(answer.headers))
        return refused
    return web.Response(status=answer.status, headers=dict(answer.headers))
