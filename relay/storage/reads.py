# SPDX-License-Identifier: EUPL-1.2
"""Reads that wait go together: one question to a connection for all records of a kind asked for meanwhile.

A record by its id costs SQLite a few microseconds and its way to the connection's thread
and back a hundred. So while the connections are busy, what is asked for is gathered, and the
next one that is free takes all of it. Alone, a read goes at once.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

import aiosqlite

from relay.errors import RelayError
from relay.storage.contract import Record, StorageBrokenError
from relay.storage.sqlite import translate
from relay.storage.statements import Statements
from relay.storage.tables import SHAPES

MOST_TOGETHER: Final = 64

Row = tuple[Any, ...]
_Waiting = dict[str, list["asyncio.Future[Row | None]"]]


class Reads:
    """A few connections that only read."""

    def __init__(self, connections: Sequence[aiosqlite.Connection], statements: Statements) -> None:
        self._connections = tuple(connections)
        self._statements = statements
        self._free = list(connections)
        self._waiting: dict[type[Record], _Waiting] = {}
        self._serving: set[asyncio.Task[None]] = set()
        self._turn = 0

    async def one(self, kind: type[Record], key: str) -> Row | None:
        """Return the row of a record, or None, as it is after this call."""
        asked: asyncio.Future[Row | None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(kind, {}).setdefault(key, []).append(asked)
        if self._free:
            task = asyncio.create_task(self._serve(self._free.pop()), name="ledger-reader")
            self._serving.add(task)
            task.add_done_callback(self._serving.discard)
        return await asked

    async def page(self, sql: str, values: Row) -> list[Row]:
        """Return the rows of a page."""
        self._turn = (self._turn + 1) % len(self._connections)
        return await _rows(self._connections[self._turn], sql, values)

    async def close(self) -> None:
        """Finish what is asked, then close the connections."""
        await asyncio.gather(*self._serving)
        for connection in self._connections:
            await connection.close()

    async def _serve(self, connection: aiosqlite.Connection) -> None:
        try:
            while self._waiting:
                kind = next(iter(self._waiting))
                asked = self._waiting[kind]
                together = {key: asked.pop(key) for key in list(asked)[:MOST_TOGETHER]}
                if not asked:
                    del self._waiting[kind]
                await self._answer(connection, kind, together)
        finally:
            self._free.append(connection)

    async def _answer(self, connection: aiosqlite.Connection, kind: type[Record], asked: _Waiting) -> None:
        keys = tuple(asked)
        values = keys + keys[-1:] * (_room_for(len(keys)) - len(keys))
        try:
            rows = await _rows(connection, self._statements.load(kind, len(values)), values)
        except RelayError as error:
            _refuse(asked, error)
            return
        except Exception as error:  # noqa: BLE001 - a bug of ours must not leave callers waiting
            _refuse(asked, StorageBrokenError(f"a read failed: {type(error).__name__}"))
            return
        place = SHAPES[kind].fields.index(SHAPES[kind].key)
        found = {str(row[place]): row for row in rows}
        for key, futures in asked.items():
            for future in futures:
                if not future.done():  # its caller may have gone
                    future.set_result(found.get(key))


def _room_for(count: int) -> int:
    """Return the next power of two, so that few statements serve every count."""
    return 1 << (count - 1).bit_length()


def _refuse(asked: _Waiting, error: RelayError) -> None:
    for futures in asked.values():
        for future in futures:
            if not future.done():
                future.set_exception(error)


async def _rows(connection: aiosqlite.Connection, sql: str, values: Row) -> list[Row]:
    try:
        return list(map(tuple, await connection.execute_fetchall(sql, values)))
    except sqlite3.Error as error:
        raise translate(error) from error
