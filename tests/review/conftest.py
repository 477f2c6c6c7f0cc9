# SPDX-License-Identifier: EUPL-1.2
"""A fresh world for every test."""

import pytest

from tests.review.records import open_gates
from tests.review.world import World


@pytest.fixture
async def world() -> World:
    """A programme with two cases, their gates open, nothing sent yet."""
    made = World()
    await made.begin_programme()
    await open_gates(made)
    return made
