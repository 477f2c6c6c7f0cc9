# SPDX-License-Identifier: EUPL-1.2
"""Who is who in a programme: mediators, interpreters, kiosks, and each case's policy.

A mediator counts only with the signatures of two managers, or of one and the root, so
that no single person can put a listener into every case.
Twin: ``web/src/protocol/directory.ts``. Source: protocol.md section 3.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, sign, statement_hash, verify
from relay.errors import (
    ExpiredError,
    NotVouchedError,
    RelayError,
    RevokedError,
    RootWrongError,
    SignerNotAllowedError,
    WrongContextError,
)
from relay.protocol.root import Root, VerifiedRoot, find_manager, key_id_text, refuse_older
from relay.protocol.shape import (
    day,
    day_number,
    hashed,
    ident,
    integer,
    kem_key,
    list_of,
    one_of,
    optional,
    public_key,
    read_statement,
    record_of,
    signature,
    write_statement,
)

MAX_DIRECTORY_BYTES: Final = 1_048_576
READING_GRACE_DAYS: Final = 30
_VOUCHERS: Final = 2
EVER: Final = 0
"""Before whatever epoch a mediator retired in: for statements that name no epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mediator:
    """What managers vouch for: a mediator's signing key and X-Wing key."""

    programme: str
    mediator: str
    kem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediatorEntry:
    """A mediator in the directory; ``from_`` is the epoch of retirement."""

    key: str
    kem: str
    status: str
    from_: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """A signature over a ``mediator`` body: for whom, by whom."""

    mediator: str
    key: str
    sig: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """An interpreter in the directory."""

    key: str
    kem: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiosk:
    """A kiosk device in the directory."""

    key: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """An open case's current policy: version and hash."""

    case: str
    version: int
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The programme's directory of one epoch."""

    programme: str
    epoch: int
    previous: str | None
    root: str
    day: str
    valid_until: str
    mediators: tuple[MediatorEntry, ...]
    vouchers: tuple[Voucher, ...]
    interpreters: tuple[Interpreter, ...]
    kiosks: tuple[Kiosk, ...]
    intake: str | None
    service: str
    cases: tuple[CaseEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedDirectory:
    """A directory that may be believed, with the root it stands on."""

    directory: Directory
    hash: str
    root: Root


_MEDIATOR: Final = {"mediator": public_key, "kem": kem_key}
_MEDIATOR_ENTRY: Final = {
    "key": public_key,
    "kem": kem_key,
    "status": one_of("active", "retired", "revoked"),
    "from": optional(integer(1)),
}
_VOUCHER: Final = {"mediator": hashed, "key": hashed, "sig": signature}
_INTERPRETER: Final = {"key": public_key, "kem": kem_key, "status": one_of("active", "retired", "revoked")}
_KIOSK: Final = {"key": public_key, "status": one_of("active", "retired", "revoked")}
_CASE: Final = {"case": ident, "version": integer(1), "policy": hashed}
_DIRECTORY: Final = {
    "epoch": integer(1),
    "previous": optional(hashed),
    "root": hashed,
    "day": day,
    "valid_until": day,
    "mediators": list_of(record_of(MediatorEntry, _MEDIATOR_ENTRY), rising=lambda entry: entry.key),
    "vouchers": list_of(record_of(Voucher, _VOUCHER), rising=lambda entry: (entry.mediator, entry.key)),
    "interpreters": list_of(record_of(Interpreter, _INTERPRETER), rising=lambda entry: entry.key),
    "kiosks": list_of(record_of(Kiosk, _KIOSK), rising=lambda entry: entry.key),
    "intake": optional(kem_key),
    "service": public_key,
    "cases": list_of(record_of(CaseEntry, _CASE), rising=lambda entry: entry.case),
}


def parse_mediator(body: bytes) -> Mediator:
    """Read a ``mediator`` body (what a voucher signs); raises as ``shape.read_statement``."""
    return Mediator(**read_statement(body, "mediator", _MEDIATOR))


def build_mediator(mediator: Mediator) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("mediator", mediator)
    parse_mediator(body)
    return body


def parse_directory(body: bytes) -> Directory:
    """Read a ``directory`` body of at most 1 MiB; raises as ``shape.read_statement``."""
    return Directory(**read_statement(body, "directory", _DIRECTORY, max_bytes=MAX_DIRECTORY_BYTES))


def build_directory(directory: Directory) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("directory", directory)
    parse_directory(body)
    return body


def vouch(seed: bytes, mediator: Mediator) -> Voucher:
    """Sign for a mediator with a manager's or the root's 32-byte seed."""
    statement = sign(seed, "mediator", body=build_mediator(mediator))
    return Voucher(mediator=key_id_text(mediator.mediator), key=b64u(statement.key), sig=b64u(statement.sig))


def verify_directory(
    statement: Statement,
    *,
    root: VerifiedRoot,
    today: str,
    seen: tuple[int, str] | None = None,
    grace_days: int = 0,
) -> VerifiedDirectory:
    """Believe a directory, or refuse.

    Args:
        statement: as received.
        root: the verified root.
        today: the day, UTC.
        seen: the highest epoch this client has seen, and its hash.
        grace_days: 30 for reading what was released, otherwise 0.

    Raises:
        WrongContextError: another programme.
        RootWrongError: it stands on another root statement.
        SignerNotAllowedError, RevokedError, SignatureWrongError: not an active manager's.
        RollbackError, ForkError: older than one seen, or another of the same epoch.
        ExpiredError: past its last day.
        NotVouchedError: a mediator who is not revoked, without enough vouchers.
    """
    directory = parse_directory(statement.body)
    if directory.programme != root.root.programme:
        raise WrongContextError("a directory of another programme")
    if directory.root != root.hash:
        raise RootWrongError("the directory stands on another root statement")
    verify(statement, "directory", public_key=find_manager(root.root, statement.key))
    found = b64u(statement_hash("directory", statement.body))
    refuse_older("directory", (directory.epoch, found), seen)
    if day_number(today) > day_number(directory.valid_until) + grace_days:
        raise ExpiredError("the directory is past its date")
    _check_vouchers(directory, root.root)
    return VerifiedDirectory(directory=directory, hash=found, root=root.root)


def _check_vouchers(directory: Directory, root: Root) -> None:
    signers = {
        key_id_text(key): unb64u(key)
        for key in [root.root, *(manager.key for manager in root.managers if manager.status == "active")]
    }
    for entry in directory.mediators:
        # A retired one counts for the epochs before: unvouched, a manager alone could invent one.
        if entry.status != "revoked" and _count_vouchers(directory, entry, signers) < _VOUCHERS:
            raise NotVouchedError("a mediator without two managers, or one and the root")


def _count_vouchers(directory: Directory, entry: MediatorEntry, signers: dict[str, bytes]) -> int:
    mediator = key_id_text(entry.key)
    body = build_mediator(Mediator(programme=directory.programme, mediator=entry.key, kem=entry.kem))
    own = (voucher for voucher in directory.vouchers if voucher.mediator == mediator)
    return sum(_is_valid(voucher, body, signers) for voucher in own)


def _is_valid(voucher: Voucher, body: bytes, signers: dict[str, bytes]) -> bool:
    signer = signers.get(voucher.key)
    if signer is None:
        return False
    statement = Statement(body=body, key=unb64u(voucher.key), sig=unb64u(voucher.sig))
    try:
        verify(statement, "mediator", public_key=signer)
    except RelayError:
        return False
    return True


def find_mediator(directory: Directory, key: bytes, *, epoch: int | None = None) -> MediatorEntry:
    """Return the mediator whose key id a statement names.

    Args:
        directory: a verified directory.
        key: the key id, 32 bytes.
        epoch: the directory epoch that the statement names, where it names one: a retired
            mediator's statements count for epochs before the retirement.

    Raises:
        SignerNotAllowedError: no such mediator.
        RevokedError: revoked, or retired by then.
    """
    named = b64u(key)
    for entry in directory.mediators:
        if key_id_text(entry.key) == named:
            if not _counts(entry, epoch):
                raise RevokedError(f"a {entry.status} mediator")
            return entry
    raise SignerNotAllowedError("not a mediator of this programme")


def find_interpreter(directory: Directory, key: bytes) -> Interpreter | None:
    """Return the interpreter whose key id a statement names; None: that is no interpreter's.

    One who has retired still counts for what they made under a grant.

    Raises:
        RevokedError: nothing of theirs counts any more.
    """
    named = b64u(key)
    for entry in directory.interpreters:
        if key_id_text(entry.key) == named:
            if entry.status == "revoked":
                raise RevokedError("a revoked interpreter")
            return entry
    return None


def _counts(entry: MediatorEntry, epoch: int | None) -> bool:
    if entry.status == "retired":
        return epoch is not None and entry.from_ is not None and epoch < entry.from_
    return entry.status == "active"
