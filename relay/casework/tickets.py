# SPDX-License-Identifier: EUPL-1.2
"""The first half of an enrolment: a ticket is made, and used once by whoever holds it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from relay.casework.standing import (
    load_root,
    mediated_cases,
    require_case_mediator,
    require_valid,
)
from relay.crypto.codes import read_account
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import key_id, short_id
from relay.errors import (
    ForbiddenError,
    NotAllowedError,
    TicketExpiredError,
    TicketUsedError,
    TicketWrongError,
    TooWeakError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.enrolment import EnrolmentRequest, parse_request
from relay.records import (
    Account,
    AccountId,
    Actor,
    CaseId,
    KeyId,
    LoginSlot,
    Member,
    PersonId,
    Role,
    Side,
    Ticket,
)
from relay.storage.contract import Ledger, Page, Put

TICKET_SECONDS: Final = 14 * 86_400
MIN_PASSES: Final = 3
MEMORY_KIB: Final = (65_536, 262_144)
MAX_SLOT_BYTES: Final = 4_096
MAX_BUNDLE_BYTES: Final = 1_048_576
_PAGE: Final = 500
_MANAGERS_OWN: Final = (Role.MEDIATOR, Role.INTERPRETER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMade:
    """One login slot as the client made it."""

    type: str
    salt: str
    passes: int
    memory_kib: int
    login_key: str
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What the holder of a ticket hands in."""

    request: bytes
    mac1: str
    account: AccountId
    slots: Sequence[SlotMade]
    bundle: bytes


async def make_ticket(  # noqa: PLR0913 - one line of a form
    ledger: Ledger,
    actor: Actor,
    *,
    lookup: str,
    case: CaseId | None,
    person: PersonId | None,
    side: Side | None,
    at: int,
    interpreter: bool = False,
) -> Ticket:
    """Open a ticket for 14 days: a mediator for a participant, a manager for a mediator or interpreter.

    Raises:
        ForbiddenError: not this role's, not their case, or a person of another case.
        WrongShapeError: case, person and side come together, or none of them.
        DirectoryStaleError: an expired directory stops new enrolments.
        ExistsError: this lookup id was used before.
    """
    await require_valid(ledger, at=at)
    if len({case is None, person is None, side is None}) != 1:
        raise WrongShapeError("case, person and side, all or none")
    if case is None:
        if actor.role is not Role.MANAGER:
            raise ForbiddenError("only a manager enrols a mediator or an interpreter")
    elif interpreter:
        raise WrongShapeError("an interpreter is enrolled in no case")
    else:
        await require_case_mediator(ledger, actor, case)
        await _refuse_stranger(ledger, case, person)
    role = Role.INTERPRETER if interpreter else Role.MEDIATOR if case is None else Role.PARTICIPANT
    ticket = _open_ticket(lookup, role, made_by=actor.person, expires_at=at + TICKET_SECONDS)
    ticket = replace(ticket, case=case, person=person, side=side)
    await ledger.commit([Put(ticket)])
    return ticket


def _open_ticket(lookup: str, role: Role, *, made_by: PersonId, expires_at: int) -> Ticket:
    return Ticket(
        id=lookup,
        version=1,
        role=role,
        case=None,
        person=None,
        side=None,
        made_by=made_by,
        expires_at=expires_at,
        account=None,
        request=b"",
        mac1="",
        certificate=None,
        answer=b"",
    )


async def load_ticket(ledger: Ledger, *, lookup: str) -> Ticket:
    """Return a ticket to whoever knows its lookup id.

    Raises:
        TicketWrongError: none of that id.
    """
    found = await ledger.load(Ticket, lookup)
    if found is None:
        raise TicketWrongError("no such ticket")
    return found


async def tickets_for(ledger: Ledger, actor: Actor, *, case: CaseId | None) -> tuple[Ticket, ...]:
    """Return the tickets that this mediator or manager may certify or answer.

    Args:
        ledger: the records.
        actor: a mediator or a manager.
        case: only this case's; None: a manager's mediators and interpreters, a mediator's own.

    Raises:
        ForbiddenError: not their case.
    """
    if case is not None:
        await require_case_mediator(ledger, actor, case)
        return await _all(ledger, {"case": case})
    if actor.role is Role.MANAGER:
        return await _all(ledger, {"role": _MANAGERS_OWN})
    theirs = frozenset(await mediated_cases(ledger, actor))  # after leaving a case, its newcomers are others'
    return tuple(one for one in await _all(ledger, {"made_by": actor.person}) if one.case in theirs)


def may_certify(ticket: Ticket, actor: Actor, *, in_case: bool) -> bool:
    """Say whether ``actor`` may see the request and MAC1 of a ticket, and go on with it.

    Args:
        ticket: whose.
        actor: who is signed in.
        in_case: whether they are an active mediator of the ticket's case.
    """
    if ticket.case is None:
        return actor.role is Role.MANAGER
    return in_case


async def use_ticket(ledger: Ledger, *, lookup: str, enrolment: Enrolment, at: int) -> Ticket:
    """Use a ticket once: store request and MAC1, make the account and its slots.

    Handing in the very same again returns the ticket: an answer may have been lost.

    Raises:
        TicketWrongError, TicketUsedError, TicketExpiredError: as they say.
        ExistsError: the account number is taken; choose another.
        WrongShapeError, WrongContextError, TooWeakError: the request is not this ticket's,
            or its slots are not what they have to be.
        DirectoryStaleError: no enrolment while the directory is past its date.
        ForbiddenError: its person has come to belong to another case.
        StaleVersionError: used by somebody else at this moment.
    """
    ticket = await load_ticket(ledger, lookup=lookup)
    if ticket.account is not None:
        if (ticket.request, ticket.mac1, ticket.account) == _named(enrolment):
            return ticket
        raise TicketUsedError(f"{lookup}: used before")
    if at > ticket.expires_at:
        raise TicketExpiredError(f"{lookup}: older than 14 days")
    await require_valid(ledger, at=at)
    await _refuse_stranger(ledger, ticket.case, ticket.person)
    request = await _request(ledger, ticket, enrolment)
    used = replace(
        ticket,
        version=ticket.version + 1,
        account=enrolment.account,
        request=enrolment.request,
        mac1=enrolment.mac1,
    )
    slots = [Put(slot) for slot in slots_of(enrolment)]
    await ledger.commit([Put(used), Put(_account(ticket, enrolment, request)), *slots])
    return used


def slots_of(enrolment: Enrolment) -> tuple[LoginSlot, ...]:
    """Return the ledger's records for the slots."""
    return tuple(
        LoginSlot(
            id=f"{enrolment.account}/{slot.type}",
            version=1,
            account=enrolment.account,
            type=slot.type,
            salt=slot.salt,
            passes=slot.passes,
            memory_kib=slot.memory_kib,
            login_key=slot.login_key,
            box=slot.box,
        )
        for slot in enrolment.slots
    )


async def pending_tickets(ledger: Ledger) -> tuple[Ticket, ...]:
    """Return the tickets that were used and not answered yet."""
    used = await _all(ledger, {"role": (Role.PARTICIPANT, *_MANAGERS_OWN)})
    return tuple(ticket for ticket in used if ticket.account is not None and not ticket.answer)


async def _all(ledger: Ledger, equals: dict[str, object]) -> tuple[Ticket, ...]:
    found: list[Ticket] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        page = await ledger.find(Ticket, Page(equals=equals, after=after, limit=_PAGE))
        found += page
        if len(page) < _PAGE:
            return tuple(found)


async def _refuse_stranger(ledger: Ledger, case: CaseId | None, person: PersonId | None) -> None:
    """Refuse a ticket in the name of somebody of another case.

    An account acts as its person wherever that person has a place; a mediator gives out
    names in their own case only.
    """
    if case is None or person is None:
        return
    places = await ledger.find(Member, Page(equals={"person": person}, limit=_PAGE))
    if any(place.case != case or place.role is not Role.PARTICIPANT for place in places):
        raise ForbiddenError(f"{case}: a ticket in the name of somebody else's participant")


def _named(enrolment: Enrolment) -> tuple[bytes, str, AccountId]:
    return (enrolment.request, enrolment.mac1, enrolment.account)


async def _request(ledger: Ledger, ticket: Ticket, enrolment: Enrolment) -> EnrolmentRequest:
    request = parse_request(enrolment.request)
    programme = (await load_root(ledger)).root.programme
    if (request.programme, request.case, request.participant) != (programme, ticket.case, ticket.person):
        raise WrongContextError(f"{ticket.id}: a request for another ticket")
    if read_account(enrolment.account) != enrolment.account:
        raise WrongShapeError("an account number in another form")
    logins = {login.type: login.key for login in request.logins}
    if logins != {slot.type: slot.login_key for slot in enrolment.slots} or len(logins) != len(
        enrolment.slots
    ):
        raise WrongShapeError(f"{ticket.id}: other slots than the request names")
    for slot in enrolment.slots:
        _check_slot(slot)
    if len(enrolment.bundle) > MAX_BUNDLE_BYTES:
        raise WrongShapeError("a bundle of more than 1 MiB")
    return request


def _check_slot(slot: SlotMade) -> None:
    if len(slot.box) > MAX_SLOT_BYTES:
        raise WrongShapeError(f"a slot of {len(slot.box)} bytes")
    if slot.type != "passphrase":
        if (slot.passes, slot.memory_kib) != (0, 0):
            raise WrongShapeError("only words are stretched")
    elif slot.passes < MIN_PASSES or not MEMORY_KIB[0] <= slot.memory_kib <= MEMORY_KIB[1]:
        raise TooWeakError(f"{slot.passes} passes over {slot.memory_kib} KiB")


def _account(ticket: Ticket, enrolment: Enrolment, request: EnrolmentRequest) -> Account:
    identity = unb64u(request.identity)
    return Account(
        id=enrolment.account,
        version=1,
        role=ticket.role,
        person=PersonId(short_id(identity)) if ticket.person is None else ticket.person,
        key=KeyId(b64u(key_id(identity))),
        bundle_version=1,
        bundle=enrolment.bundle,
        last_number=0,
    )


def refuse_unused(ticket: Ticket) -> EnrolmentRequest:
    """Return the request of a used ticket.

    Raises:
        NotAllowedError: nobody has used it yet.
    """
    if ticket.account is None:
        raise NotAllowedError(f"{ticket.id}: not used yet")
    return parse_request(ticket.request)
