# SPDX-License-Identifier: EUPL-1.2
"""What the history says of claims, of the approvals that stand, and of the time to take one back.

Part of ``test_any_order``: it shares no rule with ``relay.review``.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from tests.review.world import Person

CLAIM: Final = 30 * 60
UNDO: Final = 600
JUDGES: Final = {"claim", "take-over", "let-go", "approve", "decide"}


@dataclass(slots=True)
class OneDesk:
    """What has been said of one message so far."""

    holder: Person | None = None
    held_until: int = 0
    yes: set[Person] = field(default_factory=set[Person])
    asked_second: bool = False
    settled: bool = False  # enough have said yes, and nobody has taken theirs back since
    undo_until: int = 0


@dataclass(slots=True)
class Desks:
    """Every message's desk, and how many have to say yes."""

    quorum: int
    by_message: dict[str, OneDesk] = field(default_factory=lambda: defaultdict(OneDesk))

    def judge(self, word: str, by: Person, message: str, *, detail: str, at: int) -> None:
        """Say whether a success is one that may be."""
        desk = self.by_message[message]
        if word in JUDGES - {"take-over"} and at < desk.held_until:
            assert desk.holder in {None, by}, f"{by.name} got past another's claim"
        if word in {"offer", "release"}:
            assert len(desk.yes) >= self.needed(desk), "too few said yes"
            assert at >= desk.undo_until, "somebody may still take it back"
        if detail == "reopen":
            assert at < desk.undo_until, "it stands by now"

    def note(self, word: str, by: Person, message: str, *, detail: str, at: int) -> None:
        """Remember a success."""
        desk = self.by_message[message]
        if word in {"claim", "take-over"}:
            desk.holder, desk.held_until = by, at + CLAIM
        elif word in JUDGES:
            desk.holder = None
        if word == "approve":
            self._note_yes(desk, by, at=at)
        if word == "decide":
            _note_decision(desk, by, detail)

    def needed(self, desk: OneDesk) -> int:
        """Return how many have to say yes."""
        return max(self.quorum, 2) if desk.asked_second else self.quorum

    def may_undo(self, message: str, *, at: int) -> bool:
        """Say whether the last yes may still be taken back."""
        return at < self.by_message[message].undo_until

    def _note_yes(self, desk: OneDesk, by: Person, *, at: int) -> None:
        desk.yes.add(by)
        if not desk.settled and len(desk.yes) >= self.needed(desk):
            desk.settled, desk.undo_until = True, at + UNDO


def _note_decision(desk: OneDesk, by: Person, word: str) -> None:
    if word == "second":
        desk.asked_second = True
        desk.yes.discard(by)
    else:
        desk.yes.clear()
    desk.settled, desk.undo_until = False, 0
