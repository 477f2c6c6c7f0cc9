# SPDX-License-Identifier: EUPL-1.2
"""When the manager cannot be reached and the directory has ended, safety does not wait for them."""

import pytest

from relay.errors import DirectoryStaleError
from relay.records import State
from relay.review import service
from tests.review import story
from tests.review.letters import bound, decision, offer
from tests.review.world import ADA, World

TEN_WEEKS = 70 * 86_400


@pytest.mark.parametrize(
    ("word", "until"), [("escalate", None), ("hold", "2030-01-01"), ("return", None), ("decline", None)]
)
async def test_what_stops_a_letter_works_long_after_the_directory_ended(
    world: World, word: str, until: str | None
) -> None:
    """Issue 3: stop and escalate works when the manager and the directory are out of reach."""
    message = await story.in_review(world)
    world.now += TEN_WEEKS
    statement = decision(world, message, ADA, word=word, until=until)
    after = await bound(service.decide_on, world, ADA, message)(statement=statement)
    assert after.state is not State.IN_REVIEW


async def test_what_passes_a_letter_on_does_not(world: World) -> None:
    """The same day, an offer is refused: it would rest on keys that nobody vouches for any more."""
    message = await story.approved(world)
    world.now += TEN_WEEKS
    with pytest.raises(DirectoryStaleError):
        await bound(service.offer, world, ADA, message)(statement=offer(world, message, ADA))
