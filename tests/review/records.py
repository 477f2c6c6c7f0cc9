# SPDX-License-Identifier: EUPL-1.2
"""Casework in an invented world: records and consents, really signed, and gates opened by them.

Boxes and wraps are arbitrary bytes: the server cannot open them, so to it they are as good
as real ones. Every builder makes a valid thing; a test changes one fact.
"""

from collections.abc import Iterable
from typing import Any

from relay.casework.consenting import Given, give_consent
from relay.casework.recording import WRAP_BYTES, SealedRecord, Written, write_record
from relay.casework.standing import day_of
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.protocol.consent import Consent, build_consent
from relay.protocol.policy import parse_policy
from relay.protocol.record import (
    Clear,
    GateClear,
    GoneClear,
    Record,
    RecordWrap,
    build_record,
    derived_id,
    record_box_hash,
)
from relay.records import CaseId, CaseRecord, KeyId
from tests.review.world import CASE, PEOPLE, PROGRAMME, Person, World, ident, signed

A_YEAR_ON = "2027-05-28"
NEED = GoneClear(gone=False)


def readers(world: World, case: str, *more: Person) -> tuple[KeyId, ...]:
    """Return the key ids of a case's mediators and of ``more``."""
    mediators = parse_policy(world.policies[case].body).mediators
    return tuple(sorted({*map(KeyId, mediators), *(one.key for one in more)}))


def sealed_for(*recipients: KeyId, words: bytes = b"sealed words") -> SealedRecord:
    """Return a box and a wrap for each of its readers."""
    wraps = {one: (sha256(words + one.encode()) * 37)[:WRAP_BYTES] for one in recipients}
    return SealedRecord(box=words * 8, wraps=wraps)


def a_record(
    world: World,
    kind: str,
    clear: Clear,
    *,
    by: Person,
    sealed: SealedRecord,
    case: str = CASE,
    **changed: Any,
) -> Signed:
    """Sign the first version of a record under the id that it must have."""
    named = derived_id(kind, case, clear=clear, mediator=by.id)
    wraps = [RecordWrap(recipient=one, wrap=b64u(sha256(raw))) for one, raw in sorted(sealed.wraps.items())]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "record": named or ident(f"{kind} by {by.name}"),
        "version": 1,
        "previous": None,
        "type": kind,
        "clear": clear,
        "box": record_box_hash(sealed.box),
        "wraps": tuple(wraps),
        "day": day_of(world.now),
    }
    return signed(by, "record", build_record(Record(**(facts | changed))))


async def write(
    world: World, kind: str, clear: Clear, *, by: Person, case: str = CASE, **changed: Any
) -> Written:
    """Write the next version of a record, sealed for exactly whom it is for."""
    own = (by,) if kind in {"need", "exposure"} else ()
    recipients = (by.key,) if kind == "exposure" else readers(world, case, *own)
    named = changed.get("record") or derived_id(kind, case, clear=clear, mediator=by.id)
    before = None if named is None else await world.ledger.load(CaseRecord, named)
    following = {} if before is None else {"version": before.version + 1, "previous": before.statement}
    number = 1 if before is None else before.version + 1
    sealed = sealed_for(*recipients, words=f"sealed {kind} {named} by {by.name}, {number}".encode())
    statement = a_record(world, kind, clear, by=by, sealed=sealed, case=case, **(following | changed))
    return await write_record(
        world.ledger, by.actor, case=CaseId(case), statement=statement, sealed=sealed, at=world.now
    )


def a_consent(world: World, by: Person, *, case: str = CASE, **changed: Any) -> Signed:
    """Sign a yes to letters."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "participant": by.id,
        "channel": "letter",
        "given": True,
        "text": parse_policy(world.policies[case].body).consent_text,
        "number": world.next_number(),
        "day": day_of(world.now),
    }
    return signed(by, "consent", build_consent(Consent(**(facts | changed))))


async def agree(world: World, by: Person, *, case: str = CASE, **changed: Any) -> Given:
    """Say yes to letters, or what a test changes it to."""
    statement = a_consent(world, by, case=case, **changed)
    return await give_consent(world.ledger, by.actor, case=CaseId(case), statement=statement, at=world.now)


async def clear_gate(world: World, gate: str, of: Person, *, case: str = CASE, **changed: Any) -> Written:
    """Have a mediator say that a person's gate is open, for a year where it has to end."""
    facts: dict[str, Any] = {
        "gate": gate,
        "participant": of.id,
        "shut": False,
        "until": A_YEAR_ON if gate == "assessment" else None,
    }
    clear = GateClear(**(facts | changed))
    return await write(world, "gate", clear, by=PEOPLE[CaseId(case)][1][0], case=case)


async def open_gates(
    world: World, *, cases: Iterable[str] = tuple(PEOPLE), channels: tuple[str, ...] = ("letter",)
) -> None:
    """Open every gate of everybody honestly: they agree, and a mediator has looked."""
    for case in cases:
        for person in PEOPLE[CaseId(case)][0]:
            for channel in channels:
                await agree(world, person, case=case, channel=channel)
            for gate in ("no-contact", "assessment"):
                await clear_gate(world, gate, person, case=case)
