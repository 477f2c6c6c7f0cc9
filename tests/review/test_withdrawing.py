# SPDX-License-Identifier: EUPL-1.2
"""Taking back: who may, in which order it happens, what is left, and what a crash leaves."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from relay.crypto.encoding import b64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import verify
from relay.errors import (
    ForbiddenError,
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    OldNumberError,
    RelayError,
    SignatureWrongError,
    SignerNotAllowedError,
    WithdrawnError,
    WrongContextError,
)
from relay.protocol.receipt import parse_receipt
from relay.records import (
    Draft,
    Event,
    Hash,
    Message,
    MessageId,
    State,
    StoredBox,
    Tombstone,
    Upload,
    UploadId,
)
from relay.review import service
from relay.review.machine import approvals_of
from relay.review.streams import Streams
from relay.review.withdrawing import derived_from
from relay.storage.contract import Page, Put, StorageBrokenError
from relay.storage.faults import Fault
from relay.storage.memory import MemoryShredKeys
from tests.review import story
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    MAX,
    ODA,
    SERVICE_SEED,
    VERA,
    VIVI,
    XENO,
    Person,
    World,
    a_wrap,
    approval,
    begin,
    hash_of,
    ident,
    release,
    submitted,
    withdrawal,
    wk_seed,
)

Stage = Callable[[World], Awaitable[Message]]
STAGES: dict[str, Stage] = {
    "submitted": submitted,
    "in_review": story.in_review,
    "approved": story.approved,
    "offered": story.offered,
    "ready": story.ready,
    "released": story.released,
    "opened": story.opened,
}


async def take_back(
    world: World, message: Message, by: Person = ODA, statement: Signed | None = None
) -> Signed:
    """Withdraw, by default as the author with their identity."""
    made = statement or withdrawal(world, message, by, of=ODA)
    return await service.withdraw(world.desk, by.actor, message=message.id, statement=made)


async def load(world: World, message: Message) -> Message:
    """Return the record as it is."""
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    return found


async def assert_destroyed(world: World, message: MessageId) -> None:
    """Key, content, boxes, draft and uploads are gone."""
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(message)
    with pytest.raises(NotFoundError):
        await world.blobs.size(f"{message}/0")
    with pytest.raises(NotFoundError):
        await world.blobs.size(f"{message}/0.leaves")
    assert await world.ledger.find(StoredBox, Page(equals={"message": message})) == ()
    assert await world.ledger.find(Upload, Page(equals={"message": message})) == ()
    assert await world.ledger.load(Draft, message) is None


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("key", ["identity", "own key", "mediator"])
async def test_p9_author_and_mediator_take_back_from_every_stage(world: World, stage: str, key: str):
    """By the message's own key, the author's identity, or a mediator's for safety."""
    message = await STAGES[stage](world)
    by = ADA if key == "mediator" else ODA
    signer = wk_seed(message.id) if key == "own key" else by
    await take_back(world, message, by, withdrawal(world, message, signer, of=ODA))
    assert (await load(world, message)).state is State.WITHDRAWN
    await assert_destroyed(world, message.id)


async def test_p9_an_upload_can_be_taken_back_too(world: World):
    """What has arrived of it goes."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    await world.ledger.commit(
        [
            Put(
                Upload(
                    id=UploadId("u"),
                    version=1,
                    message=message.id,
                    case=CASE,
                    account=ODA.actor.account,
                    part=0,
                    length=65_552,
                    offset=5,
                    expires_at=world.now,
                )
            )
        ]
    )

    async def chunks() -> AsyncIterator[bytes]:
        yield b"12345"

    await world.blobs.stage_append(UploadId("u"), 0, chunks())
    await take_back(world, message)
    await assert_destroyed(world, message.id)
    assert await world.blobs.staged_size(UploadId("u")) == 0


@pytest.mark.parametrize("person", [VIVI, VERA, CY, XENO, MAX])
async def test_p9_nobody_else_takes_a_message_back(world: World, person: Person):
    """Not its addressee, not another case's mediator, not a manager."""
    message = await story.released(world)
    with pytest.raises((ForbiddenError, NotFoundError, SignerNotAllowedError)):
        await take_back(world, message, person)
    assert (await load(world, message)).state is State.RELEASED


@pytest.mark.parametrize("signer", [VIVI, VERA, CY, MAX, wk_seed(ident("other"))])
async def test_p9_a_withdrawal_in_anothers_hand_takes_nothing_back(world: World, signer: Person | bytes):
    """Even when the author brings it."""
    message = await story.released(world)
    with pytest.raises((SignerNotAllowedError, RelayError)):
        await take_back(world, message, ODA, withdrawal(world, message, signer, of=ODA))
    assert (await load(world, message)).state is State.RELEASED


async def test_p9_a_mediator_does_not_bring_another_mediators_or_the_authors_withdrawal(world: World):
    """Who signs is who is signed in."""
    message = await story.released(world)
    for signer in (BO, ODA):
        with pytest.raises(ForbiddenError):
            await take_back(world, message, ADA, withdrawal(world, message, signer, of=ODA))


async def test_p9_a_forged_signature_takes_nothing_back(world: World):
    """The right key, other bytes."""
    message = await story.released(world)
    made = withdrawal(world, message, ODA, of=ODA)
    with pytest.raises(SignatureWrongError):
        await take_back(world, message, ODA, Signed(body=made.body, key=made.key, sig=bytes(64)))


async def test_p9_a_withdrawal_of_one_message_does_not_take_back_another(world: World):
    """Message and manifest are named."""
    one, other = await story.released(world, "one"), await story.released(world, "other")
    statement = withdrawal(world, one, ODA, of=ODA)
    with pytest.raises(WrongContextError):
        await take_back(world, other, ODA, statement)


async def test_p9_a_replayed_number_does_nothing(world: World):
    """A withdrawal's number rises per key."""
    one, other = await story.released(world, "one"), await story.released(world, "other")
    await take_back(world, one, ODA, withdrawal(world, one, ODA, of=ODA, number=90))
    with pytest.raises(OldNumberError):
        await take_back(world, other, ODA, withdrawal(world, other, ODA, of=ODA, number=90))
    assert (await load(world, other)).state is State.RELEASED


async def test_p9_the_same_withdrawal_again_returns_the_same_receipt_and_moves_nothing(world: World):
    """An answer may get lost."""
    message = await story.released(world)
    statement = withdrawal(world, message, ODA, of=ODA)
    first = await take_back(world, message, ODA, statement)
    version = (await load(world, message)).version
    world.now += 500
    assert await take_back(world, message, ODA, statement) == first
    assert (await load(world, message)).version == version


async def test_a_further_withdrawal_of_what_is_gone_gets_its_own_receipt(world: World):
    """The author learns for sure, also after a mediator was first."""
    message = await story.released(world)
    await take_back(world, message, ADA)
    statement = withdrawal(world, message, ODA, of=ODA)
    receipt = parse_receipt((await take_back(world, message, ODA, statement)).body)
    assert receipt.withdrawal == hash_of(statement, "withdrawal")


async def test_the_receipt_is_signed_by_the_service_and_names_the_withdrawal(world: World):
    """So that a person can show it."""
    message = await story.released(world)
    statement = withdrawal(world, message, ODA, of=ODA)
    receipt = await take_back(world, message, ODA, statement)
    verify(receipt, "receipt", public_key=signing_public_key(SERVICE_SEED))
    words = parse_receipt(receipt.body)
    assert (words.message, words.manifest, words.withdrawal, words.scope, words.at) == (
        message.id,
        message.manifest,
        hash_of(statement, "withdrawal"),
        "message",
        world.now,
    )


async def test_what_expired_is_not_withdrawn(world: World):
    """It was destroyed before."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    world.now += 8 * 86_400
    await service.sweep(world.desk)
    with pytest.raises(NotAllowedError):
        await take_back(world, message)


async def test_whatever_was_derived_follows(world: World):
    """And what was derived from that."""
    message = await story.released(world)
    found: list[Message] = []
    parent = message
    for name in ("rendition", "excerpt of it"):
        child = await story.approved(world, name)
        child = replace(child, derived_from=parent.manifest)
        world.ledger._store[Message, child.id] = child
        found.append(child)
        parent = child
    assert [one.id for one in await derived_from(world.desk, message)] == [one.id for one in found]
    await take_back(world, message)
    for one in found:
        assert (await load(world, one)).state is State.WITHDRAWN
        await assert_destroyed(world, one.id)


# --- The order


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


async def until_waiting(world: World) -> None:
    """Let the other tasks run until one waits in its commit."""
    for _ in range(1000):
        if not world.ledger.faults._planned:
            return
        await asyncio.sleep(0)
    raise AssertionError("nobody came to commit")


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


# --- Leaving, pausing


async def change_place(world: World, person: Person, scope: str, **changed: Any) -> Signed:
    """Pause, resume or leave."""
    statement = withdrawal(world, None, person, of=person, scope=scope, **changed)
    return await service.withdraw_case(world.desk, person.actor, case=CASE, statement=statement)


async def test_leaving_takes_back_all_one_wrote_and_undoes_every_release_to_one(world: World):
    """The other's own words stay theirs, kept by the mediator; they see no difference."""
    mine = await story.released(world, "mine")
    theirs = await story.approved(world, "theirs")
    to_vera = await submitted(world, "to vera", sender=ODA, addressee=VERA)
    before = await service.detail(world.desk, ODA.actor, message=theirs.id)
    released = await story.release_it(
        world, await story.answered(world, await story.make_offer(world, theirs))
    )
    assert released.state is State.RELEASED
    await change_place(world, VIVI, "leave")
    assert (await load(world, theirs)).state is State.KEPT
    assert await service.detail(world.desk, ODA.actor, message=theirs.id) == before
    await change_place(world, ODA, "leave")
    for message in (mine, theirs, to_vera):
        assert (await load(world, message)).state is State.WITHDRAWN
        await assert_destroyed(world, message.id)


async def test_leaving_wakes_nobody_whose_view_has_not_changed(world: World):
    """The author of what was released to the leaver is not even told to look."""
    message = await story.released(world)
    world.told.clear()
    await change_place(world, VIVI, "leave")
    woken = {person for told, people in world.told if told == message.id for person in people}
    assert ODA.id not in woken


async def test_who_left_sees_nothing_of_others_and_only_withdraws(world: World):
    """As an addressee they are nobody any more."""
    message = await story.released(world)
    await change_place(world, VIVI, "leave")
    with pytest.raises(NotFoundError):
        await service.view(world.desk, VIVI.actor, message=message.id)
    with pytest.raises(RelayError):
        await change_place(world, VIVI, "resume")


async def test_p9_nobody_pauses_or_leaves_for_another(world: World):
    """Nor in another's hand, nor in another case."""
    for by, of in ((ODA, VIVI), (ADA, VIVI), (CY, VIVI)):
        statement = withdrawal(world, None, by, of=of, scope="leave")
        for bringer in (by, of):
            with pytest.raises(RelayError):
                await service.withdraw_case(world.desk, bringer.actor, case=CASE, statement=statement)
    with pytest.raises(RelayError):
        await change_place(world, XENO, "leave")


async def test_p9_an_old_pause_does_not_undo_a_later_resume(world: World):
    """The number rises, and the very same again only returns its receipt."""
    pause = withdrawal(world, None, VIVI, of=VIVI, scope="pause")
    receipt = await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=pause)
    await change_place(world, VIVI, "resume")
    assert await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=pause) == receipt
    older = withdrawal(world, None, VIVI, of=VIVI, scope="pause", number=1, day="2026-05-20")
    await change_place(world, VIVI, "pause", number=70)
    await change_place(world, VIVI, "resume", number=71)
    with pytest.raises(OldNumberError):
        await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=older)
    gates = await world.desk.gates(CASE, frozenset({VIVI.id}))
    assert not gates.paused


async def test_the_list_of_events_holds_no_key_and_no_content(world: World):
    """Only ids, times and digests, chained."""
    message = await story.released(world)
    await take_back(world, message)
    events = await world.ledger.find(Event, Page(equals={"message": message.id}, order="seq"))
    assert [one.kind for one in events] == [
        "begin",
        "submit",
        "claim",
        "approve-last",
        "offer",
        "answer",
        "release",
        "withdraw",
    ]
    assert all(len(one.digest) == len(Hash("A" * 43)) for one in events)
