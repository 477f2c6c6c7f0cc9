# SPDX-License-Identifier: EUPL-1.2
"""Records: who writes what, for exactly whom, in one history each, and what it does to a case."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from relay.casework.recording import MAX_RECORD_BYTES, SealedRecord, write_record
from relay.errors import (
    ForbiddenError,
    RelayError,
    SealBrokenError,
    SignerNotAllowedError,
    StaleVersionError,
    TooLargeError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.record import (
    AwayClear,
    Clear,
    EscalationClear,
    ExposureClear,
    GateClear,
    GoneClear,
    OpenClear,
    PaceClear,
    PaperClear,
    TaskClear,
    derived_id,
)
from relay.records import Case, CaseId, CaseRecord, Event, RecordBox, RecordWrap, Role
from relay.storage.contract import Page
from tests.review import story
from tests.review.letters import there
from tests.review.records import NEED, a_record, open_gates, readers, sealed_for, write
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    DAY,
    MAX,
    ODA,
    OTHER_CASE,
    VIVI,
    XENO,
    Person,
    World,
    ident,
)

NOTE = GoneClear(gone=False)
CALL = TaskClear(task="call", participant=VIVI.id, due="2026-06-01", done=False)
GATE = GateClear(gate="overlap", participant=VIVI.id, shut=True, until=None)
WRITTEN: tuple[tuple[str, Clear, Person], ...] = (
    ("gate", GATE, ADA),
    ("pace", PaceClear(side="harmed", most=1, days=7), BO),
    ("need", NEED, VIVI),
    ("task", CALL, ADA),
    ("note", NOTE, ADA),
    ("names", NOTE, BO),
    ("meeting", NOTE, ADA),
    ("repair", NOTE, ADA),
    ("escalation", EscalationClear(message=None, rule="cfsa-125"), ADA),
    ("recusal", OpenClear(open=True), BO),
    ("closing", OpenClear(open=True), ADA),
    ("away", AwayClear(from_="2026-06-01", until="2026-06-14"), BO),
    ("exposure", ExposureClear(), ADA),
)


async def case_version(world: World, case: str = CASE) -> int:
    """Return the case's version."""
    found = await world.ledger.load(Case, case)
    assert found is not None
    return found.version


@pytest.mark.parametrize(("kind", "clear", "by"), WRITTEN, ids=[one[0] for one in WRITTEN])
async def test_each_type_is_kept_for_exactly_its_readers(world: World, kind: str, clear: Clear, by: Person):
    """Head, box and one wrap for each; only a gate and a pace raise the case's version."""
    before = await case_version(world)
    written = await write(world, kind, clear, by=by)
    head = written.record
    assert (head.type, head.author, head.version) == (kind, by.id, 1)
    assert await world.ledger.load(RecordBox, f"{head.id}/1") is not None
    kept = {key for key in everybody(world) if await world.ledger.load(RecordWrap, f"{head.id}/1/{key}")}
    wanted = {ADA.key, BO.key, *([by.key] if kind == "need" else [])}
    assert kept == ({by.key} if kind == "exposure" else wanted)
    assert (await case_version(world) > before) == (kind in {"gate", "pace"})


def everybody(world: World) -> tuple[str, ...]:
    """Return the key ids of all who could be a reader."""
    return tuple(one.key for one in (VIVI, ODA, XENO, ADA, BO, CY, MAX))


@pytest.mark.parametrize(
    ("kind", "clear", "concerned"),
    [
        ("note", NOTE, {ADA.id, BO.id}),
        ("need", NEED, {ADA.id, BO.id, VIVI.id}),
        ("exposure", ExposureClear(), {ADA.id}),
    ],
)
async def test_who_hears_of_a_record(world: World, kind: str, clear: Clear, concerned: set[str]):
    """The mediators, and who said it; an exposure log is its author's alone."""
    by = VIVI if kind == "need" else ADA
    assert (await write(world, kind, clear, by=by)).concerned == concerned


async def test_every_version_is_kept_and_noted(world: World):
    """The head moves on; boxes, statements and the list of events stay."""
    first = await write(world, "gate", GATE, by=ADA)
    second = await write(world, "gate", replace(GATE, shut=False), by=BO)
    assert (second.record.version, second.record.author) == (2, BO.id)
    boxes = await world.ledger.find(
        RecordBox, Page(equals={"record": first.record.id}, order="number", limit=9)
    )
    assert [box.number for box in boxes] == [1, 2]
    events = await world.ledger.find(Event, Page(equals={"case": CASE}, order="seq", limit=100))
    assert [one.digest for one in events if one.kind == "record"] == [box.statement for box in boxes]


async def test_the_very_same_record_again_is_harmless(world: World):
    """An answer that got lost on the way."""
    sealed = sealed_for(*readers(world, CASE))
    statement = a_record(world, "note", NOTE, by=ADA, sealed=sealed)
    for _ in range(2):
        written = await write_record(
            world.ledger, ADA.actor, case=CASE, statement=statement, sealed=sealed, at=world.now
        )
        assert written.record.version == 1


@pytest.mark.parametrize(
    "changed", [{"version": 1, "previous": None}, {"version": 3}, {"previous": "A" * 43}]
)
async def test_only_the_next_version_is_taken(world: World, changed: dict[str, Any]):
    """Two mediators at once: the second has to look again."""
    await write(world, "gate", GATE, by=ADA)
    with pytest.raises(StaleVersionError):
        await write(world, "gate", GATE, by=BO, day="2026-05-27", **changed)


async def test_there_is_no_second_version_without_a_first(world: World):
    """A history begins at its beginning."""
    with pytest.raises(StaleVersionError):
        await write(world, "gate", GATE, by=ADA, version=2, previous="A" * 43)


async def test_a_gate_that_changes_between_looking_and_writing_is_looked_at_again(world: World):
    """Another gate of the case in the same moment is no conflict."""
    taken = world.ledger.commit

    async def raced(changes: Any) -> None:
        world.ledger.commit = taken
        await write(world, "gate", replace(GATE, participant=ODA.id), by=BO)
        await taken(changes)

    world.ledger.commit = raced
    assert (await write(world, "gate", GATE, by=ADA)).record.version == 1


@pytest.mark.parametrize(
    ("kind", "by", "refusal"),
    [
        ("gate", VIVI, ForbiddenError),
        ("note", VIVI, ForbiddenError),
        ("gate", CY, ForbiddenError),
        ("need", ADA, ForbiddenError),
        ("need", XENO, ForbiddenError),
        ("note", MAX, ForbiddenError),
    ],
)
async def test_p7_nobody_writes_what_is_not_theirs(
    world: World, kind: str, by: Person, refusal: type[RelayError]
):
    """A participant says needs; mediators of this case all else."""
    with pytest.raises(refusal):
        await write(world, kind, GATE if kind == "gate" else NOTE, by=by)


async def test_p7_nobody_signs_for_somebody_else(world: World):
    """Signed in as one mediator, signed by another."""
    sealed = sealed_for(*readers(world, CASE))
    statement = a_record(world, "note", NOTE, by=BO, sealed=sealed)
    with pytest.raises(SignerNotAllowedError):
        await write_record(
            world.ledger, ADA.actor, case=CASE, statement=statement, sealed=sealed, at=world.now
        )


async def test_p7_another_persons_words_are_theirs_alone(world: World):
    """A need goes on in its author's hand only."""
    first = await write(world, "need", NEED, by=VIVI)
    with pytest.raises(ForbiddenError):
        await write(
            world,
            "need",
            NEED,
            by=ODA,
            record=first.record.id,
            version=2,
            previous=first.record.statement,
        )


ONE_EACH = [one for one in WRITTEN if derived_id(one[0], CASE, clear=one[1], mediator=ADA.id) is not None]


@pytest.mark.parametrize(("kind", "clear", "by"), ONE_EACH, ids=[one[0] for one in ONE_EACH])
async def test_p2_nobodys_words_take_the_place_of_a_gate(world: World, kind: str, clear: Clear, by: Person):
    """Where such a record belongs can be computed: whoever was there first would keep it out."""
    taken = derived_id(kind, CASE, clear=clear, mediator=by.id)
    assert taken is not None
    for other, words, person in (("need", NEED, VIVI), ("note", NOTE, ADA)):
        with pytest.raises(WrongContextError):
            await write(world, other, words, by=person, record=taken)
    assert (await write(world, kind, clear, by=by)).record.id == taken


async def test_p2_nor_that_of_another_cases_pace(world: World):
    """Every case's id is in the directory, which everybody has."""
    pace = PaceClear(side="harmed", most=1, days=7)
    taken = derived_id("pace", OTHER_CASE, clear=pace, mediator="")
    with pytest.raises(WrongContextError):
        await write(world, "need", NEED, by=VIVI, record=taken)


async def test_p5_a_record_stays_in_its_case(world: World):
    """Not posted to another one, not under the id of another one's record, not about its message."""
    sealed = sealed_for(*readers(world, CASE))
    statement = a_record(world, "note", NOTE, by=ADA, sealed=sealed)
    with pytest.raises(WrongContextError):
        await write_record(
            world.ledger, CY.actor, case=OTHER_CASE, statement=statement, sealed=sealed, at=world.now
        )
    first = await write(world, "note", NOTE, by=ADA)
    with pytest.raises(WrongContextError):
        await write(world, "note", NOTE, by=CY, case=OTHER_CASE, record=first.record.id)
    with pytest.raises(WrongContextError):
        await write(world, "task", CALL, by=ADA, record=first.record.id, version=2)
    with pytest.raises(WrongContextError):
        await write(world, "gate", replace(GATE, participant=XENO.id), by=ADA)
    with pytest.raises(WrongContextError):
        await write(world, "task", replace(CALL, participant=ADA.id), by=ADA)
    elsewhere = EscalationClear(message=ident("nothing"), rule="cfsa-125")
    with pytest.raises(WrongContextError):
        await write(world, "escalation", elsewhere, by=ADA)


async def test_only_what_was_released_is_brought_on_paper(world: World):
    """The record of a printed letter names a letter that its reader may have."""
    await open_gates(world)
    message = await story.offered(world)
    with pytest.raises(WrongContextError):
        await write(world, "paper", PaperClear(message=message.id), by=ADA)
    await story.answered(world, message)
    await story.release_it(world, await there(world, message.id))
    written = await write(world, "paper", PaperClear(message=message.id), by=ADA)
    assert written.record.type == "paper"


@pytest.mark.parametrize(
    ("kind", "clear"),
    [
        ("task", replace(CALL, due="2036-07-01")),
        ("task", replace(CALL, due="2016-05-01")),
        ("gate", GateClear(gate="assessment", participant=VIVI.id, shut=False, until="2027-05-30")),
        ("gate", GateClear(gate="no-contact", participant=VIVI.id, shut=True, until="2199-01-01")),
        ("away", AwayClear(from_="2026-06-01", until="2199-01-01")),
    ],
)
async def test_a_day_too_far_away_is_refused(world: World, kind: str, clear: Clear):
    """An assessment lasts a year at most, anything else ten."""
    with pytest.raises(WrongShapeError):
        await write(world, kind, clear, by=ADA)


@pytest.mark.parametrize("day", ["2026-05-26", "2026-05-30"])
async def test_a_record_is_signed_on_its_day(world: World, day: str):
    """But for what clocks differ."""
    with pytest.raises(WrongShapeError):
        await write(world, "note", NOTE, by=ADA, day=day)
    await write(world, "note", NOTE, by=ADA, day=DAY)


def other_box(sealed: SealedRecord) -> SealedRecord:
    """Return another box under the same wraps."""
    return replace(sealed, box=b"other words")


def other_wrap(sealed: SealedRecord) -> SealedRecord:
    """Return another wrap for the first mediator."""
    return replace(sealed, wraps={**sealed.wraps, ADA.key: bytes(1_168)})


def no_wrap(sealed: SealedRecord) -> SealedRecord:
    """Return one wrap too few."""
    return replace(sealed, wraps={key: raw for key, raw in sealed.wraps.items() if key != ADA.key})


@pytest.mark.parametrize(
    ("change", "refusal"),
    [(other_box, SealBrokenError), (other_wrap, WrapBrokenError), (no_wrap, WrapBrokenError)],
)
async def test_only_the_named_box_and_wraps_are_kept(
    world: World, change: Callable[[SealedRecord], SealedRecord], refusal: type[RelayError]
):
    """The statement names both by hash."""
    sealed = sealed_for(*readers(world, CASE))
    statement = a_record(world, "note", NOTE, by=ADA, sealed=sealed)
    with pytest.raises(refusal):
        await write_record(
            world.ledger, ADA.actor, case=CASE, statement=statement, sealed=change(sealed), at=world.now
        )


@pytest.mark.parametrize(
    ("kind", "clear", "by", "recipients"),
    [
        ("note", NOTE, ADA, (ADA,)),
        ("note", NOTE, ADA, (ADA, BO, VIVI)),
        ("note", NOTE, ADA, (ADA, BO, CY)),
        ("need", NEED, VIVI, (ADA, BO)),
        ("need", NEED, VIVI, (ADA, BO, VIVI, ODA)),
        ("exposure", ExposureClear(), ADA, (ADA, BO)),
    ],
)
async def test_p5_no_other_readers_than_the_type_has(
    world: World, kind: str, clear: Clear, by: Person, recipients: tuple[Person, ...]
):
    """Nobody is left out, and nobody else gets in."""
    sealed = sealed_for(*(one.key for one in recipients))
    statement = a_record(world, kind, clear, by=by, sealed=sealed)
    with pytest.raises(WrongShapeError):
        await write_record(
            world.ledger, by.actor, case=CASE, statement=statement, sealed=sealed, at=world.now
        )


async def test_sizes_are_kept_small(world: World):
    """A record is words, not files; a wrap has one length."""
    large = sealed_for(*readers(world, CASE), words=bytes(MAX_RECORD_BYTES // 8 + 1))
    statement = a_record(world, "note", NOTE, by=ADA, sealed=large)
    with pytest.raises(TooLargeError):
        await write_record(
            world.ledger, ADA.actor, case=CASE, statement=statement, sealed=large, at=world.now
        )
    short = SealedRecord(box=b"words", wraps=dict.fromkeys(readers(world, CASE), b"short"))
    statement = a_record(world, "note", NOTE, by=ADA, sealed=short)
    with pytest.raises(WrongShapeError):
        await write_record(
            world.ledger, ADA.actor, case=CASE, statement=statement, sealed=short, at=world.now
        )


async def test_nothing_is_written_in_a_case_that_is_none(world: World):
    """Nor by a participant who says that they mediate."""
    nowhere, sealed = CaseId(ident("nowhere")), sealed_for(ADA.key)
    statement = a_record(world, "note", NOTE, by=ADA, sealed=sealed, case=nowhere)
    with pytest.raises(ForbiddenError):
        await write_record(
            world.ledger, ADA.actor, case=nowhere, statement=statement, sealed=sealed, at=world.now
        )
    with pytest.raises(ForbiddenError):
        await write(world, "need", NEED, by=replace(VIVI, role=Role.MEDIATOR))
    assert await world.ledger.find(CaseRecord, Page(equals={"case": CASE})) == ()
