# SPDX-License-Identifier: EUPL-1.2
"""Which keys of a case somebody holds, told by the names of the boxes that hold their wraps.

A mediator holds what was wrapped for them when it was written, or handed over since; a
participant holds the keys of what they wrote, and of notes to them about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from relay.records import CaseId, Hash, KeyId, Member, Message, Role
from relay.review.boxes import all_boxes
from relay.review.desk import Desk
from relay.review.seen_by import reached_mediators
from relay.review.standing import Standing
from relay.storage.contract import Page

HandedKind = Literal["message", "note", "record"]
_NOTE: Final = "note/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """Somebody of a case who may hand keys of it over, and when they ask."""

    standing: Standing
    member: Member
    key: KeyId
    at: int

    @property
    def case(self) -> CaseId:
        """The case."""
        return self.standing.case.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a key opens: a message, a note about one, or a version of a record."""

    kind: HandedKind
    of: str  # the id of the message or record
    subject: Hash
    number: int = 0  # the version of a record


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMessage:
    """A message with the names of all boxes under its key."""

    message: Message
    names: frozenset[str]


async def held(desk: Desk, message: Message) -> HeldMessage:
    """Return a message with what lies under its key, unopened."""
    boxes = await all_boxes(desk, message.id)
    return HeldMessage(message=message, names=frozenset(box.what for box in boxes))


async def own_messages(desk: Desk, giver: Giver, *, after: str | None, limit: int) -> tuple[Message, ...]:
    """Return a page of the messages whose keys this person may hold, by id; some may have ended."""
    equals: dict[str, object] = {"case": giver.case}
    if giver.member.role is not Role.MEDIATOR:
        equals["sender"] = giver.member.person
    place = None if after is None else (after, after)
    return await desk.ledger.find(Message, Page(equals=equals, after=place, limit=limit))


def is_theirs(message: Message, giver: Giver) -> bool:
    """Say whether a message is of the giver's to hand over: of this case, and known to them."""
    if message.case != giver.case:
        return False
    if giver.member.role is Role.MEDIATOR:
        return reached_mediators(message, at=giver.at)
    return message.sender == giver.member.person


def holds(found: HeldMessage, giver: Giver, thing: Thing) -> bool:
    """Say whether the giver holds the key of exactly this."""
    if not is_theirs(found.message, giver):
        return False
    if thing.kind == "note":
        return f"notewrap/{thing.subject}/{giver.key}" in found.names
    return thing.subject == found.message.manifest and _holds_message(found.names, giver)


def unhanded(found: HeldMessage, giver: Giver, *, to: KeyId) -> Iterator[Thing]:
    """Yield what of a message the giver can open and ``to`` cannot.

    To a participant only what no mediator of the case can open: the others are the
    mediators' own to hand over, and nobody is asked for what is not needed.
    """
    if not is_theirs(found.message, giver):
        return
    ident, names = found.message.id, found.names
    asked = frozenset({to}) if giver.member.role is Role.MEDIATOR else mediators_of(giver)
    if _holds_message(names, giver) and not any(_reads(names, key) for key in asked):
        yield Thing(kind="message", of=ident, subject=found.message.manifest)
    for name in sorted(names):
        if name.startswith(_NOTE):
            hash_ = name.removeprefix(_NOTE)
            lacks = names.isdisjoint({f"notewrap/{hash_}/{key}" for key in asked})
            if lacks and f"notewrap/{hash_}/{giver.key}" in names:
                yield Thing(kind="note", of=ident, subject=Hash(hash_))


def place_of(thing: Thing, *, to: KeyId) -> str:
    """Return what a handed-over wrap is stored as."""
    return f"notewrap/{thing.subject}/{to}" if thing.kind == "note" else handover_wrap(to)


def handover_wrap(key: KeyId) -> str:
    """Return what the wrap of a message is stored as that was handed over to a mediator."""
    return f"wrap/handover/{key}"


def mediators_of(giver: Giver) -> frozenset[KeyId]:
    """Return the key ids of the case's active mediators."""
    members = giver.standing.members.values()
    return frozenset(one.key for one in members if one.role is Role.MEDIATOR and one.key is not None)


def _reads(names: frozenset[str], key: KeyId) -> bool:
    return not names.isdisjoint({f"wrap/review/{key}", handover_wrap(key)})


def _holds_message(names: frozenset[str], giver: Giver) -> bool:
    if giver.member.role is Role.MEDIATOR:
        return _reads(names, giver.key)
    return f"wrap/self/{giver.key}" in names
