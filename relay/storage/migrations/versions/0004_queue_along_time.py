# SPDX-License-Identifier: EUPL-1.2
"""The index along time names the case, so that a queue is found without reading messages."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_messages_state_waiting_since_id", "messages")
    op.create_index(
        "ix_messages_state_waiting_since_id_case", "messages", ["state", "waiting_since", "id", "case"]
    )
