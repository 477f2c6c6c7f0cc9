# SPDX-License-Identifier: EUPL-1.2
"""Bring a ledger's schema up to date, at every start, before anything is read.

Each migration is one transaction, its version mark included: after a crash in the
middle the schema is the one before, never a half. Synchronous; call it in a thread.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from relay.storage.contract import StorageBrokenError
from relay.storage.sqlite import PRAGMAS, translate

_FOLDER: Final = Path(__file__).with_name("migrations")


def alembic_config() -> Config:
    """Return Alembic's settings without a file of them."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(path: Path) -> None:
    """Upgrade the SQLite file ``path`` to the newest schema, made if it is not there.

    Raises:
        StorageBrokenError: it is damaged, or was made by a newer programme.
        StorageFullError: there is no room; the schema is the one before.
    """
    _make_private(path)
    engine = open_engine(path)
    try:
        with engine.connect() as connection:
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StorageBrokenError("the ledger was made by a newer programme") from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise translate(error.orig) from error
        raise
    except sqlite3.Error as error:
        raise translate(error) from error
    finally:
        engine.dispose()


def open_engine(path: Path) -> Engine:
    """Return a synchronous engine whose schema changes are really transactional."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # Python's driver would commit before a CREATE TABLE
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _make_private(path: Path) -> None:
    """Make the file, readable by its owner only, and its name durable."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
