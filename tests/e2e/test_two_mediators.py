# SPDX-License-Identifier: EUPL-1.2
"""Two mediators at one letter at once, in two languages: neither undoes the other's work unseen."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, Route, expect

from relay.station.writing import take_back
from tests.e2e import acts
from tests.e2e.accessibility import picture, violations
from tests.e2e.browsers import Person, person
from tests.e2e.desk_days import at_work, open_gates
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import SECOND, Room, two_at_the_desk

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante."
WORDS: Final = "zymurgie"
HIDDEN: Final = "Une phrase \N{RIGHT-TO-LEFT OVERRIDE}riover à.\N{POP DIRECTIONAL FORMATTING}"


@asynccontextmanager
async def both(
    browser: Browser, room: Room, languages: tuple[Language, Language]
) -> AsyncGenerator[list[Person]]:
    """Sit both mediators down, each at a browser of their own, before the open letter."""
    async with (
        person(browser, room.origin, languages[0]) as one,
        person(browser, room.origin, languages[1]) as two,
    ):
        for who, way in ((one, "mediator"), (two, SECOND)):
            await who.page.goto(room.ways[way])
            await acts.choose(who, "device-mine")
            await acts.press(who, "sign-in-go")
            await acts.open_from_queue(who, "desk-state-submitted")
            await acts.sees(who, WORDS)
        yield [one, two]


async def take_up_at_once(people: Sequence[Person]) -> None:
    """Have each press before the relay hears of any: the news of one claim takes the other's button away."""
    pressed = asyncio.Barrier(len(people))

    async def hold(route: Route) -> None:
        await pressed.wait()
        await route.continue_()

    for who in people:
        await who.page.route("**/claim", hold, times=1)
    await asyncio.gather(*(acts.press(who, "decide-claim") for who in people))


async def keeps(who: Person, key: str, words: str) -> None:
    """See that ``words`` still stand in the field labelled ``key``."""
    await expect(who.page.get_by_label(say(who.language, key), exact=True)).to_have_value(words)


async def clean(who: Person, name: str) -> None:
    """Hold nothing against the page as it stands, and keep a picture of it."""
    await picture(who, f"two-{name}-{who.language}")
    assert await violations(who) == []


async def test_of_two_who_take_a_letter_up_at_once_one_has_it_and_the_other_may_take_it_over(
    browser: Browser, tmp_path: Path
) -> None:
    """Issue 3: a claim is a lock, and taking it over leaves a trace that the first one sees."""
    async with two_at_the_desk(tmp_path) as room:
        await room.write(LETTER)
        async with both(browser, room, ("en", "fr")) as people:
            await take_up_at_once(people)
            for who in people:
                await expect(
                    acts.button(who, "claim-let-go").or_(acts.button(who, "claim-take-over")).first
                ).to_be_visible()
            held = [who for who in people if await acts.button(who, "claim-let-go").count() > 0]
            assert len(held) == 1
            [holder] = held
            other = next(who for who in people if who is not holder)
            await clean(other, "claimed")
            await acts.press(holder, "decide-return")
            await acts.fill(holder, "return-note", "Une phrase à revoir.")
            await acts.press(other, "claim-take-over")
            await expect(acts.button(other, "claim-let-go")).to_be_visible()
            await acts.says(holder, "meanwhile-title")
            await keeps(holder, "return-note", "Une phrase à revoir.")
            await clean(holder, "taken-over")
            await acts.press(holder, "return-yes")
            await acts.says(holder, "error-code", code="claimed")
            await acts.says(holder, "refused-kept")
            await keeps(holder, "return-note", "Une phrase à revoir.")


async def test_an_approval_against_a_decision_that_was_faster_is_refused_and_loses_no_word(
    browser: Browser, tmp_path: Path
) -> None:
    """Issue 3: concurrent decisions conflict cleanly; the mediator's own note is still in the form."""
    async with two_at_the_desk(tmp_path) as room:
        await room.write(LETTER)
        async with both(browser, room, ("fr", "en")) as (one, two):
            await acts.press(one, "decide-claim")
            await expect(acts.button(one, "claim-let-go")).to_be_visible()
            await acts.begin_approval(one, note="Rien à signaler.")
            await acts.press(two, "claim-take-over")
            await acts.press(two, "decide-decline")
            await acts.fill(two, "decline-note", "Pas comme ceci.")
            await acts.press(two, "decline-yes")
            await acts.says(two, "decided-done")
            await acts.press(one, "approve-yes", side=say(one.language, "side-within-responsible"))
            await acts.says(one, "refused-kept")
            await keeps(one, "approve-note", "Rien à signaler.")
            await acts.says(one, "meanwhile-title")
            await clean(one, "declined")
            await clean(two, "decliner")


async def test_what_its_author_takes_back_leaves_both_desks_at_once(browser: Browser, tmp_path: Path) -> None:
    """README promise 3, at the desk: the words leave the page; what the mediator wrote stays theirs."""
    async with two_at_the_desk(tmp_path) as room:
        message = await room.write(LETTER)
        async with both(browser, room, ("fr", "en")) as (one, two):
            await acts.press(one, "decide-claim")
            await acts.press(one, "decide-decline")
            await acts.fill(one, "decline-note", "Pas comme ceci.")
            await take_back(
                room.author.client,
                room.author.keyring,
                room.author.believed,
                message,
                number=room.author.next_number(),
            )
            for who in (one, two):
                await acts.says(who, "review-withdrawn")
                assert WORDS not in await who.page.inner_text("body")
                await clean(who, "withdrawn")
            await acts.sees(one, "Pas comme ceci.")


async def test_what_is_refused_says_why_and_the_mediators_own_words_are_still_there(
    browser: Browser, tmp_path: Path
) -> None:
    """Issue 3, bad input: hidden characters, a key that changed, and a case that one was taken out of."""
    async with two_at_the_desk(tmp_path) as room, at_work(browser, room, "mediator", "fr") as one:
        await room.write(LETTER)
        await acts.open_from_queue(one, "desk-state-submitted")
        await acts.press(one, "decide-claim")
        await acts.press(one, "decide-return")
        await acts.fill(one, "return-note", HIDDEN)
        await acts.press(one, "return-yes")
        await acts.says(one, "error-code", code="hidden-text")
        await acts.says(one, "refused-kept")
        await keeps(one, "return-note", HIDDEN)
        await clean(one, "hidden")

        await open_gates(room)
        await room.ready(LETTER)
        await acts.open_from_queue(one, "desk-state-offered-ready")
        await acts.press(one, "decide-release")
        await room.begin_anew_as_reader()
        await acts.press(one, "release-yes")
        await acts.says(one, "refused-kept")
        await acts.says(one, "error-code", code="consent-missing")  # what was said with the old key
        await clean(one, "key-changed")

        await acts.open_from_queue(one, "desk-state-in_review")
        await acts.press(one, "decide-decline")
        await acts.fill(one, "decline-note", "Pas comme ceci.")
        await room.take_out_the_first()
        await acts.press(one, "decline-yes")
        await acts.says(one, "refused-kept")
        await acts.says(one, "error-code", code="not-found")
        await keeps(one, "decline-note", "Pas comme ceci.")
        await clean(one, "taken-out")
