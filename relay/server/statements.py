# SPDX-License-Identifier: EUPL-1.2
"""Which refusals belong together, so that each operation names its families and not fifty codes."""

from typing import Final

# Reading and verifying any signed statement.
STATEMENT_CODES: Final = frozenset(
    {
        "not-canonical",
        "unknown-suite",
        "wrong-context",
        "signature-wrong",
        "signer-not-allowed",
        "revoked",
    }
)

# Anything about one message that may not be there, not be mine, or have moved on.
MESSAGE_CODES: Final = frozenset(
    {"not-found", "not-allowed", "stale-version", "withdrawn", "key-destroyed", "grant-over"}
)

# Why nothing is offered or released.
GATE_CODES: Final = frozenset(
    {"gate-shut", "consent-missing", "no-contact", "assessment-due", "overlap", "pace"}
)

# A statement that moves a message.
MOVE_CODES: Final = (
    STATEMENT_CODES
    | MESSAGE_CODES
    | GATE_CODES
    | {"old-number", "exists", "cooling-off", "claimed", "undo-open", "directory-stale"}
    | {"storage-full", "not-addressed"}
    | {"policy-mismatch", "rollback", "fork", "expired", "not-vouched", "certificate-wrong", "wrap-broken"}
    | {"not-approved", "not-ready", "not-released", "not-confirmed", "size-wrong"}
)
