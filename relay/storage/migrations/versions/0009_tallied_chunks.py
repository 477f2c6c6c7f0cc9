# SPDX-License-Identifier: EUPL-1.2
"""Tallies also sum the chunks of their messages, for the quota of a case."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ONE_MORE = """
    INSERT INTO tallies (id, "case", state, count, chunks)
    VALUES (NEW."case" || '/' || NEW.state, NEW."case", NEW.state, 1, NEW.chunks)
    ON CONFLICT (id) DO UPDATE SET count = count + 1, chunks = chunks + excluded.chunks;
"""
ONE_LESS = """
    UPDATE tallies SET count = count - 1, chunks = chunks - OLD.chunks
    WHERE id = OLD."case" || '/' || OLD.state;
"""
FILL = """
UPDATE tallies SET chunks = (
    SELECT coalesce(sum(messages.chunks), 0) FROM messages
    WHERE messages."case" = tallies."case" AND messages.state = tallies.state
)
"""


def upgrade() -> None:
    for name in ("tally_new", "tally_moved", "tally_dropped"):
        op.execute(f"DROP TRIGGER {name}")
    op.add_column("tallies", sa.Column("chunks", INT, nullable=False, server_default="0"))
    with op.batch_alter_table("tallies", table_kwargs={"sqlite_strict": True}) as table:
        table.alter_column("chunks", server_default=None)
    op.execute(FILL)
    op.execute(f"CREATE TRIGGER tally_new AFTER INSERT ON messages BEGIN{ONE_MORE}END")
    op.execute(
        f"""CREATE TRIGGER tally_moved AFTER UPDATE OF "case", state, chunks ON messages
WHEN OLD.state <> NEW.state OR OLD."case" <> NEW."case"
OR OLD.chunks <> NEW.chunks BEGIN{ONE_LESS}{ONE_MORE}END"""
    )
    op.execute(f"CREATE TRIGGER tally_dropped AFTER DELETE ON messages BEGIN{ONE_LESS}END")
