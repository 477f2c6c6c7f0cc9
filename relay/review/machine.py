# SPDX-License-Identifier: EUPL-1.2
"""The one table of moves, and what a move does to a message.

Rules of this file: if a move is not in ``MOVES`` it cannot happen. All that touches
``Message.state`` lives here; who may ask, and when, is ``policy``; what others notice is
``seen_by``. ``WITHDRAW`` and ``EXPIRE`` stand in every row but the two absorbing ones.
A decision other than approval voids every approval: all must say yes again. Keeping
hands a released message back to the mediator; only a new offer, or the addressee's own
asking, brings it near again. Why each row is as it is: ``docs/states.md``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from relay.errors import NotAllowedError
from relay.protocol.approval import SECOND_NEEDS
from relay.records import Answer, CaseId, Event, Hash, Message, MessageId, PersonId, State
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
from relay.review.seen_by import Audience, MessageView, seen_by

NO_DIGEST: Final = Hash("A" * 43)


class Asked(StrEnum):
    """A command as the table knows it: some of them split by what they say."""

    SUBMIT = "submit"
    PROPOSE = "propose"  # made words, which their author has to confirm
    CONFIRM = "confirm"
    CLAIM = "claim"
    TAKE_OVER = "take-over"  # a claim in the place of another's, which leaves a trace
    LET_GO = "let-go"
    APPROVE = "approve"
    APPROVE_LAST = "approve-last"  # with this one the quorum is reached
    REOPEN = "reopen"
    SECOND = "second"
    HOLD = "hold"
    RETURN = "return"
    DECLINE = "decline"
    ESCALATE = "escalate"
    OFFER = "offer"
    ANSWER = "answer"
    KEEP = "keep"
    RELEASE = "release"
    OPEN = "open"
    WITHDRAW = "withdraw"
    END_HOLD = "end-hold"
    EXPIRE = "expire"


_ENDS: Final = {Asked.WITHDRAW: State.WITHDRAWN, Asked.EXPIRE: State.EXPIRED}
_STOPS: Final = {
    Asked.HOLD: State.HELD,
    Asked.RETURN: State.RETURNED,
    Asked.DECLINE: State.DECLINED,
    Asked.ESCALATE: State.HELD,
}

MOVES: Final[Mapping[State, Mapping[Asked, State]]] = {
    State.UPLOADING: {Asked.SUBMIT: State.SUBMITTED, Asked.PROPOSE: State.PROPOSED, **_ENDS},
    State.PROPOSED: {Asked.CONFIRM: State.SUBMITTED, **_ENDS},
    State.SUBMITTED: {Asked.CLAIM: State.IN_REVIEW, **_ENDS},
    State.IN_REVIEW: {
        Asked.CLAIM: State.IN_REVIEW,
        Asked.TAKE_OVER: State.IN_REVIEW,
        Asked.LET_GO: State.IN_REVIEW,
        Asked.SECOND: State.IN_REVIEW,
        Asked.APPROVE: State.IN_REVIEW,
        Asked.APPROVE_LAST: State.APPROVED,
        **_STOPS,
        **_ENDS,
    },
    State.HELD: {
        Asked.END_HOLD: State.IN_REVIEW,
        Asked.SECOND: State.IN_REVIEW,
        Asked.APPROVE: State.IN_REVIEW,
        Asked.APPROVE_LAST: State.APPROVED,
        **_STOPS,
        **_ENDS,
    },
    State.RETURNED: {**_ENDS},
    State.DECLINED: {**_ENDS},
    State.APPROVED: {
        Asked.APPROVE: State.APPROVED,
        Asked.APPROVE_LAST: State.APPROVED,
        Asked.REOPEN: State.IN_REVIEW,
        Asked.SECOND: State.IN_REVIEW,
        Asked.OFFER: State.OFFERED,
        **_STOPS,
        **_ENDS,
    },
    State.OFFERED: {
        Asked.APPROVE: State.OFFERED,
        Asked.APPROVE_LAST: State.OFFERED,
        Asked.OFFER: State.OFFERED,
        Asked.ANSWER: State.OFFERED,
        Asked.KEEP: State.KEPT,
        Asked.RELEASE: State.RELEASED,
        **_STOPS,
        **_ENDS,
    },
    State.KEPT: {
        Asked.APPROVE: State.KEPT,
        Asked.APPROVE_LAST: State.KEPT,
        Asked.OFFER: State.OFFERED,
        Asked.ANSWER: State.OFFERED,
        Asked.KEEP: State.KEPT,
        **_STOPS,
        **_ENDS,
    },
    State.RELEASED: {Asked.OPEN: State.OPENED, Asked.KEEP: State.KEPT, **_ENDS},
    State.OPENED: {Asked.OPEN: State.OPENED, Asked.KEEP: State.KEPT, **_ENDS},
    State.WITHDRAWN: {},
    State.EXPIRED: {},
}

_PLAIN: Final[Mapping[type[Command], Asked]] = {
    Confirm: Asked.CONFIRM,
    LetGo: Asked.LET_GO,
    Reopen: Asked.REOPEN,
    AskSecond: Asked.SECOND,
    Hold: Asked.HOLD,
    Return: Asked.RETURN,
    Decline: Asked.DECLINE,
    Escalate: Asked.ESCALATE,
    Offer: Asked.OFFER,
    Release: Asked.RELEASE,
    Open: Asked.OPEN,
    Withdraw: Asked.WITHDRAW,
    EndHold: Asked.END_HOLD,
    Expire: Asked.EXPIRE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What would happen: nothing has until it is applied and committed."""

    message: MessageId
    case: CaseId
    asked: Asked
    command: Command
    was: State
    to: State
    at: int


def asked(command: Command) -> Asked:
    """Return the column of ``MOVES`` that ``command`` asks for."""
    if isinstance(command, Approve):
        return Asked.APPROVE_LAST if command.enough else Asked.APPROVE
    if isinstance(command, Submit):
        return Asked.PROPOSE if command.confirm else Asked.SUBMIT
    if isinstance(command, Claim):
        return Asked.TAKE_OVER if command.takes_over else Asked.CLAIM
    if isinstance(command, GiveAnswer):
        return Asked.KEEP if command.answer is Answer.KEEP else Asked.ANSWER
    return _PLAIN[type(command)]


def decide(message: Message, command: Command, *, at: int) -> Moved:
    """Say what would happen, without making it happen.

    Raises:
        NotAllowedError: ``MOVES`` has no such move from ``message.state``, or this
            very release needs an answer that is not there.
    """
    what = asked(command)
    to = MOVES[message.state].get(what)
    if to is None:
        raise NotAllowedError(f"{message.id}: cannot {what} when {message.state}")
    return Moved(
        message=message.id,
        case=message.case,
        asked=what,
        command=command,
        was=message.state,
        to=to,
        at=at,
    )


def apply(message: Message, moved: Moved) -> Message:
    """Return the message after the move, one version on.

    What a participant is shown keeps its version unless what they see has changed.
    """
    change = _EFFECTS.get(moved.asked)
    facts = change(message, moved.command, moved.at) if change else {}
    after = replace(message, state=moved.to, version=message.version + 1, **facts)
    return replace(
        after,
        author_version=message.author_version + _changed(Audience.AUTHOR, message, after),
        addressee_version=message.addressee_version + _changed(Audience.ADDRESSEE, message, after),
    )


def event_of(moved: Moved) -> Event:
    """Return the line for the append-only list; ``seq`` and ``chain`` come at commit."""
    return Event(
        seq=0,
        case=moved.case,
        message=moved.message,
        kind=moved.asked.value,
        by=moved.command.by,
        at=moved.at,
        digest=getattr(moved.command, "statement", NO_DIGEST),
        chain="",
    )


def approvals_of(message: Message) -> tuple[Hash, ...]:
    """Return the hashes of the approvals that still count."""
    return tuple(Hash(one) for one in message.approved_with.split(",") if one)


def needed_of(second_by: PersonId | None, *, quorum: int) -> int:
    """Return how many approvals a message needs: the quorum, or two once a second one was asked for."""
    return quorum if second_by is None else max(quorum, SECOND_NEEDS)


def _changed(audience: Audience, before: Message, after: Message) -> int:
    views: list[MessageView | None] = [
        seen_by(audience, one, at=0) for one in (before, replace(after, version=before.version))
    ]
    return int(views[0] != views[1])


_NO_APPROVALS: Final[Mapping[str, Any]] = {"approvals": 0, "approved_with": "", "undo_until": None}
_UNCLAIMED: Final[Mapping[str, Any]] = {"claimed_by": None, "claimed_until": None}
_STILL_REVIEWED: Final = frozenset({State.IN_REVIEW, State.HELD})


def _submitted(_: Message, command: Any, at: int) -> dict[str, Any]:
    over = at + command.cooling_seconds
    return {"submitted_at": at, "cooling_until": over, "waiting_since": over}


def _claimed(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001 - one shape for all
    return {"claimed_by": command.by, "claimed_until": command.until}


def _let_go(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001
    return dict(_UNCLAIMED)


def _approved(message: Message, command: Any, _: int) -> dict[str, Any]:
    every = sorted((set(approvals_of(message)) - command.voids) | {command.statement})
    return {
        "approved_with": ",".join(every),
        "approvals": len(every),
        "hold_until": None,
        **_UNCLAIMED,
    }


def _approved_last(message: Message, command: Any, at: int) -> dict[str, Any]:
    facts = _approved(message, command, at)
    if message.state not in _STILL_REVIEWED:
        return facts  # one more yes to what was approved before opens no second time for doubts
    return {**facts, "undo_until": command.undo_until, "waiting_since": command.undo_until}


def _asked_second(message: Message, command: Any, at: int) -> dict[str, Any]:
    left = sorted(set(approvals_of(message)) - command.voids)
    return {
        "second_by": command.by,
        "approved_with": ",".join(left),
        "approvals": len(left),
        "undo_until": None,
        "hold_until": None,
        "waiting_since": at,
        **_UNCLAIMED,
    }


def _reopened(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001
    return {"waiting_since": at, **_NO_APPROVALS}


def _held(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001
    return {"hold_until": command.until, **_NO_APPROVALS, **_UNCLAIMED}


def _stopped(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001
    return {"hold_until": None, **_NO_APPROVALS, **_UNCLAIMED}


def _offered(message: Message, _: Any, at: int) -> dict[str, Any]:
    return {"answer": None, "offered_at": at if message.offered_at is None else message.offered_at}


def _answered(_: Message, command: Any, at: int) -> dict[str, Any]:
    return {"answer": command.answer, "waiting_since": at}


def _ended(_: Message, command: Any, at: int) -> dict[str, Any]:  # noqa: ARG001
    return {"ended_at": at, "hold_until": None, "answer": None, **_UNCLAIMED, **_NO_APPROVALS}


_EFFECTS: Final[Mapping[Asked, Callable[[Message, Any, int], dict[str, Any]]]] = {
    Asked.SUBMIT: _submitted,
    Asked.PROPOSE: _submitted,
    Asked.CONFIRM: lambda _, __, at: {"waiting_since": at},
    Asked.CLAIM: _claimed,
    Asked.TAKE_OVER: _claimed,
    Asked.LET_GO: _let_go,
    Asked.APPROVE: _approved,
    Asked.APPROVE_LAST: _approved_last,
    Asked.REOPEN: _reopened,
    Asked.SECOND: _asked_second,
    Asked.HOLD: _held,
    Asked.RETURN: _stopped,
    Asked.DECLINE: _stopped,
    Asked.ESCALATE: _stopped,
    Asked.OFFER: _offered,
    Asked.ANSWER: _answered,
    Asked.KEEP: _answered,
    Asked.END_HOLD: lambda _, __, at: {"hold_until": None, "waiting_since": at},
    Asked.WITHDRAW: _ended,
    Asked.EXPIRE: _ended,
}
