# SPDX-License-Identifier: EUPL-1.2
"""A closed case, whose policy has no channels: what ends with it, and what does not (ADR 0019)."""

import pytest

from relay.errors import GateShutError
from relay.records import State
from relay.review import service
from tests.review import story
from tests.review.letters import begin, submitted
from tests.review.taking_back import take_back
from tests.review.world import ODA, VIVI, World, ident


async def close(world: World) -> None:
    """Accept a manager's policy with no channels."""
    await world.change_policy(channels=())


async def test_m12_nothing_new_is_sent_in_a_closed_case(world: World) -> None:
    """Until a policy has channels again."""
    await close(world)
    with pytest.raises(GateShutError):
        await begin(world, ident("late"), sender=ODA, addressee=VIVI)
    await world.change_policy(channels=("letter",))
    assert (await begin(world, ident("again"), sender=ODA, addressee=VIVI)).state is State.UPLOADING


async def test_m12_what_was_released_is_still_read_in_a_closed_case(world: World) -> None:
    """And opened for the first time, if nobody had."""
    message = await story.released(world)
    await close(world)
    seen = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert seen.view.state is State.RELEASED
    after = await service.opened(world.desk, VIVI.actor, message=message.id)
    assert after.state is State.OPENED


async def test_m12_what_was_written_is_still_taken_back_in_a_closed_case(world: World) -> None:
    """By its author, for good."""
    message = await submitted(world)
    await close(world)
    await take_back(world, message, ODA)
    found = await service.view(world.desk, ODA.actor, message=message.id)
    assert found.state is State.WITHDRAWN
