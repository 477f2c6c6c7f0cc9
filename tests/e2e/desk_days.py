# SPDX-License-Identifier: EUPL-1.2
"""What a mediator's day begins with in the browser: signed in, and each page held against axe."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

from playwright.async_api import Browser, Locator

from relay.demo.casework import agree, clear
from tests.e2e import acts
from tests.e2e.accessibility import FITS, TOO_SMALL, arrived, picture, violations
from tests.e2e.browsers import DESKTOP, PHONE, Person, person
from tests.e2e.say import Language, say
from tests.e2e.two_mediators import Room

OTHER: Final[dict[Language, Language]] = {"en": "fr", "fr": "en"}
_HELD_AT: Final[dict[Language, int]] = {"en": DESKTOP[0], "fr": PHONE[0]}
"""At which width axe looks: each page of a story is walked in both languages, so it sees both."""


async def sign_in(who: Person, link: str) -> None:
    """Open a one-time link on a device of one's own."""
    await who.page.goto(link)
    await acts.choose(who, "device-mine")
    await acts.press(who, "sign-in-go")


@asynccontextmanager
async def at_work(
    browser: Browser, room: Room, way: str, language: Language, *, size: tuple[int, int] = DESKTOP
) -> AsyncGenerator[Person]:
    """Sit somebody of ``room`` down, signed in."""
    async with person(browser, room.origin, language, size=size) as who:
        await sign_in(who, room.ways[way])
        yield who


def part(who: Person, key: str) -> Locator:
    """Return the part of the page under the heading ``key``."""
    return who.page.get_by_role("region", name=say(who.language, key), exact=True)


async def agree_to(room: Room, channel: str) -> None:
    """Have both people say yes to a channel."""
    for hand in (room.author, room.reader):
        await agree(hand, room.case, channel=channel)


async def open_gates(room: Room) -> None:
    """Have both people say yes to letters, and the mediator look at what else there is to look at."""
    await agree_to(room, "letter")
    for hand in (room.author, room.reader):
        for gate in ("no-contact", "assessment"):
            await clear(room.mediator, room.case, gate, of=hand)


async def clean(who: Person, name: str) -> None:
    """Hold nothing against the page as it stands at a desk, nor on a phone, and keep a picture of each."""
    before = who.page.viewport_size
    await arrived(who)
    for width, height in (PHONE, DESKTOP):
        await who.page.set_viewport_size({"width": width, "height": height})
        await who.page.wait_for_function(FITS, timeout=5000)
        await picture(who, f"journeys/{name}-{who.language}-{width}")
        if width == _HELD_AT[who.language]:
            found = [*await violations(who), *await who.page.evaluate(TOO_SMALL)]
            assert found == [], found
    if before is not None:
        await who.page.set_viewport_size(before)
