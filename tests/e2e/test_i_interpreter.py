# SPDX-License-Identifier: EUPL-1.2
"""An interpreter's access to one letter, from its beginning to its end: journeys I1 to I4."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from relay.station.calendar import day_after
from tests.e2e import acts
from tests.e2e.browsers import PHONE
from tests.e2e.desk_days import OTHER, at_work, clean
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import INTERPRETER, SECOND, two_at_the_desk

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante."
WORDS: Final = "zymurgie"
MADE: Final = "Hello,\n\nI remember the word bright-zymurgy."


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_i1_i2_i3_i4_one_letter_until_a_day_only_to_look_at_compared_and_closed_again(
    browser: Browser, tmp_path: Path, language: Language
) -> None:
    """I1 to I4: the grant, the viewer, the rendition beside the letter, its own approval, the end."""
    async with (
        two_at_the_desk(tmp_path, interpreter=True) as room,
        at_work(browser, room, "mediator", language) as one,
        at_work(browser, room, INTERPRETER, OTHER[language], size=PHONE) as ina,
        at_work(browser, room, SECOND, language) as two,
    ):
        await room.write(LETTER)
        await acts.says(ina, "interpreter-nothing")
        await acts.open_from_queue(one, "desk-state-submitted")
        await one.page.get_by_text(say(language, "made-possible"), exact=True).click()
        await acts.press(one, "made-go-access")
        await one.page.get_by_role("radio").first.check()
        await acts.fill(one, "access-day", day_after(3))
        await clean(one, "i1-grant")
        await acts.press(one, "access-give")
        await expect(acts.button(one, "access-end")).to_be_visible()

        await acts.press(ina, "interpreter-open")
        await acts.says(ina, "interpreter-look-only")
        assert await ina.page.locator("a[download], a[href^=blob]").count() == 0
        await clean(ina, "i2-viewer")
        await acts.fill(ina, "making-form-what", "Translation into English")
        words = say(ina.language, "making-form-label")
        await ina.page.get_by_role("textbox", name=words, exact=True).fill(MADE)
        await acts.press(ina, "making-look")
        await clean(ina, "i3-look-over")
        await acts.press(ina, "making-form-send")
        await acts.says(ina, "interpreter-given")
        await acts.press(ina, "interpreter-back")
        await acts.says(ina, "interpreter-made-given")
        await clean(ina, "i3-list")

        await acts.go_to_queue(two)
        row = two.page.get_by_role("row").filter(has_text=say(language, "desk-kind-rendition"))
        await row.get_by_role("button").click()
        await acts.press(two, "review-open")
        await acts.press(two, "compare-go")
        await acts.sees(two, "bright-zymurgy")
        await acts.sees(two, "zymurgie-éclatante")
        await clean(two, "i4-compare")
        await acts.press(two, "making-to-letter")
        await acts.press(two, "review-open")
        await acts.take_up_and_approve(two, "responsible")
        await acts.says(two, "desk-state-approved")

        await acts.press(ina, "interpreter-open")
        await acts.sees(ina, WORDS)
        await acts.press(one, "access-end")
        await acts.says(one, "access-over")
        await acts.heading(ina, "interpreter-over")
        assert WORDS not in await ina.page.inner_text("body")
        await clean(ina, "i4-over")
        await acts.press(ina, "interpreter-back")
        await acts.says(ina, "interpreter-nothing")
