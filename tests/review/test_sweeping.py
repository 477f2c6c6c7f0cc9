# SPDX-License-Identifier: EUPL-1.2
"""The sweeper's round over a real ledger."""

import pytest

from relay.errors import KeyDestroyedError
from relay.records import Message, State, Upload, UploadId
from relay.review import service
from relay.review.due import DAY_SECONDS
from relay.storage.contract import Put
from tests.review import story
from tests.review.letters import begin, bound, decision, submitted
from tests.review.world import ADA, BO, CASE, ODA, VIVI, World, ident


async def state_of(world: World, message: Message) -> State:
    """Return where a message is."""
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    return found.state


async def test_an_abandoned_upload_expires_and_is_destroyed(world: World):
    """Seven days after it began, when nothing ever came."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    world.now += 7 * DAY_SECONDS - 1
    assert await service.sweep(world.desk) == 0
    world.now += 1
    assert await service.sweep(world.desk) == 2  # expired, and its destruction finished
    assert await state_of(world, message) is State.EXPIRED
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(message.id)


async def test_an_upload_with_progress_lives_on(world: World):
    """Its expiry moves with every byte that arrives."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    upload = Upload(
        id=UploadId("u"),
        version=1,
        message=message.id,
        case=CASE,
        account=ODA.actor.account,
        part=0,
        length=65_552,
        offset=1,
        expires_at=world.now + 9 * DAY_SECONDS,
    )
    await world.ledger.commit([Put(upload)])
    world.now += 8 * DAY_SECONDS
    await service.sweep(world.desk)
    assert await state_of(world, message) is State.UPLOADING


async def test_a_hold_ends_on_its_day_and_waits_for_a_mediator_again(world: World):
    """Nothing is decided by time."""
    message = await story.in_review(world)
    held = decision(world, message, ADA, word="hold", until="2026-06-02")
    await bound(service.decide_on, world, ADA, message)(statement=held)
    await service.sweep(world.desk)
    assert await state_of(world, message) is State.HELD
    world.now += 10 * DAY_SECONDS
    assert await service.sweep(world.desk) == 1
    assert await state_of(world, message) is State.IN_REVIEW


async def test_what_was_released_stays_however_long_it_takes(world: World):
    """The waiting state is the normal state."""
    approved, released = await story.approved(world, "one"), await story.released(world, "two")
    world.now += 4000 * DAY_SECONDS
    assert await service.sweep(world.desk) == 0
    assert await state_of(world, approved) is State.APPROVED
    assert await state_of(world, released) is State.RELEASED


async def test_mediators_are_woken_once_when_a_letter_has_cooled_off(world: World):
    """Not before, not again, and nobody else."""
    began = world.now
    message = await submitted(world)
    over = world.now
    world.told.clear()
    world.now = over - 1
    since = await service.tell_cooled(world.desk, since=began)
    assert world.told == []
    world.now = over
    since = await service.tell_cooled(world.desk, since=since)
    await service.tell_cooled(world.desk, since=since)
    assert world.told == [(message.id, frozenset({ADA.id, BO.id}))]
