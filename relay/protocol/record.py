# SPDX-License-Identifier: EUPL-1.2
"""Sealed records and notes: clear fields, a box, and a wrap for each who may open it.

A record is casework's one construct, kept in versions; what there is once a person, side,
case or mediator has an id made of what it is about, so that no second history can stand
beside the first. A note has its own key and is named by its hash in the statement it
belongs to. Twin: ``web/src/protocol/record.ts``. Source: docs/adr/0015.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import Json, encode
from relay.crypto.derive import SUITE, sha256, tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES, key_id
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    SealBrokenError,
    SignerNotAllowedError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.directory import EVER, find_mediator
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.root import refuse_older
from relay.protocol.shape import (
    Reader,
    boolean,
    day,
    hashed,
    ident,
    integer,
    list_of,
    one_of,
    optional,
    read_statement,
    record_of,
    text,
    write_statement,
)

NOTE_LABEL: Final = "note"
RECORD_LABEL: Final = "record"
MAX_READERS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWrap:
    """For whom (key id) a wrap is, and its hash."""

    recipient: str
    wrap: str


# --- What the server may read, by type of record.


@dataclass(frozen=True, slots=True, kw_only=True)
class GateClear:
    """One gate of one person: shut or open, and until which day that holds."""

    gate: str
    participant: str
    shut: bool
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceClear:
    """How many messages of a side may be offered within so many days."""

    side: str
    most: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneClear:
    """Of a need, note, list of names, meeting or repair step: whether it was taken away."""

    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskClear:
    """Something promised, or a person to call, by a day."""

    task: str
    participant: str | None
    due: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperClear:
    """Which released message was printed and brought."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationClear:
    """Under which rule something was passed on, and from which message."""

    message: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClear:
    """Whether something still is asked for: another mediator, or the end of a case."""

    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayClear:
    """From which day until which a mediator is away."""

    from_: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureClear:
    """A mediator's own log shows nothing."""


Clear = (
    GateClear
    | PaceClear
    | GoneClear
    | TaskClear
    | PaperClear
    | EscalationClear
    | OpenClear
    | AwayClear
    | ExposureClear
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One version of a sealed record."""

    programme: str
    case: str
    record: str
    version: int
    previous: str | None
    type: str
    clear: Clear
    box: str
    wraps: tuple[RecordWrap, ...]
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedRecord:
    """A record by somebody who may write one, whose box and own wrap are the named ones."""

    record: Record
    hash: str
    signer: str


_GONE: Final = record_of(GoneClear, {"gone": boolean})
_CLEAR: Final[Mapping[str, Reader]] = {
    "gate": record_of(
        GateClear,
        {
            "gate": one_of("no-contact", "overlap", "assessment"),
            "participant": ident,
            "shut": boolean,
            "until": optional(day),
        },
    ),
    "pace": record_of(
        PaceClear,
        {"side": one_of("harmed", "responsible"), "most": integer(1, 100), "days": integer(1, 366)},
    ),
    "need": _GONE,
    "task": record_of(
        TaskClear,
        {
            "task": one_of("promise", "call", "follow-up", "debrief"),
            "participant": optional(ident),
            "due": day,
            "done": boolean,
        },
    ),
    "note": _GONE,
    "names": _GONE,
    "meeting": _GONE,
    "repair": _GONE,
    "paper": record_of(PaperClear, {"message": ident}),
    "escalation": record_of(EscalationClear, {"message": optional(ident), "rule": text(r"[a-z0-9-]{1,64}")}),
    "recusal": record_of(OpenClear, {"open": boolean}),
    "closing": record_of(OpenClear, {"open": boolean}),
    "away": record_of(AwayClear, {"from": day, "until": day}),
    "exposure": record_of(ExposureClear, {}),
}
RECORD_TYPES: Final = tuple(_CLEAR)
_OWN: Final = frozenset({"recusal", "away", "exposure"})

_unread: Final[Reader] = lambda value: value  # noqa: E731 - it is read by the type, below
_RECORD: Final = {
    "case": ident,
    "record": ident,
    "version": integer(1),
    "previous": optional(hashed),
    "type": one_of(*RECORD_TYPES),
    "clear": _unread,
    "box": hashed,
    "wraps": list_of(
        record_of(RecordWrap, {"recipient": hashed, "wrap": hashed}),
        least=1,
        most=MAX_READERS,
        rising=lambda wrap: wrap.recipient,
    ),
    "day": day,
}


def parse_record(body: bytes) -> Record:
    """Read a ``record`` body; raises as ``shape.read_statement``."""
    fields = read_statement(body, "record", _RECORD)
    record = Record(**fields | {"clear": _CLEAR[fields["type"]](fields["clear"])})
    if (record.version == 1) != (record.previous is None):
        raise WrongShapeError("the first version has no predecessor, and every other has one")
    _check_days(record.clear)
    return record


def _check_days(clear: Clear) -> None:
    if isinstance(clear, GateClear) and clear.gate == "assessment" and clear.until is None:
        raise WrongShapeError("an assessment is due again on a day")
    if isinstance(clear, AwayClear) and clear.until < clear.from_:
        raise WrongShapeError("back before going away")


def build_record(record: Record) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("record", record)
    parse_record(body)
    return body


def derived_id(kind: str, case: str, *, clear: Clear, mediator: str) -> str | None:
    """Return the id that a record must have; None where a random one is its own.

    Args:
        kind: the type of record.
        case: its case.
        clear: its clear fields.
        mediator: the id of the mediator who signs it.
    """
    about: dict[str, Json] = {"case": case}
    if isinstance(clear, GateClear):
        about |= {"gate": clear.gate, "participant": clear.participant}
    elif isinstance(clear, PaceClear):
        about |= {"side": clear.side}
    elif kind in _OWN:
        about |= {"mediator": mediator}
    elif kind not in {"names", "closing"}:
        return None
    return b64u(tagged_hash(kind, encode(about))[:ID_BYTES])


def verify_record(
    statement: Statement,
    *,
    policy: VerifiedPolicy,
    box: bytes,
    own_wrap: tuple[str, bytes] | None = None,
    certificate: VerifiedCertificate | None = None,
    seen: tuple[int, str] | None = None,
) -> VerifiedRecord:
    """Believe one version of a record, or refuse.

    A need is signed by the participant whose certificate is given, current or former: their
    words stay theirs when their key changes. All else is a mediator's who is or was active:
    that the case assigned them then, the server saw to, and a hand-over undoes no record.

    Args:
        statement: as received.
        policy: the verified policy.
        box: the sealed content.
        own_wrap: the reader's key id and wrap; None where none is for them.
        certificate: the verified certificate of the participant who wrote a need.
        seen: the highest version of this record that this client has seen, and its hash.

    Raises:
        WrongContextError: another case, or not under the id that it must have.
        SignerNotAllowedError, RevokedError, SignatureWrongError: nobody who may.
        SealBrokenError: another box than the named one.
        WrapBrokenError: another wrap than the named one, or none was named.
        RollbackError, ForkError: older than one seen, or another of the same version.
    """
    record = parse_record(statement.body)
    if (record.programme, record.case) != (policy.policy.programme, policy.policy.case):
        raise WrongContextError("a record of another case")
    verify(statement, "record", public_key=_author(statement, record, policy, certificate))
    _check_id(record, statement.key)
    _check_sealed(record, box, own_wrap)
    found = b64u(statement_hash("record", statement.body))
    refuse_older("record", (record.version, found), seen)
    return VerifiedRecord(record=record, hash=found, signer=b64u(statement.key))


def _author(
    statement: Statement, record: Record, policy: VerifiedPolicy, certificate: VerifiedCertificate | None
) -> bytes:
    if record.type != "need":
        return unb64u(find_mediator(policy.trust.directory, statement.key, epoch=EVER).key)
    if certificate is None:
        raise SignerNotAllowedError("a need is said by the person who has it")
    identity = unb64u(certificate.certificate.identity)
    if key_id(identity) != statement.key:
        raise SignerNotAllowedError("a need in another person's name")
    return identity


def _check_id(record: Record, signer: bytes) -> None:
    mediator = b64u(signer[:ID_BYTES])
    must = derived_id(record.type, record.case, clear=record.clear, mediator=mediator)
    if must not in {None, record.record}:
        raise WrongContextError("not under the id of what it is about")


def _check_sealed(record: Record, box: bytes, own_wrap: tuple[str, bytes] | None) -> None:
    if record.box != record_box_hash(box):
        raise SealBrokenError("another box than the record names")
    if own_wrap is None:
        return
    named = {one.recipient: one.wrap for one in record.wraps}
    if named.get(own_wrap[0]) != b64u(sha256(own_wrap[1])):
        raise WrapBrokenError("another wrap than the record names")


def record_context(record: Record) -> bytes:
    """Return the canonical context of a record's box."""
    return encode(
        {
            "case": record.case,
            "programme": record.programme,
            "record": record.record,
            "suite": SUITE,
            "type": record.type,
            "version": record.version,
        }
    )


def record_box_hash(box: bytes) -> str:
    """Return ``H("record-box", box)``: what a record names and its wraps are bound to."""
    return b64u(tagged_hash("record-box", box))


def seal_record(key: bytes, content: bytes, *, record: Record, salt: bytes) -> bytes:
    """Seal a record's content under its own random key; ``salt``: 32 fresh bytes."""
    return seal_box(key, content, label=RECORD_LABEL, context=record_context(record), salt=salt)


def open_record(key: bytes, box: bytes, *, record: Record) -> bytes:
    """Open a record's content; raises as ``box.open_box``."""
    return open_box(key, box, label=RECORD_LABEL, context=record_context(record))


def note_context(programme: str, case: str, *, message: str) -> bytes:
    """Return the canonical context of a note about a message."""
    return encode({"case": case, "message": message, "programme": programme, "suite": SUITE})


def note_hash(box: bytes) -> str:
    """Return ``H("note", box)``, as statements name a note."""
    return b64u(tagged_hash("note", box))


def seal_note(key: bytes, content: bytes, *, context: bytes, salt: bytes) -> bytes:
    """Seal a note under its own random key; ``salt``: 32 fresh bytes."""
    return seal_box(key, content, label=NOTE_LABEL, context=context, salt=salt)


def open_note(key: bytes, box: bytes, *, context: bytes, named: str) -> bytes:
    """Open the note that a statement names.

    Raises:
        SealBrokenError: not the named box, or changed.
        CommitmentWrongError: another key or message.
    """
    if note_hash(box) != named:
        raise SealBrokenError("not the note that the statement names")
    return open_box(key, box, label=NOTE_LABEL, context=context)
