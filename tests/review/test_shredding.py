# SPDX-License-Identifier: EUPL-1.2
"""In which order a withdrawal happens, what races with it, and what a crash leaves."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from relay.crypto.encoding import b64u
from relay.errors import (
    KeyDestroyedError,
    NotAllowedError,
    RelayError,
    WithdrawnError,
)
from relay.protocol.receipt import parse_receipt
from relay.records import (
    Message,
    MessageId,
    State,
    Tombstone,
)
from relay.review import service
from relay.review.machine import approvals_of
from relay.review.streams import Streams
from relay.storage.contract import StorageBrokenError
from relay.storage.faults import Fault
from relay.storage.memory import MemoryShredKeys
from tests.review import story
from tests.review.letters import a_wrap, approval, release, withdrawal
from tests.review.taking_back import assert_destroyed, load, take_back, until_waiting
from tests.review.world import (
    ADA,
    ODA,
    VIVI,
    Person,
    World,
    hash_of,
)


@dataclass(slots=True, kw_only=True)
class WatchedKeys(MemoryShredKeys):
    """Keys that note their destruction."""

    seen: list[str]

    async def destroy(self, message: MessageId) -> None:
        self.seen.append("key destroyed")
        await MemoryShredKeys.destroy(self, message)


@dataclass(slots=True, kw_only=True, eq=False)
class WatchedStreams(Streams):
    """Streams that note their stop."""

    seen: list[str]

    async def abort(self, message: MessageId) -> None:
        self.seen.append("downloads stopped")
        await Streams.abort(self, message)


class Watcher:
    """Notes the order in which the ports are asked."""

    def __init__(self, world: World) -> None:
        self.seen: list[str] = []
        self.world = world
        commit = world.ledger.commit
        remove, checkpoint = world.blobs.destroy, world.ledger.checkpoint

        async def committed(changes: Any) -> None:
            await commit(changes)
            self.seen += [word for word in map(_word, changes) if word]

        async def removed(message: MessageId) -> None:
            self.seen.append("content deleted")
            await remove(message)

        async def checkpointed() -> None:
            self.seen.append("log emptied")
            await checkpoint()

        world.ledger.commit = committed
        world.ledger.checkpoint = checkpointed
        world.shred_keys = WatchedKeys(seen=self.seen, _slots=world.shred_keys._slots)
        world.streams = WatchedStreams(seen=self.seen)
        world.blobs.destroy = removed


def _word(change: Any) -> str | None:
    record = getattr(change, "record", None)
    if isinstance(record, Message):
        return record.state.value
    if isinstance(record, Tombstone) and record.version == 1:
        return "destruction owed"
    return "receipt" if getattr(record, "kind", None) == "receipt" else None


async def test_p10_withdrawing_goes_in_exactly_the_order_of_the_protocol(world: World):
    """Committed, key, downloads, receipt, and only then what is left on disk."""
    message = await story.released(world)
    watcher = Watcher(world)
    await take_back(world, message)
    assert watcher.seen == [
        "withdrawn",
        "destruction owed",
        "key destroyed",
        "downloads stopped",
        "receipt",
        "content deleted",
        "log emptied",
    ]


async def test_p10_an_open_download_is_cut_before_the_acknowledgement(world: World):
    """And its next chunk is refused."""
    message, cut = await story.released(world), list[bool]()
    with world.streams.sending(message.id, stop=lambda: cut.append(True)) as stream:
        await service.open_part(world.desk, VIVI.actor, message=message.id, part=0)
        await take_back(world, message)
        assert cut == [True]
        with pytest.raises(WithdrawnError):
            stream.check()


@pytest.mark.parametrize("person", [ODA, VIVI, ADA])
async def test_p10_after_the_acknowledgement_nothing_of_it_is_served(world: World, person: Person):
    """No manifest, header, wrap, note or part, to nobody."""
    message = await story.released(world)
    await take_back(world, message)
    found = await service.detail(world.desk, person.actor, message=message.id)
    assert found.view.state is State.WITHDRAWN
    assert (found.manifest, found.header, found.wrap, found.notes) == (None, None, None, ())
    with pytest.raises(WithdrawnError):
        await service.open_part(world.desk, person.actor, message=message.id, part=0)


async def test_p11_after_the_acknowledgement_the_key_is_nowhere(world: World):
    """No slot, no record and no event holds it."""
    message = await story.released(world)
    key = await world.shred_keys.read(message.id)
    await take_back(world, message)
    everything = repr(world.ledger._store).encode() + repr(world.shred_keys).encode()
    assert repr(key)[2:-1].encode() not in everything
    assert b64u(key).encode() not in everything


# --- Races


async def race(world: World, slow: Callable[[], Awaitable[Any]], message: Message) -> RelayError | None:
    """Let ``slow`` get as far as its commit, take the message back, then let it go on."""
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(slow())
    await until_waiting(world)
    await take_back(world, message)
    world.ledger.faults.go_on.set()
    try:
        await task
    except RelayError as refused:
        return refused
    return None


async def test_p12_a_release_that_arrives_after_a_withdrawal_releases_nothing(world: World):
    """It was checked before and commits after: compare-and-swap refuses it."""
    message = await story.ready(world)
    statement = release(
        world,
        message,
        ADA,
        to=VIVI,
        readiness=await story.latest_answer(world, message),
        approvals=approvals_of(message),
    )
    wrap = a_wrap("release", "vivi")
    refused = await race(
        world,
        lambda: service.release(world.desk, ADA.actor, message=message.id, statement=statement, wrap=wrap),
        message,
    )
    assert refused is not None
    assert refused.code == "stale-version"
    assert (await load(world, message)).state is State.WITHDRAWN
    await assert_destroyed(world, message.id)


async def test_p12_an_approval_that_arrives_after_a_withdrawal_approves_nothing(world: World):
    """Both in flight, and one after the other."""
    message = await story.in_review(world)
    statement = approval(world, message, ADA)
    refused = await race(
        world,
        lambda: service.approve(world.desk, ADA.actor, message=message.id, statement=statement),
        message,
    )
    assert refused is not None
    with pytest.raises(NotAllowedError):
        await service.approve(world.desk, ADA.actor, message=message.id, statement=statement)
    assert (await load(world, message)).state is State.WITHDRAWN


async def test_p12_a_withdrawal_that_meets_a_release_wins_all_the_same(world: World):
    """It loads again and takes back what was released meanwhile."""
    message = await story.ready(world)
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(take_back(world, message))
    await until_waiting(world)
    assert (await story.release_it(world, message)).state is State.RELEASED
    world.ledger.faults.go_on.set()
    await task
    assert (await load(world, message)).state is State.WITHDRAWN
    await assert_destroyed(world, message.id)


async def test_p10_many_readers_at_once_get_all_or_nothing(world: World):
    """Whoever asks while it is taken back gets it whole, or not at all."""
    message = await story.released(world)

    async def read() -> str:
        try:
            found = await service.detail(world.desk, VIVI.actor, message=message.id)
        except WithdrawnError:
            return "gone"
        return "whole" if found.wrap and found.header else found.view.state.value

    answers = await asyncio.gather(
        *(read() for _ in range(20)), take_back(world, message), *(read() for _ in range(20))
    )
    assert {one for one in answers if isinstance(one, str)} <= {"whole", "gone", "withdrawn"}
    assert await read() == "withdrawn"


# --- Crashes


CRASHES = [("shred_keys", "destroy"), ("blobs", "destroy"), ("ledger", "checkpoint")]


@pytest.mark.parametrize(("port", "operation"), CRASHES)
async def test_p10_a_crash_on_the_way_is_finished_at_the_next_start(world: World, port: str, operation: str):
    """Whatever the step: after a restart nothing is owed and nothing is left."""
    message = await story.released(world)
    getattr(world, port).faults.plan(operation, Fault.BEFORE)
    statement = withdrawal(world, message, ODA, of=ODA)
    try:
        await take_back(world, message, ODA, statement)
    except StorageBrokenError:
        assert port == "shred_keys"
    assert (await load(world, message)).state is State.WITHDRAWN
    world.now += 60
    assert await service.oldest_unfinished(world.desk) == 60
    assert await service.redo_shreds(world.desk) == 1
    assert await service.oldest_unfinished(world.desk) == 0
    await assert_destroyed(world, message.id)
    receipt = parse_receipt((await take_back(world, message, ODA, statement)).body)
    assert receipt.withdrawal == hash_of(statement, "withdrawal")


async def test_p10_without_a_destroyed_key_there_is_no_receipt(world: World):
    """Nobody is told of a destruction that did not happen; downloads are stopped all the same."""
    message, cut = await story.released(world), list[bool]()
    world.shred_keys.faults.plan("destroy", Fault.BEFORE)
    with world.streams.sending(message.id, stop=lambda: cut.append(True)), pytest.raises(StorageBrokenError):
        await take_back(world, message)
    assert cut == [True]
    found = await service.detail(world.desk, ODA.actor, message=message.id)
    assert len(found.statements) == 1  # the withdrawal, and no receipt


async def test_p13_a_key_that_a_restored_slot_file_brings_back_is_destroyed_at_start(world: World):
    """The tombstones are replayed, finished or not."""
    message = await story.released(world)
    key = await world.shred_keys.read(message.id)
    await take_back(world, message)
    world.shred_keys._slots[message.id] = key
    await service.redo_shreds(world.desk)
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(message.id)


async def test_what_the_disk_refuses_stays_owed_and_holds_up_nobody(world: World):
    """The sweeper goes on with the others."""
    one, other = await story.released(world, "one"), await story.released(world, "other")
    for message in (one, other):
        world.blobs.faults.plan("destroy", Fault.BEFORE)
        await take_back(world, message)
    world.blobs.faults.plan("destroy", Fault.BEFORE)
    assert await service.finish_owed(world.desk) == 1
    assert await service.finish_owed(world.desk) == 1
    assert await service.finish_owed(world.desk) == 0


async def test_a_full_disk_holds_up_no_destruction_and_no_start(world: World):
    """What cannot be noted stays owed; its key is gone, the others' too, and serving may begin."""
    gone = [await story.released(world, f"letter {number}") for number in range(2)]
    for message in gone:
        world.ledger.faults.plan("checkpoint", Fault.FULL)
        await take_back(world, message)
    world.ledger.faults.plan("commit", Fault.FULL)
    assert await service.redo_shreds(world.desk) == 1
    assert await service.finish_owed(world.desk) == 1
