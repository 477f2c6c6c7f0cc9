# SPDX-License-Identifier: EUPL-1.2
"""Tickets: a person comes to have keys that a mediator and a manager vouch for.

The account with its login slots is made when the ticket is used, so that the person can
sign in while waiting; a place in the case comes only with the policy that names their
certificate. The server never has ``t``: it stores both MACs and can check neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from relay.crypto.signing import Statement as Signed
from relay.records import AccountId, Actor, CaseId, LoginSlot, PersonId, Side, Ticket
from relay.storage.contract import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What the holder of a ticket hands in; slots carry no ``id``, ``version`` or ``account`` yet."""

    request: bytes
    mac1: str
    account: AccountId
    slots: Sequence["SlotMade"]
    bundle: bytes


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
class TicketAnswered:
    """MAC2 and the statements that it covers."""

    mac2: str
    certificate: Signed | None
    root: Signed
    directory: Signed
    policy: Signed | None


async def make_ticket(
    ledger: Ledger,
    actor: Actor,
    *,
    lookup: str,
    case: CaseId | None,
    person: PersonId | None,
    side: Side | None,
    at: int,
) -> Ticket:
    """Open a ticket for 14 days: a mediator for a participant, a manager for a mediator.

    Raises:
        ForbiddenError: not this role's, or not their case.
        DirectoryStaleError: an expired directory stops new enrolments.
        ExistsError: this lookup id was used before.
    """
    raise NotImplementedError


async def load_ticket(ledger: Ledger, *, lookup: str) -> Ticket:
    """Return a ticket to whoever knows its lookup id.

    Raises:
        TicketWrongError: none of that id.
    """
    raise NotImplementedError


async def tickets_for(ledger: Ledger, actor: Actor, *, case: CaseId | None) -> tuple[Ticket, ...]:
    """Return the tickets that this mediator or manager may certify or answer."""
    raise NotImplementedError


def may_certify(ticket: Ticket, actor: Actor, *, in_case: bool) -> bool:
    """Say whether ``actor`` may see the request and MAC1 of a ticket."""
    return ticket.made_by == actor.person or in_case


async def use_ticket(ledger: Ledger, *, lookup: str, enrolment: Enrolment, at: int) -> Ticket:
    """Use a ticket once: store request and MAC1, make the account and its slots.

    Raises:
        TicketWrongError, TicketUsedError, TicketExpiredError: as they say.
        ExistsError: the account number is taken; choose another.
        WrongShapeError, WrongContextError: the request is not this ticket's.
        DirectoryStaleError: no enrolment while the directory is past its date.
    """
    raise NotImplementedError


async def certify(ledger: Ledger, actor: Actor, *, lookup: str, certificate: Signed, at: int) -> Ticket:
    """Store a case mediator's certificate over the keys of the request."""
    raise NotImplementedError


async def answer_ticket(ledger: Ledger, actor: Actor, *, lookup: str, mac2: str, at: int) -> Ticket:
    """Store MAC2 with the current root, directory, policy and certificate that it covers.

    Raises:
        NotAllowedError: no policy (for a mediator: no directory) names the newcomer yet.
    """
    raise NotImplementedError


async def answer_of(ledger: Ledger, ticket: Ticket) -> TicketAnswered | None:
    """Return the stored answer; None until there is one."""
    raise NotImplementedError


async def pending(ledger: Ledger) -> tuple[tuple[Ticket, ...], tuple[Signed, ...]]:
    """Return, for managers, tickets used and certificates made that nothing names yet."""
    raise NotImplementedError


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
