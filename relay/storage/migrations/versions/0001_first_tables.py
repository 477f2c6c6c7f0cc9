# SPDX-License-Identifier: EUPL-1.2
"""The first tables.

One line a table: ``name:type`` a column, ``?`` where it may be null; the first is the key.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "bytes": sa.LargeBinary(),
    "int": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
}

TABLES = {
    "accounts": """
        id:text version:int role:text person:text key:text? bundle_version:int bundle:bytes
        last_number:int
    """,
    "cases": """
        id:text version:int policy_version:int policy:text quorum:int cooling_seconds:int
        paused_by:text closed:int
    """,
    "drafts": """
        id:text version:int account:text case:text updated_at:int box:bytes
    """,
    "events": """
        seq:int case:text? message:text? kind:text by:text at:int digest:text chain:text
    """,
    "login_slots": """
        id:text version:int account:text type:text salt:text passes:int memory_kib:int
        login_key:text box:bytes
    """,
    "members": """
        id:text version:int case:text person:text role:text side:text? key:text? certificate:text?
        epoch:int left:int
    """,
    "messages": """
        id:text version:int author_version:int addressee_version:int case:text state:text
        channel:text kind:text sender:text addressee:text manifest:text wk:text parts:int chunks:int
        day:text supersedes:text? derived_from:text? submitted_at:int? cooling_until:int?
        claimed_by:text? hold_until:text? approvals:int approved_with:text answer:text?
        waiting_since:int offered_at:int? ended_at:int?
    """,
    "nonces": """
        id:text expires_at:int
    """,
    "sessions": """
        id:text version:int account:text role:text person:text idle_seconds:int expires_at:int
    """,
    "statements": """
        id:text kind:text case:text? message:text? signer:text number:int at:int envelope:bytes
    """,
    "stored_boxes": """
        id:text message:text what:text box:bytes
    """,
    "tickets": """
        id:text version:int role:text case:text? person:text? side:text? made_by:text expires_at:int
        account:text? request:bytes mac1:text certificate:text? answer:bytes
    """,
    "tombstones": """
        id:text version:int withdrawn_at:int shredded_at:int? swept_at:int?
    """,
    "trust_heads": """
        id:text version:int number:int statement:text
    """,
    "uploads": """
        id:text version:int message:text case:text account:text part:int length:int offset:int
        expires_at:int
    """,
}

INDEXES = {
    "accounts": ("person",),
    "drafts": ("account",),
    "events": (
        "case seq",
        "message seq",
    ),
    "login_slots": ("account",),
    "members": (
        "case",
        "person",
    ),
    "messages": (
        "addressee id",
        "case state waiting_since id",
        "derived_from id",
        "manifest id",
        "sender id",
        "state waiting_since id",
    ),
    "nonces": ("expires_at id",),
    "sessions": (
        "account",
        "expires_at id",
    ),
    "statements": (
        "case kind id",
        "kind id",
        "message kind id",
        "signer number id",
    ),
    "stored_boxes": ("message id",),
    "tickets": (
        "case id",
        "expires_at id",
        "made_by id",
        "role id",
    ),
    "tombstones": ("swept_at id",),
    "uploads": (
        "expires_at id",
        "message",
    ),
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
