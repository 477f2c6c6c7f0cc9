# SPDX-License-Identifier: EUPL-1.2
"""Enrolment over the real interface, and a server that lies in the middle of it (P16, P17)."""

import secrets
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from relay.crypto import codes
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import signing_public_key
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.seeding import answer_user, certify_user, name_everybody
from relay.errors import (
    NotFoundError,
    RootWrongError,
    SignInFailedError,
    TicketUsedError,
    TicketWrongError,
)
from relay.protocol import wire
from relay.protocol.enrolment import build_request, parse_request
from relay.records import Side
from relay.station.believing import believe_answer, finish_enrolment
from relay.station.certifying import NewTicket, believe_request, make_ticket, used_ticket
from relay.station.client import Client
from relay.station.enrolling import Newcomer, Secrets, new_secrets, use_ticket
from relay.station.managing import fetch_office
from relay.station.signing_in import sign_in
from tests.station.relays import Case, case


async def _ticket(case_: Case) -> NewTicket:
    person = b64u(secrets.token_bytes(16))
    return await make_ticket(case_.mediator.client, case=case_.id, person=person, side=Side.HARMED)


async def _enrol(case_: Case, client: Client, ticket: NewTicket) -> tuple[Newcomer, Secrets]:
    chosen = new_secrets("fr", with_link=False)
    fingerprint = case_.cast.fingerprint
    newcomer = await use_ticket(
        client, ticket.code, fingerprint=fingerprint, chosen=chosen, memory_kib=LEAST_MEMORY_KIB
    )
    return newcomer, chosen


async def test_words_and_kit_open_the_same_account(tmp_path: Path) -> None:
    """Both ways lead to the same keys; neither opens another's account."""
    async with case(tmp_path / "relay") as case_:
        player, addresses = case_.cast.players["victim"], case_.house.addresses
        facts = {"origin": addresses.origin("victim"), "fingerprint": case_.cast.fingerprint}
        async with addresses.client("victim") as client:
            by_words = await sign_in(client, player.account, player.words, slot="passphrase", **facts)
            by_kit = await sign_in(client, player.account, player.kit, slot="kit", **facts)
            assert by_words == by_kit == case_.cast.keyring("victim")
            with pytest.raises(SignInFailedError):
                await sign_in(
                    client, case_.cast.players["responsible"].account, player.kit, slot="kit", **facts
                )


async def test_a_ticket_is_used_once(tmp_path: Path) -> None:
    """The second who uses it is refused, and nothing of the first's is changed."""
    async with case(tmp_path / "relay") as case_:
        ticket = await _ticket(case_)
        async with case_.house.addresses.client("newcomer") as client:
            await _enrol(case_, client, ticket)
            with pytest.raises(TicketUsedError):
                await _enrol(case_, client, ticket)


async def test_a_newcomer_believes_only_after_the_answer(tmp_path: Path) -> None:
    """Certified, then named, then answered: each step alone is not enough."""
    async with case(tmp_path / "relay") as case_:
        mediator, addresses = case_.mediator.client, case_.house.addresses
        ticket = await _ticket(case_)
        async with addresses.client("newcomer") as client:
            newcomer, chosen = await _enrol(case_, client, ticket)
            await sign_in(
                client,
                chosen.account,
                chosen.kit,
                slot="kit",
                origin=addresses.origin("newcomer"),
                fingerprint=case_.cast.fingerprint,
            )
            await certify_user(mediator, case_.cast, ticket.code)
            with pytest.raises(NotFoundError):
                await finish_enrolment(client, newcomer, ticket.code)
            assert await name_everybody(addresses, case_.cast) == 1
            await answer_user(mediator, case_.cast, ticket.code)
            bundle = await finish_enrolment(client, newcomer, ticket.code)
            assert bundle.fingerprint == case_.cast.fingerprint
            assert [known.case for known in bundle.policies] == [case_.id]


async def test_p16_the_mediator_notices_a_swapped_key(tmp_path: Path) -> None:
    """P16: another identity key in the request does not fit MAC1."""
    async with case(tmp_path / "relay") as case_:
        ticket = await _ticket(case_)
        async with case_.house.addresses.client("newcomer") as client:
            await _enrol(case_, client, ticket)
        view = await used_ticket(case_.mediator.client, ticket.code, case=case_.id)
        honest = parse_request(unb64u(view.request or ""))
        foreign = b64u(signing_public_key(secrets.token_bytes(32)))
        swapped = b64u(build_request(replace(honest, identity=foreign)))
        assert believe_request(view, ticket.code) == honest
        with pytest.raises(TicketWrongError):
            believe_request(msgspec.structs.replace(view, request=swapped), ticket.code)


async def test_p16_the_newcomer_notices_a_changed_answer(tmp_path: Path) -> None:
    """P16: another directory, policy, certificate or MAC than the mediator's is not believed."""
    async with case(tmp_path / "relay") as case_:
        mediator, addresses = case_.mediator.client, case_.house.addresses
        ticket = await _ticket(case_)
        async with addresses.client("newcomer") as client:
            newcomer, _ = await _enrol(case_, client, ticket)
            before = await mediator.trust()
            await certify_user(mediator, case_.cast, ticket.code)
            await name_everybody(addresses, case_.cast)
            await answer_user(mediator, case_.cast, ticket.code)
            answer = (await client.ticket(ticket.lookup)).answer
        assert answer is not None
        secret = codes.read_code(ticket.code, kind="ticket")
        lies: dict[str, wire.Envelope | str] = {
            "directory": before.directory,
            "policy": before.policies[0],
            "certificate": before.certificates[0],
            "mac2": b64u(bytes(32)),
        }
        for field, lie in lies.items():
            changed = msgspec.structs.replace(answer, **{field: lie})
            with pytest.raises(TicketWrongError):
                believe_answer(newcomer.keyring, changed, ticket=secret, mac1=newcomer.mac1)
        assert believe_answer(newcomer.keyring, answer, ticket=secret, mac1=newcomer.mac1).policies


async def test_a_manager_signs_nothing_for_another_programme(tmp_path: Path) -> None:
    """Whose fingerprint is pinned decides, not what the relay shows."""
    async with case(tmp_path / "relay") as case_:
        with pytest.raises(RootWrongError):
            await fetch_office(case_.mediator.client, fingerprint=b64u(bytes(32)))
