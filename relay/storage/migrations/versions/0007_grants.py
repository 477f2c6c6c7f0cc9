# SPDX-License-Identifier: EUPL-1.2
"""Grants of an interpreter's access, and a message's maker among what is looked up."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXTS = ("message", "case", "interpreter", "key", "slot", "until")


def upgrade() -> None:
    op.create_table(
        "grants",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", INT, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("over", INT, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    for first in ("interpreter", "message", "over"):
        op.create_index(f"ix_grants_{first}_id", "grants", [first, "id"])
    op.create_index("ix_messages_maker_id", "messages", ["maker", "id"])


def downgrade() -> None:
    op.drop_index("ix_messages_maker_id", "messages")
    op.drop_table("grants")
