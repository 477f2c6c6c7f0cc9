# SPDX-License-Identifier: EUPL-1.2
"""What cannot be taken is refused by its code, in both languages, with what was kept and what to do next."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, Route, expect

from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person, person
from tests.e2e.relays import Demo
from tests.e2e.say import Language, say
from tests.e2e.test_film_story import SEALED, choose_film, stored_films

FILMS: Final = Path(__file__).parents[1] / "media"
REFUSED: Final = {
    "truncated.mov": "media-broken",
    "cut.mp4": "media-broken",
    "playlist.mp4": "media-unknown",  # ends as a film does, and is none
    "unknown.mp4": "media-codec",
}


@pytest.mark.parametrize(("part", "language"), [("victim", "fr"), ("responsible", "en")])
async def test_a_file_that_is_no_film_for_us_leads_to_another_one(
    relay: Demo, browser: Browser, tmp_path: Path, part: str, language: Language
) -> None:
    """No camera, no byte, damaged, a wrong ending, an unknown form; then a whole one with a wrong ending."""
    way, before = relay.ways[part], stored_films(relay)
    async with person(browser, way.origin, language, size=PHONE) as who:
        await acts.sign_in_by_link(who, way, private=True)
        await acts.press(who, "home-film")
        await acts.press(who, "film-video")
        await no_camera(who)
        await acts.press(who, "film-other")
        await who.page.locator("input[type=file]").set_input_files(FILMS / "empty.mp4")
        await acts.says(who, "error-media-empty")
        for name, code in REFUSED.items():
            await who.page.locator("input[type=file]").set_input_files(FILMS / name)
            await acts.press(who, "give-go")
            await acts.says(who, f"error-{code}")
            await acts.says(who, "error-code", code=code)
            assert await who.page.evaluate(SEALED) == {}
            await acts.press(who, "film-other")
        assert stored_films(relay) == before
        whole = shutil.copy(FILMS / "silent.mp4", tmp_path / "notes.txt")
        await who.page.locator("input[type=file]").set_input_files(whole)
        await acts.press(who, "give-go")
        await acts.says(who, "state-submitted")
        assert len(stored_films(relay)) == len(before) + 1


async def no_camera(who: Person) -> None:
    """Read that there is none, or that it may not be used: whichever this machine's browser says."""
    words = [say(who.language, f"error-camera-{how}") for how in ("missing", "refused")]
    await expect(who.page.get_by_text(words[0]).or_(who.page.get_by_text(words[1]))).to_be_visible()


class Full:
    """A relay that has no room, as it would say it itself."""

    def __init__(self, method: str, status: int, code: str) -> None:
        """Name the requests that it refuses, and how."""
        self._method, self._status, self.code = method, status, code

    async def carry(self, route: Route) -> None:
        """Refuse, or let through."""
        if route.request.method == self._method:
            return await route.fulfill(status=self._status, json={"code": self.code, "kept": None})
        return await route.continue_()


async def test_a_relay_without_room_is_said_and_what_is_sealed_waits(relay: Demo, browser: Browser) -> None:
    """A case has had its share, then the disk is full: kept sealed, and sent once there is room."""
    way = relay.ways["victim"]
    full = {
        "**/v1/messages": Full("POST", 413, "quota"),
        "**/v1/uploads/**": Full("PATCH", 507, "storage-full"),
    }
    async with person(browser, way.origin, "en", size=PHONE) as camille:
        await acts.sign_in_by_link(camille, way, private=True)
        await choose_film(camille, FILMS / "iphone.mov")
        press = "give-go"
        for place, refusal in full.items():
            await camille.context.route(place, refusal.carry)
            await acts.press(camille, press)
            await acts.says(camille, f"error-{refusal.code}")
            await acts.says(camille, "film-is-kept")
            await camille.context.unroute(place)
            press = "film-go-on"
        ((message, kept),) = (await camille.page.evaluate(SEALED)).items()
        await acts.press(camille, press)
        await acts.says(camille, "state-submitted")
        assert stored_films(relay)[message] == kept["hash"]
