# SPDX-License-Identifier: EUPL-1.2
"""The clock as one pure function: what is due, and a time that cannot jump ahead.

A hold ends when its day has come; an upload without progress for seven days expires;
and whatever the retention rule says is over expires too. The end of a cooling-off time
moves nothing: a mediator's claim simply begins to be allowed (``policy``).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from relay.protocol.shape import day_number
from relay.records import Message, MessageId, PersonId, State
from relay.review.commands import Command, EndHold, Expire

CLOCK: Final = PersonId("clock")
DAY_SECONDS: Final = 86_400
ABANDONED_SECONDS: Final = 7 * DAY_SECONDS

Retention = Callable[[Message, int], bool]
"""Says whether a message's retention time is over at a time in seconds."""


def keep_always(_: Message, __: int) -> bool:
    """Let nothing expire by retention; the rule comes with the programme's classes."""
    return False


def due(
    messages: Iterable[Message],
    *,
    progress: Mapping[MessageId, int],
    at: int,
    retention_over: Retention = keep_always,
) -> tuple[tuple[MessageId, Command], ...]:
    """Return the clock's commands that are due, in the order of ``messages``.

    Args:
        messages: any; only uploading and held ones, and those past retention, are named.
        progress: when bytes last arrived for a message; its beginning where it is missing.
        at: seconds, from a ``steady`` clock.
        retention_over: the retention rule.
    """
    found: list[tuple[MessageId, Command]] = []
    for message in messages:
        command = _due(message, progress=progress, at=at, retention_over=retention_over)
        if command is not None:
            found.append((message.id, command))
    return tuple(found)


def steady(wall: Callable[[], int], monotonic: Callable[[], float]) -> Callable[[], int]:
    """Return a clock that follows ``wall`` but never runs ahead of real elapsed time.

    A wall clock set forward by mistake fires nothing early: from the start on, no more
    time passes here than on ``monotonic``. Set back, it waits. A restart believes the
    wall clock again.

    Args:
        wall: seconds since 1970.
        monotonic: seconds from any start, never set.
    """
    started_wall, started = wall(), monotonic()

    def now() -> int:
        return min(wall(), started_wall + int(monotonic() - started))

    return now


def _due(
    message: Message, *, progress: Mapping[MessageId, int], at: int, retention_over: Retention
) -> Command | None:
    if message.ended_at is not None:
        return None
    if message.state is State.UPLOADING:
        last = progress.get(message.id, message.waiting_since)
        return Expire(by=CLOCK) if at >= last + ABANDONED_SECONDS else None
    if retention_over(message, at):
        return Expire(by=CLOCK)
    if message.state is State.HELD and message.hold_until is not None:
        over = at >= day_number(message.hold_until) * DAY_SECONDS
        return EndHold(by=CLOCK) if over else None
    return None
