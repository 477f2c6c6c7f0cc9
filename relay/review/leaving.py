# SPDX-License-Identifier: EUPL-1.2
"""A person pauses, comes back, or leaves a case: one signed statement, no reason asked.

A pause shuts the gates of that person's messages, in both directions. Leaving takes back
everything that they wrote, and undoes every release to them: what was theirs to read is
kept by the mediator again, and its author sees no difference.
"""

from dataclasses import replace
from typing import Final

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope
from relay.errors import ForbiddenError, OldNumberError, StaleVersionError, WrongContextError
from relay.places import stands
from relay.protocol.withdrawal import VerifiedWithdrawal, verify_withdrawal
from relay.records import (
    Actor,
    Answer,
    Case,
    CaseId,
    Event,
    Hash,
    KeyId,
    Member,
    Message,
    PersonId,
    Role,
    State,
    Statement,
)
from relay.review.answering import handed_back
from relay.review.commands import GiveAnswer, Withdraw
from relay.review.desk import Desk
from relay.review.machine import apply, decide, event_of
from relay.review.moving import hash_of, tell
from relay.review.standing import Standing, load_standing, stopping_certificate
from relay.review.withdrawing import MOST_RACES, finish, highest_number, taking_back
from relay.storage.contract import Append, Change, Page, Put

_RELEASED: Final = frozenset({State.RELEASED, State.OPENED})
_PAGE: Final = 1000


async def withdraw_case(desk: Desk, actor: Actor, *, case: CaseId, statement: Signed) -> Signed:
    """Pause, resume or leave a case, and return the signed receipt.

    Args:
        desk: the ports.
        actor: the participant.
        case: which.
        statement: the ``withdrawal`` of scope pause, resume or leave, by their identity.

    Raises:
        NotFoundError, ForbiddenError: not their case.
        SignerNotAllowedError, SignatureWrongError, WrongContextError: as named.
        OldNumberError: a replay that would undo something later.
        StorageBrokenError: as ``withdrawing.withdraw``.
    """
    for _ in range(MOST_RACES):
        standing = await load_standing(desk.ledger, case)
        member = _member(standing, actor)
        found = await _verified(desk, standing, actor, statement)
        at = desk.clock()
        try:
            gone = await _commit(desk, standing, member, statement=statement, found=found, at=at)
        except StaleVersionError:
            continue
        return await finish(desk, standing, gone, statement=statement, at=at)
    raise StaleVersionError(f"{case}: changed {MOST_RACES} times meanwhile")


def _member(standing: Standing, actor: Actor) -> Member:
    member = standing.members.get(actor.person)
    if member is None or actor.role is not Role.PARTICIPANT or not stands(member, actor):
        raise ForbiddenError(f"{standing.case.id}: no participant of this case")
    return member


async def _verified(desk: Desk, standing: Standing, actor: Actor, statement: Signed) -> VerifiedWithdrawal:
    certificate = await stopping_certificate(desk.ledger, standing, person=actor.person)
    found = verify_withdrawal(statement, policy=standing.policy, certificate=certificate)
    if found.withdrawal.scope == "message" or found.withdrawal.participant != actor.person:
        raise WrongContextError(f"{standing.case.id}: not for this person's place in the case")
    return found


async def _commit(
    desk: Desk,
    standing: Standing,
    member: Member,
    *,
    statement: Signed,
    found: VerifiedWithdrawal,
    at: int,
) -> list[Message]:
    """Commit; return the messages whose destruction is owed now."""
    case, words = standing.case, found.withdrawal
    leaving = words.scope == "leave"
    if await desk.ledger.load(Statement, found.hash) is not None:
        written = await _written_by(desk, member) if leaving else []
        return [one for one in written if one.ended_at is not None]
    if words.number <= await highest_number(desk, case.id, signer=b64u(statement.key)):
        raise OldNumberError(f"{case.id}: {words.number} was used")
    if member.left:
        raise ForbiddenError(f"{member.id}: has left")
    changes: list[Change] = [
        Put(_paused(case, member.person, scope=words.scope)),
        Append(_kept(case.id, statement, number=words.number, at=at)),
        Append(_noted(case.id, member.person, scope=words.scope, at=at, digest=found.hash)),
    ]
    if not leaving:
        await desk.ledger.commit(changes)
        return []
    return await _leave(desk, standing, member, found=found, at=at, changes=changes)


async def _leave(
    desk: Desk,
    standing: Standing,
    member: Member,
    *,
    found: VerifiedWithdrawal,
    at: int,
    changes: list[Change],
) -> list[Message]:
    command = Withdraw(by=member.person, statement=Hash(found.hash))
    written = await _written_by(desk, member)
    taken, gone = await taking_back(desk, written, command=command, at=at)
    undone, returned = await _hand_back(desk, member, statement=Hash(found.hash), at=at)
    left = Put(replace(member, version=member.version + 1, left=True))
    await desk.ledger.commit([*changes, left, *taken, *undone])
    for before, after in (*gone, *returned):
        tell(desk, before, after, members=standing.members, at=at)
    return [after for _, after in gone]


async def _hand_back(
    desk: Desk, member: Member, *, statement: Hash, at: int
) -> tuple[list[Change], list[tuple[Message, Message]]]:
    command = GiveAnswer(by=member.person, statement=statement, answer=Answer.KEEP)
    changes: list[Change] = []
    returned: list[tuple[Message, Message]] = []
    for one in await _in_case(desk, {"case": member.case, "addressee": member.person}):
        if one.state in _RELEASED:
            moved = decide(one, command, at=at)
            after = apply(one, moved)
            returned.append((one, after))
            changes += [Put(after), Append(event_of(moved))]
            changes += handed_back(one, member=member, answer=Answer.KEEP)
    return changes, returned


async def _written_by(desk: Desk, member: Member) -> list[Message]:
    return await _in_case(desk, {"case": member.case, "sender": member.person})


async def _in_case(desk: Desk, equals: dict[str, object]) -> list[Message]:
    found: list[Message] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        page = await desk.ledger.find(Message, Page(equals=equals, after=after, limit=_PAGE))
        found += page
        if len(page) < _PAGE:
            return found


def _paused(case: Case, person: PersonId, *, scope: str) -> Case:
    paused = {one for one in case.paused_by.split(",") if one}
    paused = paused | {person} if scope == "pause" else paused - {person}
    return replace(case, version=case.version + 1, paused_by=",".join(sorted(paused)))


def _kept(case: CaseId, statement: Signed, *, number: int, at: int) -> Statement:
    return Statement(
        id=hash_of(statement, "withdrawal"),
        kind="withdrawal",
        case=case,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=number,
        at=at,
        envelope=encode_envelope(statement),
    )


def _noted(case: CaseId, person: PersonId, *, scope: str, at: int, digest: str) -> Event:
    return Event(seq=0, case=case, message=None, kind=scope, by=person, at=at, digest=Hash(digest), chain="")
