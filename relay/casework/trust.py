# SPDX-License-Identifier: EUPL-1.2
"""Accept new roots, directories and policies, strictly rising, together or not at all.

A policy counts only with the directory that names it, and a directory only with every
policy that it names; so all of them come in one commit. Every case's version rises with
it: a release in flight that was signed under older references finds its case changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relay.casework.consent_texts import kept_texts
from relay.casework.members import case_after, members_after
from relay.casework.standing import (
    DIRECTORY,
    ROOT,
    Head,
    day_of,
    days_left,
    load_directory,
    load_head,
    load_root,
    load_signed,
)
from relay.crypto.encoding import b64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, statement_hash
from relay.errors import (
    ForkError,
    NotFoundError,
    PolicyMismatchError,
    RootWrongError,
    WrongContextError,
)
from relay.places import stands
from relay.protocol.directory import VerifiedDirectory, verify_directory
from relay.protocol.intake_key import verify_intake_key
from relay.protocol.policy import VerifiedPolicy, parse_policy, verify_policy
from relay.protocol.root import VerifiedRoot, key_id_text, parse_root, programme_of, verify_root
from relay.records import (
    Actor,
    Case,
    CaseId,
    Event,
    Grant,
    Hash,
    KeyId,
    Member,
    Role,
    Statement,
    TrustHead,
)
from relay.storage.contract import Append, Change, Drop, Ledger, Page, Put

INTAKE: Final = "intake"
_PAGE: Final = 500
_KINDS: Final = {ROOT: "root", DIRECTORY: "directory", INTAKE: "intake-key"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The current statements that somebody may check for themselves."""

    root: Signed
    directory: Signed
    policies: tuple[Signed, ...]
    certificates: tuple[Signed, ...]


async def accept(  # noqa: PLR0913 - what is handed in together
    ledger: Ledger,
    *,
    programme: str,
    root: Signed | None,
    directory: Signed,
    policies: Sequence[Signed],
    at: int,
    intake: Signed | None = None,
    texts: Sequence[Signed] = (),
) -> bool:
    """Verify and make current; the signatures are the authority.

    The first root must be the one whose fingerprint begins with ``programme``. What is
    current already may come again and changes nothing. Returns whether anything changed.
    An intake key comes with the statement that shows it, a new consent text with its policy.

    Raises:
        RootWrongError, RollbackError, ForkError, ExpiredError, NotVouchedError,
        PolicyMismatchError, CertificateWrongError, SignerNotAllowedError: and as statements.
        WrongContextError: the intake key that is shown is not the directory's.
        NotFoundError: no root yet, and none comes with it.
        StaleVersionError: somebody else was first.
    """
    changes: list[Change] = []
    trusted = await _root(ledger, root, programme=programme, at=at, changes=changes)
    seen = await load_head(ledger, DIRECTORY)
    before = None if seen is None else (seen.head.number, seen.head.statement)
    verified = verify_directory(directory, root=trusted, today=day_of(at), seen=before)
    _follows("directory", verified.directory.previous, verified.hash, seen)
    if seen is not None and seen.head.statement == verified.hash and not changes:
        return False
    changes += await _made_current(
        ledger, DIRECTORY, directory, number=verified.directory.epoch, at=at, seen=seen
    )
    changes += await _cases(ledger, verified, policies, at=at)
    changes += await _intake(ledger, verified, trusted, intake, at=at)
    changes += await kept_texts(ledger, texts, policies=policies, root=trusted, at=at)
    await ledger.commit(changes)
    return True


async def current(ledger: Ledger, actor: Actor) -> Trust:
    """Return root, directory, and the policies and certificates of this person's cases.

    A manager gets those of every case, an interpreter those of which they may open something.

    Raises:
        NotFoundError: nothing was accepted yet.
    """
    root, directory = await load_head(ledger, ROOT), await load_head(ledger, DIRECTORY)
    if root is None or directory is None:
        raise NotFoundError("no directory was accepted yet")
    policies: list[Signed] = []
    certificates: list[Signed] = []
    for case in await _cases_of(ledger, actor):
        head = await load_head(ledger, case)
        if head is not None:
            policies.append(head.statement)
            certificates += await _certificates(ledger, head.statement)
    return Trust(
        root=root.statement,
        directory=directory.statement,
        policies=tuple(policies),
        certificates=tuple(certificates),
    )


async def current_root(ledger: Ledger) -> Signed:
    """Return the current root statement.

    Raises:
        NotFoundError: none was accepted yet.
    """
    found = await load_head(ledger, ROOT)
    if found is None:
        raise NotFoundError("no root was accepted yet")
    return found.statement


async def current_intake_key(ledger: Ledger) -> Signed:
    """Return the intake key as a manager signed it for everybody.

    Raises:
        NotFoundError: this programme takes no requests here.
    """
    found = await load_head(ledger, INTAKE)
    if found is None:
        raise NotFoundError("no intake key was accepted yet")
    return found.statement


async def directory_days_left(ledger: Ledger, *, at: int) -> int:
    """Return for how many more days releases are possible; negative: past; 0 where none is."""
    try:
        trust = await load_directory(ledger)
    except NotFoundError:
        return 0
    return days_left(trust.directory, trust.root, at=at)


async def _root(
    ledger: Ledger, posted: Signed | None, *, programme: str, at: int, changes: list[Change]
) -> VerifiedRoot:
    """Return the root to stand on; add to ``changes`` what makes a new one current."""
    seen = await load_head(ledger, ROOT)
    if posted is None:
        return await load_root(ledger)
    fingerprint = key_id_text(parse_root(posted.body).root)
    if programme_of(fingerprint) != programme:
        raise RootWrongError("not this programme's root")
    verified = verify_root(
        posted,
        fingerprint=fingerprint,
        today=day_of(at),
        seen_epoch=0 if seen is None else seen.head.number,
    )
    if seen is not None and seen.head.statement != verified.hash:
        _refuse_other_root(verified, seen)
    if seen is None or seen.head.statement != verified.hash:
        changes += await _made_current(ledger, ROOT, posted, number=verified.root.epoch, at=at, seen=seen)
    return verified


def _refuse_other_root(verified: VerifiedRoot, seen: Head) -> None:
    if parse_root(seen.statement.body).root != verified.root.root:
        raise RootWrongError("another root key than the first")
    if seen.head.number == verified.root.epoch:
        raise ForkError("two different roots of one epoch")


def _follows(what: str, previous: str | None, found: str, seen: Head | None) -> None:
    """Refuse what does not name the current one as its predecessor.

    Raises:
        ForkError: it stands on another history.
    """
    if seen is not None and seen.head.statement not in {found, previous}:
        raise ForkError(f"a {what} that does not follow the current one")


async def _made_current(
    ledger: Ledger, name: str, statement: Signed, *, number: int, at: int, seen: Head | None
) -> list[Change]:
    kind = _KINDS.get(name, "policy")
    case = CaseId(name) if kind == "policy" else None
    record = _kept(statement, kind, case=case, at=at)
    head = TrustHead(
        id=name,
        version=1 if seen is None else seen.head.version + 1,
        number=number,
        statement=record.id,
    )
    known = await ledger.load(Statement, record.id)
    return [
        *([] if known is not None else [Append(record)]),
        Put(head),
        Append(_event(kind, statement, case=case, at=at, digest=record.id)),
    ]


async def _intake(
    ledger: Ledger, trust: VerifiedDirectory, root: VerifiedRoot, posted: Signed | None, *, at: int
) -> list[Change]:
    """Return what makes the directory's intake key known to everybody, or forgotten."""
    seen, words = await load_head(ledger, INTAKE), trust.directory
    if posted is None and words.intake is None:
        return [] if seen is None else [Drop(TrustHead, INTAKE)]
    if posted is None:
        raise WrongContextError("the directory's intake key is not shown to everybody")
    shown = verify_intake_key(posted, root=root, today=day_of(at))
    if (shown.directory, shown.intake, shown.valid_until) != (trust.hash, words.intake, words.valid_until):
        raise WrongContextError("an intake key that is not the directory's")
    return await _made_current(ledger, INTAKE, posted, number=words.epoch, at=at, seen=seen)


async def _cases(
    ledger: Ledger, trust: VerifiedDirectory, policies: Sequence[Signed], *, at: int
) -> list[Change]:
    posted = {parse_policy(statement.body).case: statement for statement in policies}
    named = {entry.case: entry for entry in trust.directory.cases}
    if len(posted) != len(policies) or not set(posted) <= set(named):
        raise PolicyMismatchError("a policy that the directory does not name")
    changes: list[Change] = []
    for case in named:
        changes += await _case(ledger, CaseId(case), trust, posted.get(case), at=at)
    for known in await _all_cases(ledger):
        if known.id not in named and not known.closed:
            changes.append(Put(case_after(known, policy=None)))
    return changes


async def _case(
    ledger: Ledger, case: CaseId, trust: VerifiedDirectory, posted: Signed | None, *, at: int
) -> list[Change]:
    seen, known = await load_head(ledger, case), await ledger.load(Case, case)
    if posted is None and seen is None:
        raise PolicyMismatchError(f"{case}: the directory names a policy that is not here")
    statement = posted if posted is not None or seen is None else seen.statement
    assert statement is not None  # noqa: S101 - one of the two is there
    verified = verify_policy(
        statement,
        case=case,
        trust=trust,
        seen=None if seen is None else (seen.head.number, seen.head.statement),
    )
    _follows("policy", verified.policy.previous, verified.hash, seen)
    changes: list[Change] = [Put(case_after(known, policy=verified))]
    if seen is None or seen.head.statement != verified.hash:
        number = verified.policy.version
        changes += await _made_current(ledger, case, statement, number=number, at=at, seen=seen)
        changes += await _members(ledger, verified)
    return changes


async def _members(ledger: Ledger, policy: VerifiedPolicy) -> list[Change]:
    before = await ledger.find(Member, Page(equals={"case": policy.policy.case}, limit=_PAGE))
    certificates: dict[str, Signed] = {}
    for entry in policy.policy.participants:
        if entry.certificate is not None:
            try:
                certificates[entry.certificate] = await load_signed(ledger, Hash(entry.certificate))
            except NotFoundError:
                raise PolicyMismatchError(f"{entry.participant}: certificate not handed in") from None
    return [Put(member) for member in members_after(before, policy=policy, certificates=certificates)]


async def _cases_of(ledger: Ledger, actor: Actor) -> list[CaseId]:
    if actor.role is Role.MANAGER:
        return [case.id for case in await _all_cases(ledger)]
    if actor.role is Role.INTERPRETER:
        granted = await ledger.find(Grant, Page(equals={"interpreter": actor.person}, limit=_PAGE))
        return sorted({one.case for one in granted if one.key == actor.key and not one.over})
    places = await ledger.find(Member, Page(equals={"person": actor.person}, limit=_PAGE))
    held = [place for place in places if stands(place, actor)]
    return [place.case for place in held if not (place.left and place.role is Role.MEDIATOR)]


async def _all_cases(ledger: Ledger) -> list[Case]:
    found: list[Case] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        page = await ledger.find(Case, Page(equals={}, after=after, limit=_PAGE))
        found += page
        if len(page) < _PAGE:
            return found


async def _certificates(ledger: Ledger, policy: Signed) -> list[Signed]:
    hashes: list[str] = []
    for entry in parse_policy(policy.body).participants:
        hashes += [*entry.former, *([entry.certificate] if entry.certificate else [])]
    found = [await ledger.load(Statement, one) for one in hashes]
    return [await load_signed(ledger, one.id) for one in found if one is not None]


def _kept(statement: Signed, kind: str, *, case: CaseId | None, at: int) -> Statement:
    return Statement(
        id=Hash(b64u(statement_hash(kind, statement.body))),
        kind=kind,
        case=case,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=0,
        at=at,
        envelope=encode_envelope(statement),
    )


def _event(kind: str, statement: Signed, *, case: CaseId | None, at: int, digest: Hash) -> Event:
    return Event(
        seq=0,
        case=case,
        message=None,
        kind=kind,
        by=b64u(statement.key[:ID_BYTES]),
        at=at,
        digest=digest,
        chain="",
    )
