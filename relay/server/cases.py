# SPDX-License-Identifier: EUPL-1.2
"""My cases, and pausing, resuming or leaving one."""

from typing import Final

from relay.protocol import wire
from relay.records import Case, CaseId, Member, PersonId, Role
from relay.review.service import last_number, withdraw_case
from relay.review.standing import load_standing, standing_places
from relay.server.operations import EVERYBODY, ID, PARTICIPANT, Call, Resource
from relay.server.parts import LISTENERS
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, statement_of
from relay.storage.contract import Page

routes = Resource()

_CASE: Final = {"case": ID}


@routes.on("GET", "/v1/cases", roles=EVERYBODY, gives=wire.Cases)
async def list_cases(call: Call[None]) -> wire.Cases:
    """List my cases; what stops one is shown to its mediators only."""
    ledger, actor = call.parts.ledger, call.actor
    mine = await ledger.find(Member, Page(equals={"person": actor.person}, limit=1_000))
    number = 0 if actor.key is None else await last_number(call.desk, actor.key)
    cases: list[wire.CaseView] = []
    for member in await standing_places(ledger, mine, actor=actor):
        case = None if member.left else await ledger.load(Case, member.case)
        if case is not None:
            cases.append(_view(call, case, number=number))
    return wire.Cases(cases=cases)


@routes.on(
    "POST",
    "/v1/cases/{case}/withdrawals",
    roles=PARTICIPANT,
    takes=wire.CaseWithdrawal,
    gives=wire.Receipt,
    places=_CASE,
    refuses=STATEMENT_CODES | {"old-number", "stale-version", "not-found", "not-allowed", "storage-full"},
)
async def withdraw_from_case(call: Call[wire.CaseWithdrawal]) -> wire.Receipt:
    """Pause, resume or leave a case by a signed statement."""
    case = CaseId(call.place("case"))
    statement = statement_of(call.asked.statement)
    receipt = await withdraw_case(call.desk, call.actor, case=case, statement=statement)
    call.request.app[LISTENERS].tell("case", case, await _who_is_told(call, case))
    return wire.Receipt(receipt=envelope_of(receipt), view=None)


def _view(call: Call[None], case: Case, *, number: int) -> wire.CaseView:
    """Write a case as this person may see it: that somebody else paused is not theirs to know."""
    paused_by = {person for person in case.paused_by.split(",") if person}
    mediates = call.actor.role is Role.MEDIATOR
    return wire.CaseView(
        case=case.id,
        version=case.version if mediates else case.policy_version,
        paused=bool(paused_by) if mediates else None,
        paused_by_me=call.actor.person in paused_by,
        last_number=number,
    )


async def _who_is_told(call: Call[wire.CaseWithdrawal], case: CaseId) -> set[PersonId]:
    """Return the mediators, and who did it: to the other side a pause looks like nothing."""
    members = (await load_standing(call.parts.ledger, case)).members.values()
    mediators = {member.person for member in members if member.role is Role.MEDIATOR}
    return mediators | {call.actor.person}
