# SPDX-License-Identifier: EUPL-1.2
"""Made words: who made a message that its author did not write themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("maker", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("messages", "maker")
