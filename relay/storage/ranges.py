# SPDX-License-Identifier: EUPL-1.2
"""Ranges of a file: at once where the kernel holds them in memory, in a thread where a disk is waited for.

Each file is opened anew for each range, so what was destroyed cannot be read on.
"""

import asyncio
import os
from contextlib import suppress
from typing import BinaryIO, Final

_READ_ONLY: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
_PROBE_BYTES: Final = 131_072  # what the kernel reads ahead at a time
_FETCH_BYTES: Final = 1 << 20


async def read_range(path: str, *, start: int, length: int) -> bytes | bytearray:
    """Return ``length`` bytes from ``start``; fewer only at the end."""
    return _read_at_hand(path, start, length) or await asyncio.to_thread(_read, path, start, length)


async def open_range(path: str, *, start: int, length: int) -> BinaryIO:
    """Open a file of which a range was brought into memory, so that sending it keeps nobody waiting."""
    file = open(path, "rb", buffering=0, opener=_opened)  # noqa: ASYNC230, SIM115 - a name, not its bytes
    try:
        if not _is_at_hand(file.fileno(), start, length):
            await asyncio.to_thread(_fetch, path, start, length)
    except BaseException:
        file.close()
        raise
    return file


def _opened(path: str, _: int) -> int:
    return os.open(path, _READ_ONLY)


def _read_at_hand(path: str, start: int, length: int) -> bytearray:
    """Return a range that the kernel holds in memory; nothing where a disk would have to be waited for."""
    descriptor = os.open(path, _READ_ONLY)
    try:
        room = bytearray(length)
        with suppress(OSError):  # not in memory, or a file system that cannot say
            if os.preadv(descriptor, [room], start, os.RWF_NOWAIT) == length:
                return room
        return bytearray()
    finally:
        os.close(descriptor)


def _is_at_hand(descriptor: int, start: int, length: int) -> bool:
    """Say whether the kernel holds a range in memory, by a byte of each step that it reads ahead."""
    probe = bytearray(1)
    places = (*range(start, start + length, _PROBE_BYTES), start + length - 1)
    try:
        return all(os.preadv(descriptor, [probe], place, os.RWF_NOWAIT) == 1 for place in places)
    except OSError:
        return False


def _fetch(path: str, start: int, length: int) -> None:
    for place in range(start, start + length, _FETCH_BYTES):
        _read(path, place, min(_FETCH_BYTES, start + length - place))


def _read(path: str, start: int, length: int) -> bytes:
    descriptor = os.open(path, _READ_ONLY)
    try:
        pieces: list[bytes] = []
        while length > 0 and (piece := os.pread(descriptor, length, start)):
            pieces.append(piece)
            start, length = start + len(piece), length - len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)
    finally:
        os.close(descriptor)
