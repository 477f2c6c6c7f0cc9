# SPDX-License-Identifier: EUPL-1.2
"""What the service key signs: the proof of a destruction, and the head of the list.

Twin: ``web/src/protocol/receipt.ts``. Source: protocol.md sections 6 and 8.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import unb64u
from relay.crypto.signing import Statement, verify
from relay.errors import WrongContextError, WrongShapeError
from relay.protocol.directory import Directory
from relay.protocol.shape import hashed, ident, integer, one_of, optional, read_statement, write_statement

CHAIN_START: Final = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The service says what a withdrawal destroyed, and when (``at``: seconds since 1970)."""

    programme: str
    case: str
    scope: str
    message: str | None
    manifest: str | None
    withdrawal: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The accountability list's size and chain head."""

    programme: str
    size: int
    head: str
    at: int


_RECEIPT: Final = {
    "case": ident,
    "scope": one_of("message", "pause", "resume", "leave"),
    "message": optional(ident),
    "manifest": optional(hashed),
    "withdrawal": hashed,
    "at": integer(),
}
_CHECKPOINT: Final = {"size": integer(), "head": hashed, "at": integer()}


def parse_receipt(body: bytes) -> Receipt:
    """Read a ``receipt`` body; raises as ``shape.read_statement``."""
    receipt = Receipt(**read_statement(body, "receipt", _RECEIPT))
    named = {receipt.message is not None, receipt.manifest is not None}
    if named != {receipt.scope == "message"}:
        raise WrongShapeError("message and manifest belong to scope message, both or none")
    return receipt


def build_receipt(receipt: Receipt) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("receipt", receipt)
    parse_receipt(body)
    return body


def verify_receipt(statement: Statement, *, directory: Directory, withdrawal: str) -> Receipt:
    """Believe a receipt for one withdrawal, or refuse.

    Args:
        statement: as received.
        directory: a verified directory.
        withdrawal: the hash of the withdrawal that was sent.

    Raises:
        WrongContextError: another programme or withdrawal.
        SignatureWrongError: not signed by the directory's service key.
    """
    receipt = parse_receipt(statement.body)
    if (receipt.programme, receipt.withdrawal) != (directory.programme, withdrawal):
        raise WrongContextError("a receipt for another withdrawal")
    verify(statement, "receipt", public_key=unb64u(directory.service))
    return receipt


def parse_checkpoint(body: bytes) -> Checkpoint:
    """Read a ``checkpoint`` body; raises as ``shape.read_statement``."""
    return Checkpoint(**read_statement(body, "checkpoint", _CHECKPOINT))


def build_checkpoint(checkpoint: Checkpoint) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("checkpoint", checkpoint)
    parse_checkpoint(body)
    return body


def chain(head: bytes, statement: bytes) -> bytes:
    """Return the next head of the list: ``H("chain", head | statement hash)``, 32 bytes each."""
    return tagged_hash("chain", head + statement)
