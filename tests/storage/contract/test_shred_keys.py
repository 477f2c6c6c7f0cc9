# SPDX-License-Identifier: EUPL-1.2
"""The contract of every ShredKeys: one key a message, once, and destroyed for ever."""

import asyncio
import secrets

import pytest

from relay.errors import ExistsError, KeyDestroyedError, RelayError
from relay.records import MessageId
from relay.storage.contract import ShredKeys
from tests.storage.builders import ident

MESSAGE = MessageId(ident(1))
KEY = bytes(range(32))


async def test_an_allocated_key_is_read(shred_keys: ShredKeys) -> None:
    """As often as it is asked for."""
    await shred_keys.allocate(MESSAGE, KEY)
    assert [await shred_keys.read(MESSAGE), await shred_keys.read(MESSAGE)] == [KEY, KEY]


async def test_a_message_without_a_key_has_a_destroyed_one(shred_keys: ShredKeys) -> None:
    """Never was and is no more are one answer."""
    with pytest.raises(KeyDestroyedError):
        await shred_keys.read(MESSAGE)


async def test_a_destroyed_key_is_never_read_again(shred_keys: ShredKeys) -> None:
    """And destroying again is harmless."""
    await shred_keys.allocate(MESSAGE, KEY)
    await shred_keys.destroy(MESSAGE)
    await shred_keys.destroy(MESSAGE)
    with pytest.raises(KeyDestroyedError):
        await shred_keys.read(MESSAGE)


async def test_destroying_one_key_leaves_the_others(shred_keys: ShredKeys) -> None:
    """More messages than a block of slots has."""
    keys = {MessageId(ident(n)): secrets.token_bytes(32) for n in range(1, 40)}
    for message, key in keys.items():
        await shred_keys.allocate(message, key)
    await shred_keys.destroy(MESSAGE)
    del keys[MESSAGE]
    assert {message: await shred_keys.read(message) for message in keys} == keys


async def test_a_message_has_one_slot_for_ever(shred_keys: ShredKeys) -> None:
    """Neither a second key beside the first nor a new one after its destruction."""
    await shred_keys.allocate(MESSAGE, KEY)
    with pytest.raises(ExistsError):
        await shred_keys.allocate(MESSAGE, KEY)
    await shred_keys.destroy(MESSAGE)
    with pytest.raises(ExistsError):
        await shred_keys.allocate(MESSAGE, secrets.token_bytes(32))


async def test_what_was_destroyed_before_it_was_allocated_stays_so(shred_keys: ShredKeys) -> None:
    """A withdrawal that overtakes the submission wins."""
    await shred_keys.destroy(MESSAGE)
    with pytest.raises(ExistsError):
        await shred_keys.allocate(MESSAGE, KEY)
    with pytest.raises(KeyDestroyedError):
        await shred_keys.read(MESSAGE)


@pytest.mark.parametrize("key", [bytes(32), b"", b"x" * 31, b"x" * 33])
async def test_a_key_that_could_be_a_destroyed_one_is_our_bug(shred_keys: ShredKeys, key: bytes) -> None:
    """Zero means destroyed."""
    with pytest.raises(ValueError, match="32 bytes and is not zero"):
        await shred_keys.allocate(MESSAGE, key)


async def test_many_at_once_each_get_their_own(shred_keys: ShredKeys) -> None:
    """Allocations and destructions mixed, grouped or not."""
    keys = {MessageId(ident(n)): secrets.token_bytes(32) for n in range(100)}
    await asyncio.gather(*(shred_keys.allocate(message, key) for message, key in keys.items()))
    gone = list(keys)[::3]
    await asyncio.gather(
        *(shred_keys.destroy(message) for message in gone),
        *(shred_keys.allocate(MessageId(ident(n)), KEY) for n in range(200, 230)),
    )
    for message, key in keys.items():
        if message in gone:
            with pytest.raises(KeyDestroyedError):
                await shred_keys.read(message)
        else:
            assert await shred_keys.read(message) == key


async def test_of_two_allocations_at_once_one_wins(shred_keys: ShredKeys) -> None:
    """And its key is the one that is read."""
    outcomes = await asyncio.gather(
        shred_keys.allocate(MESSAGE, b"a" * 32),
        shred_keys.allocate(MESSAGE, b"b" * 32),
        return_exceptions=True,
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ExistsError", "NoneType"]
    assert await shred_keys.read(MESSAGE) == [b"a" * 32, b"b" * 32][outcomes.index(None)]


async def test_an_allocation_and_its_destruction_at_once_end_destroyed(shred_keys: ShredKeys) -> None:
    """Whichever comes first."""
    await asyncio.gather(
        shred_keys.allocate(MESSAGE, KEY), shred_keys.destroy(MESSAGE), return_exceptions=True
    )
    with pytest.raises(KeyDestroyedError):
        await shred_keys.read(MESSAGE)


async def test_a_name_that_is_no_message_is_refused(shred_keys: ShredKeys) -> None:
    """As a refusal: it may have come from outside."""
    with pytest.raises(RelayError):
        await shred_keys.read(MessageId("../slots"))
