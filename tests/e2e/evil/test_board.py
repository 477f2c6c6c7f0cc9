# SPDX-License-Identifier: EUPL-1.2
"""A case's board and one's own reading log show what was written for them, and nothing else."""

from typing import Final

import pytest
from playwright.async_api import expect

from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.evil.lies_about_casework import TIMES, casework
from tests.e2e.evil.lies_about_records import BOARD, LOG, beside_the_board, note, ones_own_log
from tests.e2e.evil.proxy import HONEST, Lies
from tests.e2e.evil.readers import Shown, comes_home, looks, unheard
from tests.e2e.evil.stage import Stage
from tests.e2e.evil.tables import Row
from tests.e2e.say import say

WORDS: Final = "zymurgie"


async def opens_board(stage: Stage, who: Person, lies: Lies) -> Shown:
    """Open the case from one's day, being lied to from there on."""
    with stage.proxy.lying(unheard(HONEST)):
        await comes_home(who, stage.proxy)
        await acts.heading(who, "today-title")
        stage.proxy.lies = unheard(lies)
        cases = who.page.get_by_role("region", name=say(who.language, "today-cases"))
        await cases.get_by_role("button").first.click()
        alert = who.page.locator("[role=alert]")
        notes = who.page.get_by_role("heading", name=say(who.language, "notes-title"), exact=True)
        await expect(alert.or_(notes).first).to_be_visible()
        assert "records" in stage.proxy.told, "nobody was lied to"
        return await looks(who)


async def opens_log(stage: Stage, who: Person, lies: Lies) -> Shown:
    """Open one's own reading log, being lied to from there on."""
    with stage.proxy.lying(unheard(HONEST)):
        await comes_home(who, stage.proxy)
        await acts.go_to_queue(who)
        stage.proxy.lies = unheard(lies)
        await acts.press(who, "log-title")
        none = who.page.get_by_text(say(who.language, "log-none"))
        told = who.page.locator("[role=alert]").or_(none).or_(who.page.get_by_text(WORDS))
        await expect(told.first).to_be_visible()
        assert "records" in stage.proxy.told, "nobody was lied to"
        return await looks(who)


async def test_a_note_of_this_case_is_shown_on_its_board(stage: Stage, mediator: Person) -> None:
    """Without this, a board that shows no note would pass every other test."""
    shown = await opens_board(stage, mediator, beside_the_board(stage.world, note(stage.world)))
    assert WORDS in shown.planted
    assert WORDS in shown.text


@pytest.mark.parametrize("row", BOARD.params())
async def test_p5_nothing_of_another_case_is_shown_on_a_board(
    stage: Stage, mediator: Person, row: Row
) -> None:
    """What was moved here is named with its reason, and not a word of it is shown."""
    shown = await opens_board(stage, mediator, row.tell(stage.world))
    assert shown.planted == ()
    assert say(mediator.language, "board-refused") in shown.text
    assert say(mediator.language, f"error-{row.code}") in shown.text, shown.text
    assert f"({row.code})" in shown.text


async def test_p17_a_gate_rolled_back_is_noticed_on_the_board(stage: Stage, mediator: Person) -> None:
    """A version that this device saw is not forgotten: an older one is not drawn as what stands."""
    before, now = next(TIMES), next(TIMES)
    beside = {"note": [note(stage.world)]}
    await opens_board(stage, mediator, casework(stage.world, now))
    shown = await opens_board(stage, mediator, casework(stage.world, before, beside=beside))
    assert shown.planted == ()
    assert say(mediator.language, "error-code", code="rollback") in shown.text


async def test_ones_own_reading_log_is_shown(stage: Stage, mediator: Person) -> None:
    """Without this, a log that never shows anything would pass every other test."""
    shown = await opens_log(stage, mediator, ones_own_log(stage.world))
    assert WORDS in shown.planted


@pytest.mark.parametrize("row", LOG.params())
async def test_p5_no_other_log_is_shown_as_ones_own(stage: Stage, mediator: Person, row: Row) -> None:
    """What somebody else says that one read is refused, and why is said."""
    shown = await opens_log(stage, mediator, row.tell(stage.world))
    assert shown.planted == ()
    assert say(mediator.language, "error-code", code=row.code) in shown.text
