# SPDX-License-Identifier: EUPL-1.2
"""Sending ciphertext so that a withdrawal can stop it: piece by piece, checked, cut off at once.

Measured: aiohttp's ``FileResponse`` hands the whole file over in one call, and sent 63 of
64 MiB after the acknowledgement. Here the kernel is handed a piece at a time, the send
buffers are small, and stopping takes the piece back and resets the connection, which throws
away what the kernel still holds (docs/adr/0024). A client that does not read has at most
what its own buffers already took.
"""

import re
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from relay.records import MessageId
from relay.review.reading import PartBlob
from relay.review.service import open_part, view
from relay.review.streams import Stream
from relay.server.answers import refusal
from relay.server.at_once import answer_at_once
from relay.server.operations import ID, INTERPRETER, MEDIATOR, NUMBER, PARTICIPANT, Call, Resource
from relay.server.parts import PASSES, STREAMS
from relay.server.sending import PIECE_BYTES, connection_of, send_pieces
from relay.server.statements import MESSAGE_CODES

routes = Resource()

_OCTETS: Final = "application/octet-stream"
_PLACES: Final = {"message": ID, "part": NUMBER}
_RANGE: Final = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which bytes of how many: ``start`` up to and without ``end``."""

    start: int
    end: int
    size: int
    partial: bool


@routes.on(
    "GET",
    "/v1/messages/{message}/parts/{part}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_PLACES,
    refuses=MESSAGE_CODES,
    answers={200: _OCTETS, 206: _OCTETS, 416: "application/json"},
    headers={"Range": "one range of bytes, such as `bytes=0-65551`"},
)
async def send_part(call: Call[None]) -> web.StreamResponse:
    """Send a part's ciphertext, or one range of it, to whoever may open it."""
    return await _send(call, leaves=False)


@routes.on(
    "GET",
    "/v1/messages/{message}/parts/{part}/leaves",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    places=_PLACES,
    refuses=MESSAGE_CODES,
    answers={200: _OCTETS, 206: _OCTETS, 416: "application/json"},
    headers={"Range": "one range of bytes"},
)
async def send_leaves(call: Call[None]) -> web.StreamResponse:
    """Send a part's table of leaf hashes."""
    return await _send(call, leaves=True)


def read_range(header: str | None, *, size: int) -> Span | None:
    """Read a ``Range`` header against a size.

    Returns:
        The span; all of it where nothing was asked. None: cannot be satisfied.
    """
    if header is None:
        return Span(start=0, end=size, size=size, partial=False)
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked.group(1) == asked.group(2) == "":
        return None
    first, last = asked.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
    if start >= end:
        return None
    return Span(start=start, end=end, size=size, partial=True)


async def _send(call: Call[None], *, leaves: bool) -> web.StreamResponse:
    message, part = MessageId(call.place("message")), int(call.place("part"))
    streams, line = call.request.app[STREAMS], connection_of(call).line
    line.hold_little()
    if streams.has_ended(message):
        await view(call.desk, call.actor, message=message)  # whose message it never was learns nothing
    with streams.sending(message, stop=line.cut) as stream:
        found = await _let_in(call, message, part)
        blob = found.leaves if leaves else found.blob
        size = await call.parts.blobs.size(blob) if leaves else found.size
        asked = None if "If-Range" in call.request.headers else call.request.headers.get("Range")
        span = read_range(asked, size=size)
        if span is None:
            answer = refusal("wrong-shape", status=416)
            answer.headers["Content-Range"] = f"bytes */{size}"
            return answer
        return await _stream(call, blob, span=span, stream=stream)


async def _let_in(call: Call[None], message: MessageId, part: int) -> PartBlob:
    passes, door = call.request.app[PASSES], (call.signed_in.id, message, part)
    known = passes.find(door)
    if known is None:
        asked_at = passes.monotonic()
        known = await open_part(call.desk, call.actor, message=message, part=part)
        passes.give(door, known, asked_at=asked_at)
    return known


async def _stream(call: Call[None], blob: str, *, span: Span, stream: Stream) -> web.StreamResponse:
    is_short = span.end - span.start <= PIECE_BYTES
    response = await _whole(call, blob, span=span) if is_short else _begun(span)
    stream.check()
    await response.prepare(call.request)
    if not is_short:
        await send_pieces(call, blob, response, start=span.start, end=span.end, stream=stream)
    await response.write_eof()  # here, while a withdrawal still finds this stream
    return response


def _begun(span: Span) -> web.StreamResponse:
    response = web.StreamResponse(status=206 if span.partial else 200, headers=_headers(span))
    response.content_length = span.end - span.start
    return response


async def _whole(call: Call[None], blob: str, *, span: Span) -> web.StreamResponse:
    """Return a short span in one: its head and its bytes leave together."""
    length = span.end - span.start
    body = await call.parts.blobs.read(blob, start=span.start, length=length)
    if len(body) != length:  # a short answer must not look like a whole one
        raise ConnectionResetError
    return answer_at_once(call.request, body, status=206 if span.partial else 200, headers=_headers(span))


def _headers(span: Span) -> dict[str, str]:
    headers = {"Content-Type": _OCTETS, "Accept-Ranges": "bytes"}
    if span.partial:
        headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{span.size}"
    return headers
