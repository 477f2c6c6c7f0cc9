# SPDX-License-Identifier: EUPL-1.2
"""A short answer of bytes: its head is laid out beforehand, and leaves together with them in one write.

What a framework makes of fifteen headers, of which two differ from one chunk to the next, takes longer than
reading the chunk; and a film is read in hundreds of them (bench D1).
"""

from collections.abc import Mapping
from typing import Final

from aiohttp import HttpVersion11, hdrs, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.helpers import rfc822_formatted_time
from aiohttp.web_request import BaseRequest

from relay.app import NO_STORE, SECURITY_HEADERS

_ALWAYS: Final = "".join(
    f"{name}: {value}\r\n" for name, value in {**SECURITY_HEADERS, hdrs.CACHE_CONTROL: NO_STORE}.items()
)
_BEGINNINGS: Final = {
    status: f"HTTP/1.1 {status} {reason}\r\n{_ALWAYS}".encode("ascii")
    for status, reason in ((200, "OK"), (206, "Partial Content"))
}


def answer_at_once(
    request: web.Request, body: bytes | bytearray, *, status: int, headers: Mapping[str, str]
) -> web.StreamResponse:
    """Return an answer that leaves in one write, if the connection stays open as HTTP/1.1 has it by itself.

    Args:
        request: what is answered.
        body: all of it.
        status: 200 or 206.
        headers: further ones; those of every answer are added, as are length and date.
    """
    if request.version != HttpVersion11 or not request.keep_alive:  # the head says so, in one way or another
        return web.Response(body=body, status=status, headers=headers)
    return _AtOnce(body, status=status, headers=headers)


class _AtOnce(web.StreamResponse):
    """An answer that is written when it is prepared; aiohttp's signals do not see it."""

    def __init__(self, body: bytes | bytearray, *, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(status=status)
        own = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
        own += f"{hdrs.CONTENT_LENGTH}: {len(body)}\r\n{hdrs.DATE}: {rfc822_formatted_time()}\r\n\r\n"
        self._raw = b"".join([_BEGINNINGS[status], own.encode("ascii"), body])

    @property
    def keep_alive(self) -> bool:
        """Return True: ``answer_at_once`` saw to that."""
        return True

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter:
        """Write all of it, once, and wait until it was taken."""
        writer, raw, self._raw = request.writer, self._raw, b""
        if raw:
            await writer.write(raw)
            await writer.drain()
        return writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Do nothing: it ended when it was prepared."""
        del data
