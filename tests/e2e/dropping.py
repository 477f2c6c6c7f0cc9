# SPDX-License-Identifier: EUPL-1.2
"""A line between a browser and a relay that goes down in the middle of a request, and stays down."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

_PIECE_BYTES: Final = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a request, as a server has it."""

    method: bytes
    fields: dict[bytes, bytes]
    written: bytes


@dataclass(slots=True, kw_only=True)
class Line:
    """A proxy for one browser: what it still carries of a film, and what it carried."""

    port: int  # of the relay
    left: int = 1 << 60  # bytes of uploads until it goes down; 0: nothing comes through
    offsets: list[int] = field(default_factory=list[int])  # where each upload's request began
    carried: int = 0  # bytes of uploads that went through
    cut: int = 0  # requests that were broken off after some of their bytes had gone through
    _near: set[asyncio.StreamWriter] = field(default_factory=set[asyncio.StreamWriter])

    async def serve(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """Carry the requests of one connection, one after the other."""
        self._near.add(back)
        try:
            if self.left:
                await self._connected(near, back)
        except* (OSError, EOFError):  # either side is gone, or the relay is not there just now
            pass
        finally:
            self._near.discard(back)
            back.transport.abort()

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        answers, far = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._answers(answers, back))
                both.create_task(self._requests(near, far))
        finally:
            far.close()  # what was carried arrives

    async def _answers(self, answers: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while True:
            back.write(await _some(answers, _PIECE_BYTES))
            await back.drain()

    async def _requests(self, near: asyncio.StreamReader, far: asyncio.StreamWriter) -> None:
        while True:
            head = _read(await near.readuntil(b"\r\n\r\n"))
            far.write(head.written)
            length = int(head.fields.get(b"content-length", b"0"))
            if head.method == b"PATCH":
                self.offsets.append(int(head.fields[b"upload-offset"]))
                await self._upload(near, far, length)
            else:
                far.write(await near.readexactly(length))
            await far.drain()

    async def _upload(self, near: asyncio.StreamReader, far: asyncio.StreamWriter, length: int) -> None:
        carried = 0
        while carried < length:
            piece = await _some(near, min(length - carried, _PIECE_BYTES, self.left))
            far.write(piece)
            await far.drain()
            carried += len(piece)
            self.carried += len(piece)
            self.left -= len(piece)
            if not self.left:
                self.cut += carried < length
                self.break_off()

    def break_off(self) -> None:
        """Break every connection of the browser."""
        for one in self._near:
            one.transport.abort()


async def _some(reader: asyncio.StreamReader, most: int) -> bytes:
    if not (piece := await reader.read(most)):
        raise EOFError
    return piece


def _read(asked: bytes) -> Head:
    """Read a request's head: a proxy is asked by whole address."""
    first, *lines = asked.removesuffix(b"\r\n\r\n").split(b"\r\n")
    method, address, version = first.split(b" ")
    path = b"/" + address.partition(b"://")[2].partition(b"/")[2]
    kept = [line for line in lines if not line.lower().startswith(b"proxy-")]
    told = (line.partition(b":") for line in kept)
    return Head(
        method=method,
        fields={name.lower(): value.strip() for name, _, value in told},
        written=b"\r\n".join([b" ".join((method, path, version)), *kept, b"", b""]),
    )


@asynccontextmanager
async def line_to(port: int) -> AsyncGenerator[tuple[Line, str]]:
    """Yield a line to a relay on this machine, and the address at which a browser finds it."""
    line = Line(port=port)
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    try:
        yield line, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        line.break_off()
