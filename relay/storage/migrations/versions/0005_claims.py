# SPDX-License-Identifier: EUPL-1.2
"""How long a claim lasts, who asked for a second mediator, until when a yes may be taken back.

A claim from before had no end; it is let go, so that nobody finds a letter locked for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("messages", sa.Column("claimed_until", NUMBER, nullable=True))
    op.add_column("messages", sa.Column("second_by", sa.Text(), nullable=True))
    op.add_column("messages", sa.Column("undo_until", NUMBER, nullable=True))
    op.execute("UPDATE messages SET claimed_by = NULL")


def downgrade() -> None:
    for name in ("claimed_until", "second_by", "undo_until"):
        op.drop_column("messages", name)
