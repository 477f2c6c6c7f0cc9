# SPDX-License-Identifier: EUPL-1.2
"""Every element and every page, with an invented case, in every mode that people use them in."""

import asyncio
import os
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.async_api import Browser, Page

from tests.e2e.accessibility import FITS, TOO_SMALL, bring_axe
from tests.e2e.examples import PAGES, served
from tests.e2e.say import Language, say

Look = Literal["light", "dark", "forced"]
LOOKS: Final[tuple[Look, ...]] = ("light", "dark", "forced")

RUN: Final = """async (leave) => (await axe.run(document, { resultTypes: ["violations"] }))
  .violations.filter(({ id }) => id !== leave).map(
  ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)"""
NARROW: Final = 320
DARKEST_PAPER: Final = 220
COLOURS: Final = """() => {
  const rgb = (colour) => colour.match(/[0-9.]+/g).map(Number)
  const light = ([red, green, blue]) => (red + green + blue) / 3
  const shown = [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility())
  const styles = shown.map((one) => getComputedStyle(one))
  const papers = styles.map((style) => rgb(style.backgroundColor)).filter(([, , , whole = 1]) => whole > 0)
  return { ink: styles.map((style) => light(rgb(style.color))), paper: papers.map(light) }
}"""
HALF_COVERED: Final = """() => {
  const bar = document.querySelector(".hide-all").getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(document.querySelector(".letter-words"))
  const over = ({ top }) => bar.top > 1 && top < bar.top
  const beside = ({ top, bottom, left, right }) =>
    top < bar.bottom && bottom > bar.top && (left < bar.left - 1 || right > bar.right + 1)
  return [...range.getClientRects()].filter((line) => line.bottom > 0 && (over(line) || beside(line))).length
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the examples are served."""
    with served() as found:
        yield found


@asynccontextmanager
async def shown(
    browser: Browser, address: str, *, width: int, language: str, look: Look, axe: bool = True
) -> AsyncGenerator[Page]:
    """Open the examples in one mode. With axe, the policy steps aside for axe's own script."""
    context = await browser.new_context(
        viewport={"width": width, "height": 900},
        bypass_csp=axe,
        reduced_motion="reduce",
        forced_colors="active" if look == "forced" else "none",
    )
    try:
        page = await context.new_page()
        await page.goto(f"{address}&lang={language}&look={look}")
        await page.wait_for_selector("html[data-ready]")
        await page.wait_for_load_state("networkidle")
        yield page
    finally:
        await context.close()


async def picture(page: Page, name: str) -> None:
    """Keep a picture where ``RELAY_SHOTS`` says, if it says."""
    if folder := os.environ.get("RELAY_SHOTS"):
        await page.screenshot(path=Path(folder) / "examples" / f"{name}.png", full_page=True)


async def dress(page: Page, look: Look) -> None:
    """Change the colours of a page that is shown already."""
    await page.emulate_media(forced_colors="active" if look == "forced" else "none")
    appearance = "dark" if look == "dark" else "light"
    await page.evaluate("(name) => { document.documentElement.dataset.appearance = name }", appearance)


async def faults(page: Page, *, leave: str | None = None) -> list[str]:
    """Return what axe holds against the page; ``leave``: a rule that a list of examples must break."""
    await bring_axe(page)
    found: list[str] = await page.evaluate(RUN, leave)
    return found


@pytest.mark.parametrize("element", ["all", "dialog", "calm"])
async def test_shots_axe_finds_nothing_in_any_element(browser: Browser, address: str, element: str) -> None:
    """Each element's named examples: 1280, 390 and 320 px, light, dark and forced colours."""

    async def look_over(language: str) -> None:
        where = f"{address}?element={element}"
        async with shown(browser, where, width=1280, language=language, look="light") as page:
            for width in (1280, 390, NARROW):
                await page.set_viewport_size({"width": width, "height": 900})
                for look in LOOKS:
                    await dress(page, look)
                    await picture(page, f"element-{element}-{width}-{language}-{look}")
                    assert (width, look, await faults(page, leave="landmark-unique")) == (width, look, [])
                await page.wait_for_function(FITS, timeout=5000)  # a table becomes cards

    async with asyncio.TaskGroup() as both:
        for language in ("en", "fr"):
            both.create_task(look_over(language))


@pytest.mark.parametrize("name", PAGES)
async def test_shots_axe_finds_nothing_on_any_page(browser: Browser, address: str, name: str) -> None:
    """Each page; it reflows at 320 px and with letters twice as large; what is pressed is 44 px high."""

    async def look_over(width: int, language: str, look: Look) -> None:
        where = f"{address}?page={name}"
        async with shown(browser, where, width=width, language=language, look=look) as page:
            await picture(page, f"{name}-{width}-{language}-{look}")
            assert (width, language, await faults(page)) == (width, language, [])
            assert (width, language, await page.evaluate(TOO_SMALL)) == (width, language, [])
            await page.set_viewport_size({"width": NARROW, "height": 700})
            await page.wait_for_function(FITS, timeout=5000)  # a table becomes cards
            await page.set_viewport_size({"width": 390, "height": 844})
            await page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            await page.wait_for_function(FITS, timeout=5000)

    async with asyncio.TaskGroup() as both:  # while one page comes to rest the other is looked at
        both.create_task(look_over(390, "fr", "light"))
        both.create_task(look_over(1280, "en", "dark"))


@pytest.mark.parametrize("name", ["start", "home", "write-found", "review", "people", "read"])
async def test_the_strict_policy_refuses_nothing_of_ours(browser: Browser, address: str, name: str) -> None:
    """Under the relay's own headers no page makes the browser complain, and the fonts are ours."""
    complaints: list[str] = []
    async with shown(
        browser, f"{address}?page=out", width=1280, language="en", look="light", axe=False
    ) as page:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(f"{address}?page={name}&lang=fr")
        await page.wait_for_selector("html[data-ready]")
        await page.evaluate("() => document.fonts.ready.then(() => undefined)")
        fonts = await page.evaluate(
            "() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family)"
        )
    assert complaints == []
    assert {family.strip('"') for family in fonts} >= {"Noto Sans", "Lato"}


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_what_is_printed_is_dark_on_light(browser: Browser, address: str, look: Look) -> None:
    """Whatever the screen looks like: paper is white, and not every printer leaves backgrounds out."""
    where = f"{address}?page=people"
    async with shown(browser, where, width=800, language="fr", look=look, axe=False) as page:
        await page.emulate_media(media="print")
        colours = await page.evaluate(COLOURS)
    assert {colour for colour in colours["ink"] if colour > DARKEST_PAPER / 2} == set()
    assert {colour for colour in colours["paper"] if colour < DARKEST_PAPER} == set()


async def test_the_composer_tells_no_service_a_word(browser: Browser, address: str) -> None:
    """No spelling, translation, completion or writing service is offered what is typed."""
    where = f"{address}?page=write"
    async with shown(browser, where, width=1280, language="en", look="light", axe=False) as page:
        names = ["spellcheck", "translate", "autocomplete", "data-gramm", "data-lt-active"]
        got = await page.locator("textarea").first.evaluate(
            "(area, names) => names.map((name) => area.getAttribute(name))", names
        )
    assert got == ["false", "no", "off", "false", "false"]


async def test_the_tab_says_messages_and_the_address_says_nothing(browser: Browser, address: str) -> None:
    """Nothing that a person beside the screen, or the history, could read names the programme."""
    where = f"{address}?page=home"
    async with shown(browser, where, width=1280, language="fr", look="light", axe=False) as page:
        before = await page.evaluate("history.length")
        await page.get_by_role("button", name="Voir de quoi il s’agit").click()
        await page.wait_for_selector("h1")
        assert await page.title() == "Messages"
        assert await page.evaluate("history.length") == before
        assert await page.evaluate("location.hash + location.search") == ""
        assert await page.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_hides_everything_lies_over_no_line_that_is_read(
    browser: Browser, address: str, language: Language
) -> None:
    """Issue 3: on a phone the words go on under the way out of them whole; none stands half beside it."""
    where = f"{address}?page=review"
    async with shown(browser, where, width=390, language=language, look="light", axe=False) as page:
        await page.get_by_role("button", name=say(language, "review-open"), exact=True).click()
        await page.wait_for_selector(".hide-all")
        for down in range(0, 800, 40):
            await page.evaluate("(down) => window.scrollTo(0, down)", down)
            assert (down, await page.evaluate(HALF_COVERED)) == (down, 0)
