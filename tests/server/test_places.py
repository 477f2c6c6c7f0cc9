# SPDX-License-Identifier: EUPL-1.2
"""Two accounts of one person: whose key the policy names has the case, the other one nothing."""

from tests.review.world import ODA, ODA_AGAIN, Person
from tests.server.letters import submitted
from tests.server.relays import Relay


async def has_the_case(relay: Relay, person: Person, message: str) -> bool:
    """Say whether an account, which can sign in and fetch its bundle, has the case and the letter."""
    found = {
        path: await relay.ask("GET", f"/v1/{path}", by=person)
        for path in ("session", "bundle", "cases", "trust", "messages", f"messages/{message}")
    }
    letter = found.pop(f"messages/{message}")
    assert {answer.status for answer in found.values()} == {200}
    has = {
        bool(found["session"].json["cases"]),
        bool(found["cases"].json["cases"]),
        bool(found["trust"].json["policies"]),
        bool(found["messages"].json["messages"]),
        letter.status == 200,
    }
    assert len(has) == 1, found
    assert letter.status == 200 or letter.code == "not-found"
    return has.pop()


async def test_only_the_account_whose_key_is_named_has_the_case(relay: Relay) -> None:
    """Before the policy names the newer key, the older account; after, the newer one; never both."""
    message = await submitted(relay)
    await relay.add_account(ODA_AGAIN)
    assert await has_the_case(relay, ODA, message)
    assert not await has_the_case(relay, ODA_AGAIN, message)
    await relay.world.enrol_again(ODA_AGAIN)
    assert not await has_the_case(relay, ODA, message)
    assert await has_the_case(relay, ODA_AGAIN, message)
