# SPDX-License-Identifier: EUPL-1.2
"""Casework: records in versions, their boxes and wraps, and consents.

One line a table: ``name:type`` a column, ``?`` where it may be null; the first is the key.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "bytes": sa.LargeBinary(),
    "int": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
}

TABLES = {
    "case_records": """
        id:text version:int case:text type:text author:text participant:text? due:text? open:int
        statement:text at:int
    """,
    "record_boxes": """
        id:text case:text record:text number:int statement:text box:bytes
    """,
    "record_wraps": """
        id:text case:text record:text recipient:text purpose:text wrap:bytes
    """,
    "consents": """
        id:text version:int case:text person:text channel:text given:int text:text number:int key:text
        statement:text at:int
    """,
}

INDEXES = {
    "case_records": (
        "author id",
        "case open type due id",
        "case type id",
        "open type id",
    ),
    "record_boxes": ("record number id",),
    "record_wraps": ("case recipient id",),
    "consents": ("case id",),
}


def _column(word: str) -> sa.Column[Any]:
    name, kind = word.split(":")
    return sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?"), autoincrement=False)


def upgrade() -> None:
    for table, words in TABLES.items():
        columns = [_column(word) for word in words.split()]
        key = sa.PrimaryKeyConstraint(columns[0].name)
        op.create_table(table, *columns, key, sqlite_strict=True)
    for table, indexes in INDEXES.items():
        for fields in indexes:
            parts = fields.split()
            op.create_index(f"ix_{table}_{'_'.join(parts)}", table, parts)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
