# SPDX-License-Identifier: EUPL-1.2
"""A fresh world for every test."""

import pytest

from tests.review.world import World


@pytest.fixture
async def world() -> World:
    """A programme with two cases."""
    made = World()
    await made.begin_programme()
    return made
