# SPDX-License-Identifier: EUPL-1.2
"""Captions of a film: written beside it under a grant, approved by another, shown beside it to its reader."""

from pathlib import Path
from typing import Final

from playwright.async_api import Browser, expect

from relay.station.calendar import day_after
from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person
from tests.e2e.desk_days import agree_to, at_work, clean, open_gates
from tests.e2e.films import give_film, make_film, part, pass_on
from tests.e2e.say import say
from tests.e2e.test_watching import captions
from tests.e2e.two_mediators import INTERPRETER, SECOND, two_at_the_desk

SAID: Final = "Bonjour Jonas."
SOURCE: Final = "async (at) => (await fetch(at)).status"
STAND: Final = """async (seconds) => {
  const video = document.querySelector("video")
  if (video.readyState < 1) await new Promise((go) => video.addEventListener("loadedmetadata", go))
  video.currentTime = seconds
}"""


async def show_film(who: Person) -> None:
    """Give the one click that opens it."""
    await acts.press(who, "player-open-video")
    await expect(who.page.locator("video")).to_be_visible()


async def write_captions(who: Person) -> None:
    """Watch the film, write one line where it begins, and send it."""
    await acts.says(who, "captions-open-first")
    await show_film(who)
    await who.page.evaluate(STAND, 12)
    await acts.says(who, "captions-at", time="00:12")
    await acts.fill(who, "captions-next", SAID)
    await acts.press(who, "captions-begins")
    await expect(acts.button(who, "captions-delete", number=1)).to_be_visible()
    await clean(who, "i2-captions")
    await acts.fill(who, "making-form-what", "Sous-titres de la vidéo")
    await acts.press(who, "making-look")
    await acts.sees(who, SAID)
    await clean(who, "i3-captions")
    await acts.press(who, "making-form-send")
    await acts.says(who, "interpreter-given")


async def let_in(one: Person) -> None:
    """Give the interpreter access to the film that waits, for three days."""
    await acts.open_from_queue(one, "desk-state-submitted")
    await one.page.get_by_text(say(one.language, "made-possible"), exact=True).click()
    await acts.press(one, "made-go-access")
    await one.page.get_by_role("radio").first.check()
    await acts.fill(one, "access-day", day_after(3))
    await acts.press(one, "access-give")
    await expect(acts.button(one, "access-end")).to_be_visible()


async def test_p18_i2_i4_captions_are_written_beside_a_film_and_shown_beside_it_alone(
    browser: Browser, tmp_path: Path
) -> None:
    """I2 to I4: a film in the viewer, its captions, their approval, the end of the grant, their reader."""
    async with (
        two_at_the_desk(tmp_path, interpreter=True, channels=("letter", "video")) as room,
        at_work(browser, room, SECOND, "en") as one,
        at_work(browser, room, INTERPRETER, "fr", size=PHONE) as ina,
    ):
        await open_gates(room)
        await agree_to(room, "video")
        film = await give_film(room, [part("video/mp4", make_film(tmp_path), seconds=20)])
        await let_in(one)
        await acts.press(ina, "interpreter-open")
        await write_captions(ina)

        async with at_work(browser, room, "mediator", "en") as two:
            await acts.go_to_queue(two)
            row = two.page.get_by_role("row").filter(has_text=say("en", "desk-kind-rendition"))
            await row.get_by_role("button").click()
            await acts.press(two, "review-open")
            await acts.press(two, "compare-go")
            await acts.sees(two, SAID)
            await show_film(two)
            await clean(two, "i4-captions")

        await acts.press(ina, "interpreter-back")
        await acts.press(ina, "interpreter-open")
        await show_film(ina)
        source = await ina.page.locator("video").get_attribute("src")
        assert await ina.page.locator("a[download], a[href^=blob]").count() == 0
        await acts.press(one, "access-end")
        await acts.heading(ina, "interpreter-over")
        await expect(ina.page.locator("video")).to_have_count(0)
        assert await ina.page.evaluate(SOURCE, source) == 403

        seen = await room.mediator.client.messages(room.case)
        (form,) = [view.message for view in seen if view.kind == "rendition"]
        for message in (film, form):
            await pass_on(room, message)
        async with at_work(browser, room, "responsible", "fr", size=PHONE) as jonas:
            await acts.press(jonas, "home-received-open")
            await acts.heading(jonas, "read-title", what="film")
            await acts.press(jonas, "read-whole", what="film")
            other = acts.button(jonas, "read-form-open")
            beside = jonas.page.get_by_text(say("fr", "read-form-interpreter"))
            await expect(other.or_(beside).first).to_be_visible()
            if await other.count():  # whichever of the two stood first was opened
                await other.click()
            await expect(beside).to_be_visible()
            await show_film(jonas)
            await expect(jonas.page.locator("video track")).to_have_count(1)
            assert await captions(jonas) == [SAID]
            await clean(jonas, "i4-reader")
            assert jonas.seen.complaints == []
        async with at_work(browser, room, "victim", "fr", size=PHONE) as camille:
            await acts.press(camille, "home-sent-open")
            await show_film(camille)
            await clean(camille, "own-film")
            assert camille.seen.complaints == []
