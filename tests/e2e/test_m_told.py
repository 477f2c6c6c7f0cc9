# SPDX-License-Identifier: EUPL-1.2
"""Words that a mediator writes down or leaves out: nothing without the author's own yes. Journey M8."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.accessibility import picture
from tests.e2e.browsers import PHONE, Person
from tests.e2e.desk_days import OTHER, agree_to, at_work, clean, open_gates, part
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import SECOND, two_at_the_desk

TOLD: Final = "Je voulais dire que le mot est zymurgie-éclatante."
LETTER: Final = "Bonjour.\n\nJ’habite près du phare obsidienne. Je pense à ce soir-là."
CUT: Final = "J’habite près du phare obsidienne."
KEPT: Final = "Je pense à ce soir-là."
BROUGHT: Final = "Par le pli fermé de mardi."


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m08_what_was_told_goes_on_after_its_authors_yes_and_not_by_its_writer_alone(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M8: written, read back, confirmed on a phone, reviewed by a second mediator too, brought on paper."""
    async with (
        two_at_the_desk(tmp_path, channels=("letter", "relayed")) as room,
        at_work(browser, room, "mediator", language) as one,
        at_work(browser, room, SECOND, OTHER[language]) as two,
        at_work(browser, room, "victim", OTHER[language], size=PHONE) as camille,
    ):
        await open_gates(room)
        await agree_to(room, "relayed")
        await acts.open_case(one)
        await acts.press(one, "board-letters")
        await acts.press(one, "history-tell")
        harmed = say(language, "side-harmed")
        await one.page.get_by_role("radio", name=harmed).check()
        await acts.fill(one, "tell-label", TOLD)
        await clean(one, "m08-write")
        await acts.press(one, "tell-look")
        await acts.heading(one, "tell-read-back")
        await acts.sees(one, TOLD)
        await clean(one, "m08-read-back")
        await acts.press(one, "making-send-for-yes")
        await acts.says(one, "making-sent-for-yes")

        await acts.press(camille, "home-proposed-open")
        await acts.sees(camille, TOLD)
        await clean(camille, "m08-confirm")
        await acts.press(camille, "proposed-yes-told")
        await acts.says(camille, "proposed-said-yes")

        await acts.open_from_queue(one, "desk-state-submitted")
        await acts.says(one, "made-confirmed")
        await acts.says(one, "made-by-me")
        await acts.press(one, "decide-claim")
        await acts.says(one, "approve-no-own-words")
        await expect(acts.button(one, "decide-approve")).to_have_count(0)
        await clean(one, "m08-alone")
        await acts.press(one, "claim-let-go")
        await acts.open_from_queue(two, "queue-open-again")
        await acts.says(two, "made-confirmed")
        await acts.press(two, "decide-claim")
        await acts.begin_approval(two)
        within = say(two.language, "side-within-responsible")
        await acts.press(two, "approve-yes", side=within)
        await acts.says(two, "desk-state-approved")

        await _pause(camille, "pause")
        await acts.press(two, "decide-offer")
        await two.page.get_by_label(say(two.language, "offer-note", side=within)).fill("Une page.")
        await acts.press(two, "offer-yes")
        await acts.says(two, "people-paused")
        await clean(two, "m03-paused")
        await acts.press(two, "refused-board")
        await acts.says(two, "board-paused")
        await _pause(camille, "resume")
        await expect(two.page.get_by_text(say(two.language, "board-paused"))).to_have_count(0)
        await acts.open_from_queue(two, "desk-state-approved")
        await acts.offer(two, "responsible", "Une page.")
        await room.say_ready()
        await acts.release(two)
        await _bring_on_paper(two)


async def _pause(who: Person, scope: str) -> None:
    await acts.press(who, "stop-link")
    await acts.press(who, f"stop-{scope}")
    await acts.says(who, f"stop-{scope}d")


async def _bring_on_paper(who: Person) -> None:
    """M9: the record first; then the words and how they came to be are all that is printed."""
    await acts.go_home(who)
    await acts.open_case(who)
    papers = part(who, "papers-title")
    await papers.get_by_role("button").click()
    await acts.fill(who, "papers-words", BROUGHT)
    await acts.press(who, "papers-keep")
    await acts.sees(who, TOLD)
    await clean(who, "m09-paper")
    await who.page.emulate_media(media="print")
    words = (await who.page.inner_text("body")).split("\n")
    assert [line for line in words if line] == [say(who.language, "read-from-relayed"), TOLD]
    await picture(who, f"journeys/m09-printed-{who.language}")
    await who.page.emulate_media(media="screen")
    await acts.press(who, "paper-back")
    await expect(papers.get_by_text(BROUGHT)).to_be_visible()


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m08_a_shorter_version_is_seen_beside_the_letter_and_a_no_destroys_it(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """Words are never edited: both stand side by side, and only the author says whether."""
    async with (
        two_at_the_desk(tmp_path) as room,
        at_work(browser, room, "mediator", language) as one,
        at_work(browser, room, "victim", OTHER[language], size=PHONE) as camille,
    ):
        await room.write(LETTER)
        for answer, kind in (("no", "redaction"), ("yes", "excerpt")):
            await acts.open_from_queue(one, "desk-state-submitted")
            await one.page.get_by_text(say(language, "made-possible"), exact=True).click()
            await acts.press(one, "made-go-shorten")
            await one.page.get_by_label(CUT).uncheck()
            await acts.choose(one, f"shorten-{kind}")
            await clean(one, "m08-shorten")
            await acts.press(one, "making-look")
            await acts.press(one, "making-send-for-yes")
            await acts.says(one, "making-sent-for-yes")
            await acts.press(camille, "home-proposed-open")
            await acts.says(camille, "proposed-only-left-out")
            await expect(part(camille, "proposed-before").get_by_text(CUT)).to_be_visible()
            await expect(part(camille, "proposed-after").get_by_text(KEPT)).to_be_visible()
            await expect(part(camille, "proposed-after").get_by_text(CUT)).to_have_count(0)
            await clean(camille, "m08-shorter")
            await acts.press(camille, f"proposed-{answer}-shorter")
            await acts.says(camille, f"proposed-said-{answer}")
            await acts.go_home(camille)
        await acts.go_to_queue(one)
        row = one.page.get_by_role("row").filter(has_text=say(language, "desk-kind-excerpt"))
        await expect(row.filter(has_text=say(language, "desk-state-submitted"))).to_have_count(1)
