# SPDX-License-Identifier: EUPL-1.2
"""Raw bytes at the door: no 5xx, no traceback, nothing quoted, and nobody else disturbed (G9, G10 small)."""

import asyncio
import contextlib
import logging
import os
import random
import re

import pytest

from tests.review.world import ODA
from tests.server.malformed import CORPUS
from tests.server.relays import Relay

MUTATIONS = int(os.environ.get("RELAY_RAW_REQUESTS", "1500"))
HOST = b"Host: localhost:%d\r\n"
HEAD = b"POST /v1/challenges HTTP/1.1\r\n%HContent-Type: application/json\r\n"


async def sent(port: int, raw: bytes, *, seconds: float = 0.6) -> bytes:
    """Send bytes and return what comes back until the other side closes or is silent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    found = b""
    with contextlib.suppress(TimeoutError, ConnectionError):
        writer.write(raw.replace(b"%H", HOST % port))
        await writer.drain()
        async with asyncio.timeout(seconds):
            while piece := await reader.read(65_536):
                found += piece
    writer.transport.abort()
    return found


def statuses(answer: bytes) -> list[int]:
    """Return the statuses of all answers in a stream."""
    return [int(found) for found in re.findall(rb"HTTP/1\.[01] (\d{3}) ", answer)]


def check(answer: bytes, raw: bytes) -> None:
    """Nothing of ours broke, and nothing of theirs was quoted."""
    assert all(status < 500 for status in statuses(answer)), (raw[:200], answer[:400])
    assert b"Traceback" not in answer
    assert b"aiohttp" not in answer.lower()


@pytest.mark.parametrize("raw", CORPUS, ids=lambda raw: repr(raw[:24])[2:-1].replace("%", ""))
async def test_a_malformed_request_gets_a_plain_refusal_or_nothing(
    relay: Relay, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """And no line of a log holds more than its enumerated event."""
    with caplog.at_level(logging.DEBUG):
        check(await sent(relay.port, raw, seconds=0.3), raw)
    assert "internal-error" not in relay.log.getvalue()
    assert "connection-error" not in relay.log.getvalue()
    assert not [found for found in caplog.records if found.levelno >= logging.WARNING or found.exc_info]


def smuggled(first: bytes) -> bytes:
    """Hide a second request in the first one's body."""
    return first + b"GET /v1/health HTTP/1.1\r\n%H\r\n"


@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n",
        b"Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n",
        b"Transfer-Encoding:\x0bchunked\r\nContent-Length: 0\r\n\r\n",
        b"Content-Length: 0\r\nContent-Length: 50\r\n\r\n",
        b"Content-Length: 00\r\nContent-Length: 0\r\n\r\n",
        b"Content-Length : 0\r\n\r\n",
        b"Content-Length: 0\n\n",
    ],
)
async def test_a_request_of_doubtful_length_ends_the_connection(relay: Relay, framing: bytes) -> None:
    """A second request hidden behind it is never answered on its own."""
    raw = smuggled(HEAD + framing)
    answer = await sent(relay.port, raw)
    check(answer, raw)
    assert 200 not in statuses(answer)


async def test_many_mutated_requests_leave_the_server_as_it_was(relay: Relay) -> None:
    """Seeded mutations of real requests; then an ordinary one is answered as ever."""
    lots = random.Random(20261122)
    token = (await relay.token(ODA)).encode()
    seeds = [raw for raw in CORPUS if 20 < len(raw) < 400] + [
        b"GET /v1/messages?limit=3 HTTP/1.1\r\n%HAuthorization: Bearer " + token + b"\r\n\r\n",
        b"HEAD /v1/uploads/" + b"A" * 22 + b" HTTP/1.1\r\n%HAuthorization: Bearer " + token + b"\r\n\r\n",
        HEAD + b'Content-Length: 22\r\n\r\n{"account":"ZZZZZZZZ"}',
    ]
    gate = asyncio.Semaphore(40)

    async def one() -> None:
        raw = mutated(lots.choice(seeds).replace(b"%H", HOST % relay.port), lots)
        async with gate:
            check(await sent(relay.port, raw, seconds=0.15), raw)

    await asyncio.gather(*(one() for _ in range(MUTATIONS)))
    assert "internal-error" not in relay.log.getvalue()
    assert (await relay.ask("GET", "/v1/session", by=ODA)).status == 200


def mutated(raw: bytes, lots: random.Random) -> bytes:
    """Change a few bytes: flip, drop, double, cut or splice."""
    changed = bytearray(raw)
    for _ in range(lots.randint(1, 6)):
        at = lots.randrange(len(changed)) if changed else 0
        match lots.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([lots.randrange(256)])
            case 1:
                del changed[at : at + lots.randint(1, 8)]
            case 2:
                changed[at:at] = changed[at : at + lots.randint(1, 40)]
            case 3:
                changed[at:at] = lots.choice(
                    [b"\r\n", b"\x00", b": ", b"chunked", b"%", b"\xff", b" HTTP/1.1"]
                )
            case _:
                del changed[lots.randrange(len(changed) + 1) :]
    return bytes(changed)
