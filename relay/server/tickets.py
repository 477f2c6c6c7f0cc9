# SPDX-License-Identifier: EUPL-1.2
"""Tickets: made by a mediator or manager, used by whoever holds them, certified, answered."""

from typing import Any, Final

from relay.casework import enrolment
from relay.casework.standing import case_mediator
from relay.crypto.encoding import b64u, unb64u
from relay.protocol import wire
from relay.records import AccountId, CaseId, PersonId, Role, Side, Ticket
from relay.review.standing import load_standing
from relay.server.operations import ID, MANAGER, MEDIATOR, Call, Query, Resource
from relay.server.parts import LISTENERS, RATES
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, envelopes_of, statement_of

routes = Resource()

_LOOKUP: Final = {"lookup": ID}
_TICKET_CODES: Final = frozenset({"ticket-wrong", "ticket-used", "ticket-expired", "too-many-tries"})
_ENROLMENT_BYTES: Final = 2 * 1024**2


@routes.on(
    "POST",
    "/v1/tickets",
    roles=MEDIATOR | MANAGER,
    takes=wire.TicketRequest,
    gives=wire.TicketView,
    refuses=frozenset({"directory-stale", "exists", "storage-full", "not-found"}),
)
async def make_ticket(call: Call[wire.TicketRequest]) -> wire.TicketView:
    """Announce a new ticket by its lookup id; its secret stays with its maker."""
    asked = call.asked
    ticket = await enrolment.make_ticket(
        call.parts.ledger,
        call.actor,
        lookup=asked.lookup,
        case=None if asked.case is None else CaseId(asked.case),
        person=None if asked.person is None else PersonId(asked.person),
        side=None if asked.side is None else Side(asked.side),
        at=call.now,
        interpreter=asked.interpreter,
    )
    return await _view(call, ticket)


@routes.on(
    "GET",
    "/v1/tickets",
    roles=MEDIATOR | MANAGER,
    gives=wire.PendingView,
    query={"case": Query(pattern=ID, about="only tickets of this case")},
    refuses=frozenset({"not-found"}),
)
async def list_tickets(call: Call[None]) -> wire.PendingView:
    """List the tickets that I may certify or answer."""
    case = call.query("case")
    tickets = await enrolment.tickets_for(
        call.parts.ledger, call.actor, case=None if case is None else CaseId(case)
    )
    return wire.PendingView(tickets=[await _view(call, ticket) for ticket in tickets], certificates=[])


@routes.on("GET", "/v1/pending", roles=MANAGER, gives=wire.PendingView)
async def list_pending(call: Call[None]) -> wire.PendingView:
    """List tickets and certificates that no policy or directory names yet."""
    tickets, certificates = await enrolment.pending(call.parts.ledger)
    return wire.PendingView(
        tickets=[await _view(call, ticket) for ticket in tickets],
        certificates=envelopes_of(certificates),
    )


@routes.on(
    "GET",
    "/v1/tickets/{lookup}",
    roles=None,
    knows_session=True,
    gives=wire.TicketView,
    places=_LOOKUP,
    refuses=_TICKET_CODES,
)
async def show_ticket(call: Call[None]) -> wire.TicketView:
    """Say how far a ticket is, to whoever knows its lookup id."""
    call.request.app[RATES].take(call.address)
    return await _view(call, await _load(call))


@routes.on(
    "POST",
    "/v1/tickets/{lookup}/enrolment",
    roles=None,
    takes=wire.EnrolmentPost,
    gives=wire.TicketView,
    places=_LOOKUP,
    refuses=_TICKET_CODES
    | {
        "exists",
        "not-canonical",
        "wrong-context",
        "unknown-suite",
        "directory-stale",
        "storage-full",
        "too-weak",
    },
    max_bytes=_ENROLMENT_BYTES,
)
async def use_ticket(call: Call[wire.EnrolmentPost]) -> wire.TicketView:
    """Use a ticket: hand in public keys under its MAC, and the sealed slots of a new account."""
    call.request.app[RATES].take(call.address)
    ticket = await enrolment.use_ticket(
        call.parts.ledger,
        lookup=call.place("lookup"),
        enrolment=_enrolment(call.asked),
        at=call.now,
    )
    await _tell(call, ticket)
    return await _view(call, ticket)


@routes.on(
    "POST",
    "/v1/tickets/{lookup}/certificate",
    roles=MEDIATOR,
    takes=wire.CertificatePost,
    gives=wire.TicketView,
    places=_LOOKUP,
    refuses=STATEMENT_CODES
    | _TICKET_CODES
    | {
        "certificate-wrong",
        "not-allowed",
        "exists",
        "stale-version",
        "directory-stale",
        "storage-full",
        "not-found",
    },
)
async def certify_ticket(call: Call[wire.CertificatePost]) -> wire.TicketView:
    """Hand in a certificate over the keys that came with a ticket."""
    ticket = await enrolment.certify(
        call.parts.ledger,
        call.actor,
        lookup=call.place("lookup"),
        certificate=statement_of(call.asked.certificate),
        at=call.now,
    )
    await _tell(call, ticket)
    return await _view(call, ticket)


@routes.on(
    "POST",
    "/v1/tickets/{lookup}/answer",
    roles=MEDIATOR | MANAGER,
    takes=wire.AnswerPost,
    gives=wire.TicketView,
    places=_LOOKUP,
    refuses=_TICKET_CODES | {"not-allowed", "stale-version", "storage-full", "not-found", "directory-stale"},
)
async def answer_ticket(call: Call[wire.AnswerPost]) -> wire.TicketView:
    """Complete an enrolment with the MAC over certificate, directory, policy and root."""
    ticket = await enrolment.answer_ticket(
        call.parts.ledger,
        call.actor,
        lookup=call.place("lookup"),
        mac2=call.asked.mac2,
        at=call.now,
    )
    await _tell(call, ticket)
    return await _view(call, ticket)


async def _load(call: Call[None]) -> Ticket:
    return await enrolment.load_ticket(call.parts.ledger, lookup=call.place("lookup"))


def _enrolment(asked: wire.EnrolmentPost) -> enrolment.Enrolment:
    return enrolment.Enrolment(
        request=unb64u(asked.request),
        mac1=asked.mac1,
        account=AccountId(asked.account),
        slots=tuple(
            enrolment.SlotMade(
                type=slot.type,
                salt=slot.salt,
                passes=slot.passes,
                memory_kib=slot.memory_kib,
                login_key=slot.login_key,
                box=unb64u(slot.box),
            )
            for slot in asked.slots
        ),
        bundle=unb64u(asked.bundle),
    )


async def _sees_request(call: Call[Any], ticket: Ticket) -> bool:
    """Say whether this caller is the maker or a mediator of the case."""
    if call.session is None:
        return False
    case = ticket.case
    member = None if case is None else await case_mediator(call.parts.ledger, call.actor, case)
    return enrolment.may_certify(ticket, call.actor, in_case=member is not None)


async def _tell(call: Call[Any], ticket: Ticket) -> None:
    """Tell the managers, the ticket's maker and its case's mediators; a lookup id is for nobody else."""
    listeners = call.request.app[LISTENERS]
    listeners.tell_role("ticket", ticket.id, Role.MANAGER)
    listeners.tell("ticket", ticket.id, await _concerned(call, ticket))


async def _concerned(call: Call[Any], ticket: Ticket) -> set[PersonId]:
    if ticket.case is None:
        return {ticket.made_by}
    members = (await load_standing(call.parts.ledger, ticket.case)).members.values()
    return {member.person for member in members if member.role is Role.MEDIATOR}


async def _view(call: Call[Any], ticket: Ticket) -> wire.TicketView:
    whole = await _sees_request(call, ticket)
    answer = await enrolment.answer_of(call.parts.ledger, ticket)
    return wire.TicketView(
        lookup=ticket.id,
        state=_state(ticket, at=call.now),
        role=ticket.role.value,
        programme=call.settings.programme or "",
        case=ticket.case,
        person=ticket.person,
        side=None if ticket.side is None else ticket.side.value,
        expires_at=ticket.expires_at,
        account=ticket.account,
        request=b64u(ticket.request) if whole and ticket.request else None,
        # The newcomer needs it to check MAC2 on another device; without the ticket it says nothing.
        mac1=ticket.mac1 or None,
        answer=None if answer is None else _answer_out(answer),
    )


def _state(ticket: Ticket, *, at: int) -> wire.TicketState:
    if ticket.answer:
        return "answered"
    if ticket.certificate is not None:
        return "certified"
    if ticket.account is not None:
        return "used"
    return "expired" if ticket.expires_at <= at else "open"


def _answer_out(answer: enrolment.TicketAnswered) -> wire.TicketAnswer:
    return wire.TicketAnswer(
        mac2=answer.mac2,
        certificate=None if answer.certificate is None else envelope_of(answer.certificate),
        root=envelope_of(answer.root),
        directory=envelope_of(answer.directory),
        policy=None if answer.policy is None else envelope_of(answer.policy),
    )
