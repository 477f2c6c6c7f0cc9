# SPDX-License-Identifier: EUPL-1.2
"""A mediator's day and the board of a case, in both languages: journeys M2, M3, M9 and M11."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, Locator, expect

from relay.station.calendar import day_after
from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person
from tests.e2e.desk_days import OTHER, agree_to, at_work, clean, open_gates, part
from tests.e2e.keyboard import walk
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import SECOND, two_at_the_desk

NEXT: Final = "Il y a aussi le mot quinquagésime."
LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante."
CALL: Final = "Rappeler le soir, jamais le matin."
PROMISE: Final = "Dire ce qui a été décidé."


def form(who: Person, key: str) -> Locator:
    """Return the open form called ``key``."""
    return who.page.get_by_role("form", name=say(who.language, key), exact=True)


async def refused(who: Person, code: str) -> None:
    """Wait for the reason of a refusal: its first sentence, before what was kept."""
    await acts.sees(who, say(who.language, code).split(".", 1)[0])


async def write_task(who: Person, kind: str, words: str, days: int) -> None:
    """Write down what was promised or is to be done."""
    await acts.press(who, "tasks-add")
    here = form(who, "tasks-add")
    await here.get_by_label(say(who.language, "task-kind")).select_option(kind)
    await here.get_by_label(say(who.language, "task-due"), exact=True).fill(day_after(days))
    await here.get_by_label(say(who.language, "task-words")).fill(words)
    await here.get_by_role("button", name=say(who.language, "board-save")).click()
    await expect(here).to_have_count(0)
    await expect(part(who, "tasks-title").get_by_text(words, exact=True).first).to_be_visible()


async def write_gate(who: Person, person: str, gate: str, *, is_open: bool, until: str | None = None) -> None:
    """Write down what was found about one gate of one person; ``until``: its last day."""
    language = who.language
    title = say(language, f"gate-{gate}")
    column = part(who, f"side-{person}")
    what = column.get_by_role("listitem").filter(has=who.page.get_by_role("heading", name=title))
    await what.get_by_role("button", name=title).last.click()
    here = form(who, f"gate-{gate}")
    named = {"overlap": "overlap", "no-contact": "order", "assessment": "assess"}[gate]
    answer = say(language, f"{named}-{'open' if is_open else 'shut'}")
    await here.get_by_role("radio", name=answer, exact=True).check()
    first = "assess-safety" if gate == "assessment" else f"{named}-evidence"
    await here.get_by_label(say(language, first), exact=True).fill("Vu au greffe, novembre.")
    if until is not None:
        await here.get_by_label(say(language, f"{named}-until"), exact=True).fill(until)
    await here.get_by_role("button", name=say(language, "board-save")).click()
    await expect(here).to_have_count(0)


async def write_pace(who: Person, side: str, *, most: str) -> None:
    """Set how many messages of a side may be offered within a month."""
    title = say(who.language, "pace-title")
    await part(who, f"side-{side}").get_by_role("button", name=title).last.click()
    here = form(who, "pace-title")
    await here.get_by_label(say(who.language, "pace-most"), exact=True).select_option(most)
    await here.get_by_role("button", name=say(who.language, "board-save")).click()
    await expect(here).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m02_today_names_what_is_promised_due_and_waiting_the_soonest_first(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M2: what waits, what was promised, calls and assessments; nothing is counted; a day on a phone."""
    async with two_at_the_desk(tmp_path) as room, at_work(browser, room, "mediator", language) as who:
        await acts.says(who, "today-due-none")
        await acts.says(who, "today-waits-none")
        await clean(who, "m02-nothing")
        await open_gates(room)
        await room.write(LETTER)
        await acts.open_case(who)
        await write_task(who, "promise", PROMISE, 3)
        await write_task(who, "call", CALL, 1)
        await acts.press(who, "board-back")
        due = part(who, "today-due").get_by_role("listitem")
        await expect(due.nth(0)).to_contain_text(CALL)
        await expect(due.nth(1)).to_contain_text(PROMISE)
        await part(who, "today-due").get_by_text(say(language, "today-later")).click()
        await expect(due.filter(has_text=say(language, "due-assessment"))).to_have_count(2)
        waits = part(who, "today-waits").get_by_role("listitem")
        await expect(waits).to_contain_text(say(language, "desk-state-submitted"))
        await clean(who, "m02-day")
        await who.page.keyboard.press("j")
        await expect(due.nth(0).get_by_role("button")).to_be_focused()
        await who.page.keyboard.press("Enter")
        await acts.heading(who, "gates-title")
        await who.page.keyboard.press("n")
        await expect(who.page.get_by_label(say(language, "note-words"), exact=True)).to_be_focused()
        await acts.press(who, "tasks-done-what", what=CALL)
        await expect(acts.button(who, "tasks-done-what", what=CALL)).to_have_count(0)
        await acts.press(who, "board-back")
        await expect(due.nth(0)).to_contain_text(PROMISE)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m03_m07_a_shut_gate_stops_offer_and_release_says_why_and_opens_from_the_board(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M3 and M7: an order and its last day, the assessment, another process: each opens on the board."""
    async with two_at_the_desk(tmp_path) as room, at_work(browser, room, "mediator", language) as who:
        await agree_to(room, "letter")
        await room.write(LETTER)
        await acts.open_from_queue(who, "desk-state-submitted")
        await acts.take_up_and_approve(who, "responsible")
        await acts.says(who, "statement-approval")
        assert await who.page.get_by_text(say(language, "meanwhile-title")).count() == 0
        await acts.press(who, "decide-offer")
        within = say(language, "side-within-responsible")
        await who.page.get_by_label(say(language, "offer-note", side=within)).fill("Une page.")
        await acts.press(who, "offer-yes")
        await refused(who, "error-no-contact")
        await clean(who, "m03-refused")
        await acts.press(who, "refused-board")
        await acts.heading(who, "gates-title")
        await acts.says(who, "shut-no-contact")
        await acts.says(who, "shut-assessment-due")
        await write_gate(who, "harmed", "no-contact", is_open=False, until=day_after(-1))
        await acts.says(who, "gate-over")
        await expect(who.page.get_by_text(say(language, "shut-no-contact"), exact=True)).to_have_count(2)
        await clean(who, "m03-shut")
        for side in ("harmed", "responsible"):
            await write_gate(who, side, "no-contact", is_open=True, until="")
            await write_gate(who, side, "assessment", is_open=True)
        await expect(who.page.get_by_text(say(language, "gates-open"))).to_have_count(2)
        await walk(who)
        await clean(who, "m03-open")
        await acts.open_from_queue(who, "desk-state-approved")
        await acts.offer(who, "responsible", "Une page.")
        await room.say_ready()
        await acts.press(who, "desk-back")
        await acts.go_home(who)
        await acts.open_case(who)
        await write_gate(who, "harmed", "overlap", is_open=False)
        await acts.open_from_queue(who, "desk-state-offered-ready")
        await acts.press(who, "decide-release")
        await acts.press(who, "release-yes")
        await refused(who, "error-overlap")
        await clean(who, "m07-refused")
        await acts.press(who, "refused-board")
        await write_gate(who, "harmed", "overlap", is_open=True)
        await acts.open_from_queue(who, "desk-state-offered-ready")
        await acts.release(who)
        await clean(who, "m07-released")
        await acts.press(who, "desk-back")
        await acts.go_home(who)
        await acts.open_case(who)
        await write_pace(who, "harmed", most="1")
        await acts.says(who, "shut-pace")
        await clean(who, "m03-pace")
        await write_pace(who, "harmed", most="100")
        await expect(who.page.get_by_text(say(language, "shut-pace"))).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m09_m11_a_meeting_an_absence_and_a_recusal_reach_the_colleague_to_whom_the_case_goes(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M9 and M11: plan and debrief; who comes reads all of it after the hand-over; who goes is named."""
    async with (
        two_at_the_desk(tmp_path, second_in_case=False) as room,
        at_work(browser, room, "mediator", language, size=PHONE) as one,
        at_work(browser, room, "responsible", OTHER[language], size=PHONE) as jonas,
    ):
        await open_gates(room)
        await room.pass_on(LETTER)
        await room.write(NEXT)
        await _plan_a_meeting(one)
        await room.bring_in_the_second()
        async with at_work(browser, room, SECOND, OTHER[language]) as two:
            await acts.open_case(two)
            sealed = part(two, "meetings-title").get_by_text(say(two.language, "board-not-for-me"))
            await expect(sealed.first).to_be_visible()
            await _hand_over(one)
            await acts.press(two, "board-back")
            await acts.open_case(two)
            await acts.sees(two, "aims: au calme")
            await acts.open_from_queue(two, "desk-state-submitted")
            await acts.sees(two, NEXT)
            await clean(two, "m11-reads")
            await acts.go_home(two)

            await acts.go_home(one)
            await acts.open_case(one)
            await acts.press(one, "away-add")
            await acts.fill(one, "away-words", "Appeler avant midi.")
            await acts.press(one, "board-save")
            await acts.sees(one, "Appeler avant midi.")
            await acts.sees(two, "Appeler avant midi.")
            await clean(two, "m11-cover")
            await acts.press(one, "away-back")
            await expect(two.page.get_by_text("Appeler avant midi.")).to_have_count(0)
            await acts.press(one, "recusal-ask")
            await acts.fill(one, "recusal-reason", "Je connais la famille.")
            await acts.press(one, "board-save")
            await expect(acts.button(one, "recusal-withdraw")).to_be_visible()
            await acts.open_case(two)
            await acts.sees(two, "Je connais la famille.")
            await clean(two, "m11-recusal")
            await acts.press(one, "recusal-withdraw")
            await expect(two.page.get_by_text("Je connais la famille.")).to_have_count(0)

            await jonas.context.set_offline(True)  # comes back to what has changed meanwhile
            await room.take_out_the_first()
            await jonas.context.set_offline(False)
            await jonas.page.reload()
            await acts.says(jonas, "notice-mediators-changed")
            await clean(jonas, "m11-told")
            await acts.press(jonas, "home-received-open")
            await acts.press(jonas, "read-whole")
            await acts.sees(jonas, "zymurgie-éclatante")


async def _plan_a_meeting(one: Person) -> None:
    """M9: a plan, a debrief that is promised, and something that is put right."""
    await acts.open_case(one)
    await acts.press(one, "meetings-add")
    for field in ("aims", "rules", "who", "where", "when", "support"):
        await acts.fill(one, f"meeting-{field}", f"{field}: au calme")
    await acts.press(one, "board-save")
    await acts.sees(one, "aims: au calme")
    harmed = say(one.language, "side-within-harmed")
    await part(one, "meetings-title").get_by_role("button").filter(has_text=harmed).first.click()
    await acts.press(one, "board-save")
    words = say(one.language, "meeting-debrief-words")
    await expect(part(one, "tasks-title").get_by_text(words, exact=True).first).to_be_visible()
    await acts.press(one, "repairs-add")
    await acts.fill(one, "repair-words", "Réparer la serrure, si possible.")
    await acts.press(one, "board-save")
    await acts.sees(one, "Réparer la serrure")
    await clean(one, "m09-meeting")


async def _hand_over(one: Person) -> None:
    """Pass every key of the case on, as somebody who goes does."""
    await acts.press(one, "people")
    await acts.press(one, "people-handover")
    plan = one.page.get_by_role("button", name=say(one.language, "handover-start", who="").strip())
    await expect(plan).to_be_visible()
    await clean(one, "m11-hand-over")
    await plan.click()
    done = say(one.language, "handover-done", who="#").split("#")[-1].strip()
    await acts.sees(one, done)
    await clean(one, "m11-handed-over")
