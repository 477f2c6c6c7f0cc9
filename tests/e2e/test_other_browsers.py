# SPDX-License-Identifier: EUPL-1.2
"""The letter story in Firefox ESR and in WebKitGTK: one window, one role after the other."""

from pathlib import Path
from typing import Final

from tests.e2e.acts import CHECKS
from tests.e2e.films import cinema, give_film, make_film, part, pass_on
from tests.e2e.firefox import firefox
from tests.e2e.pane import FilePane, Story
from tests.e2e.phone import a_phone_film
from tests.e2e.relays import Demo
from tests.e2e.say import Language, say
from tests.e2e.webkit import webkit

LETTER: Final = "Bonjour,\n\nJe pense encore au mot zymurgie."
NOTE: Final = "Une page. quintessence."


async def _letter_story(story: Story, relay: Demo, language: Language) -> None:
    within = say(language, "side-within-responsible")
    await story.by_link(relay.ways["victim"])
    await story.press("home-write")
    await story.fill("write-label", LETTER)
    await story.press("write-continue")
    await story.press("give-go")
    await story.says("state-submitted")

    await story.by_link(relay.ways["mediator"])
    await story.open_from("desk-state-submitted")
    await story.press("review-open")
    await story.sees("zymurgie")
    await story.press("decide-claim")
    await story.press("decide-approve")
    for check in CHECKS:
        await story.choose(f"check-{check}")
    await story.press("approve-go")
    await story.press("approve-yes", side=within)
    await story.press("decide-offer")
    await story.fill("offer-note", NOTE, side=within)
    await story.press("offer-yes")
    await story.says("decided-done")

    await story.by_link(relay.ways["responsible"])
    await story.press("home-offered-open")
    await story.sees("quintessence")
    await story.press("offered-ready")
    await story.says("offered-is-ready")

    await story.by_words(relay.ways["mediator"])
    await story.open_from("desk-state-offered-ready")
    await story.press("review-open")
    await story.press("decide-release")
    await story.press("release-yes")
    await story.says("decided-done")

    await story.by_words(relay.ways["responsible"])
    await story.read_until("zymurgie")


async def _film_story(story: Story, pane: FilePane, relay: Demo, film: Path) -> None:
    """Choose a file, clean it, seal it and send it; then watch it at the desk, and jump in it."""
    await story.by_words(relay.ways["victim"], private=True)
    await story.press("home-film")
    await story.says("film-file-label")
    await pane.choose_file(film)
    await story.says("film-look-title")
    await story.press("give-go")
    await story.says("state-submitted")

    await story.by_words(relay.ways["mediator"])
    await story.open_from("desk-state-submitted")
    await story.press("review-open")
    await _watch(story, pane)
    assert await pane.run("document.querySelector('main video').src.startsWith('blob:')") is False


async def _watch(story: Story, pane: FilePane) -> None:
    """See a picture of the film, and one of another place."""
    await story.press("player-open-video")
    await story.until("document.querySelector('main video')?.readyState > 1")
    await pane.run("void (document.querySelector('main video').currentTime = 9)")
    await story.until(
        "document.querySelector('main video').readyState > 1 && !document.querySelector('main video').seeking"
    )
    assert await pane.run("document.querySelector('main video').currentTime") == 9


async def test_the_letter_story_in_firefox_esr(relay: Demo, tmp_path: Path) -> None:
    """Written, reviewed, offered and read in Firefox."""
    profile = tmp_path / "profile"
    profile.mkdir()
    async with firefox(profile) as pane:
        await _letter_story(Story(pane, "fr"), relay, "fr")
        await _film_story(Story(pane, "fr"), pane, relay, a_phone_film(tmp_path / "phone.mov"))


async def test_the_letter_story_in_webkitgtk(relay: Demo) -> None:
    """Written, reviewed, offered and read in WebKit."""
    async with webkit() as pane:
        await _letter_story(Story(pane, "en"), relay, "en")


async def test_films_in_webkitgtk(tmp_path: Path) -> None:
    """One that was released is watched; one to be sent is refused in words, for want of private files."""
    async with cinema(tmp_path / "relay") as here, webkit() as pane:
        story = Story(pane, "en")
        message = await give_film(here, [part("video/mp4", make_film(tmp_path), seconds=20)])
        await pass_on(here, message)
        await pane.open((await here.way("responsible")).link)
        await story.choose("device-mine")
        await story.press("sign-in-go")
        await story.press("home-received-open")
        await story.press("read-whole", what="film")
        await _watch(story, pane)

        await pane.open((await here.way("victim")).link)
        await story.choose("device-mine")
        await story.press("sign-in-go")
        await story.press("home-film")
        await story.says("film-file-label")
        await pane.choose_file(a_phone_film(tmp_path / "phone.mov"))
        await story.says("error-film-elsewhere")
