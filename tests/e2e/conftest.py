# SPDX-License-Identifier: EUPL-1.2
"""A demonstration of its own for each story that asks for one, and one browser for all of them."""

import shutil
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.e2e.browsers import chromium
from tests.e2e.relays import Demo, demo

HERE: Final = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run every story on the loop on which the one browser lives."""
    for item in items:
        if item.path.is_relative_to(HERE) and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a demonstration keeps that was founded, and stopped: nobody has come in yet."""
    folder = tmp_path_factory.mktemp("founded")
    with demo(folder):
        pass
    return folder


@pytest.fixture
def relay(founded: Path, tmp_path: Path) -> Iterator[Demo]:
    """A demonstration that nobody has touched: it goes on from a copy of one that was founded."""
    shutil.copytree(founded, tmp_path, dirs_exist_ok=True)
    with demo(tmp_path) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncGenerator[Browser]:
    """Debian's Chromium, started once: each person has a context of their own, which shares nothing."""
    async with chromium() as running:
        yield running
