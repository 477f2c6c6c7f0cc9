# SPDX-License-Identifier: EUPL-1.2
"""Sending ciphertext so that a withdrawal can stop it: piece by piece, checked, cut off at once.

Measured: aiohttp's ``FileResponse`` hands the whole file over in one call, and sent 63 of
64 MiB after the acknowledgement. Here the kernel is handed a piece at a time, the send
buffers are small, and stopping takes the piece back and resets the connection, which throws
away what the kernel still holds (docs/adr/0024). A client that does not read has at most
what its own buffers already took.
"""

from typing import Final

from aiohttp import hdrs, web

from relay.records import MessageId
from relay.review.service import open_part, view
from relay.review.streams import Stream
from relay.server.answers import refusal
from relay.server.asked import what_was_asked
from relay.server.at_once import PIECE_BYTES, can_leave_at_once, send_at_once
from relay.server.connection import connection_of
from relay.server.operations import ID, INTERPRETER, MEDIATOR, NUMBER, PARTICIPANT, Call, Resource
from relay.server.parts import PASSES, STREAMS
from relay.server.passes import Pass
from relay.server.sending import send_pieces
from relay.server.spans import Span, headers_of, read_range
from relay.server.statements import MESSAGE_CODES

routes = Resource()

_OCTETS: Final = "application/octet-stream"
_PLACES: Final = {"message": ID, "part": NUMBER}


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


async def _send(call: Call[None], *, leaves: bool) -> web.StreamResponse:
    message, part = MessageId(call.place("message")), int(call.place("part"))
    streams, connection = call.request.app[STREAMS], connection_of(call.request)
    connection.line.hold_little()
    if streams.has_ended(message):
        await view(call.desk, call.actor, message=message)  # whose message it never was learns nothing
    with streams.sending(message, stop=connection.line.cut) as stream:
        shown = await _let_in(call, message, part)
        found = shown.found
        blob = found.leaves if leaves else found.blob
        size = await call.parts.blobs.size(blob) if leaves else found.size
        asked = None if hdrs.IF_RANGE in call.request.headers else call.request.headers.get(hdrs.RANGE)
        span = read_range(asked, size=size)
        if span is None:
            answer = refusal("wrong-shape", status=416)
            answer.headers[hdrs.CONTENT_RANGE] = f"bytes */{size}"
            return answer
        connection.asked = what_was_asked(call.request, shown=shown, blob=blob, size=size)
        return await _answer(call, blob, span=span, stream=stream)


async def _let_in(call: Call[None], message: MessageId, part: int) -> Pass:
    passes, door = call.request.app[PASSES], (call.signed_in.id, message, part)
    shown = passes.find(door)
    if shown is None:
        asked_at = passes.monotonic()
        found = await open_part(call.desk, call.actor, message=message, part=part)
        shown = passes.give(door, found, asked_at=asked_at)
    return shown


async def _answer(call: Call[None], blob: str, *, span: Span, stream: Stream) -> web.StreamResponse:
    request, blobs = call.request, call.parts.blobs
    if span.length <= PIECE_BYTES and can_leave_at_once(request):
        return await send_at_once(request, blobs, blob, span=span, stream=stream)
    response = web.StreamResponse(status=span.status, headers=headers_of(span))
    response.content_length = span.length
    stream.check()
    await response.prepare(request)
    await send_pieces(call, blob, response, start=span.start, end=span.end, stream=stream)
    await response.write_eof()  # here, while a withdrawal still finds this stream
    return response
