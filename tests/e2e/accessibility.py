# SPDX-License-Identifier: EUPL-1.2
"""axe-core over what stands on the screen, what it misses, and a picture for people to look at."""

import os
from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, expect

from tests.e2e.browsers import Person
from tests.e2e.say import say

_AXE: Final = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RUN: Final = Path(__file__).with_name("axe.js").read_text("utf-8").split("\n", 2)[2]

FITS: Final = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
TOO_SMALL: Final = """() => [...document.querySelectorAll("button, summary, select, textarea, a, input")]
  .filter((one) => !/radio|checkbox/.test(one.type) && one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 160))"""


@cache
def _source() -> str:
    return _AXE.read_text("utf-8")


async def bring_axe(page: Page) -> None:
    """Have axe in the page: half a megabyte, so once for as long as the page is not loaded anew."""
    if not await page.evaluate("'axe' in globalThis"):
        await page.evaluate(_source())


async def arrived(who: Person) -> None:
    """Wait until nothing of the page says that it is still on its way."""
    on_its_way = who.page.get_by_role("status").filter(has_text=say(who.language, "loading"))
    await expect(on_its_way).to_have_count(0)


async def violations(who: Person) -> list[Any]:
    """Return what axe holds against the page at its top: what a bar half covers is too small to axe."""
    await arrived(who)
    await who.page.evaluate("scrollTo(0, 0)")
    await bring_axe(who.page)
    return await who.page.evaluate(_RUN)


async def picture(who: Person, name: str) -> None:
    """Keep a picture of the whole page where ``RELAY_SHOTS`` says, if it says."""
    folder = os.environ.get("RELAY_SHOTS")
    if folder:
        path = Path(folder) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        await who.page.screenshot(path=path, full_page=True)
