# SPDX-License-Identifier: EUPL-1.2
"""A mediator who brings somebody in stays on one page, and it keeps up with what others do."""

from playwright.async_api import Browser, expect

from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.cast import NEWCOMER
from relay.station.enrolling import NO_FINGERPRINT, new_secrets, use_ticket
from tests.e2e import acts
from tests.e2e.browsers import person
from tests.e2e.relays import Demo


async def use(relay: Demo, code: str) -> None:
    """Use a code, as somebody elsewhere does."""
    chosen = new_secrets("en", with_link=False)
    async with Addresses(relay.port).client(NEWCOMER) as client:
        await use_ticket(client, code, fingerprint=NO_FINGERPRINT, chosen=chosen, memory_kib=LEAST_MEMORY_KIB)


async def test_the_people_page_follows_the_newcomer_and_the_manager(relay: Demo, browser: Browser) -> None:
    """From the code to the last step, nobody has to go away and come back."""
    way = relay.ways["mediator"]
    async with person(browser, way.origin, "en") as mediator:
        await acts.sign_in_by_link(mediator, way)
        await acts.press(mediator, "people")
        await acts.choose(mediator, "side-harmed")
        await acts.press(mediator, "people-make")
        code = await mediator.page.locator(".ticket .groups-code").first.inner_text()
        await use(relay, "".join(code.split()))
        await acts.says(mediator, "waiting-certify")
        await acts.choose(mediator, "waiting-compared")
        await acts.press(mediator, "waiting-certify-go")
        await acts.says(mediator, "waiting-answer")
        await acts.press(mediator, "waiting-answer-go")
        await expect(acts.button(mediator, "waiting-answer-go")).to_have_count(0)
