# SPDX-License-Identifier: EUPL-1.2
"""A programme manager at work in the browser, against the real relay: P1, P2 and P4, in both languages."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.cast import NEWCOMER
from relay.station.enrolling import NO_FINGERPRINT, new_secrets, use_ticket
from tests.e2e import acts, office
from tests.e2e.accessibility import picture, violations
from tests.e2e.browsers import DESKTOP, PHONE, Person, person
from tests.e2e.relays import MANAGER, Demo
from tests.e2e.say import Language, say

WORDS = "I would like to ask one question, later."
NOTE = "Called on Monday; a sister may answer."


async def ask(browser: Browser, relay: Demo, language: Language) -> None:
    """Ask to take part, from the first page."""
    way = relay.ways[NEWCOMER]
    async with person(browser, way.origin, language) as visitor:
        await visitor.page.goto(visitor.origin)
        await acts.press(visitor, "start-ask")
        await acts.choose(visitor, "ask-who-victim")
        await acts.fill(visitor, "ask-name", "Camille")
        await acts.fill(visitor, "ask-reach", "613 555 0100")
        await acts.fill(visitor, "ask-words", WORDS)
        await acts.press(visitor, "ask-go")
        await acts.heading(visitor, "ask-done-title")


@pytest.mark.parametrize(("language", "size"), [("en", DESKTOP), ("fr", PHONE)])
async def test_p1_a_request_goes_from_the_inbox_to_the_mediator_of_a_case(
    relay: Demo, browser: Browser, language: Language, size: tuple[int, int]
) -> None:
    """P1: opened, screened and passed on in the browser; the relay never sees a word of it."""
    await ask(browser, relay, language)
    way = relay.ways[MANAGER]
    async with person(browser, way.origin, language, size=size) as manager:
        await office.open_office(manager, way)
        await office.go_to(manager, "office-nav-requests")
        await office.open_request(manager, "Camille")
        await acts.sees(manager, WORDS)
        await office.screen(manager, NOTE)
        await office.show_requests(manager, "screening")
        await office.open_request(manager, "Camille")
        await expect(manager.page.get_by_label(say(language, "screening-words"))).to_have_value(NOTE)
        passing = office.form(manager, "passing-title")
        await passing.get_by_role("radio").first.check()
        await passing.get_by_role("button").click()
        await office.sign(manager, say(language, "passing-one-case"))
        await office.show_requests(manager, "assigned")
        await acts.sees(manager, "Camille")
        sent = b"".join(manager.seen.sent)
        assert WORDS.encode() not in sent
        assert NOTE.encode() not in sent
    mine = relay.ways["mediator"]
    async with person(browser, mine.origin, language, size=size) as mediator:
        await acts.sign_in_by_link(mediator, mine)
        await acts.heading(mediator, "passed-on-title")
        await mediator.page.get_by_text(say(language, "passed-on-open"), exact=True).click()
        await acts.sees(mediator, WORDS)


async def use(relay: Demo, code: str) -> None:
    """Use a code, as a new mediator elsewhere does."""
    chosen = new_secrets("en", with_link=False)
    async with Addresses(relay.port).client(NEWCOMER) as client:
        await use_ticket(client, code, fingerprint=NO_FINGERPRINT, chosen=chosen, memory_kib=LEAST_MEMORY_KIB)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_p2_a_mediator_comes_in_by_two_keys_and_leaves_by_one(
    relay: Demo, browser: Browser, language: Language, tmp_path: Path
) -> None:
    """P2: one key file lets nobody in; a second, here or elsewhere, does; revoking says what follows."""
    way = relay.ways[MANAGER]
    (own, own_words), (second, second_words) = way.keys
    async with person(browser, way.origin, language) as manager:
        await office.open_office(manager, way)
        await office.go_to(manager, "office-nav-staff")
        await use(relay, await office.made_code(manager, "staff-mediator"))
        await office.go_to(manager, "office-nav-staff")
        await manager.page.get_by_label(say(language, "letting-compared")).check()
        await office.choose_key_file(manager, "letting-second-file", own, own_words)
        await acts.press(manager, "signing-look-first")
        await office.sign(manager)
        await acts.says(manager, "office-key-not-vouched")
        await acts.press(manager, "signing-back")
        await office.choose_key_file(manager, "letting-second-file", second, second_words)
        await acts.press(manager, "signing-look-first")
        await office.sign(manager, say(language, "letting-means-mediator"))
        await acts.says(manager, "letting-done-next")
        card = manager.page.get_by_role("listitem").filter(has_text=say(language, "staff-status-active"))
        await expect(card).to_have_count(2)
        await card.last.get_by_role("button", name=say(language, "leaving-open")).click()
        await acts.choose(manager, "leaving-revoke")
        await acts.press(manager, "signing-look-first")
        await office.sign(manager, say(language, "leaving-revoke-counts"))
        await acts.says(manager, "staff-status-revoked")
        await use(relay, await office.made_code(manager, "staff-mediator"))
        await _sign_elsewhere(manager, way.keys[1], tmp_path / "mediator.json")


async def _sign_elsewhere(manager: Person, root: tuple[str, str], file: Path) -> None:
    """Sign first into a file, have the root sign in it where it is, and publish what comes back."""
    language = manager.language
    entering = office.form(manager, "letting-title")
    await entering.get_by_label(say(language, "letting-compared")).check()
    await acts.choose(manager, "letting-elsewhere")
    await acts.press(manager, "signing-look-first")
    await office.sign(manager, say(language, "first-means"))
    async with manager.page.expect_download() as saving:
        await manager.page.get_by_role("link", name=say(language, "first-save")).click()
    await (await saving.value).save_as(file)
    words = await office.six_words(manager)
    await office.choose_second(manager, file)
    await acts.says(manager, "second-no-not-vouched")
    await office.choose_second(manager, office.signed_by_root(file, *root))
    second = office.form(manager, "second-title")
    await second.get_by_label(say(language, "second-compared")).check()
    assert await office.six_words(manager) == [*words, *words]
    await picture(manager, f"office/two-machines-{language}")
    assert await violations(manager) == []
    await second.get_by_role("button").click()
    await office.sign(manager, say(language, "letting-means-mediator"))
    await acts.says(manager, "second-done-next")
    # What stands came by itself: nothing is left but to confirm it to the mediator.
    await expect(entering.get_by_label(say(language, "letting-elsewhere"), exact=True)).to_have_count(0)
    await acts.press(manager, "signing-look-first")
    await office.sign(manager)
    await acts.says(manager, "letting-done-next")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_p4_rules_change_a_case_opens_and_the_list_gets_a_new_date(
    relay: Demo, browser: Browser, language: Language, tmp_path: Path
) -> None:
    """P4: two managers at once conflict cleanly, and the second one's form is as it was."""
    texts = (tmp_path / "consent.en.txt", tmp_path / "consent.fr.txt")
    for path, words in zip(texts, ("I agree.", "J’accepte."), strict=True):
        path.write_text(words, "utf-8")
    way = relay.ways[MANAGER]
    async with (
        person(browser, way.origin, language) as manager,
        person(browser, way.origin, language) as other,
    ):
        for one in (manager, other):
            await office.open_office(one, way)
        await office.go_to(manager, "office-nav-cases")
        await acts.press(manager, "case-change")
        await acts.fill(manager, "rules-hours", "48")
        # A page that is about to sign stays as it was read, whatever happens elsewhere.
        await acts.press(manager, "signing-look-first")
        await acts.press(other, "renewal-go")
        await office.sign(other, say(language, "renewal-signs"))
        await expect(acts.button(other, "renewal-go")).to_be_visible()
        await office.sign(manager, say(language, "rules-says-cooling", hours=48))
        await acts.says(manager, "signing-meanwhile")
        await office.look_again(manager)
        await office.sign(manager, say(language, "rules-says-cooling", hours=48))
        await expect(acts.button(manager, "case-change")).to_be_visible()
        await acts.press(manager, "new-case-open")
        await (
            manager.page.get_by_role("group", name=say(language, "case-mediators"))
            .get_by_role("checkbox")
            .first.check()
        )
        await acts.choose(manager, "new-case-consent-files")
        for label, path in zip(("new-case-consent", "new-case-consent-fr"), texts, strict=True):
            await manager.page.get_by_label(say(language, label), exact=True).set_input_files(path)
        await acts.press(manager, "signing-look-first")
        await office.sign(manager, say(language, "new-case-signs"))
        await acts.says(manager, "new-case-done-next")
