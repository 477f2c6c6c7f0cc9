# SPDX-License-Identifier: EUPL-1.2
"""What waits in the programme and who has how much in hand: counts for its managers, and nothing else.

No content, no names, no case. What somebody declined, took back or answered is not counted, and of
persons only mediators are: nothing here can be held against anybody. Small numbers go through
``suppression``. What waits on a person is counted without its age: nobody is to be hurried.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from relay.casework.standing import DAY_SECONDS, load_directory, load_policy
from relay.casework.suppression import Shown, ShownLine, show_count, show_line
from relay.crypto.encoding import unb64u
from relay.crypto.keys import short_id
from relay.records import Case, CaseId, Member, Message, PersonId, Role, State
from relay.storage.contract import Ledger, Page

WAITING: Final = (State.IN_REVIEW, State.HELD, State.APPROVED)
"""States in which something waits on a mediator: shown with its age."""

ON_THEIR_WAY: Final = (State.SUBMITTED, State.OFFERED, State.RELEASED, State.OPENED)
"""States that wait on nobody here: counted alone. All others are left out."""

BANDS_DAYS: Final = (7, 14, 30)
"""Where one age ends and the next begins; the last has no end."""

_PAGE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What one mediator has: open cases, and messages they took up and did not let go of."""

    mediator: PersonId
    cases: Shown
    in_hand: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """The programme in counts."""

    at: int
    waiting: tuple[tuple[State, ShownLine], ...]
    on_their_way: tuple[tuple[State, Shown], ...]
    workloads: tuple[Workload, ...]  # by id, never by how much


@dataclass(slots=True)
class _Counted:
    bands: dict[State, list[int]] = field(
        default_factory=lambda: {state: [0] * (len(BANDS_DAYS) + 1) for state in WAITING}
    )
    in_hand: Counter[PersonId] = field(default_factory=Counter[PersonId])


async def supervise(ledger: Ledger, *, at: int) -> Supervision:
    """Count what waits, and what each active mediator has.

    Args:
        ledger: where everything lies.
        at: seconds, by which ages are told.

    Raises:
        NotFoundError: there is no programme yet.
    """
    directory = (await load_directory(ledger)).directory
    counted, totals = await _count(ledger, at=at), await ledger.tally(await _cases(ledger))
    people = sorted(
        PersonId(short_id(unb64u(entry.key))) for entry in directory.mediators if entry.status == "active"
    )
    return Supervision(
        at=at,
        waiting=tuple(
            (state, show_line(counted.bands[state], total=totals.get(state, 0))) for state in WAITING
        ),
        on_their_way=tuple((state, show_count(totals.get(state, 0))) for state in ON_THEIR_WAY),
        workloads=tuple([await _workload(ledger, person, counted) for person in people]),
    )


def band_of(waiting_since: int, *, at: int) -> int:
    """Return which age something has: 0 for the youngest; a clock that differs makes nothing old."""
    days = max(0, at - waiting_since) // DAY_SECONDS
    return sum(days >= end for end in BANDS_DAYS)


async def _count(ledger: Ledger, *, at: int) -> _Counted:
    """Go through what waits once, page by page: what is done with is never read."""
    counted = _Counted()
    for state in WAITING:
        place: tuple[str | int, str] | None = None
        while True:
            page = await ledger.find(
                Message, Page(equals={"state": state}, order="waiting_since", after=place, limit=_PAGE)
            )
            _add(counted, page, at=at)
            if len(page) < _PAGE:
                break
            place = (page[-1].waiting_since, page[-1].id)
    return counted


def _add(counted: _Counted, page: Sequence[Message], *, at: int) -> None:
    for message in page:
        counted.bands[message.state][band_of(message.waiting_since, at=at)] += 1
        held = message.claimed_until is not None and message.claimed_until > at
        if held and message.claimed_by is not None:
            counted.in_hand[message.claimed_by] += 1


async def _cases(ledger: Ledger) -> list[CaseId]:
    found: list[CaseId] = []
    while True:
        place = (found[-1], found[-1]) if found else None
        page = await ledger.find(Case, Page(equals={}, after=place, limit=_PAGE))
        found += [case.id for case in page]
        if len(page) < _PAGE:
            return found


async def _workload(ledger: Ledger, person: PersonId, counted: _Counted) -> Workload:
    places = await ledger.find(Member, Page(equals={"person": person}, limit=_PAGE))
    cases = [place.case for place in places if place.role is Role.MEDIATOR and not place.left]
    still_open = sum([await _is_open(ledger, case) for case in cases])
    return Workload(
        mediator=person, cases=show_count(still_open), in_hand=show_count(counted.in_hand[person])
    )


async def _is_open(ledger: Ledger, case: CaseId) -> bool:
    """Whether something can be sent in a case: the directory names it, and its policy has channels."""
    known = await ledger.load(Case, case)
    if known is None or known.closed:
        return False
    return bool((await load_policy(ledger, case)).policy.channels)
