# SPDX-License-Identifier: EUPL-1.2
"""What the clock does beside the requests: due moves, owed destructions, and what has expired."""

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

from relay.errors import RelayError, StaleVersionError
from relay.records import Nonce, Session, Upload
from relay.review.desk import Desk
from relay.review.service import given_up, redo_shreds, sweep, tell_cooled
from relay.server.logs import Happening, Log
from relay.storage.contract import Drop, Page

T = TypeVar("T")

ROUND_SECONDS: Final = 15.0
_MOST_A_ROUND: Final = 500
_SLACK_SECONDS: Final = 120  # a session slides in memory before it does so in the ledger


async def sweep_for_ever(desk: Desk, log: Log) -> None:
    """Go round until cancelled; a round that fails is noted, and the next one tries again.

    Every key ever withdrawn is destroyed again once, at the start; a round only finishes
    what is still owed, however long the list has become.
    """
    await _noted(log, redo(desk, log))
    since = desk.clock()
    while True:
        await _noted(log, go_round(desk, log))
        await asyncio.sleep(ROUND_SECONDS)
        since = await _noted(log, tell_cooled(desk, since=since)) or since


async def _noted(log: Log, work: Awaitable[T]) -> T | None:
    try:
        return await work
    except RelayError as failed:
        log.failed(Happening.SWEEP_FAILED, failed)
    except Exception as failed:  # noqa: BLE001 - destruction that is owed must not stop with one bug
        log.failed(Happening.SWEEP_FAILED, failed)
    return None


async def redo(desk: Desk, log: Log) -> None:
    """Destroy every withdrawn key again: a restored file must not bring one back."""
    redone = await redo_shreds(desk)
    if redone:
        log.say(Happening.SHREDS_REDONE, count=redone)


async def go_round(desk: Desk, log: Log) -> None:
    """Do once all that is due."""
    swept = await sweep(desk)
    if swept:
        log.say(Happening.SWEPT, count=swept)
    await forget_expired(desk)


async def forget_expired(desk: Desk) -> None:
    """Drop used nonces, sessions and uploads whose time is over."""
    at = desk.clock()
    page = Page(equals={}, order="expires_at", limit=_MOST_A_ROUND)
    nonces = [nonce for nonce in await desk.ledger.find(Nonce, page) if nonce.expires_at < at]
    sessions = [
        session
        for session in await desk.ledger.find(Session, page)
        if session.expires_at < at - _SLACK_SECONDS
    ]
    drops = [
        *(Drop(Nonce, nonce.id) for nonce in nonces),
        *(Drop(Session, session.id) for session in sessions),
    ]
    if drops:
        await desk.ledger.commit(drops)
    for upload in await desk.ledger.find(Upload, page):
        if upload.expires_at < at:
            await _forget(desk, upload)


async def _forget(desk: Desk, upload: Upload) -> None:
    """Drop an upload, unless bytes of it are acknowledged at this very moment.

    Its bytes go before its record: bytes without one would never be found again.
    """
    try:
        await desk.ledger.commit([given_up(upload)])
    except StaleVersionError:
        return
    await desk.blobs.discard(upload.id)
    await desk.ledger.commit([Drop(Upload, upload.id)])
