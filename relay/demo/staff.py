# SPDX-License-Identifier: EUPL-1.2
"""The people behind the desk who are not played: a manager who signs at once, and a mediator for newcomers.

In a real programme a person sits here, with a key file. Whoever learns with the demonstration
should not have to wait for one.
"""

import asyncio
import secrets
from collections.abc import Callable
from typing import Final

import aiohttp

from relay.casework.enrolment import load_ticket, pending
from relay.crypto import codes, tickets
from relay.crypto.encoding import b64u, unb64u
from relay.demo.addresses import Addresses
from relay.demo.cast import Cast, with_tickets
from relay.demo.seeding import answer_user, at_the_office, certify_user, name_everybody, signed_in
from relay.errors import RelayError
from relay.protocol.root import parse_root
from relay.protocol.shape import day_number
from relay.records import Side
from relay.station.calendar import now, today
from relay.station.certifying import make_ticket
from relay.station.managing import renew
from relay.storage.contract import Ledger

ROUND_SECONDS: Final = 1.0
_RENEW_DAYS: Final = 14


async def renew_if_due(addresses: Addresses, cast: Cast) -> None:
    """Renew the directory, and the root statement, when their end is near."""
    async with at_the_office(addresses, cast.manager) as (client, office):
        ends = (office.directory.valid_until, parse_root(office.standing.root.body).expires)
        days = [day_number(end) - day_number(today()) for end in ends]
        if min(days) < _RENEW_DAYS:
            root_seed = unb64u(cast.root.seed) if days[1] < _RENEW_DAYS else None
            await renew(client, unb64u(cast.manager.seed), office, root_seed=root_seed)


async def spare_ticket(addresses: Addresses, ledger: Ledger, cast: Cast) -> Cast:
    """Return the cast with a ticket that nobody has used yet."""
    for code in cast.tickets:
        ticket = await load_ticket(ledger, lookup=_lookup(code))
        if ticket.account is None and ticket.expires_at > now():
            return cast
    async with signed_in(addresses, cast, "mediator") as client:
        person = b64u(secrets.token_bytes(16))
        made = await make_ticket(client, case=cast.case, person=person, side=Side.HARMED)
    return with_tickets(cast, (*cast.tickets, made.code))


async def serve_for_ever(
    addresses: Addresses, ledger: Ledger, cast: Cast, *, keep: Callable[[Cast], None]
) -> None:
    """Certify, name and answer whoever used a ticket, until cancelled.

    Args:
        addresses: where everybody is.
        ledger: looked at each second, so that nobody has to sign in only to find nothing.
        cast: everybody.
        keep: called with the cast when a ticket is done with.
    """
    while True:
        try:
            after = await _round(addresses, ledger, cast)
        except (RelayError, aiohttp.ClientError):
            after = cast  # somebody was faster, or the relay is stopping; the next round looks again
        if after != cast:
            cast = after
            keep(cast)
        await asyncio.sleep(ROUND_SECONDS)


async def _round(addresses: Addresses, ledger: Ledger, cast: Cast) -> Cast:
    ours = {code: await load_ticket(ledger, lookup=_lookup(code)) for code in cast.tickets}
    for code, ticket in ours.items():
        if ticket.account is not None and ticket.certificate is None:
            async with signed_in(addresses, cast, "mediator") as client:
                await certify_user(client, cast, code)
    if (await pending(ledger))[1]:
        await name_everybody(addresses, cast)
    done: list[str] = []
    for code, ticket in ours.items():
        if ticket.certificate is not None and not ticket.answer:
            async with signed_in(addresses, cast, "mediator") as client:
                await answer_user(client, cast, code)
            done.append(code)
    return with_tickets(cast, tuple(code for code in cast.tickets if code not in done))


def _lookup(code: str) -> str:
    return tickets.lookup_id(codes.read_code(code, kind="ticket"))
