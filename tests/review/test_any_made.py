# SPDX-License-Identifier: EUPL-1.2
"""Anybody asks anything in any order, with words among it that mediators made.

As ``test_any_order``; what is judged besides is what made words must never do.
"""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from relay.errors import RelayError
from relay.records import Message, State
from relay.review import service
from relay.review.making import CONFIRMED
from relay.storage.contract import Page
from tests.review import story
from tests.review.letters import upload
from tests.review.made import CHANNELS, confirmed, make
from tests.review.onlookers import EVERYBODY, OPENABLE
from tests.review.test_any_order import AnyOrder
from tests.review.world import ADA, BO, CY, ODA, PEOPLE, Person, World, ident

messages = AnyOrder.messages
RULES_ASIDE = {"submit", "confirm", "withdraw"}


class WithMadeWords(AnyOrder):
    """Two cases, several letters, everybody; and what is made of the letters."""

    def begin_programme(self) -> Any:
        """Let words be told, too."""
        return self.world.begin_programme(quorum=self.quorum, channels=CHANNELS)

    @rule(
        target=messages,
        origin=messages,
        by=st.sampled_from((ADA, ADA, BO, CY, ODA)),
        kind=st.sampled_from(("relayed", "redaction", "excerpt", "rendition", "rendition")),
        submit=st.sampled_from((True, True, False)),
    )
    def make(self, *, origin: str, by: Person, kind: str, submit: bool) -> Any:
        """Write down what was told, cut what was written, or render it."""
        found = self.load(origin)
        self.names += 1
        if not self.run(made_from(self.world, found, by, kind=kind, name=self.names, submit=submit)):
            return multiple()
        assert by in PEOPLE[found.case][1]
        assert kind == "relayed" or found.ended_at is None
        return ident(f"letter {self.names}")

    @rule(message=messages, by=st.sampled_from((None, None, None, *EVERYBODY)))
    def confirm(self, message: str, by: Person | None) -> None:
        """The author, or anybody, says yes to made words."""
        found = self.load(message)
        one = by or story.person_of(found.sender)
        self.attempt("confirm", one, message, lambda: confirmed(self.world, found, one))

    @rule(message=messages, steps=st.integers(1, 9))
    def go_on(self, message: str, steps: int) -> None:
        """Take the next few steps; what is proposed finds its author's yes first."""
        if self.load(message).state is State.PROPOSED:
            self.confirm(message, None)
        super().go_on(message, steps)

    def hands_in(self, before: Message) -> tuple[Person, ...]:
        """Who made it."""
        if before.maker is None:
            return super().hands_in(before)
        return tuple(one for one in PEOPLE[before.case][1] if one.id == before.maker)

    def judge(self, word: str, by: Person, before: Message, *, detail: str) -> None:
        """No step of made words without their author's yes, given once and by themselves."""
        super().judge(word, by, before, detail=detail)
        if word == "confirm":
            assert before.kind in CONFIRMED
            assert not self.happened("confirm", before.id)
        elif before.kind in CONFIRMED and word not in RULES_ASIDE:
            assert self.happened("confirm", before.id)
        if word == "release":
            self.judge_made(before)

    def judge_made(self, before: Message) -> None:
        """Their maker is not the only approver; a rendition's original is with the reader."""
        approvers = {one.id for one in self.desks.by_message[before.id].yes}
        assert approvers != {before.maker}
        if before.kind == "rendition":
            page = Page(equals={"manifest": before.derived_from})
            originals = self.run(self.world.ledger.find(Message, page))
            assert [one.state in OPENABLE for one in originals] == [True]


async def made_from(world: World, origin: Message, by: Person, *, kind: str, name: int, submit: bool) -> bool:
    """Make words from a message, or in its author's name; False: refused."""
    try:
        made = await make(
            world,
            kind,
            name=f"letter {name}",
            by=by,
            of=story.person_of(origin.sender),
            to=story.person_of(origin.addressee),
            case=origin.case,
            origin=None if kind == "relayed" else origin,
        )
    except RelayError:
        return False
    await upload(world, made.id)
    if submit:
        await service.submit(world.desk, by.actor, message=made.id)
    return True


WithMadeWords.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


class TestP18MadeWordsInAnyOrder(WithMadeWords.TestCase):
    """P18: nothing made goes on without its author's yes, nor a rendition without its original."""
