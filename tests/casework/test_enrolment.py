# SPDX-License-Identifier: EUPL-1.2
"""Tickets: made by those who may, used once."""

from dataclasses import replace
from typing import Any

import pytest

from relay.casework import enrolment
from relay.casework.tickets import TICKET_SECONDS
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    DirectoryStaleError,
    ExistsError,
    ForbiddenError,
    NotAllowedError,
    RelayError,
    TicketExpiredError,
    TicketUsedError,
    TicketWrongError,
    TooWeakError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.directory import Interpreter
from relay.records import Account, AccountId, LoginSlot, Member, PersonId, Role, Side
from relay.storage.contract import Page, Put
from tests.casework.newcomers import (
    ACCOUNT,
    LOOKUP,
    MAC,
    NINA,
    NOA,
    SLOTS,
    a_request,
    an_enrolment,
    answer,
    certify,
    make,
    make_for_a_mediator,
    use,
)
from tests.review.world import (
    ADA,
    CASE,
    CY,
    KEM,
    MAX,
    ODA,
    OTHER_CASE,
    VIVI,
    Person,
    World,
    ident,
)


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


@pytest.mark.parametrize("person", [VIVI, ODA, ADA, CY], ids=lambda person: person.name)
async def test_nobody_makes_a_ticket_in_the_name_of_another_cases_person(world: World, person: Person):
    """An account acts as its person in every case: it would list and fetch what is theirs there."""
    with pytest.raises(ForbiddenError):
        await make(world, CY, case=OTHER_CASE, person=person.id)
    assert await world.ledger.find(Account, Page(equals={"person": person.id})) != ()


async def test_a_ticket_whose_person_came_to_another_case_meanwhile_is_not_used(world: World):
    """The look at the making of a ticket alone would come too early."""
    await make(world, CY, case=OTHER_CASE, person=NINA.id)
    await name_nina_by_hand(world)
    request = a_request(case=OTHER_CASE)
    with pytest.raises(ForbiddenError):
        await use(world, request=request)
    assert await world.ledger.load(Account, ACCOUNT) is None


async def name_nina_by_hand(world: World) -> None:
    """Give Nina a place in the first case."""
    place = Member(
        id=f"{CASE}/{NINA.id}",
        version=1,
        case=CASE,
        person=NINA.id,
        role=Role.PARTICIPANT,
        side=Side.HARMED,
        key=None,
        certificate=None,
        epoch=0,
        left=False,
    )
    await world.ledger.commit([Put(place)])


# --- Interpreters


async def test_a_manager_makes_a_ticket_for_an_interpreter_and_nobody_else_does(world: World):
    """It names no case, and its user is an interpreter."""
    facts: dict[str, Any] = {"case": None, "person": None, "side": None, "interpreter": True}
    with pytest.raises(ForbiddenError):
        await make(world, ADA, **facts)
    with pytest.raises(WrongShapeError):
        await make(world, ADA, interpreter=True)
    assert (await make(world, MAX, **facts)).role is Role.INTERPRETER


async def test_an_interpreters_ticket_is_answered_once_the_directory_lists_them(world: World):
    """Waiting for the managers until then; afterwards the account is an interpreter's."""
    facts: dict[str, Any] = {"case": None, "person": None, "side": None, "interpreter": True}
    await make(world, MAX, **facts)
    await use(world, request=a_request(NOA))
    waiting, _ = await enrolment.pending(world.ledger)
    assert [one.id for one in waiting] == [LOOKUP]
    with pytest.raises(NotAllowedError):
        await answer(world, MAX)
    entry = Interpreter(key=b64u(NOA.public), kem=KEM, status="active")
    await world.accept(interpreters=(entry,))
    await answer(world, MAX)
    account = await world.ledger.load(Account, ACCOUNT)
    assert account is not None
    assert (account.role, account.person) == (Role.INTERPRETER, NOA.id)
