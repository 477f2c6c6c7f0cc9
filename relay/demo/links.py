# SPDX-License-Identifier: EUPL-1.2
"""Fresh one-time links at each start: a ``link`` slot, put into the ledger for each player.

Only the demonstration may do this, because only it holds its people's masters.
"""

import secrets
from dataclasses import dataclass
from typing import Final

from relay.assembly.founding import code_slot
from relay.crypto import codes
from relay.crypto.encoding import unb64u
from relay.demo.addresses import Addresses
from relay.demo.cast import NEWCOMER, PARTS, Cast, Part
from relay.protocol.root import programme_of
from relay.records import AccountId, LoginSlot
from relay.storage.contract import Ledger, Put

LINK: Final = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One line of the printed table."""

    part: str
    address: str
    account: str
    words: str


async def fresh_links(ledger: Ledger, cast: Cast, addresses: Addresses) -> tuple[Link, ...]:
    """Make a new link for each player; links printed earlier stop working."""
    return tuple([await _fresh(ledger, cast, part, addresses) for part in PARTS])


def ticket_address(cast: Cast, code: str, addresses: Addresses) -> str:
    """Return the link with which a newcomer begins."""
    return f"{addresses.origin(NEWCOMER)}/#ticket={code}&root={cast.fingerprint}&case={cast.case}"


async def _fresh(ledger: Ledger, cast: Cast, part: Part, addresses: Addresses) -> Link:
    player = cast.players[part]
    code = codes.write_code(secrets.token_bytes(16), kind="kit")
    known = await ledger.load(LoginSlot, f"{player.account}/{LINK}")
    slot = code_slot(
        LINK,
        code,
        account=AccountId(player.account),
        programme=programme_of(cast.fingerprint),
        master=unb64u(player.master),
        version=1 if known is None else known.version + 1,
    )
    await ledger.commit((Put(slot),))
    return Link(
        part=part,
        address=f"{addresses.origin(part)}/#link={player.account}.{code}",
        account=player.account,
        words=player.words,
    )
