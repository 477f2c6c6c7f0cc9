# SPDX-License-Identifier: EUPL-1.2
"""What mediators sign: approvals, decisions, offers, releases; verified, numbered, counted."""

from collections.abc import Callable
from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    NotAllowedError,
    NotFoundError,
    OldNumberError,
    RelayError,
    RollbackError,
    SignatureWrongError,
    SignerNotAllowedError,
    StaleVersionError,
    WrongShapeError,
)
from relay.records import Message, State, StoredBox
from relay.review import service
from relay.storage.contract import Page
from relay.storage.faults import Fault
from tests.review import story
from tests.review.letters import (
    approval,
    bound,
    decision,
    note_for,
    offer,
)
from tests.review.world import ADA, BO, CY, ODA, VIVI, Person, World, ident, signed

Make = Callable[..., Signed]


def _return(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    return decision(world, message, by, word="return", **changed)


KINDS: dict[str, tuple[Make, Any]] = {
    "approval": (approval, service.approve),
    "decision": (_return, service.decide_on),
    "offer": (offer, service.offer),
}


async def ask(world: World, kind: str, message: Message, statement: Signed, by: Person = ADA) -> Message:
    """Send a statement of a kind."""
    return await bound(KINDS[kind][1], world, by, message)(statement=statement)


async def ripe(world: World, kind: str) -> Message:
    """Return a message for which this kind is the next step."""
    return await (story.approved(world) if kind == "offer" else story.in_review(world))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_statement_about_something_else_is_refused(world: World, kind: str):
    """Another message, manifest, case or programme."""
    message = await ripe(world, kind)
    other = b64u(sha256(b"other"))
    for changed in (
        {"message": ident("other")},
        {"manifest": other},
        {"case": ident("elsewhere")},
        {"programme": ident("elsewhere")},
    ):
        with pytest.raises(RelayError) as refused:
            await ask(world, kind, message, KINDS[kind][0](world, message, ADA, **changed))
        assert refused.value.code == "wrong-context"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_replayed_or_older_number_is_refused(world: World, kind: str):
    """Approval, decision and offer share one rising sequence."""
    message = await ripe(world, kind)
    await ask(world, "approval", message, approval(world, message, ADA, number=50))
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    with pytest.raises(OldNumberError):
        await ask(world, kind, found, KINDS[kind][0](world, message, ADA, number=50, day="2026-05-30"))


@pytest.mark.parametrize("kind", KINDS)
async def test_the_very_same_statement_again_changes_nothing(world: World, kind: str):
    """A lost answer is asked for again."""
    message = await ripe(world, kind)
    statement = KINDS[kind][0](world, message, ADA)
    assert await ask(world, kind, message, statement) == await ask(world, kind, message, statement)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_statement_signed_with_another_key_is_refused(world: World, kind: str):
    """Also with a colleague's."""
    message = await ripe(world, kind)
    made = KINDS[kind][0](world, message, ADA)
    for signer in (BO, CY, ODA):
        with pytest.raises(SignerNotAllowedError):
            await ask(world, kind, message, signed(signer, kind, made.body))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_forged_signature_is_refused(world: World, kind: str):
    """The right name under other words."""
    message = await ripe(world, kind)
    made = KINDS[kind][0](world, message, ADA)
    forged = Signed(body=made.body, key=made.key, sig=bytes(64))
    with pytest.raises(SignatureWrongError):
        await ask(world, kind, message, forged)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_mediator_of_another_case_finds_nothing(world: World, kind: str):
    """P9's neighbour: nobody acts outside their case."""
    message = await ripe(world, kind)
    with pytest.raises(NotFoundError):
        await ask(world, kind, message, KINDS[kind][0](world, message, CY), by=CY)


@pytest.mark.parametrize("kind", KINDS)
async def test_who_looked_at_an_older_version_is_refused(world: World, kind: str):
    """Two mediators at once: the second looks again."""
    message = await ripe(world, kind)
    with pytest.raises(StaleVersionError):
        await bound(KINDS[kind][1], world, ADA, message)(
            statement=KINDS[kind][0](world, message, ADA), version=message.version - 1
        )


async def test_two_mediators_deciding_at_once_do_not_both_win(world: World):
    """Compare-and-swap: one approval or one decline, never both."""
    message = await story.in_review(world)
    message = await service.let_go(world.desk, ADA.actor, message=message.id)
    world.ledger.faults.plan("commit", Fault.SLOW)
    import asyncio  # noqa: PLC0415

    slow = asyncio.ensure_future(ask(world, "approval", message, approval(world, message, ADA)))
    await asyncio.sleep(0)
    declined = await service.decide_on(
        world.desk, BO.actor, message=message.id, statement=decision(world, message, BO, word="decline")
    )
    world.ledger.faults.go_on.set()
    with pytest.raises(StaleVersionError):
        await slow
    assert declined.state is State.DECLINED


@pytest.mark.parametrize("changed", [{"policy_version": 2}, {"directory_epoch": 9}])
async def test_an_approval_under_references_the_server_does_not_know_is_refused(world: World, changed: Any):
    """Newer than ours: somebody shows the mediator something else."""
    message = await story.in_review(world)
    with pytest.raises(RollbackError):
        await ask(world, "approval", message, approval(world, message, ADA, **changed))


async def test_an_approval_under_older_references_is_refused(world: World):
    """The mediator looks at the new policy first."""
    message = await story.in_review(world)
    old = approval(world, message, ADA)
    await world.change_policy(quorum=2)
    with pytest.raises(RollbackError):
        await ask(world, "approval", message, old)


async def test_p4_the_quorum_is_of_distinct_mediators(world: World):
    """One mediator twice is one, and is shown as one."""
    await world.change_policy(quorum=2)
    message = await story.in_review(world)
    once = await story.approve(world, message, ADA)
    again = await story.approve(world, once, ADA)
    both = await story.approve(world, again, BO)
    assert [once.state, again.state, both.state] == [State.IN_REVIEW, State.IN_REVIEW, State.APPROVED]
    assert [once.approvals, again.approvals, both.approvals] == [1, 1, 2]


@pytest.mark.parametrize(
    ("word", "state"),
    [("hold", State.HELD), ("return", State.RETURNED), ("decline", State.DECLINED), ("escalate", State.HELD)],
)
async def test_each_decision_leads_to_its_state(world: World, word: str, state: State):
    """From an approved message, too: a mediator may still stop it."""
    message = await story.approved(world)
    after = await ask(world, "decision", message, decision(world, message, ADA, word=word))
    assert (after.state, after.approvals) == (state, 0)


# --- Notes


async def test_a_note_is_kept_under_the_messages_key_for_its_readers(world: World):
    """The author of a returned message gets the note, the mediator too."""
    message = await story.in_review(world)
    note, named = note_for(ADA, BO, ODA)
    statement = decision(world, message, ADA, word="return", note=named)
    await bound(service.decide_on, world, ADA, message)(statement=statement, note=note)
    found = await service.detail(world.desk, ODA.actor, message=message.id)
    assert [(one.hash, one.box, one.wrap) for one in found.notes] == [(named, note.box, note.wraps[ODA.key])]
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}))
    assert not any(note.box in box.box for box in boxes)


WRONG_NOTES: list[tuple[str, tuple[Person, ...]]] = [
    ("approval", (ADA, ODA)),
    ("approval", (ADA, VIVI)),
    ("offer", (ADA, ODA, VIVI)),
    ("offer", (ADA,)),
    ("decision", (ADA, VIVI, ODA)),
    ("decision", (ADA,)),
]


@pytest.mark.parametrize(("kind", "readers"), WRONG_NOTES)
async def test_a_note_has_no_reader_whom_its_statement_is_not_for(
    world: World, kind: str, readers: tuple[Person, ...]
):
    """A note on an approval is never the author's; one on an offer never misses its addressee."""
    message = await ripe(world, kind)
    note, named = note_for(*readers)
    statement = KINDS[kind][0](world, message, ADA, note=named)
    with pytest.raises(WrongShapeError):
        await bound(KINDS[kind][1], world, ADA, message)(statement=statement, note=note)


async def test_a_note_and_its_hash_come_together(world: World):
    """Neither without the other, nor another note."""
    message = await story.in_review(world)
    note, named = note_for(ADA)
    other, _ = note_for(ADA, text=b"another note")
    for given, hashed in ((note, None), (None, named), (other, named)):
        with pytest.raises(WrongShapeError):
            await bound(service.approve, world, ADA, message)(
                statement=approval(world, message, ADA, note=hashed), note=given
            )


async def test_a_commit_that_is_not_possible_moves_nothing(world: World):
    """A full disk refuses, and asking again later works."""
    message = await story.in_review(world)
    statement = approval(world, message, ADA)
    world.ledger.faults.plan("commit", Fault.FULL)
    with pytest.raises(RelayError) as refused:
        await ask(world, "approval", message, statement)
    assert refused.value.code == "storage-full"
    assert (await ask(world, "approval", message, statement)).state is State.APPROVED


async def test_nothing_happens_to_a_message_that_is_still_with_its_author(world: World):
    """A returned message is an end: the author sends a new one."""
    message = await story.in_review(world)
    returned = await ask(world, "decision", message, decision(world, message, ADA, word="return"))
    with pytest.raises(NotAllowedError):
        await ask(world, "approval", returned, approval(world, message, ADA))


async def test_the_last_number_is_the_highest_that_a_key_has_used(world: World):
    """So that a client that lost count goes on above it."""
    message = await story.in_review(world)
    assert await service.last_number(world.desk, ADA.key) == 0
    await ask(world, "approval", message, approval(world, message, ADA, number=41))
    assert await service.last_number(world.desk, ADA.key) == 41
    assert await service.last_number(world.desk, BO.key) == 0
