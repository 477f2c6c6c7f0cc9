# SPDX-License-Identifier: EUPL-1.2
"""The intake key for everybody to see, and to which case a manager passed a request on.

Whoever asks to take part has to know the key that the request is sealed to. The directory
names it, but the directory also says how many mediators and cases there are, which is
nobody's business who has not been let in; so a manager signs the key once more, alone.
Twin: ``web/src/protocol/intake_key.ts``. Source: docs/adr/0019.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.derive import sha256, tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import ExpiredError, RootWrongError, SealBrokenError, WrongContextError
from relay.protocol.root import Root, VerifiedRoot, find_manager
from relay.protocol.shape import (
    day,
    day_number,
    hashed,
    ident,
    kem_key,
    read_statement,
    write_statement,
)

SIZES: Final = (4_096, 16_384, 65_536)
"""What a request's and a sheet's plaintext is padded to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeKey:
    """The directory's intake key, alone; ``directory`` is the hash of the one that names it."""

    programme: str
    root: str
    directory: str
    intake: str
    valid_until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A manager says: the request with this box is what the case began with."""

    programme: str
    case: str
    intake: str
    box: str
    day: str


_INTAKE_KEY: Final = {"root": hashed, "directory": hashed, "intake": kem_key, "valid_until": day}
_ASSIGNMENT: Final = {"case": ident, "intake": ident, "box": hashed, "day": day}


def intake_subject(box: bytes) -> bytes:
    """Return ``H("intake", box)``, which a request's wraps are bound to."""
    return tagged_hash("intake", box)


def intake_recipient(kem: bytes) -> str:
    """Return how the directory's intake key is named: its SHA-256, for it signs nothing."""
    return b64u(sha256(kem))


def parse_intake_key(body: bytes) -> IntakeKey:
    """Read an ``intake-key`` body; raises as ``shape.read_statement``."""
    return IntakeKey(**read_statement(body, "intake-key", _INTAKE_KEY))


def build_intake_key(intake_key: IntakeKey) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("intake-key", intake_key)
    parse_intake_key(body)
    return body


def verify_intake_key(statement: Statement, *, root: VerifiedRoot, today: str) -> IntakeKey:
    """Believe the intake key, or refuse.

    Args:
        statement: as received.
        root: the verified root.
        today: the day, UTC.

    Raises:
        WrongContextError: another programme.
        RootWrongError: it stands on another root statement.
        SignerNotAllowedError, RevokedError, SignatureWrongError: not an active manager's.
        ExpiredError: past its last day.
    """
    found = parse_intake_key(statement.body)
    if found.programme != root.root.programme:
        raise WrongContextError("an intake key of another programme")
    if found.root != root.hash:
        raise RootWrongError("the intake key stands on another root statement")
    verify(statement, "intake-key", public_key=find_manager(root.root, statement.key))
    if day_number(today) > day_number(found.valid_until):
        raise ExpiredError("the intake key is past its date")
    return found


def parse_assignment(body: bytes) -> Assignment:
    """Read an ``assignment`` body; raises as ``shape.read_statement``."""
    return Assignment(**read_statement(body, "assignment", _ASSIGNMENT))


def build_assignment(assignment: Assignment) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("assignment", assignment)
    parse_assignment(body)
    return body


def verify_assignment(statement: Statement, *, root: Root, case: str, intake: str, box: bytes) -> Assignment:
    """Believe that a request belongs to a case, or refuse: the relay alone could bring any to any.

    Args:
        statement: as received.
        root: a verified root.
        case: the case.
        intake: the request's id.
        box: the sealed request that came with it.

    Raises:
        WrongContextError: another programme, case or request.
        SignerNotAllowedError, RevokedError, SignatureWrongError: not an active manager's.
        SealBrokenError: another box than the manager passed on.
    """
    found = parse_assignment(statement.body)
    if (found.programme, found.case, found.intake) != (root.programme, case, intake):
        raise WrongContextError("an assignment of another case or request")
    verify(statement, "assignment", public_key=find_manager(root, statement.key))
    if found.box != b64u(intake_subject(box)):
        raise SealBrokenError("another box than the manager passed on")
    return found


def assignment_hash(statement: Statement) -> str:
    """Return the hash of an assignment."""
    return b64u(statement_hash("assignment", statement.body))
