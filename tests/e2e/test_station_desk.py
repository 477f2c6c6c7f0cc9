# SPDX-License-Identifier: EUPL-1.2
"""The desk at a station in a real browser: pages from this installation, letters from the relay."""

from playwright.async_api import Browser

from relay.station.desk import desk_open
from tests.e2e import acts
from tests.e2e.browsers import person
from tests.e2e.relays import Demo


async def test_a_mediator_reads_at_a_stations_desk(relay: Demo, browser: Browser) -> None:
    """Issue 4: no code comes from the server; whoever sits here signs in at the relay all the same."""
    ways = relay.ways
    async with person(browser, ways["victim"].origin, "fr") as camille:
        await acts.sign_in_by_link(camille, ways["victim"])
        await acts.write_letter(camille, "Bonjour,\n\nJe me souviens du mot zymurgie.")
    async with (
        desk_open(f"http://localhost:{relay.port}") as desk,
        person(browser, desk.address.rstrip("/"), "fr") as mediator,
    ):
        await acts.sign_in_by_words(mediator, ways["mediator"])
        await acts.open_from_queue(mediator, "desk-state-submitted")
        await acts.sees(mediator, "zymurgie")
        assert mediator.seen.foreign == []
        assert mediator.seen.complaints == []
