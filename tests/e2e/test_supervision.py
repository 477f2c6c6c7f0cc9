# SPDX-License-Identifier: EUPL-1.2
"""M12 and P3 in both languages: a case asks to be closed, a manager who sees counts closes it."""

from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Browser, expect

from relay.crypto.passphrase import LEAST_MEMORY_KIB, generate_words
from relay.demo.cast import MANAGER
from relay.demo.links import fresh_links
from relay.demo.seeding import gather
from relay.station.key_file import seal_key_file
from tests.e2e import acts
from tests.e2e.accessibility import picture, violations
from tests.e2e.ahead import set_forward
from tests.e2e.browsers import PHONE, Person, person
from tests.e2e.say import Language, say
from tests.station.relays import house

WORDS: Final = generate_words(bytes(range(64)), language="en")
REASON: Final = "Both said that it is enough: quartzite-mimosa."
SHORT: Final = 6
_FRESH_SECONDS: Final = 20


@pytest.mark.parametrize(("desk", "office"), [("en", "fr"), ("fr", "en")])
async def test_m12_p3_a_case_asks_to_be_closed_and_a_manager_who_sees_only_counts_closes_it(
    browser: Browser, tmp_path: Path, desk: Language, office: Language
) -> None:
    """Asking closes nothing and can be taken back; the manager learns neither who nor why."""
    async with house(tmp_path) as served:
        cast = await gather(served.addresses, served.founded)
        links = await fresh_links(served.relay.parts.ledger, cast, served.addresses)
        ways = {link.part: link.address for link in links}
        key_file = seal_key_file(cast.manager, words=WORDS, memory_kib=LEAST_MEMORY_KIB)
        origin = served.addresses.origin(MANAGER)
        async with (
            person(browser, served.addresses.origin("mediator"), desk) as mediator,
            person(browser, origin, office, size=PHONE) as manager,
        ):
            await mediator.page.goto(ways["mediator"])
            await acts.choose(mediator, "device-mine")
            await acts.press(mediator, "sign-in-go")
            await acts.open_case(mediator)
            await _ask(mediator)

            await _open_office(manager, key_file)
            await acts.press(manager, "office-nav-supervision")
            await acts.says(manager, "supervision-few")
            await _clean(manager, "supervision")
            said = await manager.page.inner_text("main")
            people = [player.person[:SHORT] for part, player in cast.players.items() if part != "mediator"]
            assert not [name for name in (*people, "quartzite") if name in said]
            await acts.press(manager, "closings-close", case=cast.case[:SHORT])
            await acts.says(manager, "closings-means-undone")
            await _clean(manager, "closing-question")
            await acts.press(manager, "closings-sign")
            await acts.says(manager, "closings-closed")

            await _find_closed(mediator)
            await _clean(mediator, "board-closed")
            await acts.press(mediator, "closing-take-back")
            await expect(mediator.page.get_by_text(REASON)).to_have_count(0)
            await acts.says(manager, "closings-none")  # by itself: the page follows
            await _open_again(manager)


async def _open_again(who: Person) -> None:
    """Open the closed case by new rules, after what follows was said."""
    await acts.press(who, "office-nav-cases")
    await acts.press(who, "case-reopen")
    await who.page.get_by_role("checkbox", name=say(who.language, "case-channel-letter")).check()
    await acts.press(who, "signing-look-first")
    await acts.says(who, "reopen-means-gates")
    await _clean(who, "case-reopen")
    await acts.press(who, "signing-go")
    await expect(who.page.get_by_role("button", name=say(who.language, "case-change"))).to_be_visible()


async def _ask(who: Person) -> None:
    """Ask for the open case to be closed, and see that nothing closed."""
    await acts.press(who, "closing-ask")
    await acts.fill(who, "closing-reason", REASON)
    await acts.press(who, "board-save")
    await acts.sees(who, REASON)
    await acts.says(who, "closing-means-manager")
    await expect(who.page.get_by_text(say(who.language, "closing-closed"))).to_have_count(0)
    await _clean(who, "board-asks")


async def _find_closed(who: Person) -> None:
    """Come back to the board once what was verified there is too old to be believed unasked."""
    await set_forward(who, _FRESH_SECONDS)
    await acts.press(who, "board-back")
    await acts.open_case(who)
    await acts.says(who, "closing-closed")


async def _open_office(who: Person, key_file: bytes) -> None:
    """Open the office with a key file and its words, on a device of one's own."""
    await who.page.goto(f"{who.origin}/#office")
    chooser = who.page.get_by_label(say(who.language, "office-door-file"), exact=True)
    await chooser.set_input_files(
        files=[{"name": "manager.key", "mimeType": "application/json", "buffer": key_file}]
    )
    await acts.fill(who, "office-door-words", WORDS)
    await acts.choose(who, "device-mine")
    await acts.press(who, "office-door-go")
    await acts.heading(who, "office-title")


async def _clean(who: Person, name: str) -> None:
    """See that axe holds nothing against the page, and keep a picture of it."""
    assert await violations(who) == []
    await picture(who, f"supervision/{name}-{who.language}")
