# SPDX-License-Identifier: EUPL-1.2
"""The mediator's review page in a real browser: without a mouse, and on paper."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.accessibility import picture, violations
from tests.e2e.browsers import Person, person
from tests.e2e.relays import Demo
from tests.e2e.say import Language, say

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante. Appelez-moi au 613 555 0123.\n\nMerci."
SECOND_SENTENCE: Final = "Appelez-moi au 613 555 0123."
PAGE: Final = re.compile(rb"/Type\s*/Page\b")


@asynccontextmanager
async def at_a_letter(browser: Browser, relay: Demo, language: Language) -> AsyncGenerator[Person]:
    """Have a letter written, and sit the mediator down before it."""
    ways = relay.ways
    async with person(browser, ways["victim"].origin, "fr") as camille:
        await acts.sign_in_by_link(camille, ways["victim"])
        await acts.write_letter(camille, LETTER)
    async with person(browser, ways["mediator"].origin, language) as mediator:
        await acts.sign_in_by_link(mediator, ways["mediator"])
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.sees(mediator, "zymurgie")
        yield mediator


async def _enter(who: Person, key: str) -> None:
    """Press a button as somebody without a mouse does."""
    await acts.button(who, key).first.focus()
    await who.page.keyboard.press("Enter")


async def test_a_letter_is_marked_and_returned_without_a_mouse(relay: Demo, browser: Browser) -> None:
    """Issue 3: everything is reachable without a mouse, and single keys have an off switch (WCAG 2.1.4)."""
    async with at_a_letter(browser, relay, "fr") as who:
        keys = who.page.keyboard
        await _enter(who, "decide-claim")
        await expect(acts.button(who, "claim-let-go")).to_be_visible()
        await expect(who.page.locator(".hint").first).to_have_text("613 555 0123")
        await keys.press("h")
        await acts.heading(who, "calm-title")
        assert await violations(who) == []
        await keys.press("Escape")
        await _enter(who, "decide-return")
        await who.page.get_by_role("listbox").focus()
        for press in ("ArrowDown", "ArrowDown", "Enter"):
            await keys.press(press)
        await expect(who.page.locator("ol .mark-quote")).to_have_text(SECOND_SENTENCE)
        await acts.fill(who, "return-note", "Le numéro, est-il voulu?")
        assert await violations(who) == []
        await picture(who, "review-return-fr")
        await _enter(who, "return-yes")
        await acts.says(who, "decided-done")
        await acts.says(who, "earlier-marks", count=1)


async def test_a_safety_matter_is_one_page_and_nothing_else_goes_on_paper(
    relay: Demo, browser: Browser, tmp_path: Path
) -> None:
    """Issue 3: one page with chosen passages, composed in the client only; the register keeps it sealed."""
    async with at_a_letter(browser, relay, "en") as who:
        await acts.press(who, "decide-claim")
        await acts.press(who, "decide-escalate")
        await who.page.get_by_role("option", name=SECOND_SENTENCE).click()
        await acts.fill(who, "escalate-to", "The police service")
        await who.page.get_by_label(say("en", "escalate-rule"), exact=True).select_option("threat")
        await acts.fill(who, "escalate-note", "He names a place.")
        assert await violations(who) == []
        await who.page.emulate_media(media="print")
        printed = await who.page.inner_text("body")
        assert "The police service" in printed
        assert SECOND_SENTENCE in printed
        assert "zymurgie" not in printed
        paper = tmp_path / "page.pdf"
        await who.page.pdf(path=paper)
        assert len(PAGE.findall(paper.read_bytes())) == 1
        await who.page.emulate_media(media="screen")
        sent = len(who.seen.sent)
        await acts.press(who, "escalate-yes")
        await acts.says(who, "decided-done")
        assert b"police" not in b"".join(who.seen.sent[sent:])
        await acts.says(who, "decision-escalate")
