# SPDX-License-Identifier: EUPL-1.2
"""What each audience sees, for every state; and what has to look alike, byte for byte."""

from dataclasses import asdict
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.errors import RelayError
from relay.records import Answer, Message, State
from relay.review.commands import Command
from relay.review.machine import apply, decide
from relay.review.seen_by import (
    NOTHING_ALLOWED,
    Audience,
    Permissions,
    reached_mediators,
    seen_by,
)
from tests.review.messages import AUTHOR, ENDED, GUIDE, NOON, READER, a_message, commands

AUTHOR_IS_SHOWN = {
    State.UPLOADING: State.UPLOADING,
    State.PROPOSED: State.PROPOSED,
    State.SUBMITTED: State.SUBMITTED,
    State.IN_REVIEW: State.IN_REVIEW,
    State.HELD: State.HELD,
    State.RETURNED: State.RETURNED,
    State.DECLINED: State.DECLINED,
    State.APPROVED: State.APPROVED,
    State.OFFERED: State.APPROVED,
    State.RELEASED: State.APPROVED,
    State.OPENED: State.APPROVED,
    State.KEPT: State.APPROVED,
    State.WITHDRAWN: State.WITHDRAWN,
    State.EXPIRED: State.EXPIRED,
}
ADDRESSEE_IS_SHOWN = {State.OFFERED, State.RELEASED, State.OPENED, State.KEPT}
SECRETS: dict[str, Any] = {
    "claimed_by": GUIDE,
    "approvals": 2,
    "approved_with": "A,B",
    "answer": Answer.NEVER,
    "waiting_since": 77,
    "hold_until": "2026-07-01",
}


def encoded(audience: Audience, message: Message, at: int = NOON) -> bytes:
    """Return a view as the bytes that would travel."""
    view = seen_by(audience, message, at=at)
    return msgspec.json.encode(None if view is None else asdict(view))


@pytest.mark.parametrize("state", State)
def test_an_author_is_shown_exactly_the_state_of_the_table(state: State):
    """Never beyond approved."""
    view = seen_by(Audience.AUTHOR, a_message(state=state), at=NOON)
    assert view is not None
    assert view.state is AUTHOR_IS_SHOWN[state]


def test_to_the_author_everything_after_approval_looks_alike_to_the_byte():
    """Declined to read, not yet read, kept, released and opened are one and the same."""
    states = (State.APPROVED, State.OFFERED, State.RELEASED, State.OPENED, State.KEPT)
    seen = {encoded(Audience.AUTHOR, a_message(state=state, **SECRETS)) for state in states}
    plain = encoded(Audience.AUTHOR, a_message(state=State.APPROVED))
    assert seen == {plain}


@pytest.mark.parametrize("state", State)
def test_an_addressee_sees_nothing_before_the_first_offer(state: State):
    """Whatever the state says: without an offer there is no message."""
    assert seen_by(Audience.ADDRESSEE, a_message(state=state, offered_at=None), at=NOON) is None


@pytest.mark.parametrize("state", State)
def test_after_an_offer_an_addressee_sees_the_state_or_the_tombstone(state: State):
    """Four states, and one word for all others."""
    view = seen_by(Audience.ADDRESSEE, a_message(state=state, offered_at=NOON), at=NOON)
    assert view is not None
    assert view.state is (state if state in ADDRESSEE_IS_SHOWN else State.WITHDRAWN)


def test_to_the_addressee_every_end_of_an_offer_looks_alike_to_the_byte():
    """Withdrawn, expired, declined, held, returned, in review again: no longer available."""
    others = [state for state in State if state not in ADDRESSEE_IS_SHOWN]
    seen = {
        encoded(Audience.ADDRESSEE, a_message(state=state, offered_at=NOON, **SECRETS)) for state in others
    }
    assert len(seen) == 1


@pytest.mark.parametrize("state", State)
def test_a_manager_sees_no_message(state: State):
    """Not even that there is one."""
    assert seen_by(Audience.MANAGER, a_message(state=state, offered_at=NOON), at=NOON) is None


@pytest.mark.parametrize("state", State)
def test_a_mediator_sees_everything_once_it_has_cooled_and_nothing_before(state: State):
    """Nothing while it is uploaded or may still be undone."""
    cooling = a_message(state=state, cooling_until=NOON + 1, ended_at=None)
    cooled = a_message(state=state, cooling_until=NOON, ended_at=None)
    assert seen_by(Audience.MEDIATOR, cooling, at=NOON) is None
    seen = seen_by(Audience.MEDIATOR, cooled, at=NOON)
    assert seen is not None
    assert (seen.state, seen.version) == (state, cooled.version)


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_was_undone_while_cooling_never_shows_to_mediators(state: State):
    """Also long after the cooling-off time would have been over."""
    undone = a_message(state=state, cooling_until=NOON, ended_at=NOON - 1)
    assert seen_by(Audience.MEDIATOR, undone, at=NOON + 10**6) is None
    assert not reached_mediators(undone, at=NOON + 10**6)


@pytest.mark.parametrize("audience", [Audience.AUTHOR, Audience.ADDRESSEE])
@pytest.mark.parametrize("state", State)
def test_a_participant_never_sees_what_is_between_mediators(state: State, audience: Audience):
    """Claims, approvals, holds and waiting times are the mediators' own."""
    view = seen_by(audience, a_message(state=state, offered_at=NOON, **SECRETS), at=NOON)
    assert view is not None
    assert (view.claimed_by, view.approvals, view.hold_until, view.waiting_since) == (None,) * 4


@pytest.mark.parametrize("state", State)
def test_an_author_never_sees_an_answer(state: State):
    """Never and not now included."""
    view = seen_by(Audience.AUTHOR, a_message(state=state, **SECRETS), at=NOON)
    assert view is not None
    assert view.answer is None


def test_an_author_sees_opened_only_when_the_addressee_allows_it():
    """Feature 56: read status only with consent."""
    opened = a_message(state=State.OPENED)
    allowed = seen_by(Audience.AUTHOR, opened, permissions=Permissions(author_sees_opened=True), at=NOON)
    not_allowed = seen_by(Audience.AUTHOR, opened, permissions=NOTHING_ALLOWED, at=NOON)
    assert allowed is not None
    assert not_allowed is not None
    assert (allowed.state, not_allowed.state) == (State.OPENED, State.APPROVED)


@given(st.lists(st.sampled_from([*commands(GUIDE), *commands(READER), *commands(AUTHOR)]), max_size=12))
def test_no_history_shows_an_author_when_or_whether_it_went_beyond_approved(history: list[Command]):
    """From the first approval on until a visible change, each view equals the last, version included."""
    message = a_message(state=State.APPROVED, offered_at=None)
    before = encoded(Audience.AUTHOR, message)
    for command in history:
        try:
            after = apply(message, decide(message, command, at=NOON))
        except RelayError:
            continue
        if AUTHOR_IS_SHOWN[message.state] is AUTHOR_IS_SHOWN[after.state]:
            assert encoded(Audience.AUTHOR, after) == before
        message, before = after, encoded(Audience.AUTHOR, after)
