# SPDX-License-Identifier: EUPL-1.2
"""Who was let in to a part a moment ago: a film is read in hundreds of ranges, and asked about once a second.

A pass is forgotten with every change of its message and with the end of its session that this process hears
of, and after a second anyway. It never outlives a withdrawal: ``Streams.sending`` is entered first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from relay.records import Hash, MessageId
from relay.review.reading import PartBlob

PASS_SECONDS: Final = 1.0
_MOST_KEPT: Final = 4096

Door = tuple[Hash, MessageId, int]  # a session, and a part of a message


@dataclass(slots=True, eq=False)
class Pass:
    """One session's way in to one part, until ``ends`` on the monotonic clock."""

    message: MessageId
    found: PartBlob
    ends: float


@dataclass(slots=True, eq=False)
class Passes:
    """The passes of one process; ``monotonic`` is in seconds."""

    monotonic: Callable[[], float]
    _given: dict[Door, Pass] = field(default_factory=dict[Door, Pass])  # the oldest first
    _forgot_at: float = float("-inf")  # the last time that anything was

    def find(self, door: Door) -> Pass | None:
        """Return a session's pass to a part, if it was let in less than a second ago."""
        shown = self._given.get(door)
        return shown if shown is not None and self.stands(shown) else None

    def stands(self, shown: Pass) -> bool:
        """Say whether a pass has neither ended nor been forgotten."""
        return self.monotonic() < shown.ends

    def give(self, door: Door, found: PartBlob, *, asked_at: float) -> Pass:
        """Remember that a session was let in, judged by what stood at ``asked_at``.

        Returns:
            Its pass, which does not stand where something changed since then, whatever it was.
        """
        self._end(door)  # of two who were let in at once, the first could not be forgotten any more
        ends = asked_at + PASS_SECONDS if asked_at > self._forgot_at else asked_at
        given = self._given[door] = Pass(door[1], found, ends)
        if len(self._given) > _MOST_KEPT:
            self._end(next(iter(self._given)))
        return given

    def forget(self, message: MessageId) -> None:
        """Let everybody be asked about a message anew."""
        self._forget([door for door in self._given if door[1] == message])

    def session_ended(self, session: Hash) -> None:
        """Let nobody in any more who shows a session that is over."""
        self._forget([door for door in self._given if door[0] == session])

    def _forget(self, doors: list[Door]) -> None:
        self._forgot_at = self.monotonic()
        for door in doors:
            self._end(door)

    def _end(self, door: Door) -> None:
        """End the pass to a door: whoever still holds it, such as a connection, shows it in vain."""
        if (shown := self._given.pop(door, None)) is not None:
            shown.ends = float("-inf")
