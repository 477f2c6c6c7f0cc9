# SPDX-License-Identifier: EUPL-1.2
"""A letter's whole way through the service."""

from relay.records import State
from tests.review import story
from tests.review.world import World


async def test_a_letter_goes_from_its_author_to_its_addressee(world: World):
    """Every step taken by the right person in the right order succeeds."""
    message = await story.opened(world)
    assert message.state is State.OPENED
