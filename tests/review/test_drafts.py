# SPDX-License-Identifier: EUPL-1.2
"""Sealed drafts: kept under the key of the message they become, their author's alone."""

import pytest

from relay.errors import (
    ForbiddenError,
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    QuotaError,
    StaleVersionError,
    TooLargeError,
)
from relay.records import Draft, MessageId
from relay.review import service
from relay.review.drafts import MAX_DRAFT_BYTES, MOST_DRAFTS
from tests.review.letters import submitted
from tests.review.world import ADA, CASE, ODA, VIVI, XENO, Person, World, ident

LETTER = MessageId(ident("letter"))


async def save(world: World, box: bytes = b"sealed words", *, by: Person = ODA, version: int = 0) -> Draft:
    """Save a draft of the letter."""
    return await service.save_draft(world.desk, by.actor, message=LETTER, case=CASE, box=box, version=version)


async def test_a_draft_comes_back_as_it_was_and_lies_sealed(world: World):
    """The stored box is not the client's."""
    saved = await save(world)
    _, box = await service.load_draft(world.desk, ODA.actor, message=LETTER)
    assert (box, saved.version) == (b"sealed words", 1)
    assert b"sealed words" not in saved.box


async def test_a_draft_saved_elsewhere_is_not_overwritten(world: World):
    """A second tab has to look first."""
    await save(world)
    assert (await save(world, b"more", version=1)).version == 2
    with pytest.raises(StaleVersionError):
        await save(world, b"older", version=1)
    assert [box for _, box in await service.list_drafts(world.desk, ODA.actor)] == [b"more"]


async def test_a_draft_is_its_authors_alone(world: World):
    """Not the other side's, not a mediator's."""
    await save(world)
    for person in (VIVI, ADA):
        with pytest.raises(NotFoundError):
            await service.load_draft(world.desk, person.actor, message=LETTER)
        with pytest.raises(NotFoundError):
            await service.drop_draft(world.desk, person.actor, message=LETTER)
        assert await service.list_drafts(world.desk, person.actor) == ()
    with pytest.raises(ForbiddenError):
        await save(world, by=VIVI, version=1)


@pytest.mark.parametrize("person", [ADA, XENO])
async def test_only_participants_of_the_case_draft_in_it(world: World, person: Person):
    """A mediator writes no letter, another case's person none here."""
    with pytest.raises(ForbiddenError):
        await save(world, by=person)


async def test_a_dropped_draft_is_destroyed_with_its_key(world: World):
    """And may be begun anew under another id."""
    await save(world)
    await service.drop_draft(world.desk, ODA.actor, message=LETTER)
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(LETTER)
    with pytest.raises(NotFoundError):
        await service.load_draft(world.desk, ODA.actor, message=LETTER)


async def test_what_was_submitted_is_no_draft_any_more(world: World):
    """Its author takes it back instead."""
    await submitted(world)
    with pytest.raises(NotAllowedError):
        await save(world)


async def test_a_draft_has_a_limit(world: World):
    """One box's worth."""
    with pytest.raises(TooLargeError):
        await save(world, b"x" * (MAX_DRAFT_BYTES + 1))
    assert (await save(world, b"x" * MAX_DRAFT_BYTES)).version == 1


async def test_an_account_has_so_many_drafts_and_no_more(world: World):
    """Every one of them is listed; the words that are there are kept, and one thrown away makes room."""
    names = [MessageId(ident(f"draft {number}")) for number in range(MOST_DRAFTS + 1)]
    *kept, last = names

    async def saved(message: MessageId, version: int = 0) -> Draft:
        return await service.save_draft(
            world.desk, ODA.actor, message=message, case=CASE, box=b"sealed words", version=version
        )

    for message in kept:
        await saved(message)
    with pytest.raises(QuotaError):
        await saved(last)
    assert len(await service.list_drafts(world.desk, ODA.actor)) == MOST_DRAFTS
    assert (await saved(kept[0], 1)).version == 2
    await service.drop_draft(world.desk, ODA.actor, message=kept[1])
    assert (await saved(last)).version == 1


async def test_a_draft_half_thrown_away_does_not_keep_the_others_from_their_author(world: World):
    """A crash after its key went and before its record did; throwing it away again ends it."""
    await save(world)
    other = MessageId(ident("other letter"))
    await service.save_draft(world.desk, ODA.actor, message=other, case=CASE, box=b"kept", version=0)
    await world.shred_keys.destroy(LETTER)
    assert [box for _, box in await service.list_drafts(world.desk, ODA.actor)] == [b"kept"]
    await service.drop_draft(world.desk, ODA.actor, message=LETTER)
    with pytest.raises(NotFoundError):
        await service.load_draft(world.desk, ODA.actor, message=LETTER)
