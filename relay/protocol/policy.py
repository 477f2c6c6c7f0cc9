# SPDX-License-Identifier: EUPL-1.2
"""A case's policy: who takes part, whose certificate is theirs, and how many must agree.

Only the version that the directory names counts, so a person's key needs a mediator (who
certifies it) *and* a manager (who signs the policy and the directory).
Twin: ``web/src/protocol/policy.ts``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    CertificateWrongError,
    ForkError,
    PolicyMismatchError,
    RollbackError,
    SignerNotAllowedError,
    WrongContextError,
)
from relay.protocol.directory import (
    EVER,
    MediatorEntry,
    VerifiedDirectory,
    find_mediator,
)
from relay.protocol.root import find_manager, refuse_older
from relay.protocol.shape import (
    hashed,
    ident,
    integer,
    list_of,
    one_of,
    optional,
    read_statement,
    record_of,
    set_of,
    text,
    write_statement,
)

MAX_COOLING_SECONDS: Final = 2_592_000
MAX_QUORUM: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A pseudonymous person on one side, with the hash of their one current certificate."""

    participant: str
    side: str
    certificate: str | None
    former: tuple[str, ...]
    epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One version of a case's policy."""

    programme: str
    case: str
    version: int
    previous: str | None
    participants: tuple[Participant, ...]
    mediators: tuple[str, ...]
    quorum: int
    cooling_seconds: int
    channels: tuple[str, ...]
    retention: str
    consent_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPolicy:
    """The policy that the directory names, with that directory, and those before it that are known."""

    policy: Policy
    hash: str
    trust: VerifiedDirectory
    past: "tuple[VerifiedPolicy, ...]" = ()  # the latest first


_PARTICIPANT: Final = {
    "participant": ident,
    "side": one_of("harmed", "responsible"),
    "certificate": optional(hashed),
    "former": set_of(hashed),
    "epoch": integer(0),
}
_POLICY: Final = {
    "case": ident,
    "version": integer(1),
    "previous": optional(hashed),
    "participants": list_of(record_of(Participant, _PARTICIPANT), rising=lambda entry: entry.participant),
    "mediators": set_of(hashed, least=1),
    "quorum": integer(1, MAX_QUORUM),
    "cooling_seconds": integer(0, MAX_COOLING_SECONDS),
    "channels": set_of(one_of("letter", "video", "relayed", "meeting")),
    "retention": text(r"[a-z0-9-]{1,64}"),
    "consent_text": hashed,
}


def parse_policy(body: bytes) -> Policy:
    """Read a ``policy`` body; raises as ``shape.read_statement``."""
    return Policy(**read_statement(body, "policy", _POLICY))


def build_policy(policy: Policy) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("policy", policy)
    parse_policy(body)
    return body


def verify_policy(
    statement: Statement, *, case: str, trust: VerifiedDirectory, seen: tuple[int, str] | None = None
) -> VerifiedPolicy:
    """Believe a case's policy, or refuse.

    Args:
        statement: as received.
        case: the case it must be for.
        trust: the verified directory.
        seen: the highest version this client has seen, and its hash.

    Raises:
        WrongContextError: another programme or case.
        SignerNotAllowedError, RevokedError, SignatureWrongError: not an active manager's.
        RollbackError, ForkError: older than one seen, or another of the same version.
        PolicyMismatchError: not the one that the directory names.
    """
    policy = parse_policy(statement.body)
    if (policy.programme, policy.case) != (trust.directory.programme, case):
        raise WrongContextError("a policy of another case")
    verify(statement, "policy", public_key=find_manager(trust.root, statement.key))
    found = b64u(statement_hash("policy", statement.body))
    refuse_older("policy", (policy.version, found), seen)
    named = {(entry.case, entry.version, entry.policy) for entry in trust.directory.cases}
    if (case, policy.version, found) not in named:
        raise PolicyMismatchError("not the policy that the directory names")
    return VerifiedPolicy(policy=policy, hash=found, trust=trust)


def verify_past_policy(statement: Statement, *, successor: VerifiedPolicy) -> VerifiedPolicy:
    """Believe the version of a policy before a verified one, which names it by its hash.

    Raises:
        WrongContextError: another programme or case.
        PolicyMismatchError: not the one that its successor names.
    """
    policy = parse_policy(statement.body)
    if (policy.programme, policy.case) != (successor.policy.programme, successor.policy.case):
        raise WrongContextError("a policy of another case")
    found = b64u(statement_hash("policy", statement.body))
    if found != successor.policy.previous:
        raise PolicyMismatchError("not the policy that its successor names")
    return VerifiedPolicy(policy=policy, hash=found, trust=successor.trust)


def with_past(policy: VerifiedPolicy, statements: Iterable[Statement]) -> VerifiedPolicy:
    """Return a verified policy together with those before it, the latest first.

    Raises:
        WrongContextError, PolicyMismatchError: as ``verify_past_policy``.
    """
    chain = [policy]
    for statement in statements:
        chain.append(verify_past_policy(statement, successor=chain[-1]))
    past: tuple[VerifiedPolicy, ...] = ()
    for one in reversed(chain[1:]):
        past = (replace(one, past=past), *past)
    return replace(policy, past=past)


def made_under(policy: VerifiedPolicy, named: str) -> VerifiedPolicy:
    """Return the version that a statement names by its hash; where it is not known, the one at hand."""
    return next((then for then in policy.past if then.hash == named), policy)


def find_participant(policy: Policy, participant: str) -> Participant:
    """Return a person's entry.

    Raises:
        CertificateWrongError: nobody of that id takes part.
    """
    for entry in policy.participants:
        if entry.participant == participant:
            return entry
    raise CertificateWrongError("not a participant of this case")


def assigned_mediator(policy: VerifiedPolicy, key: bytes, *, epoch: int | None = None) -> MediatorEntry:
    """Return an assigned mediator's entry in the directory.

    Args:
        policy: the verified policy.
        key: the key id that a statement names.
        epoch: the directory epoch that the statement names, where it names one.

    Raises:
        SignerNotAllowedError: not assigned to this case, or not in the directory.
        RevokedError: revoked, or retired by then.
    """
    if b64u(key) not in policy.policy.mediators:
        raise SignerNotAllowedError("not a mediator of this case")
    return find_mediator(policy.trust.directory, key, epoch=epoch)


def once_assigned(policy: VerifiedPolicy, key: bytes) -> MediatorEntry:
    """Return the entry of a mediator of this policy or of a known one before it.

    For what names no policy and outlasts its mediator: a no, a taking back, a grant until a day.

    Raises:
        SignerNotAllowedError, RevokedError: as ``assigned_mediator``.
    """
    named = b64u(key)
    then = next((past for past in policy.past if named in past.policy.mediators), policy)
    here = policy if named in policy.policy.mediators else then
    return assigned_mediator(here, key, epoch=EVER)


def check_references(
    policy: VerifiedPolicy, *, directory: tuple[int, str], policy_named: tuple[int, str]
) -> None:
    """Refuse a statement made under a newer directory or policy than the one at hand.

    Args:
        policy: the verified policy, with its directory.
        directory: the epoch and hash that the statement names.
        policy_named: the policy version and hash that the statement names.

    Raises:
        RollbackError: the signer saw a newer one than the server shows us.
        ForkError: of the same number, but another.
    """
    here = (policy.trust.directory.epoch, policy.trust.hash)
    for what, named, ours in (
        ("directory", directory, here),
        ("policy", policy_named, (policy.policy.version, policy.hash)),
    ):
        if named[0] > ours[0]:
            raise RollbackError(f"{what} {named[0]} is named, {ours[0]} is shown")
        if named[0] == ours[0] and named[1] != ours[1]:
            raise ForkError(f"two different statements claim {what} {named[0]}")
