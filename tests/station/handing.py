# SPDX-License-Identifier: EUPL-1.2
"""A second mediator in a served programme, and who is assigned to its case."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace

from relay.crypto.encoding import unb64u
from relay.demo.letters import Hand, hand_of
from relay.demo.seeding import _with_case, _with_mediator, at_the_office
from relay.station.handing_over import hand_over
from relay.station.managing import change_policy
from relay.station.standing import fetch_standing
from tests.station.relays import Case


@asynccontextmanager
async def another_mediator(case_: Case) -> AsyncGenerator[Hand]:
    """Enrol a second mediator of the programme and sign them in; everybody sees the new directory."""
    addresses = case_.house.addresses
    cast = await _with_mediator(addresses, case_.cast)
    for known in (case_.victim, case_.responsible, case_.mediator):
        await look_again(known)
    async with hand_of(addresses, cast, "mediator") as hand:
        yield hand


async def assign(case_: Case, *mediators: Hand) -> None:
    """Have the manager assign exactly these mediators to the case."""
    cast = case_.cast
    async with at_the_office(case_.house.addresses, cast.manager) as (client, office):
        named = tuple(sorted(hand.keyring.key_id for hand in mediators))
        policy = replace(office.policy(cast.case), mediators=named)
        await change_policy(client, unb64u(cast.manager.seed), office, policy)


async def another_case(case_: Case) -> str:
    """Open another case with every mediator of the programme; return its id."""
    return (await _with_case(case_.house.addresses, case_.cast)).case


async def look_again(hand: Hand) -> None:
    """Verify anew what stands."""
    hand.believed = await fetch_standing(hand.client, fingerprint=hand.keyring.fingerprint)


async def give_all(case_: Case, giver: Hand, to: Hand) -> int:
    """Hand over everything that the giver can open; return how many keys went over."""
    await look_again(giver)
    return await hand_over(
        giver.client,
        giver.keyring,
        giver.believed,
        case=case_.id,
        to=to.keyring.key_id,
        next_number=giver.next_number,
    )
