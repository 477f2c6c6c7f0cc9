# SPDX-License-Identifier: EUPL-1.2
"""Opening the slot file: made whole or not at all, scanned, and made equal to its mirrors.

Synchronous; call it in a thread.
"""

import fcntl
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from relay.storage.contract import StorageBrokenError
from relay.storage.disk import make_folder, sync_folder, write_all
from relay.storage.slots import DESTROYED, FREE, HEADER, SLOT_BYTES, agreed, read_slot

BLOCK_SLOTS: Final = 1_024
_READ_SLOTS: Final = 8_192


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlots:
    """Open, equal files and what their slots hold. Slot 0 is the header."""

    files: tuple[int, ...]
    places: dict[bytes, int]  # of the used slots, by message id
    free: list[int]
    end: int  # the first slot that is not there yet
    torn: int  # slots that were found torn, and destroyed


def open_slots(paths: Sequence[Path], *, block_slots: int) -> OpenSlots:
    """Open every copy of one slot file, made if need be, repair and scan them.

    Raises:
        StorageBrokenError: another process has one open, or they are no such copies.
        OSError: the disk failed.
    """
    files: list[int] = []
    try:
        _make_missing(paths, block_slots=block_slots)
        files.extend(_open_locked(path) for path in paths)
        return _scan(tuple(files))
    except BaseException:
        for file in files:
            os.close(file)
        raise


def grow(files: Sequence[int], end: int, *, count: int) -> None:
    """Add ``count`` free slots to every file, durably.

    Raises:
        OSError: there is no room, or the disk failed; what was added is not used.
    """
    for file in files:
        write_all(file, FREE * count, at=end * SLOT_BYTES)
        os.fdatasync(file)


def _make_missing(paths: Sequence[Path], *, block_slots: int) -> None:
    """Make what is not there: from a copy if there is one, else with free slots only."""
    there = [path for path in paths if path.exists()]
    content = there[-1].read_bytes() if there else HEADER + FREE * block_slots
    for path in paths:
        if path not in there:
            make_folder(path.parent)
            _make(path, content)


def _make(path: Path, content: bytes) -> None:
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        write_all(file, content, at=0)
        os.fsync(file)
    finally:
        os.close(file)
    unfinished.rename(path)
    sync_folder(path.parent)


def _open_locked(path: Path) -> int:
    file = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.pread(file, SLOT_BYTES, 0) != HEADER:
            raise StorageBrokenError(f"{path.name} is not a slot file")  # noqa: TRY301 - closes it
    except BlockingIOError:
        os.close(file)
        raise StorageBrokenError(f"another process has {path.name} open") from None
    except BaseException:
        os.close(file)
        raise
    return file


def _scan(files: tuple[int, ...]) -> OpenSlots:
    there = max(os.fstat(file).st_size // SLOT_BYTES for file in files)
    end = 1
    places: dict[bytes, int] = {}
    free: list[int] = []
    torn = 0
    for start in range(1, there, _READ_SLOTS):
        count = min(_READ_SLOTS, there - start)
        columns = [os.pread(file, count * SLOT_BYTES, start * SLOT_BYTES) for file in files]
        for place in range(start, start + count):
            at = (place - start) * SLOT_BYTES
            copies = [column[at : at + SLOT_BYTES] for column in columns]
            slot = agreed([copy for copy in copies if len(copy) == SLOT_BYTES])
            if slot == FREE and any(len(copy) < SLOT_BYTES for copy in copies):
                continue  # a block that was cut off while it was made: it will be made again
            _repair(files, place, copies, slot=slot)
            torn += slot == DESTROYED and DESTROYED not in copies
            _note(slot, place, places, free)
            end = place + 1
    for file in files:
        os.fdatasync(file)
    return OpenSlots(files=files, places=places, free=free, end=end, torn=torn)


def _repair(files: Sequence[int], place: int, copies: Sequence[bytes], *, slot: bytes) -> None:
    """Make every copy of a slot what it has to be."""
    for file, copy in zip(files, copies, strict=True):
        if copy != slot:
            write_all(file, slot, at=place * SLOT_BYTES)


def _note(slot: bytes, place: int, places: dict[bytes, int], free: list[int]) -> None:
    if slot == FREE:
        free.append(place)
    elif (used := read_slot(slot)) is not None:
        if used.message in places:
            raise StorageBrokenError(f"slots {places[used.message]} and {place} hold one message")
        places[used.message] = place
