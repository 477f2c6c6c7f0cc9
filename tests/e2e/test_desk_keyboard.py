# SPDX-License-Identifier: EUPL-1.2
"""The desk by keyboard alone: the Tab key reaches everything, and no pressed button takes the focus along."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from typing import Final

import pytest
from playwright.async_api import Browser, Page
from playwright.async_api import TimeoutError as TooLateError

from tests.e2e.browsers import Person, person
from tests.e2e.examples import served
from tests.e2e.keyboard import walk
from tests.e2e.traffic import Traffic

PAGES: Final = (
    "today", "queue", "case", "review", "review-ready", "review-undo", "review-approved", "review-another",
    "people", "handover", "tell", "station", "access", "office-cases", "requests", "staff", "granted",
)  # fmt: skip
FOCUS: Final = """(at) => {
  const all = [...document.querySelectorAll("main button, main summary")]
  const shown = all.filter((one) => one.checkVisibility())
  shown[at]?.focus()
  return shown[at]?.textContent ?? null
}"""
IS_SOMEWHERE: Final = "() => ![null, document.body].includes(document.activeElement)"
#: The page looks for a lost focus itself, a moment after what had it went.
FOUND_MS: Final = 2_000
MOST: Final = 60


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the examples are served."""
    with served() as found:
        yield found


@asynccontextmanager
async def at_page(browser: Browser, address: str, name: str) -> AsyncGenerator[Person]:
    """Sit somebody down before an example."""
    async with person(browser, address, "en") as who:
        await who.page.goto(f"{address}?page={name}&lang=en&look=light")
        await ready(who.page)
        yield who


async def ready(page: Page) -> None:
    """Wait until everything is drawn."""
    await page.wait_for_selector("html[data-ready]")
    await page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("name", PAGES)
async def test_the_tab_key_reaches_everything(browser: Browser, address: str, name: str) -> None:
    """Nothing is passed over, hidden, without a ring, or kept hold of (WCAG 2.1.1, 2.4.3, 2.4.7)."""
    async with at_page(browser, address, name) as who:
        await walk(who)


@pytest.mark.parametrize("name", PAGES)
async def test_a_pressed_button_never_leaves_the_focus_nowhere(
    browser: Browser, address: str, name: str
) -> None:
    """Whoever hears the page is told where they are: what was pressed, or what came in its place."""
    async with at_page(browser, address, name) as who:
        lost: list[str] = []
        traffic = Traffic(who.page)
        for at in range(MOST):
            label = await who.page.evaluate(FOCUS, at)
            if label is None:
                break
            await who.page.keyboard.press("Enter")
            await traffic.over()
            try:
                await who.page.wait_for_function(IS_SOMEWHERE, timeout=FOUND_MS)
            except TooLateError:
                lost.append(label)
            await who.page.reload()
            await ready(who.page)
        assert lost == []
