# SPDX-License-Identifier: EUPL-1.2
"""Two mediators at one desk, in any order: claims, approvals, second thoughts, and the clock.

As ``test_any_order``, with fewer words and so with more of each; what is sent back or
declined is followed by another letter.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

import pytest

from relay.errors import RelayError
from relay.records import Message, State
from relay.review import service
from tests.review.desk_moves import UNDO, Desks
from tests.review.letters import approval, decision, offer, submitted
from tests.review.onlookers import everybody_looks
from tests.review.records import open_gates
from tests.review.world import ADA, BO, Person, World

WEIGHTS = {
    "claim": 4,
    "take-over": 1,
    "let-go": 2,
    "approve": 8,
    "second": 2,
    "reopen": 3,
    "offer": 6,
    "wait": 6,
    "wait long": 1,
    "hold": 1,
    "return": 1,
    "decline": 1,
    "escalate": 1,
}
DECISIONS = {"hold", "return", "decline", "escalate", "second", "reopen"}
OVER = {State.RETURNED, State.DECLINED, State.OFFERED}
WAITS = {"wait": 301, "wait long": 1800}
STEPS = 60


@dataclass(slots=True)
class Table:
    """A letter after the other, and what the history says of each."""

    quorum: int
    world: World = field(default_factory=World)
    letters: int = 0
    message: Message | None = None
    done: set[str] = field(default_factory=set[str])

    async def play(self, chance: Random) -> None:
        """Do one thing after the other."""
        self.world.undo_seconds = UNDO
        desks = Desks(self.quorum)
        await self.world.begin_programme(quorum=self.quorum)
        await open_gates(self.world)
        for word in chance.choices(list(WEIGHTS), weights=list(WEIGHTS.values()), k=STEPS):
            await self._one(desks, chance.choice((ADA, BO)), word)

    async def _one(self, desks: Desks, by: Person, word: str) -> None:
        message = await self._letter()
        if word in WAITS:
            self.world.now += WAITS[word]
            await service.sweep(self.world.desk)
            return
        try:
            after = await self._asking(message, by, word)()
        except RelayError:
            return
        if after == message:
            return  # nothing to do
        now, detail = self.world.now, word if word in DECISIONS else ""
        asked = "decide" if word in DECISIONS else word
        desks.judge(asked, by, message.id, detail=detail, at=now)
        desks.note(asked, by, message.id, detail=detail, at=now)
        self.done.add(word)
        assert (after.state is State.OFFERED) == (word == "offer")
        assert (after.undo_until or 0) == desks.by_message[message.id].undo_until
        assert after.approvals == len(desks.by_message[message.id].yes)
        may_undo = desks.may_undo(message.id, at=now)
        await everybody_looks(self.world, after, was_offered=word == "offer", may_undo=may_undo)

    async def _letter(self) -> Message:
        """Return the letter on the table as it is now, or put a new one there."""
        found = None if self.message is None else await self.world.ledger.load(Message, self.message.id)
        if found is None or found.state in OVER:
            self.letters += 1
            found = await submitted(self.world, f"letter {self.letters}")
        self.message = found
        return found

    def _asking(self, message: Message, by: Person, word: str) -> Callable[[], Awaitable[Message]]:
        desk, actor, world = self.world.desk, by.actor, self.world
        asks: dict[str, Callable[[], Awaitable[Message]]] = {
            "claim": lambda: service.claim(desk, actor, message=message.id),
            "take-over": lambda: service.claim(desk, actor, message=message.id, take_over=True),
            "let-go": lambda: service.let_go(desk, actor, message=message.id),
            "approve": lambda: service.approve(
                desk, actor, message=message.id, statement=approval(world, message, by)
            ),
            "offer": lambda: service.offer(
                desk, actor, message=message.id, statement=offer(world, message, by)
            ),
        }
        return asks.get(word) or (
            lambda: service.decide_on(
                desk, actor, message=message.id, statement=decision(world, message, by, word=word)
            )
        )


@pytest.mark.parametrize("quorum", [1, 2])
@pytest.mark.parametrize("seed", range(12))
def test_p4_nobody_gets_past_a_claim_or_a_second_yes_that_is_wanted(seed: int, quorum: int) -> None:
    """P4: enough distinct mediators, each with their last word; nothing offered while it may be undone."""
    asyncio.run(Table(quorum=quorum).play(Random(seed)))


def test_everything_that_a_desk_does_is_tried() -> None:
    """Over some games, each word has gone through: the test above is not an empty one."""
    done: set[str] = set()
    for seed in range(12):
        table = Table(quorum=1)
        asyncio.run(table.play(Random(seed)))
        done |= table.done
    assert done == set(WEIGHTS) - set(WAITS)
