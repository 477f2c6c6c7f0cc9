# SPDX-License-Identifier: EUPL-1.2
"""Made words over HTTP: written down by a mediator, confirmed by their author, read with their yes."""

import pytest

from relay.crypto.encoding import b64u
from relay.protocol import wire
from relay.protocol.wire_made import ConfirmationPost
from relay.server.translate import envelope_of
from tests.review.letters import header_of, manifest, wraps_for
from tests.review.made import CHANNELS, CONFIRMATION, words
from tests.review.world import ADA, BO, ODA, VIVI, Person, ident
from tests.server.letters import uploaded
from tests.server.relays import Answer, Relay


@pytest.fixture
async def desk(relay: Relay) -> Relay:
    """A case in which words may be told to a mediator."""
    await relay.world.change_policy(channels=CHANNELS)
    return relay


async def proposed(relay: Relay, name: str = "told", *, by: Person = ADA) -> str:
    """Write down what Oda told, and hand it in."""
    message = ident(name)
    asked = wire.NewMessage(
        manifest=envelope_of(
            manifest(relay.world, message, sender=ODA, addressee=VIVI, **words("relayed", None))
        ),
        header=b64u(header_of(message)),
        wraps=[
            wire.Wrap(purpose=purpose, recipient=key, wrap=b64u(raw))  # pyright: ignore[reportArgumentType]
            for (purpose, key), raw in wraps_for(ODA).items()
        ],
    )
    begun = await relay.ask("POST", "/v1/messages", by=by, json=asked)
    assert begun.status == 200, begun
    await uploaded(relay, message, by=by)
    version = wire.VersionPost(version=begun.json["view"]["version"])
    done = await relay.ask("POST", f"/v1/messages/{message}/submit", by=by, json=version)
    assert (done.status, done.json["state"]) == (200, "proposed"), done
    return message


async def confirmed(relay: Relay, message: str, *, by: Person = ODA, box: str = b64u(CONFIRMATION)) -> Answer:
    """Say yes, having looked at what is there."""
    seen = await relay.ask("GET", f"/v1/messages/{message}", by=by)
    version = seen.json["view"]["version"] if seen.status == 200 else 1
    asked = ConfirmationPost(box=box, version=version)
    return await relay.ask("POST", f"/v1/messages/{message}/confirmation", by=by, json=asked)


async def test_told_words_go_from_a_mediator_to_their_author_and_back(desk: Relay):
    """Each sees their own part of it."""
    message = await proposed(desk)
    offered = (await desk.ask("GET", f"/v1/messages/{message}", by=ODA)).json
    answer = await confirmed(desk, message)
    review = (await desk.ask("GET", f"/v1/messages/{message}", by=BO)).json
    assert (offered["view"]["state"], offered["view"]["maker"], offered["purpose"]) == (
        "proposed",
        ADA.id,
        "self",
    )
    assert (answer.status, answer.json["state"]) == (200, "submitted")
    assert review["confirmation"] == b64u(CONFIRMATION)


@pytest.mark.parametrize("by", [ADA, BO, VIVI])
async def test_p18_only_its_author_may_confirm_over_http(desk: Relay, by: Person):
    """A mediator is refused by role, the reader finds nothing."""
    message = await proposed(desk)
    answer = await confirmed(desk, message, by=by)
    assert answer.status in {403, 404}
    assert (await confirmed(desk, message)).status == 200


@pytest.mark.parametrize(
    ("box", "code"), [("", "wrong-shape"), ("A" * 100, "wrong-shape"), ("A" * 6_000, "wrong-shape")]
)
async def test_a_box_of_another_size_is_refused_and_the_proposal_stands(desk: Relay, box: str, code: str):
    """And may be answered again."""
    message = await proposed(desk)
    refused = await confirmed(desk, message, box=box)
    assert refused.code == code
    assert (await confirmed(desk, message)).status == 200


async def test_a_confirmation_of_what_moved_on_is_refused(desk: Relay):
    """Its author took it back on another device."""
    message = await proposed(desk)
    assert (await confirmed(desk, message)).status == 200
    assert (await confirmed(desk, message)).code == "not-allowed"
