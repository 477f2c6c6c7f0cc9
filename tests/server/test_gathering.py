# SPDX-License-Identifier: EUPL-1.2
"""A slow body is gathered by the kernel: fewer wake-ups, and nothing that was there is lost or later."""

import asyncio
import socket
import struct
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import ClassVar

import aiohttp
import pytest

from relay.server import bodies
from relay.server.connection import Connection
from tests.review.letters import chunk_of
from tests.review.world import ODA
from tests.server.letters import TUS, begun, upload_begun
from tests.server.relays import Relay

SIZE = 65_552
AGES = 60.0  # nobody's patience ends in these tests but where it is asked for
SOON = 10.0
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there does the kernel gather")


@dataclass(slots=True)
class Sending:
    """An upload whose head was sent, byte by byte from here on."""

    relay: Relay
    place: str
    content: bytes
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, start: int, end: int) -> None:
        """Send a slice, and let it arrive."""
        self.writer.write(self.content[start:end])
        await self.writer.drain()
        await asyncio.sleep(0.1)

    async def answer(self) -> bytes:
        """Return the head of the next answer."""
        async with asyncio.timeout(SOON):
            return await self.reader.readuntil(b"\r\n\r\n")

    async def offset(self) -> int:
        """Return how far the server says it is, once it has let go of the upload."""
        for _ in range(100):
            answer = await self.relay.ask("HEAD", self.place, by=ODA, headers=TUS)
            if (found := int(answer.headers["Upload-Offset"])) > 0:
                return found
            await asyncio.sleep(0.05)
        return 0


@asynccontextmanager
async def sending(relay: Relay) -> AsyncGenerator[Sending]:
    """Begin an upload over a connection of its own, up to its body."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    head = (
        f"PATCH {place} HTTP/1.1\r\nHost: localhost:{relay.port}\r\n"
        f"Authorization: Bearer {await relay.token(ODA)}\r\nTus-Resumable: 1.0.0\r\n"
        "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
        f"Content-Length: {SIZE}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    writer.write(head.encode())
    yield Sending(relay, place, chunk_of(message), reader, writer)
    writer.transport.abort()


@pytest.fixture(autouse=True)
def no_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes late would come after the test has failed."""
    monkeypatch.setattr(bodies, "_PATIENCE_SECONDS", AGES)


async def test_a_slow_body_wakes_the_server_a_few_times(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred and twenty packets, in a second or two."""
    sizes: list[int] = []
    received = Connection.data_received

    def counted(self: Connection, data: bytes) -> None:
        sizes.append(len(data))
        received(self, data)

    async with sending(real_relay) as upload:
        await upload.send(0, 1_000)
        monkeypatch.setattr(Connection, "data_received", counted)
        for at in range(1_000, 61_000, 500):
            upload.writer.write(upload.content[at : at + 500])
            await asyncio.sleep(0.01)
        await upload.send(61_000, SIZE)
        assert b" 204 " in await upload.answer()
    assert len(sizes) < 10


class Piece(bytes):
    """Bytes that say when nobody holds them any more."""

    gone: ClassVar[list[int]] = []

    def __del__(self) -> None:
        self.gone.append(len(self))


async def test_a_piece_is_held_by_nobody_while_the_next_is_awaited(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred slow senders would else hold a hundred pieces of 128 KiB, and did."""
    readchunk = aiohttp.StreamReader.readchunk

    async def noted(self: aiohttp.StreamReader) -> tuple[bytes, bool]:
        piece, ended = await readchunk(self)
        return Piece(piece), ended

    Piece.gone.clear()
    async with sending(real_relay) as upload:
        with monkeypatch.context() as patch:
            patch.setattr(aiohttp.StreamReader, "readchunk", noted)
            await upload.send(0, 30_000)
            assert sum(Piece.gone) == 30_000
        await upload.send(30_000, SIZE)
        assert b" 204 " in await upload.answer()


async def test_the_last_byte_waits_for_nothing(real_relay: Relay) -> None:
    """Never is more asked for than is missing."""
    async with sending(real_relay) as upload:
        for start, end in ((0, 20_000), (20_000, SIZE - 1), (SIZE - 1, SIZE)):
            await upload.send(start, end)
        assert b" 204 " in await upload.answer()


async def test_the_next_request_of_the_connection_is_heard_at_once(real_relay: Relay) -> None:
    """A head is shorter than what a body gathers."""
    async with sending(real_relay) as upload:
        await upload.send(0, 20_000)
        await upload.send(20_000, SIZE)
        assert b" 204 " in await upload.answer()
        host = f"Host: localhost:{real_relay.port}\r\n"
        upload.writer.write(f"GET /v1/programme HTTP/1.1\r\n{host}\r\n".encode())
        assert b" 200 " in await upload.answer()


@pytest.mark.parametrize("linger", [None, struct.pack("ii", 1, 0)], ids=["closed", "reset"])
async def test_what_was_gathered_when_a_connection_broke_is_kept(
    real_relay: Relay, linger: bytes | None
) -> None:
    """The kernel still has it, and says at once that there will be no more."""
    async with sending(real_relay) as upload:
        await upload.send(0, 1_000)
        await upload.send(1_000, 31_000)
        if linger is not None:
            raw = upload.writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        upload.writer.transport.abort()
        assert await upload.offset() == 31_000
