# SPDX-License-Identifier: EUPL-1.2
"""Slow clients, many clients and clients that do not read: each costs little and for a short time (G11)."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import pytest

from relay.server import connection
from relay.server.logs import make_log
from relay.server.parts import Limits
from tests.review.world import ODA, World
from tests.server.letters import begun, upload_begun
from tests.server.relays import Relay, populated, serving

QUICK = Limits(header_seconds=0.3, body_stall_seconds=0.3, keep_alive_seconds=0.4)
POST = b"POST /v1/challenges HTTP/1.1\r\n%HContent-Type: application/json\r\n"


@asynccontextmanager
async def impatient(limits: Limits = QUICK) -> AsyncGenerator[Relay]:
    """Serve with short patience."""
    world = World()
    async with serving(world, limits=limits) as relay:
        await populated(world, relay)
        yield relay


async def lifetime(relay: Relay, first: bytes, more: Callable[[], bytes] = bytes) -> tuple[float, bytes]:
    """Send something, then trickle; return how long the connection lived and what came."""
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    began, found = time.monotonic(), b""
    writer.write(first.replace(b"%H", b"Host: localhost:%d\r\n" % relay.port))
    with contextlib.suppress(ConnectionError):
        while time.monotonic() - began < 5:
            try:
                async with asyncio.timeout(0.05):
                    piece = await reader.read(65_536)
            except TimeoutError:
                writer.write(more())
                continue
            found += piece
            if not piece:
                break
    writer.transport.abort()
    return time.monotonic() - began, found


@pytest.mark.parametrize(
    ("first", "more"),
    [(b"", b""), (b"G", b""), (b"GET / HTTP/1.1\r\n", b""), (b"GET / HTTP/1.1\r\n", b"X: y\r\n")],
    ids=["silent", "one-byte", "half-a-head", "trickled-head"],
)
async def test_headers_that_do_not_come_end_the_connection(first: bytes, more: bytes) -> None:
    """Trickling a line now and then does not prolong it (slowloris)."""
    async with impatient() as relay:
        seconds, found = await lifetime(relay, first, lambda: more)
        assert 0.2 < seconds < 1.5
        assert found == b""
        assert "too-slow" in relay.log.getvalue()


async def test_a_second_request_s_headers_have_to_come_as_well() -> None:
    """Keep-alive is no way around it."""
    async with impatient() as relay:
        first = b"GET /v1/programme HTTP/1.1\r\n%H\r\nGET / HTTP/1.1\r\n"
        seconds, found = await lifetime(relay, first, lambda: b"X: y\r\n")
        assert found.count(b"HTTP/1.1 200") == 1
        assert seconds < 2


async def test_a_body_that_stands_still_is_refused() -> None:
    """408, coded."""
    async with impatient() as relay:
        head = POST + b"Content-Length: 100\r\n\r\n{"
        seconds, found = await lifetime(relay, head)
        assert b" 408 " in found
        assert b'"too-slow"' in found
        assert seconds < 5


async def test_an_upload_that_stands_still_keeps_what_came() -> None:
    """And its offset says so, with what the kernel had gathered when it fell silent."""
    async with impatient() as relay:
        place = await upload_begun(relay, await begun(relay))
        head = (
            f"PATCH {place} HTTP/1.1\r\nAuthorization: Bearer {await relay.token(ODA)}\r\n"
            "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\n"
            "Upload-Offset: 0\r\nContent-Length: 65552\r\n"
        )
        later = iter([b"", b"x" * 500])
        first = head.encode() + b"%H\r\n" + b"x" * 1_000
        _, found = await lifetime(relay, first, lambda: next(later, b""))
        assert b" 408 " in found
        assert b'"kept":"offset"' in found
        answer = await relay.ask("HEAD", place, by=ODA, headers={"Tus-Resumable": "1.0.0"})
        assert answer.headers["Upload-Offset"] == "1500"


async def test_a_body_that_trickles_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then is not progress."""
    monkeypatch.setattr("relay.server.bodies._GRACE_SECONDS", 0.2)
    async with impatient() as relay:
        head = POST + b"Content-Length: 900\r\n\r\n{"
        seconds, found = await lifetime(relay, head, lambda: b" ")
        assert b" 408 " in found
        assert seconds < 5


async def test_an_answer_that_nobody_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is not held for who does not read."""
    monkeypatch.setattr(connection, "_WRITE_STALL_SECONDS", 0.3)
    async with impatient() as relay:
        _, writer = await asyncio.open_connection("127.0.0.1", relay.port, limit=1_000)
        request = b"GET /v1/openapi.json HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % relay.port
        with contextlib.suppress(ConnectionError):
            for _ in range(400):
                writer.write(request)
                await asyncio.sleep(0.01)
                if "too-slow" in relay.log.getvalue():
                    break
        assert "too-slow" in relay.log.getvalue()
        writer.transport.abort()


async def test_an_idle_connection_is_closed() -> None:
    """After the keep-alive time."""
    async with impatient() as relay:
        seconds, found = await lifetime(relay, b"GET /v1/programme HTTP/1.1\r\n%H\r\n")
        assert b" 200 " in found
        assert 0.3 < seconds < 3


async def test_one_address_gets_only_so_many_connections_and_is_told_so() -> None:
    """The others are served as ever once there is room."""
    async with impatient(Limits(max_connections_per_address=5)) as relay:
        held = [await asyncio.open_connection("127.0.0.1", relay.port) for _ in range(5)]
        await asyncio.sleep(0.05)
        _, found = await lifetime(relay, b"GET /v1/programme HTTP/1.1\r\n%H\r\n")
        assert found.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: " in found
        assert found.endswith(b'{"code":"too-busy","kept":null}')
        for _, writer in held:
            writer.transport.abort()
        await asyncio.sleep(0.1)
        assert (await relay.ask("GET", "/v1/programme")).status == 200


def test_one_household_s_network_gets_only_so_many_connections() -> None:
    """Whoever has one IPv6 network has more addresses than any house has room for."""
    door = connection.Door(log=make_log(), max_connections=2_000, max_per_address=64, header_seconds=1.0)
    let_in = [door.enter(f"2001:db8::{number:x}") for number in range(200)]
    assert let_in.count(True) == 64
    assert door.enter("2001:db8:0:1::1")
    door.leave("2001:db8::1")
    assert door.enter("2001:db8::ffff")


async def test_a_trusted_proxy_brings_more_than_one_person() -> None:
    """Its address is not one client's; the house's own limit still holds."""
    world = World()
    limits = Limits(max_connections_per_address=2, max_connections=6)
    async with serving(world, limits=limits, trusted_proxies=frozenset({"127.0.0.1"})) as relay:
        held = [await asyncio.open_connection("127.0.0.1", relay.port) for _ in range(5)]
        assert (await relay.ask("GET", "/v1/programme")).status == 200
        _, found = await lifetime(relay, b"GET /v1/programme HTTP/1.1\r\n%H\r\n")
        assert found.startswith(b"HTTP/1.1 503 ")
        for _, writer in held:
            writer.transport.abort()


async def test_hundreds_of_slow_clients_do_not_slow_the_others() -> None:
    """An ordinary request takes no longer beside them."""
    async with impatient(Limits(header_seconds=3.0, max_connections_per_address=400)) as relay:
        held = [await asyncio.open_connection("127.0.0.1", relay.port) for _ in range(250)]
        for _, writer in held:
            writer.write(b"GET / HTTP/1.1\r\nX: ")
        took: list[float] = []
        for _ in range(50):
            began = time.monotonic()
            assert (await relay.ask("GET", "/v1/programme")).status == 200
            took.append(time.monotonic() - began)
        for _, writer in held:
            writer.transport.abort()
        assert sorted(took)[45] < 0.2


async def test_a_stop_lets_a_request_finish_and_ends_event_streams() -> None:
    """Ctrl-C is no reason to lose a letter."""
    world = World()
    async with serving(world) as relay:
        await populated(world, relay)
        headers = {"Authorization": f"Bearer {await relay.token(ODA)}"}
        stream = await relay.http.get(relay.origin + "/v1/events", headers=headers)
        began = time.monotonic()
        await relay.listening.stop()
        await stream.content.read()
        assert time.monotonic() - began < 5
