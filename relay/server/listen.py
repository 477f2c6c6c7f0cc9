# SPDX-License-Identifier: EUPL-1.2
"""Listening: our connections in place of aiohttp's, no access log, and a stop that lets requests finish."""

import asyncio
import logging
import socket
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from relay.server.again import Again, Handle
from relay.server.connection import Connection, Door
from relay.server.logs import Happening, Log
from relay.server.parts import PARTS, PASSES, SETTINGS, STREAMS

_SILENT: Final = logging.getLogger("relay.silent")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False

_MAX_LINE_BYTES: Final = 8_190
_MAX_HEADERS: Final = 64
_LINGER_SECONDS: Final = 3.0
_STOP_SECONDS: Final = 10.0
_BACKLOG: Final = 1024
_BODY_BUFFER_BYTES: Final = 1 << 20  # uploads are taken in a mebibyte at a time


class GuardedServer(web.Server):
    """Makes one ``Connection`` for each that comes in."""

    def __init__(self, plain: web.Server, *, door: Door, handle: Handle, **settings: Any) -> None:
        super().__init__(handle, request_factory=plain.request_factory, **settings)
        self._door = door

    def __call__(self) -> web.RequestHandler:
        """Return the protocol of one connection."""
        return Connection(self, door=self._door, loop=self._loop, **self._kwargs)


class Runner(web.AppRunner):
    """aiohttp's runner, but for who answers the door."""

    async def _make_server(self) -> web.Server:
        plain = await super()._make_server()
        settings, log = self.app[SETTINGS], self.app[PARTS].log
        limits = settings.limits
        door = Door(
            log=log,
            max_connections=limits.max_connections,
            max_per_address=limits.max_connections_per_address,
            header_seconds=limits.header_seconds,
            proxies=settings.trusted_proxies,
        )
        again = Again(plain.request_handler, self.app[PASSES], self.app[STREAMS], self.app[PARTS].blobs)
        return GuardedServer(
            plain,
            handle=again,
            door=door,
            access_log=None,
            logger=_SILENT,
            auto_decompress=False,
            keepalive_timeout=limits.keep_alive_seconds,
            lingering_time=_LINGER_SECONDS,
            max_line_size=_MAX_LINE_BYTES,
            max_field_size=_MAX_LINE_BYTES,
            max_headers=_MAX_HEADERS,
            read_bufsize=_BODY_BUFFER_BYTES,
        )


@dataclass(frozen=True, slots=True)
class Listening:
    """A server that answers, until it is stopped."""

    runner: Runner
    port: int

    async def stop(self) -> None:
        """Take no more connections, end event streams, let requests finish, then close the parts' users."""
        await self.runner.cleanup()


def open_socket(host: str, port: int) -> socket.socket:
    """Return a bound TCP socket; with port 0 the system chooses one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.bind((host, port))
    return opened


async def listen(app: web.Application, *, on: socket.socket) -> Listening:
    """Serve ``app`` on a bound socket, from now on."""
    log = app[PARTS].log
    asyncio.get_running_loop().set_exception_handler(lambda _, context: _note(log, context))
    runner = Runner(app, shutdown_timeout=_STOP_SECONDS)
    await runner.setup()
    await web.SockSite(runner, on, backlog=_BACKLOG).start()
    port = int(on.getsockname()[1])
    log.say(Happening.STARTED, port=port)
    return Listening(runner, port)


def _note(log: Log, context: dict[str, Any]) -> None:
    """Note what the event loop could not give to anybody; its own words may quote bytes."""
    error = context.get("exception")
    if isinstance(error, BaseException):
        log.failed(Happening.CONNECTION_ERROR, error)
