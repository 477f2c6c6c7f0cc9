# SPDX-License-Identifier: EUPL-1.2
"""Drafts, cases, tickets, trust and the small things that anyone may ask, over HTTP."""

from typing import Any

import pytest

from relay.crypto.encoding import b64u
from relay.protocol import wire, wire_office
from relay.records import Nonce, Role, Session, Upload, UploadId
from relay.server.parts import DESK
from relay.server.sweeper import forget_expired
from relay.server.translate import envelope_of
from relay.storage.contract import Page, StorageBrokenError
from relay.storage.faults import Fault
from tests.review.letters import withdrawal
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    MAX,
    ODA,
    OTHER_CASE,
    VERA,
    VIVI,
    XENO,
    Person,
    ident,
    policy,
)
from tests.server.letters import begun, patched, submitted, upload_begun
from tests.server.relays import Answer, Relay

LOOKUP = ident("a ticket")


def draft(version: int, *, text: bytes = b"sealed draft", case: str = CASE) -> wire.DraftPut:
    """Return a draft to keep."""
    return wire.DraftPut(case=case, box=b64u(text), version=version)


async def test_a_draft_is_kept_replaced_and_given_back(real_relay: Relay) -> None:
    """By compare-and-swap: a second tab does not overwrite the first."""
    place = f"/v1/drafts/{ident('draft')}"
    assert (await real_relay.ask("PUT", place, by=ODA, json=draft(0))).json == {"version": 1}
    assert (await real_relay.ask("PUT", place, by=ODA, json=draft(1, text=b"later"))).json == {"version": 2}
    stale = await real_relay.ask("PUT", place, by=ODA, json=draft(1))
    assert (stale.status, stale.json) == (409, {"code": "stale-version", "kept": "draft"})
    kept = (await real_relay.ask("GET", place, by=ODA)).json
    assert (kept["box"], kept["version"]) == (b64u(b"later"), 2)
    listed = (await real_relay.ask("GET", "/v1/drafts", by=ODA)).json
    assert [one["message"] for one in listed["drafts"]] == [ident("draft")]
    assert (await real_relay.ask("DELETE", place, by=ODA)).status == 204
    assert (await real_relay.ask("GET", place, by=ODA)).status == 404


async def test_a_draft_is_its_author_s_alone(relay: Relay) -> None:
    """Nobody else reads, replaces or destroys it."""
    place = f"/v1/drafts/{ident('draft')}"
    await relay.ask("PUT", place, by=ODA, json=draft(0))
    for person, statuses in ((VIVI, {403, 404, 409}), (ADA, {403}), (MAX, {403})):
        for method, body in (("GET", None), ("PUT", draft(1)), ("DELETE", None)):
            assert (await relay.ask(method, place, by=person, json=body)).status in statuses
    assert (await relay.ask("GET", place, by=ODA)).status == 200


async def test_a_submitted_message_s_draft_is_gone(relay: Relay) -> None:
    """It has become the message."""
    await relay.ask("PUT", f"/v1/drafts/{ident('letter')}", by=ODA, json=draft(0))
    message = await submitted(relay)
    assert (await relay.ask("GET", f"/v1/drafts/{message}", by=ODA)).status == 404


async def test_a_refused_beginning_keeps_the_draft(relay: Relay) -> None:
    """And says so."""
    answer = await relay.ask("POST", "/v1/messages", by=ODA, json={})
    assert answer.json == {"code": "wrong-shape", "kept": "draft"}


async def pause(relay: Relay, person: Person) -> Answer:
    """Pause a case."""
    statement = withdrawal(relay.world, None, person, of=person, scope="pause")
    asked = wire.CaseWithdrawal(statement=envelope_of(statement))
    return await relay.ask("POST", f"/v1/cases/{CASE}/withdrawals", by=person, json=asked)


async def case_of(relay: Relay, person: Person) -> dict[str, Any]:
    """Return a case as a person is shown it."""
    return (await relay.ask("GET", "/v1/cases", by=person)).json["cases"][0]


async def test_a_pause_is_seen_by_its_maker_and_the_mediators_and_by_nobody_else(relay: Relay) -> None:
    """To the other side nothing at all changes: no flag, no version."""
    before = {person.name: await case_of(relay, person) for person in (ODA, VERA)}
    assert (await pause(relay, VIVI)).status == 200
    assert (await case_of(relay, VIVI))["paused_by_me"] is True
    assert (await case_of(relay, ADA))["paused"] is True
    for person in (ODA, VERA):
        assert await case_of(relay, person) == before[person.name]


async def test_each_sees_their_own_cases_only(relay: Relay) -> None:
    """Another case is not even named."""
    for person, case in ((ODA, CASE), (ADA, CASE), (XENO, OTHER_CASE), (CY, OTHER_CASE)):
        cases = (await relay.ask("GET", "/v1/cases", by=person)).json["cases"]
        assert [one["case"] for one in cases] == [case]


@pytest.mark.parametrize("stranger", [XENO, CY, MAX], ids=lambda one: one.name)
async def test_a_message_of_another_case_is_not_found(relay: Relay, stranger: Person) -> None:
    """On every route that names it (Vaultwarden GHSA-569v-845w-g82p: one of many was forgotten)."""
    message = await submitted(relay)
    asked = wire.StatementPost(
        statement=envelope_of(withdrawal(relay.world, None, ADA, of=VIVI, scope="pause"))
    )
    for resource in ("approvals", "decisions", "offers", "releases", "readiness", "withdrawals"):
        answer = await relay.ask("POST", f"/v1/messages/{message}/{resource}", by=stranger, json=asked)
        assert answer.status in {400, 403, 404}, resource
    for resource in ("claim", "submit", "opened"):
        answer = await relay.ask(
            "POST", f"/v1/messages/{message}/{resource}", by=stranger, json={"version": 1}
        )
        assert answer.status in {403, 404}, resource
    assert (await relay.ask("GET", f"/v1/messages/{message}", by=stranger)).status in {403, 404}
    listed = await relay.ask("GET", f"/v1/messages?case={CASE}", by=stranger)
    assert listed.status in {403, 404}


def a_ticket(**changed: Any) -> wire.TicketRequest:
    """Return what a mediator asks for."""
    facts: dict[str, Any] = {"lookup": LOOKUP, "case": CASE, "person": ident("new"), "side": "harmed"}
    return wire.TicketRequest(**(facts | changed))


async def test_a_ticket_is_shown_to_who_knows_its_lookup_id(relay: Relay) -> None:
    """And to nobody by guessing."""
    made = await relay.ask("POST", "/v1/tickets", by=ADA, json=a_ticket())
    assert (made.status, made.json["state"]) == (200, "open")
    assert (await relay.ask("GET", f"/v1/tickets/{LOOKUP}")).json["case"] == CASE
    assert (await relay.ask("GET", f"/v1/tickets/{ident('guess')}")).code == "ticket-wrong"
    again = await relay.ask("POST", "/v1/tickets", by=ADA, json=a_ticket())
    assert (again.status, again.code) == (409, "exists")


@pytest.mark.parametrize(
    ("person", "changed"),
    [
        (CY, {}),
        (ODA, {}),
        (MAX, {}),
        (ADA, {"case": OTHER_CASE}),
        (ADA, {"case": None, "person": None, "side": None}),
    ],
)
async def test_only_a_mediator_of_the_case_makes_its_tickets(
    relay: Relay, person: Person, changed: dict[str, Any]
) -> None:
    """And only a manager a mediator's."""
    answer = await relay.ask("POST", "/v1/tickets", by=person, json=a_ticket(**changed))
    assert answer.status in {403, 404}


async def test_tickets_are_listed_for_the_case_s_mediators_only(relay: Relay) -> None:
    """Lookup ids are not for others."""
    await relay.ask("POST", "/v1/tickets", by=ADA, json=a_ticket())
    for person, count in ((ADA, 1), (BO, 1)):
        listed = (await relay.ask("GET", f"/v1/tickets?case={CASE}", by=person)).json
        assert len(listed["tickets"]) == count
    assert (await relay.ask("GET", f"/v1/tickets?case={CASE}", by=CY)).status in {403, 404}
    assert (await relay.ask("GET", "/v1/tickets", by=ODA)).status == 403


async def test_trust_is_given_to_those_who_are_signed_in_and_renewed_on_signatures_alone(
    relay: Relay,
) -> None:
    """A directory by nobody of the managers is refused, and nothing changes."""
    before = (await relay.ask("GET", "/v1/trust", by=ODA)).json
    assert len(before["policies"]) == 1
    forged = wire_office.TrustPost(root=None, directory=envelope_of(policy(CASE, by=ADA)), policies=[])
    answer = await relay.ask("POST", "/v1/trust", json=forged)
    assert 400 <= answer.status < 500
    assert (await relay.ask("GET", "/v1/trust", by=ODA)).json == before
    assert (await relay.ask("GET", "/v1/trust")).status == 401


async def test_before_it_is_founded_a_relay_says_so_and_takes_nothing(bare_relay: Relay) -> None:
    """Every route is polite from the first minute on."""
    assert (await bare_relay.ask("GET", "/v1/programme")).json["programme"] is None
    health = (await bare_relay.ask("GET", "/v1/health")).json
    assert health["oldest_unfinished_shred_seconds"] == 0
    forged = wire_office.TrustPost(root=None, directory=envelope_of(policy(CASE)), policies=[])
    assert (await bare_relay.ask("POST", "/v1/trust", json=forged)).code == "root-wrong"


async def test_health_says_how_long_the_directory_lasts(relay: Relay) -> None:
    """Enough for a watchdog, and nothing about people."""
    health = (await relay.ask("GET", "/v1/health")).json
    assert health["ok"] is True
    assert 25 <= health["directory_days_left"] <= 35


async def test_forgetting_clears_what_the_browser_stored(relay: Relay) -> None:
    """By POST: a foreign page's picture cannot do it."""
    answer = await relay.ask("POST", "/v1/forget")
    assert (answer.status, answer.headers["Clear-Site-Data"]) == (204, '"cache", "cookies", "storage"')
    assert (await relay.ask("POST", "/v1/forget", headers={"Sec-Fetch-Site": "cross-site"})).status == 403
    assert (await relay.ask("GET", "/v1/forget")).status in {404, 405}


async def test_what_has_expired_is_swept(relay: Relay) -> None:
    """Used nonces, ended sessions and abandoned uploads."""
    message = await begun(relay)
    await upload_begun(relay, message)
    world = relay.world
    assert await world.ledger.find(Nonce, Page(equals={}, order="expires_at"))
    world.now += 8 * 86_400
    await forget_expired(relay.listening.runner.app[DESK])
    for kind in (Nonce, Session, Upload):
        assert await world.ledger.find(kind, Page(equals={}, order="expires_at")) == ()


async def test_what_was_swept_before_a_crash_leaves_no_bytes(relay: Relay) -> None:
    """The record goes after its bytes: a round that breaks off in between is done again by the next."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    assert (await patched(relay, place, b"some")).status == 204
    world, upload = relay.world, UploadId(place.rpartition("/")[2])
    world.now += 8 * 86_400
    world.blobs.faults.plan("discard", Fault.BEFORE)
    desk = relay.listening.runner.app[DESK]
    with pytest.raises(StorageBrokenError):
        await forget_expired(desk)
    await forget_expired(desk)
    assert await world.blobs.staged_size(upload) == 0
    assert await world.ledger.load(Upload, upload) is None


async def test_roles_are_held_to_on_every_route(relay: Relay) -> None:
    """What a role may not do is 403 before anything is read."""
    closed = {
        Role.MANAGER: [
            ("GET", f"/v1/messages?case={CASE}"),
            ("GET", "/v1/drafts"),
            ("GET", f"/v1/messages/{LOOKUP}"),
        ],
        Role.PARTICIPANT: [("GET", "/v1/pending"), ("GET", "/v1/tickets")],
        Role.MEDIATOR: [("GET", "/v1/pending"), ("GET", "/v1/drafts")],
    }
    for person in (MAX, ODA, ADA):
        for method, path in closed[person.role]:
            answer = await relay.ask(method, path, by=person)
            assert (answer.status, answer.code) == (403, "forbidden"), path
