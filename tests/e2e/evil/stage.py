# SPDX-License-Identifier: EUPL-1.2
"""A real relay behind the lying proxy, with a case of two mediators of whom both must agree.

Everybody's keys are at hand, the programme's too: what is forged here is signed with real
keys, each time by the wrong one or over the wrong thing.
"""

import io
import secrets
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from relay.assembly.founding import draw_programme, found
from relay.assembly.ports import open_ports
from relay.assembly.running import Running, running
from relay.config import Config, Limits
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.crypto.wrapping import unwrap
from relay.demo.addresses import LOOPBACK, Addresses
from relay.demo.casework import open_gates
from relay.demo.cast import MANAGER, NEWCOMER, Cast
from relay.demo.hands import Hand, hand_of
from relay.demo.links import fresh_links
from relay.demo.seeding import (
    answer_user,
    at_the_office,
    certify_user,
    gather,
    name_everybody,
    signed_in,
)
from relay.protocol import wire
from relay.protocol.directory import Mediator
from relay.records import Side
from relay.server.listen import open_socket
from relay.station.certifying import Answered, answer, believe_request, make_ticket, used_ticket
from relay.station.enrolling import Newcomer, new_secrets, use_ticket
from relay.station.managing import admit_mediator, change_policy, renew, voucher_hash
from relay.station.signing_in import sign_in
from relay.station.standing import fetch_standing
from tests.e2e.evil.proxy import Proxy, proxied
from tests.station.passing_on import agree, offer_it, release_it, say
from tests.station.relays import write

LETTER: Final = "Bonjour,\n\nJe me souviens du mot zymurgie-éclatante."
# Longer than one chunk of 64 KiB, so that its chunks can be mixed up.
LONG: Final = f"{LETTER}\n\n{' '.join(['ornithorynque-violet'] * 3600)}"
PLANTED: Final = ("zymurgie", "éclatante", "ornithorynque")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who is who in the case, what each signs with, and what stood there before.

    Attributes:
        manager, root: 32-byte seeds.
        before: the trust view of the time before the second mediator came.
        renewed: the trust view under the renewed root, before there were two mediators.
        trust: the trust view of now, as the reader gets it.
        letter: a released letter of two chunks that the reader never opened.
        other: another released letter of the same people.
        waiting: a letter that no mediator has looked at, and its detail as the first of them gets it.
        approved, answered: one that both agreed to, and one whose reader is ready.
        newcomer: somebody whose ticket was answered, and who has not looked at the answer.
        asking: the code of a ticket that was used, and that no mediator has answered.
        content_key: of ``letter``.
    """

    cast: Cast
    manager: bytes
    root: bytes
    service: bytes
    author: Hand
    reader: Hand
    one: Hand
    two: Hand
    before: Json
    renewed: Json
    trust: Json
    letter: str
    other: str
    waiting: str
    approved: str
    answered: str
    newcomer: Newcomer
    newcomer_code: str
    asking: str
    content_key: bytes
    details: dict[str, Json]
    parts: dict[str, bytes]
    leaves: dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Everything that runs, and where browsers go in."""

    relay: Running
    proxy: Proxy
    addresses: Addresses  # the relay's own
    public: Addresses  # the proxy's
    ways: dict[str, str]
    world: World


@asynccontextmanager
async def staged(folder: Path) -> AsyncGenerator[Stage]:
    """Found a programme, serve it behind the proxy, and bring the letters on their way."""
    behind, front = open_socket(LOOPBACK, 0), open_socket(LOOPBACK, 0)
    addresses, public = (Addresses(int(bound.getsockname()[1])) for bound in (behind, front))
    origins = (*addresses.origins(), *public.origins())
    config = Config(folder=folder, origins=origins, allow_cow=True, limits=Limits(undo_seconds=0))
    async with AsyncExitStack() as stack:
        ports = await stack.enter_async_context(open_ports(config))
        founded = draw_programme()
        await found(ports, founded)
        relay = await stack.enter_async_context(
            running(config, ports, founded.own, on=behind, sink=io.StringIO())
        )
        cast = await gather(addresses, founded)
        proxy = await stack.enter_async_context(proxied(addresses.port, on=front))
        world = await _prepared(stack, addresses, cast, founded.own.service_seed)
        links = await fresh_links(relay.parts.ledger, cast, public)
        chosen = world.newcomer.secrets
        yield Stage(
            relay=relay,
            proxy=proxy,
            addresses=addresses,
            public=public,
            ways={link.part: link.address for link in links}
            | {NEWCOMER: f"{public.origin(NEWCOMER)}/#link={chosen.account}.{chosen.link}"},
            world=world,
        )


def as_json(value: wire.Wire) -> Any:
    """Return what the wire carries for a value."""
    return msgspec.json.decode(msgspec.json.encode(value))


async def _prepared(stack: AsyncExitStack, addresses: Addresses, cast: Cast, service: bytes) -> World:
    reader = await stack.enter_async_context(hand_of(addresses, cast, "responsible"))
    before = as_json(await reader.client.trust())
    two, renewed = await _second_mediator(stack, addresses, cast)
    newcomer, newcomer_code = await _newcomer(addresses, cast, answered=True)
    _, asking = await _newcomer(addresses, cast, answered=False)
    author, reader, one = [
        await stack.enter_async_context(hand_of(addresses, cast, part))
        for part in ("victim", "responsible", "mediator")
    ]
    two.believed = one.believed
    mediators = (one, two)
    await open_gates(cast.case, participants=(author, reader), mediator=one)
    letter = await write(author, reader, cast.case, LONG)
    other = await write(author, reader, cast.case, LETTER)
    waiting = await write(author, reader, cast.case, LETTER)
    approved = await write(author, reader, cast.case, LETTER)
    answered = await write(author, reader, cast.case, LETTER)
    for message in (letter, other, approved, answered):
        await agree(*mediators, message=message)
    for message in (letter, other, answered):
        await offer_it(one, message)
        await say(reader, message)
    for message in (letter, other):
        await release_it(one, message)
    found = {message: await reader.client.message(message) for message in (letter, other)}
    return World(
        cast=cast,
        manager=unb64u(cast.manager.seed),
        root=unb64u(cast.root.seed),
        service=service,
        author=author,
        reader=reader,
        one=one,
        two=two,
        before=before,
        renewed=renewed,
        trust=as_json(await reader.client.trust()),
        letter=letter,
        other=other,
        waiting=waiting,
        approved=approved,
        answered=answered,
        newcomer=newcomer,
        newcomer_code=newcomer_code,
        asking=asking,
        content_key=_content_key(reader, found[letter]),
        details={message: as_json(detail) for message, detail in found.items()}
        | {waiting: as_json(await one.client.message(waiting))},
        parts={message: await reader.client.part(message, 0) for message in found},
        leaves={message: await reader.client.leaves(message, 0) for message in found},
    )


async def _second_mediator(stack: AsyncExitStack, addresses: Addresses, cast: Cast) -> tuple[Hand, Json]:
    """Have the manager let a second mediator in, and both root and policy move on."""
    seeds = (unb64u(cast.manager.seed), unb64u(cast.root.seed))
    chosen = new_secrets("en", with_link=False)
    client = await stack.enter_async_context(addresses.client(MANAGER))
    async with at_the_office(addresses, cast.manager) as (desk, office):
        standing = await renew(desk, seeds[0], office, root_seed=seeds[1])
        renewed = as_json(await desk.trust())
        ticket = await make_ticket(desk, case=None, person=None, side=None)
        newcomer = await use_ticket(
            client, ticket.code, fingerprint=cast.fingerprint, chosen=chosen, memory_kib=LEAST_MEMORY_KIB
        )
        view = await used_ticket(desk, ticket.code)
        request = believe_request(view, ticket.code)
        mediator = Mediator(programme=request.programme, mediator=request.identity, kem=request.kem)
        standing = await admit_mediator(desk, seeds, standing, mediator)
        answered = Answered(
            certificate=voucher_hash(mediator),
            directory=standing.standing.directory,
            policy=None,
            fingerprint=cast.fingerprint,
        )
        await answer(desk, ticket.code, answered, mac1=view.mac1 or "")
        policy = standing.policy(cast.case)
        both = tuple(sorted({*policy.mediators, newcomer.keyring.key_id}))
        await change_policy(desk, seeds[0], standing, replace(policy, mediators=both, quorum=2))
    await sign_in(
        client,
        chosen.account,
        chosen.kit,
        slot="kit",
        origin=addresses.origin(MANAGER),
        fingerprint=cast.fingerprint,
    )
    believed = await fetch_standing(client, fingerprint=cast.fingerprint)
    return Hand(client=client, keyring=newcomer.keyring, believed=believed), renewed


async def _newcomer(addresses: Addresses, cast: Cast, *, answered: bool) -> tuple[Newcomer, str]:
    """Have somebody use a ticket of the first mediator; return them, and its code."""
    chosen = new_secrets("en", with_link=True)
    person = b64u(secrets.token_bytes(16))
    async with signed_in(addresses, cast, "mediator") as mediator, addresses.client(NEWCOMER) as client:
        ticket = await make_ticket(mediator, case=cast.case, person=person, side=Side.HARMED)
        newcomer = await use_ticket(
            client, ticket.code, fingerprint=cast.fingerprint, chosen=chosen, memory_kib=LEAST_MEMORY_KIB
        )
        if answered:
            await certify_user(mediator, cast, ticket.code)
            await name_everybody(addresses, cast)
            await answer_user(mediator, cast, ticket.code)
    return newcomer, ticket.code


def _content_key(reader: Hand, detail: wire.MessageDetail) -> bytes:
    subject = unb64u(detail.view.manifest)
    return unwrap(reader.keyring.kem_seed, unb64u(detail.wrap or ""), purpose="release", subject=subject)
