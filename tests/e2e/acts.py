# SPDX-License-Identifier: EUPL-1.2
"""What people do on the screens, by the words they read there."""

from typing import Final

from playwright.async_api import Locator, expect

from tests.e2e.browsers import Person
from tests.e2e.relays import Way
from tests.e2e.say import say

CHECKS: Final = (
    "identifying",
    "threat",
    "blame",
    "manipulation",
    "offence",
    "third-persons",
    "pressure",
    "readiness",
)


def button(who: Person, key: str, **given: object) -> Locator:
    """Return the button or link that says ``key``."""
    words = say(who.language, key, **given)
    page = who.page
    return page.get_by_role("button", name=words, exact=True).or_(
        page.get_by_role("link", name=words, exact=True)
    )


async def press(who: Person, key: str, **given: object) -> None:
    """Press the button that says ``key``."""
    await button(who, key, **given).first.click()


async def heading(who: Person, key: str, **given: object) -> None:
    """Wait for the heading ``key``."""
    words = say(who.language, key, **given)
    await expect(who.page.get_by_role("heading", name=words, exact=True).first).to_be_visible()


async def fill(who: Person, key: str, text: str) -> None:
    """Write into the field labelled ``key``."""
    await who.page.get_by_label(say(who.language, key), exact=True).fill(text)


async def choose(who: Person, key: str, **given: object) -> None:
    """Choose the option labelled ``key``."""
    await who.page.get_by_label(say(who.language, key, **given)).first.check()


async def sees(who: Person, text: str) -> None:
    """Wait until ``text`` stands on the page."""
    await expect(who.page.get_by_text(text).first).to_be_visible()


async def says(who: Person, key: str, **given: object) -> None:
    """Wait until the page says ``key``."""
    await sees(who, say(who.language, key, **given))


async def sign_in_by_link(who: Person, way: Way, *, private: bool = False) -> None:
    """Open a one-time link and sign in."""
    await who.page.goto(way.link)
    await choose(who, "device-mine" if private else "device-shared")
    await press(who, "sign-in-go")


async def write_letter(who: Person, text: str) -> None:
    """Write a letter, look at it as the other will see it, seal it and give it."""
    await press(who, "home-write")
    await fill(who, "write-label", text)
    await press(who, "write-continue")
    await heading(who, "check-preview-title")
    await sees(who, text.splitlines()[0])
    await press(who, "give-go")
    await says(who, "state-submitted")


async def open_from_queue(who: Person, state: str) -> None:
    """Open the letter of the mediator's queue that came last into ``state`` (a key)."""
    await go_to_queue(who)
    row = who.page.get_by_role("row").filter(has_text=say(who.language, state))
    await expect(row.first).to_be_visible()
    await row.last.get_by_role("button").click()
    await press(who, "review-open")


async def begin_approval(who: Person, *, note: str = "") -> None:
    """Look at every point of the list, and go as far as the last question."""
    await press(who, "decide-approve")
    for check in CHECKS:
        await who.page.get_by_label(say(who.language, f"check-{check}"), exact=True).check()
    if note:
        await fill(who, "approve-note", note)
    await press(who, "approve-go")
    await heading(who, "approve-title")


async def take_up_and_approve(who: Person, side: str) -> None:
    """Claim the open letter and approve it for the ``side`` it is written to."""
    await press(who, "decide-claim")
    await begin_approval(who)
    await press(who, "approve-yes", side=say(who.language, f"side-within-{side}"))
    await says(who, "decided-done")


async def offer(who: Person, side: str, note: str) -> None:
    """Offer the open letter with a note to its addressee."""
    within = say(who.language, f"side-within-{side}")
    await press(who, "decide-offer")
    await who.page.get_by_label(say(who.language, "offer-note", side=within)).fill(note)
    await press(who, "offer-yes")
    await says(who, "decided-done")


async def release(who: Person) -> None:
    """Release the open letter to its ready addressee."""
    await press(who, "decide-release")
    await press(who, "release-yes")
    await says(who, "decided-done")


async def pass_a_film_on(mediator: Person, reader: Person, *, side: str, note: str) -> None:
    """Offer the open film, have its addressee say that they are ready, release it; they open it."""
    await offer(mediator, side, note)
    await press(reader, "home-offered-open")
    await sees(reader, note)
    await press(reader, "offered-ready", what="film")
    await says(reader, "offered-is-ready")
    await press(mediator, "desk-back")
    await open_from_queue(mediator, "desk-state-offered-ready")
    await release(mediator)
    await press(reader, "offered-read", what="film")


async def go_home(who: Person) -> None:
    """Go to one's own first page, by the name of this place in the header."""
    await press(who, "title")


async def open_case(who: Person) -> None:
    """Go from the mediator's day to the board of their first case."""
    cases = who.page.get_by_role("region", name=say(who.language, "today-cases"))
    await cases.get_by_role("button").first.click()
    await heading(who, "gates-title")


async def go_to_queue(who: Person) -> None:
    """Go to everything that is with the mediator, from wherever they are."""
    await press(who, "queue")
    await heading(who, "queue-title")


async def answer_ready(who: Person, note: str) -> None:
    """Look at the offer, read the mediator's note, and say "I am ready"."""
    await press(who, "home-offered-open")
    await sees(who, note)
    await choose_answer(who, "offered-ready")
    await says(who, "offered-is-ready")


async def choose_answer(who: Person, key: str) -> None:
    """Press one of the four answers."""
    await press(who, key)


async def read_whole(who: Person, words: str) -> None:
    """Go from the offer to the letter, which a live change has announced, and see ``words`` in it."""
    await press(who, "offered-read")
    await heading(who, "read-title")
    assert words not in await who.page.inner_text("main")
    await press(who, "read-whole")
    await sees(who, words)


async def take_back(who: Person) -> None:
    """Take back the letter that one is looking at, and see the proof."""
    await press(who, "sent-take-back")
    await press(who, "take-back-yes")
    await heading(who, "receipt-title")
    await says(who, "receipt-reader")


async def sign_in_by_words(who: Person, way: Way, *, private: bool = False) -> None:
    """Sign in with the account number and the six words of the table."""
    await who.page.goto(who.origin)
    await press(who, "start-sign-in")
    await give_words(who, way, private=private)


async def give_words(who: Person, way: Way, *, private: bool = False) -> None:
    """Fill in the page of signing in, and send it."""
    assert way.account is not None
    assert way.words is not None
    await fill(who, "sign-in-account", way.account)
    await fill(who, "sign-in-words", way.words)
    await choose(who, "device-mine" if private else "device-shared")
    await press(who, "sign-in-go")


async def open_letter(who: Person, state: str) -> None:
    """Go to the first letter in ``state``, whether the queue is a table or cards."""
    words = say(who.language, state)
    entry = (
        who.page.locator("tr, li, article").filter(has_text=words).filter(has=who.page.get_by_role("button"))
    )
    await entry.first.get_by_role("button").first.click()
