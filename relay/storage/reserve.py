# SPDX-License-Identifier: EUPL-1.2
"""Room kept back on the disk, so that taking back works when it is full.

A file of nothing beside the ledger: given up when a commit that destroys finds no room,
made again when there is some. Letters and drafts never get it.
"""

import os
from pathlib import Path
from typing import Final

RESERVE_BYTES: Final = 2_097_152  # a withdrawal's commit takes less than a tenth


class Reserve:
    """The file that keeps the room; synchronous, small enough to call anywhere."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def fill(self) -> bool:
        """Take the room, if it is not held yet; say whether it is held now."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                if os.fstat(file).st_size < RESERVE_BYTES:
                    os.posix_fallocate(file, 0, RESERVE_BYTES)
            finally:
                os.close(file)
        except OSError:
            self.spend()
            return False
        return True

    def spend(self) -> bool:
        """Give the room back to the disk; say whether there was any."""
        try:
            held = self._path.stat().st_size > 0
            os.truncate(self._path, 0)
        except OSError:
            return False
        return held
