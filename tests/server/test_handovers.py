# SPDX-License-Identifier: EUPL-1.2
"""A hand-over over HTTP: listed, posted, read; who hears of it; and who came and went."""

from typing import Any

from relay.crypto.encoding import b64u
from relay.protocol import wire, wire_handover
from relay.protocol.policy import parse_policy
from relay.records import Hash
from relay.review.holding import Thing
from relay.server.translate import envelope_of, statement_of
from tests.review.handing import handover, mediators, newcomer, wrapped
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    MAX,
    ODA,
    VERA,
    VIVI,
    XENO,
    Person,
    hash_of,
)
from tests.server.letters import submitted, withdrawn
from tests.server.relays import Answer, Relay
from tests.server.test_events import listening

PLACE = f"/v1/cases/{CASE}"


def thing_of(item: dict[str, Any]) -> Thing:
    """Return a listed item as what is handed over."""
    subject = Hash(item["subject"])
    return Thing(kind=item["kind"], of=item["of"], subject=subject, number=item["version"] or 0)


async def lacking(relay: Relay, giver: Person, to: Person = CY) -> list[dict[str, Any]]:
    """Return what of messages and notes somebody can open and a mediator cannot."""
    return [one for one in await lacking_all(relay, giver, to) if one["kind"] != "record"]


async def lacking_all(relay: Relay, giver: Person, to: Person = CY) -> list[dict[str, Any]]:
    """Return the same with records."""
    answer = await relay.ask("GET", f"{PLACE}/handover?to={to.key}", by=giver)
    assert answer.status == 200, answer
    return answer.json["items"]


async def post(
    relay: Relay, giver: Person, items: list[dict[str, Any]], *, to: Person = CY, **changed: Any
) -> Answer:
    """Hand over what was listed."""
    things = [thing_of(item) for item in items]
    asked = wire_handover.HandoverPost(
        statement=envelope_of(handover(relay.world, giver, things, to=to, **changed)),
        wraps=[
            wire_handover.HandedWrap(
                kind=thing.kind,
                of=thing.of,
                subject=thing.subject,
                version=thing.number if thing.kind == "record" else None,
                wrap=b64u(wrapped(thing, to)),
            )
            for thing in things
        ],
    )
    return await relay.ask("POST", f"{PLACE}/handovers", by=giver, json=asked)


async def test_p19_a_letter_is_handed_over_and_read_by_the_new_mediator(real_relay: Relay) -> None:
    """Over real storage: listed, wrapped anew, given with its purpose; and the old one out."""
    relay = real_relay
    message = await submitted(relay)
    await newcomer(relay.world)
    before = (await relay.ask("GET", f"/v1/messages/{message}", by=CY)).json
    assert (before["wrap"], before["purpose"]) == (None, "review")
    items = await lacking(relay, ADA)
    assert [(one["kind"], one["of"]) for one in items] == [("message", message)]
    assert (await post(relay, ADA, items)).status == 204
    after = (await relay.ask("GET", f"/v1/messages/{message}", by=CY)).json
    assert (after["wrap"], after["purpose"]) == (b64u(wrapped(thing_of(items[0]))), "handover")
    assert await lacking(relay, ADA) == []
    await mediators(relay.world, BO, CY)
    for path in (f"/v1/messages/{message}", f"/v1/messages/{message}/parts/0"):
        assert (await relay.ask("GET", path, by=ADA)).status == 404
    for path in ("handovers", f"handover?to={CY.key}", "policies"):
        assert (await relay.ask("GET", f"{PLACE}/{path}", by=ADA)).status == 403


async def test_p19_records_are_handed_over_in_all_their_versions(real_relay: Relay) -> None:
    """The gates that stand open come with their evidence; the new mediator reads it."""
    relay = real_relay
    await newcomer(relay.world)
    items = [one for one in await lacking_all(relay, ADA) if one["kind"] == "record"]
    assert items
    assert (await post(relay, ADA, items)).status == 204
    assert await lacking_all(relay, ADA) == []
    page = (await relay.ask("GET", f"{PLACE}/records", by=CY)).json["records"]
    assert {one["purpose"] for one in page} == {"handover"}
    wraps = {(one["record"], one["version"]): one["wrap"] for one in page}
    assert wraps == {(one["of"], one["version"]): b64u(wrapped(thing_of(one))) for one in items}


async def test_it_is_told_to_the_mediators_of_the_case(relay: Relay) -> None:
    """Who can read has changed; to the people of the case the manager's policy says who came."""
    await submitted(relay)
    await newcomer(relay.world)
    items = await lacking(relay, ADA)
    async with (
        listening(relay, BO) as beside,
        listening(relay, CY) as newly,
        listening(relay, VIVI) as person,
    ):
        assert (await post(relay, ADA, items)).status == 204
        for ear in (beside, newly):
            assert await ear.hear() == [{"kind": "case", "id": CASE}]
        assert await person.hear(seconds=0.2) == []


async def test_only_people_of_the_case_ask(relay: Relay) -> None:
    """No manager, no stranger, no participant about another's words."""
    await submitted(relay)
    await newcomer(relay.world)
    items = await lacking(relay, ADA)
    assert await lacking(relay, VERA) == []
    for person in (XENO, MAX):
        assert (await post(relay, person, items)).status == 403
        for path in ("handovers", f"handover?to={CY.key}", "policies"):
            assert (await relay.ask("GET", f"{PLACE}/{path}", by=person)).status == 403
    assert (await post(relay, VIVI, items)).code == "wrong-context"
    assert (await post(relay, ODA, items)).status == 204


async def test_bad_questions_are_refused(relay: Relay) -> None:
    """Nobody to hand to, a key that is none, nothing handed, too much at once, rubbish."""
    await submitted(relay)
    await newcomer(relay.world)
    items = await lacking(relay, ADA)
    for query, code in (("", "wrong-shape"), ("?to=x", "wrong-shape"), (f"?to={ODA.key}", "revoked")):
        answer = await relay.ask("GET", f"{PLACE}/handover{query}", by=ADA)
        assert answer.code == code
    good = {"kind": "message", "of": items[0]["of"], "subject": items[0]["subject"]}
    good |= {"version": None, "wrap": "A" * 1558}
    statement = envelope_of(handover(relay.world, ADA, [thing_of(items[0])]))
    for wraps in ([], [good] * 257, [good | {"wrap": "A"}], [good | {"kind": "box"}]):
        body = {
            "statement": {"body": statement.body, "key": statement.key, "sig": statement.sig},
            "wraps": wraps,
        }
        answer = await relay.ask("POST", f"{PLACE}/handovers", by=ADA, json=body)
        assert answer.code == "wrong-shape"


async def test_a_letter_taken_back_meanwhile_is_refused_by_name(relay: Relay) -> None:
    """The client looks again what is left."""
    message = await submitted(relay)
    await newcomer(relay.world)
    items = await lacking(relay, ADA)
    await withdrawn(relay, message)
    answer = await post(relay, ADA, items)
    assert (answer.status, answer.code) == (410, "withdrawn")


async def test_hand_overs_are_listed_to_mediators_and_to_a_person_their_own(relay: Relay) -> None:
    """As they were signed."""
    await submitted(relay)
    await newcomer(relay.world)
    assert (await post(relay, ODA, await lacking(relay, ADA))).status == 204
    for person, count in ((ADA, 1), (CY, 1), (ODA, 1), (VIVI, 0)):
        found = (await relay.ask("GET", f"{PLACE}/handovers", by=person)).json["handovers"]
        assert len(found) == count


async def test_a_case_s_policies_are_given_back_to_the_first(relay: Relay) -> None:
    """Each names the hash of the one before it, so the chain cannot be told otherwise."""
    await newcomer(relay.world)
    await mediators(relay.world, BO, CY)
    for person in (VIVI, BO):
        history = (await relay.ask("GET", f"{PLACE}/policies", by=person)).json
        statements = [statement_of(wire.Envelope(**one["statement"])) for one in history["policies"]]
        words = [parse_policy(one.body) for one in statements]
        assert [one.version for one in words] == [3, 2, 1]
        hashes = [hash_of(one, "policy") for one in statements]
        assert [one.previous for one in words] == [*hashes[1:], None]
        assert [len(one.mediators) for one in words] == [2, 3, 2]
        assert (history["more"], history["policies"][0]["at"]) == (False, relay.world.now)
