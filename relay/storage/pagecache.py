# SPDX-License-Identifier: EUPL-1.2
"""Writing into a file where it is quickest, and setting the disk to work before it is waited for.

The kernel takes a batch of 128 KiB into memory in some 20 µs; handing it to another thread costs five times
that in processor time. So a slow sender's batch is written where it arrived, as long as the kernel takes such
batches at once: when memory is full of what the disk has not taken yet, it makes writers wait, and then
writing moves into threads for a while. Measured: ``docs/adr/0025``.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Final

STEP_BYTES: Final = 4_194_304
"""The disk is set to work whenever so much has come: syncing 64 MiB at the end took a third of an upload."""
_AT_ONCE_SECONDS: Final = 0.01
_ELSEWHERE_SECONDS: Final = 10.0


class PageCache:
    """Whether the kernel takes small writes at once, as the last of them showed; for one event loop."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._slow_until = monotonic()

    def takes_at_once(self) -> bool:
        """Return False for a while after a write in the event loop made it wait."""
        return self._monotonic() >= self._slow_until

    def write_here(self, descriptor: int, batch: Sequence[bytes], offset: int) -> None:
        """Write a small batch in the caller's thread, and note how long that took."""
        began = self._monotonic()
        write(descriptor, batch, offset)
        ended = self._monotonic()
        if ended - began > _AT_ONCE_SECONDS:
            self._slow_until = ended + _ELSEWHERE_SECONDS


def write(descriptor: int, batch: Sequence[bytes], offset: int) -> None:
    """Write all of a batch at ``offset``.

    Raises:
        OSError: the disk's.
    """
    left = [memoryview(piece) for piece in batch if piece]
    while left:
        written = os.pwritev(descriptor, left, offset)
        offset += written
        while left and written >= len(left[0]):
            written -= len(left.pop(0))
        if written:
            left[0] = left[0][written:]


def ends_a_step(offset: int, size: int) -> bool:
    """Return whether a batch of ``size`` bytes at ``offset`` fills the last byte of a step."""
    return (offset + size) // STEP_BYTES > offset // STEP_BYTES


def start_writing_back(descriptor: int, end: int) -> None:
    """Have the disk begin with the last whole step before ``end``; errors are kept for the sync.

    ``POSIX_FADV_DONTNEED`` begins to write what is dirty and gives up what is clean (posix_fadvise(2)); of a
    step that was written just now, all is dirty, and stays in memory for who reads it next.
    """
    if sys.platform == "linux":
        start = (end // STEP_BYTES - 1) * STEP_BYTES
        os.posix_fadvise(descriptor, start, STEP_BYTES, os.POSIX_FADV_DONTNEED)
