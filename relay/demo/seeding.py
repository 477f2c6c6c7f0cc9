# SPDX-License-Identifier: EUPL-1.2
"""The invented case, made through the real interface: tickets, certificates, policy, people.

Nothing is written past the server: what the demonstration shows has gone the way that
everything goes.
"""

import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

from relay.assembly.founding import Founded
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.casework import CHANNELS
from relay.demo.cast import MANAGER, Cast, Part, player_of
from relay.protocol.consent_text import consent_text_hash
from relay.protocol.directory import Mediator
from relay.protocol.enrolment import EnrolmentRequest
from relay.protocol.policy import Policy
from relay.protocol.root import key_id_text, parse_root
from relay.records import Side
from relay.station.believing import finish_enrolment
from relay.station.certifying import (
    Answered,
    answer,
    believe_request,
    certify,
    make_ticket,
    used_ticket,
)
from relay.station.client import Client
from relay.station.consent_text import consent_text_from
from relay.station.enrolling import Language, Newcomer, new_secrets, use_ticket
from relay.station.key_file import KeyFile
from relay.station.managing import (
    Office,
    admit_mediator,
    fetch_office,
    name_people,
    open_case,
    people_waiting,
    voucher_hash,
)
from relay.station.signing_in import sign_in

SIDES: Final[dict[Part, Side]] = {"victim": Side.HARMED, "responsible": Side.RESPONSIBLE}
_LANGUAGES: Final[dict[Part, Language]] = {"victim": "fr", "responsible": "en", "mediator": "fr"}


async def gather(addresses: Addresses, founded: Founded) -> Cast:
    """Enrol everybody into a fresh case."""
    cast = Cast(root=founded.root, manager=founded.manager, case="", players={}, tickets=())
    cast = await _with_mediator(addresses, cast)
    cast = await _with_case(addresses, cast)
    for part in SIDES:
        cast = await _with_participant(addresses, cast, part)
    return cast


@asynccontextmanager
async def signed_in(addresses: Addresses, cast: Cast, part: Part) -> AsyncGenerator[Client]:
    """Connect and sign in as a player, by their recovery kit."""
    player = cast.players[part]
    async with addresses.client(part) as client:
        await sign_in(
            client,
            player.account,
            player.kit,
            slot="kit",
            origin=addresses.origin(part),
            fingerprint=cast.fingerprint,
        )
        yield client


@asynccontextmanager
async def at_the_office(addresses: Addresses, manager: KeyFile) -> AsyncGenerator[tuple[Client, Office]]:
    """Connect and sign in as the manager, and verify what stands."""
    async with addresses.client(MANAGER) as client:
        await sign_in(
            client,
            manager.account or "",
            manager.code or "",
            slot="kit",
            origin=addresses.origin(MANAGER),
            fingerprint=manager.fingerprint,
        )
        yield client, await fetch_office(client, fingerprint=manager.fingerprint)


async def name_everybody(addresses: Addresses, cast: Cast) -> int:
    """Have the manager name every certified person; return how many there were."""
    async with at_the_office(addresses, cast.manager) as (client, office):
        waiting = await people_waiting(client, office)
        if waiting:
            await name_people(client, unb64u(cast.manager.seed), office, waiting)
        return len(waiting)


async def certify_user(client: Client, cast: Cast, code: str) -> None:
    """Have the mediator certify whoever used a ticket."""
    view = await used_ticket(client, code, case=cast.case)
    request = believe_request(view, code)
    await certify(client, cast.keyring("mediator"), request, lookup=view.lookup, epoch=1)


async def answer_user(client: Client, cast: Cast, code: str) -> None:
    """Have the mediator complete the enrolment of whoever used a ticket."""
    view = await used_ticket(client, code, case=cast.case)
    office = await fetch_office(client, fingerprint=cast.fingerprint)
    policy = office.policies[cast.case]
    named = {entry.participant: entry.certificate for entry in office.policy(cast.case).participants}
    answered = Answered(
        certificate=named[view.person or ""] or "",
        directory=office.standing.directory,
        policy=policy,
        fingerprint=cast.fingerprint,
    )
    await answer(client, code, answered, mac1=view.mac1 or "")


async def _with_mediator(addresses: Addresses, cast: Cast) -> Cast:
    async with at_the_office(addresses, cast.manager) as (client, office):
        ticket = await make_ticket(client, case=None, person=None, side=None)
        newcomer = await _enrol(addresses, "mediator", ticket.code, cast.fingerprint)
        view = await used_ticket(client, ticket.code)
        mediator = _mediator(believe_request(view, ticket.code))
        seeds = (unb64u(cast.manager.seed), unb64u(cast.root.seed))
        after = await admit_mediator(client, seeds, office, mediator)
        answered = Answered(
            certificate=voucher_hash(mediator),
            directory=after.standing.directory,
            policy=None,
            fingerprint=cast.fingerprint,
        )
        await answer(client, ticket.code, answered, mac1=view.mac1 or "")
    return await _finished(addresses, cast, "mediator", newcomer, ticket.code)


async def _with_case(addresses: Addresses, cast: Cast) -> Cast:
    async with at_the_office(addresses, cast.manager) as (client, office):
        seed, programme = unb64u(cast.manager.seed), parse_root(office.standing.root.body).programme
        text = consent_text_from(seed, programme=programme, chosen=None)
        policy = Policy(
            programme=programme,
            case=b64u(secrets.token_bytes(16)),
            version=1,
            previous=None,
            participants=(),
            mediators=tuple(sorted(key_id_text(entry.key) for entry in office.directory.mediators)),
            quorum=1,
            cooling_seconds=0,
            channels=CHANNELS,
            retention="demonstration",
            consent_text=consent_text_hash(text),
        )
        await open_case(client, seed, office, policy, text)
    return replace(cast, case=policy.case)


async def _with_participant(addresses: Addresses, cast: Cast, part: Part) -> Cast:
    async with signed_in(addresses, cast, "mediator") as client:
        person = b64u(secrets.token_bytes(16))
        ticket = await make_ticket(client, case=cast.case, person=person, side=SIDES[part])
        newcomer = await _enrol(addresses, part, ticket.code, cast.fingerprint)
        await certify_user(client, cast, ticket.code)
        await name_everybody(addresses, cast)
        await answer_user(client, cast, ticket.code)
    return await _finished(addresses, cast, part, newcomer, ticket.code)


async def _enrol(addresses: Addresses, part: Part, code: str, fingerprint: str) -> Newcomer:
    async with addresses.client(part) as client:
        return await use_ticket(
            client,
            code,
            fingerprint=fingerprint,
            chosen=new_secrets(_LANGUAGES[part], with_link=False),
            memory_kib=LEAST_MEMORY_KIB,
        )


async def _finished(addresses: Addresses, cast: Cast, part: Part, newcomer: Newcomer, code: str) -> Cast:
    after = replace(cast, players={**cast.players, part: player_of(newcomer)})
    async with signed_in(addresses, after, part) as client:
        await finish_enrolment(client, newcomer, code)
    return after


def _mediator(request: EnrolmentRequest) -> Mediator:
    return Mediator(programme=request.programme, mediator=request.identity, kem=request.kem)
