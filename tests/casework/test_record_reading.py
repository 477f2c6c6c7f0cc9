# SPDX-License-Identifier: EUPL-1.2
"""Reading casework: everybody gets what is theirs with their own wrap, page after page, and what is due."""

from typing import Any

import pytest

from relay.casework.record_reading import RecordPage, due_list, record_history, records_of
from relay.errors import ForbiddenError, MalformedError, NotFoundError
from relay.protocol.record import (
    ExposureClear,
    GateClear,
    GoneClear,
    TaskClear,
    parse_record,
)
from tests.review.records import NEED, clear_gate, write
from tests.review.world import ADA, BO, CASE, CY, MAX, ODA, OTHER_CASE, VIVI, XENO, YARA, Person, World, ident

NOTE = GoneClear(gone=False)


async def page(world: World, by: Person, **asked: Any) -> RecordPage:
    """Return a page of the case."""
    facts: dict[str, Any] = {"case": CASE, "kind": None, "after": None, "limit": 50}
    return await records_of(world.ledger, by.actor, **(facts | asked))


def task(due: str, **changed: Any) -> TaskClear:
    """Return a call to make."""
    facts: dict[str, Any] = {"task": "call", "participant": None, "due": due, "done": False}
    return TaskClear(**(facts | changed))


async def a_desk(world: World) -> None:
    """Write something of most kinds."""
    await write(world, "note", NOTE, by=ADA)
    await write(world, "need", NEED, by=VIVI)
    await write(world, "need", NEED, by=ODA)
    await write(world, "exposure", ExposureClear(), by=ADA)
    await write(world, "exposure", ExposureClear(), by=BO)
    await clear_gate(world, "no-contact", VIVI)
    await write(world, "note", NOTE, by=CY, case=OTHER_CASE)


async def test_everybody_gets_what_is_theirs_with_their_own_wrap(world: World):
    """Mediators all of a case but another's exposure log; a person the needs they stated."""
    await a_desk(world)
    for by, wanted in (
        (ADA, ["exposure", "gate", "need", "need", "note"]),
        (BO, ["exposure", "gate", "need", "need", "note"]),
        (VIVI, ["need"]),
        (ODA, ["need"]),
    ):
        found = (await page(world, by)).records
        assert sorted(one.type for one in found) == wanted
        assert all(one.wrap is not None and one.purpose == "record" for one in found)
        assert {one.case for one in found} == {CASE}


async def test_p5_strangers_get_nothing(world: World):
    """Of another case, of no case, or of the office."""
    await a_desk(world)
    for stranger in (CY, XENO, MAX):
        with pytest.raises(ForbiddenError):
            await page(world, stranger)


async def test_pages_follow_each_other(world: World):
    """By keyset, of all types or of one."""
    for number in range(7):
        await write(world, "note", NOTE, by=ADA, record=ident(f"note {number}"))
    await write(world, "names", NOTE, by=ADA)
    found, after = list[str](), None
    while True:
        got = await page(world, ADA, kind="note", limit=3, after=after)
        found += [one.record for one in got.records]
        after = got.next
        if after is None:
            break
    assert sorted(found) == sorted(ident(f"note {number}") for number in range(7))


async def test_p5_a_page_tells_nothing_of_a_colleagues_log(world: World):
    """Neither by a gap in it, nor by where the next one begins."""
    log = (await write(world, "exposure", ExposureClear(), by=ADA)).record.id
    notes = [ident(f"note {number}") for number in range(6)]
    for record in notes:
        await write(world, "note", NOTE, by=ADA, record=record)
    assert min(notes) < log < max(notes)
    found, after, pages = list[str](), None, 0
    while True:
        got = await page(world, BO, limit=1, after=after)
        pages += 1
        assert len(got.records) == 1
        found.append(got.records[0].record)
        after = got.next
        assert after in {None, found[-1]}
        if after is None:
            break
    assert (found, pages) == (sorted(notes), len(notes))


async def test_history_gives_every_version_to_who_may_see_it(world: World):
    """With the wrap of each."""
    first = await write(world, "need", NEED, by=VIVI)
    again = await write(
        world, "need", GoneClear(gone=True), by=VIVI, record=first.record.id, version=2,
        previous=first.record.statement,
    )  # fmt: skip
    for by in (VIVI, ADA, BO):
        versions = await record_history(world.ledger, by.actor, case=CASE, record=again.record.id)
        assert [one.version for one in versions] == [1, 2]
        assert [parse_record(one.statement.body).clear for one in versions] == [NEED, GoneClear(gone=True)]
        assert all(one.wrap is not None for one in versions)


async def test_p5_history_is_not_found_by_who_may_not_see_it(world: World):
    """Another person's need, another mediator's log, another case's note."""
    need = (await write(world, "need", NEED, by=VIVI)).record.id
    log = (await write(world, "exposure", ExposureClear(), by=ADA)).record.id
    other = (await write(world, "note", NOTE, by=CY, case=OTHER_CASE)).record.id
    for by, record in ((ODA, need), (BO, log), (ADA, other), (ADA, ident("nothing"))):
        with pytest.raises(NotFoundError):
            await record_history(world.ledger, by.actor, case=CASE, record=record)
    for stranger in (XENO, CY):
        with pytest.raises(ForbiddenError):
            await record_history(world.ledger, stranger.actor, case=CASE, record=need)


async def test_what_is_due_comes_by_its_day_from_all_cases(world: World):
    """Undone tasks and ending gates; page after page, ties broken, nothing twice."""
    days = ["2026-06-03", "2026-06-01", "2026-06-02", "2026-06-01"]
    for number, day in enumerate(days):
        await write(world, "task", task(day), by=ADA, record=ident(f"task {number}"))
    await write(world, "task", task("2026-05-30", done=True), by=ADA, record=ident("done"))
    await clear_gate(world, "assessment", VIVI, until="2026-06-02")
    await clear_gate(world, "no-contact", ODA)
    await write(world, "task", task("2026-05-29"), by=CY, case=OTHER_CASE)
    found, after = list[tuple[str, str]](), None
    while True:
        got = await due_list(world.ledger, ADA.actor, after=after, limit=2)
        for one in got.records:
            clear = parse_record(one.statement.body).clear
            assert isinstance(clear, TaskClear | GateClear)
            found.append((clear.due if isinstance(clear, TaskClear) else clear.until or "", one.record))
        after = got.next
        if after is None:
            break
    assert [day for day, _ in found] == ["2026-06-01"] * 2 + ["2026-06-02"] * 2 + ["2026-06-03"]
    assert len({record for _, record in found}) == 5


async def test_whoever_mediates_nothing_has_nothing_due(world: World):
    """And a place in the list is a place in the list."""
    for by in (YARA, MAX):
        assert (await due_list(world.ledger, by.actor, after=None, limit=9)).records == ()
    with pytest.raises(MalformedError):
        await due_list(world.ledger, ADA.actor, after="yesterday", limit=9)
