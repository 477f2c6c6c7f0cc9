# SPDX-License-Identifier: EUPL-1.2
"""The whole story in three browsers: written in French, reviewed, offered, read, answered, taken back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from playwright.async_api import Browser

from tests.e2e import acts
from tests.e2e.browsers import PHONE, Person, person
from tests.e2e.relays import Demo
from tests.e2e.scan import files_of, found_in, shapes

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante.\n\nEst-ce que vous y pensez encore ?"
OFFER_NOTE: Final = "One page about that evening. quintessence-of-dust."
REPLY: Final = "Hello,\n\nI have read it. My word is quixotic-lanterns."
REPLY_NOTE: Final = "Une réponse d’une page. obsidienne-tranquille."
PLANTED: Final = ("zymurgie", "éclatante", "quintessence", "quixotic", "lanterns", "obsidienne")


async def test_p1_p2_p14_a_letter_travels_from_one_browser_to_another_and_nobody_between_can_tell_a_word(
    relay: Demo, browser: Browser
) -> None:
    """README promises 1 to 3: sealed, shown only after both gates, taken back; claims P1, P2, P14."""
    ways = relay.ways
    async with (
        person(browser, ways["victim"].origin, "fr") as camille,
        person(browser, ways["mediator"].origin, "en") as mediator,
        person(browser, ways["responsible"].origin, "en", size=PHONE) as jonas,
    ):
        await acts.sign_in_by_link(camille, ways["victim"])
        await acts.write_letter(camille, LETTER)
        await acts.sign_in_by_link(mediator, ways["mediator"])
        await _pass_on(mediator, "responsible", "zymurgie-éclatante", OFFER_NOTE)
        await acts.sign_in_by_link(jonas, ways["responsible"])
        await acts.answer_ready(jonas, "quintessence")
        await _release(mediator)
        await acts.read_whole(jonas, "zymurgie-éclatante")

        await acts.go_home(jonas)
        await acts.write_letter(jonas, REPLY)
        await acts.press(mediator, "desk-back")
        await _pass_on(mediator, "harmed", "quixotic-lanterns", REPLY_NOTE)

        await acts.take_back(camille)
        await acts.go_home(jonas)
        await acts.says(jonas, "theirs-withdrawn")
        people = (camille, mediator, jonas)
        assert [complaint for who in people for complaint in _unexpected(who)] == []
        assert [address for who in people for address in who.seen.foreign] == []
        secrets = [way.words or "" for way in ways.values()]
        assert list(found_in(_everything(relay, people), [*PLANTED, *_phrases(secrets)])) == []


async def _pass_on(mediator: Person, side: str, words: str, note: str) -> None:
    await acts.open_from_queue(mediator, "desk-state-submitted")
    await acts.sees(mediator, words)
    await acts.take_up_and_approve(mediator, side)
    await acts.offer(mediator, side, note)


async def _release(mediator: Person) -> None:
    await acts.press(mediator, "desk-back")
    await acts.open_from_queue(mediator, "desk-state-offered-ready")
    await acts.release(mediator)


def _unexpected(who: Person) -> Iterable[str]:
    """What the console said; an upload that does not exist yet is asked for and refused with 404."""
    return [text for text in who.seen.complaints if "404 (Not Found)" not in text]


def _phrases(secrets: list[str]) -> list[str]:
    """Six words are a secret together; one of them may stand anywhere."""
    return [words for words in secrets if words]


def _everything(relay: Demo, people: Iterable[Person]) -> Iterable[tuple[str, bytes]]:
    for who in people:
        yield from ((f"sent by {who.origin}", sent) for sent in who.seen.sent)
    yield from ((name, content) for name, content in files_of(relay.folder) if not _of_the_stage(name))
    yield "log", _log(relay.output)


def _of_the_stage(name: str) -> bool:
    """The demonstration's own note of its invented people's keys, which a real relay does not have."""
    return Path(name).name.startswith("cast")


def _log(output: Path) -> bytes:
    """What the process printed, without the table of links and words that it is there to print."""
    return b"\n".join(line for line in output.read_bytes().splitlines() if line.startswith(b"{"))


def test_the_scan_finds_a_word_in_every_form_it_looks_for() -> None:
    """A scan that could not find anything would prove nothing."""
    for form in shapes("zymurgie"):
        assert list(found_in([("here", b"..." + form + b"...")], ["zymurgie"])) == ["here: zymurgie"]
