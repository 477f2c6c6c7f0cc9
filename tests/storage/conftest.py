# SPDX-License-Identifier: EUPL-1.2
"""Every port's backends, so that one contract suite runs on each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from relay.storage.contract import Blobs, Ledger, ShredKeys
from relay.storage.files import open_blobs
from relay.storage.ledger import open_ledger
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys
from relay.storage.shredkeys import open_shred_keys


@pytest.fixture(params=["memory", "sqlite"])
async def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Ledger]:
    """An empty ledger of each backend."""
    opened: Ledger = (
        MemoryLedger() if request.param == "memory" else await open_ledger(tmp_path / "ledger.sqlite")
    )
    yield opened
    await opened.close()


@pytest.fixture(params=["memory", "files"])
async def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    """Empty blobs of each backend."""
    return MemoryBlobs() if request.param == "memory" else await open_blobs(tmp_path / "content")


@pytest.fixture(params=["memory", "slot file", "mirrored slot file"])
async def shred_keys(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ShredKeys]:
    """Empty shred keys of each backend; a block is small, so that it has to grow."""
    mirrors = [tmp_path / "mirror" / "slots"] if request.param == "mirrored slot file" else []
    opened: ShredKeys = (
        MemoryShredKeys()
        if request.param == "memory"
        else await open_shred_keys(tmp_path / "slots", mirrors=mirrors, allow_cow=True, block_slots=8)
    )
    yield opened
    await opened.close()
