# SPDX-License-Identifier: EUPL-1.2
"""Tickets: made by those who may, used once, certified over the same keys, answered when named."""

from dataclasses import replace
from typing import Any

import pytest

from relay.casework import enrolment
from relay.casework.tickets import TICKET_SECONDS
from relay.crypto.codes import new_account
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    CertificateWrongError,
    DirectoryStaleError,
    ExistsError,
    ForbiddenError,
    NotAllowedError,
    RelayError,
    SignerNotAllowedError,
    TicketExpiredError,
    TicketUsedError,
    TicketWrongError,
    TooWeakError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.directory import Mediator, MediatorEntry, vouch
from relay.protocol.enrolment import EnrolmentRequest, LoginKey, build_request
from relay.protocol.policy import Participant, parse_policy
from relay.records import Account, AccountId, LoginSlot, PersonId, Role, Side, Ticket
from relay.storage.contract import Page
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    MAX,
    MIA,
    ODA,
    OTHER_CASE,
    PROGRAMME,
    VIVI,
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


# --- Making


async def test_a_mediator_makes_a_ticket_for_their_case(world: World):
    """Good for fourteen days."""
    ticket = await make(world)
    assert (ticket.role, ticket.made_by, ticket.expires_at) == (
        Role.PARTICIPANT,
        ADA.id,
        world.now + TICKET_SECONDS,
    )
    assert await enrolment.load_ticket(world.ledger, lookup=LOOKUP) == ticket


@pytest.mark.parametrize("person", [CY, VIVI, MAX])
async def test_nobody_else_makes_a_ticket_for_a_case(world: World, person: Person):
    """Another case's mediator, a participant, a manager."""
    with pytest.raises(ForbiddenError):
        await make(world, person)


@pytest.mark.parametrize("person", [ADA, VIVI])
async def test_only_a_manager_makes_a_ticket_for_a_mediator(world: World, person: Person):
    """And it names no case."""
    with pytest.raises(ForbiddenError):
        await make_for_a_mediator(world, person)
    assert (await make_for_a_mediator(world)).role is Role.MEDIATOR


@pytest.mark.parametrize("missing", ["case", "person", "side"])
async def test_case_person_and_side_come_together(world: World, missing: str):
    """Or none of them."""
    with pytest.raises(WrongShapeError):
        await make(world, **{missing: None})


async def test_a_lookup_id_is_used_once(world: World):
    """A second ticket needs another secret."""
    await make(world)
    with pytest.raises(ExistsError):
        await make(world)


async def test_a_stale_directory_stops_new_enrolments(world: World):
    """Making, using, certifying."""
    await make(world)
    await use(world)
    world.now += 40 * 86_400
    for ask in (make(world, lookup=ident("other")), certify(world), answer(world)):
        with pytest.raises(DirectoryStaleError):
            await ask


# --- Using


async def test_using_a_ticket_makes_an_account_that_can_sign_in_and_is_in_no_case(world: World):
    """Membership comes only with the policy."""
    await make(world)
    used = await use(world)
    account = await world.ledger.load(Account, ACCOUNT)
    assert account is not None
    assert (account.person, account.role, account.key) == (NINA.id, Role.PARTICIPANT, NINA.key)
    slots = await world.ledger.find(LoginSlot, Page(equals={"account": ACCOUNT}))
    assert {slot.type for slot in slots} == {"kit", "passphrase"}
    assert (used.account, used.mac1, used.certificate) == (ACCOUNT, MAC, None)


async def test_a_mediators_id_follows_from_the_key(world: World):
    """Nobody chooses it."""
    await make_for_a_mediator(world)
    await use(world, request=a_request(NOA))
    account = await world.ledger.load(Account, ACCOUNT)
    assert account is not None
    assert (account.person, account.role) == (NOA.id, Role.MEDIATOR)


async def test_a_ticket_is_used_once(world: World):
    """The very same again is harmless, other keys are refused."""
    await make(world)
    assert await use(world) == await use(world)
    with pytest.raises(TicketUsedError):
        await use(world, request=a_request(identity=b64u(ODA.public)))
    with pytest.raises(TicketUsedError):
        await use(world, mac1=b64u(sha256(b"other")))


async def test_an_unknown_or_old_ticket_is_refused(world: World):
    """Fourteen days, and only what was made."""
    with pytest.raises(TicketWrongError):
        await use(world)
    await make(world)
    world.now += TICKET_SECONDS + 1
    with pytest.raises(TicketExpiredError):
        await use(world)


def _slot(number: int, **changed: Any) -> tuple[enrolment.SlotMade, ...]:
    slots = list(SLOTS)
    slots[number] = replace(slots[number], **changed)
    return tuple(slots)


WRONG: list[tuple[dict[str, Any], type[RelayError]]] = [
    ({"request": a_request(participant=ODA.id)}, WrongContextError),
    ({"request": a_request(case=OTHER_CASE)}, WrongContextError),
    ({"request": a_request(case=None, participant=None)}, WrongContextError),
    ({"request": a_request(programme=ident("elsewhere"))}, WrongContextError),
    ({"request": b"{}"}, RelayError),
    ({"request": b"\xff"}, RelayError),
    ({"account": AccountId("AAAAAAAA")}, RelayError),
    ({"account": AccountId(ACCOUNT.lower())}, RelayError),
    ({"slots": SLOTS[:1]}, WrongShapeError),
    ({"slots": (*SLOTS, SLOTS[0])}, WrongShapeError),
    ({"slots": _slot(0, login_key=MAC)}, WrongShapeError),
    ({"slots": _slot(0, passes=1)}, WrongShapeError),
    ({"slots": _slot(1, passes=2)}, TooWeakError),
    ({"slots": _slot(1, memory_kib=1024)}, TooWeakError),
    ({"slots": _slot(1, memory_kib=2**30)}, TooWeakError),
    ({"slots": _slot(0, box=b"x" * 5000)}, WrongShapeError),
    ({"bundle": b"x" * (2**20 + 1)}, WrongShapeError),
]


@pytest.mark.parametrize(("changed", "refusal"), WRONG, ids=[str(number) for number in range(len(WRONG))])
async def test_an_enrolment_with_one_wrong_fact_leaves_the_ticket_unused(
    world: World, changed: dict[str, Any], refusal: type[RelayError]
):
    """And no account behind."""
    await make(world)
    with pytest.raises(refusal):
        await use(world, **changed)
    assert (await enrolment.load_ticket(world.ledger, lookup=LOOKUP)).account is None
    assert await world.ledger.load(Account, ACCOUNT) is None


async def test_a_taken_account_number_asks_for_another(world: World):
    """And the ticket stays unused."""
    await make(world)
    await use(world)
    await make(world, lookup=ident("other"), person=PersonId(ident("other person")))
    with pytest.raises(ExistsError):
        await enrolment.use_ticket(
            world.ledger,
            lookup=ident("other"),
            enrolment=an_enrolment(request=a_request(participant=ident("other person"))),
            at=world.now,
        )
    assert (await enrolment.load_ticket(world.ledger, lookup=ident("other"))).account is None


# --- Certifying and answering


async def test_a_mediator_of_the_case_certifies_the_keys_of_the_request(world: World):
    """Any of them, also one who did not make the ticket; again is harmless."""
    await make(world)
    await use(world)
    certified = await certify(world, BO)
    assert certified.certificate == hash_of(certificate(NINA, case=CASE, by=BO), "certificate")
    assert await certify(world, BO) == certified


async def test_p16_other_keys_than_the_requests_are_not_certified(world: World):
    """What MAC1 covers is what is certified."""
    await make(world)
    await use(world)
    for changed in ({"identity": b64u(ODA.public)}, {"kem": b64u(bytes(1215) + b"x")}):
        with pytest.raises(CertificateWrongError):
            await certify(world, **changed)
    for changed in ({"participant": ODA.id}, {"programme": ident("elsewhere")}):
        with pytest.raises(WrongContextError):
            await certify(world, **changed)


@pytest.mark.parametrize(("by", "signer"), [(CY, CY), (VIVI, ADA), (MAX, MAX), (ADA, BO), (ADA, VIVI)])
async def test_nobody_else_certifies(world: World, by: Person, signer: Person):
    """Nor with another's signature."""
    await make(world)
    await use(world)
    with pytest.raises((ForbiddenError, SignerNotAllowedError)):
        await certify(world, by, signer=signer)


async def test_an_unused_ticket_is_not_certified(world: World):
    """There is nothing to certify."""
    await make(world)
    with pytest.raises(NotAllowedError):
        await certify(world)


async def test_an_answer_waits_until_the_policy_names_the_certificate(world: World):
    """A person's key needs a mediator and a manager."""
    await make(world)
    await use(world)
    with pytest.raises(NotAllowedError):
        await answer(world)
    await certify(world)
    with pytest.raises(NotAllowedError):
        await answer(world)
    assert [one.id for one in (await enrolment.pending(world.ledger))[0]] == [LOOKUP]
    await name_nina(world)
    assert await enrolment.pending(world.ledger) == ((), ())
    found = await enrolment.answer_of(world.ledger, await answer(world))
    assert found is not None
    assert (found.mac2, found.directory, found.policy) == (MAC, world.directory, world.policies[CASE])
    assert found.certificate == certificate(NINA, case=CASE)


async def test_a_mediators_answer_waits_for_the_directory(world: World):
    """And for its two vouchers."""
    await make_for_a_mediator(world)
    await use(world, request=a_request(NOA))
    assert [one.id for one in (await enrolment.pending(world.ledger))[0]] == [LOOKUP]
    with pytest.raises(NotAllowedError):
        await answer(world, MIA)
    everybody = (ADA, BO, CY, NOA)
    entries = [MediatorEntry(key=b64u(one.public), kem=KEM, status="active", from_=None) for one in everybody]
    vouchers = [
        vouch(manager.seed, Mediator(programme=PROGRAMME, mediator=b64u(one.public), kem=KEM))
        for one in everybody
        for manager in (MAX, MIA)
    ]
    await world.accept(
        mediators=tuple(sorted(entries, key=lambda one: one.key)),
        vouchers=tuple(sorted(vouchers, key=lambda one: (one.mediator, one.key))),
    )
    found = await enrolment.answer_of(world.ledger, await answer(world, MIA))
    assert found is not None
    assert (found.certificate, found.policy) == (None, None)


@pytest.mark.parametrize("person", [CY, VIVI, MAX])
async def test_nobody_else_answers(world: World, person: Person):
    """Only its maker or a mediator of the case."""
    await make(world)
    with pytest.raises(ForbiddenError):
        await answer(world, person)


@pytest.mark.parametrize("mac2", ["", "AA", "!", b64u(bytes(31))])
async def test_a_mac_has_its_size(world: World, mac2: str):
    """Hostile text ends as a refusal."""
    await make(world)
    with pytest.raises(RelayError):
        await answer(world, mac2=mac2)


async def test_each_sees_the_tickets_that_are_theirs_to_go_on_with(world: World):
    """A case's mediators, and managers those of mediators."""
    ticket = await make(world)
    other = await make_for_a_mediator_under(world, ident("for noa"))
    assert await enrolment.tickets_for(world.ledger, BO.actor, case=CASE) == (ticket,)
    assert await enrolment.tickets_for(world.ledger, ADA.actor, case=None) == (ticket,)
    assert await enrolment.tickets_for(world.ledger, MIA.actor, case=None) == (other,)
    with pytest.raises(ForbiddenError):
        await enrolment.tickets_for(world.ledger, CY.actor, case=CASE)
    assert enrolment.may_certify(ticket, BO.actor, in_case=True)
    assert not enrolment.may_certify(ticket, CY.actor, in_case=False)
    assert not enrolment.may_certify(ticket, MAX.actor, in_case=False)
    assert enrolment.may_certify(other, MAX.actor, in_case=False)


async def make_for_a_mediator_under(world: World, lookup: str) -> Ticket:
    """Make a mediator's ticket under another lookup id."""
    return await make(world, MAX, lookup=lookup, case=None, person=None, side=None)


async def test_an_old_epoch_is_not_certified_again(world: World):
    """A new certificate of a known person rises."""
    await make(world)
    await use(world)
    await certify(world)
    await name_nina(world)
    await make(world, lookup=ident("again"))
    again = an_enrolment(request=a_request(), account=AccountId(new_account(sha256(b"again")[:5])))
    await enrolment.use_ticket(world.ledger, lookup=ident("again"), enrolment=again, at=world.now)
    for epoch, refused in ((1, True), (2, False)):
        made = certificate(NINA, case=CASE, epoch=epoch, day="2026-05-29")
        ask = enrolment.certify(
            world.ledger, ADA.actor, lookup=ident("again"), certificate=made, at=world.now
        )
        if refused:
            with pytest.raises(CertificateWrongError):
                await ask
        else:
            assert (await ask).certificate == hash_of(made, "certificate")
