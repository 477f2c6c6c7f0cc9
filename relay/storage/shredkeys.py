# SPDX-License-Identifier: EUPL-1.2
"""``ShredKeys`` in a slot file: fixed slots, overwritten in place, durable when it returns.

Not in the database, because a deleted row is not gone from a disk. Slots are made ahead,
so that destroying needs no room. Like the ledger's writer, one task takes what is waiting
and syncs once; mirrors are written before the file itself. A key is read from its slot
each time and kept nowhere.
"""

import asyncio
import os
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from relay.crypto.encoding import unb64u
from relay.errors import ExistsError, KeyDestroyedError, RelayError, StorageFullError
from relay.records import MessageId
from relay.storage.contract import StorageBrokenError
from relay.storage.disk import disk_error, disk_errors
from relay.storage.ground import Ground, judge_ground
from relay.storage.slotfile import BLOCK_SLOTS, OpenSlots, grow, open_slots
from relay.storage.slots import (
    DESTROYED,
    MESSAGE_BYTES,
    SLOT_BYTES,
    Used,
    check_key,
    read_slot,
    used_slot,
)

_SPARE: Final = 64  # slots always kept ready, where there is room


@dataclass(frozen=True, slots=True)
class _Asked:
    """An allocation (with its key) or a destruction (without), and who waits for it."""

    message: bytes
    key: bytes | None
    done: "asyncio.Future[None]"

    def settle(self, error: RelayError | None) -> None:
        if self.done.done():
            return
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class SlotFile:
    """``ShredKeys`` (``relay.storage.contract``); made by ``open_shred_keys``."""

    def __init__(self, slots: OpenSlots, *, ground: Ground, block_slots: int) -> None:
        self.ground = ground
        self.torn = slots.torn
        self._files = slots.files  # mirrors first, the slot file itself last
        self._places = slots.places
        self._free = deque(slots.free)
        self._end = slots.end
        self._block_slots = block_slots
        self._gone: set[bytes] = set()
        self._queue: list[_Asked] = []
        self._wake = asyncio.Event()
        self._closing = False
        self._task = asyncio.create_task(self._run(), name="slot-writer")

    async def allocate(self, message: MessageId, key: bytes) -> None:
        """Write ``key`` into a fresh slot, durably."""
        check_key(key)
        await self._ask(_message_bytes(message), key)

    async def read(self, message: MessageId) -> bytes:
        """Return the key, as its slot holds it now."""
        wanted = _message_bytes(message)
        self._must_be_open()
        place = self._places.get(wanted)
        if place is None or wanted in self._gone:
            raise KeyDestroyedError(f"{message}: its key is destroyed, or never was")
        with disk_errors(message):
            used = await asyncio.to_thread(_read, self._files, place)
        if used is None or used.message != wanted or wanted in self._gone:
            raise KeyDestroyedError(f"{message}: its key is destroyed")
        return used.key

    async def destroy(self, message: MessageId) -> None:
        """Overwrite the slot with zeros on every mirror; again is harmless."""
        wanted = _message_bytes(message)
        self._gone.add(wanted)  # from here on no read succeeds
        await self._ask(wanted, None)

    async def close(self) -> None:
        """Finish what was asked, then close the files; again is harmless."""
        if self._closing:
            return
        self._closing = True
        self._wake.set()
        await self._task
        for file in self._files:
            os.close(file)

    async def _ask(self, message: bytes, key: bytes | None) -> None:
        self._must_be_open()
        asked = _Asked(message, key, asyncio.get_running_loop().create_future())
        self._queue.append(asked)
        self._wake.set()
        await asked.done

    def _must_be_open(self) -> None:
        if self._closing:
            raise StorageBrokenError("the slot file is closed")

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                group, self._queue = self._queue, []
                try:
                    outcomes = await asyncio.to_thread(self._serve, group)
                except Exception as error:  # noqa: BLE001 - a bug of ours must not leave callers waiting
                    broken = StorageBrokenError(f"the slot writer failed: {type(error).__name__}")
                    broken.__cause__ = error
                    outcomes = [broken for _ in group]
                for asked, outcome in zip(group, outcomes, strict=True):
                    asked.settle(outcome)
            if self._closing:
                return

    def _serve(self, group: Sequence[_Asked]) -> list[RelayError | None]:
        """Write what ``group`` asks for and sync once; return each one's outcome."""
        full = self._make_room(sum(asked.key is not None for asked in group))
        fresh: dict[bytes, int] = {}
        slots: dict[int, bytes] = {}
        outcomes = [self._place(asked, fresh, slots, full=full) for asked in group]
        broken = _write(self._files, slots) if slots else None
        if broken is None:
            self._places |= fresh
            self._forget(slots)
            return outcomes
        # Not one of the group is promised; what was to be a key must not become one.
        _write(self._files, dict.fromkeys(fresh.values(), DESTROYED))
        return [broken if outcome is None else outcome for outcome in outcomes]

    def _place(
        self,
        asked: _Asked,
        fresh: dict[bytes, int],
        slots: dict[int, bytes],
        *,
        full: StorageFullError | StorageBrokenError | None,
    ) -> RelayError | None:
        """Decide which slot becomes what for one of a group, or why not."""
        place = fresh.get(asked.message, self._places.get(asked.message))
        if asked.key is None:
            if place is not None:
                slots[place] = DESTROYED
            return None
        if place is not None or asked.message in self._gone:
            return ExistsError("this message has or had a slot")
        if not self._free:
            return full or StorageFullError("no slot is free")
        place = fresh[asked.message] = self._free.popleft()
        slots[place] = used_slot(asked.message, asked.key)
        return None

    def _forget(self, slots: dict[int, bytes]) -> None:
        destroyed = {place for place, slot in slots.items() if slot == DESTROYED}
        for message in [message for message in self._gone if self._places.get(message) in destroyed]:
            del self._places[message]

    def _make_room(self, wanted: int) -> StorageFullError | StorageBrokenError | None:
        """Add blocks of free slots; say why not where there was no room for one."""
        while wanted and len(self._free) < wanted + _SPARE:
            try:
                grow(self._files, self._end, count=self._block_slots)
            except OSError as error:
                return disk_error(error, "slot file")
            self._free.extend(range(self._end, self._end + self._block_slots))
            self._end += self._block_slots
        return None


async def open_shred_keys(
    path: Path, *, mirrors: Sequence[Path] = (), allow_cow: bool = False, block_slots: int = BLOCK_SLOTS
) -> SlotFile:
    """Open the slot file ``path`` and its mirrors, made if need be, and repair them.

    Args:
        path: of the slot file.
        mirrors: of its copies, best on another disk. A lost copy is made from the others.
        allow_cow: go on where the file system may keep what is overwritten. For tests and
            the demo only; ``SlotFile.ground`` says what has to be warned of.
        block_slots: how many free slots are made at a time.

    Raises:
        StorageBrokenError: the file system is not sound, another process has it open, or
            the files are damaged or no mirrors of each other.
        StorageFullError: no room for a first block.
    """
    grounds = [judge_ground(one) for one in (path, *mirrors)]
    worst = next((ground for ground in grounds if not ground.sound), grounds[0])
    if not worst.sound and not allow_cow:
        raise StorageBrokenError(worst.why)
    with disk_errors(path.name):
        slots = await asyncio.to_thread(open_slots, (*mirrors, path), block_slots=block_slots)
    return SlotFile(slots, ground=worst, block_slots=block_slots)


def _message_bytes(message: MessageId) -> bytes:
    return unb64u(message, size=MESSAGE_BYTES)


def _read(files: Sequence[int], place: int) -> Used | None:
    """Read from the slot file; from a mirror only where its slot cannot be read."""
    for file in reversed(files):
        slot = os.pread(file, SLOT_BYTES, place * SLOT_BYTES)
        if slot == DESTROYED:
            return None
        if (used := read_slot(slot)) is not None:
            return used
    return None


def _write(files: Sequence[int], slots: dict[int, bytes]) -> StorageBrokenError | StorageFullError | None:
    """Write slots to every file, each synced before the next; try all, whatever fails."""
    broken = None
    for file in files:
        try:
            for place, slot in slots.items():
                if os.pwrite(file, slot, place * SLOT_BYTES) != SLOT_BYTES:
                    raise OSError  # noqa: TRY301 - the disk took half a slot
            os.fdatasync(file)
        except OSError as error:
            broken = disk_error(error, "slot file")
    return broken
