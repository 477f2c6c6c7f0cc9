# SPDX-License-Identifier: EUPL-1.2
"""The migrations lead to exactly the tables, in whole steps."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event

from relay.storage.migrate import migrate, open_engine
from relay.storage.tables import METADATA


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
    """Types, strictness and the order of columns too, which the comparison above leaves out."""
    migrate(tmp_path / "migrated.sqlite")
    fresh = open_engine(tmp_path / "fresh.sqlite")
    with fresh.begin() as connection:
        METADATA.create_all(connection)
    migrated = schema(tmp_path / "migrated.sqlite")
    del migrated["alembic_version"]
    assert migrated == schema(tmp_path / "fresh.sqlite")
    assert all(
        sql.rstrip().endswith("STRICT") for name, sql in migrated.items() if not name.startswith("ix_")
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
