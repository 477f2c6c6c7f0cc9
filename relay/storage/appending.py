# SPDX-License-Identifier: EUPL-1.2
"""One append to a staged file: what comes is written a batch at a time while the next batch arrives.

Every call into another thread costs more than the write it makes, so there are few: one to open, one a
batch of a fast sender, and one that writes what is left over and makes everything durable.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Final

from relay.errors import OffsetWrongError
from relay.storage.disk import sync_folder, to_its_end
from relay.storage.pagecache import PageCache, ends_a_step, start_writing_back, write

WRITE_BYTES: Final = 131_072
_BUSY_BYTES: Final = 2_097_152  # what may gather while the batch before is still being written
_MOST_PIECES: Final = 512  # that one call writes
_SLOW_SECONDS: Final = 0.02  # for a batch: a faster sender goes on while another thread writes
_PRIVATE: Final = 0o600


async def append(path: Path, offset: int, chunks: AsyncIterator[bytes], *, cache: PageCache) -> int:
    """Write what arrives from ``offset`` on, durably; return the new offset.

    Raises:
        OffsetWrongError: fewer bytes than ``offset`` are staged.
        OSError: the disk's; nothing beyond ``offset`` is kept then.
    """
    descriptor = await to_its_end(asyncio.to_thread(_open_at, path, offset))
    try:
        written, rest = await _receive(descriptor, offset, chunks, cache)
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


async def _receive(
    descriptor: int, offset: int, chunks: AsyncIterator[bytes], cache: PageCache
) -> tuple[int, list[bytes]]:
    """Write each whole batch that arrives from ``offset`` on; return where they end, and what is left over.

    What kept us waiting is written at once, so that a hundred slow senders hold nothing. A fast sender's
    batch has at least ``WRITE_BYTES``, and whatever comes while the one before is written.
    """
    clock = asyncio.get_running_loop().time
    writing: asyncio.Future[None] | None = None
    batch: list[bytes] = []
    size, began = 0, -inf  # the first has been waited for
    try:
        while (chunk := await _next(chunks)) is not None:
            batch.append(chunk)
            size += len(chunk)
            del chunk  # or it would be held until the next has come
            is_slow = clock() - began > _SLOW_SECONDS
            here = is_slow and cache.takes_at_once() and not ends_a_step(offset, size)
            wanted = WRITE_BYTES if writing is None or writing.done() else _BUSY_BYTES
            if not here and size < wanted and len(batch) < _MOST_PIECES:
                continue
            if writing is not None:
                await asyncio.shield(writing)
            if here:
                cache.write_here(descriptor, batch, offset)
                writing = None
            else:
                writing = _elsewhere(descriptor, batch, offset)
            offset += size
            batch = []
            size, began = 0, clock()
    finally:
        if writing is not None:
            await to_its_end(writing)
    return offset, batch


def _elsewhere(descriptor: int, batch: list[bytes], offset: int) -> asyncio.Future[None]:
    return asyncio.get_running_loop().run_in_executor(None, _write_on, descriptor, batch, offset)


async def _next(chunks: AsyncIterator[bytes]) -> bytes | None:
    """Return the next piece; a broken stream is an early end, and what came before is kept."""
    try:
        return await anext(chunks)
    except Exception:  # noqa: BLE001 - its end, or whatever broke it
        return None


def _write_on(descriptor: int, batch: list[bytes], offset: int) -> None:
    """Write a batch, and set the disk to work where that ends a step."""
    write(descriptor, batch, offset)
    size = sum(map(len, batch))
    if ends_a_step(offset, size):
        start_writing_back(descriptor, offset + size)


def _settle(descriptor: int, rest: list[bytes], offset: int) -> int:
    """Write the last, perhaps small, batch and make all that was written durable; return where it ends."""
    write(descriptor, rest, offset)
    os.fdatasync(descriptor)
    return offset + sum(map(len, rest))
