# SPDX-License-Identifier: EUPL-1.2
"""Which gates stand open for the people of one message: one frozen answer for review."""

from collections.abc import Iterable

from relay.records import Case, CaseId, Gates, Member, PersonId
from relay.storage.contract import Ledger


def gates_of(
    case: Case, members: Iterable[Member], *, people: frozenset[PersonId], directory_valid: bool
) -> Gates:
    """Judge the gates of ``case`` for ``people``; a pause of anybody else is not theirs."""
    paused = {person for person in case.paused_by.split(",") if person}
    return Gates(
        case_version=case.version,
        paused=bool(paused & people),
        closed=case.closed,
        left=frozenset(member.person for member in members if member.left),
        directory_valid=directory_valid,
        shut=(),
    )


async def gates_for(ledger: Ledger, case: CaseId, people: frozenset[PersonId], *, at: int) -> Gates:
    """Load what ``gates_of`` needs.

    Raises:
        NotFoundError: no such case.
    """
    raise NotImplementedError
