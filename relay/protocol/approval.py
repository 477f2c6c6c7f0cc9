# SPDX-License-Identifier: EUPL-1.2
"""What mediators say of a message: approval, decision, offer.

An approval is over the hash of the whole manifest and means yes. Everything else is of
kind ``decision`` and is never counted; a mediator's later non-approval takes their
earlier approval back. Twin: ``web/src/protocol/approval.ts``. Source: protocol.md section 5.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    NotApprovedError,
    RelayError,
    SignerNotAllowedError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.directory import EVER
from relay.protocol.manifest import MAX_ADDRESSEES, VerifiedManifest
from relay.protocol.policy import VerifiedPolicy, assigned_mediator, check_references, once_assigned
from relay.protocol.shape import (
    day,
    hashed,
    ident,
    integer,
    one_of,
    optional,
    read_statement,
    set_of,
    write_statement,
)

SECOND_NEEDS: Final = 2
"""Approvals, once a mediator has asked for another's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A mediator's yes to one manifest for its addressees."""

    programme: str
    case: str
    mediator: str
    message: str
    manifest: str
    addressees: tuple[str, ...]
    directory: str
    directory_epoch: int
    policy: str
    policy_version: int
    number: int
    note: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Hold until a day, return, decline, stop and escalate; ask a second mediator, take a yes back."""

    programme: str
    case: str
    mediator: str
    message: str
    manifest: str
    decision: str
    until: str | None
    number: int
    note: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A mediator tells one addressee that something approved waits."""

    programme: str
    case: str
    mediator: str
    message: str
    manifest: str
    addressee: str
    number: int
    note: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedApproval:
    """An approval that counts: its hash and the key id of the mediator who signed it."""

    approval: Approval
    hash: str
    signer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedDecision:
    """A decision of an assigned mediator."""

    decision: Decision
    hash: str
    signer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedOffer:
    """An offer of an assigned mediator."""

    offer: Offer
    hash: str
    signer: str


# The signer's id is in the body: two mediators' like approvals must not have one hash.
_ABOUT: Final = {"case": ident, "mediator": ident, "message": ident, "manifest": hashed}
_SAID: Final = {"number": integer(1), "note": optional(hashed), "day": day}
_APPROVAL: Final = {
    **_ABOUT,
    "addressees": set_of(ident, least=1, most=MAX_ADDRESSEES),
    "directory": hashed,
    "directory_epoch": integer(1),
    "policy": hashed,
    "policy_version": integer(1),
    **_SAID,
}
_DECISION: Final = {
    **_ABOUT,
    "decision": one_of("hold", "return", "decline", "escalate", "second", "reopen"),
    "until": optional(day),
    **_SAID,
}
_OFFER: Final = {**_ABOUT, "addressee": ident, **_SAID}


def parse_approval(body: bytes) -> Approval:
    """Read an ``approval`` body; raises as ``shape.read_statement``."""
    return Approval(**read_statement(body, "approval", _APPROVAL))


def build_approval(approval: Approval) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("approval", approval)
    parse_approval(body)
    return body


def parse_decision(body: bytes) -> Decision:
    """Read a ``decision`` body; raises as ``shape.read_statement``."""
    decision = Decision(**read_statement(body, "decision", _DECISION))
    if (decision.decision == "hold") != (decision.until is not None):
        raise WrongShapeError("a hold has a day, and nothing else has")
    return decision


def build_decision(decision: Decision) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("decision", decision)
    parse_decision(body)
    return body


def parse_offer(body: bytes) -> Offer:
    """Read an ``offer`` body; raises as ``shape.read_statement``."""
    return Offer(**read_statement(body, "offer", _OFFER))


def build_offer(offer: Offer) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("offer", offer)
    parse_offer(body)
    return body


def _check_about(
    found: Approval | Decision | Offer, statement: Statement, manifest: VerifiedManifest
) -> None:
    about = (found.programme, found.case, found.message, found.manifest)
    words = manifest.manifest
    if about != (words.programme, words.case, words.message, manifest.hash):
        raise WrongContextError("about another manifest")
    if found.mediator != b64u(statement.key[:ID_BYTES]):
        raise SignerNotAllowedError("signed in another mediator's name")


def verify_approval(
    statement: Statement, *, manifest: VerifiedManifest, policy: VerifiedPolicy
) -> VerifiedApproval:
    """Believe one approval, or refuse.

    Raises:
        WrongContextError: over another manifest, or for other addressees.
        RollbackError, ForkError: made under a newer directory or policy than shown.
        SignerNotAllowedError, RevokedError, SignatureWrongError: no assigned mediator's.
    """
    approval = parse_approval(statement.body)
    _check_about(approval, statement, manifest)
    if approval.addressees != manifest.manifest.addressees:
        raise WrongContextError("for other addressees")
    check_references(
        policy,
        directory=(approval.directory_epoch, approval.directory),
        policy_named=(approval.policy_version, approval.policy),
    )
    entry = assigned_mediator(policy, statement.key, epoch=approval.directory_epoch)
    verify(statement, "approval", public_key=unb64u(entry.key))
    return VerifiedApproval(
        approval=approval,
        hash=b64u(statement_hash("approval", statement.body)),
        signer=b64u(statement.key),
    )


def verify_decision(
    statement: Statement, *, manifest: VerifiedManifest, policy: VerifiedPolicy
) -> VerifiedDecision:
    """Believe one decision, or refuse.

    Raises:
        WrongContextError: about another manifest.
        SignerNotAllowedError, RevokedError, SignatureWrongError: no assigned mediator's.
    """
    decision = parse_decision(statement.body)
    _check_about(decision, statement, manifest)
    entry = once_assigned(policy, statement.key)
    verify(statement, "decision", public_key=unb64u(entry.key))
    return VerifiedDecision(
        decision=decision,
        hash=b64u(statement_hash("decision", statement.body)),
        signer=b64u(statement.key),
    )


def verify_offer(
    statement: Statement, *, manifest: VerifiedManifest, policy: VerifiedPolicy
) -> VerifiedOffer:
    """Believe one offer, or refuse.

    Raises:
        WrongContextError: about another manifest, or to somebody it is not for.
        SignerNotAllowedError, RevokedError, SignatureWrongError: no assigned mediator's.
    """
    offer = parse_offer(statement.body)
    _check_about(offer, statement, manifest)
    if offer.addressee not in manifest.manifest.addressees:
        raise WrongContextError("offered to somebody else")
    entry = assigned_mediator(policy, statement.key, epoch=EVER)
    verify(statement, "offer", public_key=unb64u(entry.key))
    return VerifiedOffer(
        offer=offer, hash=b64u(statement_hash("offer", statement.body)), signer=b64u(statement.key)
    )


def count_approvals(
    statements: Iterable[Statement],
    *,
    manifest: VerifiedManifest,
    policy: VerifiedPolicy,
    exact: bool = True,
) -> tuple[VerifiedApproval, ...]:
    """Return the approvals that count: at least quorum, at most one a mediator.

    What does not verify is passed over, not fatal: a server can always add rubbish, and
    gains nothing by it. A mediator's decision with a higher number than their approval,
    where one is given, takes that approval back; where one asks for a second mediator, two are
    needed whatever the quorum.

    Args:
        statements: approvals, and any decisions that the caller knows of.
        manifest: the verified manifest.
        policy: the verified policy.
        exact: refuse when fewer are left than are needed.

    Raises:
        NotApprovedError: fewer than are needed.
    """
    latest: dict[str, VerifiedApproval | VerifiedDecision] = {}
    needed = policy.policy.quorum
    for statement in statements:
        found = _judgement(statement, manifest, policy)
        if isinstance(found, VerifiedDecision) and found.decision.decision == "second":
            needed = max(needed, SECOND_NEEDS)
        if found is not None and (
            found.signer not in latest or _number(latest[found.signer]) < _number(found)
        ):
            latest[found.signer] = found
    counted = sorted(
        (found for found in latest.values() if isinstance(found, VerifiedApproval)),
        key=lambda approval: approval.hash,
    )
    if exact and len(counted) < needed:
        raise NotApprovedError(f"{len(counted)} approvals, {needed} needed")
    return tuple(counted)


def _judgement(
    statement: Statement, manifest: VerifiedManifest, policy: VerifiedPolicy
) -> VerifiedApproval | VerifiedDecision | None:
    for check in (verify_approval, verify_decision):
        try:
            return check(statement, manifest=manifest, policy=policy)
        except RelayError:
            continue
    return None


def _number(found: VerifiedApproval | VerifiedDecision) -> int:
    return found.approval.number if isinstance(found, VerifiedApproval) else found.decision.number


def check_reviewed_by_another(counted: Sequence[VerifiedApproval], *, maker: str) -> None:
    """Refuse what was reviewed by nobody but the mediator who made it.

    Args:
        counted: the approvals that count.
        maker: the key id of the mediator who signed the inner header.

    Raises:
        NotApprovedError: its maker is the only approver.
    """
    if all(found.signer == maker for found in counted):
        raise NotApprovedError("reviewed by its maker alone")
