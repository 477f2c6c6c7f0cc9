# SPDX-License-Identifier: EUPL-1.2
"""All that is particular to SQLite: how it is opened, what its errors mean, its log.

Another database brings a file like this one; tables, statements, grouping and pages
stay. A lock on the folder holds one process to one ledger, so the only write connection
really is the only one.
"""

import fcntl
import os
import sqlite3
from pathlib import Path
from typing import Final

import aiosqlite
from sqlalchemy import FromClause
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteDialect
from sqlalchemy.engine.default import DefaultDialect

from relay.errors import RelayError, StorageFullError
from relay.storage.contract import StorageBrokenError

BUSY_MS: Final = 5_000
PAGE_BYTES: Final = 8_192
_PRIMARY_CODE: Final = 0xFF  # the rest of an extended result code says where
_TAKEN: Final = frozenset(
    {
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_CONSTRAINT_ROWID,
    }
)


class _Compiler(SQLiteCompiler):
    """Writes the hints of a table as they are: ``INDEXED BY …``."""

    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Return what stands after a table."""
        return text


class _Dialect(SQLiteDialect):
    statement_compiler = _Compiler
    supports_statement_cache = True


DIALECT: Final[DefaultDialect] = _Dialect(paramstyle="qmark")

PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    f"PRAGMA page_size = {PAGE_BYTES}",  # only before the first page is written
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on disk before it returns
    "PRAGMA secure_delete = ON",  # per connection: freed bytes become zeros
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA temp_store = MEMORY",
)


async def connect_writer(path: Path) -> aiosqlite.Connection:
    """Open the only connection that writes; transactions are begun by hand."""
    return await _connect(path, ())


async def connect_reader(path: Path) -> aiosqlite.Connection:
    """Open a connection that can only read."""
    return await _connect(path, ("PRAGMA query_only = ON",))


async def _connect(path: Path, more: tuple[str, ...]) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
    try:
        for pragma in (*PRAGMAS, *more):
            await connection.execute_fetchall(pragma)
    except BaseException:
        await connection.close()
        raise
    return connection


def translate(error: sqlite3.Error) -> RelayError:
    """Return the contract's error for one of SQLite's."""
    if is_full(error):
        return StorageFullError("the ledger's disk is full")
    return StorageBrokenError(f"the ledger failed: {error_name(error)}")


def is_full(error: sqlite3.Error) -> bool:
    """Whether there was no room."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE == sqlite3.SQLITE_FULL


def is_taken(error: sqlite3.Error) -> bool:
    """Whether an insert met a row with its primary key."""
    return getattr(error, "sqlite_errorcode", 0) in _TAKEN


def error_name(error: sqlite3.Error) -> str:
    """Name the result code for an operator; SQLite's own text may quote values."""
    return getattr(error, "sqlite_errorname", type(error).__name__)


async def empty_log(connection: aiosqlite.Connection) -> None:
    """Move the write-ahead log into the database and cut it to nothing.

    Raises:
        StorageBrokenError: a reader stood in the way for longer than ``BUSY_MS``.
        sqlite3.Error: the disk failed.
    """
    rows = list(await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)"))
    if rows[0][0] != 0:
        raise StorageBrokenError("the log is in use and could not be emptied")


def lock_folder(path: Path) -> int:
    """Hold ``path`` for this process; give the result to ``os.close`` to let go.

    Raises:
        StorageBrokenError: another process holds it.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise StorageBrokenError(f"another process has {path.name} open") from None
    return descriptor
