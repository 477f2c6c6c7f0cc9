# SPDX-License-Identifier: EUPL-1.2
"""What a programme manager does in the office, by the words they read there."""

import re
from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from relay.crypto.encoding import unb64u
from relay.protocol.root import verify_root
from relay.station.calendar import today
from relay.station.key_file import read_key_file
from relay.station.vouching import check_carried, read_carried, root_signs, write_carried
from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.relays import Way
from tests.e2e.say import say

ANSWERS: Final = ("check-sentence", "check-responsibility", "check-referrer")


async def open_office(who: Person, way: Way) -> None:
    """Choose the key file, write its words, and go in."""
    path, words = way.keys[0]
    await who.page.goto(way.link)
    await choose_key_file(who, "office-door-file", path, words)
    await acts.choose(who, "device-shared")
    await acts.press(who, "office-door-go")
    await acts.heading(who, "office-title")


async def choose_key_file(who: Person, label: str, path: str, words: str) -> None:
    """Choose a key file and write its words."""
    await who.page.get_by_label(say(who.language, label), exact=True).set_input_files(path)
    await acts.fill(who, "office-door-words", words)


async def go_to(who: Person, part: str) -> None:
    """Go to a part of the office, by its name at the top; through the first page, so that it is fetched."""
    for key in ("office-nav-day", part):
        await parts(who).get_by_role("button", name=say(who.language, key), exact=True).click()


def parts(who: Person) -> Locator:
    """Return the row of the office's parts."""
    return who.page.get_by_role("navigation", name=say(who.language, "office-nav"))


async def sign(who: Person, *says: str) -> None:
    """See what will be signed, and sign it."""
    panel = who.page.get_by_role("region", name=say(who.language, "signing-title"))
    await expect(panel).to_be_visible()
    for words in says:
        await expect(panel).to_contain_text(words)
    await acts.press(who, "signing-go")


async def look_again(who: Person) -> None:
    """Fetch what stands now, and see that what will be signed comes after it."""
    last = (
        who.page.get_by_role("region", name=say(who.language, "signing-title")).get_by_role("listitem").last
    )
    before = await last.inner_text()
    await acts.press(who, "signing-look")
    await expect(last).not_to_have_text(before)


async def open_request(who: Person, words: str) -> None:
    """Open the request that says ``words`` from the list."""
    card = who.page.get_by_role("listitem").filter(has_text=words)
    await card.get_by_role("button").click()
    await acts.says(who, "request-line-who")


async def show_requests(who: Person, state: str) -> None:
    """Show the requests in a state."""
    label = say(who.language, "requests-show")
    await who.page.get_by_label(label, exact=True).select_option(state)


def form(who: Person, key: str) -> Locator:
    """Return the form of this name."""
    return who.page.get_by_role("form", name=say(who.language, key))


async def screen(who: Person, note: str) -> None:
    """Answer the checklist with yes, write a note, and keep the sheet."""
    sheet = form(who, "screening-title")
    for question in ANSWERS:
        group = sheet.get_by_role("group", name=say(who.language, question))
        await group.get_by_label(say(who.language, "check-yes"), exact=True).check()
    await sheet.get_by_label(say(who.language, "screening-words")).fill(note)
    await sheet.get_by_role("button", name=say(who.language, "screening-keep")).click()
    await acts.says(who, "screening-kept")


async def made_code(who: Person, role: str) -> str:
    """Make a code for somebody new; return it without its spaces."""
    await acts.choose(who, role)
    await acts.press(who, "people-make")
    code = await who.page.locator(".ticket .groups-code").first.inner_text()
    await acts.press(who, "close")
    return re.sub(r"\s", "", code)


async def choose_second(who: Person, file: Path) -> None:
    """Choose a file that somebody else signed first."""
    await who.page.get_by_label(say(who.language, "second-file"), exact=True).set_input_files(file)


async def six_words(who: Person) -> list[str]:
    """Return the words that stand for keys, as the page shows them: six, or twelve where two places do."""
    words = who.page.locator(".six li")
    await expect(words.first).to_be_visible()
    return await words.all_inner_texts()


def signed_by_root(file: Path, path: str, words: str) -> Path:
    """Let the root sign second, as the command line does on its machine; return the file that comes back."""
    keys, carried = read_key_file(Path(path), words=words), read_carried(file.read_bytes())
    root = verify_root(carried.root, fingerprint=keys.fingerprint, today=today())
    vouched = check_carried(carried, root=root, own=keys.fingerprint, directory=None)
    signed = file.with_name("signed-twice.json")
    signed.write_bytes(write_carried(root_signs(unb64u(keys.seed), carried, vouched)))
    return signed
