# SPDX-License-Identifier: EUPL-1.2
"""The release, and the addressee's own check of everything that led to it.

``verify_release`` is the one function that makes a ``VerifiedRelease``, in the order of
docs/format.md section 6, steps 1 to 9, closed on any failure. It opens nothing, so a
server may import this file; ``opening.py`` goes on from here.
Twin: ``web/src/protocol/release.ts``. Source: protocol.md section 5.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    CertificateWrongError,
    NotAddressedError,
    NotReleasedError,
    OwnEntryWrongError,
    RelayError,
    WithdrawnError,
)
from relay.protocol.approval import VerifiedApproval, count_approvals
from relay.protocol.certificate import VerifiedCertificate, verify_certificate
from relay.protocol.directory import READING_GRACE_DAYS, VerifiedDirectory, verify_directory
from relay.protocol.manifest import VerifiedManifest, verify_manifest
from relay.protocol.policy import (
    VerifiedPolicy,
    assigned_mediator,
    check_references,
    find_participant,
    made_under,
    verify_policy,
    with_past,
)
from relay.protocol.readiness import VerifiedReadiness, require_ready
from relay.protocol.root import verify_root
from relay.protocol.shape import (
    day,
    hashed,
    ident,
    integer,
    read_statement,
    set_of,
    write_statement,
)
from relay.protocol.withdrawal import takes_back, verify_withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A mediator hands one wrap to one certificate of one ready addressee."""

    programme: str
    case: str
    message: str
    manifest: str
    addressee: str
    certificate: str
    epoch: int
    readiness: str
    approvals: tuple[str, ...]
    wrap: str
    directory: str
    directory_epoch: int
    policy: str
    policy_version: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """What the addressee's client knows of its own person."""

    participant: str
    identity: str
    certificate: str
    epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the client remembers: highest root epoch; directory, policy with hashes; manifest."""

    root_epoch: int = 0
    directory: tuple[int, str] | None = None
    policy: tuple[int, str] | None = None
    manifest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the server hands over for one message: nothing in it is believed yet."""

    root: Statement
    directory: Statement
    policy: Statement
    past: tuple[Statement, ...]  # the policies before it, the latest first, where somebody left since
    certificates: tuple[Statement, ...]
    manifest: Statement
    approvals: tuple[Statement, ...]
    readiness: tuple[Statement, ...]
    release: Statement
    wrap: bytes
    withdrawals: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedRelease:
    """The proof that a message may be opened here. Made by ``verify_release`` alone."""

    release: Release
    hash: str
    manifest: VerifiedManifest
    policy: VerifiedPolicy
    approvals: tuple[VerifiedApproval, ...]
    certificates: tuple[VerifiedCertificate, ...]
    wrap: bytes


_RELEASE: Final = {
    "case": ident,
    "message": ident,
    "manifest": hashed,
    "addressee": ident,
    "certificate": hashed,
    "epoch": integer(1),
    "readiness": hashed,
    "approvals": set_of(hashed, least=1),
    "wrap": hashed,
    "directory": hashed,
    "directory_epoch": integer(1),
    "policy": hashed,
    "policy_version": integer(1),
    "day": day,
}


def parse_release(body: bytes) -> Release:
    """Read a ``release`` body; raises as ``shape.read_statement``."""
    return Release(**read_statement(body, "release", _RELEASE))


def build_release(release: Release) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("release", release)
    parse_release(body)
    return body


def wrap_hash(wrap: bytes) -> str:
    """Return SHA-256 of a wrap, as a release names it."""
    return b64u(sha256(wrap))


def verify_trust(
    delivery: Delivery, *, fingerprint: str, case: str, seen: Seen, today: str
) -> VerifiedPolicy:
    """Check root, directory and policy: steps 1 to 3, with 30 days of grace for reading."""
    root = verify_root(delivery.root, fingerprint=fingerprint, today=today, seen_epoch=seen.root_epoch)
    trust: VerifiedDirectory = verify_directory(
        delivery.directory,
        root=root,
        today=today,
        seen=seen.directory,
        grace_days=READING_GRACE_DAYS,
    )
    return verify_policy(delivery.policy, case=case, trust=trust, seen=seen.policy)


def verify_release(
    delivery: Delivery, *, fingerprint: str, case: str, me: Me, seen: Seen, today: str
) -> VerifiedRelease:
    """Believe that a message may be opened by this addressee, or refuse.

    Args:
        delivery: what the server handed over for ``case``.
        fingerprint: the pinned root's.
        case: the one that the client opened.
        me: the addressee's own keys.
        seen: what the client remembers.
        today: the day, UTC.

    Raises:
        RelayError: the first check that fails, in the order of docs/format.md section 6.
    """
    current = verify_trust(delivery, fingerprint=fingerprint, case=case, seen=seen, today=today)
    policy = with_past(current, delivery.past)
    _check_own_entry(policy, me)
    manifest = verify_manifest(
        delivery.manifest, programme=policy.policy.programme, case=case, seen=seen.manifest
    )
    if me.participant not in manifest.manifest.addressees:
        raise NotAddressedError("not an addressee of this message")
    gates = _both_gates(delivery, me=me, manifest=manifest, policy=policy)
    _check_release(delivery, gates, me=me, manifest=manifest)
    certificates = _refuse_withdrawn(delivery, policy=policy, manifest=manifest)
    return VerifiedRelease(
        release=gates.release,
        hash=b64u(statement_hash("release", delivery.release.body)),
        manifest=manifest,
        policy=policy,
        approvals=gates.approvals,
        certificates=certificates,
        wrap=delivery.wrap,
    )


def _check_own_entry(policy: VerifiedPolicy, me: Me) -> None:
    try:
        entry = find_participant(policy.policy, me.participant)
    except CertificateWrongError:
        raise OwnEntryWrongError("this person is not in the policy") from None
    if (entry.certificate, entry.epoch) != (me.certificate, me.epoch):
        raise OwnEntryWrongError("the policy lists another key as this person's")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gates:
    """A release, as read, and what it rests on; ``then``: the policy that it is held against."""

    release: Release
    then: VerifiedPolicy
    approvals: tuple[VerifiedApproval, ...]
    readiness: VerifiedReadiness


def _both_gates(delivery: Delivery, *, me: Me, manifest: VerifiedManifest, policy: VerifiedPolicy) -> _Gates:
    release = parse_release(delivery.release.body)
    then = made_under(policy, release.policy)
    approvals = count_approvals(delivery.approvals, manifest=manifest, policy=then)
    readiness = require_ready(
        delivery.readiness, manifest=manifest, participant=me.participant, identity=me.identity
    )
    _check_answer(readiness, release, policy=policy)
    return _Gates(release=release, then=then, approvals=approvals, readiness=readiness)


def _check_answer(readiness: VerifiedReadiness, release: Release, *, policy: VerifiedPolicy) -> None:
    """Refuse a release under an older policy or directory than the answer was given under.

    Whoever left the case or retired by then cannot date a release back past what the
    addressee's own device saw when they said that they were ready.
    """
    words = readiness.readiness
    check_references(
        policy,
        directory=(words.directory_epoch, words.directory),
        policy_named=(words.policy_version, words.policy),
    )
    if release.policy_version < words.policy_version:
        raise NotReleasedError("released under an older policy than the answer names")
    if release.directory_epoch < words.directory_epoch:
        raise NotReleasedError("released under an older directory than the answer names")


def _check_release(delivery: Delivery, gates: _Gates, *, me: Me, manifest: VerifiedManifest) -> None:
    release, policy = gates.release, gates.then
    words = manifest.manifest
    about = (release.programme, release.case, release.message, release.manifest)
    if about != (words.programme, words.case, words.message, manifest.hash):
        raise NotReleasedError("a release of another manifest")
    check_references(
        policy,
        directory=(release.directory_epoch, release.directory),
        policy_named=(release.policy_version, release.policy),
    )
    entry = assigned_mediator(policy, delivery.release.key, epoch=release.directory_epoch)
    verify(delivery.release, "release", public_key=unb64u(entry.key))
    if (release.addressee, release.certificate, release.epoch) != (
        me.participant,
        me.certificate,
        me.epoch,
    ):
        raise NotReleasedError("released to another person or key")
    if release.readiness != gates.readiness.hash:
        raise NotReleasedError("released on another answer")
    counted = {approval.hash for approval in gates.approvals}
    if not counted.issuperset(release.approvals) or len(release.approvals) < policy.policy.quorum:
        raise NotReleasedError("released on other approvals")
    if release.wrap != wrap_hash(delivery.wrap):
        raise NotReleasedError("released with another wrap")


def known_certificates(
    statements: Iterable[Statement], policy: VerifiedPolicy, participant: str
) -> tuple[VerifiedCertificate, ...]:
    """Return those of the person's certificates that verify; the others prove nothing."""
    found: list[VerifiedCertificate] = []
    for statement in statements:
        try:
            found.append(verify_certificate(statement, policy=policy, participant=participant))
        except RelayError:
            continue
    return tuple(found)


def _refuse_withdrawn(
    delivery: Delivery, *, policy: VerifiedPolicy, manifest: VerifiedManifest
) -> tuple[VerifiedCertificate, ...]:
    """Refuse what any valid withdrawal takes back; return the author's certificates."""
    author = manifest.manifest.sender
    certificates = known_certificates(delivery.certificates, policy, author)
    current = next((certificate for certificate in certificates if certificate.current), None)
    for statement in delivery.withdrawals:
        try:
            found = verify_withdrawal(statement, policy=policy, manifest=manifest, certificate=current)
        except RelayError:
            continue
        if takes_back(found.withdrawal, manifest):
            raise WithdrawnError("the message was taken back")
    return certificates
