# SPDX-License-Identifier: EUPL-1.2
"""Somebody who joins believes nobody but who holds the other end of their ticket."""

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.browsers import Person, person
from tests.e2e.evil.lies_to_newcomers import JOINING, sealed_answer
from tests.e2e.evil.proxy import HONEST, Lies, in_json
from tests.e2e.evil.readers import unheard
from tests.e2e.evil.stage import Stage
from tests.e2e.evil.tables import Row
from tests.e2e.say import say


async def looks_at_the_answer(stage: Stage, who: Person, lies: Lies) -> None:
    """Type the ticket on this device, and have its answer checked."""
    await who.page.reload()
    stage.proxy.believed.discard(who.origin)
    await acts.fill(who, "enrol-code-label", stage.world.newcomer_code)
    stage.proxy.lies = unheard(lies)
    await acts.press(who, "enrol-wait-again")


async def test_an_honest_answer_is_believed(stage: Stage, newcomer: Person) -> None:
    """Without this, a newcomer who believes nobody would pass every other test."""
    with stage.proxy.lying(unheard(HONEST)):
        await looks_at_the_answer(stage, newcomer, HONEST)
        await acts.says(newcomer, "enrol-done-title")


async def test_an_answer_sealed_anew_is_believed(stage: Stage, newcomer: Person) -> None:
    """Who holds the ticket can seal an answer; the lies that do so are refused for what is in it."""
    lies = Lies(answers={"ticket": in_json(lambda ticket: sealed_answer(stage.world, ticket))})
    with stage.proxy.lying(unheard(HONEST)):
        await looks_at_the_answer(stage, newcomer, lies)
        await acts.says(newcomer, "enrol-done-title")


@pytest.mark.parametrize("row", JOINING.params())
async def test_p16_a_newcomer_believes_no_forged_answer(stage: Stage, newcomer: Person, row: Row) -> None:
    """Swapped keys, another root, an older directory: each stops the enrolment, and says so."""
    with stage.proxy.lying(unheard(HONEST)):
        await looks_at_the_answer(stage, newcomer, row.tell(stage.world))
        await acts.says(newcomer, f"error-{row.code}")
        await acts.says(newcomer, "error-code", code=row.code)
        await expect(newcomer.page.get_by_text(say("en", "enrol-done-title"))).to_have_count(0)
        assert stage.proxy.told
        assert newcomer.origin not in stage.proxy.believed


async def test_p16_a_ticket_of_another_programme_goes_no_further(stage: Stage, browser: Browser) -> None:
    """The link names its root: a server of another programme is refused before anything is drawn."""
    origin = stage.public.origin("newcomer")
    world = stage.world
    lies = Lies(answers={"ticket": in_json(lambda ticket: ticket | {"programme": "A" * 22})})
    link = f"{origin}/#ticket={world.newcomer_code}&root={world.cast.fingerprint}&case={world.cast.case}"
    with stage.proxy.lying(lies):
        async with person(browser, origin, "en") as who:
            await who.page.goto(link)
            await acts.says(who, "error-code", code="root-wrong")
