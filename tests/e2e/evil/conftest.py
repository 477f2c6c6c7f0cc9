# SPDX-License-Identifier: EUPL-1.2
"""One relay behind the lying proxy, and people who stay signed in, for all of these tests."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.e2e.browsers import Person, person
from tests.e2e.evil.readers import sit_down
from tests.e2e.evil.stage import Stage, staged


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """The relay and its proxy."""
    async with staged(tmp_path_factory.mktemp("evil") / "relay") as running:
        yield running


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def reader(stage: Stage, browser: Browser) -> AsyncIterator[Person]:
    """The addressee, signed in on a device of their own."""
    async with person(browser, stage.public.origin("responsible"), "en") as who:
        await sit_down(who, stage.ways["responsible"])
        stage.proxy.believed.add(who.origin)
        yield who


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def mediator(stage: Stage, browser: Browser) -> AsyncIterator[Person]:
    """The first mediator, at their desk."""
    async with person(browser, stage.public.origin("mediator"), "fr") as who:
        await sit_down(who, stage.ways["mediator"], at="today-title")
        stage.proxy.believed.add(who.origin)
        yield who


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def author(stage: Stage, browser: Browser) -> AsyncIterator[Person]:
    """The author, on a device of their own."""
    async with person(browser, stage.public.origin("victim"), "fr") as who:
        await sit_down(who, stage.ways["victim"])
        stage.proxy.believed.add(who.origin)
        yield who


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def newcomer(stage: Stage, browser: Browser) -> AsyncIterator[Person]:
    """Somebody who used a ticket, and who trusts nobody yet."""
    async with person(browser, stage.public.origin("newcomer"), "en") as who:
        await sit_down(who, stage.ways["newcomer"], at="enrol-wait-title")
        yield who
