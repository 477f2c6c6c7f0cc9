# SPDX-License-Identifier: EUPL-1.2
"""What another mediator of a case cannot open yet and whoever asks can: messages, then records, in pages.

Names and hashes only. The keys are wrapped by the giver's own client, which fetches each
thing as it always does and sees for itself that it is of this case.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, CaseId, KeyId, Role, Statement
from relay.review.desk import Desk
from relay.review.handing_over import enter_case, receiver_of
from relay.review.holding import Thing, held, own_messages, unhanded
from relay.review.holding_records import unhanded_records
from relay.review.standing import signed
from relay.storage.contract import Page

_PAGE: Final = 500
_MOST_MESSAGES: Final = 200
_MOST_RECORDS: Final = 500
_RECORDS: Final = "r."
"""Begins a place in the list after the last message: among the records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnhandedPage:
    """A page, which may be empty, and where the next one begins; None: that was all."""

    things: tuple[Thing, ...]
    next: str | None


async def list_unhanded(
    desk: Desk, actor: Actor, *, case: CaseId, to: KeyId, after: str | None = None
) -> UnhandedPage:
    """Return what ``to`` cannot open of what this person can.

    Args:
        desk: the ports.
        actor: a mediator of the case, or a participant about their own words.
        case: which.
        to: the key id of a mediator of the case.
        after: ``next`` of the page before.

    Raises:
        ForbiddenError, NotFoundError: not their case.
        RevokedError: ``to`` is no active mediator of it.
    """
    giver = await enter_case(desk, actor, case)
    receiver_of(giver.standing, to)
    found: list[Thing] = []
    if after is None or not after.startswith(_RECORDS):
        messages = await own_messages(desk, giver, after=after, limit=_MOST_MESSAGES)
        for message in messages:
            if message.ended_at is None:
                found += unhanded(await held(desk, message), giver, to=to)
        if len(messages) == _MOST_MESSAGES:
            return UnhandedPage(things=tuple(found), next=messages[-1].id)
    place = after.removeprefix(_RECORDS) if after is not None and after.startswith(_RECORDS) else None
    records, more = await unhanded_records(desk, giver, to=to, after=place, limit=_MOST_RECORDS)
    return UnhandedPage(things=(*found, *records), next=None if more is None else _RECORDS + more)


async def list_handovers(desk: Desk, actor: Actor, *, case: CaseId) -> tuple[Signed, ...]:
    """Return a case's hand-overs, the latest last: every one to a mediator, to a participant their own.

    Somebody else's would tell a participant how much there is that they do not know of.

    Raises:
        ForbiddenError, NotFoundError: not their case.
    """
    giver = await enter_case(desk, actor, case)
    every = await _statements(desk, case)
    mediates = giver.member.role is Role.MEDIATOR
    shown = [one for one in every if mediates or one.signer == giver.key]
    return tuple(signed(one) for one in sorted(shown, key=lambda one: (one.at, one.number, one.id)))


async def _statements(desk: Desk, case: CaseId) -> list[Statement]:
    found: list[Statement] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        equals: dict[str, object] = {"case": case, "kind": "handover"}
        page = await desk.ledger.find(Statement, Page(equals=equals, after=after, limit=_PAGE))
        found += page
        if len(page) < _PAGE:
            return found
