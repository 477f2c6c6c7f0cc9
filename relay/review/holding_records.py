# SPDX-License-Identifier: EUPL-1.2
"""Which versions of casework's records somebody holds the key of, and another mediator does not.

Every version is handed over, so that the newcomer has the whole history. What a reviewer
keeps of what they were exposed to is theirs alone and stays so.
"""

from typing import Final

from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u
from relay.records import CaseRecord, Hash, KeyId, RecordBox, RecordWrap, Role
from relay.review.desk import Desk
from relay.review.holding import Giver, Thing, mediators_of
from relay.storage.contract import Page

_NOBODY_ELSES: Final = "exposure"


async def unhanded_records(
    desk: Desk, giver: Giver, *, to: KeyId, after: str | None, limit: int
) -> tuple[list[Thing], str | None]:
    """Return a page of what the giver can open and ``to`` cannot, and where the next one begins.

    To a participant, of the needs that they stated, only what no mediator of the case can open.
    """
    equals: dict[str, object] = {"case": giver.case, "recipient": giver.key}
    place = None if after is None else (after, after)
    wraps = await desk.ledger.find(RecordWrap, Page(equals=equals, after=place, limit=limit))
    found: list[Thing] = []
    for wrap in wraps:
        thing = await _thing(desk, giver, wrap, to=to)
        if thing is not None:
            found.append(thing)
    return found, wraps[-1].id if len(wraps) == limit else None


async def held_record(desk: Desk, giver: Giver, thing: Thing) -> RecordBox | None:
    """Return the sealed version that this is, if the giver holds its key and may hand it over."""
    box = await desk.ledger.load(RecordBox, f"{thing.of}/{thing.number}")
    if box is None or box.case != giver.case or _subject(box) != thing.subject:
        return None
    wrap = await desk.ledger.load(RecordWrap, f"{box.id}/{giver.key}")
    return None if wrap is None or await _is_nobody_elses(desk, thing.of) else box


async def is_read_by(desk: Desk, name: str, key: KeyId) -> bool:
    """Say whether the version of this name (``record/number``) has a wrap for a key."""
    return await desk.ledger.load(RecordWrap, f"{name}/{key}") is not None


def handed_record(box: RecordBox, *, to: KeyId, wrap: bytes) -> RecordWrap:
    """Return the wrap as it is kept."""
    return RecordWrap(
        id=f"{box.id}/{to}",
        case=box.case,
        record=box.record,
        recipient=to,
        purpose="handover",
        wrap=wrap,
    )


async def _thing(desk: Desk, giver: Giver, wrap: RecordWrap, *, to: KeyId) -> Thing | None:
    name = wrap.id.removesuffix(f"/{giver.key}")
    asked = frozenset({to}) if giver.member.role is Role.MEDIATOR else mediators_of(giver)
    for key in asked:
        if await is_read_by(desk, name, key):
            return None
    box = await desk.ledger.load(RecordBox, name)
    if box is None or await _is_nobody_elses(desk, wrap.record):
        return None
    return Thing(kind="record", of=wrap.record, subject=_subject(box), number=box.number)


async def _is_nobody_elses(desk: Desk, record: str) -> bool:
    head = await desk.ledger.load(CaseRecord, record)
    return head is None or head.type == _NOBODY_ELSES


def _subject(box: RecordBox) -> Hash:
    return Hash(b64u(tagged_hash("record-box", box.box)))
