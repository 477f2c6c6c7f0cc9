# SPDX-License-Identifier: EUPL-1.2
"""What managers see of the programme: counts of what waits and of who has how much, and nothing of whom."""

from typing import Any

import pytest

from relay.casework.closing import closings_asked
from relay.casework.supervision import Supervision, band_of, supervise
from relay.casework.suppression import How, Shown
from relay.protocol.record import OpenClear
from relay.records import Case, MessageId, State
from relay.storage.contract import Put
from tests.review.messages import a_message
from tests.review.records import write
from tests.review.world import ADA, BO, CASE, CY, OTHER_CASE, World

DAY_SECONDS = 86_400
FEW = Shown(how=How.FEW, least=0)
FIVE = Shown(how=How.SOME, least=5)
WITHHELD = Shown(how=How.WITHHELD, least=0)


async def keep(world: World, many: int, *, days: int = 0, case: str = CASE, **changed: Any) -> None:
    """Put messages into the ledger that have waited for so many days."""
    facts: dict[str, Any] = {"version": 1, "case": case, "waiting_since": world.now - days * DAY_SECONDS}
    for _ in range(many):
        named = MessageId(f"message {world.next_number()}")
        await world.ledger.commit([Put(a_message(**(facts | {"id": named} | changed)))])


async def counted(world: World) -> Supervision:
    """Return what managers are shown now."""
    return await supervise(world.ledger, at=world.now)


@pytest.mark.parametrize(("days", "band"), [(-1, 0), (0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (30, 3)])
def test_each_age_has_its_place(days: int, band: int) -> None:
    """A clock that differs makes nothing old."""
    assert band_of(10**9 - days * DAY_SECONDS, at=10**9) == band


async def test_what_waits_is_counted_by_state_and_age(world: World) -> None:
    """Over all cases; a total where no part of it is hidden."""
    for days in (1, 8, 20):
        await keep(world, 5, days=days)
    await keep(world, 2, days=40)
    await keep(world, 3, days=40, case=OTHER_CASE)
    lines = dict((await counted(world)).waiting)
    assert lines[State.IN_REVIEW].parts == (FIVE,) * 4
    assert lines[State.IN_REVIEW].total == Shown(how=How.SOME, least=20)
    assert (lines[State.HELD].parts, lines[State.HELD].total) == ((FEW,) * 4, WITHHELD)


async def test_r43_a_total_that_would_tell_a_small_number_is_withheld(world: World) -> None:
    """Nine young ones and two old ones: eleven is not said."""
    await keep(world, 9, days=1)
    await keep(world, 2, days=40)
    line = dict((await counted(world)).waiting)[State.IN_REVIEW]
    assert line.parts == (FIVE, FEW, FEW, FEW)
    assert line.total == WITHHELD


async def test_r25_what_was_refused_or_taken_back_is_not_counted(world: World) -> None:
    """Whatever became of a message that way, what is shown stays the same."""
    before = await counted(world)
    for state in (State.DECLINED, State.RETURNED, State.WITHDRAWN, State.KEPT, State.EXPIRED):
        await keep(world, 7, days=8, state=state)
    assert await counted(world) == before


async def test_a_mediator_has_open_cases_and_what_they_took_up(world: World) -> None:
    """A claim that ended is in nobody's hand; mediators come by id, and each is there."""
    later, before = world.now + 60, world.now - 1
    await keep(world, 6, claimed_by=BO.id, claimed_until=later)
    await keep(world, 6, claimed_by=ADA.id, claimed_until=before)
    loads = {one.mediator: one for one in (await counted(world)).workloads}
    assert list(loads) == sorted((ADA.id, BO.id, CY.id))
    assert (loads[BO.id].in_hand, loads[ADA.id].in_hand) == (FIVE, FEW)
    assert loads[BO.id].cases == FEW


async def test_a_case_asks_to_be_closed_until_it_no_longer_does(world: World) -> None:
    """M12: any mediator of the case asks, any takes it back; and nothing closes by itself."""
    await write(world, "closing", OpenClear(open=True), by=ADA)
    [asked] = await closings_asked(world.ledger)
    assert (asked.case, asked.author, asked.at) == (CASE, ADA.id, world.now)
    case = await world.ledger.load(Case, CASE)
    assert case is not None
    assert not case.closed
    await write(world, "closing", OpenClear(open=False), by=BO)
    assert await closings_asked(world.ledger) == ()


async def test_more_than_a_page_is_counted_whole(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once, also those that began to wait in the same second."""
    monkeypatch.setattr("relay.casework.supervision._PAGE", 4)
    await keep(world, 11, days=2)
    assert dict((await counted(world)).waiting)[State.IN_REVIEW].parts[0] == Shown(how=How.SOME, least=10)


async def test_m12_a_closed_case_is_no_open_case_of_its_mediator(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One whose policy has no channels; told here with small numbers shown."""
    monkeypatch.setattr("relay.casework.suppression.FEW", 0)
    monkeypatch.setattr("relay.casework.suppression.STEP", 1)
    one = Shown(how=How.SOME, least=1)
    assert {load.cases for load in (await counted(world)).workloads} == {one}
    await world.change_policy(OTHER_CASE, channels=())
    loads = {load.mediator: load.cases.least for load in (await counted(world)).workloads}
    assert (loads[ADA.id], loads[CY.id]) == (1, 0)
