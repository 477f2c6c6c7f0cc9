# SPDX-License-Identifier: EUPL-1.2
"""A load of prepared requests: bytes go out, statuses and times come back, nothing is parsed twice.

Each connection sends its next request when the answer to the last has come. The same
loader drives every peer.
"""

import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_LENGTH: Final = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_LIMIT_BYTES: Final = 1 << 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a run of requests came to."""

    seconds: float
    latencies: tuple[float, ...]  # rising, in seconds
    refused: int

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency that ``share`` of the answers did not exceed, in seconds."""
        return self.latencies[min(int(len(self.latencies) * share), len(self.latencies) - 1)]


def request(method: str, path: str, *, host: str, body: bytes = b"", token: str | None = None) -> bytes:
    """Write one HTTP/1.1 request."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    if body:
        lines.append("Content-Type: application/json")
    if token:
        lines.append(f"Authorization: Bearer {token}")
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


async def send(requests: Sequence[bytes], *, port: int, connections: int) -> Load:
    """Send every request once over ``connections`` connections.

    Raises:
        RuntimeError: a connection broke.
    """
    queue = iter(requests)
    latencies: list[float] = []
    refused: list[int] = []
    began = time.perf_counter()
    await asyncio.gather(*(_serve(queue, port, latencies, refused) for _ in range(connections)))
    return Load(seconds=time.perf_counter() - began, latencies=tuple(sorted(latencies)), refused=len(refused))


async def _serve(queue: Iterator[bytes], port: int, latencies: list[float], refused: list[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=_LIMIT_BYTES)
    for outgoing in queue:
        began = time.perf_counter()
        writer.write(outgoing)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length is not None:
            await reader.readexactly(int(length[1]))
        latencies.append(time.perf_counter() - began)
        if not head.startswith(b"HTTP/1.1 2"):
            refused.append(int(head[9:12]))
    writer.close()
