# SPDX-License-Identifier: EUPL-1.2
"""The table of moves, and what a move does."""

from dataclasses import replace
from typing import Any

import pytest

from relay.errors import NotAllowedError
from relay.records import Answer, Hash, Message, State
from relay.review.commands import (
    Approve,
    Claim,
    Command,
    EndHold,
    Expire,
    GiveAnswer,
    Hold,
    Offer,
    Open,
    Release,
    Return,
    Submit,
    Withdraw,
)
from relay.review.machine import MOVES, NO_DIGEST, Asked, apply, approvals_of, asked, decide, event_of
from relay.review.seen_by import Audience, seen_by
from tests.review.messages import AUTHOR, ENDED, GUIDE, NOON, READER, SAID, SECOND, a_message, commands

LIVING = [state for state in State if state not in ENDED]
EVERY_MOVE = [(state, command) for state in State for command in commands(GUIDE)]


def moved(message: Message, command: Command, at: int = NOON) -> Message:
    """Decide and apply."""
    return apply(message, decide(message, command, at=at))


@pytest.mark.parametrize("state", LIVING)
def test_p10_a_withdrawal_stands_in_every_row_that_does_not_end(state: State):
    """README promise: taking back is possible at any point, even after release."""
    assert moved(a_message(state=state), Withdraw(by=AUTHOR, statement=SAID)).state is State.WITHDRAWN


@pytest.mark.parametrize("state", LIVING)
def test_everything_that_lives_can_expire(state: State):
    """Retention reaches every state."""
    assert moved(a_message(state=state), Expire(by=GUIDE)).state is State.EXPIRED


@pytest.mark.parametrize("state", sorted(ENDED))
@pytest.mark.parametrize("command", commands(GUIDE))
def test_p12_nothing_leads_out_of_an_end(state: State, command: Command):
    """An approval or release that arrives after a withdrawal does nothing."""
    with pytest.raises(NotAllowedError):
        decide(a_message(state=state), command, at=NOON)


def test_the_table_has_a_row_for_every_state_and_a_command_for_every_column():
    """Nothing is left to a default."""
    assert set(MOVES) == set(State)
    assert {asked(command) for command in commands(GUIDE)} == set(Asked)


@pytest.mark.parametrize(("state", "command"), EVERY_MOVE)
def test_a_move_happens_exactly_where_the_table_has_it(state: State, command: Command):
    """Decide follows MOVES and nothing else."""
    to = MOVES[state].get(asked(command))
    if to is None:
        with pytest.raises(NotAllowedError):
            decide(a_message(state=state), command, at=NOON)
    else:
        assert decide(a_message(state=state), command, at=NOON).to is to


def test_only_a_ready_offer_can_be_released_and_only_a_released_one_opened():
    """No way leads around the offer or the release."""
    before = {state for state, row in MOVES.items() if row.get(Asked.RELEASE)}
    into_opened = {state for state, row in MOVES.items() if State.OPENED in row.values()}
    assert before == {State.OFFERED}
    assert into_opened == {State.RELEASED, State.OPENED}


@pytest.mark.parametrize(("state", "command"), EVERY_MOVE)
def test_a_move_raises_the_version_by_one(state: State, command: Command):
    """Every change is one compare-and-swap."""
    message = a_message(state=state)
    if asked(command) in MOVES[state]:
        assert moved(message, command).version == message.version + 1


@pytest.mark.parametrize("audience", [Audience.AUTHOR, Audience.ADDRESSEE])
@pytest.mark.parametrize(("state", "command"), EVERY_MOVE)
def test_a_hidden_move_never_raises_the_version_that_a_participant_sees(
    state: State, command: Command, audience: Audience
):
    """Versions are content too: they rise exactly with what is seen."""
    before = a_message(state=state)
    if asked(command) not in MOVES[state]:
        return
    after = moved(before, command)
    was, now = seen_by(audience, before, at=NOON), seen_by(audience, after, at=NOON)
    same = was is not None and now is not None and replace(now, version=was.version) == was
    assert (was == now) == (same or was is now is None)


def test_submitting_starts_the_cooling_off_time():
    """It comes to the mediator when that is over."""
    after = moved(a_message(state=State.UPLOADING), Submit(by=AUTHOR, cooling_seconds=60))
    assert (after.submitted_at, after.cooling_until, after.waiting_since) == (NOON, NOON + 60, NOON + 60)


def test_a_claim_names_the_mediator_and_may_be_taken_over():
    """Two claims, the later holds."""
    once = moved(a_message(state=State.SUBMITTED), Claim(by=GUIDE, until=NOON + 1800))
    assert moved(once, Claim(by=SECOND, until=NOON + 1800, takes_over=True)).claimed_by == SECOND


def test_approvals_add_up_and_the_last_one_approves():
    """Two of two."""
    once = moved(a_message(), Approve(by=GUIDE, statement=Hash("A"), enough=False, undo_until=NOON))
    twice = moved(once, Approve(by=SECOND, statement=Hash("B"), enough=True, undo_until=NOON))
    assert (once.state, twice.state) == (State.IN_REVIEW, State.APPROVED)
    assert (twice.approvals, approvals_of(twice)) == (2, ("A", "B"))


@pytest.mark.parametrize(
    "command",
    [
        one
        for one in commands(GUIDE)
        if asked(one) in {Asked.HOLD, Asked.RETURN, Asked.DECLINE, Asked.ESCALATE}
    ],
)
def test_a_decision_voids_every_approval(command: Command):
    """All must say yes again."""
    approved = a_message(state=State.APPROVED, approvals=1, approved_with="A")
    after = moved(approved, command)
    assert (after.approvals, approvals_of(after)) == (0, ())


def test_a_hold_remembers_its_day_and_its_end_forgets_it():
    """And the waiting time begins anew."""
    held = moved(a_message(), Hold(by=GUIDE, statement=SAID, until="2026-06-02"))
    back = moved(held, EndHold(by=GUIDE), at=NOON + 5)
    assert (held.hold_until, back.hold_until) == ("2026-06-02", None)
    assert (back.state, back.waiting_since) == (State.IN_REVIEW, NOON + 5)


def test_a_new_offer_asks_for_a_new_answer():
    """An old 'ready' does not carry over, and the first offer's time stays."""
    before = a_message(state=State.OFFERED, answer=Answer.READY, offered_at=5)
    after = moved(before, Offer(by=GUIDE, statement=SAID))
    assert (after.answer, after.offered_at) == (None, 5)


@pytest.mark.parametrize("state", [State.OFFERED, State.RELEASED, State.OPENED, State.KEPT])
def test_keeping_hands_back_and_needs_a_new_ready(state: State):
    """Feature 55: handed back, asked for again, read again only through both steps."""
    kept = moved(a_message(state=state), GiveAnswer(by=READER, statement=SAID, answer=Answer.KEEP))
    again = moved(kept, GiveAnswer(by=READER, statement=SAID, answer=Answer.READY))
    assert (kept.state, again.state) == (State.KEPT, State.OFFERED)
    with pytest.raises(NotAllowedError):
        decide(kept, Release(by=GUIDE, statement=SAID), at=NOON)


def test_an_end_forgets_what_was_going_on():
    """No claim, hold, answer or approval outlives it."""
    busy: dict[str, Any] = {"approvals": 1, "approved_with": "A", "answer": Answer.READY, "claimed_by": GUIDE}
    after = moved(a_message(state=State.OFFERED, **busy), Withdraw(by=AUTHOR, statement=SAID))
    assert (after.approvals, after.approved_with, after.answer, after.claimed_by) == (0, "", None, None)
    assert after.ended_at == NOON


def test_an_event_holds_ids_time_and_digest_and_no_more():
    """Never a key, never content."""
    event = event_of(decide(a_message(), Return(by=GUIDE, statement=SAID), at=NOON))
    assert (event.kind, event.by, event.at, event.digest) == ("return", GUIDE, NOON, SAID)
    assert event_of(decide(a_message(state=State.RELEASED), Open(by=READER), at=NOON)).digest == NO_DIGEST
