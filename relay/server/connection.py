# SPDX-License-Identifier: EUPL-1.2
"""One connection, guarded: headers in time, answers taken in time, broken requests answered without a trace.

Over aiohttp's own protocol class, because by itself it waits 75 seconds and more for a
request's headers, tells its version in every error, and logs the bytes that it could
not read. How many connections there may be is the ``Door``'s to say.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final, cast

from aiohttp import web
from aiohttp.web_request import BaseRequest

from relay.server.alarm import Alarm
from relay.server.answers import BareRefusal, raw_refusal
from relay.server.asked import Asked
from relay.server.line import Line
from relay.server.logs import Happening, Log
from relay.server.rates import network_of
from relay.server.statuses import code_of

_WRITE_STALL_SECONDS: Final = 30.0


@dataclass(slots=True, eq=False)
class Door:
    """Counts who is inside: so many in all, so many from one address, or from one household's network."""

    log: Log
    max_connections: int
    max_per_address: int
    header_seconds: float
    proxies: frozenset[str] = frozenset()  # many people come through one of these
    inside: Counter[str] = field(default_factory=Counter[str])
    total: int = 0

    def enter(self, address: str) -> bool:
        """Let a connection in, unless the house or its own room is full."""
        network = network_of(address)  # a household has a whole /64 of addresses to come from
        full = self.inside[network] >= self.max_per_address and address not in self.proxies
        if full or self.total >= self.max_connections:
            return False
        self.total += 1
        self.inside[network] += 1
        return True

    def leave(self, address: str) -> None:
        """Count a connection out."""
        network = network_of(address)
        self.total -= 1
        self.inside[network] -= 1
        if self.inside[network] <= 0:
            del self.inside[network]


class Connection(web.RequestHandler):
    """aiohttp's connection with our patience and our words."""

    def __init__(
        self, server: web.Server, *, door: Door, loop: asyncio.AbstractEventLoop, **settings: Any
    ) -> None:
        super().__init__(server, loop=loop, **settings)
        self._door = door
        self._address: str | None = None  # set once inside
        self._line: Line | None = None
        self._patience = Alarm(self._give_up)
        self._busy = False
        self.asked: Asked | None = None  # the last request for a range that was let in

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let it in and wait for headers, or say at once that the house is full."""
        peer = transport.get_extra_info("peername")
        address = str(cast("tuple[object, ...]", peer)[0]) if isinstance(peer, tuple) and peer else ""
        if not self._door.enter(address):
            self._door.log.say(Happening.TOO_BUSY)
            self.force_close()
            cast("asyncio.Transport", transport).write(raw_refusal("too-busy"))
            transport.close()
            return
        self._address = address
        self._line = Line(cast("asyncio.Transport", transport))
        super().connection_made(transport)
        self._patience.set(self._door.header_seconds)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Count it out."""
        self._patience.end()
        if self._address is not None:
            self._door.leave(self._address)
            self._address = None
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Start the clock at the first byte of a request."""
        if not self._busy and not self._patience.is_set and data:
            self._patience.set(self._door.header_seconds)
        super().data_received(data)

    @property
    def line(self) -> Line:
        """What leaves by it.

        Raises:
            ConnectionResetError: nothing does: it was never let in.
        """
        if self._line is None:
            raise ConnectionResetError
        return self._line

    async def send_file(self, file: BinaryIO, *, start: int, length: int) -> int | None:
        """Let the kernel send a range of a file, as ``Line.send_file`` does, if it is taken in time."""
        self._patience.set(_WRITE_STALL_SECONDS)  # nothing else would notice: it passes by every buffer
        try:
            return await self.line.send_file(file, start=start, length=length)
        finally:
            self._patience.off()

    def began(self) -> None:
        """Note that the headers are complete: a request is being answered."""
        self._busy = True
        self._patience.off()

    def ended(self) -> None:
        """Note that the request was answered: the next one may begin."""
        self._busy = False

    def pause_writing(self) -> None:
        """Give whoever does not read a while, then no more."""
        super().pause_writing()
        self._patience.set(_WRITE_STALL_SECONDS)

    def resume_writing(self) -> None:
        """Go on."""
        super().resume_writing()
        self._patience.off()

    def handle_error(
        self,
        request: BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # aiohttp's own words, which quote what was sent
    ) -> web.StreamResponse:
        """Answer what is no request, or what went wrong below every handler."""
        del message
        if status < 500:  # noqa: PLR2004
            self._door.log.say(Happening.MALFORMED_REQUEST, status=status)
        elif exc is not None and not isinstance(exc, ConnectionError):  # a line that was cut is no error
            self._door.log.failed(Happening.INTERNAL_ERROR, exc)
        if request.writer.output_size > 0:
            raise ConnectionError("the answer had begun")
        return BareRefusal(code_of(status))

    def log_exception(self, *_: Any, exc_info: BaseException | None = None, **__: Any) -> None:
        """Note that a connection failed, and nothing of what it carried."""
        if isinstance(exc_info, BaseException):
            self._door.log.failed(Happening.CONNECTION_ERROR, exc_info)

    def _give_up(self) -> None:
        self._door.log.say(Happening.TOO_SLOW)
        self.line.drop()


def connection_of(request: BaseRequest) -> Connection:
    """Return what a request came by."""
    return cast("Connection", request.protocol)
