# SPDX-License-Identifier: EUPL-1.2
"""The certifier's half of enrolment: make a ticket, believe its user, and answer.

A mediator certifies participants, a manager lets mediators in; both by the same MACs.
Source: docs/format.md §5.
"""

import secrets
from dataclasses import dataclass, field

from relay.crypto import codes, tickets
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash
from relay.errors import TicketWrongError, WrongContextError
from relay.protocol import wire
from relay.protocol.certificate import Certificate, build_certificate
from relay.protocol.enrolment import EnrolmentAnswer, EnrolmentRequest, build_answer, parse_request
from relay.records import Side
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, to_wire


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """A ticket as its maker keeps it: 28 characters, and the id the server knows."""

    code: str = field(repr=False)
    lookup: str
    expires_at: int


async def make_ticket(
    client: Client,
    *,
    case: str | None,
    person: str | None,
    side: Side | None,
    interpreter: bool = False,
) -> NewTicket:
    """Draw a ticket and announce it; all three are None for a mediator or an interpreter."""
    ticket = secrets.token_bytes(16)
    lookup = tickets.lookup_id(ticket)
    asked = wire.TicketRequest(
        lookup=lookup,
        case=case,
        person=person,
        side=None if side is None else side.value,
        interpreter=interpreter,
    )
    view = await client.make_ticket(asked)
    return NewTicket(code=codes.write_code(ticket, kind="ticket"), lookup=lookup, expires_at=view.expires_at)


def believe_request(view: wire.TicketView, code: str) -> EnrolmentRequest:
    """Return the newcomer's keys if they come from the ticket's holder.

    Raises:
        TicketWrongError: not used yet, or MAC1 does not fit.
        WrongContextError: made for another case or person.
    """
    if view.request is None or view.mac1 is None:
        raise TicketWrongError(f"{view.lookup} has not been used")
    body = unb64u(view.request)
    tickets.check_participant_mac(codes.read_code(code, kind="ticket"), body, mac1=unb64u(view.mac1))
    request = parse_request(body)
    if (request.programme, request.case, request.participant) != (view.programme, view.case, view.person):
        raise WrongContextError("a request for another case or person")
    return request


def safety_number(keyring: Keyring, request: EnrolmentRequest) -> str:
    """Return the groups that both compare by voice."""
    return tickets.safety_number(keyring.identity, unb64u(request.identity))


async def certify(
    client: Client, keyring: Keyring, request: EnrolmentRequest, *, lookup: str, epoch: int
) -> Statement:
    """Sign and hand in a participant's certificate."""
    if request.case is None or request.participant is None:
        raise WrongContextError("mediators are vouched for, not certified")
    body = build_certificate(
        Certificate(
            programme=request.programme,
            case=request.case,
            participant=request.participant,
            epoch=epoch,
            identity=request.identity,
            kem=request.kem,
            day=today(),
        )
    )
    statement = keyring.sign("certificate", body)
    await client.certify(lookup, to_wire(statement))
    return statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The statements that MAC2 covers; ``policy`` is None for a mediator."""

    certificate: str  # hash of the certificate, or of the voucher's body
    directory: Statement
    policy: Statement | None
    fingerprint: str


async def used_ticket(client: Client, code: str, *, case: str | None = None) -> wire.TicketView:
    """Return a ticket of mine with the request that came with its use.

    Raises:
        TicketWrongError: no ticket of mine, or nobody has used it.
    """
    lookup = tickets.lookup_id(codes.read_code(code, kind="ticket"))
    for view in (await client.tickets(case)).tickets:
        if view.lookup == lookup and view.request is not None:
            return view
    raise TicketWrongError(f"{lookup} has not been used")


async def answer(client: Client, code: str, answered: Answered, *, mac1: str) -> wire.TicketView:
    """Complete an enrolment: tell the newcomer, under the ticket, whom to believe."""
    ticket = codes.read_code(code, kind="ticket")
    lookup = tickets.lookup_id(ticket)
    body = build_answer(
        EnrolmentAnswer(
            certificate=answered.certificate,
            directory=b64u(statement_hash("directory", answered.directory.body)),
            mac1=mac1,
            policy=_hash_of(answered.policy),
            root=answered.fingerprint,
        )
    )
    return await client.answer_ticket(lookup, b64u(tickets.mediator_mac(ticket, body)))


def _hash_of(policy: Statement | None) -> str | None:
    return None if policy is None else b64u(statement_hash("policy", policy.body))
