# SPDX-License-Identifier: EUPL-1.2
"""Taking a request's body in: bounded in size, in silence and in slowness.

``aiohttp`` by itself waits for a stalled body for minutes and, asked to, unpacks what is
compressed; here neither happens. What arrives is counted before it is kept.
"""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec
from aiohttp import ClientPayloadError, web

from relay.errors import MalformedError, TooLargeError, TooSlowError, UnsupportedError, WrongShapeError
from relay.protocol.wire import Wire
from relay.server.alarm import Alarm
from relay.server.gathering import Gathering

W = TypeVar("W", bound=Wire)

_GRACE_SECONDS: Final = 15.0
_LEAST_BYTES_A_SECOND: Final = 512
_PATIENCE_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """How large a body may be, and how long it may stand still."""

    max_bytes: int
    stall_seconds: float


async def pieces(request: web.Request, allowed: Allowed) -> AsyncGenerator[bytes]:
    """Yield a body as it arrives.

    Raises:
        TooLargeError: more bytes than allowed.
        TooSlowError: it stood still, or trickles.
        MalformedError: its framing is broken, or the connection was lost.
        UnsupportedError: it is compressed.
    """
    _refuse_encoding_and_size(request, allowed)
    clock = asyncio.get_running_loop().time
    began, size = clock(), 0
    gathering = Gathering(
        request.transport, patience_seconds=min(_PATIENCE_SECONDS, allowed.stall_seconds / 2)
    )
    silence = Alarm(lambda: request.content.set_exception(TimeoutError()))
    try:
        while piece := await _next(request, silence, allowed.stall_seconds):
            size += len(piece)
            if size > allowed.max_bytes:
                raise TooLargeError(f"more than {allowed.max_bytes} bytes")
            beyond = clock() - began - _GRACE_SECONDS
            if beyond > 0 and size < beyond * _LEAST_BYTES_A_SECOND:
                raise TooSlowError("a body that trickles")
            yield piece
            came = len(piece)
            del piece  # or a hundred slow senders would each hold one until the next has come
            gathering.go_on(came, missing=(request.content_length or 0) - request.content.total_bytes)
    finally:
        gathering.end()
        silence.end()


async def read_body(request: web.Request, allowed: Allowed) -> bytes:
    """Return a whole small body; raises as ``pieces`` does."""
    return b"".join([piece async for piece in pieces(request, allowed)])


def decode(raw: bytes, decoder: msgspec.json.Decoder[W]) -> W:
    """Read JSON of exactly one type.

    Raises:
        WrongShapeError: JSON of another shape.
        MalformedError: no JSON.
    """
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as wrong:
        raise WrongShapeError("a field is missing, foreign or out of its range") from wrong
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise MalformedError("not JSON") from wrong


def _refuse_encoding_and_size(request: web.Request, allowed: Allowed) -> None:
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedError("a compressed body")
    if (request.content_length or 0) > allowed.max_bytes:
        raise TooLargeError(f"more than {allowed.max_bytes} bytes")


async def _any_of(request: web.Request) -> bytes:
    """Return some of what waits; nothing at the end."""
    if not request.content_length:  # the pieces of a chunked body may be as small as their sender likes
        return await request.content.readany()
    piece, _ = await request.content.readchunk()  # as it came: nothing is copied together first
    return piece


async def _next(request: web.Request, silence: Alarm, stall_seconds: float) -> bytes:
    silence.set(stall_seconds)
    try:
        return await _any_of(request)
    except TimeoutError:
        raise TooSlowError("the body stood still") from None
    except (web.RequestPayloadError, ClientPayloadError, ConnectionError) as broken:
        raise MalformedError("the body broke off") from broken
    finally:
        silence.off()  # whoever takes the piece may take their time
