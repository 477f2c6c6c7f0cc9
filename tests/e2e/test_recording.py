# SPDX-License-Identifier: EUPL-1.2
"""Speaking to a telephone held upright: what one needs stays in sight, and one can stop for breath."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Final

import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.e2e import acts
from tests.e2e.browsers import Person, chromium, person
from tests.e2e.films import KEPT
from tests.e2e.relays import Demo
from tests.e2e.say import say
from tests.e2e.test_film_story import CAMERA, PLAYS, speak

SMALL: Final = (360, 740)
PAUSE_SECONDS: Final = 4
#: A camera that stands upright, as a telephone's does: Chromium's invented one is cut to that shape.
UPRIGHT: Final = """(() => {
  const media = navigator.mediaDevices
  const ask = media.getUserMedia.bind(media)
  media.getUserMedia = ({ audio, video }) =>
    ask({ audio, video: video && { width: { exact: 405 }, height: { exact: 720 } } })
})()"""
#: Whether a button lies in the window, and nothing lies over it.
IN_SIGHT: Final = """(button) => {
  const { left, width, top, bottom } = button.getBoundingClientRect()
  const on = (y) => document.elementFromPoint(left + width / 2, y)
  return [top + 2, bottom - 2].every((y) => button.contains(on(y)))
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def camera() -> AsyncGenerator[Browser]:
    """Chromium with an invented camera and microphone."""
    async with chromium(*CAMERA) as running:
        yield running


async def in_sight(who: Person, *keys: str) -> None:
    """See that each of these buttons can be pressed without scrolling."""
    for key in keys:
        shown = await acts.button(who, key).evaluate(IN_SIGHT)
        assert shown, f"{key} is out of sight"


async def test_one_can_pause_and_every_button_stays_in_sight_under_ones_own_face(
    relay: Demo, camera: Browser
) -> None:
    """In the pause nothing is kept and no time passes; what was said before and after is one film."""
    way = relay.ways["victim"]
    async with person(camera, way.origin, "fr", size=SMALL) as camille:
        await camille.context.add_init_script(UPRIGHT)
        await acts.sign_in_by_link(camille, way, private=True)
        await acts.press(camille, "home-film")
        await acts.press(camille, "film-video")
        await acts.says(camille, "film-heard")
        await acts.press(camille, "film-start")
        await acts.says(camille, "film-recording")
        await camille.page.evaluate("scrollTo(0, 0)")
        await in_sight(camille, "film-stop", "film-pause")
        await speak(camille)
        await paused(camille)
        await speak(camille)
        await acts.press(camille, "film-stop")
        await acts.heading(camille, "film-look-title")
        width, whole = await camille.page.evaluate(PLAYS)
        assert (width > 0, whole) == (True, True)
        await acts.press(camille, "give-go")
        await acts.says(camille, "state-submitted")
        assert camille.seen.complaints == []


async def paused(who: Person) -> None:
    """Stop for breath: what was said is kept at once, nothing more is, and the time stands still."""
    await acts.press(who, "film-pause")
    await acts.says(who, "film-paused")
    await asyncio.sleep(1)
    kept, shown = await who.page.evaluate(KEPT), await who.page.get_by_role("timer").inner_text()
    await asyncio.sleep(PAUSE_SECONDS)
    assert await who.page.evaluate(KEPT) == kept
    await expect(who.page.get_by_role("timer")).to_have_text(shown)
    await in_sight(who, "film-stop", "film-resume")
    await acts.press(who, "film-resume")
    await expect(who.page.get_by_text(say(who.language, "film-paused"))).to_have_count(0)


async def test_on_a_shared_device_a_recording_is_not_lost_by_signing_out(
    relay: Demo, camera: Browser
) -> None:
    """One is asked first; who leaves all the same is told that it waits in this page, and finds it there."""
    way = relay.ways["victim"]
    async with person(camera, way.origin, "fr", size=SMALL) as camille:
        await acts.sign_in_by_link(camille, way)
        await acts.press(camille, "home-film")
        await acts.press(camille, "film-voice")
        await acts.press(camille, "film-start")
        await speak(camille)
        await acts.press(camille, "sign-out")
        await acts.says(camille, "idle-recording")
        await acts.press(camille, "idle-stay")
        await acts.says(camille, "film-recording")
        await acts.press(camille, "film-stop")
        await acts.heading(camille, "film-look-title", what="sound")
        await acts.press(camille, "sign-out")
        await acts.press(camille, "idle-leave")
        await acts.says(camille, "out-recording")
        await acts.press(camille, "out-again")
        await acts.give_words(camille, way)
        await acts.press(camille, "home-recording-open")
        await acts.press(camille, "film-left-use")
        await acts.heading(camille, "film-look-title", what="sound")
