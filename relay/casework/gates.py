# SPDX-License-Identifier: EUPL-1.2
"""Which gates stand open for the people of one message: one frozen answer for review."""

from collections.abc import Iterable

from relay.casework.standing import days_left, load_directory
from relay.errors import NotFoundError
from relay.records import Case, CaseId, Gates, Member, PersonId
from relay.storage.contract import Ledger, Page

_MOST_MEMBERS = 1000


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
    found = await ledger.load(Case, case)
    if found is None:
        raise NotFoundError(f"{case}: no such case")
    members = await ledger.find(Member, Page(equals={"case": case}, limit=_MOST_MEMBERS))
    trust = await load_directory(ledger)
    valid = days_left(trust.directory, trust.root, at=at) >= 0
    return gates_of(found, members, people=people, directory_valid=valid)
