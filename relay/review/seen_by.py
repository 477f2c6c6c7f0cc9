# SPDX-License-Identifier: EUPL-1.2
"""What anyone may observe of a message: one pure function, two short tables.

No answer, event, size or version is made any other way, so that "it looks alike from
the other side" is a property of these tables and not of care. An author never sees
beyond *approved* unless the addressee allows it, nor an approval that may still be taken
back. An addressee sees nothing before the first offer and, once an offer has ended, one
tombstone whatever the reason. A mediator sees nothing of a message that is still cooling
off, nor that it was undone then. Made words are seen by nobody but their maker until all
of them have arrived. An interpreter is shown no state: where a message is on its way is not
theirs to know. A manager sees no message at all. ``docs/states.md`` is printed from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from relay.records import Answer, CaseId, Hash, Message, MessageId, PersonId, State


class Audience(StrEnum):
    """As whom somebody looks at one message."""

    AUTHOR = "author"
    ADDRESSEE = "addressee"
    MEDIATOR = "mediator"
    MAKER = "maker"
    INTERPRETER = "interpreter"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permissions:
    """What the addressee lets the author know; nothing unless they said so."""

    author_sees_opened: bool = False


NOTHING_ALLOWED: Final = Permissions()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message as one audience sees it; None where the audience may not know."""

    id: MessageId
    case: CaseId
    version: int
    state: State
    channel: str
    kind: str
    mine: bool
    sender: PersonId
    addressee: PersonId
    day: str
    manifest: Hash
    supersedes: Hash | None = None
    derived_from: Hash | None = None
    maker: PersonId | None = None
    cooling_until: int | None = None
    hold_until: str | None = None
    approvals: int | None = None
    second_by: PersonId | None = None
    answer: Answer | None = None
    waiting_since: int | None = None
    claimed_by: PersonId | None = None
    claimed_until: int | None = None
    undo_until: int | None = None


# A state that is missing here is seen as it is.
AUTHOR_SEES: Final[Mapping[State, State]] = {
    State.OFFERED: State.APPROVED,
    State.RELEASED: State.APPROVED,
    State.OPENED: State.APPROVED,
    State.KEPT: State.APPROVED,
}
# A state that is missing here is, once there was an offer, seen as WITHDRAWN.
ADDRESSEE_SEES: Final[frozenset[State]] = frozenset(
    {State.OFFERED, State.RELEASED, State.OPENED, State.KEPT},
)


_ENDS: Final = frozenset({State.WITHDRAWN, State.EXPIRED})


def seen_by(
    audience: Audience,
    message: Message,
    *,
    permissions: Permissions = NOTHING_ALLOWED,
    at: int,
) -> MessageView | None:
    """Return what ``audience`` may observe of ``message`` at ``at``, or None.

    Args:
        audience: as whom.
        message: the full record.
        permissions: what the addressee allows the author.
        at: seconds; only decides whether a cooling-off, undo or claim time is over.
    """
    match audience:
        case Audience.AUTHOR:
            return _author_view(message, permissions, at=at)
        case Audience.ADDRESSEE:
            return _addressee_view(message)
        case Audience.MEDIATOR:
            return _mediator_view(message, at=at) if reached_mediators(message, at=at) else None
        case Audience.MAKER:
            return _maker_view(message, mine=True)
        case Audience.INTERPRETER:
            return _maker_view(message, mine=False) if reached_mediators(message, at=at) else None
        case Audience.MANAGER:
            return None


def author_state(message: Message, permissions: Permissions = NOTHING_ALLOWED, *, at: int) -> State:
    """Return the state that the author is shown; what may still be taken back is in review."""
    if message.undo_until is not None and at < message.undo_until and message.ended_at is None:
        return State.IN_REVIEW
    if message.state is State.OPENED and permissions.author_sees_opened:
        return State.OPENED
    return AUTHOR_SEES.get(message.state, message.state)


def addressee_state(message: Message) -> State | None:
    """Return the state that the addressee is shown; None: there is no message."""
    if message.offered_at is None:
        return None
    return message.state if message.state in ADDRESSEE_SEES else State.WITHDRAWN


def is_claimed(message: Message, *, at: int) -> bool:
    """Say whether a mediator holds the message: a claim ends by itself."""
    return message.claimed_by is not None and message.claimed_until is not None and at < message.claimed_until


def reached_mediators(message: Message, *, at: int) -> bool:
    """Say whether the cooling-off time ran out before ``at`` and before any end."""
    if message.cooling_until is None:
        return False
    return message.cooling_until <= (at if message.ended_at is None else min(at, message.ended_at))


def _author_view(message: Message, permissions: Permissions, *, at: int) -> MessageView | None:
    if message.maker is not None and message.submitted_at is None:
        return None  # it may never come to anything
    return MessageView(
        id=message.id,
        case=message.case,
        version=message.author_version,
        state=author_state(message, permissions, at=at),
        channel=message.channel,
        kind=message.kind,
        mine=True,
        sender=message.sender,
        addressee=message.addressee,
        day=message.day,
        manifest=message.manifest,
        supersedes=message.supersedes,
        derived_from=message.derived_from,
        maker=message.maker,
        cooling_until=message.cooling_until if message.maker is None else None,
    )


def _addressee_view(message: Message) -> MessageView | None:
    state = addressee_state(message)
    if state is None:
        return None
    return MessageView(
        id=message.id,
        case=message.case,
        version=message.addressee_version,
        state=state,
        channel=message.channel,
        kind=message.kind,
        mine=False,
        sender=message.sender,
        addressee=message.addressee,
        day=message.day,
        manifest=message.manifest,
        derived_from=None if state is State.WITHDRAWN else message.derived_from,
        answer=None if state is State.WITHDRAWN else message.answer,
    )


def _mediator_view(message: Message, *, at: int) -> MessageView:
    claimed = is_claimed(message, at=at)
    return MessageView(
        id=message.id,
        case=message.case,
        version=message.version,
        state=message.state,
        channel=message.channel,
        kind=message.kind,
        mine=False,
        sender=message.sender,
        addressee=message.addressee,
        day=message.day,
        manifest=message.manifest,
        supersedes=message.supersedes,
        derived_from=message.derived_from,
        maker=message.maker,
        hold_until=message.hold_until,
        approvals=message.approvals,
        second_by=message.second_by,
        answer=message.answer,
        waiting_since=message.waiting_since,
        claimed_by=message.claimed_by if claimed else None,
        claimed_until=message.claimed_until if claimed else None,
        undo_until=message.undo_until,
    )


def _maker_view(message: Message, *, mine: bool) -> MessageView:
    """What who made or may render it sees as such: on its way, with the mediators, or ended."""
    on_its_way = message.state in {State.UPLOADING, *_ENDS}
    return MessageView(
        id=message.id,
        case=message.case,
        version=message.author_version if mine else 1,
        state=message.state if on_its_way else State.SUBMITTED,
        channel=message.channel,
        kind=message.kind,
        mine=mine,
        sender=message.sender,
        addressee=message.addressee,
        day=message.day,
        manifest=message.manifest,
        derived_from=message.derived_from,
        maker=message.maker,
    )
