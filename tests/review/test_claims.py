# SPDX-License-Identifier: EUPL-1.2
"""A claim keeps another mediator out for half an hour, and may be taken over with a trace."""

import pytest

from relay.errors import ClaimedError, ForbiddenError, RelayError
from relay.records import Event, Message, State
from relay.review import service
from relay.review.desk import CLAIM_SECONDS
from relay.storage.contract import Page
from tests.review import story
from tests.review.letters import approval, bound, decision
from tests.review.world import ADA, BO, ODA, Person, World


async def claim(world: World, message: Message, by: Person, **how: bool) -> Message:
    """Take it up, looking at it as it is now."""
    now = await world.ledger.load(Message, message.id)
    assert now is not None
    return await service.claim(world.desk, by.actor, message=message.id, version=now.version, **how)


async def kinds(world: World, message: Message) -> list[str]:
    """Return what the append-only list says of a message."""
    events = await world.ledger.find(Event, Page(equals={"message": message.id}, order="seq"))
    return [event.kind for event in events]


async def test_another_mediators_claim_is_refused_by_name_of_the_reason(world: World):
    """Two at once: the second one is told that somebody is at it."""
    message = await story.in_review(world)
    with pytest.raises(ClaimedError):
        await claim(world, message, BO)


async def test_a_claim_is_taken_over_with_a_trace(world: World):
    """The list says so, in a word of its own."""
    message = await story.in_review(world)
    after = await claim(world, message, BO, take_over=True)
    assert after.claimed_by == BO.id
    assert (await kinds(world, message))[-1] == "take-over"


async def test_taking_over_what_is_free_is_a_plain_claim(world: World):
    """No trace of a taking over that was none."""
    message = await story.in_review(world)
    world.now += CLAIM_SECONDS
    await claim(world, message, BO, take_over=True)
    assert (await kinds(world, message))[-1] == "claim"


@pytest.mark.parametrize(("later", "held"), [(CLAIM_SECONDS - 1, True), (CLAIM_SECONDS, False)])
async def test_a_claim_ends_by_itself(world: World, later: int, *, held: bool):
    """To the second; and nobody is shown a claim that is over."""
    message = await story.in_review(world)
    world.now += later
    seen = await service.view(world.desk, BO.actor, message=message.id)
    assert (seen.claimed_by == ADA.id, seen.claimed_until is not None) == (held, held)
    if not held:
        assert (await claim(world, message, BO)).claimed_by == BO.id


async def test_its_holder_renews_a_claim(world: World):
    """While the mediator is at it, it does not run out."""
    message = await story.in_review(world)
    world.now += CLAIM_SECONDS - 1
    after = await claim(world, message, ADA)
    assert after.claimed_until == world.now + CLAIM_SECONDS


async def test_its_holder_lets_go_and_nobody_else_does(world: World):
    """Then the next one needs no taking over."""
    message = await story.in_review(world)
    with pytest.raises(ClaimedError):
        await service.let_go(world.desk, BO.actor, message=message.id)
    free = await service.let_go(world.desk, ADA.actor, message=message.id)
    assert (free.claimed_by, free.claimed_until, free.state) == (None, None, State.IN_REVIEW)
    assert (await claim(world, free, BO)).claimed_by == BO.id


@pytest.mark.parametrize("word", ["hold", "return", "decline", "escalate", "second"])
async def test_no_decision_passes_anothers_claim(world: World, word: str):
    """Whoever is at it decides; the other first takes over."""
    message = await story.in_review(world)
    statement = decision(world, message, BO, word=word)
    with pytest.raises(ClaimedError):
        await bound(service.decide_on, world, BO, message)(statement=statement)


async def test_no_approval_passes_anothers_claim(world: World):
    """An approval is a decision in this."""
    message = await story.in_review(world)
    with pytest.raises(ClaimedError):
        await bound(service.approve, world, BO, message)(statement=approval(world, message, BO))


async def test_a_decision_lets_go(world: World):
    """A first approval of two leaves the letter free for the second mediator."""
    message = await story.in_review(world)
    after = await bound(service.approve, world, ADA, message)(statement=approval(world, message, ADA))
    assert (after.claimed_by, after.claimed_until) == (None, None)


async def test_a_participant_claims_nothing(world: World):
    """Nor lets go."""
    message = await story.in_review(world)
    for ask in (service.claim, service.let_go):
        with pytest.raises((ForbiddenError, RelayError)) as refused:
            await ask(world.desk, ODA.actor, message=message.id)
        assert refused.value.code == "forbidden"
