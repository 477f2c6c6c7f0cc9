# SPDX-License-Identifier: EUPL-1.2
"""A relay on memory for what is about HTTP, and one on real files for what is about durability."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.review.world import World
from tests.server.relays import Relay, populated, real_world, serving


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    """A relay in memory, with the invented programme."""
    world = World()
    async with serving(world) as running:
        await populated(world, running)
        yield running


@pytest.fixture
async def bare_relay() -> AsyncIterator[Relay]:
    """A relay that nobody has founded yet."""
    async with serving(World(), programme=None) as running:
        yield running


@pytest.fixture
async def real_relay(tmp_path: Path) -> AsyncIterator[Relay]:
    """A relay over SQLite, files and a slot file."""
    async with real_world(tmp_path) as world, serving(world) as running:
        await populated(world, running)
        yield running
