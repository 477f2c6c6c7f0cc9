# SPDX-License-Identifier: EUPL-1.2
"""Casework over HTTP: records, consents, gates and what is due, each for whom it is, and who is told."""

from collections.abc import Awaitable
from typing import Any

import pytest

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.protocol import wire, wire_casework
from relay.protocol.record import Clear, ExposureClear, GateClear, GoneClear, PaceClear, TaskClear
from relay.records import Hash, KeyId
from relay.server.listeners import Listener
from relay.server.parts import LISTENERS
from relay.server.translate import envelope_of
from tests.review.letters import offer, readiness, release
from tests.review.records import NEED, a_consent, a_record, readers, sealed_for
from tests.review.world import ADA, BO, CASE, CY, MAX, ODA, OTHER_CASE, VERA, VIVI, Person, hash_of, ident
from tests.server.letters import approved, offered, post, record
from tests.server.relays import Answer, Relay

RECORDS = f"/v1/cases/{CASE}/records"
CONSENTS = f"/v1/cases/{CASE}/consents"
GATES = f"/v1/cases/{CASE}/gates"
NOTE = GoneClear(gone=False)
APPEAL = GateClear(gate="overlap", participant=VIVI.id, shut=True, until=None)


def record_post(
    relay: Relay, kind: str, clear: Clear, by: Person, *, wraps_as: str = "record", **changed: Any
) -> wire_casework.RecordPost:
    """Return the first version of a record, sealed for exactly whom it is for."""
    own = (by,) if kind == "need" else ()
    recipients: tuple[KeyId, ...] = (by.key,) if kind == "exposure" else readers(relay.world, CASE, *own)
    sealed = sealed_for(*recipients)
    statement = a_record(relay.world, kind, clear, by=by, sealed=sealed, **changed)
    return wire_casework.RecordPost(
        statement=envelope_of(statement),
        box=b64u(sealed.box),
        wraps=[
            wire.Wrap(purpose=wraps_as, recipient=key, wrap=b64u(raw))  # pyright: ignore[reportArgumentType]
            for key, raw in sealed.wraps.items()
        ],
    )


async def write(relay: Relay, kind: str, clear: Clear, by: Person, **changed: Any) -> Answer:
    """Write a record."""
    return await relay.ask("POST", RECORDS, by=by, json=record_post(relay, kind, clear, by, **changed))


def consent_post(statement: Signed) -> wire_casework.ConsentPost:
    """Return a consent as it travels."""
    return wire_casework.ConsentPost(statement=envelope_of(statement))


async def test_a_record_is_kept_listed_and_opened_by_its_readers(real_relay: Relay) -> None:
    """With the one wrap that is for each; over real files."""
    assert (await write(real_relay, "need", NEED, VIVI)).json == {"version": 1}
    for by in (VIVI, ADA, BO):
        (seen,) = (await real_relay.ask("GET", f"{RECORDS}?type=need", by=by)).json["records"]
        assert (seen["type"], seen["version"], seen["purpose"], seen["case"]) == ("need", 1, "record", CASE)
        assert seen["wrap"] == b64u(sealed_for(by.key).wraps[by.key])
        history = await real_relay.ask("GET", f"{RECORDS}/{seen['record']}", by=by)
        assert history.json == {"versions": [seen]}


async def test_p5_a_record_is_nobody_elses(relay: Relay) -> None:
    """Not the other person's, not another case's mediator's, not the office's."""
    await write(relay, "need", NEED, VIVI)
    await write(relay, "exposure", ExposureClear(), ADA)
    (need,) = (await relay.ask("GET", RECORDS, by=VIVI)).json["records"]
    (log,) = (await relay.ask("GET", f"{RECORDS}?type=exposure", by=ADA)).json["records"]
    for by in (ODA, VERA):
        assert (await relay.ask("GET", RECORDS, by=by)).json["records"] == []
        assert (await relay.ask("GET", f"{RECORDS}/{need['record']}", by=by)).code == "not-found"
    assert (await relay.ask("GET", f"{RECORDS}?type=exposure", by=BO)).json["records"] == []
    assert (await relay.ask("GET", f"{RECORDS}/{log['record']}", by=BO)).code == "not-found"
    for place in (RECORDS, f"{RECORDS}/{need['record']}", CONSENTS, GATES):
        for by in (CY, MAX):
            assert (await relay.ask("GET", place, by=by)).code == "forbidden"
    assert (await relay.ask("GET", GATES, by=VIVI)).code == "forbidden"
    assert (await relay.ask("GET", RECORDS)).code == "session-expired"


async def test_p5_a_record_of_another_case_is_refused(relay: Relay) -> None:
    """Signed for one case and posted to another."""
    asked = record_post(relay, "note", NOTE, ADA)
    answer = await relay.ask("POST", f"/v1/cases/{OTHER_CASE}/records", by=CY, json=asked)
    assert (answer.status, answer.code) == (400, "wrong-context")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"wraps_as": "note"}, "wrong-shape"),
        ({"record": ident("x"), "version": 2, "previous": "A" * 43}, "stale-version"),
        ({"box": "A" * 43}, "seal-broken"),
        ({"day": "2026-01-01"}, "wrong-shape"),
        ({"programme": "A" * 22}, "wrong-context"),
    ],
)
async def test_what_does_not_fit_is_refused_by_name(relay: Relay, changed: dict[str, Any], code: str) -> None:
    """A coded refusal, and nothing was kept."""
    assert (await write(relay, "note", NOTE, ADA, **changed)).code == code
    assert (await relay.ask("GET", f"{RECORDS}?type=note", by=ADA)).json["records"] == []


async def test_two_wraps_for_one_reader_are_refused(relay: Relay) -> None:
    """Each has one."""
    asked = record_post(relay, "note", NOTE, ADA)
    twice = wire_casework.RecordPost(
        statement=asked.statement, box=asked.box, wraps=[*asked.wraps, asked.wraps[0]]
    )
    assert (await relay.ask("POST", RECORDS, by=ADA, json=twice)).code == "wrong-shape"


async def test_mediators_are_told_of_a_change_and_the_other_side_is_not(relay: Relay) -> None:
    """A need wakes its author and the mediators; an exposure log its author alone."""
    listening = {one.name: ears(relay, one) for one in (VIVI, ODA, VERA, ADA, BO, CY)}

    async def woken(work: Awaitable[Answer]) -> set[str]:
        assert (await work).status == 200
        heard = {name: one.take() for name, one in listening.items()}
        assert all(change == wire.Change(kind="case", id=CASE) for all_ in heard.values() for change in all_)
        return {name for name, all_ in heard.items() if all_}

    assert await woken(write(relay, "need", NEED, VIVI)) == {"vivi", "ada", "bo"}
    assert await woken(write(relay, "exposure", ExposureClear(), ADA)) == {"ada"}
    no = consent_post(a_consent(relay.world, ODA, given=False))
    assert await woken(relay.ask("POST", CONSENTS, by=ODA, json=no)) == {"oda", "ada", "bo"}


def ears(relay: Relay, person: Person) -> Listener:
    """Let a person listen."""
    listener = Listener(person=person.id, role=person.role, session=Hash(ident(person.name)))
    relay.listening.runner.app[LISTENERS].everybody[person.id] = [listener]
    return listener


async def test_what_is_due_is_listed_for_mediators(relay: Relay) -> None:
    """By its day; participants have no such list."""
    for number, day in enumerate(("2026-06-03", "2026-06-01")):
        task = TaskClear(task="promise", participant=VIVI.id, due=day, done=False)
        await write(relay, "task", task, ADA, record=ident(f"task {number}"))
    first = (await relay.ask("GET", "/v1/tasks?limit=1", by=BO)).json
    assert [one["record"] for one in first["records"]] == [ident("task 1")]
    rest = (await relay.ask("GET", f"/v1/tasks?limit=1&after={first['next']}", by=BO)).json
    assert [one["record"] for one in rest["records"]] == [ident("task 0")]
    assert (await relay.ask("GET", "/v1/tasks?after=2026-06-01", by=BO)).code == "wrong-shape"
    assert (await relay.ask("GET", "/v1/tasks", by=VIVI)).code == "forbidden"


async def test_a_consent_is_given_and_taken_back(relay: Relay) -> None:
    """By the person alone; a replay is refused."""
    yes = consent_post(a_consent(relay.world, VIVI))
    no = consent_post(a_consent(relay.world, VIVI, given=False))
    assert (await relay.ask("POST", CONSENTS, by=VIVI, json=yes)).json == {"version": 2}
    assert (await relay.ask("POST", CONSENTS, by=VIVI, json=no)).json == {"version": 3}
    assert (await relay.ask("POST", CONSENTS, by=VIVI, json=yes)).code == "old-number"
    assert (await relay.ask("POST", CONSENTS, by=ADA, json=yes)).code == "forbidden"
    assert (await relay.ask("GET", CONSENTS, by=VIVI)).json == {"consents": [asked(no)]}
    assert len((await relay.ask("GET", CONSENTS, by=ADA)).json["consents"]) == 3


def asked(post_: wire_casework.ConsentPost) -> dict[str, str]:
    """Return an envelope as JSON."""
    return {"body": post_.statement.body, "key": post_.statement.key, "sig": post_.statement.sig}


async def test_p2_a_shut_gate_stops_an_offer_and_says_why(relay: Relay) -> None:
    """The board says the same."""
    message = await approved(relay)
    await write(relay, "gate", APPEAL, ADA)
    stopped = await post(
        relay, message, "offers", offer(relay.world, await record(relay, message), ADA), by=ADA
    )
    assert (stopped.status, stopped.code) == (409, "overlap")
    told = (await relay.ask("GET", GATES, by=BO)).json["gates"]
    assert {"code": "overlap", "participant": VIVI.id, "channel": None} in told


async def test_p2_a_gate_that_shuts_after_the_offer_stops_the_release(relay: Relay) -> None:
    """A consent that is taken back, too."""
    message = await offered(relay)
    ready = readiness(relay.world, await record(relay, message), VIVI)
    assert (await post(relay, message, "readiness", ready, by=VIVI)).status == 200
    no = consent_post(a_consent(relay.world, VIVI, given=False))
    assert (await relay.ask("POST", CONSENTS, by=VIVI, json=no)).status == 200
    known = await record(relay, message)
    statement = release(
        relay.world,
        known,
        ADA,
        to=VIVI,
        readiness=hash_of(ready, "readiness"),
        approvals=tuple(known.approved_with.split(",")),
    )
    wrap = wire.Wrap(purpose="release", recipient=VIVI.key, wrap=b64u(bytes(1168)))
    stopped = await post(relay, message, "releases", statement, by=ADA, wrap=wrap)
    assert (stopped.status, stopped.code) == (409, "consent-missing")


async def test_p2_two_offers_at_once_do_not_outrun_a_pace(relay: Relay) -> None:
    """Each was prepared when there was room for one."""
    first, second = await approved(relay, "one"), await approved(relay, "two")
    await write(relay, "pace", PaceClear(side="responsible", most=1, days=7), ADA)
    one = await post(relay, first, "offers", offer(relay.world, await record(relay, first), ADA), by=ADA)
    two = await post(relay, second, "offers", offer(relay.world, await record(relay, second), ADA), by=ADA)
    assert (one.status, two.code) == (200, "pace")
