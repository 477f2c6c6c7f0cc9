# SPDX-License-Identifier: EUPL-1.2
"""What the ledger remembers between reads is never older than what has been committed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from relay.errors import StaleVersionError
from relay.records import Case, Draft, Member, Message, Session, Statement, StoredBox, TrustHead
from relay.storage import remembered as room
from relay.storage.contract import Append, Drop, Expect, Page, Put, Record, key_of
from relay.storage.ledger import SqliteLedger, open_ledger
from relay.storage.remembered import KEPT, PAGED, Remembered
from relay.storage.steps import steps_of
from tests.storage.builders import a


@pytest.fixture
async def ledger(tmp_path: Path) -> AsyncIterator[SqliteLedger]:
    opened = await open_ledger(tmp_path / "ledger.sqlite")
    yield opened
    await opened.close()


def reads(ledger: SqliteLedger) -> list[str]:
    """Note the reads that reach the database from now on."""
    seen: list[str] = []
    reads = ledger._reads
    one, page = reads.one, reads.page

    async def noted_one(kind: type[Record], key: str) -> tuple[Any, ...] | None:
        seen.append(key)
        return await one(kind, key)

    async def noted_page(sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        seen.append(sql)
        return await page(sql, values)

    reads.one, reads.page = noted_one, noted_page  # pyright: ignore[reportAttributeAccessIssue]
    return seen


def of_case(member: Member) -> Page:
    return Page(equals={"case": member.case})


async def test_a_second_read_does_not_reach_the_database(ledger: SqliteLedger) -> None:
    """Records and pages that hardly change are read once."""
    case, member = a(Case, version=1), a(Member, version=1)
    await ledger.commit([Put(case), Put(member)])
    seen = reads(ledger)
    for _ in range(3):
        assert await ledger.load(Case, case.id) == case
        assert await ledger.find(Member, of_case(member)) == (member,)
    assert len(seen) == 2


@pytest.mark.parametrize("kind", [Case, Member, TrustHead])
async def test_what_was_replaced_or_dropped_is_not_served(ledger: SqliteLedger, kind: type[Any]) -> None:
    """Every commit is seen by every read after it, remembered or not."""
    first = a(kind, version=1)
    await ledger.commit([Put(first)])
    assert await ledger.load(kind, first.id) == first
    second = replace(first, version=2)
    await ledger.commit([Put(second)])
    assert await ledger.load(kind, first.id) == second
    await ledger.commit([Drop(kind, first.id)])
    assert await ledger.load(kind, first.id) is None


async def test_a_page_is_not_older_than_its_records(ledger: SqliteLedger) -> None:
    """A member who comes, changes or goes is on the next page, changed, or not."""
    one = a(Member, 1, version=1)
    other = replace(a(Member, 2, version=1), case=one.case)
    assert await ledger.find(Member, of_case(one)) == ()
    await ledger.commit([Put(one)])
    assert await ledger.find(Member, of_case(one)) == (one,)
    await ledger.commit([Put(other)])
    assert set(await ledger.find(Member, of_case(one))) == {one, other}
    left = replace(one, version=2, left=not one.left)
    await ledger.commit([Put(left), Drop(Member, other.id)])
    assert await ledger.find(Member, of_case(one)) == (left,)


async def test_what_was_refused_is_not_served(ledger: SqliteLedger) -> None:
    """Nothing but what was committed is ever remembered."""
    case = a(Case, version=1)
    await ledger.commit([Put(case)])
    assert await ledger.load(Case, case.id) == case
    with pytest.raises(StaleVersionError):
        await ledger.commit([Put(replace(case, version=5)), Expect(Case, case.id, 4)])
    assert await ledger.load(Case, case.id) == case


async def test_a_commit_whose_caller_gave_up_is_seen(ledger: SqliteLedger) -> None:
    """The writer tells of what it has done; whoever asked for it may be gone."""
    case = a(Case, version=1)
    await ledger.commit([Put(case)])
    assert await ledger.load(Case, case.id) == case
    second = replace(case, version=2)
    asking = asyncio.create_task(ledger.commit([Put(second)]))
    await asyncio.sleep(0)
    asking.cancel()
    await ledger.checkpoint()  # waits its turn behind the commit
    assert await ledger.load(Case, case.id) == second


async def test_a_read_under_way_while_its_kind_changes_is_not_remembered() -> None:
    """What was read may be older than the change that came meanwhile."""
    kept, old = Remembered(), a(Case, version=1)
    turn = kept.turn(Case)
    kept.forget(steps_of([Put(replace(old, version=2))]))
    kept.keep(old, turn=turn)
    assert kept.record(Case, old.id) is None


@pytest.mark.parametrize("record", [a(StoredBox), a(Draft), a(Session), a(Message)])
def test_p11_nothing_that_has_to_go_is_remembered(record: Record) -> None:
    """What lies under a shred key, and what says who is signed in, is read each time."""
    kept = Remembered()
    kept.keep(record, turn=kept.turn(type(record)))
    assert kept.record(type(record), key_of(record)) is None
    assert {StoredBox, Draft, Session, Message}.isdisjoint(KEPT | PAGED)


def test_statements_about_messages_are_not_remembered() -> None:
    """There is no end of them; those of trust are few."""
    kept, trust = Remembered(), replace(a(Statement), message=None)
    about = replace(a(Statement, 2), message=a(Message).id)
    for one in (trust, about):
        kept.keep(one, turn=kept.turn(Statement))
    kept.forget(steps_of([Append(a(Statement, 3))]))
    assert kept.record(Statement, trust.id) == trust
    assert kept.record(Statement, about.id) is None


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least recently used goes first, by number and by bytes."""
    monkeypatch.setattr(room, "_MOST_RECORDS", 3)
    kept = Remembered()
    for number in range(1, 5):
        kept.keep(a(Case, number), turn=0)
        kept.record(Case, a(Case, 1).id)
    there = [number for number in range(1, 5) if kept.record(Case, a(Case, number).id)]
    assert there == [1, 3, 4]
    monkeypatch.setattr(room, "_MOST_ENVELOPE_BYTES", 100)
    for number in (1, 2):
        kept.keep(replace(a(Statement, number), message=None, envelope=bytes(60)), turn=0)
    assert [kept.record(Statement, a(Statement, number).id) is not None for number in (1, 2)] == [False, True]


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long pages and too many of them are not held."""
    monkeypatch.setattr(room, "_MOST_PAGES", 2)
    monkeypatch.setattr(room, "_MOST_ON_A_PAGE", 2)
    kept, members = Remembered(), tuple(a(Member, number) for number in range(1, 4))
    kept.keep_page(Member, of_case(members[0]), members, turn=0)
    assert kept.page(Member, of_case(members[0])) is None
    for member in members:
        kept.keep_page(Member, of_case(member), (member,), turn=0)
    assert [kept.page(Member, of_case(member)) is not None for member in members] == [False, True, True]
