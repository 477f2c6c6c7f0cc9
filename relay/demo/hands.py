# SPDX-License-Identifier: EUPL-1.2
"""A player at work: signed in, with keys at hand and the next number to sign under."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from relay.demo.addresses import Addresses
from relay.demo.cast import Cast, Part
from relay.station.client import Client
from relay.station.keyring import Keyring
from relay.station.signing_in import sign_in
from relay.station.standing import Believed, fetch_standing


@dataclass(slots=True, kw_only=True)
class Hand:
    """A signed-in player, and the last number they signed under."""

    client: Client
    keyring: Keyring
    believed: Believed
    number: int = 0

    def next_number(self) -> int:
        """Return a number above every one used before."""
        self.number += 1
        return self.number


@asynccontextmanager
async def hand_of(addresses: Addresses, cast: Cast, part: Part) -> AsyncGenerator[Hand]:
    """Sign a player in, by their recovery kit, and verify what stands."""
    player = cast.players[part]
    async with addresses.client(part) as client:
        keyring = await sign_in(
            client,
            player.account,
            player.kit,
            slot="kit",
            origin=addresses.origin(part),
            fingerprint=cast.fingerprint,
        )
        believed = await fetch_standing(client, fingerprint=cast.fingerprint)
        yield Hand(client=client, keyring=keyring, believed=believed)
