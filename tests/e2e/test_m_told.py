# SPDX-License-Identifier: EUPL-1.2
"""Words that a mediator writes down or leaves out: nothing without the author's own yes. Journey M8."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.browsers import PHONE
from tests.e2e.desk_days import OTHER, agree_to, at_work, clean, open_gates
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import SECOND, two_at_the_desk

TOLD: Final = "Je voulais dire que le mot est zymurgie-éclatante."
LETTER: Final = "Bonjour.\n\nJ’habite près du phare obsidienne. Je pense à ce soir-là."
CUT: Final = "J’habite près du phare obsidienne."


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m08_what_was_told_goes_on_after_its_authors_yes_and_not_by_its_writer_alone(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """M8: written, read back, confirmed on a phone, and reviewed by a second mediator too."""
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


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_m08_a_shorter_version_is_seen_beside_the_letter_and_a_no_destroys_it(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """Words are never edited: what is left out is shown, and only the author says whether."""
    async with (
        two_at_the_desk(tmp_path) as room,
        at_work(browser, room, "mediator", language) as one,
        at_work(browser, room, "victim", OTHER[language], size=PHONE) as camille,
    ):
        await room.write(LETTER)
        for answer in ("no", "yes"):
            await acts.open_from_queue(one, "desk-state-submitted")
            await one.page.get_by_text(say(language, "made-possible"), exact=True).click()
            await acts.press(one, "made-go-shorten")
            await one.page.get_by_label(CUT).uncheck()
            await one.page.get_by_role("radio").first.check()
            await clean(one, "m08-shorten")
            await acts.press(one, "making-look")
            await acts.press(one, "making-send-for-yes")
            await acts.says(one, "making-sent-for-yes")
            await acts.press(camille, "home-proposed-open")
            await acts.says(camille, "proposed-only-left-out")
            await clean(camille, "m08-shorter")
            await acts.press(camille, f"proposed-{answer}-shorter")
            await acts.says(camille, f"proposed-said-{answer}")
            await acts.go_home(camille)
        await acts.go_to_queue(one)
        row = one.page.get_by_role("row").filter(has_text=say(language, "desk-kind-redaction"))
        await expect(row.filter(has_text=say(language, "desk-state-submitted"))).to_have_count(1)
