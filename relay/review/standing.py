# SPDX-License-Identifier: EUPL-1.2
"""Who stands where in a case now: its policy, the directory behind it, and its members.

What was accepted is not verified again: only ``casework.trust`` writes these heads, and
it verifies. Statements never change, so reading one is remembered by its bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.errors import NotFoundError, RollbackError, SignerNotAllowedError
from relay.places import stands
from relay.protocol.certificate import VerifiedCertificate, parse_certificate, verify_certificate
from relay.protocol.directory import VerifiedDirectory
from relay.protocol.policy import VerifiedPolicy, check_references
from relay.protocol.remembered import decoded, directory_of, policy_of, root_of
from relay.protocol.root import key_id_text
from relay.records import Actor, Case, CaseId, Hash, Member, PersonId, Role, Statement, TrustHead
from relay.storage.contract import Ledger, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case now. ``members`` has mediators only while the directory calls them active."""

    case: Case
    policy: VerifiedPolicy
    members: Mapping[PersonId, Member]


async def load_standing(ledger: Ledger, case: CaseId) -> Standing:
    """Load a case with its policy, directory and members.

    Raises:
        NotFoundError: no such case.
    """
    found = await ledger.load(Case, case)
    if found is None:
        raise NotFoundError(f"{case}: no such case")
    trust, active = await _directory(ledger)
    policy = policy_of((await load_signed(ledger, found.policy)).body)
    members = await ledger.find(Member, Page(equals={"case": case}, limit=1000))
    return Standing(
        case=found,
        policy=VerifiedPolicy(policy=policy, hash=found.policy, trust=trust),
        members={
            member.person: member
            for member in members
            if member.role is not Role.MEDIATOR or (member.key in active and not member.left)
        },
    )


async def standing_places(ledger: Ledger, places: Iterable[Member], *, actor: Actor) -> tuple[Member, ...]:
    """Return those of a person's places that whoever asks holds now, with this role and key.

    A mediator who was revoked, or whom a case no longer assigns, holds none: neither lists
    nor events reach them. A participant who left keeps sight of what they wrote.
    """
    held = tuple(place for place in places if stands(place, actor))
    if actor.role is not Role.MEDIATOR or not held:
        return held
    _, active = await _directory(ledger)
    return tuple(place for place in held if place.key in active and not place.left)


async def load_signed(ledger: Ledger, statement: Hash) -> Signed:
    """Return a stored statement as it was received.

    Raises:
        NotFoundError: none of that hash.
    """
    found = await ledger.load(Statement, statement)
    if found is None:
        raise NotFoundError(f"{statement}: no such statement")
    return signed(found)


def signed(record: Statement) -> Signed:
    """Return the envelope of a stored statement."""
    return decoded(record.envelope)


async def certificate_of(ledger: Ledger, standing: Standing, *, person: PersonId) -> VerifiedCertificate:
    """Return a participant's current certificate, as the policy names it.

    Raises:
        SignerNotAllowedError: no certificate of theirs counts.
        CertificateWrongError, RevokedError: as ``certificate.verify_certificate``.
    """
    member = standing.members.get(person)
    if member is None or member.certificate is None:
        raise SignerNotAllowedError(f"{person}: no certificate")
    statement = await load_signed(ledger, member.certificate)
    return verify_certificate(statement, policy=standing.policy, participant=person)


async def stopping_certificate(
    ledger: Ledger, standing: Standing, *, person: PersonId
) -> VerifiedCertificate | None:
    """Return the certificate by which a person may stop: taken as it was accepted.

    It is not verified anew, so that somebody whose certifying mediator was revoked, or
    whom the policy no longer names, can still take back what they wrote.
    """
    member = standing.members.get(person)
    if member is None or member.certificate is None:
        return None
    statement = await load_signed(ledger, member.certificate)
    return VerifiedCertificate(
        certificate=parse_certificate(statement.body), hash=member.certificate, current=True
    )


def own_signature(statement: Signed, member: Member) -> None:
    """Refuse a statement that names another key than that of whoever is signed in.

    Raises:
        SignerNotAllowedError: it does.
    """
    if member.key is None or b64u(statement.key) != member.key:
        raise SignerNotAllowedError(f"{member.id}: signed with another person's key")


def current_references(
    policy: VerifiedPolicy, *, directory: tuple[int, str], policy_named: tuple[int, str]
) -> None:
    """Refuse a statement made under any other directory or policy than the current ones.

    Raises:
        RollbackError: made under an older one (fetch the new one and sign again).
        ForkError: same number, another hash.
    """
    check_references(policy, directory=directory, policy_named=policy_named)
    here = (policy.trust.directory.epoch, policy.policy.version)
    if (directory[0], policy_named[0]) != here:
        raise RollbackError(f"made under {directory[0]}, {policy_named[0]}; current are {here}")


async def active_interpreters(ledger: Ledger) -> frozenset[str]:
    """Return the key ids of the interpreters whom the current directory calls active.

    Raises:
        NotFoundError: no directory was accepted yet.
    """
    trust, _ = await _directory(ledger)
    entries = trust.directory.interpreters
    return frozenset(key_id_text(entry.key) for entry in entries if entry.status == "active")


async def _directory(ledger: Ledger) -> tuple[VerifiedDirectory, frozenset[str]]:
    heads = [await ledger.load(TrustHead, name) for name in ("root", "directory")]
    if heads[0] is None or heads[1] is None:
        raise NotFoundError("no directory was accepted yet")
    root = root_of((await load_signed(ledger, heads[0].statement)).body)
    statement = await load_signed(ledger, heads[1].statement)
    directory = directory_of(statement.body)
    return (
        VerifiedDirectory(directory=directory, hash=heads[1].statement, root=root),
        _active(statement.body),
    )


@lru_cache(maxsize=4)
def _active(body: bytes) -> frozenset[str]:
    mediators = directory_of(body).mediators
    return frozenset(key_id_text(entry.key) for entry in mediators if entry.status == "active")
