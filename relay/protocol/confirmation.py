# SPDX-License-Identifier: EUPL-1.2
"""An author's yes to words that somebody else wrote down, cut or changed: *that* version.

Travels as a box under the derived message's content key, beside its header, so that no
signature over somebody's words lies readable on a disk.
Twin: ``web/src/protocol/confirmation.ts``. Source: protocol.md section 5.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement, decode_envelope, encode_envelope, statement_hash, verify
from relay.errors import NotConfirmedError
from relay.protocol.manifest import Manifest, VerifiedManifest, message_context
from relay.protocol.shape import day, hashed, ident, integer, read_statement, write_statement

CONFIRMATION_LABEL: Final = "confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """The author confirms one manifest."""

    programme: str
    case: str
    message: str
    manifest: str
    participant: str
    number: int
    day: str


_CONFIRMATION: Final = {
    "case": ident,
    "message": ident,
    "manifest": hashed,
    "participant": ident,
    "number": integer(1),
    "day": day,
}


def parse_confirmation(body: bytes) -> Confirmation:
    """Read a ``confirmation`` body; raises as ``shape.read_statement``."""
    return Confirmation(**read_statement(body, "confirmation", _CONFIRMATION))


def build_confirmation(confirmation: Confirmation) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("confirmation", confirmation)
    parse_confirmation(body)
    return body


def check_confirmation(statement: Statement, *, manifest: VerifiedManifest, identity: bytes) -> str:
    """Refuse anything but the author's confirmation of that very manifest.

    Args:
        statement: as opened from its box.
        manifest: the verified manifest of the derived message; its ``sender`` is the author.
        identity: the author's certified identity key.

    Returns:
        The confirmation's hash.

    Raises:
        NotConfirmedError: of another manifest, or by another person.
        SignatureWrongError: not signed by ``identity``.
    """
    found = parse_confirmation(statement.body)
    words = manifest.manifest
    named = (found.programme, found.case, found.message, found.manifest, found.participant)
    if named != (words.programme, words.case, words.message, manifest.hash, words.sender):
        raise NotConfirmedError("a confirmation of something else")
    verify(statement, "confirmation", public_key=identity)
    return b64u(statement_hash("confirmation", statement.body))


def seal_confirmation(content_key: bytes, statement: Statement, *, manifest: Manifest, salt: bytes) -> bytes:
    """Seal a signed confirmation under the message's content key; ``salt``: 32 fresh bytes."""
    return seal_box(
        content_key,
        encode_envelope(statement),
        label=CONFIRMATION_LABEL,
        context=message_context(manifest),
        salt=salt,
    )


def open_confirmation(content_key: bytes, box: bytes, *, manifest: Manifest) -> Statement:
    """Open a sealed confirmation; nothing is verified yet.

    Raises:
        CommitmentWrongError, SealBrokenError: another key or message, or changed.
    """
    opened = open_box(content_key, box, label=CONFIRMATION_LABEL, context=message_context(manifest))
    return decode_envelope(opened)
