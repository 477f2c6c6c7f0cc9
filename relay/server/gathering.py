# SPDX-License-Identifier: EUPL-1.2
"""Letting the kernel gather a slow body, so that one wake-up moves what would have been many.

``SO_RCVLOWAT`` is how much a socket must hold before it counts as readable (socket(7); for TCP, Linux makes
room for as much, and wakes at once for an end, an error or a full window). We ask for what comes in
``_GATHER_SECONDS`` at the pace so far: a fast sender brings ``_MOST_BYTES`` in no time, a slow one wakes us a
few times a second instead of at every packet. Never more is asked for than is missing, so that the last byte
waits for nothing, and what a sender that fell silent had brought is taken after a moment.
"""

import asyncio
import sys
from contextlib import suppress
from socket import SO_RCVLOWAT, SOL_SOCKET
from typing import Final, Protocol, cast

from relay.server.alarm import Alarm

_GATHER_SECONDS: Final = 0.4
_MOST_BYTES: Final = 131_072  # of one wake-up; of a hundred at once each may hold as much
_ANY: Final = 1
_ABLE: Final = sys.platform == "linux"  # elsewhere it is not said what a poll makes of it


class _Socket(Protocol):
    def setsockopt(self, level: int, option: int, value: int, /) -> None: ...


class Gathering:
    """How much one connection's socket gathers while one body comes in.

    Args:
        transport: the connection's.
        patience_seconds: after that, what has come is taken, however little.
    """

    def __init__(self, transport: asyncio.BaseTransport | None, *, patience_seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._patience = patience_seconds
        found = transport.get_extra_info("socket") if transport is not None and _ABLE else None
        self._socket = cast("_Socket | None", found)
        self._asked = _ANY
        self._since = self._loop.time()
        self._alarm = Alarm(lambda: self._ask(_ANY))

    def go_on(self, came: int, *, missing: int) -> None:
        """Ask for the next bytes, after ``came``; ``missing`` have not been read from the socket yet."""
        now = self._loop.time()
        pace = came / max(now - self._since, 1e-6)
        self._since = now
        self._ask(max(_ANY, min(int(pace * _GATHER_SECONDS), _MOST_BYTES, missing)))
        if self._asked > _ANY:
            self._alarm.set(self._patience)
        else:
            self._alarm.off()

    def end(self) -> None:
        """Ask for nothing in particular: a next request's first byte is to be heard."""
        self._alarm.end()
        self._ask(_ANY)

    def _ask(self, wanted: int) -> None:
        if self._socket is None or wanted == self._asked:
            return
        self._asked = wanted
        with suppress(OSError):  # closed meanwhile
            self._socket.setsockopt(SOL_SOCKET, SO_RCVLOWAT, wanted)
