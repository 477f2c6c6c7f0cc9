# SPDX-License-Identifier: EUPL-1.2
"""A claim that is kept while work on its message runs: nobody is at the page, and somebody is at work.

What the mediator did not claim is not claimed here, and what another took over is left to them, and said.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Final, Literal

import aiohttp

from relay.errors import ClaimedError, RelayError, StaleVersionError
from relay.protocol import wire
from relay.station.client import Client

LOOK_SECONDS: Final = 300
_ENOUGH_SECONDS: Final = 1_200

Held = Literal["mine", "lost"]


@asynccontextmanager
async def claim_kept(
    client: Client, message: str, *, person: str, tell: Callable[[Held], None]
) -> AsyncGenerator[None]:
    """Renew the claim of ``person`` on ``message`` for as long as the block lasts, where there is one.

    Args:
        client: signed in as ``person``; looking keeps its session, too.
        message: that is worked on.
        person: whose claim it is.
        tell: told that it is kept, and when it is no longer theirs.
    """
    keeper = asyncio.create_task(_keep(client, message, person, tell))
    try:
        yield
    finally:
        keeper.cancel()
        await asyncio.wait({keeper})


async def _keep(client: Client, message: str, person: str, tell: Callable[[Held], None]) -> None:
    told = False
    while True:
        try:
            mine = await _renew(client, (await client.message(message)).view, person)
        except (StaleVersionError, aiohttp.ClientError):
            mine = None  # somebody wrote, or the line broke: look again
        except RelayError:
            return  # withdrawn, signed out: the work itself says so
        if mine is False:
            if told:
                tell("lost")
            return
        if mine:
            tell("mine")
            told = True
        await asyncio.sleep(LOOK_SECONDS)


async def _renew(client: Client, view: wire.MessageView, person: str) -> bool:
    """Say whether it is theirs still; renewed where not much of it is left."""
    if view.claimed_by != person or view.claimed_until is None:
        return False
    if view.claimed_until - time.time() > _ENOUGH_SECONDS:
        return True
    try:
        await client.claim(view.message, version=view.version)
    except ClaimedError:
        return False
    return True
