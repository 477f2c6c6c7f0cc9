# SPDX-License-Identifier: EUPL-1.2
"""Who may ask what of a message, and through which gates.

``machine`` says what leads where; this file says who may take the step: only who made it
submits a message, only its author confirms made words, only mediators of its case work
on it, only its addressee answers and opens. Gates stop an offer and a release, never a
withdrawal: anyone may stop at any point. Signatures are not looked at here; the service
has verified them.
"""

from collections.abc import Mapping
from typing import Final

from relay.errors import (
    ClaimedError,
    CoolingOffError,
    DirectoryStaleError,
    ForbiddenError,
    GateShutError,
    NotAllowedError,
    NotFoundError,
    NotReadyError,
    UndoOpenError,
)
from relay.places import stands
from relay.protocol.gates import refusal_of
from relay.records import Actor, Answer, Gates, Member, Message, PersonId, Role, State
from relay.review.commands import (
    Approve,
    AskSecond,
    Claim,
    Command,
    Confirm,
    Decline,
    EndHold,
    Escalate,
    Expire,
    GiveAnswer,
    Hold,
    LetGo,
    Offer,
    Open,
    Release,
    Reopen,
    Return,
    Submit,
    Withdraw,
)
from relay.review.seen_by import Audience, is_claimed, reached_mediators, seen_by

MAY_ASK: Final[Mapping[type[Command], frozenset[Audience]]] = {
    Submit: frozenset({Audience.AUTHOR, Audience.MAKER}),
    Confirm: frozenset({Audience.AUTHOR}),
    Claim: frozenset({Audience.MEDIATOR}),
    LetGo: frozenset({Audience.MEDIATOR}),
    Approve: frozenset({Audience.MEDIATOR}),
    Reopen: frozenset({Audience.MEDIATOR}),
    AskSecond: frozenset({Audience.MEDIATOR}),
    Hold: frozenset({Audience.MEDIATOR}),
    Return: frozenset({Audience.MEDIATOR}),
    Decline: frozenset({Audience.MEDIATOR}),
    Escalate: frozenset({Audience.MEDIATOR}),
    Offer: frozenset({Audience.MEDIATOR}),
    Release: frozenset({Audience.MEDIATOR}),
    GiveAnswer: frozenset({Audience.ADDRESSEE}),
    Open: frozenset({Audience.ADDRESSEE}),
    Withdraw: frozenset({Audience.AUTHOR, Audience.MEDIATOR}),
    EndHold: frozenset(),  # the clock's alone
    Expire: frozenset(),
}


# What another mediator's claim keeps out, and what a claim of one's own is for.
_CLAIMED: Final = Claim | LetGo | Approve | Reopen | AskSecond | Hold | Return | Decline | Escalate


def audiences(
    actor: Actor,
    message: Message,
    *,
    members: Mapping[PersonId, Member],
) -> frozenset[Audience]:
    """Say as whom ``actor`` stands before ``message``; empty for a stranger.

    Args:
        actor: who is signed in.
        message: of which case and between whom.
        members: of that case, by person; mediators only while they are active, an interpreter
            only where they were let in (``guests``).
    """
    member = members.get(actor.person)
    if member is None or not stands(member, actor):
        return frozenset()
    found: set[Audience] = set()
    if actor.person == message.sender:
        found.add(Audience.AUTHOR)
    if actor.person == message.maker:
        found.add(Audience.MAKER)
    if actor.role is Role.MEDIATOR:
        found.add(Audience.MEDIATOR)
    elif actor.role is Role.INTERPRETER:
        found |= set() if found else {Audience.INTERPRETER}
    elif actor.person == message.addressee and not member.left:
        found.add(Audience.ADDRESSEE)
    return frozenset(found)


def may(
    actor: Actor | None,
    message: Message,
    command: Command,
    *,
    gates: Gates,
    members: Mapping[PersonId, Member],
    at: int,
) -> None:
    """Let pass, or refuse.

    Args:
        actor: who is signed in and named by the command; None for the clock.
        message: as it is now.
        command: what is asked.
        gates: of this message's case and people.
        members: of this message's case; mediators only while they are active.
        at: seconds.

    Raises:
        NotFoundError: they may not even know of the message.
        ForbiddenError: not theirs to do.
        CoolingOffError: a mediator, before the cooling-off time is over.
        GateShutError, DirectoryStaleError: an offer or release through a shut gate.
        NotReadyError, NotAllowedError: a release without ready, an offer after never.
        ClaimedError, UndoOpenError: another mediator is at it, or an approval is not settled.
    """
    if actor is None:
        clock_may(command)
        return
    if command.by != actor.person:
        raise ForbiddenError("a command in another person's name")
    standing = audiences(actor, message, members=members)
    refuse_strangers(standing, message, at=at)
    if not standing & MAY_ASK[type(command)]:
        raise ForbiddenError(f"{message.id}: not for {actor.role} to {type(command).__name__.lower()}")
    if isinstance(command, Withdraw):
        return  # whatever gate is shut
    _in_time(message, command, members=members, at=at)
    _further(actor, message, command, gates=gates, at=at)


def _in_time(message: Message, command: Command, *, members: Mapping[PersonId, Member], at: int) -> None:
    if members[command.by].left:
        raise ForbiddenError("after leaving a case one may only withdraw")
    if isinstance(command, _CLAIMED):
        _refuse_anothers_claim(message, command, members=members, at=at)
    if isinstance(command, Reopen) and not _may_undo(message, at=at):
        raise NotAllowedError(f"{message.id}: the time for taking it back is over")


def _further(actor: Actor, message: Message, command: Command, *, gates: Gates, at: int) -> None:
    if isinstance(command, Approve):
        _refuse_own_approval(actor, message, command)
    if isinstance(command, Offer | Release):
        pass_gates(message, gates=gates)
        if _may_undo(message, at=at):
            raise UndoOpenError(f"{message.id}: its approval may still be taken back")
        _addressee_agrees(message, command)


def pass_gates(message: Message, *, gates: Gates) -> None:
    """Refuse an offer or a release while something stands in its way.

    Raises:
        DirectoryStaleError: the directory or the root is past its date.
        GateShutError: pause, closed, or somebody left.
        ConsentMissingError, NoContactError, AssessmentDueError, OverlapError, PaceError: the
            first gate of casework that is shut.
    """
    if not gates.directory_valid:
        raise DirectoryStaleError("the directory is past its date")
    if gates.paused or gates.closed:
        raise GateShutError(f"{message.case}: paused or closed")
    if gates.left & {message.sender, message.addressee}:
        raise GateShutError(f"{message.case}: somebody has left")
    if gates.shut:
        raise refusal_of(gates.shut[0])(f"{message.id}: {', '.join(gates.shut)}")


def clock_may(command: Command) -> None:
    """Let the clock end a hold and let things expire, and no more.

    Raises:
        ForbiddenError: anything else.
    """
    if not isinstance(command, EndHold | Expire):
        raise ForbiddenError("the clock does not decide")


def refuse_strangers(standing: frozenset[Audience], message: Message, *, at: int) -> None:
    """Refuse whoever may not even know of the message.

    Raises:
        NotFoundError: to them there is none.
        CoolingOffError: a mediator, before the cooling-off time is over.
    """
    if any(seen_by(one, message, at=at) for one in standing):
        return
    if (
        Audience.MEDIATOR in standing
        and message.state is State.SUBMITTED
        and not reached_mediators(message, at=at)
    ):
        raise CoolingOffError(f"{message.id}: the author may still undo it")
    raise NotFoundError(f"{message.id}: nothing that this person may see")


def _refuse_own_approval(actor: Actor, message: Message, command: Approve) -> None:
    if actor.person == message.maker and command.enough and message.approvals == 0:
        raise ForbiddenError(f"{message.id}: its maker never approves alone")


def _addressee_agrees(message: Message, command: Offer | Release) -> None:
    if isinstance(command, Offer):
        if message.answer is Answer.NEVER:
            raise NotAllowedError(f"{message.id}: its addressee said never")
    elif message.answer is not Answer.READY:
        raise NotReadyError(f"{message.id}: the latest answer is not ready")


def _may_undo(message: Message, *, at: int) -> bool:
    return message.undo_until is not None and at < message.undo_until


def _refuse_anothers_claim(
    message: Message, command: Command, *, members: Mapping[PersonId, Member], at: int
) -> None:
    """Keep everybody else out, unless its holder no longer is a mediator here."""
    holds = is_claimed(message, at=at) and message.claimed_by in members
    if not holds or message.claimed_by == command.by or (isinstance(command, Claim) and command.takes_over):
        return
    raise ClaimedError(f"{message.id}: another mediator is at it until {message.claimed_until}")
