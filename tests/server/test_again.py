# SPDX-License-Identifier: EUPL-1.2
"""A range asked for again over one connection: past every look-up until something changed."""

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from relay.records import MessageId
from relay.review.reading import PartBlob
from relay.server import content
from relay.server.parts import PASSES
from relay.server.passes import PASS_SECONDS
from relay.server.sessions import Sessions, SignedIn
from relay.storage.faults import Fault
from tests.review.letters import chunk_of, readiness
from tests.review.world import ODA, VIVI
from tests.server.letters import post, record, released, withdrawn
from tests.server.paused import paused_reader
from tests.server.relays import Relay

Headers = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Said:
    """One answer as it came over the wire, but for its date."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes

    @property
    def code(self) -> bytes:
        return self.body.split(b'"')[3]


@dataclass(slots=True, kw_only=True)
class Player:
    """One connection over which one person asks for ranges of one part."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    path: str
    headers: Headers
    range_first: bool = True

    async def ask(
        self, span: str = "bytes=0-99", *, line: str = "", more: Headers | None = None, body: str = ""
    ) -> Said:
        """Send one request, and read its answer."""
        asked = {"Range": span} | (more or {})
        headers = asked | self.headers | asked if self.range_first else self.headers | asked
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
        line = line or f"GET {self.path} HTTP/1.1"
        self.writer.write(f"{line}\r\n{head}\r\n{body}".encode())
        async with asyncio.timeout(10):
            return await self.answer()

    async def get_in(self) -> None:
        """Ask once by the framework, and once past it."""
        for _ in range(2):
            assert (await self.ask()).status == 206

    async def answer(self) -> Said:
        """Read one answer."""
        first, *lines = (await self.reader.readuntil(b"\r\n\r\n")).rstrip().split(b"\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(b": ") for line in lines)}
        headers.pop(b"date")
        body = await self.reader.readexactly(int(headers[b"content-length"]))
        return Said(status=int(first.split()[1]), headers=headers, body=body)


@asynccontextmanager
async def playing(relay: Relay, message: str, *, range_first: bool = True) -> AsyncGenerator[Player]:
    """Open a connection of the addressee's."""
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    headers = {"Host": f"localhost:{relay.port}", "Authorization": f"Bearer {await relay.token(VIVI)}"}
    path = f"/v1/messages/{message}/parts/0"
    try:
        yield Player(reader=reader, writer=writer, path=path, headers=headers, range_first=range_first)
    finally:
        writer.close()


async def signed_out(relay: Relay, player: Player) -> None:
    """Sign out over another connection."""
    token = {"Authorization": player.headers["Authorization"]}
    assert (await relay.ask("DELETE", "/v1/session", headers=token)).status == 204


@dataclass(slots=True)
class LookedUp:
    """Counts how often a session was looked up: the framework always does."""

    tokens: list[str] = field(default_factory=list[str])

    def taken(self) -> int:
        """Return how often, since this was last asked."""
        count = len(self.tokens)
        self.tokens.clear()
        return count


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> LookedUp:
    """Count from now on."""
    counted, really = LookedUp(), Sessions.find

    async def find(sessions: Sessions, token: str) -> SignedIn:
        counted.tokens.append(token)
        return await really(sessions, token)

    monkeypatch.setattr(Sessions, "find", find)
    return counted


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no pass end by itself while a slow machine runs a test."""
    monkeypatch.setattr("relay.server.passes.PASS_SECONDS", 60.0)


@pytest.mark.usefixtures("unhurried")
async def test_a_range_asked_again_is_answered_alike_and_looked_up_once(
    real_relay: Relay, looked_up: LookedUp
) -> None:
    """What the framework says and what leaves past it differ in nothing but the range."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        looked_up.taken()
        first = await player.ask("bytes=0-99")
        assert (first.status, looked_up.taken()) == (206, 1)
        for start, end in ((0, 99), (1000, 1099), (65_452, 65_551)):
            said = await player.ask(f"bytes={start}-{end}")
            assert (said.status, said.body) == (206, chunk_of(message)[start : end + 1])
            assert said.headers.pop(b"content-range") == b"bytes %d-%d/65552" % (start, end)
            assert said.headers == {k: v for k, v in first.headers.items() if k != b"content-range"}
        whole = await player.ask("bytes=0-")
        assert (whole.body, whole.headers[b"content-range"]) == (chunk_of(message), b"bytes 0-65551/65552")
        assert looked_up.taken() == 0


@pytest.mark.usefixtures("unhurried")
async def test_the_leaves_are_another_thing_than_the_part(real_relay: Relay, looked_up: LookedUp) -> None:
    """Asked for in turn over one connection, each is what it is."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        leaves = f"GET {player.path}/leaves HTTP/1.1"
        for _ in range(2):
            assert (await player.ask("bytes=0-31", line=leaves)).headers[b"content-range"].endswith(b"/32")
            assert (await player.ask("bytes=0-31")).headers[b"content-range"].endswith(b"/65552")
        looked_up.taken()
        assert (await player.ask("bytes=0-31")).body == chunk_of(message)[:32]
        assert looked_up.taken() == 0


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize(
    ("more", "status", "code"),
    [
        ({"Authorization": ""}, 401, b"session-expired"),
        ({"Authorization": "Bearer " + "A" * 43}, 401, b"session-expired"),
        ({"Host": "elsewhere.example"}, 403, b"forbidden"),
        ({"Host": ""}, 400, b"malformed"),
        ({"Range": "bytes=65552-"}, 416, b"wrong-shape"),
        ({"Range": "bytes=5-4"}, 416, b"wrong-shape"),
        ({"Range": "lines=1-2"}, 416, b"wrong-shape"),
    ],
)
async def test_what_may_not_be_is_refused_after_what_may(
    real_relay: Relay, more: Headers, status: int, code: bytes
) -> None:
    """Over the very connection that was let in a moment ago."""
    async with playing(real_relay, await released(real_relay)) as player:
        await player.get_in()
        refused = await player.ask(more=more)
        assert refused.status == status
        assert refused.code == code


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize(
    ("line", "more", "status"),
    [
        ("GET {path}?more=1 HTTP/1.1", {}, 400),
        ("GET {path}x HTTP/1.1", {}, 404),
        ("GET /v1/messages/AAAAAAAAAAAAAAAAAAAAAA/parts/0 HTTP/1.1", {}, 404),
        ("GET {path} HTTP/1.0", {}, 206),
        ("POST {path} HTTP/1.1", {"Content-Length": "0"}, 405),
        ("DELETE {path} HTTP/1.1", {}, 405),
        ("GET {path} HTTP/1.1", {"If-Range": '"any"'}, 200),
        ("GET {path} HTTP/1.1", {"Range": ""}, 200),
        ("GET {path} HTTP/1.1", {"Connection": "close"}, 206),
        ("GET {path} HTTP/1.1", {"Cookie": "a=b"}, 206),
        ("GET {path} HTTP/1.1", {"Origin": "https://elsewhere.example"}, 206),
    ],
)
async def test_whatever_differs_in_more_than_its_range_is_the_frameworks(
    real_relay: Relay, looked_up: LookedUp, line: str, more: Headers, status: int
) -> None:
    """Its line, its version, a header more, a header less."""
    async with playing(real_relay, await released(real_relay)) as player:
        await player.get_in()
        looked_up.taken()
        said = await player.ask(line=line.format(path=player.path), more=more)
        assert said.status == status
        assert looked_up.taken() == (1 if status in {200, 206} or "?" in line or "AAAA" in line else 0)


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize(
    "more",
    [
        {"If-Range": '"any"'},
        {"Connection": "close, keep-alive"},
        {"Content-Length": "2"},
        {"range": "bytes=0-5"},
        {"Upgrade": "h2c", "Connection": "Upgrade"},
        {"X-One": "a" * 5_000, "X-Other": "b" * 5_000},  # a thousand connections would hold what they said
    ],
)
async def test_what_asks_for_more_than_bytes_is_looked_up_each_time(
    real_relay: Relay, looked_up: LookedUp, more: Headers
) -> None:
    """Its answer may hang on more than the range, or its body has to be read."""
    async with playing(real_relay, await released(real_relay)) as player:
        looked_up.taken()
        body = "ab" * ("Content-Length" in more)
        for _ in range(3):
            said = await player.ask(more=more, body=body)
            assert said.status in {200, 206}
            if said.headers.get(b"connection") == b"close":
                return
            assert looked_up.taken() == 1


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("range_first", [True, False])
async def test_another_person_over_the_same_connection_is_asked_who_they_are(
    real_relay: Relay, looked_up: LookedUp, *, range_first: bool
) -> None:
    """A proxy puts many people's requests on one connection."""
    message = await released(real_relay)
    tokens = [await real_relay.token(person) for person in (VIVI, ODA)]
    async with playing(real_relay, message, range_first=range_first) as player:
        looked_up.taken()
        for token in tokens * 2:
            said = await player.ask(more={"Authorization": f"Bearer {token}"})
            assert said.status == 206
        assert looked_up.tokens == tokens * 2


async def test_who_asks_for_long_is_looked_up_again(
    real_relay: Relay, looked_up: LookedUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pass ends after a second, however often it is shown."""
    now = [100.0]
    passes = real_relay.listening.runner.app[PASSES]
    monkeypatch.setattr(passes, "monotonic", lambda: now[0])
    async with playing(real_relay, await released(real_relay)) as player:
        looked_up.taken()
        for step in range(11):
            now[0] = 100.0 + step * PASS_SECONDS / 5
            assert (await player.ask()).status == 206
        assert looked_up.taken() == 3


@pytest.mark.usefixtures("unhurried")
async def test_p10_taken_back_the_next_range_is_refused(real_relay: Relay) -> None:
    """Over the connection that was let in, without waiting for its pass to end."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        await player.get_in()
        assert (await withdrawn(real_relay, message)).status == 200
        assert (await player.ask()).code == b"withdrawn"


@pytest.mark.usefixtures("unhurried")
async def test_p10_who_asks_ahead_and_does_not_read_is_cut_off(
    real_relay: Relay, looked_up: LookedUp
) -> None:
    """The chunk that waits in the relay's memory is thrown away, and so is all that was asked after it."""
    message = await released(real_relay)
    path, all_of_it = f"/v1/messages/{message}/parts/0", "Range: bytes=0-65551\r\n"
    await real_relay.token(VIVI)
    looked_up.taken()
    reader = await paused_reader(real_relay, path, by=VIVI, says=b"HTTP/1.1 206", more=all_of_it, times=40)
    await asyncio.sleep(0.3)
    assert (looked_up.taken(), real_relay.sending(message)) == (1, 1)
    assert (await withdrawn(real_relay, message)).status == 200
    assert real_relay.sending(message) == 0
    async with asyncio.timeout(10):
        assert await reader.drain() <= 300 * 1024
    reader.connection.close()


@pytest.mark.usefixtures("unhurried")
async def test_given_back_the_next_range_is_refused(real_relay: Relay) -> None:
    """The addressee gives the letter back to be kept."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        await player.get_in()
        keep = readiness(real_relay.world, await record(real_relay, message), VIVI, answer="keep")
        assert (await post(real_relay, message, "readiness", keep, by=VIVI)).status == 200
        assert (await player.ask()).status in {404, 410}


@pytest.mark.usefixtures("unhurried")
async def test_signed_out_the_next_range_is_refused(real_relay: Relay) -> None:
    """Another tab signs out; the player's own connection has to notice."""
    async with playing(real_relay, await released(real_relay)) as player:
        await player.get_in()
        await signed_out(real_relay, player)
        assert (await player.ask()).code == b"session-expired"


@pytest.mark.usefixtures("unhurried")
async def test_of_two_connections_let_in_at_once_neither_outlives_signing_out(
    real_relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were asked about before either had a pass."""
    message, really, inside = await released(real_relay), content.open_part, asyncio.Barrier(2)

    async def together(*what: Any, **which: Any) -> PartBlob:
        found = await really(*what, **which)
        await inside.wait()
        return found

    monkeypatch.setattr(content, "open_part", together)
    async with playing(real_relay, message) as one, playing(real_relay, message) as other:
        assert [said.status for said in await asyncio.gather(one.ask(), other.ask())] == [206, 206]
        await signed_out(real_relay, one)
        assert [(await player.ask()).status for player in (one, other)] == [401, 401]


@pytest.mark.usefixtures("unhurried")
async def test_signed_out_while_its_end_was_written_down_a_session_is_over(relay: Relay) -> None:
    """The session was looked up before, and would have been given a pass after."""
    ledger = relay.world.ledger
    async with playing(relay, await released(relay)) as player:
        relay.world.now += 61
        ledger.faults.plan("commit", Fault.SLOW)
        asking = asyncio.create_task(player.ask())
        await asyncio.sleep(0.1)
        await signed_out(relay, player)
        ledger.faults.go_on.set()
        assert (await asking).code == b"session-expired"
        assert (await player.ask()).code == b"session-expired"


@pytest.mark.usefixtures("unhurried")
async def test_what_was_cut_short_meanwhile_is_refused_and_noted(real_relay: Relay, tmp_path: Path) -> None:
    """Nothing short looks like a whole, and whoever looks after the disk is told, once for each time."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        await player.get_in()
        os.truncate(tmp_path / "content" / "blobs" / message / "0", 50)
        for more in ({}, {"X-Else": "yes"}):
            assert (await player.ask(more=more)).code == b"internal"
    assert real_relay.log.getvalue().count("storage-broken") == 2


@pytest.mark.usefixtures("unhurried")
async def test_what_is_lost_meanwhile_is_refused_in_words(real_relay: Relay) -> None:
    """The way past the framework finds no bytes, and the framework says so."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        await player.get_in()
        await real_relay.world.blobs.destroy(MessageId(message))
        assert (await player.ask()).code == b"not-found"


@pytest.mark.usefixtures("unhurried")
async def test_ranges_sent_at_once_are_answered_in_their_order(real_relay: Relay) -> None:
    """Pipelined over one connection, the first by the framework."""
    message = await released(real_relay)
    async with playing(real_relay, message) as player:
        asks = "".join(
            f"GET {player.path} HTTP/1.1\r\nRange: bytes={at}-{at + 9}\r\n"
            + "".join(f"{name}: {value}\r\n" for name, value in player.headers.items())
            + "\r\n"
            for at in range(0, 200, 10)
        )
        player.writer.write(asks.encode())
        async with asyncio.timeout(10):
            bodies = [(await player.answer()).body for _ in range(20)]
        assert b"".join(bodies) == chunk_of(message)[:200]
