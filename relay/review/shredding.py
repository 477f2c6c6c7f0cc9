# SPDX-License-Identifier: EUPL-1.2
"""Destruction, owed once a tombstone is committed and repeated until it is done.

Order (protocol.md §6): the shred key's slot is overwritten on every mirror; open
downloads are stopped; only then may anybody be told it is done. Ciphertext and boxes, by
then unopenable, are deleted last, and the ledger's log is emptied after them. Every step
may be repeated, so a crash between any two only leaves work for ``finish_owed``.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from relay.errors import StaleVersionError, StorageFullError
from relay.records import Draft, MessageId, StoredBox, Tombstone, Upload
from relay.review.boxes import all_boxes
from relay.review.desk import Desk
from relay.storage.contract import Change, Drop, Page, Put, StorageBrokenError

_PAGE: Final = 200


def tombstone(message: MessageId, *, at: int) -> Tombstone:
    """Return the record that owes a destruction; it stays for ever."""
    return Tombstone(id=message, version=1, withdrawn_at=at, shredded_at=None, swept_at=None)


async def shred(desk: Desk, messages: Sequence[MessageId]) -> None:
    """Destroy the keys, stop the downloads, and record that it is done.

    Raises:
        StorageBrokenError: a slot could not be overwritten; downloads are stopped all the same.
    """
    for message in messages:
        try:
            await desk.shred_keys.destroy(message)
        finally:
            await desk.streams.abort(message)
    for message in messages:
        await _mark(desk, message, "shredded_at")


async def remove(desk: Desk, messages: Sequence[MessageId]) -> None:
    """Delete what can no longer be opened, then empty the ledger's log."""
    for message in messages:
        await desk.blobs.destroy(message)
        uploads = await desk.ledger.find(Upload, Page(equals={"message": message}, limit=_PAGE))
        for upload in uploads:
            await desk.blobs.discard(upload.id)
        boxes = await all_boxes(desk, message)
        changes: list[Change] = [Drop(StoredBox, box.id) for box in boxes]
        changes += [Drop(Upload, upload.id) for upload in uploads]
        await desk.ledger.commit([*changes, Drop(Draft, message)])
    await desk.ledger.checkpoint()
    for message in messages:
        await _mark(desk, message, "swept_at")


async def _mark(desk: Desk, message: MessageId, step: Literal["shredded_at", "swept_at"]) -> None:
    """Record that a step is done, unless somebody else just has."""
    while True:
        owed = await desk.ledger.load(Tombstone, message)
        if owed is None or getattr(owed, step) is not None:
            return
        done = replace(owed, version=owed.version + 1, **{step: desk.clock()})
        try:
            await desk.ledger.commit([Put(done)])
        except StaleVersionError:
            continue


async def unfinished(desk: Desk) -> tuple[Tombstone, ...]:
    """Return the destructions that are still owed."""
    return await desk.ledger.find(Tombstone, Page(equals={"swept_at": None}, limit=1000))


async def finish_owed(desk: Desk) -> int:
    """Finish every owed destruction that can be finished now; return how many.

    One that the disk refuses stays owed and does not hold up the others.
    """
    finished = 0
    for one in await unfinished(desk):
        try:
            await shred(desk, (one.id,))
            await remove(desk, (one.id,))
        except (StorageBrokenError, StorageFullError):
            continue
        finished += 1
    return finished


async def redo_shreds(desk: Desk) -> int:
    """Destroy again the key of every message ever withdrawn, then finish what is owed.

    Call at start, before anything is served: a slot file or database from before a
    withdrawal (a mirror, a restored backup) must not bring a key back. Returns how many
    were unfinished.
    """
    after: tuple[str | int, str] | None = None
    while True:
        page = await desk.ledger.find(Tombstone, Page(equals={}, after=after, limit=1000))
        for one in page:
            await desk.shred_keys.destroy(one.id)
        if not page:
            return await finish_owed(desk)
        after = (page[-1].id, page[-1].id)


async def oldest_unfinished(desk: Desk) -> int:
    """Return the age in seconds of the oldest owed destruction; 0: none is owed."""
    owed = await unfinished(desk)
    return max((desk.clock() - one.withdrawn_at for one in owed), default=0)
