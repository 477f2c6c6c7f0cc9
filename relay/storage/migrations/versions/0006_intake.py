# SPDX-License-Identifier: EUPL-1.2
"""Requests to take part, and their keys for the mediators whom they were passed on to."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "intakes",
        _column("id"),
        _column("version", INT),
        _column("state"),
        _column("at", INT),
        _column("box", sa.LargeBinary()),
        _column("wrap", sa.LargeBinary()),
        _column("sheet", sa.LargeBinary()),
        _column("sheet_wrap", sa.LargeBinary()),
        sa.Column("case", sa.Text(), nullable=True),
        sa.Column("assignment", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_intakes_state_at_id", "intakes", ["state", "at", "id"])
    op.create_table(
        "intake_wraps",
        _column("id"),
        _column("intake"),
        _column("recipient"),
        _column("wrap", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_intake_wraps_recipient_id", "intake_wraps", ["recipient", "id"])
    op.create_index("ix_intake_wraps_intake_id", "intake_wraps", ["intake", "id"])


def _column(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text() if kind is None else kind, nullable=False, autoincrement=False)
