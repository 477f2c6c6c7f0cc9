# SPDX-License-Identifier: EUPL-1.2
"""A phone's film from the hand that gives it to the eyes of the other: cut off, come back to, and watched."""

import asyncio
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, expect

from relay.crypto.stream import STORED_CHUNK_BYTES
from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person, another_tab, person
from tests.e2e.dropping import Line, line_to
from tests.e2e.phone import HEIGHT, TOLD, WIDTH, a_phone_film
from tests.e2e.relays import Demo, killed_and_started
from tests.e2e.say import say
from tests.e2e.test_film_story import SEALED, choose_film, paused, stored_films
from tests.e2e.test_watching import captions, jump, show_film

REQUEST_BYTES: Final = 16 * STORED_CHUNK_BYTES
SAID: Final = ["Bonjour.", "C’est moi."]
OFFERED: Final = "Une vidéo de douze secondes."
#: What the page is handed of the open film, searched: the whole of it, as the player gets it.
TELLS: Final = """async (words) => {
  const answer = await fetch(document.querySelector("main video").src)
  const text = new TextDecoder("latin1").decode(await answer.arrayBuffer())
  return [text.slice(4, 8), words.filter((word) => text.includes(word))]
}"""
SHOWN: Final = """() => {
  const { videoWidth, videoHeight, poster, duration } = document.querySelector("main video")
  return [videoWidth, videoHeight, poster.slice(0, 5), Math.round(duration)]
}"""


async def test_p25_a_phones_film_is_cut_off_twice_and_arrives_as_it_was_sealed_and_is_watched(
    relay: Demo, browser: Browser, tmp_path: Path
) -> None:
    """Its line breaks twice in the middle of a request, its tab is closed, the relay killed.

    What the server has is, byte for byte, what lay sealed on the device; what others watch tells of no place.
    """
    film = await asyncio.to_thread(a_phone_film, tmp_path / "phone.mov")
    async with (
        line_to(relay.port) as (line, proxy),
        person(browser, relay.ways["victim"].origin, "fr", size=PHONE, line=proxy) as camille,
    ):
        await acts.sign_in_by_link(camille, relay.ways["victim"], private=True)
        line.left = REQUEST_BYTES + REQUEST_BYTES // 2
        await choose_film(camille, film)
        await acts.fill(camille, "film-captions-label", "\n".join(SAID))
        await acts.press(camille, "give-go")
        await paused(camille)
        sealed = await camille.page.evaluate(SEALED)
        ((message, kept),) = sealed.items()
        assert (line.cut, max(line.offsets)) == (1, REQUEST_BYTES)

        with killed_and_started(relay) as again:
            await broken_once_more(camille, line)
            back = await another_tab(camille)
            await acts.sign_in_by_words(back, again.ways["victim"], private=True)
            await acts.heading(back, "home-title")
            assert await back.page.evaluate(SEALED) == sealed
            await sent_to_its_end(back)
            assert stored_films(again)[message] == kept["hash"]
            assert line.carried < kept["size"] + 2 * REQUEST_BYTES
            await watched_by_two(browser, again)


async def broken_once_more(camille: Person, line: Line) -> None:
    """Go on from what was acknowledged, until the line breaks again."""
    begun = len(line.offsets)
    line.left = REQUEST_BYTES + REQUEST_BYTES // 4
    await acts.press(camille, "film-go-on")
    await paused(camille)
    assert line.cut == 2
    assert line.offsets[begun] >= REQUEST_BYTES
    line.left = 1 << 60


async def sent_to_its_end(camille: Person) -> None:
    """Go on from the first page."""
    await acts.press(camille, "home-unsent-continue")
    await expect(camille.page.get_by_text(say("fr", "home-unsent-title"))).to_have_count(0)
    assert await camille.page.evaluate(SEALED) == {}
    assert camille.seen.foreign == []


async def watched_by_two(browser: Browser, relay: Demo) -> None:
    """A mediator watches it and passes it on; its addressee watches it, on a phone of their own."""
    ways = relay.ways
    async with (
        person(browser, ways["mediator"].origin, "en") as mediator,
        person(browser, ways["responsible"].origin, "fr", size=PHONE) as jonas,
    ):
        await acts.sign_in_by_link(mediator, ways["mediator"])
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await watched(mediator)
        await acts.take_up_and_approve(mediator, "responsible")
        await acts.sign_in_by_link(jonas, ways["responsible"])
        await acts.pass_a_film_on(mediator, jonas, side="responsible", note=OFFERED)
        await acts.press(jonas, "read-whole", what="film")
        await watched(jonas)


async def watched(who: Person) -> None:
    """Open the film, jump around in it, read its captions; it stands upright and tells nothing."""
    await show_film(who)
    for to in (0.9, 0.2):
        assert abs(await jump(who, to) - to) < 0.02
    assert await who.page.evaluate(SHOWN) == [WIDTH, HEIGHT, "blob:", 12]
    assert await captions(who) == SAID
    assert await who.page.evaluate(TELLS, list(TOLD)) == ["ftyp", []]
    assert who.seen.complaints == []
