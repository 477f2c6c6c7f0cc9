# SPDX-License-Identifier: EUPL-1.2
"""A film is watched, jumped around in, and stopped, without ever being whole in the clear."""

import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from relay.crypto.stream import STORED_CHUNK_BYTES
from relay.station.writing import take_back
from tests.e2e import acts
from tests.e2e.browsers import Person, person
from tests.e2e.changing import Lie, lie_about
from tests.e2e.films import Cinema, cinema, give_film, make_film, part, pass_on, seal_film
from tests.e2e.say import say
from tests.e2e.traffic import Traffic

CAPTIONS: Final = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\nBonjour <b>Jonas</b>.\n\n00:12.000 --> 00:15.000\nC’est tout.\n"
)
TRANSCRIPT: Final = "Bonjour Jonas.\n\nC’est tout."
CUES: Final = "[...document.querySelector('video').textTracks[0].cues].map((cue) => cue.text)"
MOST_BYTES: Final = 4 * 1024 * 1024
# No browser of today lacks workers in an ordinary window; this one says nothing, as some private windows do.
NO_WORKER: Final = "navigator.serviceWorker.register = () => new Promise(() => undefined)"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Cinema]:
    """A relay whose case allows films, with one that was released: for all who change nothing in it."""
    async with cinema(tmp_path_factory.mktemp("here") / "relay") as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def film(here: Cinema, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The one film of ``here``."""
    return await release_film(here, tmp_path_factory.mktemp("film"))


@pytest_asyncio.fixture(loop_scope="session")
async def own(tmp_path: Path) -> AsyncGenerator[Cinema]:
    """A relay of one's own whose case allows films, and nothing in it."""
    async with cinema(tmp_path / "relay") as running:
        yield running


async def release_film(here: Cinema, folder: Path) -> str:
    """Release a film of 20 seconds with captions and a transcript; return its message's id."""
    contents = [
        part("video/mp4", make_film(folder), seconds=20),
        part("text/vtt", CAPTIONS.encode()),
        part("text/plain", TRANSCRIPT.encode()),
    ]
    message = await give_film(here, contents)
    await pass_on(here, message)
    return message


def reader(here: Cinema, browser: Browser) -> AbstractAsyncContextManager[Person]:
    """Return the addressee at a browser."""
    return person(browser, here.addresses.origin("responsible"), "en")


async def open_film(who: Person, here: Cinema) -> None:
    """Sign in, open the one message that was released, and its film."""
    await open_message(who, here)
    await show_film(who)


async def show_film(who: Person) -> None:
    """Give the one click."""
    await acts.press(who, "player-open-video")
    await expect(who.page.locator("video")).to_be_visible()


async def open_message(who: Person, here: Cinema) -> None:
    """Sign in, and open the one message that was released, as far as its words."""
    await who.page.goto((await here.way("responsible")).link)
    await acts.choose(who, "device-mine")
    await acts.press(who, "sign-in-go")
    await acts.press(who, "home-received-open")
    await acts.press(who, "read-whole", what="film")
    await expect(
        who.page.get_by_role("article").or_(acts.button(who, "player-open-video")).first
    ).to_be_visible()


async def jump(who: Person, to: float) -> float:
    """Go to a part of the film, and wait until its picture is there; return where that is."""
    return await who.page.evaluate(
        """async (to) => {
          const video = document.querySelector("video")
          if (video.readyState < 1) await new Promise((go) => video.addEventListener("loadedmetadata", go))
          const there = new Promise((go) => video.addEventListener("seeked", go, { once: true }))
          video.currentTime = video.duration * to
          const late = new Promise((_, no) => setTimeout(() => no(new Error("no picture")), 30_000))
          await Promise.race([there, late])
          return video.currentTime / video.duration
        }""",
        to,
    )


async def captions(who: Person) -> list[str]:
    """Return the film's captions, once the browser has read them: it does so in its own time."""
    await who.page.wait_for_function("document.querySelector('video track')?.readyState === 2")
    found: list[str] = await who.page.evaluate(CUES)
    return found


async def stopped(who: Person, code: str) -> None:
    """Wait until the picture is gone and the page says why."""
    await acts.says(who, "player-stopped")
    await acts.says(who, "error-code", code=code)
    await expect(who.page.locator("video")).to_have_count(0)


async def test_p6_a_film_is_watched_and_jumped_around_in(here: Cinema, film: str, browser: Browser) -> None:
    """Words first, then one click; exact ranges; captions in the browser's own form and as a list."""
    async with reader(here, browser) as jonas:
        await open_message(jonas, here)
        await acts.sees(jonas, "Bonjour Jonas.")
        assert await jonas.page.locator("video").count() == 0
        await show_film(jonas)
        await expect(jonas.page.locator("video")).to_be_focused()
        for to in (0.9, 0.1, 0.5):
            assert abs(await jump(jonas, to) - to) < 0.02
        assert await jonas.page.evaluate("document.querySelector('video').paused")
        assert await captions(jonas) == ["Bonjour Jonas.", "C’est tout."]
        await jonas.page.get_by_text(say("en", "player-captions")).click()
        await acts.press(jonas, "player-cue-go", time="00:12")
        assert await jonas.page.evaluate("document.querySelector('video').currentTime") == 12
        assert jonas.seen.complaints == []


async def test_p6_its_address_is_of_no_use_to_another_tab(here: Cinema, film: str, browser: Browser) -> None:
    """The same browser, the same worker, the same address: 403, and exactly 206 for the page itself."""
    look = """async (source) => {
      const answer = await fetch(source, { headers: { Range: "bytes=100-299" } })
      const { status, headers } = answer
      const size = (await answer.arrayBuffer()).byteLength
      return [status, size, headers.get("content-range")?.split("/")[0], headers.get("cache-control")]
    }"""
    async with reader(here, browser) as jonas:
        await open_film(jonas, here)
        source = await jonas.page.locator("video").get_attribute("src")
        assert source is not None
        assert await jonas.page.evaluate(look, source) == [206, 200, "bytes 100-299", "no-store"]
        other = await jonas.context.new_page()
        await other.goto(jonas.origin)
        assert (await other.evaluate(look, source))[:2] == [403, 0]
        await acts.press(jonas, "player-close-video")
        await expect(jonas.page.locator("video")).to_have_count(0)
        assert (await jonas.page.evaluate(look, source))[:2] == [403, 0]


async def test_a_worker_that_was_ended_is_handed_the_film_again(
    here: Cinema, film: str, browser: Browser
) -> None:
    """The browser ends workers as it likes; whoever watches does not notice."""
    async with reader(here, browser) as jonas:
        await open_film(jonas, here)
        await jump(jonas, 0.2)
        session = await jonas.context.new_cdp_session(jonas.page)
        await session.send("ServiceWorker.enable")
        await session.send("ServiceWorker.stopAllWorkers")
        for to in (0.95, 0.05):
            assert abs(await jump(jonas, to) - to) < 0.02
        assert await jonas.page.locator("video").count() == 1


def _from(place: int, change: Callable[[bytes], bytes]) -> Lie:
    """Return a lie about everything from a chunk on."""
    return lambda body, start: change(body) if start >= place * STORED_CHUNK_BYTES else body


def _flipped(body: bytes) -> bytes:
    return bytes([body[0] ^ 1]) + body[1:]


def _reordered(body: bytes) -> bytes:
    return body[STORED_CHUNK_BYTES:] + body[:STORED_CHUNK_BYTES]


def _turned(table: bytes) -> bytes:
    """Return a leaf table with its first row at the end."""
    return table[32:] + table[:32]


def _repeated(body: bytes) -> bytes:
    return body[:STORED_CHUNK_BYTES] * (len(body) // STORED_CHUNK_BYTES)


LIES: Final[dict[str, tuple[str, Lie]]] = {
    "one bit": ("tree-wrong", _from(1, _flipped)),
    "the order of chunks": ("tree-wrong", _from(1, _reordered)),
    "one chunk again and again": ("tree-wrong", _from(1, _repeated)),
    "fewer bytes than were asked for": ("size-wrong", _from(1, lambda body: body[:-1])),
    "more bytes than were asked for": ("size-wrong", _from(1, lambda body: body + body[:16])),
    "nothing": ("size-wrong", _from(1, lambda _: b"")),
    "the very first chunk": ("tree-wrong", _from(0, _flipped)),
}


@pytest.mark.parametrize("name", LIES)
async def test_p6_a_film_stops_where_the_server_lies(
    here: Cinema, film: str, browser: Browser, name: str
) -> None:
    """Not a frame of what was changed; a sentence and a code instead of the picture."""
    code, lie = LIES[name]
    async with reader(here, browser) as jonas:
        await open_message(jonas, here)
        told = await lie_about(jonas, "**/parts/0", lie)
        await acts.press(jonas, "player-open-video")
        await stopped(jonas, code)
        assert told


async def test_p6_a_film_stops_at_another_films_chunks(
    here: Cinema, film: str, browser: Browser, tmp_path: Path
) -> None:
    """The same picture by the same author, sealed as another message: its chunks are foreign."""
    (foreign, *_) = seal_film(here, [part("video/mp4", make_film(tmp_path), seconds=20)]).parts
    async with reader(here, browser) as jonas:
        await open_message(jonas, here)
        told = await lie_about(
            jonas, "**/parts/0", _from(1, lambda body: foreign[STORED_CHUNK_BYTES:][: len(body)])
        )
        await acts.press(jonas, "player-open-video")
        await stopped(jonas, "tree-wrong")
        assert told


async def test_p6_a_film_is_not_begun_with_the_table_of_another_part(
    here: Cinema, film: str, browser: Browser
) -> None:
    """The table of its captions is signed, too, and is not the film's."""
    captions = await here.author.client.leaves(film, 1)
    async with reader(here, browser) as jonas:
        await open_message(jonas, here)
        told = await lie_about(jonas, "**/parts/0/leaves", lambda _table, _start: captions)
        await acts.press(jonas, "player-open-video")
        await acts.says(jonas, "player-stopped")
        assert told


@pytest.mark.parametrize("change", [_flipped, _turned, lambda table: table[32:], lambda table: table * 2])
async def test_p6_a_film_is_not_begun_with_a_table_that_was_not_signed(
    here: Cinema, film: str, browser: Browser, change: Callable[[bytes], bytes]
) -> None:
    """The table leads to the signed root, or nothing is asked for."""
    async with reader(here, browser) as jonas:
        await open_message(jonas, here)
        told = await lie_about(jonas, "**/parts/0/leaves", lambda table, _: change(table))
        await acts.press(jonas, "player-open-video")
        await acts.says(jonas, "player-stopped")
        assert told


async def test_p12_a_film_that_is_taken_back_is_gone_while_it_plays(
    own: Cinema, browser: Browser, tmp_path: Path
) -> None:
    """The page hears of it and drops the picture; nothing more of it is served."""
    hand, film = own.author, await release_film(own, tmp_path)
    async with reader(own, browser) as jonas:
        await open_film(jonas, own)
        await jump(jonas, 0.1)
        source = await jonas.page.locator("video").get_attribute("src")
        await take_back(hand.client, hand.keyring, hand.believed, film, number=hand.next_number())
        await acts.heading(jonas, "gone-title")
        await expect(jonas.page.locator("video")).to_have_count(0)
        assert await jonas.page.evaluate("async (at) => (await fetch(at)).status", source) == 403


async def test_p12_a_film_that_is_taken_back_stops_where_the_news_does_not_come(
    own: Cinema, browser: Browser, tmp_path: Path
) -> None:
    """Without a line for news, the next range is refused, and the page says so."""
    hand, film = own.author, await release_film(own, tmp_path)
    async with reader(own, browser) as jonas:
        await jonas.page.route("**/v1/events", lambda route: route.abort())
        await open_message(jonas, own)
        told = await lie_about(jonas, "**/parts/0", lambda body, _: body)
        await acts.press(jonas, "player-open-video")
        await take_back(hand.client, hand.keyring, hand.believed, film, number=hand.next_number())
        await jonas.page.evaluate(
            "document.querySelector('video') && (document.querySelector('video').currentTime = 19)"
        )
        await acts.says(jonas, "player-stopped")
        await expect(jonas.page.locator("video")).to_have_count(0)
        assert not told


async def test_leaving_forgets_the_film(here: Cinema, film: str, browser: Browser) -> None:
    """After a reload nobody answers for its address any more."""
    async with reader(here, browser) as jonas:
        await open_film(jonas, here)
        source = await jonas.page.locator("video").get_attribute("src")
        await jonas.page.goto(jonas.origin)
        assert await jonas.page.evaluate("async (at) => (await fetch(at)).status", source) == 403


async def test_where_no_worker_runs_a_short_film_is_opened_whole_by_the_same_checks(
    here: Cinema, film: str, browser: Browser
) -> None:
    """A registration that is never answered is given up on; the film is opened in memory."""
    async with reader(here, browser) as jonas:
        await jonas.context.add_init_script(NO_WORKER)
        await open_film(jonas, here)
        assert abs(await jump(jonas, 0.9) - 0.9) < 0.02
        source = await jonas.page.locator("video").get_attribute("src")
        assert source is not None
        assert source.startswith("blob:")


async def test_p6_where_no_worker_runs_a_changed_film_is_not_shown(
    here: Cinema, film: str, browser: Browser
) -> None:
    """One bit, and nothing of it."""
    async with reader(here, browser) as jonas:
        await jonas.context.add_init_script(NO_WORKER)
        await open_message(jonas, here)
        assert await lie_about(jonas, "**/parts/0", _from(1, _flipped)) == []
        await acts.press(jonas, "player-open-video")
        await stopped(jonas, "tree-wrong")


async def test_a_mediator_sees_a_film_blurred_grey_and_silent_first(
    here: Cinema, browser: Browser, tmp_path: Path
) -> None:
    """Each is given up by itself, and all is hidden by one press."""
    await give_film(here, [part("video/mp4", make_film(tmp_path), seconds=20)])
    async with person(browser, here.addresses.origin("mediator"), "en") as mediator:
        await acts.sign_in_by_link(mediator, await here.way("mediator"))
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await show_film(mediator)
        video = mediator.page.locator("video")
        await expect(video).to_have_class("viewer-media viewer-blurred viewer-grey")
        assert await video.evaluate("(video) => video.muted")
        await acts.press(mediator, "viewer-clear")
        await expect(video).to_have_class("viewer-media  viewer-grey")
        assert abs(await jump(mediator, 0.8) - 0.8) < 0.02
        await video.evaluate("(video) => video.play()")
        await acts.press(mediator, "calm-hide")
        await expect(video).to_have_js_property("paused", True)
        await acts.press(mediator, "calm-back")
        await expect(video).to_have_class("viewer-media viewer-blurred viewer-grey")
        assert mediator.seen.complaints == []


async def fetched(who: Person, traffic: Traffic) -> int:
    """Wait until the film could play on and asks for nothing more; return the bytes that it took."""
    await expect(who.page.locator("video")).to_have_js_property("readyState", 4)
    await traffic.over()
    return traffic.taken()


@pytest.mark.filterwarnings("ignore:Sending a large body")
async def test_each_jump_in_a_film_of_an_hour_fetches_little(
    own: Cinema, browser: Browser, tmp_path: Path
) -> None:
    """First picture and every jump: at most 4 MiB each. The figures stand in bench/README.md."""
    whole = make_film(tmp_path, minutes=60)
    await pass_on(own, await give_film(own, [part("video/mp4", whole, seconds=3600)]))
    async with reader(own, browser) as jonas:
        traffic = Traffic(jonas.page, of="/parts/0")
        await open_film(jonas, own)
        figures = [await fetched(jonas, traffic)]
        for to in (0.9, 0.1, 0.5):
            assert abs(await jump(jonas, to) - to) < 0.01
            figures.append(await fetched(jonas, traffic))
        sys.stdout.write(f"\nMiB fetched: {', '.join(f'{one / 2**20:.2f}' for one in figures)}\n")
        assert 0 < min(figures) <= max(figures) <= MOST_BYTES
