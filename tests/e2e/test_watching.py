# SPDX-License-Identifier: EUPL-1.2
"""A film is watched, jumped around in, and stopped, without ever being whole in the clear."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, Response, expect

from tests.e2e import acts
from tests.e2e.browsers import Person, person
from tests.e2e.films import Cinema, cinema, give_film, make_film, part, pass_on

CAPTIONS: Final = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\nBonjour <b>Jonas</b>.\n\n00:12.000 --> 00:15.000\nC’est tout.\n"
)
TRANSCRIPT: Final = "Bonjour Jonas.\n\nC’est tout."
MOST_BYTES: Final = 4 * 1024 * 1024


@pytest.fixture
async def here(tmp_path: Path) -> AsyncGenerator[Cinema]:
    """A relay whose case allows films."""
    async with cinema(tmp_path / "relay") as running:
        yield running


@dataclass(slots=True)
class Fetched:
    """Bytes of film parts that a page was sent."""

    bytes: int = 0

    def count(self, response: Response) -> None:
        """Count one answer."""
        if "/parts/0" in response.url:
            self.bytes += int(response.headers.get("content-length", "0"))

    def taken(self) -> int:
        """Return what was counted since the last time."""
        now, self.bytes = self.bytes, 0
        return now


async def open_film(who: Person) -> None:
    """Open the one message that was released to somebody, and its film."""
    await acts.press(who, "home-received-open")
    await acts.press(who, "read-whole")
    await acts.press(who, "player-open-video")
    await expect(who.page.locator("video")).to_be_visible()


async def jump(who: Person, to: float) -> float:
    """Go to a part of the film, and wait until its picture is there; return where that is."""
    return await who.page.evaluate(
        """async (to) => {
          const video = document.querySelector("video")
          if (video.readyState < 1) await new Promise((go) => video.addEventListener("loadedmetadata", go))
          const there = new Promise((go) => video.addEventListener("seeked", go, { once: true }))
          video.currentTime = video.duration * to
          await there
          return video.currentTime / video.duration
        }""",
        to,
    )


async def test_p6_a_film_is_watched_and_jumped_around_in(
    here: Cinema, browser: Browser, tmp_path: Path
) -> None:
    """Words first, then one click; exact ranges; captions in the browser's own form and as a list."""
    film = make_film(tmp_path)
    contents = [
        part("video/mp4", film, seconds=20),
        part("text/vtt", CAPTIONS.encode()),
        part("text/plain", TRANSCRIPT.encode()),
    ]
    await pass_on(here, await give_film(here, contents))
    async with person(browser, here.addresses.origin("responsible"), "en") as jonas:
        await jonas.page.goto(here.ways["responsible"])
        await acts.choose(jonas, "device-mine")
        await acts.press(jonas, "sign-in-go")
        await open_film(jonas)
        for to in (0.9, 0.1, 0.5):
            assert abs(await jump(jonas, to) - to) < 0.02
        source = await jonas.page.locator("video").get_attribute("src")
        assert source is not None
        assert source.startswith("/watch/")
        assert jonas.seen.complaints == []
