# SPDX-License-Identifier: EUPL-1.2
"""The root of trust: one pinned key, kept offline, that says who the managers are.

Twin: ``web/src/protocol/root.ts``. Source: protocol.md section 3.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES, key_id
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    ExpiredError,
    ForkError,
    RevokedError,
    RollbackError,
    RootWrongError,
    SignerNotAllowedError,
    WrongContextError,
)
from relay.protocol.shape import (
    day,
    integer,
    list_of,
    one_of,
    public_key,
    read_statement,
    record_of,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """A manager's signing key and whether it still counts."""

    key: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The offline root's word: its own key, and who the managers are."""

    programme: str
    root: str
    epoch: int
    expires: str
    managers: tuple[Manager, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedRoot:
    """A root statement that leads to the pinned fingerprint."""

    root: Root
    hash: str


_ROOT: Final = {
    "root": public_key,
    "epoch": integer(1),
    "expires": day,
    "managers": list_of(
        record_of(Manager, {"key": public_key, "status": one_of("active", "revoked")}),
        rising=lambda manager: manager.key,
    ),
}


def parse_root(body: bytes) -> Root:
    """Read a ``root`` body; raises as ``shape.read_statement``."""
    return Root(**read_statement(body, "root", _ROOT))


def build_root(root: Root) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("root", root)
    parse_root(body)
    return body


def key_id_text(key: str) -> str:
    """Return the key id, as text, of a public key, as text."""
    return b64u(key_id(unb64u(key)))


def verify_root(statement: Statement, *, fingerprint: str, today: str, seen_epoch: int = 0) -> VerifiedRoot:
    """Believe a root statement, or refuse.

    Args:
        statement: as received.
        fingerprint: the pinned SHA-256 of the root public key, as text.
        today: the day, UTC.
        seen_epoch: the highest epoch this client has seen.

    Raises:
        RootWrongError: another root key than the pinned one.
        WrongContextError: another programme than that root's.
        SignatureWrongError: not signed by that root.
        RollbackError: an older epoch than one seen.
        ExpiredError: past its last day.
    """
    root = parse_root(statement.body)
    if key_id_text(root.root) != fingerprint:
        raise RootWrongError("not the pinned root")
    if root.programme != programme_of(fingerprint):
        raise WrongContextError("a root of another programme")
    verify(statement, "root", public_key=unb64u(root.root))
    if root.epoch < seen_epoch:
        raise RollbackError(f"root epoch {root.epoch}, seen {seen_epoch}")
    if root.expires < today:
        raise ExpiredError("the root statement is past its date")
    return VerifiedRoot(root=root, hash=b64u(statement_hash("root", statement.body)))


def programme_of(fingerprint: str) -> str:
    """Return the programme's id: the first 16 bytes of its root's fingerprint, as text."""
    return b64u(unb64u(fingerprint)[:ID_BYTES])


def find_manager(root: Root, key: bytes) -> bytes:
    """Return the public key of an active manager.

    Args:
        root: a verified root.
        key: the key id that a statement names.

    Raises:
        SignerNotAllowedError: no such manager.
        RevokedError: no longer one.
    """
    for manager in root.managers:
        public = unb64u(manager.key)
        if key_id(public) == key:
            if manager.status != "active":
                raise RevokedError("a revoked manager")
            return public
    raise SignerNotAllowedError("not a manager of this programme")


def refuse_older(what: str, found: tuple[int, str], seen: tuple[int, str] | None) -> None:
    """Refuse an older number than one seen, or another hash of the same number.

    Raises:
        RollbackError: older.
        ForkError: two different statements claim one number.
    """
    if seen is None:
        return
    if found[0] < seen[0]:
        raise RollbackError(f"{what} {found[0]}, seen {seen[0]}")
    if found[0] == seen[0] and found[1] != seen[1]:
        raise ForkError(f"two different statements claim {what} {found[0]}")


def fingerprint_of(root_public_key: bytes) -> str:
    """Return the fingerprint of a root public key: its SHA-256, as text."""
    return b64u(sha256(root_public_key))
