# SPDX-License-Identifier: EUPL-1.2
"""Enrolled again: a place in a case goes with the key that the policy names, not with the person's id."""

from dataclasses import replace

import pytest

from relay.casework import trust
from relay.casework.standing import case_mediator
from relay.errors import ForbiddenError, NotFoundError
from relay.records import Message, MessageId
from relay.review import service
from tests.review import story
from tests.review.letters import begin, submitted, withdrawal
from tests.review.world import ADA, CASE, ODA, ODA_AGAIN, VIVI, VIVI_AGAIN, Person, World, ident


async def seen(world: World, person: Person) -> list[str]:
    """Return the messages that an account finds over all its cases."""
    page = await service.listing(world.desk, person.actor, case=None)
    return [view.id for view in page.views]


async def is_a_stranger(world: World, person: Person, message: Message, *, other: Person) -> None:
    """Check that an account finds, reads, writes and ends nothing in the case."""
    desk, actor = world.desk, person.actor
    assert await seen(world, person) == []
    assert (await trust.current(world.ledger, actor)).policies == ()
    with pytest.raises(ForbiddenError):
        await service.listing(desk, actor, case=CASE)
    with pytest.raises(NotFoundError):
        await service.detail(desk, actor, message=message.id)
    with pytest.raises(NotFoundError):
        await service.open_part(desk, actor, message=message.id, part=0)
    with pytest.raises(ForbiddenError):
        await service.save_draft(
            desk, actor, message=MessageId(ident("draft")), case=CASE, box=b"box", version=0
        )
    with pytest.raises(ForbiddenError):
        await begin(world, ident("begun"), sender=person, addressee=other)
    statement = withdrawal(world, None, person, of=person, scope="leave")
    with pytest.raises(ForbiddenError):
        await service.withdraw_case(desk, actor, case=CASE, statement=statement)


async def test_an_account_whose_key_is_not_named_yet_is_a_stranger(world: World) -> None:
    """A ticket made in the name of somebody enrolled opens nothing of theirs by itself."""
    mine, opened = await submitted(world, "mine"), await story.opened(world, "to vivi")
    await is_a_stranger(world, ODA_AGAIN, mine, other=VIVI)
    await is_a_stranger(world, VIVI_AGAIN, opened, other=ODA)
    assert await seen(world, ODA) == sorted([mine.id, opened.id])
    assert await seen(world, VIVI) == [opened.id]


async def test_an_older_account_is_a_stranger_once_a_newer_key_is_named(world: World) -> None:
    """From the policy that names the new key on, the place is the new account's alone."""
    mine, opened = await submitted(world, "mine"), await story.opened(world, "to vivi")
    await world.enrol_again(ODA_AGAIN)
    await world.enrol_again(VIVI_AGAIN)
    await is_a_stranger(world, ODA, mine, other=VIVI)
    await is_a_stranger(world, VIVI, opened, other=ODA)
    assert await seen(world, ODA_AGAIN) == sorted([mine.id, opened.id])
    assert await seen(world, VIVI_AGAIN) == [opened.id]
    found = await service.detail(world.desk, ODA_AGAIN.actor, message=mine.id)
    assert found.view.id == mine.id
    assert len((await trust.current(world.ledger, ODA_AGAIN.actor)).policies) == 1


async def test_a_mediator_stands_in_a_case_with_their_own_key_only(world: World) -> None:
    """An account of the same short id with another key mediates nothing."""
    message = await submitted(world)
    other = replace(ADA.actor, key=ODA.key)
    assert await case_mediator(world.ledger, ADA.actor, CASE) is not None
    assert await case_mediator(world.ledger, other, CASE) is None
    assert (await service.listing(world.desk, other, case=None)).views == ()
    with pytest.raises(NotFoundError):
        await service.detail(world.desk, other, message=message.id)
