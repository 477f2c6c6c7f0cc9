# SPDX-License-Identifier: EUPL-1.2
"""Casework's records go over with their case: every version by its own wrap, and never an exposure log."""

from dataclasses import replace

import pytest

from relay.casework.record_reading import record_history, records_of
from relay.errors import ForbiddenError, WrongContextError
from relay.protocol.record import ExposureClear, GateClear, GoneClear, OpenClear, record_box_hash
from relay.records import CaseId, CaseRecord, Hash, RecordBox, RecordWrap
from relay.review import service
from relay.review.holding import Thing
from relay.storage.contract import Page
from tests.review.handing import hand, lacks_all, mediators, newcomer, wrapped
from tests.review.letters import submitted
from tests.review.records import NEED, write
from tests.review.world import ADA, BO, CASE, CY, ODA, OTHER_CASE, VIVI, World

NOTE = GoneClear(gone=False)
GATE = GateClear(gate="overlap", participant=VIVI.id, shut=True, until=None)


async def records_of_case(world: World) -> set[str]:
    """Return the ids of the records that opened the case's gates."""
    page = await records_of(world.ledger, ADA.actor, case=CASE, kind=None, after=None, limit=100)
    return {one.record for one in page.records}


async def casework(world: World) -> dict[str, Thing]:
    """Write a gate in two versions, a note, a need and an exposure log; return what of it is handed over."""
    before = await records_of_case(world)
    await write(world, "gate", GATE, by=ADA)
    await write(world, "gate", replace(GATE, shut=False), by=BO)
    await write(world, "note", NOTE, by=ADA)
    await write(world, "need", NEED, by=VIVI)
    await write(world, "exposure", ExposureClear(), by=ADA)
    await newcomer(world)
    things = [thing for thing in await lacks_all(world, ADA) if thing.of not in before]
    assert {thing.kind for thing in things} == {"record"}
    return {f"{thing.of}/{thing.number}": thing for thing in things}


async def test_p19_every_version_of_a_record_goes_over_with_the_case(world: World) -> None:
    """The newcomer reads the history from its beginning, by wraps of purpose handover."""
    things = await casework(world)
    assert len(things) == 4
    gate = next(thing.of for thing in things.values() if thing.number == 2)
    before = await record_history(world.ledger, CY.actor, case=CASE, record=gate)
    assert [(one.version, one.wrap) for one in before] == [(1, None), (2, None)]
    await hand(world, ADA, list(things.values()))
    after = await record_history(world.ledger, CY.actor, case=CASE, record=gate)
    assert [(one.version, one.wrap, one.purpose) for one in after] == [
        (number, wrapped(things[f"{gate}/{number}"]), "handover") for number in (1, 2)
    ]
    assert not set(things.values()) & set(await lacks_all(world, ADA))


async def test_p19_whoever_was_there_before_reads_records_as_before(world: World) -> None:
    """A hand-over replaces nobody's wrap."""
    things = await casework(world)
    before = await records_of(world.ledger, BO.actor, case=CASE, kind=None, after=None, limit=50)
    await hand(world, ADA, list(things.values()))
    after = await records_of(world.ledger, BO.actor, case=CASE, kind=None, after=None, limit=50)
    assert after == before
    assert {one.purpose for one in after.records} == {"record"}


async def test_p19_an_exposure_log_is_handed_to_nobody(world: World) -> None:
    """What a reviewer keeps of what they saw is theirs alone, also when they go."""
    await casework(world)
    kept = await world.ledger.find(RecordWrap, Page(equals={"case": CASE, "recipient": ADA.key}, limit=100))
    named = {one.id.removesuffix(f"/{ADA.key}") for one in kept}
    heads = [await world.ledger.load(CaseRecord, name.split("/")[0]) for name in named]
    (log,) = [head.id for head in heads if head is not None and head.type == "exposure"]
    assert log not in {one.of for one in await lacks_all(world, ADA)}
    box = await world.ledger.load(RecordBox, f"{log}/1")
    assert box is not None
    thing = Thing(kind="record", of=log, subject=Hash(record_box_hash(box.box)), number=1)
    with pytest.raises(WrongContextError):
        await hand(world, ADA, [thing])


async def test_p19_a_record_of_another_case_goes_nowhere(world: World) -> None:
    """Not even by somebody who mediates both and holds its key."""
    written = await write(world, "note", NOTE, by=CY, case=OTHER_CASE)
    await mediators(world, ADA, CY, case=OTHER_CASE)
    every = await lacks_all(world, CY, ADA, case=OTHER_CASE)
    foreign = [one for one in every if one.of == written.record.id]
    await hand(world, CY, foreign, to=ADA, case=OTHER_CASE)
    await newcomer(world)
    assert foreign[0] not in await lacks_all(world, ADA)
    for thing in (foreign[0], replace(foreign[0], number=2), replace(foreign[0], kind="note")):
        with pytest.raises(WrongContextError):
            await hand(world, ADA, [thing], to=BO)
    found = await world.ledger.load(RecordWrap, f"{written.record.id}/1/{BO.key}")
    assert found is None


async def test_p19_nobody_hands_over_a_record_that_they_cannot_open(world: World) -> None:
    """The newcomer before it reached them, and a person another's need."""
    things = list((await casework(world)).values())
    await mediators(world, BO, CY)
    with pytest.raises(WrongContextError):
        await hand(world, CY, things[:1], to=BO)
    with pytest.raises(WrongContextError):
        await hand(world, ODA, things[:1])
    with pytest.raises(ForbiddenError):
        await hand(world, ADA, things)


async def test_p19_a_person_hands_over_their_own_needs_when_no_mediator_is_left(world: World) -> None:
    """And is not asked before."""
    things = await casework(world)
    assert await lacks_all(world, VIVI) == ()
    await mediators(world, CY)
    own = await lacks_all(world, VIVI)
    assert [f"{one.of}/{one.number}" in things for one in own] == [True]
    await hand(world, VIVI, own)
    page = await records_of(world.ledger, CY.actor, case=CASE, kind="need", after=None, limit=50)
    assert [one.purpose for one in page.records] == ["handover"]


async def test_messages_and_records_are_listed_one_after_the_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In pages that say where to go on, and each thing once."""
    monkeypatch.setattr("relay.review.unhanded._MOST_MESSAGES", 2)
    monkeypatch.setattr("relay.review.unhanded._MOST_RECORDS", 2)
    there = await records_of_case(world)
    for number in range(3):
        await submitted(world, f"letter {number}")
        await write(world, "recusal", OpenClear(open=number % 2 == 0), by=ADA)
    await newcomer(world)
    found: list[Thing] = []
    after: str | None = None
    while True:
        page = await service.list_unhanded(world.desk, ADA.actor, case=CaseId(CASE), to=CY.key, after=after)
        found += [one for one in page.things if one.of not in there]
        if page.next is None:
            break
        after = page.next
    assert sorted(one.kind for one in found) == ["message"] * 3 + ["record"] * 3
    assert len(set(found)) == 6
    monkeypatch.undo()
    await hand(world, ADA, found)
    assert {one.of for one in await lacks_all(world, ADA)} == there


async def test_two_who_hand_over_the_same_record_are_no_trouble(world: World) -> None:
    """The first wrap stays."""
    things = list((await casework(world)).values())
    await hand(world, ADA, things[:2])
    await hand(world, BO, things)
    assert not set(things) & set(await lacks_all(world, BO))
