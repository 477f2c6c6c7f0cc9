# SPDX-License-Identifier: EUPL-1.2
"""Anybody asks anything in any order, really signed; what must never happen does not.

The machine below keeps its own short history of what succeeded and judges the service by
that history alone: it shares no rule with ``relay.review``.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, multiple, rule

from relay.errors import RelayError
from relay.protocol.shape import day_number
from relay.records import CaseId, Message, MessageId, State
from relay.review import service
from relay.review.machine import approvals_of
from tests.review import story
from tests.review.casework_moves import CaseworkMoves
from tests.review.desk_moves import JUDGES, UNDO, Desks
from tests.review.letters import (
    a_wrap,
    approval,
    begin,
    decision,
    offer,
    readiness,
    release,
    upload,
    withdrawal,
    wk_seed,
)
from tests.review.onlookers import EVERYBODY, OPENABLE, everybody_looks
from tests.review.world import (
    ADA,
    BO,
    CASE,
    COOLING,
    CY,
    MAX,
    ODA,
    OTHER_CASE,
    PEOPLE,
    SIDES,
    VALID_UNTIL,
    VERA,
    VIVI,
    YARA,
    Person,
    ident,
)

AUTHORS = (VIVI, ODA, VERA, YARA)
people = st.sampled_from(EVERYBODY)
QUORUM = 2
DECISIONS = ("hold", "return", "decline", "escalate", "second", "reopen")


class AnyOrder(CaseworkMoves):
    """Two cases, several letters, everybody."""

    messages = Bundle("messages")
    quorum = QUORUM

    def __init__(self) -> None:
        super().__init__()
        self.history: list[tuple[str, Person, str, str]] = []
        self.paused: set[tuple[str, str]] = set()
        self.names = 0
        self.desks = Desks(self.quorum)
        self.world.undo_seconds = UNDO
        self.run(self.begin_programme())
        self.open_gates()

    def begin_programme(self) -> Any:
        """So many mediators have to agree."""
        return self.world.begin_programme(quorum=self.quorum)

    def teardown(self) -> None:
        """Close the loop."""
        self.runner.close()

    def load(self, message: str) -> Message:
        """Return the record as it is."""
        found = self.run(self.world.ledger.load(Message, message))
        assert found is not None
        return found

    def attempt(
        self, word: str, by: Person, message: str, ask: Callable[[], Awaitable[Any]], *, detail: str = ""
    ) -> None:
        """Ask; a refusal has to be a coded one; a success goes into the history and is judged."""
        before = self.load(message)
        if not self.went_through(ask):
            return
        after = self.load(message)
        if after != before:  # otherwise it was the very same statement again
            self.judge(word, by, before, detail=detail)
            self.history.append((word, by, message, detail))
            self.desks.note(word, by, message, detail=detail, at=self.world.now)
        offered = self.happened("offer", message)
        undone = self.desks.may_undo(message, at=self.world.now)
        self.run(everybody_looks(self.world, after, was_offered=offered, may_undo=undone))

    # --- What anybody may try

    @initialize(target=messages, senders=st.permutations(AUTHORS), steps=st.sampled_from((6, 4, 3, 2, 0)))
    def begin_with_two(self, senders: list[Person], steps: int) -> Any:
        """Two letters are there; one has gone some way."""
        letters = [self.send(sender, submit=True) for sender in senders[:2]]
        self.go_on(letters[0], steps)
        return multiple(*letters)

    @rule(target=messages, sender=st.sampled_from(AUTHORS), submit=st.sampled_from((True, True, False)))
    def write(self, *, sender: Person, submit: bool) -> Any:
        """Write to somebody on the other side."""
        return self.send(sender, submit=submit)

    def send(self, sender: Person, *, submit: bool) -> Any:
        """Begin and perhaps submit a letter."""
        self.names += 1
        message = ident(f"letter {self.names}")
        case = CASE if sender in PEOPLE[CASE][0] else OTHER_CASE
        other = next(one for one in PEOPLE[case][0] if SIDES[one] != SIDES[sender])

        async def go() -> bool:
            try:
                await begin(self.world, message, sender=sender, addressee=other, case=case)
            except RelayError:
                return False
            await upload(self.world, message)
            if submit:
                await service.submit(self.world.desk, sender.actor, message=MessageId(message))
            return True

        if not self.run(go()):
            assert (case, sender.id) in self.left
            return multiple()
        assert (case, sender.id) not in self.left
        return message

    @rule(minutes=st.sampled_from((9, 9, 29, 60, 30 * 60, 24 * 8 * 60)))
    def wait(self, minutes: int) -> None:
        """Time passes, and the sweeper goes round."""
        self.world.now += minutes * 60
        self.run(service.sweep(self.world.desk))

    @rule()
    def restart(self) -> None:
        """The process comes up again."""
        self.run(service.redo_shreds(self.world.desk))

    @rule(message=messages, by=people)
    def submit(self, message: str, by: Person) -> None:
        desk = self.world.desk
        self.attempt(
            "submit", by, message, lambda: service.submit(desk, by.actor, message=MessageId(message))
        )

    @rule(message=messages, by=people, over=st.booleans())
    def claim(self, *, message: str, by: Person, over: bool = False) -> None:
        desk = self.world.desk
        self.attempt(
            "take-over" if over else "claim",
            by,
            message,
            lambda: service.claim(desk, by.actor, message=MessageId(message), take_over=over),
        )

    @rule(message=messages, by=people)
    def let_go(self, message: str, by: Person) -> None:
        desk = self.world.desk
        self.attempt(
            "let-go", by, message, lambda: service.let_go(desk, by.actor, message=MessageId(message))
        )

    @rule(message=messages, by=people)
    def approve(self, message: str, by: Person) -> None:
        found = self.load(message)
        statement = approval(self.world, found, by)
        self.attempt(
            "approve",
            by,
            message,
            lambda: service.approve(self.world.desk, by.actor, message=found.id, statement=statement),
        )

    @rule(message=messages, steps=st.integers(1, 9))
    def go_on(self, message: str, steps: int) -> None:
        """Take the next few steps of the plain way, so that late states are reached too."""
        for _ in range(steps):
            found = self.load(message)
            mediators = PEOPLE[found.case][1]
            match found.state:
                case State.SUBMITTED:
                    self.world.now += COOLING
                    self.claim(message=message, by=mediators[0])
                case State.IN_REVIEW | State.HELD:
                    for by in mediators:
                        self.approve(message, by)
                case State.APPROVED | State.KEPT:
                    self.world.now += UNDO
                    self.offer(message, mediators[0])
                case State.OFFERED:
                    self.answer(message, None, "ready")
                    self.release(message, mediators[0])
                case State.RELEASED:
                    self.open(message, story.person_of(found.addressee))
                case _:
                    return

    @rule(message=messages, by=people, word=st.sampled_from(DECISIONS))
    def decide(self, message: str, by: Person, word: str) -> None:
        found = self.load(message)
        statement = decision(self.world, found, by, word=word)
        self.attempt(
            "decide",
            by,
            message,
            lambda: service.decide_on(self.world.desk, by.actor, message=found.id, statement=statement),
            detail=word,
        )

    @rule(message=messages, by=st.sampled_from((ADA, ADA, BO, CY, VIVI, ODA, MAX)))
    def offer(self, message: str, by: Person) -> None:
        found = self.load(message)
        statement = offer(self.world, found, by)
        self.attempt(
            "offer",
            by,
            message,
            lambda: service.offer(self.world.desk, by.actor, message=found.id, statement=statement),
        )

    @rule(
        message=messages,
        by=st.sampled_from((None, None, *EVERYBODY)),
        answer=st.sampled_from(("ready", "ready", "not-now", "never", "keep")),
    )
    def answer(self, message: str, by: Person | None, answer: str) -> None:
        found = self.load(message)
        one = by or story.person_of(found.addressee)
        statement = readiness(self.world, found, one, answer=answer)
        self.attempt(
            "answer",
            one,
            message,
            lambda: service.answer(self.world.desk, one.actor, message=found.id, statement=statement),
            detail=answer,
        )

    @rule(message=messages, by=st.sampled_from((ADA, ADA, BO, CY, VIVI, ODA)))
    def release(self, message: str, by: Person) -> None:
        found = self.load(message)
        to = story.person_of(found.addressee)

        async def ask() -> None:
            statement = release(
                self.world,
                found,
                by,
                to=to,
                readiness=await story.latest_answer(self.world, found),
                approvals=approvals_of(found) or ("A" * 43,),
            )
            wrap = a_wrap("release", to.name)
            await service.release(self.world.desk, by.actor, message=found.id, statement=statement, wrap=wrap)

        self.attempt("release", by, message, ask)

    @rule(message=messages, by=people)
    def open(self, message: str, by: Person) -> None:
        desk = self.world.desk
        self.attempt("open", by, message, lambda: service.opened(desk, by.actor, message=MessageId(message)))

    @rule(message=messages, by=people, own_key=st.booleans())
    def withdraw(self, *, message: str, by: Person, own_key: bool) -> None:
        found = self.load(message)
        author = story.person_of(found.sender)
        key = wk_seed(message) if own_key and by == author else by
        statement = withdrawal(self.world, found, key, of=author)
        self.attempt(
            "withdraw",
            by,
            message,
            lambda: service.withdraw(self.world.desk, by.actor, message=found.id, statement=statement),
        )

    @rule(
        by=people,
        case=st.sampled_from((CASE, OTHER_CASE)),
        scope=st.sampled_from(("pause", "resume", "resume", "leave")),
    )
    def change_place(self, by: Person, case: CaseId, scope: str) -> None:
        statement = withdrawal(self.world, None, by, of=by, scope=scope, case=case)

        desk = self.world.desk
        if self.went_through(lambda: service.withdraw_case(desk, by.actor, case=case, statement=statement)):
            assert by in PEOPLE[case][0]
            assert (case, by.id) not in self.left
            self.note_place(by, case, scope)

    def note_place(self, by: Person, case: CaseId, scope: str) -> None:
        """Remember who is paused and who left; leaving takes back all they wrote."""
        if scope == "pause":
            self.paused.add((case, by.id))
        if scope == "resume":
            self.paused.discard((case, by.id))
        if scope == "leave":
            self.left.add((case, by.id))
            for number in range(1, self.names + 1):
                found = self.run(self.world.ledger.load(Message, ident(f"letter {number}")))
                if found is None or found.case != case:
                    continue
                if found.sender == by.id:
                    assert found.state in {State.WITHDRAWN, State.EXPIRED}
                if found.addressee == by.id:
                    assert found.state not in OPENABLE

    # --- What must never happen

    def judge(self, word: str, by: Person, before: Message, *, detail: str) -> None:
        """Say whether this success is one that may be."""
        ours = PEOPLE[before.case]
        wanted: dict[str, tuple[Person, ...]] = {
            "submit": self.hands_in(before),
            "confirm": self.author(before),
            "answer": tuple(one for one in ours[0] if one.id == before.addressee),
            "open": tuple(one for one in ours[0] if one.id == before.addressee),
            "withdraw": (*ours[1], *(one for one in ours[0] if one.id == before.sender)),
        }
        assert by in wanted.get(word, ours[1]), f"{by.name} must not {word} here"
        self.desks.judge(word, by, before.id, detail=detail, at=self.world.now)
        if word != "withdraw":
            assert not self.happened("withdraw", before.id)
        if word in {"offer", "release"}:
            self.judge_gates(before)
            self.judge_casework(before)
        if word == "offer":
            self.note_offer(before)
        if word == "release":
            self.judge_answer(before)
        if word == "open":
            assert self.happened("release", before.id)
        if word in JUDGES:
            assert before.cooling_until is not None
            assert self.world.now >= before.cooling_until

    def hands_in(self, before: Message) -> tuple[Person, ...]:
        """Who may bring a message to its end."""
        return self.author(before)

    def author(self, before: Message) -> tuple[Person, ...]:
        """Whose words they are."""
        return tuple(one for one in PEOPLE[before.case][0] if one.id == before.sender)

    def judge_gates(self, before: Message) -> None:
        for person in (before.sender, before.addressee):
            assert (before.case, person) not in self.paused
            assert (before.case, person) not in self.left
        assert self.world.now // 86_400 <= day_number(VALID_UNTIL), "the directory is past its date"

    def judge_answer(self, before: Message) -> None:
        """The latest answer to the latest offer is ready."""
        answer = ""
        for word, _, message, detail in self.history:
            if message == before.id and word in {"offer", "answer"}:
                answer = detail
        assert answer == "ready"

    def happened(self, word: str, message: str) -> bool:
        return any(past[0] == word and past[2] == message for past in self.history)


AnyOrder.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


class TestP12AnythingInAnyOrder(AnyOrder.TestCase):
    """P2, P9, P10, P12: nothing released unapproved, unready or through a shut gate, or served once gone."""
