# SPDX-License-Identifier: EUPL-1.2
"""The current root, directory and policies as they lie in the ledger, and who is active.

What lies there was verified when it was accepted (``trust``), so it is only read here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from relay.crypto.signing import Statement as Signed
from relay.errors import DirectoryStaleError, ForbiddenError, NotFoundError, SignerNotAllowedError
from relay.places import stands
from relay.protocol.certificate import VerifiedCertificate, verify_certificate
from relay.protocol.directory import Directory, VerifiedDirectory
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.remembered import decoded, directory_of, policy_of, root_of
from relay.protocol.root import Root, VerifiedRoot, key_id_text
from relay.protocol.shape import day_number
from relay.records import Actor, CaseId, Hash, Member, PersonId, Role, Statement, TrustHead
from relay.storage.contract import Ledger, Page

ROOT: Final = "root"
DIRECTORY: Final = "directory"
DAY_SECONDS: Final = 86_400
_MOST_MEMBERS: Final = 1_000
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A current statement with its ledger's head."""

    head: TrustHead
    statement: Signed


def day_of(at: int) -> str:
    """Return the day, UTC, of a time in seconds."""
    return date.fromordinal(_EPOCH + at // DAY_SECONDS).isoformat()


def member_id(case: str, person: str) -> str:
    """Return the id of a person's place in a case."""
    return f"{case}/{person}"


async def load_head(ledger: Ledger, name: str) -> Head | None:
    """Return what is current under ``root``, ``directory`` or a case id; None: nothing."""
    head = await ledger.load(TrustHead, name)
    return None if head is None else Head(head=head, statement=await load_signed(ledger, head.statement))


async def load_signed(ledger: Ledger, statement: Hash) -> Signed:
    """Return a stored statement as it was received.

    Raises:
        NotFoundError: none of that hash.
    """
    found = await ledger.load(Statement, statement)
    if found is None:
        raise NotFoundError(f"{statement}: no such statement")
    return decoded(found.envelope)


async def load_root(ledger: Ledger) -> VerifiedRoot:
    """Return the current root.

    Raises:
        NotFoundError: none was accepted yet.
    """
    found = await load_head(ledger, ROOT)
    if found is None:
        raise NotFoundError("no root was accepted yet")
    return VerifiedRoot(root=root_of(found.statement.body), hash=found.head.statement)


async def load_directory(ledger: Ledger) -> VerifiedDirectory:
    """Return the current directory with the root it stands on.

    Raises:
        NotFoundError: none was accepted yet.
    """
    root, found = await load_root(ledger), await load_head(ledger, DIRECTORY)
    if found is None:
        raise NotFoundError("no directory was accepted yet")
    return VerifiedDirectory(
        directory=directory_of(found.statement.body), hash=found.head.statement, root=root.root
    )


async def load_policy(ledger: Ledger, case: CaseId) -> VerifiedPolicy:
    """Return a case's current policy with the directory behind it.

    Raises:
        NotFoundError: no such case, or no directory yet.
    """
    found = await load_head(ledger, case)
    if found is None:
        raise NotFoundError(f"{case}: no such case")
    trust = await load_directory(ledger)
    return VerifiedPolicy(policy=policy_of(found.statement.body), hash=found.head.statement, trust=trust)


async def members_of(ledger: Ledger, case: CaseId) -> dict[PersonId, Member]:
    """Return everybody whom a case has or had, by person."""
    found = await ledger.find(Member, Page(equals={"case": case}, limit=_MOST_MEMBERS))
    return {member.person: member for member in found}


async def mediated_cases(ledger: Ledger, actor: Actor) -> tuple[CaseId, ...]:
    """Return the cases in which an active mediator has a place now."""
    places = await ledger.find(Member, Page(equals={"person": actor.person}, limit=_MOST_MEMBERS))
    held = [one for one in places if one.role is Role.MEDIATOR and not one.left and stands(one, actor)]
    if not held:
        return ()
    active = active_mediators((await load_directory(ledger)).directory)
    return tuple(one.case for one in held if one.key in active)


async def case_participant(ledger: Ledger, actor: Actor, case: CaseId) -> Member | None:
    """Return a participant's certified place in a case that they have not left; None for others."""
    if actor.role is not Role.PARTICIPANT:
        return None
    member = await ledger.load(Member, member_id(case, actor.person))
    if member is None or member.left or member.key is None or not stands(member, actor):
        return None
    return member


async def certificate_of(ledger: Ledger, policy: VerifiedPolicy, member: Member) -> VerifiedCertificate:
    """Return a participant's current certificate, as the policy names it.

    Raises:
        SignerNotAllowedError: no certificate of theirs counts.
        CertificateWrongError, RevokedError: as ``certificate.verify_certificate``.
    """
    if member.certificate is None:
        raise SignerNotAllowedError(f"{member.id}: no certificate")
    statement = await load_signed(ledger, member.certificate)
    return verify_certificate(statement, policy=policy, participant=member.person)


def days_left(directory: Directory, root: Root, *, at: int) -> int:
    """Return for how many more days directory and root are valid; negative: past."""
    last = min(day_number(directory.valid_until), day_number(root.expires))
    return last - at // DAY_SECONDS


async def require_valid(ledger: Ledger, *, at: int) -> VerifiedDirectory:
    """Return the directory while it lasts: a stale one stops new enrolments.

    Raises:
        DirectoryStaleError: it is past its date.
        NotFoundError: none was accepted yet.
    """
    trust = await load_directory(ledger)
    if days_left(trust.directory, trust.root, at=at) < 0:
        raise DirectoryStaleError("the directory is past its date")
    return trust


def active_mediators(directory: Directory) -> frozenset[str]:
    """Return the key ids of the mediators whom the directory calls active."""
    return frozenset(key_id_text(entry.key) for entry in directory.mediators if entry.status == "active")


def active_interpreters(directory: Directory) -> frozenset[str]:
    """Return the key ids of the interpreters whom the directory calls active."""
    return frozenset(key_id_text(entry.key) for entry in directory.interpreters if entry.status == "active")


async def case_mediator(ledger: Ledger, actor: Actor, case: CaseId) -> Member | None:
    """Return an active mediator's place in a case; None for everybody else."""
    if actor.role is not Role.MEDIATOR:
        return None
    member = await ledger.load(Member, member_id(case, actor.person))
    if member is None or member.left or not stands(member, actor):
        return None
    trust = await load_directory(ledger)
    return member if member.key in active_mediators(trust.directory) else None


async def require_case_mediator(ledger: Ledger, actor: Actor, case: CaseId) -> Member:
    """Return an active mediator's place in a case.

    Raises:
        ForbiddenError: not a mediator of this case.
    """
    member = await case_mediator(ledger, actor, case)
    if member is None:
        raise ForbiddenError(f"{case}: not a mediator of this case")
    return member
