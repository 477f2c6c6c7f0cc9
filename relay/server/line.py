# SPDX-License-Identifier: EUPL-1.2
"""What leaves by one connection: little waits in it, the kernel sends files, a cut throws all of it away."""

import asyncio
import socket
import struct
from dataclasses import dataclass, field
from typing import BinaryIO, Final

SEND_BUFFER_BYTES: Final = 64 * 1024
_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


@dataclass(slots=True, eq=False)
class Line:
    """One connection's way out."""

    transport: asyncio.Transport
    _sending: asyncio.Task[int] | None = field(default=None, init=False)
    _holds_little: bool = field(default=False, init=False)

    def hold_little(self) -> None:
        """From now on, let an answer end only when the kernel took it, and let the kernel take little."""
        if self._holds_little or self.transport.is_closing():
            return
        self._holds_little = True
        self.transport.set_write_buffer_limits(high=0)
        raw = self.transport.get_extra_info("socket")
        if raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)

    async def send_file(self, file: BinaryIO, *, start: int, length: int) -> int | None:
        """Let the kernel send a range of a file; what was written before must have left.

        Returns:
            How many bytes went out. None, and none did, where it cannot be done: TLS in this
            process, another event loop, a file system without it.

        Raises:
            ConnectionError: the line was cut, by either side.
        """
        loop = asyncio.get_running_loop()
        asked = loop.sendfile(self.transport, file, start, length, fallback=False)
        self._sending = asyncio.create_task(asked)
        try:
            return await self._sending
        except RuntimeError:
            return None
        except asyncio.CancelledError:
            if (current := asyncio.current_task()) is not None and current.cancelling():
                raise
            raise ConnectionResetError("cut while a file was sent") from None
        finally:
            self._sending = None

    def cut(self) -> None:
        """Cut it at once, with all that the kernel still holds."""
        raw = self.transport.get_extra_info("socket")
        if raw is not None and not self.transport.is_closing():
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.drop()

    def drop(self) -> None:
        """Close it at once; the kernel may still send what it took."""
        if self._sending is not None:
            self._sending.cancel()  # before the socket closes, which the event loop still watches for it
        self.transport.abort()
