# SPDX-License-Identifier: EUPL-1.2
"""The ledger in one SQLite file: reads from memory or a few connections, writes through one.

``open_ledger`` brings the schema up to date before anything is read.
"""

import asyncio
import os
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar, cast

import aiosqlite

from relay.records import CaseId, State
from relay.storage.contract import Change, Page, Record, StorageBrokenError
from relay.storage.migrate import migrate
from relay.storage.pages import MOST_RECORDS
from relay.storage.reads import Reads, Row
from relay.storage.remembered import Remembered
from relay.storage.reserve import Reserve
from relay.storage.sqlite import DIALECT, connect_reader, connect_writer, lock_folder, translate
from relay.storage.statements import Statements
from relay.storage.steps import steps_of
from relay.storage.tables import SHAPES, decode_row
from relay.storage.writer import Writer

R = TypeVar("R", bound=Record)

READERS: Final = 2
LOCK_SUFFIX: Final = ".lock"
RESERVE_SUFFIX: Final = ".reserve"


class SqliteLedger:
    """A ``Ledger`` (``relay.storage.contract``); made by ``open_ledger``."""

    def __init__(
        self,
        writer: Writer,
        reads: Reads,
        *,
        statements: Statements,
        remembered: Remembered,
        lock: int,
    ) -> None:
        self._writer = writer
        self._remembered = remembered
        self._reads = reads
        self._statements = statements
        self._lock = lock
        self._closed = False

    async def load(self, kind: type[R], key: str) -> R | None:
        """Return the record, or None."""
        self._must_be_open()
        known, turn = self._remembered.record(kind, key), self._remembered.turn(kind)
        if known is not None:
            return known
        row = await self._reads.one(kind, key)
        if row is None:
            return None
        found = cast("R", decode_row(SHAPES[kind], row))
        self._remembered.keep(found, turn=turn)
        return found

    async def find(self, kind: type[R], page: Page) -> tuple[R, ...]:
        """Return the records of one page."""
        self._must_be_open()
        known, turn = self._remembered.page(kind, page), self._remembered.turn(kind)
        if known is not None:
            return known
        rows = await self._rows(kind, page)
        found = tuple(cast("R", decode_row(SHAPES[kind], row)) for row in rows)
        self._remembered.keep_page(kind, page, found, turn=turn)
        return found

    async def _rows(self, kind: type[Record], page: Page) -> Sequence[Row]:
        rows: Sequence[Row] = ()
        for sql, values in self._statements.pages(kind, page):
            rows = await self._reads.page(sql, values)
            if len(rows) == page.limit:
                break
        return rows

    async def tally(self, cases: Sequence[CaseId]) -> Mapping[State, int]:
        """Return the sums of the cases' tallies, by state."""
        self._must_be_open()
        sums: Counter[State] = Counter()
        every = sorted(set(cases))
        for start in range(0, len(every), MOST_RECORDS):
            some = tuple(every[start : start + MOST_RECORDS])
            for state, count in await self._reads.page(self._statements.tally(len(some)), some):
                sums[State(state)] += count
        return +sums  # without the states that nothing lies in any more

    async def commit(self, changes: Sequence[Change]) -> None:
        """Make all changes or none, durably, together with whoever else is waiting."""
        await self._writer.submit(steps_of(changes))

    async def checkpoint(self) -> None:
        """Empty the write-ahead log."""
        await self._writer.checkpoint()

    async def close(self) -> None:
        """Finish what was accepted, then close everything; again is harmless."""
        if self._closed:
            return
        self._closed = True
        await self._reads.close()
        await self._writer.close()
        os.close(self._lock)

    def _must_be_open(self) -> None:
        if self._closed:
            raise StorageBrokenError("the ledger is closed")


async def open_ledger(path: Path, *, readers: int = READERS) -> SqliteLedger:
    """Open the ledger at ``path``, made and migrated if need be.

    Raises:
        StorageBrokenError: another process has it open, it is damaged, or it is newer
            than this programme.
        StorageFullError: no room for a first page.
    """
    lock = lock_folder(path.with_name(path.name + LOCK_SUFFIX))
    opened: list[aiosqlite.Connection] = []
    try:
        await asyncio.to_thread(migrate, path)
        writing = await connect_writer(path)
        opened.append(writing)
        opened.extend([await connect_reader(path) for _ in range(readers)])
        statements = Statements(DIALECT)
        reserve = Reserve(path.with_name(path.name + RESERVE_SUFFIX))
        reserve.fill()
        remembered = Remembered()
        writer = Writer(writing, statements, reserve, touched=remembered.forget)
        reads = Reads(opened[1:], statements)
        return SqliteLedger(writer, reads, statements=statements, remembered=remembered, lock=lock)
    except BaseException as error:
        for connection in opened:
            await connection.close()
        os.close(lock)
        if isinstance(error, sqlite3.Error):
            raise translate(error) from error
        raise
