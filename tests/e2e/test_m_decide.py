# SPDX-License-Identifier: EUPL-1.2
"""Every decision on a letter, in both languages, with its author at the other end: journeys M4, M5 and M6."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from relay.station.calendar import day_after
from tests.e2e import acts, keyboard
from tests.e2e.browsers import PHONE, Person
from tests.e2e.desk_days import OTHER, at_work, clean, open_gates, part
from tests.e2e.keyboard import walk
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import SECOND, Room, two_at_the_desk

SENTENCE: Final = "Je me souviens du mot zymurgie-éclatante."
LETTER: Final = f"Bonjour.\n\n{SENTENCE}"
ASKED: Final = "Ce mot, est-il voulu?"
MINE: Final = "Une pause après celle-ci."
WHY: Final = "Pas comme ceci, parlons-en."
UNDO_SECONDS: Final = 600
LONG_ENOUGH_SECONDS: Final = 6
"""Longer than the shortest reading that a log keeps."""

TO_TOP: Final = "scrollTo(0, 0)"
"""What stays in view while a page moves is not to lie over a field by chance when the page is looked at."""

HIDES: Final = """(page) => {
  const { left, top, right, bottom } = page.getBoundingClientRect()
  const { backgroundColor, opacity } = getComputedStyle(page)
  const whole = left <= 0 && top <= 0 && right >= innerWidth && bottom >= innerHeight
  return page.matches(":modal") && whole && /^rgb\\(/.test(backgroundColor) && opacity === "1"
}"""


async def hides_all(who: Person) -> bool:
    """Say whether an open dialog covers the whole window and lets nothing show through."""
    return await who.page.locator("dialog:modal").evaluate(HIDES)


SETTLED: Final = "new Promise((go) => requestAnimationFrame(() => setTimeout(go, 200)))"


async def read_for_a_while(room: Room, who: Person) -> None:
    """Open the words, and close them when they were read for long enough to count."""
    await acts.press(who, "review-open")
    await acts.sees(who, SENTENCE)
    await who.page.evaluate(SETTLED)  # the page counts from when its words were painted
    await room.clock.pass_on(LONG_ENOUGH_SECONDS, who)
    await acts.press(who, "review-hide")


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
        await acts.go_home(one)
        await acts.says(one, "today-waits-none")  # until its day has come
        await clean(one, "m05-put-aside")
        await acts.go_to_queue(one)
        held = say(language, "desk-state-held-until", day="@").split("@", 1)[0]
        await one.page.locator("tr, li").filter(has_text=held).get_by_role("button").first.click()
        await acts.press(one, "review-open")

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

        await acts.press(one, "version-open")  # the letter that was returned still stands open
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
async def test_m04_what_was_heavy_stands_in_a_log_that_is_ones_own(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M4: said only if one wants to; it goes to the relay sealed, and a colleague's log has nothing of it."""
    async with (
        two_at_the_desk(tmp_path) as room,
        at_work(browser, room, "mediator", language, size=PHONE) as one,
        at_work(browser, room, SECOND, OTHER[language]) as two,
    ):
        await room.write(LETTER)
        await acts.go_to_queue(one)
        await acts.open_letter(one, "desk-state-submitted")
        await read_for_a_while(room, one)
        await acts.fill(one, "weight-words", MINE)
        await clean(one, "m04-weight")
        sent = len(one.seen.sent)
        async with one.page.expect_response(lambda answer: answer.request.method == "POST"):
            await acts.press(one, "weight-heavy")
        assert MINE.encode() not in b"".join(one.seen.sent[sent:])
        await read_for_a_while(room, one)
        await acts.press(one, "log-title")
        await acts.sees(one, MINE)
        await acts.says(one, "weight-heavy")
        await clean(one, "m04-log")
        await acts.go_to_queue(two)
        await acts.open_letter(two, "desk-state-submitted")
        await read_for_a_while(room, two)
        await acts.press(two, "log-title")
        await acts.heading(two, "log-title")
        await expect(two.page.get_by_text(MINE)).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m06_m05_an_approval_undone_on_a_phone_and_made_by_two_is_offered_when_its_time_is_over(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M6 and M5: a day on a phone; two must agree once one was asked; the other has keys alone."""
    async with (
        two_at_the_desk(tmp_path, undo_seconds=UNDO_SECONDS) as room,
        at_work(browser, room, "mediator", language, size=PHONE) as one,
        at_work(browser, room, SECOND, OTHER[language]) as two,
    ):
        await open_gates(room)
        await room.write(LETTER)
        await acts.open_case(one)
        await walk(one)
        await acts.go_to_queue(one)
        await acts.open_letter(one, "desk-state-submitted")
        await acts.press(one, "review-open")
        await acts.press(one, "decide-claim")
        await acts.press(one, "decide-approve")
        await acts.fill(one, "approve-content-note", "Ce soir-là.")
        await one.page.get_by_text(say(language, "reading-title"), exact=True).click()
        await acts.choose(one, "reading-company-mediator")
        await acts.choose(one, "reading-parts")
        await walk(one)
        await one.page.evaluate(TO_TOP)
        await clean(one, "m06-conditions")
        await acts.press(one, "decide-close")
        await _approve(one)
        await acts.says(one, "undo-text")
        await expect(acts.button(one, "decide-offer")).to_have_count(0)
        await clean(one, "m06-undo")
        await acts.press(one, "undo-go")
        await acts.says(one, "decision-reopen")

        await acts.press(one, "decide-second")
        await acts.fill(one, "second-note", "Le deuxième paragraphe.")
        await acts.press(one, "second-yes")
        await acts.says(one, "decision-second")
        await keyboard.open_from_queue(two)
        await acts.sees(two, "Le deuxième paragraphe.")
        await keyboard.have_a_switch(two)
        await clean(two, "m05-asked")
        await keyboard.approve(two, say(two.language, "side-within-responsible"))
        await expect(acts.button(two, "undo-go")).to_have_count(0)

        await _approve(one)
        for who in (one, two):
            said = say(who.language, "statement-approval")
            approvals = part(who, "review-earlier").get_by_text(said, exact=True)
            await expect(approvals).to_have_count(3)  # the first was taken back
        await acts.says(one, "undo-text")
        await room.clock.pass_on(UNDO_SECONDS + 1, one)
        await acts.press(one, "desk-back")
        await acts.open_letter(one, "desk-state-approved")
        await acts.offer(one, "responsible", "Une page.")
        await clean(one, "m06-offered")


async def _approve(who: Person) -> None:
    """Approve as who has taken the letter up, and see in the last question what was said of the reading."""
    await acts.begin_approval(who)
    question = who.page.get_by_role("dialog")
    await expect(question.get_by_text(say(who.language, "reading-no-print"), exact=True)).to_be_visible()
    await clean(who, "m06-question")
    await acts.press(who, "approve-yes", side=say(who.language, "side-within-responsible"))
    await acts.says(who, "decided-done")


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
