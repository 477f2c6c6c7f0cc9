# SPDX-License-Identifier: EUPL-1.2
"""A hand-over: wraps that somebody of a case makes for one of its mediators, taken all or none.

The keys go no further than the case: each wrap is of a message, note or record of it, and
its giver has to hold that key. What was taken back is not handed over: the commit holds
every message to what it was, so a withdrawal at the same moment wins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope
from relay.errors import (
    ExistsError,
    ForbiddenError,
    RevokedError,
    StaleVersionError,
    WithdrawnError,
    WrongShapeError,
)
from relay.places import stands
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.handover import Handover, check_handed, verify_handover
from relay.records import (
    Actor,
    Case,
    CaseId,
    Event,
    Hash,
    KeyId,
    Member,
    Message,
    PersonId,
    RecordBox,
    Role,
    Statement,
)
from relay.review.boxes import store
from relay.review.desk import WRAP_BYTES, Desk
from relay.review.holding import Giver, HeldMessage, Thing, held, holds, place_of
from relay.review.holding_records import handed_record, held_record, is_read_by
from relay.review.moving import hash_of
from relay.review.standing import Standing, certificate_of, load_standing, own_signature
from relay.review.withdrawing import MOST_RACES, highest_number
from relay.storage.contract import Append, Change, Expect

Handed = Sequence[tuple[Thing, bytes]]
"""What is handed over, each with its wrap for the receiver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A hand-over that was taken, and who may know of it."""

    statement: Hash
    concerned: frozenset[PersonId]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What of the handed things is there: messages by id, and records that the giver holds."""

    messages: Mapping[str, HeldMessage]
    records: Mapping[Thing, RecordBox]


async def hand_over(desk: Desk, actor: Actor, *, case: CaseId, statement: Signed, handed: Handed) -> Passed:
    """Take a ``handover`` with its wraps; the very same one again is harmless.

    Args:
        desk: the ports.
        actor: a mediator of the case, or a participant for their own words.
        case: which.
        statement: the signed ``handover``.
        handed: what it names.

    Raises:
        ForbiddenError, NotFoundError: not their case.
        WrongContextError: of another case, not theirs to give, or to nobody assigned.
        RollbackError, ForkError: made under another policy than the current one.
        SignerNotAllowedError, RevokedError, SignatureWrongError: as named.
        WrapBrokenError, WrongShapeError: other wraps than the named ones.
        OldNumberError: not above this giver's last hand-over.
        WithdrawnError: one of the messages was taken back: look again what is left.
        StaleVersionError: the case would not come to rest.
    """
    _check_wraps(handed)
    for _ in range(MOST_RACES):
        giver = await enter_case(desk, actor, case)
        own_signature(statement, giver.member)
        named = hash_of(statement, "handover")
        if await _is_known(desk, statement, named):
            return Passed(statement=named, concerned=frozenset())
        found = await _found(desk, giver, handed)
        words = await _verified(desk, giver, statement, handed=handed, found=found)
        changes = await _changes(desk, giver, words, handed=handed, found=found)
        try:
            await desk.ledger.commit([*_kept(giver, statement, words, named=named), *changes])
        except (StaleVersionError, ExistsError):
            continue
        return Passed(statement=named, concerned=_concerned(giver.standing, actor))
    raise StaleVersionError(f"{case}: changed {MOST_RACES} times meanwhile")


async def enter_case(desk: Desk, actor: Actor, case: CaseId) -> Giver:
    """Return whoever asks as somebody of the case.

    Raises:
        NotFoundError: no such case.
        ForbiddenError: not theirs, or no longer.
    """
    standing = await load_standing(desk.ledger, case)
    member = standing.members.get(actor.person)
    if member is None or member.key is None or member.left or not stands(member, actor):
        raise ForbiddenError(f"{case}: not their case")
    return Giver(standing=standing, member=member, key=member.key, at=desk.clock())


def receiver_of(standing: Standing, key: KeyId) -> Member:
    """Return the place of the mediator to whom a key is to go.

    Raises:
        RevokedError: no active mediator of the case has that key.
    """
    for member in standing.members.values():
        if member.role is Role.MEDIATOR and member.key == key:
            return member
    raise RevokedError(f"{standing.case.id}: no active mediator of this case has that key")


def _check_wraps(handed: Handed) -> None:
    if len({thing.subject for thing, _ in handed}) != len(handed):
        raise WrongShapeError("one thing handed over twice")
    if any(len(wrap) != WRAP_BYTES for _, wrap in handed):
        raise WrongShapeError(f"a wrap has {WRAP_BYTES} bytes")


async def _is_known(desk: Desk, statement: Signed, named: Hash) -> bool:
    known = await desk.ledger.load(Statement, named)
    return known is not None and known.envelope == encode_envelope(statement)


async def _found(desk: Desk, giver: Giver, handed: Handed) -> _Found:
    records = {thing: await held_record(desk, giver, thing) for thing, _ in handed if thing.kind == "record"}
    return _Found(
        messages=await _messages(desk, handed),
        records={thing: box for thing, box in records.items() if box is not None},
    )


async def _messages(desk: Desk, handed: Handed) -> dict[str, HeldMessage]:
    """Return the messages that are named and are there, with what lies under their keys.

    Raises:
        WithdrawnError: one was taken back, or expired.
    """
    found: dict[str, HeldMessage] = {}
    for ident in sorted({thing.of for thing, _ in handed if thing.kind != "record"}):
        message = await desk.ledger.load(Message, ident)
        if message is None:
            continue
        if message.ended_at is not None:
            raise WithdrawnError(f"{ident}: no longer there to hand over")
        found[ident] = await held(desk, message)
    return found


async def _verified(
    desk: Desk,
    giver: Giver,
    statement: Signed,
    *,
    handed: Handed,
    found: _Found,
) -> Handover:
    verified = verify_handover(
        statement,
        policy=giver.standing.policy,
        certificate=await _certificate(desk, giver),
        seen_number=await highest_number(desk, giver.case, signer=b64u(statement.key), kind="handover"),
    )
    receiver_of(giver.standing, KeyId(verified.handover.to))
    theirs = [thing for thing, _ in handed if _is_theirs(found, giver, thing)]
    check_handed(
        verified.handover,
        wraps={str(thing.subject): wrap for thing, wrap in handed},
        theirs=frozenset(str(thing.subject) for thing in theirs),
    )
    return verified.handover


def _is_theirs(found: _Found, giver: Giver, thing: Thing) -> bool:
    if thing.kind == "record":
        return thing in found.records
    return thing.of in found.messages and holds(found.messages[thing.of], giver, thing)


async def _certificate(desk: Desk, giver: Giver) -> VerifiedCertificate | None:
    if giver.member.role is not Role.PARTICIPANT:
        return None
    return await certificate_of(desk.ledger, giver.standing, person=giver.member.person)


async def _changes(
    desk: Desk,
    giver: Giver,
    words: Handover,
    *,
    handed: Handed,
    found: _Found,
) -> list[Change]:
    """Return what is stored: what the receiver can open already stays as it is."""
    changes: list[Change] = [Expect(Case, giver.case, giver.standing.case.version)]
    to, wraps = KeyId(words.to), dict(handed)
    for ident, one in found.messages.items():
        places = {place_of(thing, to=to): wrap for thing, wrap in handed if thing.of == ident}
        missing = {place: wrap for place, wrap in places.items() if place not in one.names}
        changes += await store(desk, one.message.id, missing)
        changes.append(Expect(Message, one.message.id, one.message.version))
    for thing, box in found.records.items():
        if not await is_read_by(desk, box.id, to):
            changes.append(Append(handed_record(box, to=to, wrap=wraps[thing])))
    return changes


def _kept(giver: Giver, statement: Signed, words: Handover, *, named: Hash) -> Sequence[Change]:
    kept = Statement(
        id=named,
        kind="handover",
        case=giver.case,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=words.number,
        at=giver.at,
        envelope=encode_envelope(statement),
    )
    event = Event(
        seq=0,
        case=giver.case,
        message=None,
        kind="handover",
        by=giver.member.person,
        at=giver.at,
        digest=named,
        chain="",
    )
    return (Append(kept), Append(event))


def _concerned(standing: Standing, actor: Actor) -> frozenset[PersonId]:
    mediators = {member.person for member in standing.members.values() if member.role is Role.MEDIATOR}
    return frozenset(mediators | {actor.person})
