# SPDX-License-Identifier: EUPL-1.2
"""Casework's records as their readers get them: a page of a case, one record's history, what is due.

A mediator sees every record of their cases but another mediator's exposure log; a
participant sees the needs that they stated. Each gets the wrap that is for them and no other.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relay.casework.standing import (
    case_mediator,
    case_participant,
    load_signed,
    mediated_cases,
)
from relay.crypto.signing import Statement as Signed
from relay.errors import ForbiddenError, MalformedError, NotFoundError
from relay.records import Actor, CaseId, CaseRecord, Hash, RecordBox, RecordWrap
from relay.storage.contract import Ledger, Page

_ON_THE_LIST: Final = ("task", "gate")
_PLACE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([A-Za-z0-9_-]{22})")
_MOST_VERSIONS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShown:
    """One version of a record with what its reader may open it by."""

    record: str
    case: CaseId
    version: int
    type: str
    statement: Signed
    box: bytes
    wrap: bytes | None  # None: not for this reader
    purpose: str | None  # of the wrap: record, or handover


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """A page of records, and where the next one begins; None: that was all."""

    records: tuple[RecordShown, ...]
    next: str | None


async def records_of(
    ledger: Ledger, actor: Actor, *, case: CaseId, kind: str | None, after: str | None, limit: int
) -> RecordPage:
    """Return a page of a case's current records, by id.

    Args:
        ledger: where they are kept.
        actor: a mediator of the case, or a participant, who gets the needs they stated.
        case: which.
        kind: only this type.
        after: ``next`` of the page before.
        limit: at most so many.

    Raises:
        ForbiddenError: not their case.
    """
    equals: dict[str, object] = {"case": case} if kind is None else {"case": case, "type": kind}
    if await case_mediator(ledger, actor, case) is None:
        if await case_participant(ledger, actor, case) is None:
            raise ForbiddenError(f"{case}: not their case")
        equals = {"author": actor.person}
    shown: list[CaseRecord] = []
    place, more = after, True
    while more:
        page = Page(equals=equals, after=None if place is None else (place, place), limit=limit + 1)
        found = await ledger.find(CaseRecord, page)
        more = len(found) > limit
        place = found[-1].id if found else place
        shown += [one for one in found if (one.case, kind or one.type) == (case, one.type)]
        shown = [one for one in shown if _may_see(actor, one)]
        if len(shown) > limit:  # what may not be seen leaves no gap, and is never where a page ends
            return RecordPage(records=await _shown(ledger, actor, shown[:limit]), next=shown[limit - 1].id)
    return RecordPage(records=await _shown(ledger, actor, shown), next=None)


async def record_history(
    ledger: Ledger, actor: Actor, *, case: CaseId, record: str
) -> tuple[RecordShown, ...]:
    """Return every version of a record, the first one first.

    Raises:
        ForbiddenError: not their case.
        NotFoundError: no such record that they may see.
    """
    mediates = await case_mediator(ledger, actor, case) is not None
    if not mediates and await case_participant(ledger, actor, case) is None:
        raise ForbiddenError(f"{case}: not their case")
    head = await ledger.load(CaseRecord, record)
    if head is None or head.case != case or not _may_see(actor, head):
        raise NotFoundError(f"{record}: no such record")
    if not mediates and head.author != actor.person:
        raise NotFoundError(f"{record}: another person's words")
    versions = Page(equals={"record": record}, order="number", limit=_MOST_VERSIONS)
    boxes = await ledger.find(RecordBox, versions)
    return tuple(await asyncio.gather(*(_opened(ledger, actor, head.type, box) for box in boxes)))


async def due_list(ledger: Ledger, actor: Actor, *, after: str | None, limit: int) -> RecordPage:
    """Return a mediator's undone tasks and ending gates of all their cases, the earliest day first.

    Args:
        ledger: where they are kept.
        actor: the mediator.
        after: ``next`` of the page before.
        limit: at most so many.

    Raises:
        MalformedError: ``after`` is no place in the list.
    """
    place = _read_place(after)
    cases = await mediated_cases(ledger, actor)
    if not cases:
        return RecordPage(records=(), next=None)
    equals: dict[str, object] = {"case": cases, "open": True, "type": _ON_THE_LIST}
    found = await ledger.find(CaseRecord, Page(equals=equals, order="due", after=place, limit=limit))
    more = f"{found[-1].due}.{found[-1].id}" if len(found) == limit else None
    return RecordPage(records=await _shown(ledger, actor, found), next=more)


def _may_see(actor: Actor, record: CaseRecord) -> bool:
    return record.type != "exposure" or record.author == actor.person


async def _shown(ledger: Ledger, actor: Actor, records: Sequence[CaseRecord]) -> tuple[RecordShown, ...]:
    found = await asyncio.gather(*(_current(ledger, actor, record) for record in records))
    return tuple(one for one in found if one is not None)


async def _current(ledger: Ledger, actor: Actor, record: CaseRecord) -> RecordShown | None:
    box = await ledger.load(RecordBox, f"{record.id}/{record.version}")
    return None if box is None else await _opened(ledger, actor, record.type, box)


async def _opened(ledger: Ledger, actor: Actor, kind: str, box: RecordBox) -> RecordShown:
    wrap = await ledger.load(RecordWrap, f"{box.id}/{actor.key}")
    return RecordShown(
        record=box.record,
        case=box.case,
        version=box.number,
        type=kind,
        statement=await load_signed(ledger, Hash(box.statement)),
        box=box.box,
        wrap=None if wrap is None else wrap.wrap,
        purpose=None if wrap is None else wrap.purpose,
    )


def _read_place(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    found = _PLACE.fullmatch(text)
    if found is None:
        raise MalformedError("not a place in the list")
    return found[1], found[2]
