# SPDX-License-Identifier: EUPL-1.2
"""What the clock does, and that a clock that jumps fires nothing early."""

import pytest

from relay.protocol.shape import day_number
from relay.records import MessageId, State
from relay.review.commands import EndHold, Expire
from relay.review.due import ABANDONED_SECONDS, CLOCK, DAY_SECONDS, due, steady
from tests.review.messages import ENDED, NOON, a_message

HOLD_OVER = day_number("2026-06-02") * DAY_SECONDS
FAR = HOLD_OVER + 400 * DAY_SECONDS


def test_a_hold_ends_with_the_first_second_of_its_day():
    """Not one second before."""
    held = a_message(state=State.HELD)
    assert due([held], progress={}, at=HOLD_OVER - 1) == ()
    assert due([held], progress={}, at=HOLD_OVER) == ((held.id, EndHold(by=CLOCK)),)


def test_an_escalated_message_waits_for_a_mediator_for_ever():
    """It is held without a day."""
    assert due([a_message(state=State.HELD, hold_until=None)], progress={}, at=FAR) == ()


def test_an_upload_expires_seven_days_after_its_last_progress():
    """Progress counts, not the beginning."""
    upload = a_message(state=State.UPLOADING, waiting_since=NOON)
    progress = {upload.id: NOON + 500}
    over = NOON + 500 + ABANDONED_SECONDS
    assert due([upload], progress=progress, at=over - 1) == ()
    assert due([upload], progress=progress, at=over) == ((upload.id, Expire(by=CLOCK)),)


def test_an_upload_without_any_progress_counts_from_its_beginning():
    """A message that never got a byte goes too."""
    upload = a_message(state=State.UPLOADING, waiting_since=NOON)
    assert due([upload], progress={}, at=NOON + ABANDONED_SECONDS) != ()


@pytest.mark.parametrize("state", [one for one in State if one not in {State.UPLOADING, State.HELD}])
def test_nothing_else_moves_by_itself(state: State):
    """Unclaimed letters stay sealed; nothing is ever released by time."""
    assert due([a_message(state=state)], progress={}, at=FAR) == ()


def test_the_retention_rule_expires_what_lives_and_leaves_what_has_ended():
    """The hook for retention classes."""
    living = a_message(state=State.OPENED, id=MessageId("a"))
    ended = [a_message(state=state) for state in sorted(ENDED)]
    found = due([living, *ended], progress={}, at=NOON, retention_over=lambda _, __: True)
    assert found == ((living.id, Expire(by=CLOCK)),)


def test_a_clock_set_forward_fires_nothing_early():
    """No more time passes than really did."""
    wall, real = [NOON], [100.0]
    now = steady(lambda: wall[0], lambda: real[0])
    wall[0], real[0] = FAR, 160.0
    assert now() == NOON + 60


def test_a_clock_set_back_waits():
    """Late is safe, early is not."""
    wall = [NOON]
    now = steady(lambda: wall[0], lambda: 0.0)
    wall[0] = NOON - 5000
    assert now() == NOON - 5000
