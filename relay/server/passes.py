# SPDX-License-Identifier: EUPL-1.2
"""Who was let in to a part a moment ago: a film is read in hundreds of ranges, and asked about once a second.

A pass is forgotten with every change of its message that this process hears of, and after a second anyway.
It never outlives a withdrawal: ``Streams.sending`` is entered first, pass or no pass.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from relay.records import Hash, MessageId
from relay.review.reading import PartBlob

PASS_SECONDS: Final = 1.0
_MOST_KEPT: Final = 4096

Door = tuple[Hash, MessageId, int]  # a session, and a part of a message


@dataclass(slots=True, eq=False)
class Passes:
    """The passes of one process; ``monotonic`` is in seconds."""

    monotonic: Callable[[], float]
    _given: OrderedDict[Door, tuple[float, PartBlob]] = field(
        default_factory=OrderedDict[Door, tuple[float, PartBlob]]
    )

    def find(self, door: Door) -> PartBlob | None:
        """Return where the part lies, if this session was let in less than a second ago."""
        ends, found = self._given.get(door, (0.0, None))
        return found if self.monotonic() < ends else None

    def give(self, door: Door, found: PartBlob, *, asked_at: float) -> None:
        """Remember that a session was let in, judged by what stood at ``asked_at``."""
        self._given[door] = (asked_at + PASS_SECONDS, found)
        self._given.move_to_end(door)
        if len(self._given) > _MOST_KEPT:
            self._given.popitem(last=False)

    def forget(self, message: MessageId) -> None:
        """Let everybody be asked about a message anew."""
        for door in [door for door in self._given if door[1] == message]:
            del self._given[door]
