# SPDX-License-Identifier: EUPL-1.2
"""A mediator is shown nothing that could not be passed on, and has nothing to agree to."""

import json
from typing import Any, Final

import pytest
from playwright.async_api import expect

from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.evil.lies_to_newcomers import CERTIFYING
from tests.e2e.evil.lies_to_the_desk import DESK, told_to_review
from tests.e2e.evil.proxy import HONEST, Answer, Lies, hears, in_json
from tests.e2e.evil.readers import Shown, comes_home, looks, unheard
from tests.e2e.evil.stage import Stage
from tests.e2e.evil.tables import Row
from tests.e2e.evil.whole_letters import Recipe
from tests.e2e.say import say

_TO_SIGN: Final = ("decide-claim", "decide-approve", "decide-offer", "decide-release")


async def opens(stage: Stage, who: Person, lies: Lies) -> Shown:
    """Open the waiting letter from the list, being lied to from there on."""
    await acts.go_to_queue(who)
    row = who.page.get_by_role("row").get_by_role("button")
    await expect(row).to_have_count(1)
    stage.proxy.lies = unheard(lies)
    await row.click()
    whole = acts.button(who, "review-open")
    ended = who.page.locator("[role=alert]").or_(who.page.locator(".letter-words"))
    await whole.or_(ended).first.click()  # a refusal is pressed, too, which does nothing
    await expect(ended.first).to_be_visible()
    return await looks(who)


async def test_an_honest_server_shows_the_mediator_the_letter(stage: Stage, mediator: Person) -> None:
    """Without this, a desk that never opens anything would pass every other test."""
    with stage.proxy.lying(unheard(HONEST), only=stage.world.waiting):
        await comes_home(mediator, stage.proxy)
        shown = await opens(stage, mediator, HONEST)
    assert "zymurgie-éclatante" in shown.text
    assert any([await acts.button(mediator, key).is_visible() for key in _TO_SIGN])


async def test_a_letter_made_without_a_defect_is_shown_at_the_desk(stage: Stage, mediator: Person) -> None:
    """The builder of letters makes what opens, until one thing in it is wrong."""
    with stage.proxy.lying(unheard(HONEST), only=stage.world.waiting):
        await comes_home(mediator, stage.proxy)
        shown = await opens(stage, mediator, told_to_review(stage.world, Recipe()))
        assert stage.proxy.told
    assert "zymurgie-éclatante" in shown.text


@pytest.mark.parametrize("row", DESK.params())
async def test_p3_p7_a_mediator_is_shown_nothing_and_asked_nothing(
    stage: Stage, mediator: Person, row: Row
) -> None:
    """What does not verify is no letter: there are no words, and nothing to sign."""
    with stage.proxy.lying(unheard(HONEST), only=stage.world.waiting):
        await comes_home(mediator, stage.proxy)
        shown = await opens(stage, mediator, row.tell(stage.world))
        assert stage.proxy.told, "nobody was lied to"
    assert shown.planted == ()
    assert say(mediator.language, f"error-{row.code}") in shown.text, shown.text
    assert say(mediator.language, "error-code", code=row.code) in shown.text
    assert not any([await acts.button(mediator, key).is_visible() for key in _TO_SIGN])


async def test_p4_a_mediator_agrees_to_nothing_else_than_was_opened(stage: Stage, mediator: Person) -> None:
    """The letter is swapped between the mediator's look and their yes: no yes leaves the browser."""
    said: list[Any] = []
    swapped = told_to_review(stage.world, Recipe())
    with stage.proxy.lying(unheard(HONEST), only=stage.world.waiting):
        await comes_home(mediator, stage.proxy)
        taken_up = Lies(answers={"detail": in_json(lambda honest: claimed(stage, honest))})
        await opens(stage, mediator, taken_up)
        await acts.begin_approval(mediator)
        both = {**swapped.answers, "detail": in_json(lambda honest: claimed(stage, _lied(swapped, honest)))}
        stage.proxy.lies = unheard(Lies(answers=both, takes_over={"approvals": hears(said)}))
        side = say(mediator.language, "side-within-responsible")
        await acts.press(mediator, "approve-yes", side=side)
        await acts.says(mediator, "error-code", code="fork")
    assert said == []


def _lied(lies: Lies, honest: Any) -> Any:
    return json.loads(lies.answers["detail"](Answer(200, {}, json.dumps(honest).encode())).body)


def claimed(stage: Stage, detail: Any) -> Any:
    """Return a detail as if this mediator had taken the letter up."""
    me = stage.world.one.keyring.person
    return detail | {"view": detail["view"] | {"state": "in_review", "claimed_by": me}}


@pytest.mark.parametrize("row", CERTIFYING.params())
async def test_p16_a_mediator_certifies_no_swapped_key(stage: Stage, mediator: Person, row: Row) -> None:
    """MAC1 fits the newcomer's keys only: another one cannot even be confirmed."""
    page, language = mediator.page, mediator.language
    with stage.proxy.lying(unheard(HONEST)):
        await comes_home(mediator, stage.proxy)
        await page.get_by_role("button", name=say(language, "people"), exact=True).click()
        confirm = acts.button(mediator, "waiting-certify-go")
        code = page.get_by_label(say(language, "ticket-code"), exact=True)
        await expect(confirm.or_(code).first).to_be_visible()
        if await code.is_visible():
            await code.fill(stage.world.asking)
            await acts.press(mediator, "waiting-remember")
        await expect(confirm).to_be_visible()
        await comes_home(mediator, stage.proxy)
        stage.proxy.lies = unheard(row.tell(stage.world))
        await page.get_by_role("button", name=say(language, "people"), exact=True).click()
        await acts.says(mediator, "waiting-wrong")
        await expect(confirm).to_have_count(0)
        assert stage.proxy.told
