# SPDX-License-Identifier: EUPL-1.2
"""A relay with one case of two mediators, each with a link of their own to sign in with."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.cast import MANAGER, PARTS, Cast
from relay.demo.letters import Hand, hand_of
from relay.demo.links import fresh_links
from relay.demo.seeding import at_the_office, gather
from relay.protocol.directory import Mediator
from relay.station.believing import finish_enrolment
from relay.station.certifying import Answered, answer, believe_request, make_ticket, used_ticket
from relay.station.enrolling import Newcomer, new_secrets, use_ticket
from relay.station.managing import admit_mediator, change_policy, voucher_hash
from relay.station.signing_in import sign_in
from tests.station.relays import house, write

SECOND: Final = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What runs, who can sign in, and what lies on the desk.

    Attributes:
        ways: a one-time link for ``victim``, ``responsible``, ``mediator`` and ``second``.
        origin: where browsers go.
        author: the person harmed, at a client of her own.
        reader: the person responsible, at a client of his own.
        mediator: the first mediator, at a client of their own.
        cast: everybody, with their keys.
        addresses: where each of them connects.
    """

    ways: dict[str, str]
    origin: str
    case: str
    author: Hand
    reader: Hand
    mediator: Hand
    cast: Cast
    addresses: Addresses

    async def write(self, text: str) -> str:
        """Have the author give a letter; return its message id."""
        return await write(self.author, self.reader, self.case, text)

    async def change_consent_text(self, text: str) -> None:
        """Have the manager sign a policy over another consent text."""
        async with at_the_office(self.addresses, self.cast.manager) as (client, office):
            policy = replace(office.policy(self.case), consent_text=b64u(sha256(text.encode("utf-8"))))
            await change_policy(client, unb64u(self.cast.manager.seed), office, policy)


@asynccontextmanager
async def two_at_the_desk(folder: Path) -> AsyncGenerator[Room]:
    """Found a programme with two mediators in one case, and serve it."""
    async with house(folder) as served, AsyncExitStack() as stack:
        addresses = served.addresses
        cast = await gather(addresses, served.founded)
        second = await _second_mediator(addresses, cast)
        author, reader, mediator = [
            await stack.enter_async_context(hand_of(addresses, cast, part)) for part in PARTS
        ]
        links = await fresh_links(served.relay.parts.ledger, cast, addresses)
        origin, chosen = addresses.origin("mediator"), second.secrets
        yield Room(
            ways={link.part: link.address for link in links}
            | {SECOND: f"{origin}/#link={chosen.account}.{chosen.link}"},
            origin=origin,
            case=cast.case,
            author=author,
            reader=reader,
            mediator=mediator,
            cast=cast,
            addresses=addresses,
        )


async def _second_mediator(addresses: Addresses, cast: Cast) -> Newcomer:
    """Have the manager let a second mediator in, and into the case."""
    seeds = (unb64u(cast.manager.seed), unb64u(cast.root.seed))
    async with (
        at_the_office(addresses, cast.manager) as (desk, office),
        addresses.client(MANAGER) as client,
    ):
        ticket = await make_ticket(desk, case=None, person=None, side=None)
        newcomer = await use_ticket(
            client,
            ticket.code,
            fingerprint=cast.fingerprint,
            chosen=new_secrets("fr", with_link=True),
            memory_kib=LEAST_MEMORY_KIB,
        )
        view = await used_ticket(desk, ticket.code)
        request = believe_request(view, ticket.code)
        mediator = Mediator(programme=request.programme, mediator=request.identity, kem=request.kem)
        standing = await admit_mediator(desk, seeds, office, mediator)
        answered = Answered(
            certificate=voucher_hash(mediator),
            directory=standing.standing.directory,
            policy=None,
            fingerprint=cast.fingerprint,
        )
        await answer(desk, ticket.code, answered, mac1=view.mac1 or "")
        policy = standing.policy(cast.case)
        both = tuple(sorted({*policy.mediators, newcomer.keyring.key_id}))
        await change_policy(desk, seeds[0], standing, replace(policy, mediators=both))
    async with addresses.client(MANAGER) as client:
        account, kit, origin = newcomer.secrets.account, newcomer.secrets.kit, addresses.origin(MANAGER)
        await sign_in(client, account, kit, slot="kit", origin=origin, fingerprint=cast.fingerprint)
        await finish_enrolment(client, newcomer, ticket.code)
    return newcomer
