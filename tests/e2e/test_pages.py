# SPDX-License-Identifier: EUPL-1.2
"""Every page, in both languages, at a desk and on a phone: axe holds nothing against it.

``./dev shots`` keeps the pictures, to be looked at.
"""

import shutil
from collections.abc import AsyncGenerator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from tests.e2e import acts
from tests.e2e.accessibility import FITS, picture, violations
from tests.e2e.browsers import DESKTOP, PHONE, Person, person
from tests.e2e.relays import Demo, Way, demo
from tests.e2e.say import Language

Walk = Callable[[Person, Way], AsyncGenerator[str]]
TEXT = "Bonjour,\n\nJ’habite au 12 rue des Érables. Appelez-moi au 613 555 0123."


@pytest.fixture(scope="module")
def walked(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demonstration for all walks: each leaves the others' pages as they were."""
    folder = tmp_path_factory.mktemp("walked")
    shutil.copytree(founded, folder, dirs_exist_ok=True)
    with demo(folder) as running:
        yield running


async def a_participant(who: Person, way: Way) -> AsyncGenerator[str]:
    """The pages of somebody who writes, takes back, and is offered something."""
    await who.page.goto(who.origin)
    await acts.says(who, "start-lead")
    yield "start"
    await acts.sign_in_by_words(who, way)
    await acts.heading(who, "home-title")
    yield "home"
    await acts.press(who, "home-write")
    await acts.fill(who, "write-label", TEXT)
    yield "write"
    await acts.press(who, "write-continue")
    await acts.heading(who, "check-preview-title")
    yield "check"
    await acts.press(who, "give-go")
    await acts.says(who, "state-submitted")
    yield "sent"
    await acts.press(who, "sent-take-back")
    await acts.heading(who, "take-back-title")
    yield "take-back"
    await acts.press(who, "take-back-yes")
    await acts.heading(who, "receipt-title")
    yield "receipt"
    await acts.press(who, "stop-link")
    await acts.heading(who, "stop-title")
    yield "stop"


async def somebody_offered_something(who: Person, way: Way) -> AsyncGenerator[str]:
    """The page of an offer."""
    await acts.sign_in_by_words(who, way)
    await acts.press(who, "home-offered-open")
    await acts.heading(who, "offered-title")
    yield "offered"


async def a_reader(who: Person, way: Way) -> AsyncGenerator[str]:
    """The pages of somebody who reads, and of letters that came back."""
    await acts.sign_in_by_words(who, way)
    await acts.press(who, "home-received-open")
    await acts.heading(who, "read-title")
    yield "read-closed"
    await acts.press(who, "read-parts")
    await acts.says(who, "read-next")
    yield "read-parts"
    await acts.press(who, "read-rest")
    await acts.says(who, "read-end")
    yield "read-open"
    await acts.press(who, "read-stop")
    await acts.heading(who, "read-closed-title")
    yield "read-stopped"


async def a_mediator(who: Person, way: Way) -> AsyncGenerator[str]:
    """The desk."""
    await acts.sign_in_by_words(who, way)
    await acts.heading(who, "today-title")
    yield "today"
    await acts.open_case(who)
    yield "case"
    await acts.go_to_queue(who)
    yield "queue"
    await acts.open_letter(who, "desk-state-submitted")
    await acts.says(who, "review-closed")
    yield "review-closed"
    await acts.press(who, "review-open")
    await acts.heading(who, "review-author-title")
    yield "review-open"
    await acts.press(who, "desk-back")
    await acts.press(who, "people")
    await acts.heading(who, "people-title")
    yield "people"


WALKS: dict[str, tuple[str, Walk]] = {
    "participant": ("victim", a_participant),
    "offer": ("victim", somebody_offered_something),
    "reader": ("responsible", a_reader),
    "mediator": ("mediator", a_mediator),
}


@pytest.mark.parametrize("walk", list(WALKS))
async def test_shots_axe_holds_nothing_against_any_page_in_either_language_at_either_size(
    walked: Demo, browser: Browser, walk: str
) -> None:
    """WCAG 2.2 AA and good practice, on the pages as people meet them."""
    part, steps = WALKS[walk]
    found: dict[str, list[Any]] = {}
    languages: tuple[Language, ...] = ("fr", "en")
    for language in languages:
        async with person(browser, walked.ways[part].origin, language) as who:
            async for page in steps(who, walked.ways[part]):
                for name, (width, height) in (("phone", PHONE), ("desk", DESKTOP)):
                    await who.page.set_viewport_size({"width": width, "height": height})
                    await who.page.wait_for_function(FITS, timeout=5000)  # a table becomes cards
                    found[f"{page} {language} {name}"] = await violations(who)
                    await picture(who, f"{walk}/{page}-{language}-{name}")
    assert {page: faults for page, faults in found.items() if faults} == {}
