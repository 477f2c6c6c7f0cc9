# SPDX-License-Identifier: EUPL-1.2
"""Bytes of one file sent by the kernel, whole, in pieces or slowly: the same client for every server.

What is sent lies in memory (tmpfs), so that only the server's disk is at work.
"""

import asyncio
import os
import re
import socket
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_LENGTH: Final = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_HEAD_END: Final = b"\r\n\r\n"
_STALL_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One request: where it goes, and which bytes of the source are its body."""

    method: str
    path: str
    headers: Mapping[str, str]
    start: int
    length: int

    def head(self, host: str) -> bytes:
        """Return the request up to its body."""
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}", f"Content-Length: {self.length}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode("ascii")


def send_all(uploads: Sequence[Sequence[Piece]], *, source: Path, host: str, port: int) -> None:
    """Send each upload's pieces one after the other, all uploads at once, each over its own connection.

    Raises:
        RuntimeError: an answer was no success.
    """

    def one(pieces: Sequence[Piece]) -> None:
        with source.open("rb") as file, socket.create_connection(("127.0.0.1", port), _STALL_SECONDS) as link:
            for piece in pieces:
                link.sendall(piece.head(host))
                _send_body(link, file.fileno(), piece)
                _check(_answer(link))

    with ThreadPoolExecutor(len(uploads)) as pool:
        for done in [pool.submit(one, pieces) for pieces in uploads]:
            done.result()


def _send_body(link: socket.socket, file: int, piece: Piece) -> None:
    at, end = piece.start, piece.start + piece.length
    link.setblocking(True)
    while at < end:
        at += os.sendfile(link.fileno(), file, at, end - at)


def _answer(link: socket.socket) -> bytes:
    found = b""
    while _HEAD_END not in found:
        more = link.recv(65_536)
        if not more:
            raise RuntimeError("the connection ended without an answer")
        found += more
    head, _, body = found.partition(_HEAD_END)
    length = _LENGTH.search(head)
    missing = int(length[1]) - len(body) if length else 0
    while missing > 0:
        missing -= len(link.recv(missing))
    return head


def _check(head: bytes) -> None:
    if not head.startswith(b"HTTP/1.1 2"):
        raise RuntimeError(f"refused: {head.splitlines()[0].decode('latin-1')}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How slowly a sender sends: so many bytes, then so many seconds of silence."""

    step_bytes: int
    rest_seconds: float


def send_slowly(pieces: Sequence[Piece], *, source: Path, host: str, port: int, pace: Pace) -> None:
    """Send all pieces at once, each over its own connection and from its own loopback address, at a pace."""
    content = source.read_bytes()
    asyncio.run(_slowly(pieces, content, lambda piece: piece.head(host), port, pace))


async def _slowly(
    pieces: Sequence[Piece], content: bytes, head: Callable[[Piece], bytes], port: int, pace: Pace
) -> None:
    async def one(number: int, piece: Piece) -> None:
        # One address may hold only so many connections, here as in life.
        mine = (f"127.0.1.{number + 1}", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=mine)
        writer.write(head(piece))
        for at in range(piece.start, piece.start + piece.length, pace.step_bytes):
            writer.write(content[at : min(at + pace.step_bytes, piece.start + piece.length)])
            await writer.drain()
            await asyncio.sleep(pace.rest_seconds)
        _check(await reader.readuntil(_HEAD_END))
        writer.close()

    await asyncio.gather(*(one(number, piece) for number, piece in enumerate(pieces)))
