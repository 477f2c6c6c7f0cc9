# SPDX-License-Identifier: EUPL-1.2
"""A long answer on its way, piece by piece: each is checked first, and taken back when its message is.

The kernel sends from the file itself where there is one. It is handed about a second's worth
at a time, so that the half minute in which a piece has to be taken is no burden on a slow line.
"""

from typing import Final

from aiohttp import web

from relay.errors import RelayError
from relay.review.streams import Stream
from relay.server.at_once import PIECE_BYTES
from relay.server.connection import connection_of
from relay.server.operations import Call

READ_BYTES: Final = 4 * PIECE_BYTES  # up to here reading and writing costs less than asking the kernel
MOST_BYTES: Final = 64 * PIECE_BYTES
_MOMENT_SECONDS: Final = 0.5


async def send_pieces(
    call: Call[None], blob: str, response: web.StreamResponse, *, start: int, end: int, stream: Stream
) -> None:
    """Send the bytes of a blob from ``start`` up to and without ``end``; the answer's head has gone out.

    Raises:
        ConnectionError: the line was cut: by the client, by a withdrawal, or because the bytes are not there.
    """
    try:
        if end - start > READ_BYTES:
            start = await _hand_over(call, blob, start=start, end=end, stream=stream)
        for place in range(start, end, READ_BYTES):
            length = min(READ_BYTES, end - place)
            raw = memoryview(await call.parts.blobs.read(blob, start=place, length=length))
            _refuse_short(len(raw), length, stream)
            for piece in range(0, length, PIECE_BYTES):
                stream.check()
                await response.write(raw[piece : piece + PIECE_BYTES])
    except RelayError as refused:  # the answer has begun: there is no other way left to say no
        stream.stop()
        raise ConnectionResetError from refused


async def _hand_over(call: Call[None], blob: str, *, start: int, end: int, stream: Stream) -> int:
    """Let the kernel send from the file; return where it could not go on, which is ``end`` at best."""
    await call.request.writer.drain()  # the head first
    most, monotonic = READ_BYTES, call.parts.monotonic
    while start < end:
        length, began = min(most, end - start), monotonic()
        file = await call.parts.blobs.lend(blob, start=start, length=length)
        if file is None:
            break
        with file:
            stream.check()
            sent = await connection_of(call.request).send_file(file, start=start, length=length)
        if sent is None:
            break
        _refuse_short(sent, length, stream)
        start, most = start + length, _next(most, seconds=monotonic() - began)
    return start


def _next(length: int, *, seconds: float) -> int:
    """Return how much to hand over after a piece that took so long."""
    return min(2 * length, MOST_BYTES) if seconds < _MOMENT_SECONDS else max(length // 2, READ_BYTES)


def _refuse_short(sent: int, length: int, stream: Stream) -> None:
    """A short answer must not look like a whole one."""
    if sent != length:
        stream.stop()
        raise ConnectionResetError
