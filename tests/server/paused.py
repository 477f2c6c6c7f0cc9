# SPDX-License-Identifier: EUPL-1.2
"""A client that stops reading in the middle of a film, and the film."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass

from relay.records import MessageId, UploadId
from tests.review.world import Person
from tests.server.relays import Relay

LARGE = 64 * 1024 * 1024


@dataclass(slots=True)
class PausedReader:
    """A client that asks for content over a real socket and stops reading, with a small buffer."""

    connection: socket.socket
    read: int = 0

    async def take(self, size: int) -> bytes:
        """Read some bytes."""
        piece = await asyncio.get_running_loop().sock_recv(self.connection, size)
        self.read += len(piece)
        return piece

    async def drain(self) -> int:
        """Read all that still comes; return how many bytes that was."""
        before = self.read
        with contextlib.suppress(ConnectionError):
            while await self.take(65_536):
                pass
        return self.read - before


async def paused_reader(
    relay: Relay, path: str, *, by: Person, says: bytes = b"HTTP/1.1 200", more: str = "", times: int = 1
) -> PausedReader:
    """Ask for content, so many times at once, and read only its first bytes."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    connection.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(connection, ("127.0.0.1", relay.port))
    token = await relay.token(by)
    host = f"Host: localhost:{relay.port}\r\n"
    head = f"GET {path} HTTP/1.1\r\n{host}Authorization: Bearer {token}\r\n{more}\r\n"
    await loop.sock_sendall(connection, head.encode() * times)
    reader = PausedReader(connection)
    assert (await reader.take(1_000)).startswith(says)
    return reader


async def enlarge(relay: Relay, message: str) -> None:
    """Put a large blob in the part's place, as a long video would be."""

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGE // 2**20):
            yield b"\x5a" * 2**20

    blobs = relay.world.blobs
    await blobs.destroy(MessageId(message))
    await blobs.stage_append(UploadId("L" * 22), 0, pieces())
    await blobs.finalise(UploadId("L" * 22), f"{message}/0")
