# SPDX-License-Identifier: EUPL-1.2
"""Who signs in gives nothing away, and is let into no room but their own."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.browsers import Person, person
from tests.e2e.evil.lies_at_the_door import CODE_TYPED, FIRST_PAGE, WORDS_TYPED
from tests.e2e.evil.proxy import HONEST, Lies, hears
from tests.e2e.evil.readers import unheard
from tests.e2e.evil.stage import Stage
from tests.e2e.evil.tables import Row
from tests.e2e.say import say


async def signs_in(stage: Stage, who: Person, *, by: str, lies: Lies) -> None:
    """Type account and words or code on a shared device, being lied to."""
    player = stage.world.cast.players["victim"]
    await who.page.goto(who.origin)
    await acts.press(who, "start-sign-in")
    await acts.fill(who, "sign-in-account", player.account)
    await acts.choose(who, f"sign-in-by-{by}")
    await acts.fill(who, f"sign-in-{by}", player.words if by == "words" else player.kit)
    await acts.choose(who, "device-shared")
    stage.proxy.lies = unheard(lies)
    await acts.press(who, "sign-in-go")


async def refused(stage: Stage, who: Person, row: Row) -> None:
    """Find the refusal and its code on the page, and no room."""
    await acts.says(who, f"error-{row.code}")
    await acts.says(who, "error-code", code=row.code)
    await expect(acts.button(who, "home-write")).to_have_count(0)
    assert stage.proxy.told


@pytest.mark.parametrize("row", WORDS_TYPED.params())
async def test_p14_words_are_signed_with_for_nobody_who_could_guess_them(
    stage: Stage, browser: Browser, row: Row
) -> None:
    """A server that asks for less work, or for another time, gets no signature to work on."""
    said: list[object] = []
    with stage.proxy.lying(HONEST):
        async with person(browser, stage.public.origin("victim"), "en") as who:
            told = row.tell(stage.world)
            lies = Lies(answers=told.answers, takes_over={"sessions": hears(said)})
            await signs_in(stage, who, by="words", lies=lies)
            await refused(stage, who, row)
    assert said == []


@pytest.mark.parametrize("row", CODE_TYPED.params())
async def test_p5_a_code_opens_ones_own_room_only(stage: Stage, browser: Browser, row: Row) -> None:
    """Role and name are the keys', whatever the server says."""
    with stage.proxy.lying(HONEST):
        async with person(browser, stage.public.origin("victim"), "en") as who:
            await signs_in(stage, who, by="kit", lies=row.tell(stage.world))
            await refused(stage, who, row)


async def test_an_honest_server_lets_the_author_in(stage: Stage, browser: Browser) -> None:
    """Without this, a door that is always shut would pass every other test."""
    with stage.proxy.lying(HONEST):
        async with person(browser, stage.public.origin("victim"), "en") as who:
            await signs_in(stage, who, by="kit", lies=HONEST)
            await acts.heading(who, "home-title")


@pytest.mark.parametrize("row", FIRST_PAGE.params())
async def test_p23_the_first_page_says_what_it_could_not_read(stage: Stage, reader: Person, row: Row) -> None:
    """Rubbish about what waits is said, and drawn nowhere."""
    with stage.proxy.lying(unheard(row.tell(stage.world)), only=stage.world.letter):
        await reader.page.reload()
        await acts.says(reader, "error-code", code=row.code)
        assert stage.proxy.told
        assert say(reader.language, f"error-{row.code}") in await reader.page.inner_text("main")
        await expect(acts.button(reader, "home-received-open")).to_have_count(0)
        assert not re.search("<b>|onerror|hello", await reader.page.inner_text("main"))
