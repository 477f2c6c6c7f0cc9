# SPDX-License-Identifier: EUPL-1.2
"""The memory backends' own strictness, and faults that happen on order."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from relay.errors import ExistsError, KeyDestroyedError, StorageFullError
from relay.records import Account, Message, MessageId, Nonce, TrustHead, Upload, UploadId
from relay.storage.contract import Append, Put, StorageBrokenError
from relay.storage.faults import Fault, Faults
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys
from tests.storage.builders import a, ident, stream


@pytest.mark.parametrize(
    ("record", "changed"),
    [
        (a(Message), {"manifest": "another"}),
        (a(Message), {"sender": ident(2)}),
        (a(Message, author_version=5), {"author_version": 4}),
        (a(Upload, offset=100), {"offset": 99}),
        (a(Account, last_number=7), {"last_number": 6}),
        (a(TrustHead, number=3), {"number": 2}),
    ],
)
async def test_what_may_never_change_or_fall_is_a_callers_bug(record: Any, changed: dict[str, Any]) -> None:
    """Found in memory, before any database is asked."""
    ledger = MemoryLedger()
    await ledger.commit([Put(record)])
    with pytest.raises(AssertionError, match="never"):
        await ledger.commit([Put(replace(record, version=2, **changed))])


async def test_a_commit_that_fails_before_keeps_nothing() -> None:
    """And the next one works: a fault happens once."""
    ledger = MemoryLedger()
    ledger.faults.plan("commit", Fault.BEFORE)
    with pytest.raises(StorageBrokenError):
        await ledger.commit([Append(a(Nonce))])
    assert await ledger.load(Nonce, ident(1)) is None
    await ledger.commit([Append(a(Nonce))])


async def test_a_commit_that_fails_after_has_kept_all() -> None:
    """The nasty half: the caller asks again and meets itself."""
    ledger = MemoryLedger()
    ledger.faults.plan("commit", Fault.AFTER)
    with pytest.raises(StorageBrokenError):
        await ledger.commit([Append(a(Nonce))])
    assert await ledger.load(Nonce, ident(1)) == a(Nonce)
    with pytest.raises(ExistsError):
        await ledger.commit([Append(a(Nonce))])


async def test_a_full_disk_keeps_what_was_there() -> None:
    """For blobs and keys alike."""
    faults = Faults()
    blobs, keys = MemoryBlobs(faults), MemoryShredKeys(faults)
    faults.plan("stage_append", Fault.FULL)
    faults.plan("allocate", Fault.FULL)
    with pytest.raises(StorageFullError):
        await blobs.stage_append(UploadId(ident(1)), 0, stream(b"x"))
    with pytest.raises(StorageFullError):
        await keys.allocate(MessageId(ident(1)), b"k" * 32)
    assert await blobs.staged_size(UploadId(ident(1))) == 0
    with pytest.raises(KeyDestroyedError):
        await keys.read(MessageId(ident(1)))


async def test_a_slow_call_waits_until_it_may_go_on() -> None:
    """So that a test can stand in the middle of one."""
    ledger = MemoryLedger()
    ledger.faults.plan("commit", Fault.SLOW)
    waiting = asyncio.create_task(ledger.commit([Append(a(Nonce))]))
    await asyncio.sleep(0)
    assert await ledger.load(Nonce, ident(1)) is None
    assert not waiting.done()
    ledger.faults.go_on.set()
    await waiting
    assert await ledger.load(Nonce, ident(1)) == a(Nonce)
