# SPDX-License-Identifier: EUPL-1.2
"""Gates of casework in front of an offer and a release: looked at each time, and held until the commit."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from relay.errors import (
    AssessmentDueError,
    ConsentMissingError,
    GateShutError,
    NoContactError,
    OverlapError,
    PaceError,
    StaleVersionError,
)
from relay.protocol.record import GateClear, PaceClear
from relay.records import Case, State
from tests.review import story
from tests.review.letters import there
from tests.review.records import agree, clear_gate, write
from tests.review.world import ADA, CASE, ODA, VIVI, World

DAY_SECONDS = 86_400


async def taken_back(world: World) -> None:
    """The addressee takes their consent back."""
    await agree(world, VIVI, given=False)


async def ordered(world: World) -> None:
    """An order against contact stands again."""
    await clear_gate(world, "no-contact", ODA, shut=True)


async def overdue(world: World) -> None:
    """An assessment was good until yesterday."""
    await clear_gate(world, "assessment", VIVI, until="2026-05-27")


async def overlapping(world: World) -> None:
    """An appeal is under way."""
    clear = GateClear(gate="overlap", participant=ODA.id, shut=True, until=None)
    await write(world, "gate", clear, by=ADA)


SHUT: tuple[tuple[Callable[[World], Awaitable[None]], type[GateShutError]], ...] = (
    (taken_back, ConsentMissingError),
    (ordered, NoContactError),
    (overdue, AssessmentDueError),
    (overlapping, OverlapError),
)


@pytest.mark.parametrize(("shut", "refusal"), SHUT)
async def test_p2_no_offer_through_a_shut_gate(world: World, shut: Any, refusal: type[GateShutError]):
    """Approved as it is; and the refusal says why."""
    message = await story.approved(world)
    await shut(world)
    with pytest.raises(refusal):
        await story.make_offer(world, message)
    assert (await there(world, message.id)).state is State.APPROVED


@pytest.mark.parametrize(("shut", "refusal"), SHUT)
async def test_p2_no_release_through_a_gate_that_shut_meanwhile(
    world: World, shut: Any, refusal: type[GateShutError]
):
    """Offered and ready as it is."""
    message = await story.ready(world)
    await shut(world)
    with pytest.raises(refusal):
        await story.release_it(world, message)
    assert (await there(world, message.id)).state is State.OFFERED


async def test_p2_a_gate_that_shuts_in_the_same_moment_stops_the_offer(world: World):
    """The case has changed: whoever prepared the offer has to look again."""
    message = await story.approved(world)
    commit = world.ledger.commit

    async def raced(changes: Any) -> None:
        world.ledger.commit = commit
        await taken_back(world)
        await commit(changes)

    world.ledger.commit = raced
    with pytest.raises(StaleVersionError):
        await story.make_offer(world, message)
    assert (await there(world, message.id)).state is State.APPROVED


async def test_p2_of_two_offers_at_once_a_pace_lets_one_through(world: World):
    """Both were prepared while there was room for one."""
    first, second = await story.approved(world, "one"), await story.approved(world, "two")
    await write(world, "pace", PaceClear(side="responsible", most=1, days=7), by=ADA)
    commit, both = world.ledger.commit, asyncio.Barrier(2)

    async def together(changes: Any) -> None:
        await both.wait()
        await commit(changes)

    world.ledger.commit = together
    came = await asyncio.gather(
        story.make_offer(world, first), story.make_offer(world, second), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in came) == ["Message", "StaleVersionError"]


async def test_a_pace_lets_the_next_one_through_when_its_days_are_over(world: World):
    """And what was offered once may be offered again."""
    await write(world, "pace", PaceClear(side="responsible", most=1, days=2), by=ADA)
    first, second = await story.offered(world, "one"), await story.approved(world, "two")
    with pytest.raises(PaceError):
        await story.make_offer(world, second)
    kept = await story.answered(world, first, "keep")
    assert (await story.make_offer(world, kept)).state is State.OFFERED
    world.now += 2 * DAY_SECONDS
    assert (await story.make_offer(world, second)).state is State.OFFERED


async def test_an_offer_leaves_a_case_without_a_pace_as_it_is(world: World):
    """Its version stays, so that no colleague has to look again for nothing."""
    before = await case_of(world)
    await story.offered(world)
    assert await case_of(world) == before


async def case_of(world: World) -> Case | None:
    """Return the case."""
    return await world.ledger.load(Case, CASE)


async def test_answering_and_taking_back_pass_every_gate(world: World):
    """Anyone may stop at any point; an answer is nobody's but the addressee's."""
    message = await story.offered(world)
    for shut, _ in SHUT:
        await shut(world)
    assert (await story.answered(world, message, "not-now")).state is not State.WITHDRAWN
