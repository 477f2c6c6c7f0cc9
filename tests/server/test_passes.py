# SPDX-License-Identifier: EUPL-1.2
"""Who was let in is let in again for a moment, and never after a change."""

from collections.abc import Callable

import pytest

from relay.records import Hash, MessageId
from relay.review.reading import PartBlob
from relay.server.passes import PASS_SECONDS, Door, Passes
from tests.review.letters import readiness
from tests.review.world import VIVI
from tests.server.letters import post, record, released, withdrawn
from tests.server.relays import Relay

DOOR = (Hash("session"), MessageId("message"), 0)
FOUND = PartBlob(blob="message/0", leaves="message/0.leaves", size=65_552)


def _found(passes: Passes, door: Door) -> PartBlob | None:
    shown = passes.find(door)
    return None if shown is None else shown.found


def test_a_pass_ends_by_itself() -> None:
    """Counted from when it was asked for, not from when the answer came."""
    now = [10.0]
    passes = Passes(lambda: now[0])
    passes.give(DOOR, FOUND, asked_at=9.5)
    assert _found(passes, DOOR) == FOUND
    now[0] = 9.5 + PASS_SECONDS
    assert passes.find(DOOR) is None


def test_a_pass_is_for_one_session_and_one_part() -> None:
    """Nobody else comes in on it."""
    passes = Passes(lambda: 0.0)
    passes.give(DOOR, FOUND, asked_at=0.0)
    assert passes.find((Hash("another"), *DOOR[1:])) is None
    assert passes.find((*DOOR[:2], 1)) is None


def test_a_change_of_the_message_ends_its_passes() -> None:
    """And no other's."""
    passes = Passes(lambda: 0.0)
    other = (DOOR[0], MessageId("other"), 0)
    shown, _ = (passes.give(door, FOUND, asked_at=0.0) for door in (DOOR, other))
    passes.forget(DOOR[1])
    assert passes.find(DOOR) is None
    assert not passes.stands(shown)
    assert _found(passes, other) == FOUND


def test_the_end_of_a_session_ends_its_passes() -> None:
    """And no other's."""
    passes = Passes(lambda: 0.0)
    other = (Hash("another"), *DOOR[1:])
    shown, _ = (passes.give(door, FOUND, asked_at=0.0) for door in (DOOR, other))
    passes.session_ended(DOOR[0])
    assert passes.find(DOOR) is None
    assert not passes.stands(shown)
    assert _found(passes, other) == FOUND


def test_of_two_let_in_at_once_by_one_door_neither_is_forgotten_in_vain() -> None:
    """A player opens two connections at once; each keeps the pass that it was let in by."""
    passes = Passes(lambda: 0.0)
    shown = [passes.give(DOOR, FOUND, asked_at=0.0) for _ in range(2)]
    passes.forget(DOOR[1])
    assert not any(passes.stands(one) for one in shown)


def test_a_pass_that_there_is_no_room_for_stands_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be found cannot be forgotten."""
    monkeypatch.setattr("relay.server.passes._MOST_KEPT", 2)
    passes = Passes(lambda: 0.0)
    shown = [passes.give((*DOOR[:2], part), FOUND, asked_at=0.0) for part in range(3)]
    assert [passes.stands(one) for one in shown] == [False, True, True]


@pytest.mark.parametrize("forget", [lambda one: one.forget(DOOR[1]), lambda one: one.session_ended(DOOR[0])])
def test_what_changed_while_somebody_was_let_in_leaves_no_pass(forget: Callable[[Passes], None]) -> None:
    """Who was asked about before the change, and let in after it, is asked about once more."""
    now = [1.0]
    passes = Passes(lambda: now[0])
    now[0] = 1.2
    forget(passes)
    assert not passes.stands(passes.give(DOOR, FOUND, asked_at=1.0))
    now[0] = 1.3
    assert passes.stands(passes.give(DOOR, FOUND, asked_at=1.3))


async def test_p10_a_pass_does_not_outlive_a_withdrawal(relay: Relay) -> None:
    """Read once, taken back, asked for again at once."""
    message = await released(relay)
    part = f"/v1/messages/{message}/parts/0"
    assert (await relay.ask("GET", part, by=VIVI)).status == 200
    assert (await withdrawn(relay, message)).status == 200
    assert (await relay.ask("GET", part, by=VIVI)).code == "withdrawn"


async def test_a_pass_does_not_outlive_handing_back(relay: Relay) -> None:
    """The addressee gives the letter back to be kept: the next range is refused, not the one in a second."""
    message = await released(relay)
    part = f"/v1/messages/{message}/parts/0"
    assert (await relay.ask("GET", part, by=VIVI)).status == 200
    keep = readiness(relay.world, await record(relay, message), VIVI, answer="keep")
    assert (await post(relay, message, "readiness", keep, by=VIVI)).status == 200
    assert (await relay.ask("GET", part, by=VIVI)).status in {404, 410}
