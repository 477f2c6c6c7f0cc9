# SPDX-License-Identifier: EUPL-1.2
"""Casework's records: written in versions, each sealed for exactly those whom its type is for.

The server reads the clear fields, which it acts on, and opens nothing. A change of a gate
or pace raises the case's version: an offer that was prepared before it does not go through.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from relay.casework.record_places import refuse_anothers_place
from relay.casework.record_rules import check_clear, due_of, is_open, participant_of, readers_of
from relay.casework.standing import (
    case_participant,
    certificate_of,
    load_policy,
    members_of,
    require_case_mediator,
)
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope
from relay.errors import (
    ExistsError,
    ForbiddenError,
    NotFoundError,
    SignerNotAllowedError,
    StaleVersionError,
    TooLargeError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.record import Record, VerifiedRecord, parse_record, verify_record
from relay.records import (
    Actor,
    Case,
    CaseId,
    CaseRecord,
    Event,
    Hash,
    KeyId,
    Member,
    Message,
    PersonId,
    RecordBox,
    RecordWrap,
    Role,
    State,
    Statement,
)
from relay.storage.contract import Append, Change, Expect, Ledger, Put

MAX_RECORD_BYTES: Final = 72_000
WRAP_BYTES: Final = 1_168
MOST_RACES: Final = 3
_GATING: Final = frozenset({"gate", "pace"})
_ON_PAPER: Final = frozenset({State.RELEASED, State.OPENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRecord:
    """A record's box and its wraps, by the key id of each reader's signing key."""

    box: bytes
    wraps: Mapping[KeyId, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A record that was taken, and who may know that it changed."""

    record: CaseRecord
    concerned: frozenset[PersonId]


async def write_record(
    ledger: Ledger, actor: Actor, *, case: CaseId, statement: Signed, sealed: SealedRecord, at: int
) -> Written:
    """Take the next version of a record; the very same one again is harmless.

    Args:
        ledger: where it is kept.
        actor: a mediator of the case; for a need, the participant who has it.
        case: which.
        statement: the signed ``record``.
        sealed: its box and wraps.
        at: seconds.

    Raises:
        ForbiddenError, SignerNotAllowedError, SignatureWrongError: not theirs to write.
        WrongContextError: of another case, person or message, or under a wrong id.
        WrongShapeError: a day out of range, or readers other than the type's own.
        SealBrokenError, WrapBrokenError: another box or other wraps than the named ones.
        StaleVersionError: not the version that follows the current one.
        TooLargeError: longer than a record may be.
        NotFoundError: no such case.
    """
    for _ in range(MOST_RACES):
        written = await _write(ledger, actor, case, statement=statement, sealed=sealed, at=at)
        if written is not None:
            return written
    raise StaleVersionError(f"{case}: changed {MOST_RACES} times meanwhile")


async def _write(
    ledger: Ledger, actor: Actor, case: CaseId, *, statement: Signed, sealed: SealedRecord, at: int
) -> Written | None:
    """Try once; None where something else was first, so that all has to be looked at again."""
    words = parse_record(statement.body)
    author = await _author(ledger, actor, case, words)
    if b64u(statement.key) != author.key:
        raise SignerNotAllowedError(f"{words.record}: signed with another person's key")
    found, members = await ledger.load(Case, case), await members_of(ledger, case)
    if found is None:
        raise NotFoundError(f"{case}: no such case")
    policy = await load_policy(ledger, case)
    verified = await _verified(ledger, policy, author, statement=statement, sealed=sealed)
    refuse_anothers_place(words, policy)
    before = await ledger.load(CaseRecord, words.record)
    if before is not None and before.statement == verified.hash:
        return Written(record=before, concerned=frozenset())
    after = _next(verified, author=author, at=at)
    _follows(before, after, words)
    check_clear(words, members, at=at)
    await _check_message(ledger, case, words)
    _check_readers(words, policy, author, sealed)
    changes = _kept(after, statement=statement, sealed=sealed)
    try:
        await ledger.commit([*changes, _case_change(found, after)])
    except (StaleVersionError, ExistsError):
        return None
    return Written(record=after, concerned=_concerned(after, members))


async def _author(ledger: Ledger, actor: Actor, case: CaseId, words: Record) -> Member:
    """Return the writer's place: a participant says needs, a mediator all else."""
    if words.case != case:
        raise WrongContextError(f"{words.record}: of another case")
    if words.type != "need":
        return await require_case_mediator(ledger, actor, case)
    member = await case_participant(ledger, actor, case)
    if member is None:
        raise ForbiddenError(f"{case}: a need is said by a person of this case")
    return member


async def _verified(
    ledger: Ledger, policy: VerifiedPolicy, author: Member, *, statement: Signed, sealed: SealedRecord
) -> VerifiedRecord:
    if len(sealed.box) > MAX_RECORD_BYTES:
        raise TooLargeError(f"a record of {len(sealed.box)} bytes")
    by_person = author.role is Role.PARTICIPANT
    verified = verify_record(
        statement,
        policy=policy,
        box=sealed.box,
        certificate=await certificate_of(ledger, policy, author) if by_person else None,
    )
    named = {wrap.recipient: wrap.wrap for wrap in verified.record.wraps}
    if {recipient: b64u(sha256(wrap)) for recipient, wrap in sealed.wraps.items()} != named:
        raise WrapBrokenError(f"{verified.record.record}: other wraps than the record names")
    if any(len(wrap) != WRAP_BYTES for wrap in sealed.wraps.values()):
        raise WrongShapeError(f"a wrap has {WRAP_BYTES} bytes")
    return verified


def _next(verified: VerifiedRecord, *, author: Member, at: int) -> CaseRecord:
    words = verified.record
    return CaseRecord(
        id=words.record,
        version=words.version,
        case=CaseId(words.case),
        type=words.type,
        author=author.person,
        participant=participant_of(words, author),
        due=due_of(words.clear),
        open=is_open(words.clear),
        statement=Hash(verified.hash),
        at=at,
    )


def _follows(before: CaseRecord | None, after: CaseRecord, words: Record) -> None:
    """Refuse what is not the next version of this very record.

    Raises:
        StaleVersionError: somebody else was first.
        WrongContextError: the id belongs to another case or another type of record.
        ForbiddenError: another person's need.
    """
    if before is None:
        if after.version != 1:
            raise StaleVersionError(f"{after.id}: there is no version {after.version - 1}")
        return
    if (before.case, before.type) != (after.case, after.type):
        raise WrongContextError(f"{after.id}: the id of another record")
    if words.type == "need" and before.author != after.author:
        raise ForbiddenError(f"{after.id}: another person's words")
    if (after.version, words.previous) != (before.version + 1, before.statement):
        raise StaleVersionError(f"{after.id}: version {before.version} is the current one")


async def _check_message(ledger: Ledger, case: CaseId, words: Record) -> None:
    """Refuse a record about a message of another case, or paper of what was never released."""
    named: str | None = getattr(words.clear, "message", None)
    if named is None:
        return
    message = await ledger.load(Message, named)
    if message is None or message.case != case:
        raise WrongContextError(f"{words.record}: about no message of this case")
    if words.type == "paper" and message.state not in _ON_PAPER:
        raise WrongContextError(f"{named}: {message.state}, so nothing to bring on paper")


def _check_readers(words: Record, policy: VerifiedPolicy, author: Member, sealed: SealedRecord) -> None:
    if author.key is None or frozenset(sealed.wraps) != readers_of(
        words.type, policy.policy, author=author.key
    ):
        raise WrongShapeError(f"{words.record}: for exactly whom a {words.type} is for")


def _kept(record: CaseRecord, *, statement: Signed, sealed: SealedRecord) -> list[Change]:
    name = f"{record.id}/{record.version}"
    kept = Statement(
        id=record.statement,
        kind="record",
        case=record.case,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=0,
        at=record.at,
        envelope=encode_envelope(statement),
    )
    box = RecordBox(
        id=name,
        case=record.case,
        record=record.id,
        number=record.version,
        statement=record.statement,
        box=sealed.box,
    )
    wraps = [
        RecordWrap(
            id=f"{name}/{recipient}",
            case=record.case,
            record=record.id,
            recipient=recipient,
            purpose="record",
            wrap=wrap,
        )
        for recipient, wrap in sealed.wraps.items()
    ]
    return [Put(record), Append(kept), Append(box), *map(Append, wraps), Append(_noted(record))]


def _case_change(case: Case, record: CaseRecord) -> Change:
    """Raise the case's version with a gate; hold it otherwise, so that no new mediator is left out."""
    if record.type in _GATING:
        return Put(replace(case, version=case.version + 1))
    return Expect(Case, case.id, case.version)


def _noted(record: CaseRecord) -> Event:
    return Event(
        seq=0,
        case=record.case,
        message=None,
        kind="record",
        by=record.author,
        at=record.at,
        digest=record.statement,
        chain="",
    )


def _concerned(record: CaseRecord, members: Mapping[PersonId, Member]) -> frozenset[PersonId]:
    if record.type == "exposure":
        return frozenset({record.author})
    mediators = {one.person for one in members.values() if one.role is Role.MEDIATOR and not one.left}
    return frozenset(mediators | {record.author})
