# SPDX-License-Identifier: EUPL-1.2
"""Beginning a message, and bringing it into the queue."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    ForbiddenError,
    ForkError,
    GateShutError,
    NotAllowedError,
    NotFoundError,
    RelayError,
    RollbackError,
    SignatureWrongError,
    SizeWrongError,
    StaleVersionError,
    TreeWrongError,
    UploadIncompleteError,
    WrongContextError,
    WrongShapeError,
)
from relay.records import KeyId, Message, MessageId, State, StoredBox, UploadId
from relay.review import service
from relay.review.desk import CHUNK_BYTES
from relay.storage.contract import Page
from tests.review.letters import (
    a_wrap,
    begin,
    header_of,
    manifest,
    submitted,
    there,
    upload,
    withdrawal,
    wk_seed,
    wraps_for,
)
from tests.review.world import (
    ADA,
    CASE,
    COOLING,
    MAX,
    ODA,
    VERA,
    VIVI,
    XENO,
    YARA,
    Person,
    World,
    ident,
    signed,
)

LETTER = MessageId(ident("letter"))


async def begin_with(world: World, *, by: Person = ODA, **facts: Any) -> Message:
    """Begin a letter from Oda to Vivi with other facts."""
    made = manifest(world, LETTER, sender=ODA, addressee=VIVI, **facts.pop("words", {}))
    given: dict[str, Any] = {"manifest": made, "header": header_of(LETTER), "wraps": wraps_for(ODA)} | facts
    begun = await service.begin(world.desk, by.actor, **given)
    return await there(world, begun.view.id)


async def test_a_new_message_is_uploading_and_everything_sealed_lies_under_its_key(world: World):
    """Header and wraps are stored as boxes, none as it came."""
    message = await begin_with(world)
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": LETTER}))
    assert message.state is State.UPLOADING
    assert {box.what for box in boxes} == {"header"} | {
        f"wrap/{purpose}/{key}" for purpose, key in wraps_for(ODA)
    }
    assert not any(header_of(LETTER) in box.box for box in boxes)


async def test_beginning_again_with_the_same_manifest_returns_the_same_message(world: World):
    """An answer may get lost."""
    assert await begin_with(world) == await begin_with(world)


async def test_a_second_manifest_for_one_id_is_a_fork(world: World):
    """One message, one manifest, ever."""
    await begin_with(world)
    with pytest.raises(ForkError):
        await begin_with(world, words={"day": "2026-05-29"})


async def test_what_begins_is_answered_as_it_will_be_shown(world: World):
    """The answer is made from what came; reading it back says the same, now and when asked again."""
    made = manifest(world, LETTER, sender=ODA, addressee=VIVI)
    given: dict[str, Any] = {"manifest": made, "header": header_of(LETTER), "wraps": wraps_for(ODA)}
    begun = await service.begin(world.desk, ODA.actor, **given)
    assert begun == await service.detail(world.desk, ODA.actor, message=LETTER)
    assert begun == await service.begin(world.desk, ODA.actor, **given)


async def test_another_person_cannot_begin_a_message_again(world: World):
    """Nor learn that it is there."""
    await begin_with(world)
    with pytest.raises((WrongContextError, ForbiddenError)):
        await begin_with(world, by=VERA)


async def test_a_withdrawn_message_cannot_be_begun_again(world: World):
    """Its id is spent."""
    message = await begin_with(world)
    gone = withdrawal(world, message, wk_seed(LETTER), of=ODA)
    await service.withdraw(world.desk, ODA.actor, message=LETTER, statement=gone)
    with pytest.raises(NotAllowedError):
        await begin_with(world)


WRONG_WORDS: list[tuple[dict[str, Any], type[RelayError]]] = [
    ({"addressees": tuple(sorted((VIVI.id, VERA.id)))}, WrongShapeError),
    ({"addressees": (ODA.id,)}, WrongContextError),
    ({"addressees": (XENO.id,)}, WrongContextError),
    ({"addressees": (ADA.id,)}, WrongContextError),
    ({"channel": "relayed"}, GateShutError),
    ({"class_": "rendition"}, ForbiddenError),
    ({"derived_from": b64u(sha256(b"x"))}, WrongContextError),
    ({"supersedes": b64u(sha256(b"x"))}, WrongContextError),
    ({"programme": ident("elsewhere")}, WrongContextError),
    ({"policy_version": 2}, RollbackError),
    ({"directory_epoch": 2}, RollbackError),
    ({"policy": b64u(sha256(b"x"))}, ForkError),
    ({"directory": b64u(sha256(b"x"))}, ForkError),
    ({"header_hash": b64u(sha256(b"x"))}, WrongContextError),
]


@pytest.mark.parametrize(("words", "refusal"), WRONG_WORDS, ids=lambda one: str(one)[:30])
async def test_a_manifest_with_one_wrong_fact_is_refused(
    world: World, words: dict[str, Any], refusal: type[RelayError]
):
    """And leaves nothing behind."""
    with pytest.raises(refusal):
        await begin_with(world, words=words)
    assert await world.ledger.load(Message, LETTER) is None


async def test_a_manifest_under_older_references_is_refused(world: World):
    """Fetch the new policy and sign again."""
    made = manifest(world, LETTER, sender=ODA, addressee=VIVI)
    await world.change_policy(cooling_seconds=60)
    with pytest.raises(RollbackError):
        await begin_with(world, manifest=made)


async def test_a_manifest_not_signed_by_its_own_key_is_refused(world: World):
    """The author's identity key is not the message's."""
    made = manifest(world, LETTER, sender=ODA, addressee=VIVI)
    with pytest.raises(SignatureWrongError):
        await begin_with(world, manifest=signed(ODA, "manifest", made.body))


@pytest.mark.parametrize("person", [ADA, MAX, YARA, VIVI])
async def test_only_the_named_sender_begins_a_message(world: World, person: Person):
    """Not a mediator, a manager, another case's or the other side's person."""
    with pytest.raises((ForbiddenError, WrongContextError)):
        await begin_with(world, by=person)


def _less(wraps: dict[tuple[str, KeyId], bytes]) -> dict[tuple[str, KeyId], bytes]:
    return dict(list(wraps.items())[1:])


WRONG_WRAPS = {
    "one mediator missing": _less(wraps_for(ODA)),
    "one for the addressee": wraps_for(ODA) | {("release", VIVI.key): a_wrap("x")},
    "one for a stranger": wraps_for(ODA) | {("review", XENO.key): a_wrap("x")},
    "one too short": wraps_for(ODA) | {("self", ODA.key): b"short"},
}


@pytest.mark.parametrize("wraps", WRONG_WRAPS.values(), ids=WRONG_WRAPS)
async def test_wraps_are_for_the_mediators_and_the_author_and_nobody_else(world: World, wraps: Any):
    """Never for the addressee."""
    with pytest.raises(WrongShapeError):
        await begin_with(world, wraps=wraps)


async def test_a_header_of_another_size_is_refused(world: World):
    """Every header weighs the same."""
    with pytest.raises(SizeWrongError):
        await begin_with(world, header=header_of(LETTER)[:-1])


async def test_who_left_begins_nothing(world: World):
    """Leaving is for good."""
    leave = withdrawal(world, None, ODA, of=ODA, scope="leave")
    await service.withdraw_case(world.desk, ODA.actor, case=CASE, statement=leave)
    with pytest.raises(GateShutError):
        await begin_with(world)


async def test_a_pause_of_the_other_side_does_not_show_in_beginning(world: World):
    """It would tell the author about the addressee."""
    pause = withdrawal(world, None, VIVI, of=VIVI, scope="pause")
    await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=pause)
    assert (await begin_with(world)).state is State.UPLOADING


async def test_a_new_version_supersedes_the_authors_own_older_message(world: World):
    """Linked by hash."""
    older = await submitted(world, "older")
    made = await begin_with(world, words={"supersedes": older.manifest})
    assert made.supersedes == older.manifest


async def test_a_message_does_not_supersede_somebody_elses(world: World):
    """Only one's own."""
    theirs = await submitted(world, "theirs", sender=VIVI, addressee=ODA)
    with pytest.raises(WrongContextError):
        await begin_with(world, words={"supersedes": theirs.manifest})


# --- Parts and submitting


async def test_a_part_weighs_what_the_manifest_counts(world: World):
    """To its author, while it is uploading."""
    await begin_with(world)
    assert await service.part_length(world.desk, ODA.actor, message=LETTER, part=0) == CHUNK_BYTES


@pytest.mark.parametrize(("person", "part"), [(ODA, 1), (ODA, -1), (VIVI, 0), (ADA, 0)])
async def test_nobody_else_sends_parts_and_there_are_no_others(world: World, person: Person, part: int):
    """Not the addressee, not a mediator."""
    await begin_with(world)
    with pytest.raises(NotFoundError):
        await service.part_length(world.desk, person.actor, message=LETTER, part=part)


async def test_after_submitting_no_part_is_taken_in(world: World):
    """What was signed stays as it is."""
    await submitted(world)
    with pytest.raises(NotAllowedError):
        await service.part_length(world.desk, ODA.actor, message=LETTER, part=0)


async def test_submitting_checks_the_chunks_and_stores_the_leaves(world: World):
    """One leaf of 32 bytes, and the cooling-off time of the policy."""
    message = await submitted(world)
    assert message.state is State.SUBMITTED
    assert message.cooling_until == message.waiting_since == world.now
    assert await world.blobs.size(f"{LETTER}/0.leaves") == 32
    assert COOLING > 0


async def test_a_missing_part_is_not_submitted(world: World):
    """Its author goes on where it stopped."""
    await begin_with(world)
    with pytest.raises(UploadIncompleteError):
        await service.submit(world.desk, ODA.actor, message=LETTER)


@pytest.mark.parametrize(
    ("content", "refusal"), [(b"x" * CHUNK_BYTES, TreeWrongError), (b"x" * (CHUNK_BYTES - 1), SizeWrongError)]
)
async def test_chunks_that_are_not_the_manifests_never_reach_a_mediator(
    world: World, content: bytes, refusal: type[RelayError]
):
    """Other bytes, or another size."""

    async def chunks() -> AsyncIterator[bytes]:
        yield content

    await begin_with(world)
    await world.blobs.stage_append(UploadId("u"), 0, chunks())
    await world.blobs.finalise(UploadId("u"), f"{LETTER}/0")
    with pytest.raises(refusal):
        await service.submit(world.desk, ODA.actor, message=LETTER)
    assert (await world.ledger.load(Message, LETTER)).state is State.UPLOADING  # type: ignore[union-attr]


async def test_submitting_an_old_view_is_refused(world: World):
    """The version that the author looked at."""
    await begin_with(world)
    await upload(world, LETTER)
    with pytest.raises(StaleVersionError):
        await service.submit(world.desk, ODA.actor, message=LETTER, version=9)


async def test_submitting_destroys_the_draft(world: World):
    """It has become the message."""
    await service.save_draft(world.desk, ODA.actor, message=LETTER, case=CASE, box=b"draft", version=0)
    await submitted(world)
    with pytest.raises(NotFoundError):
        await service.load_draft(world.desk, ODA.actor, message=LETTER)


async def test_nobody_takes_over_the_id_of_another_persons_draft(world: World):
    """Its key is theirs."""
    await service.save_draft(world.desk, VIVI.actor, message=LETTER, case=CASE, box=b"draft", version=0)
    with pytest.raises(ForkError):
        await begin(world, LETTER, sender=ODA, addressee=VIVI)


async def test_a_crash_between_slot_and_record_does_not_burn_the_id(world: World):
    """The slot that was made is used."""
    await world.shred_keys.allocate(LETTER, b"k" * 32)
    assert (await begin_with(world)).state is State.UPLOADING


async def test_the_same_request_twice_at_once_begins_one_message(world: World):
    """Both get it."""
    first, second = await asyncio.gather(begin_with(world), begin_with(world))
    assert first == second
