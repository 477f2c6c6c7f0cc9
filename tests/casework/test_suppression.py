# SPDX-License-Identifier: EUPL-1.2
"""Small numbers stay hidden, from somebody who knows the rules and every other number."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from relay.casework.suppression import FEW, STEP, How, ShownLine, show_count, show_line

COUNTS = st.integers(0, 40)
LINES = st.lists(COUNTS, min_size=1, max_size=5)


def shown(table: Sequence[Sequence[int]]) -> list[ShownLine]:
    """Return everything that a manager sees of a table."""
    return [show_line(line, total=sum(line)) for line in table]


@given(COUNTS)
def test_r43_what_is_shown_is_true_and_nothing_below_five_is_told_apart(count: int) -> None:
    """Not even 0 from 4."""
    seen = show_count(count)
    if count < FEW:
        assert seen == show_count(0)
    else:
        assert seen.how is How.SOME
        assert FEW <= seen.least <= count < seen.least + STEP


@given(st.lists(LINES, min_size=1, max_size=4), st.data())
def test_r43_every_hidden_part_could_be_any_small_number(table: list[list[int]], data: st.DataObject) -> None:
    """Whatever the hidden parts are, all at once: what is shown is the same, so it tells none of them."""
    other = [[data.draw(st.integers(0, FEW - 1)) if part < FEW else part for part in line] for line in table]
    assert shown(other) == shown(table)


@given(LINES)
def test_r43_no_sum_stands_beside_a_hidden_part(line: list[int]) -> None:
    """Else it would be worked out by taking the others away."""
    seen = show_line(line, total=sum(line))
    hidden = any(part.how is How.FEW for part in seen.parts)
    assert (seen.total.how is How.WITHHELD) == hidden


@given(st.lists(st.integers(FEW, 40), min_size=1, max_size=5))
def test_a_sum_without_a_hidden_part_is_shown(line: list[int]) -> None:
    """Rounded as everything is."""
    assert show_line(line, total=sum(line)).total == show_count(sum(line))


@given(st.integers(FEW, 40), st.integers(1, STEP))
def test_r43_a_step_below_five_does_not_say_how_far(count: int, fewer: int) -> None:
    """Two views: five to nine, then few. Each of 0 to 4 could have come of what was shown before."""
    before, after = show_count(count), show_count(max(0, count - fewer))
    if after.how is How.FEW:
        assert {show_count(now) for now in range(FEW)} == {after}
        assert before.least == STEP
