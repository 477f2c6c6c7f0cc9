# SPDX-License-Identifier: EUPL-1.2
"""What a manager sees of the programme: counts, once a week anew, and which cases ask to be closed."""

import asyncio
from dataclasses import dataclass, field
from typing import Final, cast

from aiohttp import web

from relay.casework.closing import closings_asked
from relay.casework.standing import DAY_SECONDS
from relay.casework.supervision import BANDS_DAYS, Supervision, supervise
from relay.casework.suppression import Shown
from relay.protocol import wire_office
from relay.server.operations import MANAGER, Call, Resource
from relay.storage.contract import Ledger

routes = Resource()

_MONDAY: Final = 3  # days from a Monday to 1970-01-01


@dataclass(slots=True)
class WeeklyCounts:
    """The counts of a week, the same for everybody who looks until the next Monday, UTC.

    Two views an hour apart would tell what one message did in between; a week apart, and in fives,
    they tell what a week of many did. Held in memory: a restart counts anew.
    """

    week: int = -1
    counted: Supervision | None = None
    _counting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of_week(self, ledger: Ledger, *, at: int) -> Supervision:
        """Return this week's counts, made now if nobody looked before.

        Raises:
            NotFoundError: there is no programme yet.
        """
        async with self._counting:
            week = (at // DAY_SECONDS + _MONDAY) // 7
            if self.counted is None or week > self.week:
                self.counted, self.week = await supervise(ledger, at=at), week
            return self.counted


COUNTS: Final = web.AppKey("counts", WeeklyCounts)


@routes.on(
    "GET",
    "/v1/supervision",
    roles=MANAGER,
    gives=wire_office.SupervisionView,
    refuses=frozenset({"not-found"}),
)
async def show_supervision(call: Call[None]) -> wire_office.SupervisionView:
    """Show what waits and who has how much in hand, in counts of this week, small ones hidden."""
    counted = await call.request.app[COUNTS].of_week(call.parts.ledger, at=call.now)
    return wire_office.SupervisionView(
        at=counted.at,
        ages=list(BANDS_DAYS),
        waiting=[
            wire_office.WaitingCounts(
                state=cast("wire_office.WaitingState", state.value),
                by_age=[_count(part) for part in line.parts],
                total=_count(line.total),
            )
            for state, line in counted.waiting
        ],
        on_their_way=[
            wire_office.StateCount(state=cast("wire_office.OtherState", state.value), count=_count(count))
            for state, count in counted.on_their_way
        ],
        workloads=[
            wire_office.WorkloadCounts(
                mediator=one.mediator, cases=_count(one.cases), in_hand=_count(one.in_hand)
            )
            for one in counted.workloads
        ],
    )


@routes.on("GET", "/v1/closings", roles=MANAGER, gives=wire_office.Closings)
async def list_closings(call: Call[None]) -> wire_office.Closings:
    """List the cases whose mediators ask for them to be closed: since when, and nothing of why."""
    return wire_office.Closings(
        closings=[
            wire_office.ClosingAsked(case=one.case, mediator=one.author, at=one.at)
            for one in await closings_asked(call.parts.ledger)
        ]
    )


def _count(shown: Shown) -> wire_office.ShownCount:
    return wire_office.ShownCount(how=shown.how.value, least=shown.least)
