# SPDX-License-Identifier: EUPL-1.2
"""Long answers, which the kernel sends from the file: exact, stopped within a piece, given up in time."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from relay.records import MessageId, UploadId
from relay.server import connection
from relay.server.sending import MOST_BYTES
from relay.server.sessions import Sessions, SignedIn
from tests.review.world import ADA, ODA, VIVI
from tests.server.letters import released, submitted, withdrawn
from tests.server.paused import LARGE, PausedReader, enlarge, paused_reader
from tests.server.relays import Relay

FILM = os.urandom(5 * 2**20 + 777)
ENOUGH = 24 * 2**20  # read this much, and the piece under way is one of the largest


async def film_of(relay: Relay, message: str) -> str:
    """Put random bytes in the part's place; return its path."""

    async def whole() -> AsyncIterator[bytes]:
        yield FILM

    blobs = relay.world.blobs
    await blobs.destroy(MessageId(message))
    await blobs.stage_append(UploadId("F" * 22), 0, whole())
    await blobs.finalise(UploadId("F" * 22), f"{message}/0")
    return f"/v1/messages/{message}/parts/0"


async def read_on(reader: PausedReader, size: int) -> None:
    """Read so many bytes, then stop."""
    while reader.read < size:
        await reader.take(262_144)


async def has_left(relay: Relay, message: str) -> bool:
    """Say whether nobody is sending a message any more, now or in a moment."""
    for _ in range(100):
        if relay.sending(message) == 0:
            return True
        await asyncio.sleep(0.02)
    return False


def without_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the event loop send no files."""

    async def cannot(*_: Any, **__: Any) -> int:
        raise NotImplementedError

    monkeypatch.setattr(asyncio.get_running_loop(), "sendfile", cannot)


@pytest.mark.parametrize("header", [None, "bytes=1-", "bytes=65552-3000000", "bytes=0-262208"])
async def test_a_long_answer_is_exact(real_relay: Relay, header: str | None) -> None:
    """Whole or by range, and the connection is good for the next question."""
    path = await film_of(real_relay, await submitted(real_relay))
    headers = {} if header is None else {"Range": header}
    first, _, last = (header or "bytes=0-").removeprefix("bytes=").partition("-")
    wanted = FILM[int(first) : int(last) + 1 if last else None]
    for _ in range(3):
        answer = await real_relay.ask("GET", path, by=ADA, headers=headers)
        assert answer.status == (206 if header else 200)
        assert hashlib.sha256(answer.body).digest() == hashlib.sha256(wanted).digest()
        assert int(answer.headers["Content-Length"]) == len(wanted)


async def test_where_the_kernel_cannot_the_bytes_are_the_same(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TLS in this process, another event loop, a file system without it."""
    without_kernel(monkeypatch)
    path = await film_of(real_relay, await submitted(real_relay))
    assert (await real_relay.ask("GET", path, by=ADA)).body == FILM


async def test_where_there_are_no_files_the_bytes_are_the_same(relay: Relay) -> None:
    """A relay in memory."""
    path = await film_of(relay, await submitted(relay))
    assert (await relay.ask("GET", path, by=ADA)).body == FILM


@pytest.mark.parametrize("by", ["kernel", "copying"])
async def test_p10_a_withdrawal_takes_back_what_is_under_way(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """They stop reading within a piece of 4 MiB; what comes after the acknowledgement is their own."""
    if by == "copying":
        without_kernel(monkeypatch)
    relay = real_relay
    message = await released(relay)
    await enlarge(relay, message)
    path = f"/v1/messages/{message}/parts/0"
    readers = [await paused_reader(relay, path, by=person) for person in (VIVI, ADA, ODA)]
    for reader in readers:
        await read_on(reader, ENOUGH)
    assert (await withdrawn(relay, message)).status == 200
    assert relay.sending(message) == 0 or await has_left(relay, message)
    for reader in readers:
        assert await reader.drain() <= 300 * 1024 < MOST_BYTES
    others = [await paused_reader(relay, path, by=VIVI, says=b"HTTP/1.1 4") for _ in range(20)]
    for reader in (*readers, *others):  # the sockets' numbers were used again, and nothing clung to them
        reader.connection.close()


async def test_a_piece_that_nobody_reads_is_given_up(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file passes by the buffers whose filling starts the clock for every other answer."""
    monkeypatch.setattr(connection, "_WRITE_STALL_SECONDS", 0.3)
    relay = real_relay
    message = await submitted(relay)
    await enlarge(relay, message)
    reader = await paused_reader(relay, f"/v1/messages/{message}/parts/0", by=ADA)
    await read_on(reader, ENOUGH)
    assert relay.sending(message) == 1
    assert await has_left(relay, message)
    assert "too-slow" in relay.log.getvalue()
    assert await reader.drain() < LARGE // 2
    reader.connection.close()


async def test_a_client_that_leaves_in_the_middle_is_no_error(real_relay: Relay) -> None:
    """A player that jumps elsewhere does so all the time."""
    relay = real_relay
    message = await submitted(relay)
    await enlarge(relay, message)
    reader = await paused_reader(relay, f"/v1/messages/{message}/parts/0", by=ADA)
    await read_on(reader, ENOUGH)
    reader.connection.close()
    assert await has_left(relay, message)
    assert "error" not in relay.log.getvalue()


async def test_a_client_that_leaves_before_it_is_let_in_is_no_error(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its line has no socket any more whose buffers could be made small."""
    message = await submitted(real_relay)
    token, found, inside, go_on = await real_relay.token(ADA), Sessions.find, asyncio.Event(), asyncio.Event()

    async def find(sessions: Sessions, token: str) -> SignedIn:
        inside.set()
        await go_on.wait()
        return await found(sessions, token)

    monkeypatch.setattr(Sessions, "find", find)
    asking = asyncio.create_task(
        real_relay.ask("GET", f"/v1/messages/{message}/parts/0", headers={"Authorization": f"Bearer {token}"})
    )
    await inside.wait()
    asking.cancel()
    await asyncio.sleep(0.1)
    go_on.set()
    await asyncio.sleep(0.1)
    assert "error" not in real_relay.log.getvalue()


async def test_a_file_that_turns_out_short_cuts_the_connection(real_relay: Relay, tmp_path: Path) -> None:
    """A short answer must not look like a whole one, nor wait for ever."""
    relay = real_relay
    message = await submitted(relay)
    await enlarge(relay, message)
    reader = await paused_reader(relay, f"/v1/messages/{message}/parts/0", by=ADA)
    os.truncate(next(tmp_path.rglob(f"blobs/{message}/0")), LARGE // 2)
    async with asyncio.timeout(20):
        assert await reader.drain() < LARGE
    assert await has_left(relay, message)
    reader.connection.close()
