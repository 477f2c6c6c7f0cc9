# SPDX-License-Identifier: EUPL-1.2
"""What the ledger tells: whether it is whole, how it is kept, the directory's days, owed destructions, time.

A relay that runs has the ledger for itself, so it is asked how it is.
"""

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

import aiohttp

from relay.assembly.ports import ledger_path
from relay.casework.trust import directory_days_left
from relay.cli.checks import Finding, fault, fine, warn
from relay.config import Config
from relay.errors import RelayError
from relay.protocol.wire import Health
from relay.records import Event, Tombstone
from relay.station.client import Client
from relay.storage.contract import Ledger, Page
from relay.storage.ledger import open_ledger
from relay.storage.sqlite import connect_reader

SOON_DAYS: Final = 14
_LATE_SECONDS: Final = 300
_SLACK_SECONDS: Final = 60
# What our connections must run with, as SQLite itself answers.
_WANTED: Final[Mapping[str, str]] = {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"}


async def ledger_findings(config: Config) -> list[Finding]:
    """Look into the ledger, or ask the relay that has it open."""
    path = ledger_path(config)
    if path is None:
        return [fault("doctor-ledger-memory")]
    if not path.exists():
        return []
    found = await _kept(path)
    health = await _ask(config)
    if health is not None:
        days, owed = health.directory_days_left, health.oldest_unfinished_shred_seconds
        return [*found, fine("doctor-running"), _days(days), _owed(owed)]
    return [*found, *await _inside(path)]


async def _kept(path: Path) -> list[Finding]:
    wrong: list[Finding] = []
    try:
        reader = await connect_reader(path)
        try:
            for name, wanted in _WANTED.items():
                (row,) = await reader.execute_fetchall(f"PRAGMA {name}")
                value = str(row[0])
                if value != wanted:
                    wrong.append(fault("doctor-ledger-pragma", name=name, value=value, wanted=wanted))
        finally:
            await reader.close()
        damage = _damage(path)
    except (sqlite3.Error, RelayError) as broken:
        damage = str(broken)
    if damage:
        wrong.append(fault("doctor-ledger-damaged", facts=damage))
    return wrong or [fine("doctor-ledger")]


def _damage(path: Path) -> str:
    """Return what SQLite finds wrong, or nothing."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if answer == "ok" else answer


async def _ask(config: Config) -> Health | None:
    """Ask the relay on this machine how it is; None where none answers."""
    host = config.origins[0].partition("://")[2]
    try:
        async with Client(f"http://{config.host}:{config.port}", host=host) as client:
            return await client.health()
    except (aiohttp.ClientError, OSError, RelayError):
        return None


async def _inside(path: Path) -> list[Finding]:
    try:
        ledger = await open_ledger(path)
    except RelayError as broken:
        return [fault("doctor-ledger-damaged", facts=str(broken))]
    try:
        now = int(time.time())
        return [
            _days(await directory_days_left(ledger, at=now)),
            _owed(await _oldest_owed(ledger, at=now)),
            await _clock(ledger, at=now),
        ]
    finally:
        await ledger.close()


def _days(days: int) -> Finding:
    if days < 0:
        return fault("doctor-directory-past")
    return (
        warn("doctor-directory-soon", days=days) if days < SOON_DAYS else fine("doctor-directory", days=days)
    )


async def _oldest_owed(ledger: Ledger, *, at: int) -> int:
    owed = await ledger.find(Tombstone, Page(equals={"swept_at": None}, limit=1000))
    return max((at - one.withdrawn_at for one in owed), default=0)


def _owed(seconds: int) -> Finding:
    if seconds == 0:
        return fine("doctor-shreds")
    return (fault if seconds > _LATE_SECONDS else warn)("doctor-shreds-owed", seconds=seconds)


async def _clock(ledger: Ledger, *, at: int) -> Finding:
    last = await ledger.find(Event, Page(equals={}, order="seq", descending=True, limit=1))
    behind = last[0].at - at if last else 0
    if behind > _SLACK_SECONDS:
        return fault("doctor-clock-behind", seconds=behind)
    return fine("doctor-clock")
