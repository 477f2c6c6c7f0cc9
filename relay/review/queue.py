# SPDX-License-Identifier: EUPL-1.2
"""What lies before a person: a mediator's queue by waiting time, a participant's own list.

Pages go by keyset. Views are made first and filtered after, so that a page says no more
than the views on it: a message that this person may not see leaves no gap.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relay.errors import ForbiddenError, MalformedError
from relay.records import Actor, CaseId, Member, Message, Role, State
from relay.review.desk import Desk
from relay.review.policy import audiences
from relay.review.seen_by import Audience, MessageView, seen_by
from relay.review.standing import Standing, load_standing, standing_places
from relay.storage.contract import Page

MOST_VIEWS: Final = 200
_MOST_CASES: Final = 1_000
_REACHING: Final = tuple(state for state in State if state is not State.UPLOADING)
_SECONDS: Final = re.compile(r"[0-9]{1,15}")
Place = tuple[str | int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of views, and where the next one begins (opaque; None: that was all)."""

    views: tuple[MessageView, ...]
    next: str | None


async def listing(
    desk: Desk,
    actor: Actor,
    *,
    case: CaseId | None,
    states: Sequence[State] = (),
    after: str | None = None,
    limit: int = 50,
) -> Listing:
    """Return the messages of a case, or of all their cases, that this person may see.

    A mediator's come by waiting time, longest first; a participant's own and those offered
    to them by id.

    Args:
        desk: the ports.
        actor: who looks.
        case: one of theirs, or None for all of them.
        states: as *they* see them; empty: all.
        after: ``next`` of the page before.
        limit: 1 to 200 views.

    Raises:
        ForbiddenError: not their case.
        MalformedError: ``after`` is not a place in a list.
    """
    cases = await _own_cases(desk, actor, case=case)
    wanted = frozenset(states) or frozenset(State)
    limit = max(1, min(limit, MOST_VIEWS))
    if actor.role is Role.MEDIATOR:
        return await _queue(desk, cases, wanted=wanted, after=after, limit=limit)
    return await _own(desk, actor, cases, wanted=wanted, after=after, limit=limit)


async def _own_cases(desk: Desk, actor: Actor, *, case: CaseId | None) -> tuple[CaseId, ...]:
    places = await desk.ledger.find(Member, Page(equals={"person": actor.person}, limit=_MOST_CASES))
    cases = tuple(place.case for place in await standing_places(desk.ledger, places, actor=actor))
    if case is None:
        return cases
    if case not in cases:
        raise ForbiddenError(f"{case}: not their case")
    return (case,)


async def _queue(
    desk: Desk, cases: tuple[CaseId, ...], *, wanted: frozenset[State], after: str | None, limit: int
) -> Listing:
    place = shown = _read_place(after)  # only what was shown is named in ``next``
    states = tuple(state for state in _REACHING if state in wanted) if cases else ()
    at = desk.clock()
    views: list[MessageView] = []
    while states:
        equals: dict[str, object] = {"case": cases, "state": states}
        page = await desk.ledger.find(
            Message, Page(equals=equals, order="waiting_since", after=place, limit=limit + 1)
        )
        for one in page:
            seen = seen_by(Audience.MEDIATOR, one, at=at)
            if seen is not None and len(views) == limit:
                return Listing(views=tuple(views), next=_write_place(shown))
            place = (one.waiting_since, one.id)
            if seen is not None:
                views.append(seen)
                shown = place
        if len(page) <= limit:
            break
    return Listing(views=tuple(views), next=None)


async def _own(
    desk: Desk,
    actor: Actor,
    cases: tuple[CaseId, ...],
    *,
    wanted: frozenset[State],
    after: str | None,
    limit: int,
) -> Listing:
    """Merge what somebody wrote with what was written to them, each read from the same place on."""
    standings = {case: await load_standing(desk.ledger, case) for case in cases}
    views: list[MessageView] = []
    at = desk.clock()
    place, more = after, bool(cases)
    while more:
        found, more = await _next_of(desk, actor, cases, after=place, limit=limit + 1)
        for one in found:
            seen = _participant_view(actor, one, standings[one.case], at=at)
            if seen is None or seen.state not in wanted:
                continue
            if len(views) == limit:
                return Listing(views=tuple(views), next=views[-1].id)
            views.append(seen)
        place = found[-1].id if found else place
    return Listing(views=tuple(views), next=None)


async def _next_of(
    desk: Desk, actor: Actor, cases: tuple[CaseId, ...], *, after: str | None, limit: int
) -> tuple[list[Message], bool]:
    """Return what follows ``after`` by id, as far as it is known whole, and whether there may be more."""
    place: Place | None = None if after is None else (after, after)
    pages = [
        await desk.ledger.find(
            Message, Page(equals={"case": cases, field: actor.person}, after=place, limit=limit)
        )
        for field in ("sender", "addressee")
    ]
    ends = [page[-1].id for page in pages if len(page) == limit]  # of pages that another may follow
    every = sorted((one for page in pages for one in page), key=lambda message: message.id)
    return [one for one in every if not ends or one.id <= min(ends)], bool(ends)


def _participant_view(actor: Actor, message: Message, standing: Standing, *, at: int) -> MessageView | None:
    standing_as = audiences(actor, message, members=standing.members)
    for audience in (Audience.AUTHOR, Audience.ADDRESSEE):
        if audience in standing_as:
            return seen_by(audience, message, at=at)
    return None


def _write_place(place: Place | None) -> str | None:
    return None if place is None else f"{place[0]}.{place[1]}"


def _read_place(text: str | None) -> Place | None:
    if text is None:
        return None
    since, dot, ident = text.partition(".")
    if not dot or _SECONDS.fullmatch(since) is None:
        raise MalformedError("not a place in a list")
    return int(since), ident
