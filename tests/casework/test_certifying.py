# SPDX-License-Identifier: EUPL-1.2
"""A newcomer is certified over the same keys, and answered when policy or directory name them."""

import pytest

from relay.casework import enrolment
from relay.crypto.codes import new_account
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    CertificateWrongError,
    ForbiddenError,
    NotAllowedError,
    RelayError,
    SignerNotAllowedError,
    WrongContextError,
)
from relay.protocol.directory import Mediator, MediatorEntry, vouch
from relay.records import AccountId, Ticket
from tests.casework.newcomers import (
    LOOKUP,
    MAC,
    NINA,
    NOA,
    a_request,
    an_enrolment,
    answer,
    certify,
    make,
    make_for_a_mediator,
    name_nina,
    use,
)
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    MAX,
    MIA,
    ODA,
    PROGRAMME,
    VIVI,
    Person,
    World,
    certificate,
    hash_of,
    ident,
)


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
    assert not enrolment.may_certify(ticket, ADA.actor, in_case=False)
    assert not enrolment.may_certify(ticket, CY.actor, in_case=False)
    assert not enrolment.may_certify(ticket, MAX.actor, in_case=False)
    assert enrolment.may_certify(other, MAX.actor, in_case=False)


async def test_p19_whoever_left_a_case_goes_on_with_no_ticket_of_it(world: World):
    """Not with those that they made themselves either."""
    ticket = await make(world)
    await use(world)
    await world.change_policy(mediators=(BO.key,))
    assert await enrolment.tickets_for(world.ledger, ADA.actor, case=None) == ()
    with pytest.raises(ForbiddenError):
        await answer(world, ADA)
    assert await enrolment.tickets_for(world.ledger, BO.actor, case=CASE) != ()
    assert ticket.made_by == ADA.id


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
