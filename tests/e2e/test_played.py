# SPDX-License-Identifier: EUPL-1.2
"""Who is about to approve a film is told where not all of it has played, and may approve all the same."""

from pathlib import Path
from typing import Final

from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.browsers import person
from tests.e2e.films import cinema, give_film, make_film, part
from tests.e2e.say import say
from tests.e2e.test_watching import jump, show_film

#: Play from here to its end, eight times as fast.
PLAY_ON: Final = """async () => {
  const video = document.querySelector("main video")
  video.playbackRate = 8
  await Promise.all([new Promise((done) => (video.onended = done)), video.play()])
}"""


async def test_a_film_has_played_whole_only_when_nothing_was_jumped_over(
    browser: Browser, tmp_path: Path
) -> None:
    """The last quarter alone is not enough; with the rest it is, and the open form notices at once."""
    async with cinema(tmp_path / "relay") as here:
        await give_film(here, [part("video/mp4", make_film(tmp_path), seconds=20)])
        async with person(browser, here.addresses.origin("mediator"), "fr") as mediator:
            await acts.sign_in_by_link(mediator, await here.way("mediator"))
            await acts.open_from_queue(mediator, "desk-state-submitted")
            await acts.press(mediator, "decide-claim")
            await acts.press(mediator, "decide-approve")
            told = mediator.page.get_by_text(say("fr", "approve-not-played", what="video"))
            await expect(told).to_be_visible()
            await show_film(mediator)
            await jump(mediator, 0.75)
            await mediator.page.evaluate(PLAY_ON)
            await expect(told).to_be_visible()
            await jump(mediator, 0)
            await mediator.page.evaluate(PLAY_ON)
            await expect(told).to_have_count(0)
            assert mediator.seen.complaints == []
