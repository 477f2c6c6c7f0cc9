# SPDX-License-Identifier: EUPL-1.2
"""Taking back: a message, for a while, or for good; always possible, never by others.

Signed by the message's ``wk``, by the author's current certified identity, or by an
assigned mediator for safety. Twin: ``web/src/protocol/withdrawal.ts``. Source:
protocol.md section 6.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import key_id
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import OldNumberError, SignerNotAllowedError, WrongContextError, WrongShapeError
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.manifest import VerifiedManifest
from relay.protocol.policy import VerifiedPolicy, once_assigned
from relay.protocol.shape import (
    day,
    hashed,
    ident,
    integer,
    one_of,
    optional,
    read_statement,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What is taken back, on whose behalf (``participant``: the author)."""

    programme: str
    case: str
    scope: str
    message: str | None
    manifest: str | None
    participant: str
    number: int
    reason: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedWithdrawal:
    """A withdrawal by somebody who may."""

    withdrawal: Withdrawal
    hash: str
    signer: str


_WITHDRAWAL: Final = {
    "case": ident,
    "scope": one_of("message", "pause", "resume", "leave"),
    "message": optional(ident),
    "manifest": optional(hashed),
    "participant": ident,
    "number": integer(1),
    "reason": optional(hashed),
    "day": day,
}


def parse_withdrawal(body: bytes) -> Withdrawal:
    """Read a ``withdrawal`` body; raises as ``shape.read_statement``."""
    withdrawal = Withdrawal(**read_statement(body, "withdrawal", _WITHDRAWAL))
    named = {withdrawal.message is not None, withdrawal.manifest is not None}
    if named != {withdrawal.scope == "message"}:
        raise WrongShapeError("message and manifest belong to scope message, both or none")
    return withdrawal


def build_withdrawal(withdrawal: Withdrawal) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("withdrawal", withdrawal)
    parse_withdrawal(body)
    return body


def verify_withdrawal(
    statement: Statement,
    *,
    policy: VerifiedPolicy,
    manifest: VerifiedManifest | None = None,
    certificate: VerifiedCertificate | None = None,
    seen_number: int = 0,
) -> VerifiedWithdrawal:
    """Believe a withdrawal, or refuse.

    Args:
        statement: as received.
        policy: the verified policy.
        manifest: the message's verified manifest; needed for scope message.
        certificate: the verified certificate of the person on whose behalf it is, if known.
        seen_number: the highest number seen of this signer key.

    Raises:
        WrongContextError: another case, message, or author.
        SignerNotAllowedError, RevokedError: not by ``wk``, the author's current identity, or
            an assigned mediator.
        SignatureWrongError: the signature does not fit.
        OldNumberError: a replay.
    """
    withdrawal = parse_withdrawal(statement.body)
    here = (policy.policy.programme, policy.policy.case)
    if (withdrawal.programme, withdrawal.case) != here:
        raise WrongContextError("a withdrawal of another case")
    if withdrawal.scope == "message":
        _check_message(withdrawal, manifest)
    signer = _signer(statement, withdrawal, policy=policy, manifest=manifest, certificate=certificate)
    verify(statement, "withdrawal", public_key=signer)
    if withdrawal.number <= seen_number:
        raise OldNumberError(f"number {withdrawal.number}, seen {seen_number}")
    return VerifiedWithdrawal(
        withdrawal=withdrawal,
        hash=b64u(statement_hash("withdrawal", statement.body)),
        signer=b64u(statement.key),
    )


def _check_message(withdrawal: Withdrawal, manifest: VerifiedManifest | None) -> None:
    if manifest is None:
        raise WrongContextError("no such message")
    words = manifest.manifest
    named = (withdrawal.message, withdrawal.manifest, withdrawal.participant)
    if named != (words.message, manifest.hash, words.sender):
        raise WrongContextError("a withdrawal of another message")


def _signer(
    statement: Statement,
    withdrawal: Withdrawal,
    *,
    policy: VerifiedPolicy,
    manifest: VerifiedManifest | None,
    certificate: VerifiedCertificate | None,
) -> bytes:
    """Return the public key of the one who signed, if that one may."""
    if withdrawal.scope == "message" and manifest is not None:
        wk = unb64u(manifest.manifest.wk)
        if key_id(wk) == statement.key:
            return wk
    if certificate is not None and certificate.current:
        identity = unb64u(certificate.certificate.identity)
        if key_id(identity) == statement.key:
            if certificate.certificate.participant != withdrawal.participant:
                raise SignerNotAllowedError("one person withdraws for another")
            return identity
    if withdrawal.scope != "message":
        raise SignerNotAllowedError("only the person pauses, comes back or leaves")
    return unb64u(once_assigned(policy, statement.key).key)


def takes_back(withdrawal: Withdrawal, manifest: VerifiedManifest) -> bool:
    """Whether this withdrawal makes that message unreadable: itself, or its author left."""
    if withdrawal.scope == "message":
        return withdrawal.manifest == manifest.hash
    return withdrawal.scope == "leave" and withdrawal.participant == manifest.manifest.sender
