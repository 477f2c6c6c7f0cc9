# SPDX-License-Identifier: EUPL-1.2
"""Bytes that are acknowledged while the sweeper is at their upload: they stay, or nobody was told so."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from relay.records import Message, MessageId, State, Upload, UploadId
from relay.review import service
from relay.review.desk import Desk
from relay.server.parts import DESK
from relay.server.sweeper import forget_expired
from tests.review.letters import chunk_of
from tests.review.world import ODA
from tests.server.letters import TUS, begun, patched, upload_begun
from tests.server.relays import Relay

DAY = 86_400


@dataclass(slots=True)
class Between:
    """A ledger that lets somebody else act between the sweeper's look at the uploads and its next word."""

    ledger: Any
    act: Callable[[], Awaitable[object]] | None

    async def find(self, kind: type[Any], page: Any) -> Any:
        """Look, and let somebody act who began before."""
        found = await self.ledger.find(kind, page)
        if kind is Upload and self.act is not None:
            act, self.act = self.act, None
            await act()
        return found

    def __getattr__(self, name: str) -> Any:
        """All else is the ledger's."""
        return getattr(self.ledger, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """An upload whose time is over by the sweeper's clock, and a piece of it that began a moment earlier."""

    relay: Relay
    message: str
    place: str

    @property
    def desk(self) -> Desk:
        """The sweeper's desk, with that piece in between."""
        desk = self.relay.listening.runner.app[DESK]
        return replace(desk, ledger=Between(desk.ledger, self.piece))

    def go_back(self) -> None:
        """Have it be in time again, signed in."""
        self.relay.world.now -= 2 * DAY
        self.relay.tokens.clear()

    async def piece(self) -> None:
        """Send it: it was judged before the time was over."""
        over = self.relay.world.now
        self.go_back()
        answer = await patched(self.relay, self.place, chunk_of(self.message)[10:100], offset=10)
        self.relay.world.now = over
        assert answer.status == 204

    async def kept(self) -> int:
        """Return how many bytes are there, and are said to be."""
        self.go_back()
        answer = await self.relay.ask("HEAD", self.place, by=ODA, headers=TUS)
        staged = await self.relay.world.blobs.staged_size(UploadId(self.place.rpartition("/")[2]))
        assert int(answer.headers["Upload-Offset"]) == staged
        return staged


async def late(relay: Relay) -> Late:
    """Return one with ten bytes of it there."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    assert (await patched(relay, place, chunk_of(message)[:10])).status == 204
    relay.world.now += 8 * DAY
    return Late(relay=relay, message=message, place=place)


async def test_what_is_acknowledged_when_its_time_is_over_is_kept(relay: Relay) -> None:
    """The sweeper saw it before, and leaves it."""
    here = await late(relay)
    await forget_expired(here.desk)
    assert await here.kept() == 100


async def test_nor_does_its_message_expire(relay: Relay) -> None:
    """Its progress is the acknowledged one."""
    here = await late(relay)
    assert await service.sweep(here.desk) == 0
    found = await relay.world.ledger.load(Message, MessageId(here.message))
    assert found is not None
    assert found.state is State.UPLOADING
    assert await here.kept() == 100


async def test_what_comes_after_is_refused_and_not_acknowledged(relay: Relay) -> None:
    """Whoever is ended in the middle of a piece is told so."""
    here = await late(relay)
    desk, append = relay.listening.runner.app[DESK], relay.world.blobs.stage_append
    here.go_back()

    async def swept_meanwhile(*arguments: Any) -> int:
        reached = await append(*arguments)
        relay.world.now += 2 * DAY
        await forget_expired(desk)
        return reached

    relay.world.blobs.stage_append = swept_meanwhile
    answer = await patched(relay, here.place, chunk_of(here.message)[10:100], offset=10)
    assert (answer.status, answer.code) == (410, "upload-gone")
