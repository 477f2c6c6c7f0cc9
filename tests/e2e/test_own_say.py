# SPDX-License-Identifier: EUPL-1.2
"""People's own say, in both languages: a yes opens a gate, a no shuts it, a need is read as it was said."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, Locator, expect

from relay.demo.casework import agree, clear
from tests.e2e import acts
from tests.e2e.accessibility import picture, violations
from tests.e2e.browsers import PHONE, Person, person
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import Room, two_at_the_desk

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante."
HER_NEED: Final = "Savoir si la lumière était allumée, ce soir de quinquagésime."
HIS_NEED: Final = "To answer what I am asked. And one day, perhaps, to be forgiven: obsidian-lantern."
NOTE: Final = "One page about that evening."


@pytest.mark.parametrize(("hers", "his"), [("en", "fr"), ("fr", "en")])
async def test_p2_a_yes_opens_the_gate_and_a_no_shuts_it_before_an_offer_and_before_a_release(
    browser: Browser, tmp_path: Path, hers: Language, his: Language
) -> None:
    """R26, P2: consent is each person's own, a channel at a time, and holds at every step."""
    async with (
        two_at_the_desk(tmp_path) as room,
        person(browser, room.origin, hers) as camille,
        person(browser, room.origin, his, size=PHONE) as jonas,
        person(browser, room.origin, hers) as mediator,
    ):
        for who, part in ((camille, "victim"), (jonas, "responsible"), (mediator, "mediator")):
            await _sign_in(who, room.ways[part])
        await acts.open_case(mediator)
        letters = say(hers, "channel-letter")
        await acts.says(mediator, "shut-consent-missing", channel=letters)

        for who in (camille, jonas):
            await acts.press(who, "home-agree")
            await acts.says(who, "agree-now-nothing")
            await _clean(who, "agree")
            await _answer(who, given=True)
        await expect(_shut(mediator)).to_have_count(0)
        await _clean(mediator, "board")

        await _open_the_other_gates(room)
        await room.write(LETTER)
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.take_up_and_approve(mediator, "responsible")

        await _answer(jonas, given=False)
        await _offer(mediator)
        await acts.says(mediator, "refused-kept")
        await acts.sees(mediator, _refused(hers))
        await _clean(mediator, "offer-refused")
        await _answer(jonas, given=True)
        await acts.press(mediator, "offer-yes")
        await acts.says(mediator, "decided-done")

        await acts.go_home(jonas)
        await acts.answer_ready(jonas, NOTE)
        await _answer(camille, given=False)
        await acts.press(mediator, "desk-back")
        await acts.open_from_queue(mediator, "desk-state-offered-ready")
        await acts.press(mediator, "decide-release")
        await acts.press(mediator, "release-yes")
        await acts.sees(mediator, _refused(hers))
        await _answer(camille, given=True)
        await acts.press(mediator, "release-yes")
        await acts.says(mediator, "decided-done")
        await acts.read_whole(jonas, "zymurgie-éclatante")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_r26_a_new_text_asks_again_calmly_and_counts_as_a_no_meanwhile(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """R26: a yes is over one text; the next one is asked for, on the first page, without any hurry."""
    async with (
        two_at_the_desk(tmp_path) as room,
        person(browser, room.origin, language, size=PHONE) as camille,
        person(browser, room.origin, language) as mediator,
    ):
        await agree(room.reader, room.case)
        for who, part in ((camille, "victim"), (mediator, "mediator")):
            await _sign_in(who, room.ways[part])
        await acts.says(camille, "home-agree-new")
        await acts.press(camille, "home-agree-see")
        await acts.press(camille, "agree-yes")
        await acts.says(camille, "agree-kept")
        await acts.go_home(camille)
        await acts.heading(camille, "home-title")
        await acts.open_case(mediator)
        await expect(_shut(mediator)).to_have_count(0)

        await room.change_consent_text("Another text.", "Un autre texte.")
        for who in (camille, mediator):
            await who.page.reload()
        await acts.open_case(mediator)
        await expect(_shut(mediator)).to_have_count(2)
        await acts.says(camille, "home-agree-again")
        await _clean(camille, "home-again")
        await acts.press(camille, "home-agree-see")
        await expect(acts.button(camille, "agree-yes")).to_have_attribute("aria-pressed", "false")
        await _clean(camille, "agree-again")
        await acts.press(camille, "agree-yes")
        await acts.says(camille, "agree-kept")
        await expect(_shut(mediator)).to_have_count(1)


@pytest.mark.parametrize(("hers", "his"), [("fr", "en"), ("en", "fr")])
async def test_r3_a_need_reaches_the_board_word_for_word_and_opens_only_what_was_named(
    browser: Browser, tmp_path: Path, hers: Language, his: Language
) -> None:
    """R3: forgiveness is asked of nobody, and named only by who wrote of it; a broken line loses no word."""
    async with (
        two_at_the_desk(tmp_path) as room,
        person(browser, room.origin, hers) as camille,
        person(browser, room.origin, his, size=PHONE) as jonas,
        person(browser, room.origin, his) as mediator,
    ):
        for who, part in ((camille, "victim"), (jonas, "responsible"), (mediator, "mediator")):
            await _sign_in(who, room.ways[part])
        for who in (camille, jonas):
            await acts.press(who, "home-needs")
            await acts.says(who, "own-needs-none")
            forgiveness = who.page.get_by_label(say(who.language, "own-topic-forgiveness"))
            await expect(forgiveness).to_have_count(0)
        await acts.fill(camille, "own-need-words", HER_NEED)
        await acts.choose(camille, "own-topic-answers")
        await camille.context.set_offline(True)
        await acts.press(camille, "own-need-save")
        await acts.says(camille, "own-need-not-kept")
        await _clean(camille, "needs-offline")
        await camille.context.set_offline(False)
        await acts.press(camille, "own-need-save")
        await acts.says(camille, "own-need-kept")
        await acts.sees(camille, HER_NEED)

        await acts.fill(jonas, "own-need-words", HIS_NEED)
        await acts.choose(jonas, "own-topic-forgiveness")
        await acts.press(jonas, "own-need-save")
        await acts.says(jonas, "own-need-kept")
        await _clean(jonas, "needs")

        await acts.open_case(mediator)
        await acts.sees(mediator, HER_NEED)
        await acts.sees(mediator, HIS_NEED)
        forgiveness, answers = say(his, "topic-forgiveness"), say(his, "topic-answers")
        await acts.says(mediator, "needs-open", topics=forgiveness)
        await acts.says(mediator, "needs-open", topics=answers)
        await _clean(mediator, "board-needs")

        await acts.press(camille, "own-need-take-back")
        await (
            camille.page.get_by_role("dialog")
            .get_by_role("button", name=say(hers, "own-need-take-back-yes"), exact=True)
            .click()
        )
        await acts.says(camille, "own-need-gone")
        await expect(mediator.page.get_by_text(HER_NEED)).to_have_count(0)
        await acts.sees(mediator, HIS_NEED)


async def _sign_in(who: Person, way: str) -> None:
    await who.page.goto(way)
    await acts.choose(who, "device-mine")
    await acts.press(who, "sign-in-go")


async def _answer(who: Person, *, given: bool) -> None:
    """From one's first page: two presses, and no reason."""
    await acts.go_home(who)
    await acts.press(who, "home-agree")
    await acts.press(who, "agree-yes" if given else "agree-no")
    await acts.says(who, "agree-kept")


async def _open_the_other_gates(room: Room) -> None:
    for hand in (room.author, room.reader):
        for gate in ("no-contact", "assessment"):
            await clear(room.mediator, room.case, gate, of=hand)


async def _offer(who: Person) -> None:
    within = say(who.language, "side-within-responsible")
    await acts.press(who, "decide-offer")
    await who.page.get_by_label(say(who.language, "offer-note", side=within)).fill(NOTE)
    await acts.press(who, "offer-yes")


def _shut(who: Person) -> Locator:
    words = say(who.language, "shut-consent-missing", channel=say(who.language, "channel-letter"))
    return who.page.get_by_text(words, exact=True)


def _refused(language: Language) -> str:
    """The first sentence of the reason: what follows says what was kept."""
    return say(language, "error-consent-missing").split(".", 1)[0]


async def _clean(who: Person, name: str) -> None:
    """Hold nothing against the page as it stands, and keep a picture of it."""
    await picture(who, f"own-{name}-{who.language}")
    assert await violations(who) == []
