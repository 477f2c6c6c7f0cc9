# SPDX-License-Identifier: EUPL-1.2
"""A film on its way: recorded, looked at, sealed, sent; lapsed and sent anew; refused where all is full."""

import asyncio
import base64
import hashlib
import re
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import pytest_asyncio
from playwright.async_api import Browser, CDPSession, Route, expect

from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person, chromium, person
from tests.e2e.films import KEPT
from tests.e2e.phone import TOLD, a_phone_film
from tests.e2e.relays import Demo
from tests.e2e.say import say

CAMERA: Final = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
MIB: Final = 2**20
_SLICES: Final = 3
SOUNDS: Final = """async () => {
  const sound = document.querySelector("main audio")
  await sound.play()
  return sound.error === null
}"""
ASKED: Final = "Your street can be seen through the window."
SPOKEN: Final = "Good day. This is my voice, quietly."
OFFERED: Final = "A short voice message."
#: What a browser says of its room is its own affair: Chromium says the same whatever is left.
SAYS: Final = (
    "(quota) => { navigator.storage.estimate = async () => (quota === null ? {} : { quota, usage: 0 }) }"
)
#: Hashes of the sealed films on this device, by name: what waits there is ciphertext.
SEALED: Final = """async () => {
  const root = await navigator.storage.getDirectory()
  const shelf = await root.getDirectoryHandle("sealed", { create: true })
  const found = {}
  for await (const [name, handle] of shelf.entries()) {
    const bytes = await (await handle.getFile()).arrayBuffer()
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")
    found[name] = { size: bytes.byteLength, hash }
  }
  return found
}"""
PLAYS: Final = """async () => {
  const video = document.querySelector("main video")
  await video.play()
  return [video.videoWidth, video.error === null]
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def camera() -> AsyncGenerator[Browser]:
    """Chromium with an invented camera and microphone."""
    async with chromium(*CAMERA) as running:
        yield running


def stored_films(relay: Demo) -> dict[str, str]:
    """Return the hash of what the server's disk holds of each message's first part, by message."""
    parts = (relay.folder / "content" / "blobs").glob("*/0")
    return {part.parent.name: hashlib.sha256(part.read_bytes()).hexdigest() for part in parts}


async def choose_film(who: Person, film: Path) -> None:
    """Choose a file and wait until it can be looked at."""
    await acts.press(who, "home-film")
    await who.page.locator("input[type=file]").set_input_files(film)
    await acts.heading(who, "film-look-title")


async def paused(who: Person) -> None:
    """Wait until the sending has given up on the line, which takes some tries."""
    await expect(who.page.get_by_text(say(who.language, "stage-cut"))).to_be_visible(timeout=90_000)


class Line:
    """A line that breaks after so many pieces of a film."""

    left = 0

    async def carry(self, route: Route) -> None:
        """Let a request through, or break off."""
        if route.request.method != "PATCH":
            return await route.continue_()
        if self.left <= 0:
            return await route.abort("connectionreset")
        self.left -= 1
        return await route.continue_()


class Lapsed:
    """A relay that has given up waiting for one message, as it does after seven days."""

    def __init__(self, message: str) -> None:
        """Name the message."""
        self._message = message

    async def carry(self, route: Route) -> None:
        """Let a request through; of that message refuse what the relay would, and say what it would."""
        if route.request.method == "POST" and route.request.url.endswith("/v1/messages"):
            posted: dict[str, Any] = route.request.post_data_json or {}
            body = str(posted["manifest"]["body"])
            if self._message.encode() in base64.urlsafe_b64decode(body + "=="):
                return await route.fulfill(status=409, json={"code": "not-allowed"})
        # Names under ``localhost`` are the browser's own.
        place = urlsplit(route.request.url)
        near = urlunsplit(place._replace(netloc=f"127.0.0.1:{place.port}"))
        answer = await route.fetch(url=near, headers={**route.request.headers, "host": place.netloc})
        found = await answer.json()
        for view in [found.get("view"), *found.get("messages", [])]:
            if view and view["message"] == self._message:
                view["state"] = "expired"
        return await route.fulfill(response=answer, json=found)


async def test_p25_a_film_that_lapsed_is_sealed_anew_from_what_lies_on_the_device(
    relay: Demo, browser: Browser, tmp_path: Path
) -> None:
    """It says so, and goes out as a message of its own; of the old one nothing stays, and nothing is sent."""
    film = await asyncio.to_thread(a_phone_film, tmp_path / "phone.mov")
    way, line, before = relay.ways["victim"], Line(), set(stored_films(relay))
    async with person(browser, way.origin, "fr", size=PHONE) as camille:
        await camille.context.route("**/v1/uploads/**", line.carry)
        await acts.sign_in_by_link(camille, way, private=True)
        await choose_film(camille, film)
        await acts.press(camille, "give-go")
        await paused(camille)
        (old,) = await camille.page.evaluate(SEALED)
        await camille.context.route(re.compile(r"/v1/messages(/[^/]+)?(\?.*)?$"), Lapsed(old).carry)
        line.left = 1_000_000
        await camille.page.reload()
        await acts.says(camille, "home-unsent-lapsed")
        await acts.press(camille, "home-unsent-again")
        await expect(camille.page.get_by_text(say("fr", "home-unsent-title"))).to_have_count(
            0, timeout=60_000
        )
        assert await camille.page.evaluate(SEALED) == {}
        (fresh,) = set(stored_films(relay)) - before
        assert fresh != old
        assert not any(told.encode() in sent for sent in camille.seen.sent for told in TOLD)


async def test_a_recording_is_made_looked_at_and_sent_and_made_anew(relay: Demo, camera: Browser) -> None:
    """Camera, microphone, slices, preview, poster and captions, under the strict content policy."""
    way, before = relay.ways["victim"], len(stored_films(relay))
    async with person(camera, way.origin, "en", size=PHONE) as camille:
        await acts.sign_in_by_link(camille, way, private=True)
        await acts.press(camille, "home-film")
        await record(camille)
        width, whole = await camille.page.evaluate(PLAYS)
        assert (width > 0, whole) == (True, True)
        await acts.fill(camille, "film-captions-label", "Hello.\nThis is me.")
        await acts.press(camille, "give-go")
        await acts.says(camille, "state-submitted")
        assert len(stored_films(relay)) == before + 1
        await made_anew(relay, camera, camille)
        assert len(stored_films(relay)) == before + 2
        assert camille.seen.complaints == []


async def speak(who: Person) -> None:
    """Go on until three slices of what is said, of a second each, lie sealed on this device."""
    sizes: set[int] = set()
    async with asyncio.timeout(60):
        while len(sizes - {0}) < _SLICES:
            sizes.add(await who.page.evaluate(KEPT))
            await asyncio.sleep(0.2)


async def record(who: Person) -> None:
    """Record a few seconds, until they can be looked at."""
    await acts.press(who, "film-video")
    await acts.says(who, "film-heard")
    await acts.press(who, "film-start")
    await speak(who)
    await acts.press(who, "film-stop")
    await acts.heading(who, "film-look-title")
    await expect(who.page.locator("main video")).to_be_visible()


async def made_anew(relay: Demo, browser: Browser, camille: Person) -> None:
    """A mediator returns the film with a note; its author records another, and the mediator has both."""
    way = relay.ways["mediator"]
    async with person(browser, way.origin, "fr") as mediator:
        await acts.sign_in_by_link(mediator, way)
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.press(mediator, "decide-claim")
        await acts.press(mediator, "decide-return")
        await acts.fill(mediator, "return-note", ASKED)
        await acts.press(mediator, "return-yes")
        await acts.says(mediator, "decision-return")
        await acts.sees(camille, ASKED)
        await acts.press(camille, "sent-film-again")
        await acts.says(camille, "film-returned-hint")
        await acts.sees(camille, ASKED)
        await record(camille)
        await acts.press(camille, "give-go")
        await acts.says(camille, "state-submitted")
        await acts.press(mediator, "version-open")  # the one that was returned still stands open
        await acts.press(mediator, "review-open")
        await acts.heading(mediator, "version-before")
        await acts.sees(mediator, ASKED)


async def test_a_recording_outlives_its_tab(relay: Demo, camera: Browser) -> None:
    """Who comes back finds what was recorded, sealed, and can send it."""
    way = relay.ways["victim"]
    async with person(camera, way.origin, "en") as camille:
        await acts.sign_in_by_link(camille, way, private=True)
        await acts.press(camille, "home-film")
        await acts.press(camille, "film-voice")
        await acts.press(camille, "film-start")
        await speak(camille)
        await camille.page.reload()
        await acts.press(camille, "home-film")
        await acts.says(camille, "film-left")
        await acts.press(camille, "film-left-use")
        await acts.heading(camille, "film-look-title", what="sound")
        await acts.fill(camille, "film-captions-label", "Good day.\nThis is my voice.")
        await acts.fill(camille, "film-words-label", SPOKEN)
        await left_and_found_again(camille)
        await acts.press(camille, "give-go")
        await acts.says(camille, "state-submitted")
        await acts.go_home(camille)
        await acts.press(camille, "home-film")
        await acts.says(camille, "film-lead")
        await expect(camille.page.get_by_text("kept on this device, sealed")).to_have_count(0)
    await heard_by_the_other(relay, camera)


async def left_and_found_again(who: Person) -> None:
    """Leave what was recorded and written for later; another look finds both, however often one looks."""
    await acts.press(who, "film-leave")
    await acts.heading(who, "home-title")
    for _ in range(3):
        await who.page.evaluate("dispatchEvent(new Event('focus'))")
    await acts.press(who, "home-recording-open")
    await acts.press(who, "film-left-use")
    written = who.page.get_by_label(say(who.language, "film-words-label"), exact=True)
    await expect(written).to_have_value(SPOKEN)


async def heard_by_the_other(relay: Demo, browser: Browser) -> None:
    """A mediator reads what is said before anything plays; its addressee reads it and listens."""
    async with (
        person(browser, relay.ways["mediator"].origin, "en") as mediator,
        person(browser, relay.ways["responsible"].origin, "fr", size=PHONE) as jonas,
    ):
        await acts.sign_in_by_link(mediator, relay.ways["mediator"])
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.sees(mediator, SPOKEN)
        await expect(mediator.page.locator("main video, main audio")).to_have_count(0)
        await acts.take_up_and_approve(mediator, "responsible")
        await acts.sign_in_by_link(jonas, relay.ways["responsible"])
        await acts.pass_a_film_on(mediator, jonas, side="responsible", note=OFFERED)
        await acts.heading(jonas, "read-title", what="film")
        await acts.press(jonas, "read-whole", what="film")
        await acts.sees(jonas, SPOKEN)
        await acts.press(jonas, "player-open-sound")
        await acts.sees(jonas, "This is my voice.")
        assert await jonas.page.evaluate(SOUNDS)


class Room:
    """How much a browser would keep for one origin, as this test says."""

    def __init__(self, session: CDPSession, origin: str) -> None:
        """Take hold of the browser's store of ``origin``."""
        self._session, self._origin = session, origin

    async def leave(self, size: int | None) -> None:
        """Leave so many bytes beyond what lies there already; the whole disk again for nothing."""
        told: dict[str, object] = {"origin": self._origin}
        if size is not None:
            found = await self._session.send("Storage.getUsageAndQuota", told)
            told["quotaSize"] = int(found["usage"]) + size
        await self._session.send("Storage.overrideQuotaForOrigin", told)


async def test_a_store_that_is_full_in_the_middle_says_what_was_kept(
    relay: Demo, camera: Browser, tmp_path: Path
) -> None:
    """Too little is said beforehand; a recording that it ends is kept and can be sent; a file is refused."""
    way, before = relay.ways["victim"], len(stored_films(relay))
    film = await asyncio.to_thread(a_phone_film, tmp_path / "phone.mov")
    async with person(camera, way.origin, "en", size=PHONE) as camille:
        await acts.sign_in_by_link(camille, way, private=True)
        room = Room(await camille.context.new_cdp_session(camille.page), way.origin)
        await acts.press(camille, "home-film")
        await camille.page.evaluate(SAYS, 2 * MIB)
        await acts.press(camille, "film-video")
        await acts.says(camille, "error-no-room")
        await expect(acts.button(camille, "film-start")).to_have_count(0)
        await acts.press(camille, "film-leave")
        await camille.page.evaluate(SAYS, 50 * MIB)
        await acts.press(camille, "film-video")
        await acts.says(camille, "film-room", minutes=2)
        await acts.press(camille, "film-start")
        await acts.says(camille, "film-recording")
        await speak(camille)
        await room.leave(0)
        await acts.says(camille, "film-stopped-kept")
        await acts.says(camille, "error-no-room")
        await acts.press(camille, "film-left-use")
        await acts.heading(camille, "film-look-title")
        width, whole = await camille.page.evaluate(PLAYS)
        assert (width > 0, whole) == (True, True)

        await camille.page.evaluate(SAYS, None)
        await acts.press(camille, "give-go")
        await acts.says(camille, "error-no-room")
        assert await camille.page.evaluate(SEALED) == {}
        await room.leave(None)
        await acts.press(camille, "again")
        await acts.says(camille, "state-submitted")
        assert len(stored_films(relay)) == before + 1

        await acts.go_home(camille)
        await choose_film(camille, film)
        await room.leave(MIB)
        await acts.press(camille, "give-go")
        await acts.says(camille, "error-no-room")
        assert await camille.page.evaluate(SEALED) == {}
        assert len(stored_films(relay)) == before + 1
