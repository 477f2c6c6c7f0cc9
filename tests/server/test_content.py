# SPDX-License-Identifier: EUPL-1.2
"""Ciphertext to those who may open it, in exact ranges, and cut off by a withdrawal (P10, G5)."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from relay.records import MessageId
from relay.server.spans import Span, read_range
from tests.review.letters import chunk_of
from tests.review.world import ADA, CY, MAX, ODA, VERA, VIVI, YARA, Person
from tests.server.letters import approved, offered, released, submitted, withdrawn
from tests.server.paused import LARGE, enlarge, paused_reader
from tests.server.relays import Relay

SIZE = 65_552


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        (None, 0, SIZE),
        ("bytes=0-0", 0, 1),
        ("bytes=0-65551", 0, SIZE),
        ("bytes=100-199", 100, 200),
        ("bytes=65551-", SIZE - 1, SIZE),
        ("bytes=10-999999999", 10, SIZE),
        ("bytes=-10", SIZE - 10, SIZE),
        ("bytes=-999999", 0, SIZE),
    ],
)
def test_a_range_is_read_exactly(header: str | None, start: int, end: int) -> None:
    """Safari refuses anything but exact figures."""
    assert read_range(header, size=SIZE) == Span(start=start, end=end, size=SIZE, partial=header is not None)


@pytest.mark.parametrize(
    "header",
    [
        "bytes=65552-",
        "bytes=5-4",
        "bytes=-0",
        "bytes=-",
        "bytes=0-1,3-4",
        "octets=0-1",
        "bytes=a-b",
        "bytes=٣-٤",
        "",
        "bytes=0-" + "9" * 40,
    ],
)
def test_a_range_that_cannot_be_met_is_none(header: str) -> None:
    """416 follows."""
    assert read_range(header, size=SIZE) is None


async def test_a_part_and_its_leaves_come_whole_or_by_range(real_relay: Relay) -> None:
    """200 and 206 with exact figures, 416 with the size."""
    message = await submitted(real_relay)
    part = f"/v1/messages/{message}/parts/0"
    whole = await real_relay.ask("GET", part, by=ODA)
    assert (whole.status, whole.body, whole.headers["Content-Length"]) == (200, chunk_of(message), str(SIZE))
    some = await real_relay.ask("GET", part, by=ADA, headers={"Range": "bytes=7-106"})
    assert (some.status, some.body) == (206, chunk_of(message)[7:107])
    assert some.headers["Content-Range"] == f"bytes 7-106/{SIZE}"
    none = await real_relay.ask("GET", part, by=ADA, headers={"Range": f"bytes={SIZE}-"})
    assert (none.status, none.headers["Content-Range"]) == (416, f"bytes */{SIZE}")
    leaves = await real_relay.ask("GET", f"{part}/leaves", by=ADA)
    assert (leaves.status, len(leaves.body)) == (200, 32)
    assert (await real_relay.ask("GET", f"/v1/messages/{message}/parts/1", by=ADA)).status == 404


async def test_a_short_answer_says_what_every_answer_says(real_relay: Relay) -> None:
    """Its head is laid out beforehand; who closes the connection is answered by the framework, and alike."""
    place = f"/v1/messages/{await submitted(real_relay)}/parts/0"
    for more in ({}, {"Range": "bytes=7-106"}):
        kept = await real_relay.ask("GET", place, by=ODA, headers=more)
        closed = await real_relay.ask("GET", place, by=ODA, headers=more | {"Connection": "close"})
        assert closed.headers.pop("Connection") == "close"
        assert abs(parsedate_to_datetime(kept.headers.pop("Date")) - datetime.now(UTC)) < timedelta(minutes=1)
        del closed.headers["Date"]
        assert (kept.status, kept.body, kept.headers) == (closed.status, closed.body, closed.headers)


async def test_short_answers_follow_each_other_over_one_connection(real_relay: Relay) -> None:
    """And one that asks for the end gets it."""
    message = await submitted(real_relay)
    asks = (
        f"GET /v1/messages/{message}/parts/0 HTTP/1.1\r\nHost: localhost:{real_relay.port}\r\n"
        f"Authorization: Bearer {await real_relay.token(ODA)}\r\nRange: bytes=0-99\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", real_relay.port)
    writer.write((asks + "\r\n").encode() * 3 + (asks + "Connection: close\r\n\r\n").encode())
    async with asyncio.timeout(10):
        said = await reader.read()
    writer.close()
    assert said.count(b"HTTP/1.1 206 Partial Content\r\n") == 4
    assert said.count(b"\r\n\r\n" + chunk_of(message)[:100]) == 4


@pytest.mark.parametrize("stranger", [VIVI, VERA, YARA, CY, MAX], ids=lambda person: person.name)
async def test_who_may_not_open_it_gets_not_a_byte(relay: Relay, stranger: Person) -> None:
    """Neither before the release, nor from another case, nor as a manager."""
    for message in (
        await submitted(relay, "one"),
        await approved(relay, "two"),
        await offered(relay, "three"),
    ):
        for path in (f"/v1/messages/{message}/parts/0", f"/v1/messages/{message}/parts/0/leaves"):
            assert (await relay.ask("GET", path, by=stranger)).status in {403, 404}


async def test_an_unguessable_address_is_not_enough(relay: Relay) -> None:
    """globaleaks#826: the link was the only protection."""
    message = await released(relay)
    assert (await relay.ask("GET", f"/v1/messages/{message}/parts/0")).status == 401


async def test_p10_a_withdrawal_stops_a_paused_reader_at_what_its_own_buffers_hold(real_relay: Relay) -> None:
    """64 MiB were under way; after the acknowledgement at most 300 KiB can still be read."""
    relay = real_relay
    message = await released(relay)
    await enlarge(relay, message)
    readers = [
        await paused_reader(relay, f"/v1/messages/{message}/parts/0", by=person)
        for person in (VIVI, ADA, ODA)
    ]
    await asyncio.sleep(0.3)
    answer = await withdrawn(relay, message)
    assert answer.status == 200, answer
    for reader in readers:
        assert await reader.drain() <= 300 * 1024
        reader.connection.close()
    for person in (VIVI, ADA, ODA):
        assert (await relay.ask("GET", f"/v1/messages/{message}/parts/0", by=person)).status in {404, 410}


async def test_p10_of_many_racing_downloads_none_begins_or_goes_on_after_the_acknowledgement(
    real_relay: Relay,
) -> None:
    """Readers keep asking while it is taken back."""
    relay = real_relay
    message = await released(relay)
    token = {"Authorization": f"Bearer {await relay.token(VIVI)}"}
    acknowledged = asyncio.Event()
    late: list[int] = []

    async def keep_asking() -> None:
        for _ in range(2_000):
            after = acknowledged.is_set()
            if len(late) > 40:
                return
            try:
                answer = await relay.ask("GET", f"/v1/messages/{message}/parts/0", headers=token)
            except OSError:
                continue
            if after:
                late.append(answer.status)

    async def take_back() -> None:
        await asyncio.sleep(0.05)
        assert (await withdrawn(relay, message)).status == 200
        acknowledged.set()

    await asyncio.gather(take_back(), *(keep_asking() for _ in range(4)))
    assert late
    assert set(late) <= {404, 410}


async def test_a_blob_that_is_lost_midway_cuts_the_connection(real_relay: Relay) -> None:
    """A short answer must not look like a whole one."""
    relay = real_relay
    message = await released(relay)
    await enlarge(relay, message)
    reader = await paused_reader(relay, f"/v1/messages/{message}/parts/0", by=VIVI)
    await relay.world.blobs.destroy(MessageId(message))
    assert await reader.drain() < LARGE
    reader.connection.close()


def test_no_file_goes_out_whole() -> None:
    """FileResponse sent 63 of 64 MiB after the acknowledgement; only what can be cut sends from files."""
    for file in Path("relay").rglob("*.py"):
        code = "\n".join(
            line for line in file.read_text("utf-8").splitlines() if "``" not in line and '"""' not in line
        )
        assert "FileResponse(" not in code
        assert "sendfile(" not in code or file == Path("relay/server/line.py")
        assert "add_static(" not in code
