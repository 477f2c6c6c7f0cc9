# SPDX-License-Identifier: EUPL-1.2
"""The same asked again: a player's next range differs from its last in one header alone.

Where a request is, to the byte, one that was let in over this very connection less than a second ago, nothing
of it is looked up once more: that took more time than the chunk itself (bench D1). Whatever else comes, and
whatever goes wrong, is the framework's.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import hdrs, web
from aiohttp.web_request import BaseRequest

from relay.errors import RelayError
from relay.review.streams import Streams
from relay.server.asked import Asked
from relay.server.at_once import PIECE_BYTES, send_at_once
from relay.server.connection import Connection, connection_of
from relay.server.passes import Passes
from relay.server.spans import read_range
from relay.storage.contract import Blobs

Handle = Callable[[BaseRequest], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Again:
    """What a server calls for each request, before its ``framework``."""

    framework: Handle
    passes: Passes
    streams: Streams
    blobs: Blobs

    async def __call__(self, request: BaseRequest) -> web.StreamResponse:
        """Send a range at once where its like was let in a moment ago; hand over what is anything else."""
        connection = connection_of(request)
        asked = connection.asked
        if asked is None or not asked.is_repeated_by(request) or not self.passes.stands(asked.shown):
            return await self.framework(request)
        connection.began()
        try:
            answer = await self._send(request, connection, asked)
        except RelayError:
            answer = None  # and nothing was sent: the framework asks again, and says why not
        finally:
            connection.ended()
        return await self.framework(request) if answer is None else answer

    async def _send(
        self, request: BaseRequest, connection: Connection, asked: Asked
    ) -> web.StreamResponse | None:
        span = read_range(request.headers.get(hdrs.RANGE), size=asked.size)
        if span is None or span.length > PIECE_BYTES:
            return None
        with self.streams.sending(asked.shown.message, stop=connection.line.cut) as stream:
            return await send_at_once(request, self.blobs, asked.blob, span=span, stream=stream)
