# SPDX-License-Identifier: EUPL-1.2
"""What each type of record must be, who reads it, and when it asks for something: pure rules."""

from collections.abc import Mapping
from typing import Final

from relay.casework.standing import day_of
from relay.errors import WrongContextError, WrongShapeError
from relay.protocol.policy import Policy
from relay.protocol.record import AwayClear, Clear, GateClear, OpenClear, Record, TaskClear
from relay.protocol.shape import day_number
from relay.records import KeyId, Member, PersonId, Role

FURTHEST_DAYS: Final = 3_660
"""How far ahead a day may lie; an assessment's, ``ASSESSMENT_DAYS``."""

ASSESSMENT_DAYS: Final = 366
_CLOCKS_DIFFER_DAYS: Final = 1


def readers_of(kind: str, policy: Policy, *, author: KeyId) -> frozenset[KeyId]:
    """Return the key ids of exactly those whom a type of record is sealed for."""
    if kind == "exposure":
        return frozenset({author})
    mediators = frozenset(KeyId(key) for key in policy.mediators)
    return mediators | {author} if kind == "need" else mediators


def participant_of(record: Record, author: Member) -> PersonId | None:
    """Return whom a record is about, where its clear fields say so; a need is its author's."""
    if record.type == "need":
        return author.person
    if isinstance(record.clear, GateClear | TaskClear):
        named = record.clear.participant
        return None if named is None else PersonId(named)
    return None


def due_of(clear: Clear) -> str | None:
    """Return the day on which a record asks for something, or ends."""
    if isinstance(clear, TaskClear):
        return clear.due
    return clear.until if isinstance(clear, GateClear | AwayClear) else None


def is_open(clear: Clear) -> bool:
    """Whether a record asks something: an undone task, a gate that ends, a recusal, a closing, an absence."""
    if isinstance(clear, TaskClear):
        return not clear.done
    if isinstance(clear, OpenClear):
        return clear.open
    if isinstance(clear, GateClear):
        return clear.until is not None
    return isinstance(clear, AwayClear)


def check_clear(record: Record, members: Mapping[PersonId, Member], *, at: int) -> None:
    """Refuse what names somebody else's place or an impossible day.

    Args:
        record: as signed.
        members: of its case, by person.
        at: seconds.

    Raises:
        WrongContextError: about nobody who takes part in this case.
        WrongShapeError: signed on another day, or a day too far away.
    """
    signed_today(record.day, at=at)
    _check_person(record, members)
    _check_due(record, day_number(day_of(at)))


def signed_today(day: str, *, at: int) -> None:
    """Refuse a statement of another day, but for what clocks differ.

    Raises:
        WrongShapeError: it is.
    """
    if abs(day_number(day) - day_number(day_of(at))) > _CLOCKS_DIFFER_DAYS:
        raise WrongShapeError(f"signed on {day}, which is not today")


def _check_person(record: Record, members: Mapping[PersonId, Member]) -> None:
    if not isinstance(record.clear, GateClear | TaskClear) or record.clear.participant is None:
        return
    member = members.get(PersonId(record.clear.participant))
    if member is None or member.role is not Role.PARTICIPANT:
        raise WrongContextError(f"{record.record}: about nobody who takes part in this case")


def _check_due(record: Record, today: int) -> None:
    due, clear = due_of(record.clear), record.clear
    if due is None:
        return
    ahead = day_number(due) - today
    most = FURTHEST_DAYS
    if isinstance(clear, GateClear) and clear.gate == "assessment":
        most = ASSESSMENT_DAYS
    if ahead > most or ahead < -FURTHEST_DAYS:
        raise WrongShapeError(f"{record.record}: a day too far away")
