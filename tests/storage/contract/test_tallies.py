# SPDX-License-Identifier: EUPL-1.2
"""The contract of tallies: messages are counted where they are kept, in the same commit or not at all."""

from dataclasses import replace

import pytest

from relay.errors import StaleVersionError
from relay.records import Case, CaseId, Message, State, Tally
from relay.storage.contract import Drop, Expect, Ledger, Page, Put
from tests.storage.builders import a, ident


def message(number: int, state: State = State.IN_REVIEW, *, case: int = 1) -> Message:
    """Return a message of a case in a state."""
    return a(Message, number, case=ident(case), state=state)


def moved(one: Message, state: State) -> Message:
    """Return its next version in another state."""
    return replace(one, version=one.version + 1, state=state)


def cases(*numbers: int) -> list[CaseId]:
    """Return the ids of cases."""
    return [CaseId(ident(number)) for number in numbers]


async def counts(ledger: Ledger, case: int = 1) -> dict[State, int]:
    """Return what is there of a case's tallies."""
    found = await ledger.find(Tally, Page(equals={"case": ident(case)}))
    return {one.state: one.count for one in found if one.count}


async def chunks(ledger: Ledger) -> dict[State, int]:
    """Return what a case's tallies weigh."""
    found = await ledger.find(Tally, Page(equals={"case": ident(1)}))
    return {one.state: one.chunks for one in found if one.chunks}


async def test_a_message_is_counted_where_it_comes_and_goes(ledger: Ledger) -> None:
    """From its first version to its last state, and out of the count when it is dropped."""
    await ledger.commit([Put(message(1)), Put(message(2)), Put(message(3, case=2))])
    assert await counts(ledger) == {State.IN_REVIEW: 2}
    await ledger.commit([Put(moved(message(1), State.HELD))])
    assert await counts(ledger) == {State.IN_REVIEW: 1, State.HELD: 1}
    await ledger.commit([Drop(Message, ident(1)), Drop(Message, ident(9))])
    assert await counts(ledger) == {State.IN_REVIEW: 1}
    assert await counts(ledger, 2) == {State.IN_REVIEW: 1}


async def test_a_change_within_a_state_counts_nothing(ledger: Ledger) -> None:
    """A claim is no move."""
    await ledger.commit([Put(message(1))])
    await ledger.commit([Put(replace(message(1), version=2, claimed_by=ident(7)))])
    assert await counts(ledger) == {State.IN_REVIEW: 1}


async def test_chunks_are_summed_by_state(ledger: Ledger) -> None:
    """A film of nine chunks takes its nine along, and gives them back."""
    await ledger.commit([Put(replace(message(1), chunks=9)), Put(replace(message(2), chunks=1))])
    assert await chunks(ledger) == {State.IN_REVIEW: 10}
    await ledger.commit([Put(replace(moved(message(1), State.HELD), chunks=9))])
    assert await chunks(ledger) == {State.IN_REVIEW: 1, State.HELD: 9}
    await ledger.commit([Drop(Message, ident(1))])
    assert await chunks(ledger) == {State.IN_REVIEW: 1}


async def test_a_refused_commit_counts_nothing(ledger: Ledger) -> None:
    """All or nothing, the tallies too: somebody else was first with the case."""
    await ledger.commit([Put(message(1)), Put(a(Case))])
    with pytest.raises(StaleVersionError):
        await ledger.commit([Put(moved(message(1), State.HELD)), Put(message(2)), Expect(Case, ident(1), 7)])
    assert await counts(ledger) == {State.IN_REVIEW: 1}
    assert await ledger.tally(cases(1)) == {State.IN_REVIEW: 1}


async def test_the_sums_are_those_of_the_cases_asked_for(ledger: Ledger) -> None:
    """A case that is named twice counts once; one without messages counts nothing."""
    await ledger.commit([Put(message(n, [State.HELD, State.OPENED][n % 2], case=n % 3)) for n in range(12)])
    assert await ledger.tally(cases(0, 1, 1, 8)) == {State.HELD: 4, State.OPENED: 4}
    assert await ledger.tally([]) == {}


async def test_more_cases_than_a_page_has_are_summed(ledger: Ledger) -> None:
    """Supervision asks for a whole programme."""
    await ledger.commit([Put(message(n, case=n)) for n in range(0, 1500, 100)])
    assert await ledger.tally(cases(*range(2_500))) == {State.IN_REVIEW: 15}


async def test_tallies_are_paged(ledger: Ledger) -> None:
    """All of them by id."""
    await ledger.commit([Put(message(n, case=n)) for n in range(3)])
    first = await ledger.find(Tally, Page(equals={}, limit=2))
    rest = await ledger.find(Tally, Page(equals={}, after=(first[-1].id, first[-1].id)))
    assert [one.id for one in (*first, *rest)] == [f"{ident(n)}/in_review" for n in range(3)]
