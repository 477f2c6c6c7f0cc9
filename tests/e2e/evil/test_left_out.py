# SPDX-License-Identifier: EUPL-1.2
"""A server that leaves out what a mediator signed is noticed by the device that signed it."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, Route, expect

from tests.e2e import acts
from tests.e2e.browsers import person
from tests.e2e.evil.forging import body_of
from tests.e2e.say import say
from tests.e2e.two_mediators import two_at_the_desk

LETTER = "Bonjour.\n\nLe mot est zymurgie."


async def leave_out_decisions(route: Route) -> None:
    """Answer as the server does, without any decision."""
    there = urlsplit(route.request.url)
    # The name is one that browsers alone know.
    url = there._replace(netloc=f"127.0.0.1:{there.port}").geturl()
    answer = await route.fetch(url=url, headers={**route.request.headers, "host": there.netloc})
    detail = await answer.json()
    if "statements" in detail:
        said = [one for one in detail["statements"] if body_of(one)["kind"] != "decision"]
        assert len(said) < len(detail["statements"])
        detail["statements"] = said
    await route.fulfill(response=answer, body=json.dumps(detail))


async def test_p4_a_second_yes_that_was_asked_for_cannot_be_left_out_unnoticed(
    browser: Browser, tmp_path: Path
) -> None:
    """The words stay closed and nothing is signed: the page says that something older was shown."""
    async with two_at_the_desk(tmp_path) as room:
        await room.write(LETTER)
        async with person(browser, room.origin, "en") as one:
            await one.page.goto(room.ways["mediator"])
            await acts.choose(one, "device-mine")
            await acts.press(one, "sign-in-go")
            await acts.open_from_queue(one, "desk-state-submitted")
            await acts.press(one, "decide-claim")
            await acts.press(one, "decide-second")
            await acts.press(one, "second-yes")
            await acts.says(one, "decision-second")
            await acts.press(one, "desk-back")
            await one.page.route("**/v1/messages/*", leave_out_decisions)
            await one.page.get_by_role("row").get_by_role("button").click()
            await expect(one.page.get_by_text(say("en", "error-code", code="rollback"))).to_be_visible()
            await expect(one.page.get_by_text("zymurgie")).to_have_count(0)
            await expect(acts.button(one, "decide-approve")).to_have_count(0)
