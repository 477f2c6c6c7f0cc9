# SPDX-License-Identifier: EUPL-1.2
"""What lies before a person: a mediator's queue by waiting time, a participant's own list."""

from collections.abc import Sequence
from dataclasses import dataclass

from relay.records import Actor, CaseId, State
from relay.review.desk import Desk
from relay.review.seen_by import MessageView


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of views, and where the next one begins (opaque; None: that was all)."""

    views: tuple[MessageView, ...]
    next: str | None


async def listing(
    desk: Desk,
    actor: Actor,
    *,
    case: CaseId,
    states: Sequence[State] = (),
    after: str | None = None,
    limit: int = 50,
) -> Listing:
    """Return the messages of a case that this person may see.

    A mediator's come by waiting time, longest first; a participant's own and those offered
    to them by id. ``states`` are the states as *they* see them.

    Raises:
        ForbiddenError: not their case.
        MalformedError: ``after`` is not a place in a list.
    """
    raise NotImplementedError
