# SPDX-License-Identifier: EUPL-1.2
"""Somebody at a browser whose every change of the page is searched for the planted words."""

import json
from dataclasses import dataclass
from typing import Final

from playwright.async_api import expect

from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.evil.proxy import HONEST, Lies, Proxy, forgets, refuses
from tests.e2e.evil.stage import PLANTED
from tests.e2e.say import say

# Looks at the whole page after every change of it, before anything is painted.
_WATCH: Final = """
(() => {
  const planted = %s
  globalThis.plantedSeen = []
  const look = () => {
    const whole = document.documentElement
    if (whole === null) return
    const all = whole.outerHTML + whole.textContent + document.title
    for (const word of planted) if (all.includes(word)) globalThis.plantedSeen.push(word)
  }
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
  })
})()
"""


_FIRST_PAGES: Final = ("home-title", "today-title", "title")
_STANDS_AT: Final = "(titles) => titles.includes(document.querySelector('h1')?.textContent)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a try ended in: words on the page, or a code and its sentence."""

    planted: tuple[str, ...]
    text: str


async def sit_down(who: Person, link: str, *, at: str = "home-title") -> None:
    """Sign in by a one-time link on one's own device, with every change of the page watched."""
    await who.context.add_init_script(_WATCH % json.dumps(PLANTED))
    await who.page.goto(link)
    await acts.choose(who, "device-mine")
    await acts.press(who, "sign-in-go")
    await acts.heading(who, at)


def unheard(lies: Lies) -> Lies:
    """Have nobody but the page hear of what it comes to believe and open."""
    return Lies(answers=lies.answers, takes_over={"bundle": forgets, "opened": refuses, **lies.takes_over})


async def comes_home(who: Person, proxy: Proxy) -> None:
    """Go to the first page, and to a fresh one where this page is it already or has believed anything.

    What was shown before is forgotten, once it is gone: each try is looked at by itself.
    """
    title = await who.page.locator("h1").first.inner_text()
    if who.origin in proxy.believed or title in {say(who.language, key) for key in _FIRST_PAGES}:
        await who.page.reload()
        proxy.believed.discard(who.origin)
    else:
        await acts.go_home(who)
    first = [say(who.language, key) for key in _FIRST_PAGES]
    await who.page.wait_for_function(_STANDS_AT, arg=first)
    await who.page.evaluate("globalThis.plantedSeen = []")


async def looks(who: Person) -> Shown:
    """Return what stands on the page, and which planted words ever stood there."""
    return Shown(
        planted=tuple(await who.page.evaluate("globalThis.plantedSeen")),
        text=await who.page.locator("main").inner_text(),
    )


async def tries_to_read(who: Person, proxy: Proxy, lies: Lies, message: str) -> Shown:
    """Come back to the first page, be lied to from there on, and open the letter."""
    with proxy.lying(unheard(HONEST), only=message):
        await comes_home(who, proxy)
        await expect(acts.button(who, "home-received-open")).to_have_count(1)
        proxy.lies = unheard(lies)
        if "list" in lies.answers:
            proxy.only = None
        await acts.press(who, "home-received-open")
        return await _opens(who)


async def reads(who: Person, proxy: Proxy, message: str) -> None:
    """Read a letter that nobody lies about, and remember it."""
    with proxy.lying(HONEST, only=message):
        await comes_home(who, proxy)
        await acts.press(who, "home-received-open")
        assert (await _opens(who)).planted


async def _opens(who: Person) -> Shown:
    """Press "open" if the page offers it, and wait for words or a refusal."""
    page = who.page
    gone = page.get_by_role("heading", name=say(who.language, "gone-title"))
    ended = page.locator("[role=alert]").or_(page.get_by_role("article")).or_(gone)
    whole = acts.button(who, "read-whole")
    # The page may find out by itself that a letter is gone, just when somebody presses: then what it
    # says is pressed, which does nothing.
    await whole.or_(ended).first.click()
    await expect(ended.first).to_be_visible()
    return await looks(who)
