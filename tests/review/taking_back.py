# SPDX-License-Identifier: EUPL-1.2
"""What tests of withdrawal share: take a message back, and look for what is left of it."""

import asyncio

import pytest

from relay.crypto.signing import Statement as Signed
from relay.errors import (
    KeyDestroyedError,
    NotFoundError,
)
from relay.records import (
    Draft,
    Message,
    MessageId,
    StoredBox,
    Upload,
)
from relay.review import service
from relay.storage.contract import Page
from tests.review.letters import withdrawal
from tests.review.world import ODA, Person, World


async def take_back(
    world: World, message: Message, by: Person = ODA, statement: Signed | None = None
) -> Signed:
    """Withdraw, by default as the author with their identity."""
    made = statement or withdrawal(world, message, by, of=ODA)
    return await service.withdraw(world.desk, by.actor, message=message.id, statement=made)


async def load(world: World, message: Message) -> Message:
    """Return the record as it is."""
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    return found


async def assert_destroyed(world: World, message: MessageId) -> None:
    """Key, content, boxes, draft and uploads are gone."""
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(message)
    with pytest.raises(NotFoundError):
        await world.blobs.size(f"{message}/0")
    with pytest.raises(NotFoundError):
        await world.blobs.size(f"{message}/0.leaves")
    assert await world.ledger.find(StoredBox, Page(equals={"message": message})) == ()
    assert await world.ledger.find(Upload, Page(equals={"message": message})) == ()
    assert await world.ledger.load(Draft, message) is None


async def until_waiting(world: World) -> None:
    """Let the other tasks run until one waits in its commit."""
    for _ in range(1000):
        if not world.ledger.faults._planned:
            return
        await asyncio.sleep(0)
    raise AssertionError("nobody came to commit")
