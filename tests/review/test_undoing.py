# SPDX-License-Identifier: EUPL-1.2
"""An approval can be taken back for a while, during which nothing is offered and nobody else notices."""

import pytest

from relay.errors import ClaimedError, NotAllowedError, NotApprovedError, OldNumberError, UndoOpenError
from relay.records import Message, State
from relay.review import service
from tests.review import story
from tests.review.letters import approval, bound, decision, offer
from tests.review.records import open_gates
from tests.review.world import ADA, BO, ODA, Person, World

UNDO = 600


@pytest.fixture
def patient(world: World) -> World:
    """A relay that leaves ten minutes."""
    world.undo_seconds = UNDO
    return world


async def say(world: World, message: Message, by: Person, word: str) -> Message:
    """Decide by a word."""
    return await bound(service.decide_on, world, by, message)(
        statement=decision(world, message, by, word=word)
    )


async def yes(world: World, message: Message, by: Person) -> Message:
    """Approve."""
    return await bound(service.approve, world, by, message)(statement=approval(world, message, by))


async def offered(world: World, message: Message) -> Message:
    """Offer."""
    return await bound(service.offer, world, ADA, message)(statement=offer(world, message, ADA))


async def test_nothing_is_offered_before_the_time_is_over(patient: World):
    """One second before: refused; then: allowed."""
    message = await story.approved(patient)
    assert message.undo_until == patient.now + UNDO
    patient.now += UNDO - 1
    with pytest.raises(UndoOpenError):
        await offered(patient, message)
    patient.now += 1
    assert (await offered(patient, message)).state is State.OFFERED


async def test_an_approval_is_taken_back(patient: World):
    """It is in review again, and every yes has to be said again."""
    message = await story.approved(patient)
    after = await say(patient, message, ADA, "reopen")
    assert (after.state, after.approvals, after.undo_until) == (State.IN_REVIEW, 0, None)


async def test_after_the_time_an_approval_is_not_undone_any_more(patient: World):
    """A hold, a return or a decline still is possible, and says so to its author."""
    message = await story.approved(patient)
    patient.now += UNDO
    with pytest.raises(NotAllowedError):
        await say(patient, message, ADA, "reopen")
    assert (await say(patient, message, ADA, "decline")).state is State.DECLINED


async def test_the_author_sees_nothing_of_an_approval_that_is_taken_back(patient: World):
    """State and version stay what they were; nobody wakes them."""
    message = await story.in_review(patient)
    before = await service.view(patient.desk, ODA.actor, message=message.id)
    patient.told.clear()
    approved = await yes(patient, await yes(patient, message, ADA), BO)
    assert approved.state is State.APPROVED
    assert await service.view(patient.desk, ODA.actor, message=message.id) == before
    await say(patient, approved, BO, "reopen")
    assert await service.view(patient.desk, ODA.actor, message=message.id) == before
    assert all(ODA.id not in people for _, people in patient.told)


async def test_the_author_is_told_when_the_time_is_over_and_learns_no_more_from_the_offer(patient: World):
    """The end of the time is told once; offering it afterwards changes nothing for them."""
    message = await story.approved(patient)
    since = patient.now
    patient.now += UNDO
    patient.told.clear()
    await service.tell_cooled(patient.desk, since=since)
    assert any(ODA.id in people for _, people in patient.told)
    shown = await service.view(patient.desk, ODA.actor, message=message.id)
    assert shown.state is State.APPROVED
    await offered(patient, message)
    assert await service.view(patient.desk, ODA.actor, message=message.id) == shown


async def test_p4_a_second_mediator_is_needed_once_one_was_asked_for():
    """A quorum of one, and two from then on."""
    world = World(undo_seconds=0)
    await world.begin_programme(quorum=1)
    message = await story.in_review(world)
    asked = await say(world, message, ADA, "second")
    assert (asked.state, asked.second_by, asked.claimed_by) == (State.IN_REVIEW, ADA.id, None)
    once = await yes(world, asked, ADA)
    assert once.state is State.IN_REVIEW
    twice = await yes(world, once, BO)
    assert twice.state is State.APPROVED
    assert (await service.detail(world.desk, ADA.actor, message=message.id)).view.second_by == ADA.id


async def test_p4_asking_for_a_second_mediator_takes_back_ones_own_earlier_yes():
    """Their later word is no yes; the other's stays."""
    world = World()
    await world.begin_programme(quorum=2)
    await open_gates(world)
    message = await story.in_review(world)
    both = await yes(world, await yes(world, message, ADA), BO)
    asked = await say(world, both, ADA, "second")
    assert (asked.state, asked.approvals) == (State.IN_REVIEW, 1)
    with pytest.raises(OldNumberError):
        await bound(service.approve, world, ADA, asked)(statement=approval(world, asked, ADA, number=2))
    with pytest.raises((NotApprovedError, NotAllowedError)):
        await offered(world, asked)


async def test_taking_back_respects_anothers_claim(patient: World):
    """Nobody holds what was approved, so either mediator may; a claim taken up meanwhile keeps others out."""
    message = await story.approved(patient)
    again = await say(patient, message, BO, "reopen")
    await service.claim(patient.desk, BO.actor, message=again.id)
    with pytest.raises(ClaimedError):
        await say(patient, again, ADA, "decline")
