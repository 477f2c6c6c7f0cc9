# SPDX-License-Identifier: EUPL-1.2
"""A relay with one case of two mediators, each with a link of their own to sign in with."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from relay.crypto.encoding import unb64u
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.cast import MANAGER, NEWCOMER, PARTS, Cast
from relay.demo.letters import Hand, hand_of
from relay.demo.links import fresh_links
from relay.demo.seeding import at_the_office, gather, name_everybody, signed_in
from relay.protocol.consent_text import ConsentText, consent_text_hash, sign_consent_text
from relay.protocol.directory import Mediator
from relay.protocol.root import key_id_text
from relay.records import Side
from relay.station.believing import finish_enrolment
from relay.station.certifying import Answered, answer, believe_request, certify, make_ticket, used_ticket
from relay.station.client import Client
from relay.station.enrolling import Newcomer, new_secrets, use_ticket
from relay.station.managing import Office, admit_interpreter, admit_mediator, change_policy, voucher_hash
from relay.station.signing_in import sign_in
from tests.e2e.ahead import Ahead, ahead
from tests.station.passing_on import make_ready, release_it, say
from tests.station.relays import house, write

SECOND: Final = "second"
INTERPRETER: Final = "interpreter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What runs, who can sign in, and what lies on the desk.

    Attributes:
        ways: a one-time link for ``victim``, ``responsible``, ``mediator`` and ``second``, and the
            ``interpreter`` where one was asked for.
        origin: where browsers go.
        author: the person harmed, at a client of her own.
        reader: the person responsible, at a client of his own.
        mediator: the first mediator, at a client of their own.
        cast: everybody, with their keys.
        addresses: where each of them connects.
        clock: sets the relay's clock forward.
    """

    ways: dict[str, str]
    origin: str
    case: str
    author: Hand
    reader: Hand
    mediator: Hand
    cast: Cast
    addresses: Addresses
    clock: Ahead

    async def write(self, text: str) -> str:
        """Have the author give a letter; return its message id."""
        return await write(self.author, self.reader, self.case, text)

    async def bring_in_the_second(self) -> None:
        """Have the manager sign a policy that names every mediator of the programme."""
        async with at_the_office(self.addresses, self.cast.manager) as (client, office):
            everybody = tuple(sorted(key_id_text(one.key) for one in office.directory.mediators))
            policy = replace(office.policy(self.case), mediators=everybody)
            await change_policy(client, unb64u(self.cast.manager.seed), office, policy)

    async def pass_on(self, text: str) -> None:
        """Have a letter released to a reader who said that they are ready."""
        await release_it(self.mediator, await self.ready(text))

    async def say_ready(self) -> None:
        """Have the reader say that they are ready for the one thing that is offered."""
        await say(self.reader, (await self.reader.client.messages(self.case))[-1].message)

    async def change_consent_text(self, en: str, fr: str) -> None:
        """Have the manager sign a policy over another consent text."""
        async with at_the_office(self.addresses, self.cast.manager) as (client, office):
            seed, known = unb64u(self.cast.manager.seed), office.policy(self.case)
            text = sign_consent_text(seed, ConsentText(programme=known.programme, en=en, fr=fr))
            policy = replace(known, consent_text=consent_text_hash(text))
            await change_policy(client, seed, office, policy, text=text)

    async def ready(self, text: str) -> str:
        """Have a letter approved and offered by the mediator, and its reader ready; return its message id."""
        message = await self.write(text)
        await make_ready(self.mediator, self.reader, message)
        return message

    async def begin_anew_as_reader(self) -> None:
        """Have the person responsible come back with other keys, as after a loss: certified and named."""
        cast, person = self.cast, self.reader.keyring.person
        async with (
            signed_in(self.addresses, cast, "mediator") as desk,
            self.addresses.client(NEWCOMER) as client,
        ):
            ticket = await make_ticket(desk, case=self.case, person=person, side=Side.RESPONSIBLE)
            await use_ticket(
                client,
                ticket.code,
                fingerprint=cast.fingerprint,
                chosen=new_secrets("fr", with_link=True),
                memory_kib=LEAST_MEMORY_KIB,
            )
            view = await used_ticket(desk, ticket.code, case=self.case)
            request = believe_request(view, ticket.code)
            await certify(desk, cast.keyring("mediator"), request, lookup=view.lookup, epoch=2)
        await name_everybody(self.addresses, cast)

    async def take_out_the_first(self) -> None:
        """Have the manager sign a policy without the first mediator."""
        async with at_the_office(self.addresses, self.cast.manager) as (client, office):
            policy = office.policy(self.case)
            others = tuple(key for key in policy.mediators if key != self.mediator.keyring.key_id)
            changed = replace(policy, mediators=others)
            await change_policy(client, unb64u(self.cast.manager.seed), office, changed)


@asynccontextmanager
async def two_at_the_desk(
    folder: Path,
    *,
    undo_seconds: int = 0,
    interpreter: bool = False,
    second_in_case: bool = True,
    channels: tuple[str, ...] = ("letter",),
) -> AsyncGenerator[Room]:
    """Found a programme with two mediators, both in one case unless the second is to come later; serve it."""
    async with AsyncExitStack() as stack:
        clock = stack.enter_context(ahead())
        served = await stack.enter_async_context(house(folder, undo_seconds=undo_seconds))
        addresses = served.addresses
        cast = await gather(addresses, served.founded)
        own = channels if second_in_case else ()
        newcomers = {SECOND: await _newcomer(addresses, cast, channels=own)}
        if interpreter:
            newcomers[INTERPRETER] = await _newcomer(addresses, cast, interpreter=True)
        author, reader, mediator = [
            await stack.enter_async_context(hand_of(addresses, cast, part)) for part in PARTS
        ]
        links = await fresh_links(served.relay.parts.ledger, cast, addresses)
        origin = addresses.origin("mediator")
        fresh = {
            part: f"{origin}/#link={one.secrets.account}.{one.secrets.link}"
            for part, one in newcomers.items()
        }
        yield Room(
            ways={link.part: link.address for link in links} | fresh,
            origin=origin,
            case=cast.case,
            author=author,
            reader=reader,
            mediator=mediator,
            cast=cast,
            addresses=addresses,
            clock=clock,
        )


async def _newcomer(
    addresses: Addresses, cast: Cast, *, interpreter: bool = False, channels: tuple[str, ...] = ()
) -> Newcomer:
    """Have the manager let in a second mediator, of the case where it has ``channels``, or an interpreter."""
    async with (
        at_the_office(addresses, cast.manager) as (desk, office),
        addresses.client(MANAGER) as client,
    ):
        ticket = await make_ticket(desk, case=None, person=None, side=None, interpreter=interpreter)
        newcomer = await use_ticket(
            client,
            ticket.code,
            fingerprint=cast.fingerprint,
            chosen=new_secrets("fr", with_link=True),
            memory_kib=LEAST_MEMORY_KIB,
        )
        view = await used_ticket(desk, ticket.code)
        request = believe_request(view, ticket.code)
        entry = Mediator(programme=request.programme, mediator=request.identity, kem=request.kem)
        if interpreter:
            standing = await admit_interpreter(desk, unb64u(cast.manager.seed), office, entry)
        else:
            standing = await _as_mediator(desk, cast, office, entry, channels=channels)
        answered = Answered(
            certificate=voucher_hash(entry),
            directory=standing.standing.directory,
            policy=None,
            fingerprint=cast.fingerprint,
        )
        await answer(desk, ticket.code, answered, mac1=view.mac1 or "")
    async with addresses.client(MANAGER) as client:
        account, kit, origin = newcomer.secrets.account, newcomer.secrets.kit, addresses.origin(MANAGER)
        await sign_in(client, account, kit, slot="kit", origin=origin, fingerprint=cast.fingerprint)
        await finish_enrolment(client, newcomer, ticket.code)
    return newcomer


async def _as_mediator(
    desk: Client, cast: Cast, office: Office, entry: Mediator, *, channels: tuple[str, ...]
) -> Office:
    seeds = (unb64u(cast.manager.seed), unb64u(cast.root.seed))
    standing = await admit_mediator(desk, seeds, office, entry)
    if not channels:
        return standing
    policy = standing.policy(cast.case)
    both = tuple(sorted({*policy.mediators, key_id_text(entry.mediator)}))
    changed = replace(policy, mediators=both, channels=channels)
    return await change_policy(desk, seeds[0], standing, changed)
