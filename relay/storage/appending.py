# SPDX-License-Identifier: EUPL-1.2
"""One append to a staged file: what comes is written a batch at a time while the next batch arrives.

Every call into another thread costs more than the write it makes, so there are few: one to open, one a
batch, and one that writes what is left over and makes everything durable.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from relay.errors import OffsetWrongError
from relay.storage.disk import sync_folder, to_its_end

WRITE_BYTES: Final = 131_072
_MOST_PIECES: Final = 512  # that one call writes
_PRIVATE: Final = 0o600


async def append(path: Path, offset: int, chunks: AsyncIterator[bytes]) -> int:
    """Write what arrives from ``offset`` on, durably; return the new offset.

    Raises:
        OffsetWrongError: fewer bytes than ``offset`` are staged.
        OSError: the disk's; nothing beyond ``offset`` is kept then.
    """
    descriptor = await to_its_end(asyncio.to_thread(_open_at, path, offset))
    try:
        written, rest = await _receive(descriptor, offset, chunks)
        return await to_its_end(asyncio.to_thread(_settle, descriptor, rest, written))
    except OSError:  # doubtful bytes go; those before were synced before
        with suppress(OSError):
            await to_its_end(asyncio.to_thread(os.ftruncate, descriptor, offset))
        raise
    finally:
        os.close(descriptor)


def _open_at(path: Path, offset: int) -> int:
    """Open for writing, nothing beyond ``offset``; return the file descriptor."""
    if offset > 0 and not path.exists():
        raise OffsetWrongError(f"{path.name}: nothing is staged")
    fresh = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, _PRIVATE)
    try:
        _cut(descriptor, offset)
        if fresh:
            sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _cut(descriptor: int, offset: int) -> None:
    size = os.fstat(descriptor).st_size
    if offset > size:
        raise OffsetWrongError(f"{size} bytes are staged, not {offset}")
    if offset < size:
        os.ftruncate(descriptor, offset)


async def _receive(descriptor: int, offset: int, chunks: AsyncIterator[bytes]) -> tuple[int, list[bytes]]:
    """Write each whole batch that arrives from ``offset`` on; return where they end, and what is left over.

    A batch has at least ``WRITE_BYTES``, and hardly more: while it is written the next piece grows by
    itself, so a fast sender gets large writes, and a hundred slow ones hold little.
    """
    loop, writing = asyncio.get_running_loop(), None
    batch: list[bytes] = []
    size = 0
    try:
        while (chunk := await _next(chunks)) is not None:
            batch.append(bytes(chunk))
            size += len(chunk)
            if size >= WRITE_BYTES or len(batch) >= _MOST_PIECES:
                if writing is not None:
                    await asyncio.shield(writing)
                writing = loop.run_in_executor(None, _write, descriptor, batch, offset)
                offset += size
                batch, size = [], 0
    finally:
        if writing is not None:
            await to_its_end(writing)
    return offset, batch


async def _next(chunks: AsyncIterator[bytes]) -> bytes | None:
    """Return the next piece; a broken stream is an early end, and what came before is kept."""
    try:
        return await anext(chunks)
    except Exception:  # noqa: BLE001 - its end, or whatever broke it
        return None


def _settle(descriptor: int, rest: list[bytes], offset: int) -> int:
    """Write the last, perhaps small, batch and make all that was written durable; return where it ends."""
    _write(descriptor, rest, offset)
    os.fdatasync(descriptor)
    return offset + sum(map(len, rest))


def _write(descriptor: int, batch: list[bytes], offset: int) -> None:
    left = [memoryview(piece) for piece in batch if piece]
    while left:
        written = os.pwritev(descriptor, left, offset)
        offset += written
        while left and written >= len(left[0]):
            written -= len(left.pop(0))
        if written:
            left[0] = left[0][written:]
