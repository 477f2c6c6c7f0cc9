# SPDX-License-Identifier: EUPL-1.2
"""Every decision on a letter, in both languages, with its author at the other end: journeys M4 and M5."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from relay.station.calendar import day_after
from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person
from tests.e2e.desk_days import OTHER, at_work, clean
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import two_at_the_desk

SENTENCE: Final = "Je me souviens du mot zymurgie-éclatante."
LETTER: Final = f"Bonjour.\n\n{SENTENCE}"
ASKED: Final = "Ce mot, est-il voulu?"
WHY: Final = "Pas comme ceci, parlons-en."

HIDES: Final = """(page) => {
  const { left, top, right, bottom } = page.getBoundingClientRect()
  const { backgroundColor, opacity } = getComputedStyle(page)
  const whole = left <= 0 && top <= 0 && right >= innerWidth && bottom >= innerHeight
  return page.matches(":modal") && whole && /^rgb\\(/.test(backgroundColor) && opacity === "1"
}"""


async def hides_all(who: Person) -> bool:
    """Say whether an open dialog covers the whole window and lets nothing show through."""
    return await who.page.locator("dialog:modal").evaluate(HIDES)


async def mark(who: Person, sentence: str) -> None:
    """Mark a sentence for its author, as a finger does."""
    await who.page.get_by_role("option", name=sentence).click()


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m04_m05_a_letter_is_held_returned_written_anew_and_declined(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M4 and M5: each decision, its words at the author's, and both versions side by side at the desk."""
    async with (
        two_at_the_desk(tmp_path) as room,
        at_work(browser, room, "mediator", language, size=PHONE) as one,
        at_work(browser, room, "victim", OTHER[language], size=PHONE) as camille,
    ):
        await room.write(LETTER)
        await acts.go_to_queue(one)
        await acts.open_letter(one, "desk-state-submitted")
        await acts.press(one, "review-open")
        await acts.press(one, "decide-claim")
        await expect(acts.button(one, "claim-let-go")).to_be_visible()
        await acts.press(one, "calm-hide")
        await acts.heading(one, "calm-title")
        await clean(one, "m04-calm")
        assert await hides_all(one)
        await acts.press(one, "calm-back")
        await acts.press(one, "decide-hold")
        await acts.fill(one, "hold-until", day_after(14))
        await acts.fill(one, "hold-note", "Après la rencontre.")
        await clean(one, "m05-hold")
        await acts.press(one, "hold-yes")
        await acts.says(one, "decision-hold")
        await acts.says(camille, "state-held")

        await acts.press(one, "decide-return")
        await mark(one, SENTENCE)
        await acts.fill(one, "return-note", ASKED)
        await clean(one, "m05-return")
        await acts.press(one, "return-yes")
        await acts.says(one, "decision-return")
        await acts.says(camille, "state-returned")
        await acts.press(camille, "home-sent-open")
        await acts.sees(camille, ASKED)
        await acts.press(camille, "sent-again")
        await expect(camille.page.get_by_role("textbox").first).to_have_value(LETTER)
        await acts.heading(camille, "write-returned-title")
        await clean(camille, "m05-anew")
        await camille.page.get_by_role("textbox").first.fill("Bonjour.\n\nVoici: obsidienne.")
        await acts.press(camille, "write-continue")
        await acts.press(camille, "give-go")
        await acts.says(camille, "state-submitted")

        await acts.go_to_queue(one)
        await acts.open_letter(one, "desk-state-returned")
        await acts.press(one, "version-open")
        await acts.press(one, "review-open")
        await acts.sees(one, "obsidienne")
        await acts.heading(one, "version-before")
        await acts.press(one, "decide-claim")
        await clean(one, "m04-versions")
        await acts.press(one, "decide-decline")
        await acts.fill(one, "decline-note", WHY)
        await acts.press(one, "decline-yes")
        await acts.says(one, "decision-decline")
        await acts.says(camille, "state-declined")
        await acts.sees(camille, WHY)
        await clean(camille, "m05-declined")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m05_stop_and_escalate_needs_no_relay_for_its_page_and_registers_it_when_there_is_one(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """R23: the page is there with the network cut; signing fails calmly and loses nothing."""
    async with (
        two_at_the_desk(tmp_path) as room,
        at_work(browser, room, "mediator", language) as who,
    ):
        await room.write(LETTER)
        await acts.open_from_queue(who, "desk-state-submitted")
        await acts.press(who, "decide-claim")
        await acts.press(who, "decide-escalate")
        await who.context.set_offline(True)
        await mark(who, SENTENCE)
        await acts.fill(who, "escalate-to", "Service de police")
        rule = who.page.get_by_label(say(language, "escalate-rule"), exact=True)
        await rule.select_option("danger-to-life")
        await acts.fill(who, "escalate-note", "Un lieu est nommé.")
        await who.page.emulate_media(media="print")
        printed = await who.page.inner_text("body")
        assert "Service de police" in printed
        assert SENTENCE in printed
        await who.page.emulate_media(media="screen")
        await acts.press(who, "escalate-yes")
        await acts.says(who, "refused-kept")
        await clean(who, "m05-offline")
        await who.context.set_offline(False)
        await acts.press(who, "escalate-yes")
        await acts.says(who, "decision-escalate")
        await acts.go_home(who)
        await acts.open_case(who)
        await acts.says(who, "rule-danger-to-life")
        await clean(who, "m05-register")
