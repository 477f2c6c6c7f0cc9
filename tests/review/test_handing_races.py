# SPDX-License-Identifier: EUPL-1.2
"""What races with a hand-over: a withdrawal wins, a move does not stop it, a new policy does."""

import asyncio
from dataclasses import replace

import pytest

from relay.errors import RollbackError, StaleVersionError, WithdrawnError
from relay.records import Case, StoredBox
from relay.review import service
from relay.storage.contract import Page, Put
from relay.storage.faults import Fault
from tests.review.handing import hand, lacks, mediators, message_of, newcomer
from tests.review.letters import submitted
from tests.review.taking_back import assert_destroyed, load, take_back, until_waiting
from tests.review.world import ADA, BO, CASE, CY, World


async def test_what_was_taken_back_is_not_handed_over(world: World) -> None:
    """It is on no list, and a hand-over that still names it is refused whole."""
    gone, stays = await submitted(world, "gone"), await submitted(world, "stays")
    await newcomer(world)
    things = [message_of(gone), message_of(stays)]
    await take_back(world, gone)
    assert await lacks(world, ADA) == (message_of(stays),)
    with pytest.raises(WithdrawnError):
        await hand(world, ADA, things)
    assert (await service.detail(world.desk, CY.actor, message=stays.id)).wrap is None
    await assert_destroyed(world, gone.id)


async def test_p11_a_withdrawal_during_a_hand_over_wins(world: World) -> None:
    """No wrap of it is left behind, under whatever key."""
    message = await submitted(world)
    await newcomer(world)
    things = await lacks(world, ADA)
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(hand(world, ADA, things))
    await until_waiting(world)
    await take_back(world, message)
    world.ledger.faults.go_on.set()
    with pytest.raises(WithdrawnError):
        await task
    await assert_destroyed(world, message.id)


async def test_a_move_during_a_hand_over_does_not_stop_it(world: World) -> None:
    """Somebody else may go on with the message; the key goes over all the same."""
    message = await submitted(world)
    await newcomer(world)
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(hand(world, ADA, [message_of(message)]))
    await until_waiting(world)
    await service.claim(world.desk, BO.actor, message=message.id)
    world.ledger.faults.go_on.set()
    await task
    assert (await service.detail(world.desk, CY.actor, message=message.id)).purpose == "handover"
    assert (await load(world, message)).claimed_by == BO.id


async def test_a_policy_that_takes_the_receiver_out_meanwhile_wins(world: World) -> None:
    """Compare-and-swap on the case: nobody gets a key by a decision of yesterday."""
    message = await submitted(world)
    await newcomer(world)
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(hand(world, ADA, [message_of(message)]))
    await until_waiting(world)
    await mediators(world, ADA, BO)
    world.ledger.faults.go_on.set()
    with pytest.raises(RollbackError):
        await task
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}))
    assert not [one.what for one in boxes if CY.key in one.what]


async def test_a_case_that_never_rests_refuses_in_the_end(world: World) -> None:
    """It gives up with a code rather than spin."""
    message = await submitted(world)
    await newcomer(world)
    commit = world.ledger.commit

    async def moved_first(changes: object) -> None:
        found = await world.ledger.load(Case, CASE)
        await commit([Put(replace(found, version=found.version + 1))])
        await commit(changes)

    world.ledger.commit = moved_first
    with pytest.raises(StaleVersionError):
        await hand(world, ADA, [message_of(message)])
