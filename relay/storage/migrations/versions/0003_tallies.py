# SPDX-License-Identifier: EUPL-1.2
"""Tallies of messages by case and state, kept by triggers and filled from what is there."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ONE_MORE = """
    INSERT INTO tallies (id, "case", state, count)
    VALUES (NEW."case" || '/' || NEW.state, NEW."case", NEW.state, 1)
    ON CONFLICT (id) DO UPDATE SET count = count + 1;
"""
ONE_LESS = """
    UPDATE tallies SET count = count - 1 WHERE id = OLD."case" || '/' || OLD.state;
"""
FILL = """
INSERT INTO tallies (id, "case", state, count)
SELECT "case" || '/' || state, "case", state, count(*) FROM messages GROUP BY "case", state
"""


def upgrade() -> None:
    op.create_table(
        "tallies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("count", INT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_tallies_case_id", "tallies", ["case", "id"])
    op.execute(FILL)
    op.execute(f"CREATE TRIGGER tally_new AFTER INSERT ON messages BEGIN{ONE_MORE}END")
    op.execute(
        f"""CREATE TRIGGER tally_moved AFTER UPDATE OF "case", state ON messages
WHEN OLD.state <> NEW.state OR OLD."case" <> NEW."case" BEGIN{ONE_LESS}{ONE_MORE}END"""
    )
    op.execute(f"CREATE TRIGGER tally_dropped AFTER DELETE ON messages BEGIN{ONE_LESS}END")
