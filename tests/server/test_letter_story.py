# SPDX-License-Identifier: EUPL-1.2
"""A letter's whole way over HTTP, on real files."""

from tests.review.letters import chunk_of
from tests.review.world import ADA, ODA, VIVI
from tests.server.letters import released, withdrawn
from tests.server.relays import Relay


async def test_a_letter_is_given_reviewed_offered_released_read_and_taken_back(real_relay: Relay) -> None:
    """The story of the issue, without browsers, over SQLite, files and a slot file."""
    relay = real_relay
    message = await released(relay)
    part = f"/v1/messages/{message}/parts/0"
    for person in (ODA, ADA, VIVI):
        read = await relay.ask("GET", part, by=person)
        assert (read.status, read.body) == (200, chunk_of(message)), person.name
    detail = (await relay.ask("GET", f"/v1/messages/{message}", by=VIVI)).json
    assert detail["purpose"] == "release"
    opened = await relay.ask(
        "POST", f"/v1/messages/{message}/opened", by=VIVI, json={"version": detail["view"]["version"]}
    )
    assert opened.json["state"] == "opened"

    receipt = await withdrawn(relay, message)
    assert receipt.status == 200, receipt
    for person in (ODA, ADA, VIVI):
        assert (await relay.ask("GET", part, by=person)).status in {404, 410}
    gone = (await relay.ask("GET", f"/v1/messages/{message}", by=VIVI)).json
    assert gone["view"]["state"] == "withdrawn"
    assert gone["wrap"] is None
    assert gone["header"] is None


async def test_the_author_never_sees_beyond_approved(relay: Relay) -> None:
    """What the addressee does with an offer is theirs to tell."""
    message = await released(relay)
    seen = (await relay.ask("GET", f"/v1/messages/{message}", by=ODA)).json
    assert seen["view"]["state"] == "approved"
