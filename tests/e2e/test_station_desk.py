# SPDX-License-Identifier: EUPL-1.2
"""The desk at a station in a real browser: pages from this installation, letters and films from the relay."""

import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from relay.demo.casework import agree, open_gates
from relay.demo.cast import MANAGER
from relay.station.desk import desk_open
from relay.station.media.places import find_tmpfs
from relay.station.workshop import workshop_open
from tests.e2e import acts
from tests.e2e.accessibility import picture, violations
from tests.e2e.browsers import Person, person
from tests.e2e.films import give_film, part
from tests.e2e.relays import Demo, Way
from tests.e2e.say import say
from tests.e2e.two_mediators import SECOND, Room, two_at_the_desk

SECONDS: Final = 6
WATCH: Final = """async () => {
  const video = document.querySelector("video")
  if (video.readyState < 1) await new Promise((go) => video.addEventListener("loadedmetadata", go))
  return [video.duration, video.videoWidth]
}"""

SEEK: Final = """async (seconds) => {
  const video = document.querySelector("video")
  const there = new Promise((go) => video.addEventListener("seeked", go, { once: true }))
  video.currentTime = seconds
  await there
}"""


async def test_a_mediator_reads_at_a_stations_desk(relay: Demo, browser: Browser) -> None:
    """Issue 4: no code comes from the server; whoever sits here signs in at the relay all the same."""
    ways = relay.ways
    async with person(browser, ways["victim"].origin, "fr") as camille:
        await acts.sign_in_by_link(camille, ways["victim"])
        await acts.write_letter(camille, "Bonjour,\n\nJe me souviens du mot zymurgie.")
    async with (
        desk_open(f"http://localhost:{relay.port}") as desk,
        person(browser, desk.address.rstrip("/"), "fr") as mediator,
    ):
        await acts.sign_in_by_words(mediator, ways["mediator"])
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.sees(mediator, "zymurgie")
        assert mediator.seen.foreign == []
        assert mediator.seen.complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def room(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncGenerator[Room]:
    """A case with two mediators in which films may be sent, every gate open, and a film in it."""
    async with two_at_the_desk(tmp_path / "relay", channels=("letter", "video")) as running:
        await open_gates(
            running.case, participants=(running.author, running.reader), mediator=running.mediator
        )
        for hand in (running.author, running.reader):
            await agree(hand, running.case, channel="video")
        await give_film(running, [part("video/mp4", request.param(tmp_path), seconds=SECONDS)])
        yield running


def hevc_film(at: Path) -> bytes:
    """Make a film as a newer phone does: Chromium here cannot show it."""
    film = at / "hevc.mp4"
    inputs = [
        *("-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=15:duration={SECONDS}"),
        *("-f", "lavfi", "-i", f"sine=frequency=330:duration={SECONDS}"),
    ]
    encoded = ["-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1", "-x265-params", "log-level=none"]
    sound = ["-c:a", "aac", "-b:a", "32k", "-movflags", "+faststart"]
    make(*inputs, *encoded, *sound, str(film))
    return film.read_bytes()


def upright_film(at: Path) -> bytes:
    """Make a film that every browser shows, stored lying down as a phone does."""
    lying, film = at / "lying.mp4", at / "upright.mp4"
    make("-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=15:duration={SECONDS}", "-g", "15", str(lying))
    make("-i", str(lying), "-c", "copy", "-metadata:s:v:0", "rotate=90", "-movflags", "+faststart", str(film))
    return film.read_bytes()


def make(*words: str) -> None:
    """Run ffmpeg."""
    subprocess.run(["ffmpeg", "-nostdin", "-y", "-loglevel", "error", *words], check=True)


@asynccontextmanager
async def at_station(room: Room, browser: Browser) -> AsyncGenerator[Person]:
    """Sit the first mediator down at their station, its vault open, signed in with their words."""
    relay, player = room.addresses.origin(MANAGER), room.cast.players["mediator"]
    async with (
        workshop_open(relay, room.mediator.keyring) as station,
        desk_open(relay, station=station) as desk,
        person(browser, desk.address.rstrip("/"), "en") as one,
    ):
        way = Way(origin=relay, fragment="", account=player.account, words=player.words)
        await acts.sign_in_by_words(one, way)
        yield one


@asynccontextmanager
async def at_desk(room: Room, browser: Browser, part: str) -> AsyncGenerator[Person]:
    """Sit somebody down at the relay's own page."""
    async with person(browser, room.origin.replace("mediator", "responsible"), "en") as who:
        await who.page.goto(room.ways[part])
        await acts.choose(who, "device-mine")
        await acts.press(who, "sign-in-go")
        yield who


async def open_row(who: Person, kind: str) -> None:
    """Open what the queue calls ``kind``, and its words."""
    await acts.go_to_queue(who)
    row = who.page.get_by_role("row").filter(has_text=kind)
    await row.last.get_by_role("button").click()
    await acts.press(who, "review-open")


async def ask_station(who: Person, kind: str) -> None:
    """Go from an open film to the station's work, and choose a kind."""
    await who.page.get_by_text(say(who.language, "made-possible"), exact=True).click()
    await acts.press(who, "station-go-work")
    await who.page.get_by_role("radio", name=say(who.language, f"station-kind-{kind}")).check()


async def handed_in(who: Person, done: str) -> None:
    """Wait for the station, and for what it says at the end."""
    await acts.press(who, "station-go")
    await expect(who.page.get_by_role("progressbar")).to_be_visible()
    await picture(who, "station-work")
    await expect(who.page.get_by_text(say(who.language, done))).to_be_visible(timeout=60_000)


async def watched(who: Person) -> float:
    """Wait for a picture, and return how long it plays."""
    await expect(who.page.locator("video")).to_be_visible()
    seconds, width = await who.page.evaluate(WATCH)
    assert width > 0
    return float(seconds)


async def approve(who: Person, kind: str) -> None:
    """Open what was made, watch it, and approve it as another mediator."""
    await open_row(who, say(who.language, kind))
    await acts.press(who, "player-open-video")
    await watched(who)
    await acts.take_up_and_approve(who, "responsible")


@pytest.mark.parametrize("room", [hevc_film], indirect=True)
async def test_what_a_browser_cannot_show_is_handed_to_a_station(room: Room, browser: Browser) -> None:
    """The desk says so; the claim goes along; nothing is offered before a form that plays is approved."""
    async with at_desk(room, browser, "mediator") as one:
        await acts.open_from_queue(one, "desk-state-submitted")
        await acts.press(one, "player-open-video")
        await acts.says(one, "station-needed-text")
        await acts.press(one, "station-hand-over")
        await acts.says(one, "station-handed")
        await picture(one, "station-needed")
    async with at_station(room, browser) as one:
        await open_row(one, say("en", "desk-state-in_review"))
        await expect(acts.button(one, "claim-let-go")).to_be_visible()  # still this mediator's
        await ask_station(one, "watchable")
        await acts.press(one, "station-go")
        await acts.press(one, "station-stop")
        await expect(acts.button(one, "station-go")).to_be_visible()
        assert list(find_tmpfs().glob("relay-film-*")) == []
        await picture(one, "station-form")
        await handed_in(one, "station-done-review")
        await open_row(one, say("en", "desk-state-in_review"))
        await acts.begin_approval(one)
        await acts.press(one, "approve-yes", side=say("en", "side-within-responsible"))
        await acts.says(one, "decided-done")
        await offer(one)
        await acts.says(one, "error-code", code="film-needs-form")
        async with at_desk(room, browser, SECOND) as second:
            await approve(second, "desk-kind-rendition")
        await acts.press(one, "offer-yes")
        await acts.says(one, "decided-done")
        assert one.seen.foreign == []


@pytest.mark.parametrize("room", [hevc_film], indirect=True)
async def test_a_page_that_was_closed_finds_what_the_station_does_meanwhile(
    room: Room, browser: Browser
) -> None:
    """The work goes on while nobody looks; whoever signs in again sees it run, or how it ended."""
    async with at_station(room, browser) as one:
        await open_row(one, say("en", "desk-state-submitted"))
        await acts.press(one, "decide-claim")
        await ask_station(one, "watchable")
        await acts.press(one, "station-go")
        await expect(one.page.get_by_role("progressbar")).to_be_visible()
        player = room.cast.players["mediator"]
        await acts.sign_in_by_words(
            one, Way(origin=one.origin, fragment="", account=player.account, words=player.words)
        )
        await open_row(one, say("en", "desk-state-in_review"))
        await one.page.get_by_text(say("en", "made-possible"), exact=True).click()
        await acts.press(one, "station-go-work")
        await picture(one, "station-found-again")
        await expect(one.page.get_by_text(say("en", "station-done-review"))).to_be_visible(timeout=60_000)
        assert one.seen.complaints == []


async def draw_a_corner(who: Person) -> None:
    """Draw over the upper right quarter of the open film, and leave the drawing where it is."""
    await ask_station(who, "blur")
    await acts.press(who, "player-open-video")
    await watched(who)
    await acts.press(who, "station-draw")
    over = who.page.locator("svg.placing-drawing")
    await over.scroll_into_view_if_needed()
    frame = await over.bounding_box()
    assert frame is not None
    # Upright in a frame as wide as the page: there is nothing of the picture left and right of it.
    wide = frame["height"] * 180 / 320
    left, top = frame["x"] + frame["width"] / 2, frame["y"]
    await who.page.mouse.move(left, top + frame["height"] / 2)
    await who.page.mouse.down()
    await who.page.mouse.move(left + wide / 4, top + 20)
    await who.page.mouse.move(left + wide, top - 5)
    await who.page.mouse.up()
    await expect(who.page.locator("svg.placing-drawing")).to_have_count(0)


async def written(who: Person, key: str) -> float:
    """Return the number in a field."""
    return float(await who.page.get_by_label(say(who.language, key), exact=True).input_value())


async def take_passage(who: Person, start: float, end: float) -> None:
    """Move the open film to two places, take them as a passage, and put that into the list."""
    for seconds, key in ((start, "station-from-here"), (end, "station-to-here")):
        await who.page.evaluate(SEEK, seconds)
        await acts.press(who, key)
    await acts.press(who, "station-place-add")


@pytest.mark.parametrize("room", [upright_film], indirect=True)
async def test_what_a_station_leaves_out_is_confirmed_and_watched(room: Room, browser: Browser) -> None:
    """From the station's page to its author's yes, another mediator's, offer, release and picture."""
    async with at_station(room, browser) as one:
        await open_row(one, say("en", "desk-state-submitted"))
        await draw_a_corner(one)
        edges = [await written(one, f"placing-{edge}") for edge in ("left", "top", "width", "height")]
        assert edges == pytest.approx([50, 0, 50, 50], abs=2)
        await one.page.get_by_label(say("en", "placing-height"), exact=True).press("ArrowUp")
        assert await written(one, "placing-height") > edges[3]
        await acts.press(one, "station-place-add")
        await expect(one.page.locator("svg .placing-hidden")).to_be_visible()
        await picture(one, "station-blur")
        assert await violations(one) == []
        await one.page.get_by_role("radio", name=say("en", "station-kind-cut")).check()
        await acts.press(one, "station-go")
        await acts.says(one, "station-refused-span-missing")
        await take_passage(one, 1, 3)
        await acts.says(one, "station-span", **{"from": "0:01.0", "to": "0:03.0"})
        await picture(one, "station-cut")
        await handed_in(one, "station-done-author")
    async with at_desk(room, browser, "victim") as camille:
        await acts.press(camille, "home-proposed-open")
        await acts.heading(camille, "proposed-title")
        await picture(camille, "proposed-film")
        await acts.button(camille, "player-open-video").last.click()
        assert await watched(camille) == pytest.approx(SECONDS - 2, abs=0.3)
        await acts.press(camille, "proposed-yes-shorter")
        await acts.says(camille, "proposed-said-yes")
    async with (
        at_desk(room, browser, SECOND) as second,
        at_desk(room, browser, "responsible") as jonas,
    ):
        await approve(second, "desk-kind-redaction")
        await acts.offer(second, "responsible", "A video of four seconds.")
        await acts.press(jonas, "home-offered-open")
        await acts.sees(jonas, "A video of four seconds.")
        await acts.press(jonas, "offered-ready", what="film")
        await acts.says(jonas, "offered-is-ready")
        await acts.release(second)
        await acts.press(jonas, "offered-read", what="film")
        await acts.press(jonas, "read-whole", what="film")
        await acts.press(jonas, "player-open-video")
        assert await watched(jonas) == pytest.approx(SECONDS - 2, abs=0.3)
        assert jonas.seen.complaints == []


async def offer(who: Person) -> None:
    """Offer the open film to its reader."""
    await acts.press(who, "decide-offer")
    side = say(who.language, "side-within-responsible")
    await who.page.get_by_label(say(who.language, "offer-note", side=side)).fill("A video.")
    await acts.press(who, "offer-yes")
