# SPDX-License-Identifier: EUPL-1.2
"""A mediator's device judges the gates itself: the relay may call a shut one open, and nothing is signed."""

from typing import Any, Final, Literal

import pytest
from playwright.async_api import expect

from relay.station.calendar import day_after
from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.evil.forging import kind_of
from tests.e2e.evil.lies_about_casework import OPEN, TIMES, Shut, casework
from tests.e2e.evil.proxy import HONEST, Lies, hears
from tests.e2e.evil.readers import comes_home, unheard
from tests.e2e.evil.stage import Stage
from tests.e2e.say import say

Act = Literal["offer", "release"]
ACTS: Final[tuple[Act, ...]] = ("offer", "release")
_POSTED: Final = {"offer": "offers", "release": "releases"}

_SHUT: Final[dict[str, tuple[str, Shut]]] = {
    "the author agrees no more": ("consent-missing", Shut(consent="author")),
    "the reader agrees no more": ("consent-missing", Shut(consent="reader")),
    "an order against the author": ("no-contact", Shut(gate=("no-contact", "author"))),
    "an order against the reader": ("no-contact", Shut(gate=("no-contact", "reader"))),
    "an order was lifted until yesterday": (
        "no-contact",
        Shut(gate=("no-contact", "reader"), is_open=True, until=day_after(-1)),
    ),
    "an assessment says no for the author": ("assessment-due", Shut(gate=("assessment", "author"))),
    "an assessment of the reader ran out": (
        "assessment-due",
        Shut(gate=("assessment", "reader"), is_open=True, until=day_after(-1)),
    ),
    "an overlap of the author": ("overlap", Shut(gate=("overlap", "author"))),
    "an overlap of the reader": ("overlap", Shut(gate=("overlap", "reader"))),
    "too many from this side": ("pace", Shut(side="harmed")),
}


async def tries(stage: Stage, who: Person, act: Act, lies: Lies) -> list[Any]:
    """Open the letter from the list, be lied to, and ask for the act; return what left the browser."""
    world, said = stage.world, list[Any]()
    message = {"offer": world.approved, "release": world.answered}[act]
    with stage.proxy.lying(unheard(HONEST), only=message):
        await comes_home(who, stage.proxy)
        await acts.go_to_queue(who)
        row = who.page.get_by_role("row").get_by_role("button")
        await expect(row).to_have_count(1)
        await row.click()
        await acts.press(who, "review-open")
        await acts.press(who, f"decide-{act}")
        if act == "offer":
            side = say(who.language, "side-within-responsible")
            await who.page.get_by_label(say(who.language, "offer-note", side=side)).fill("Une page.")
        stage.proxy.only = None  # what was offered before is counted, too
        stage.proxy.lies = unheard(Lies(takes_over={**lies.takes_over, _POSTED[act]: hears(said)}))
        await acts.press(who, f"{act}-yes")
        await expect(who.page.locator("[role=alert]").first).to_be_visible()
        assert {"records", "consents"} <= set(stage.proxy.told), "nobody was lied to"
    return said


@pytest.mark.parametrize("act", ACTS)
async def test_what_is_signed_through_open_gates_leaves_the_browser(
    stage: Stage, mediator: Person, act: Act
) -> None:
    """Without this, a device that signs nothing would pass all else; the other side's pace is its own."""
    for shut in (OPEN, Shut(side="responsible")):
        said = await tries(stage, mediator, act, casework(stage.world, next(TIMES), shut))
        assert [kind_of(one["statement"]) for one in said] == [act]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("name", _SHUT)
async def test_p2_nothing_is_signed_through_a_gate_that_is_only_called_open(
    stage: Stage, mediator: Person, name: str, act: Act
) -> None:
    """The device judges the signed records, and says which gate is shut in that gate's own words."""
    code, shut = _SHUT[name]
    said = await tries(stage, mediator, act, casework(stage.world, next(TIMES), shut))
    await acts.says(mediator, f"error-{code}")
    await acts.says(mediator, "error-code", code=code)
    assert said == []


@pytest.mark.parametrize("old", ["records", "consents"])
async def test_p17_older_records_do_not_pass_for_the_newest(stage: Stage, mediator: Person, old: str) -> None:
    """What was open once is shown again as if nothing had come since; a consent is rolled back."""
    before, now, later = next(TIMES), next(TIMES), next(TIMES)
    await tries(stage, mediator, "offer", casework(stage.world, now))
    older = {
        "records": casework(stage.world, before),
        "consents": casework(stage.world, later, consents_at=before),
    }
    said = await tries(stage, mediator, "offer", older[old])
    await acts.says(mediator, "error-code", code="rollback")
    assert said == []


async def test_p17_two_records_of_one_version_are_noticed(stage: Stage, mediator: Person) -> None:
    """A second history of the same gates: somebody signed both."""
    now = next(TIMES)
    await tries(stage, mediator, "offer", casework(stage.world, now))
    said = await tries(stage, mediator, "offer", casework(stage.world, now))
    await acts.says(mediator, "error-code", code="fork")
    assert said == []
