# SPDX-License-Identifier: EUPL-1.2
"""One demonstration relay and one browser a module, so that every story starts from the same case."""

from collections.abc import AsyncGenerator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.browsers import chromium
from tests.e2e.relays import Demo, demo


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[Demo]:
    """A fresh demonstration."""
    with demo(tmp_path) as running:
        yield running


@pytest.fixture
async def browser() -> AsyncGenerator[Browser]:
    """Debian's Chromium."""
    async with chromium() as running:
        yield running
