# SPDX-License-Identifier: EUPL-1.2
"""Newcomers, their tickets and what they hand in: a valid thing each, with one fact changed."""

from typing import Any

from relay.casework import enrolment
from relay.crypto.codes import new_account
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.protocol.enrolment import EnrolmentRequest, LoginKey, build_request
from relay.protocol.policy import Participant, parse_policy
from relay.records import AccountId, Role, Side, Ticket
from tests.review.world import (
    ADA,
    CASE,
    KEM,
    MAX,
    PROGRAMME,
    Person,
    World,
    certificate,
    hash_of,
    ident,
)

LOOKUP = ident("lookup")
NINA = Person(name="nina", role=Role.PARTICIPANT)
NOA = Person(name="noa", role=Role.MEDIATOR)
MAC = b64u(sha256(b"mac"))
ACCOUNT = AccountId(new_account(sha256(b"account")[:5]))
SLOTS = tuple(
    enrolment.SlotMade(
        type=kind,
        salt=ident(kind),
        passes=3 if kind == "passphrase" else 0,
        memory_kib=65_536 if kind == "passphrase" else 0,
        login_key=b64u(sha256(kind.encode())),
        box=b"slot " + kind.encode(),
    )
    for kind in ("kit", "passphrase")
)


def a_request(person: Person = NINA, **changed: Any) -> bytes:
    """Return the canonical request of a newcomer."""
    own = person.role is Role.PARTICIPANT
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": CASE if own else None,
        "participant": person.id if own else None,
        "identity": b64u(person.public),
        "kem": KEM,
        "logins": tuple(LoginKey(type=slot.type, key=slot.login_key) for slot in SLOTS),
    }
    return build_request(EnrolmentRequest(**(facts | changed)))


def an_enrolment(**changed: Any) -> enrolment.Enrolment:
    """Return what the holder of a ticket hands in."""
    facts: dict[str, Any] = {
        "request": a_request(),
        "mac1": MAC,
        "account": ACCOUNT,
        "slots": SLOTS,
        "bundle": b"sealed",
    }
    return enrolment.Enrolment(**(facts | changed))


async def make(world: World, by: Person = ADA, /, **changed: Any) -> Ticket:
    """Make a ticket for Nina."""
    facts: dict[str, Any] = {"lookup": LOOKUP, "case": CASE, "person": NINA.id, "side": Side.HARMED}
    return await enrolment.make_ticket(world.ledger, by.actor, at=world.now, **(facts | changed))


async def make_for_a_mediator(world: World, by: Person = MAX) -> Ticket:
    """Make a ticket for Noa."""
    return await make(world, by, case=None, person=None, side=None)


async def use(world: World, **changed: Any) -> Ticket:
    """Use the ticket."""
    return await enrolment.use_ticket(
        world.ledger, lookup=LOOKUP, enrolment=an_enrolment(**changed), at=world.now
    )


async def certify(world: World, by: Person = ADA, /, **changed: Any) -> Ticket:
    """Certify Nina."""
    made = certificate(NINA, case=CASE, by=changed.pop("signer", by), **changed)
    return await enrolment.certify(world.ledger, by.actor, lookup=LOOKUP, certificate=made, at=world.now)


async def answer(world: World, by: Person = ADA, mac2: str = MAC) -> Ticket:
    """Answer with MAC2."""
    return await enrolment.answer_ticket(world.ledger, by.actor, lookup=LOOKUP, mac2=mac2, at=world.now)


async def name_nina(world: World) -> None:
    """Let the manager put her into the policy."""
    known = parse_policy(world.policies[CASE].body).participants
    entry = Participant(
        participant=NINA.id,
        side="harmed",
        certificate=hash_of(certificate(NINA, case=CASE), "certificate"),
        former=(),
        epoch=1,
    )
    await world.change_policy(participants=tuple(sorted([*known, entry], key=lambda one: one.participant)))
