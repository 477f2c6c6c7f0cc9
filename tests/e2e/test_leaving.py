# SPDX-License-Identifier: EUPL-1.2
"""Leaving at once leaves nothing, and arriving asks for little."""

import gzip
from typing import Final

import pytest
from playwright.async_api import Browser, Request, Response, Route, expect

from tests.e2e.acts import (
    button,
    fill,
    give_words,
    heading,
    press,
    says,
    sign_in_by_link,
    sign_in_by_words,
)
from tests.e2e.browsers import Person, person
from tests.e2e.relays import Demo
from tests.e2e.say import Language, say

MAX_FIRST_LOAD_BYTES: Final = 25_000
WEATHER: Final = "https://weather.gc.ca/"
STORED: Final = """async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name)
  const kept = names.map((name) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const stores = [...opening.result.objectStoreNames]
      if (stores.length === 0) return resolve(0)
      const counts = stores.map((store) => new Promise((done) => {
        const count = opening.result.transaction(store).objectStore(store).count()
        count.onsuccess = () => done(count.result)
      }))
      Promise.all(counts).then((all) => resolve(all.reduce((sum, one) => sum + one, 0)))
    }
  }))
  const items = await Promise.all(kept)
  return items.reduce((sum, one) => sum + one, 0) + localStorage.length + sessionStorage.length
}"""


async def weather(who: Person) -> list[Request]:
    """Stand in for the weather page; return what it was asked, as it comes."""
    asked: list[Request] = []

    async def answer(route: Route) -> None:
        asked.append(route.request)
        await route.fulfill(body="<title>Weather</title><h1>Weather</h1>", content_type="text/html")

    await who.context.route(f"{WEATHER}**", answer)
    return asked


@pytest.mark.parametrize("way", ["button", "keys"])
@pytest.mark.parametrize("private", [True, False])
async def test_leaving_opens_the_weather_and_back_stays_outside(
    browser: Browser, relay: Demo, way: str, *, private: bool
) -> None:
    """Nothing is stored afterwards, the weather page learns nothing of us, and Back does not lead here."""
    victim = relay.ways["victim"]
    async with person(browser, victim.origin, "en") as ada:
        asked = await weather(ada)
        await ada.page.goto("about:blank")
        await sign_in_by_link(ada, victim, private=private)
        await heading(ada, "home-title")
        await press(ada, "home-write")
        await heading(ada, "write-title")
        if way == "button":
            await press(ada, "exit-long")
        else:
            for _ in range(3):
                await ada.page.keyboard.press("Shift")
        await expect(ada.page.get_by_role("heading", name="Weather")).to_be_visible()
        assert asked[0].headers.get("referer") is None
        await ada.page.go_back()
        assert not ada.page.url.startswith(victim.origin)
        await ada.page.goto(f"{victim.origin}/icon.svg")
        assert await ada.page.evaluate(STORED) == 0


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_signing_out_without_a_line_ends_calmly_and_says_what_waits(
    browser: Browser, relay: Demo, language: Language
) -> None:
    """On a shared computer the words are in this tab alone: it says so, and they come back with the line."""
    victim = relay.ways["victim"]
    async with person(browser, victim.origin, language) as ada:
        await sign_in_by_words(ada, victim)
        await press(ada, "home-write")
        await fill(ada, "write-label", "Before the line broke.")
        await ada.context.set_offline(True)
        await fill(ada, "write-label", "After the line broke, too.")
        await press(ada, "sign-out")
        await heading(ada, "out-title")
        await says(ada, "out-waits-title")
        await ada.context.set_offline(False)
        await press(ada, "out-again")
        await give_words(ada, victim)
        await heading(ada, "home-title")
        await press(ada, "home-draft-open")
        await expect(ada.page.get_by_label(say(language, "write-label"), exact=True)).to_have_value(
            "After the line broke, too."
        )


async def test_a_reload_after_leaving_asks_to_sign_in(browser: Browser, relay: Demo) -> None:
    """Even on a private device, where a reload would not ask."""
    victim = relay.ways["victim"]
    async with person(browser, victim.origin, "en") as ada:
        await weather(ada)
        await sign_in_by_link(ada, victim, private=True)
        await heading(ada, "home-title")
        await ada.page.reload()
        await heading(ada, "home-title")
        await press(ada, "exit-long")
        await expect(ada.page.get_by_role("heading", name="Weather")).to_be_visible()
        await ada.page.goto(victim.origin)
        await ada.page.reload()
        await expect(button(ada, "start-sign-in")).to_be_visible()


async def test_the_first_page_needs_little(browser: Browser, relay: Demo) -> None:
    """At most 25 KB of compressed scripts, both languages included, and nothing from elsewhere."""
    origin = relay.ways["victim"].origin
    scripts: list[Response] = []
    async with person(browser, origin, "fr") as ada:
        ada.page.on("response", lambda got: scripts.append(got) if got.url.endswith(".js") else None)
        await ada.page.goto(origin)
        await expect(button(ada, "start-sign-in")).to_be_visible()
        await ada.page.wait_for_load_state("networkidle")
        sizes = [len(gzip.compress(await got.body(), mtime=0)) for got in scripts]
    assert 0 < sum(sizes) <= MAX_FIRST_LOAD_BYTES
    assert ada.seen.foreign == []
    assert ada.seen.complaints == []
