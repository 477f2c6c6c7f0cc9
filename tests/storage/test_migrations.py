# SPDX-License-Identifier: EUPL-1.2
"""The migrations lead to exactly the tables, in whole steps."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event

from relay.storage.contract import StorageBrokenError
from relay.storage.migrate import alembic_config, migrate, open_engine
from relay.storage.tables import METADATA
from tests.storage.builders import ident


def schema(path: Path) -> dict[str, str]:
    """Return the SQL of every table and index by name."""
    with closing(sqlite3.connect(path)) as plain:
        return dict(plain.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_the_migrated_schema_is_the_tables(tmp_path: Path) -> None:
    """Who changes a record and forgets its migration hears of it here."""
    path = tmp_path / "ledger.sqlite"
    migrate(path)
    with open_engine(path).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_migrated_columns_are_those_of_a_fresh_schema(tmp_path: Path) -> None:
    """Types, what may be null, strictness, indexes and triggers, which the comparison above leaves out.

    Not the order of columns: SQLite adds one at the end only, and every statement names its columns.
    """
    migrate(tmp_path / "migrated.sqlite")
    fresh = open_engine(tmp_path / "fresh.sqlite")
    with fresh.begin() as connection:
        METADATA.create_all(connection)
    migrated = schema(tmp_path / "migrated.sqlite")
    del migrated["alembic_version"]
    wanted = schema(tmp_path / "fresh.sqlite")
    assert _beside_tables(migrated) == _beside_tables(wanted)
    assert _columns(tmp_path / "migrated.sqlite") == _columns(tmp_path / "fresh.sqlite")
    tables = [sql for sql in migrated.values() if sql.startswith("CREATE TABLE")]
    assert all(sql.rstrip().endswith("STRICT") for sql in tables)


def _beside_tables(found: dict[str, str]) -> dict[str, str]:
    return {name: sql for name, sql in found.items() if not sql.startswith("CREATE TABLE")}


def _columns(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as plain:
        return set(
            plain.execute(
                'SELECT tables.name, columns.name, columns.type, columns."notnull", columns.pk '
                "FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns "
                "WHERE tables.type = 'table' AND tables.name <> 'alembic_version'"
            )
        )


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    """Every start does it."""
    path = tmp_path / "ledger.sqlite"
    migrate(path)
    before = schema(path)
    migrate(path)
    assert schema(path) == before


def test_a_migration_that_breaks_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    """Half the tables made: the schema is the one before, and the next start goes on."""
    path = tmp_path / "ledger.sqlite"

    def break_at_messages(*seen: Any) -> None:
        if "CREATE INDEX ix_messages" in seen[2]:
            raise RuntimeError("the power went")

    event.listen(Engine, "before_cursor_execute", break_at_messages)
    try:
        with pytest.raises(RuntimeError, match="power"):
            migrate(path)
    finally:
        event.remove(Engine, "before_cursor_execute", break_at_messages)
    assert "accounts" not in schema(path)
    migrate(path)
    assert "messages" in schema(path)


def test_tallies_are_filled_from_the_messages_that_are_there(tmp_path: Path) -> None:
    """A ledger from before the tallies counts what it has, and from then on what comes."""
    path = tmp_path / "ledger.sqlite"
    with open_engine(path).connect() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    states = ["held", "opened", "held", "in_review"]
    with closing(sqlite3.connect(path)) as plain, plain:
        columns = [name for _, name, *_ in plain.execute("PRAGMA table_info(messages)")]
        for number, state in enumerate(states):
            message = {
                **dict.fromkeys(columns, 1),
                "id": ident(number),
                "case": ident(number % 2),
                "state": state,
            }
            marks = ",".join("?" * len(columns))
            plain.execute(f"INSERT INTO messages VALUES ({marks})", [str(message[name]) for name in columns])  # noqa: S608
    migrate(path)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE messages SET state = 'opened' WHERE id = ?", (ident(2),))
        kept = dict(plain.execute("SELECT id, count FROM tallies WHERE count > 0"))
    assert kept == {
        f"{ident(0)}/held": 1,
        f"{ident(0)}/opened": 1,
        f"{ident(1)}/opened": 1,
        f"{ident(1)}/in_review": 1,
    }


def test_a_ledger_of_a_newer_programme_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    """An older programme after an upgrade would read what it does not understand."""
    path = tmp_path / "ledger.sqlite"
    migrate(path)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StorageBrokenError, match="newer"):
        migrate(path)
    assert path.read_bytes() == before
