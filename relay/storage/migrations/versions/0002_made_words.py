# SPDX-License-Identifier: EUPL-1.2
"""Made words: who made a message that its author did not write themselves.

SQLite adds a column at the end only, and the table's text is compared letter by letter:
so the table is made anew and filled from the old one.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BEFORE = """
    id:text version:int author_version:int addressee_version:int case:text state:text
    channel:text kind:text sender:text
"""
_AFTER = """
    addressee:text manifest:text wk:text parts:int chunks:int day:text supersedes:text?
    derived_from:text? submitted_at:int? cooling_until:int? claimed_by:text? hold_until:text?
    approvals:int approved_with:text answer:text? waiting_since:int offered_at:int? ended_at:int?
"""
_INDEXES = (
    "addressee id",
    "case state waiting_since id",
    "derived_from id",
    "manifest id",
    "sender id",
    "state waiting_since id",
)


def upgrade() -> None:
    old = [*_BEFORE.split(), *_AFTER.split()]
    _make_anew([*_BEFORE.split(), "maker:text?", *_AFTER.split()], carried=old)


def downgrade() -> None:
    old = [*_BEFORE.split(), *_AFTER.split()]
    _make_anew(old, carried=old)


def _make_anew(words: list[str], *, carried: list[str]) -> None:
    for fields in _INDEXES:
        op.drop_index(f"ix_messages_{fields.replace(' ', '_')}", "messages")
    op.rename_table("messages", "messages_before")
    columns = [_column(word) for word in words]
    op.create_table("messages", *columns, sa.PrimaryKeyConstraint("id"), sqlite_strict=True)
    names = ", ".join(f'"{word.partition(":")[0]}"' for word in carried)
    op.execute(sa.text(f"INSERT INTO messages ({names}) SELECT {names} FROM messages_before"))  # noqa: S608
    op.drop_table("messages_before")
    for fields in _INDEXES:
        op.create_index(f"ix_messages_{fields.replace(' ', '_')}", "messages", fields.split())


def _column(word: str) -> sa.Column[Any]:
    name, _, kind = word.partition(":")
    shape = sa.Text() if kind.startswith("text") else _INT
    return sa.Column(name, shape, nullable=kind.endswith("?"), autoincrement=False)
