# SPDX-License-Identifier: EUPL-1.2
"""Sealed records and notes: clear fields, a box, and a wrap for each who may open it.

A note has its own key and is named by its hash in the statement it belongs to; a record
is casework's one construct. Twin: ``web/src/protocol/record.ts``. Source: protocol.md
section 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import Json, encode
from relay.crypto.derive import SUITE, sha256, tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import SealBrokenError, WrapBrokenError, WrongContextError, WrongShapeError
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.policy import VerifiedPolicy, assigned_mediator
from relay.protocol.shape import (
    boolean,
    day,
    hashed,
    ident,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWrap:
    """For whom (key id) a wrap is, and its hash."""

    recipient: str
    wrap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateClear:
    """What a gate record shows without a key."""

    gate: str
    side: str
    shut: bool
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeClear:
    """An intake record shows nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A sealed record's statement."""

    programme: str
    case: str
    record: str
    type: str
    clear: GateClear | IntakeClear
    box: str
    wraps: tuple[RecordWrap, ...]
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedRecord:
    """A record by somebody who may write one, whose box and wraps are the named ones."""

    record: Record
    hash: str


_GATE: Final = {
    "gate": text(r"[a-z-]{1,32}"),
    "side": one_of("harmed", "responsible"),
    "shut": boolean,
    "until": optional(day),
}
_WRAP: Final = {"recipient": hashed, "wrap": hashed}


def _record_fields(clear: Any) -> dict[str, Any]:
    return {
        "case": ident,
        "record": ident,
        "type": one_of("gate", "intake"),
        "clear": clear,
        "box": hashed,
        "wraps": list_of(record_of(RecordWrap, _WRAP), rising=lambda wrap: wrap.recipient),
        "day": day,
    }


def _clear(value: Json) -> GateClear | IntakeClear:
    if isinstance(value, dict) and not value:
        return IntakeClear()
    return record_of(GateClear, _GATE)(value)


def parse_record(body: bytes) -> Record:
    """Read a ``record`` body; raises as ``shape.read_statement``."""
    record = Record(**read_statement(body, "record", _record_fields(_clear)))
    if isinstance(record.clear, GateClear) != (record.type == "gate"):
        raise WrongShapeError("clear fields of another type of record")
    return record


def build_record(record: Record) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("record", record)
    parse_record(body)
    return body


def record_context(record: Record) -> bytes:
    """Return the canonical context of a record's box."""
    return encode(
        {
            "case": record.case,
            "programme": record.programme,
            "record": record.record,
            "suite": SUITE,
            "type": record.type,
        }
    )


def record_box_hash(box: bytes) -> str:
    """Return ``H("record-box", box)``: what a record names and its wraps are bound to."""
    return b64u(tagged_hash("record-box", box))


def verify_record(
    statement: Statement,
    *,
    policy: VerifiedPolicy,
    box: bytes,
    wraps: Sequence[bytes],
    certificate: VerifiedCertificate | None = None,
) -> VerifiedRecord:
    """Believe a record, or refuse.

    Args:
        statement: as received.
        policy: the verified policy.
        box: the sealed content.
        wraps: in the order that the record names them.
        certificate: the verified certificate of the participant who wrote it, if one did.

    Raises:
        WrongContextError: another case.
        SignerNotAllowedError, RevokedError, SignatureWrongError: nobody who may.
        SealBrokenError: another box than the named one.
        WrapBrokenError: other wraps than the named ones.
    """
    record = parse_record(statement.body)
    if (record.programme, record.case) != (policy.policy.programme, policy.policy.case):
        raise WrongContextError("a record of another case")
    verify(statement, "record", public_key=_author(statement, policy, certificate))
    if record.box != record_box_hash(box):
        raise SealBrokenError("another box than the record names")
    if [wrap.wrap for wrap in record.wraps] != [b64u(sha256(wrap)) for wrap in wraps]:
        raise WrapBrokenError("other wraps than the record names")
    return VerifiedRecord(record=record, hash=b64u(statement_hash("record", statement.body)))


def _author(statement: Statement, policy: VerifiedPolicy, certificate: VerifiedCertificate | None) -> bytes:
    if certificate is not None and certificate.current:
        return unb64u(certificate.certificate.identity)
    return unb64u(assigned_mediator(policy, statement.key).key)


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
