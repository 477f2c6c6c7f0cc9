# SPDX-License-Identifier: EUPL-1.2
"""A short range leaves in one write: its head is laid out beforehand, and goes together with its bytes.

What a framework makes of fifteen headers, of which two differ from one chunk to the next, takes longer than
reading the chunk; and a film is read in hundreds of them (bench D1).
"""

from typing import Final

from aiohttp import HttpVersion11, hdrs, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.helpers import rfc822_formatted_time
from aiohttp.web_request import BaseRequest

from relay.app import NO_STORE, SECURITY_HEADERS
from relay.review.streams import Stream
from relay.server.spans import HEADERS, Span, content_range
from relay.storage.contract import Blobs, StorageBrokenError

PIECE_BYTES: Final = 65_552  # a stored chunk, so that a player's range is one piece

_ALWAYS: Final = "".join(
    f"{name}: {value}\r\n"
    for name, value in {**SECURITY_HEADERS, hdrs.CACHE_CONTROL: NO_STORE, **HEADERS}.items()
)
_BEGINNINGS: Final = {
    status: f"HTTP/1.1 {status} {reason}\r\n{_ALWAYS}".encode("ascii")
    for status, reason in ((200, "OK"), (206, "Partial Content"))
}


def can_leave_at_once(request: BaseRequest) -> bool:
    """Say whether the connection stays open by itself, as in HTTP/1.1: else the head has to say so."""
    return request.version == HttpVersion11 and request.keep_alive


async def send_at_once(
    request: BaseRequest, blobs: Blobs, blob: str, *, span: Span, stream: Stream
) -> web.StreamResponse:
    """Read a span of at most ``PIECE_BYTES`` of a blob, and send it whole or not at all.

    Args:
        request: what is answered; ``can_leave_at_once`` says yes to it.
        blobs: where the blob is.
        blob: its name.
        span: which bytes.
        stream: has not been stopped when they leave.

    Raises:
        ConnectionError: the line was cut.
        RelayError: nothing was sent: taken back meanwhile, or the disk's: nothing short looks whole.
    """
    body = await blobs.read(blob, start=span.start, length=span.length)
    if len(body) != span.length:
        raise StorageBrokenError(f"{blob}: bytes are missing")
    stream.check()
    await request.writer.write(b"".join((_BEGINNINGS[span.status], _rest_of_head(span), body)))
    await request.writer.drain()  # here, while a withdrawal still finds this stream
    return _SENT


def _rest_of_head(span: Span) -> bytes:
    part = f"Content-Range: {content_range(span)}\r\n" if span.partial else ""
    return f"{part}Content-Length: {span.length}\r\nDate: {rfc822_formatted_time()}\r\n\r\n".encode("ascii")


class _Sent(web.StreamResponse):
    """An answer that has left already: the framework has nothing to do, and its signals do not see it."""

    @property
    def keep_alive(self) -> bool:
        """Return True: ``can_leave_at_once`` saw to that."""
        return True

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter:
        """Return what it left by."""
        return request.writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Do nothing."""
        del data


_SENT: Final = _Sent()  # it knows nothing of any request
