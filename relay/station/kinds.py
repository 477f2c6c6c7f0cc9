# SPDX-License-Identifier: EUPL-1.2
"""Which of a message's statements are of a kind, read from their bodies."""

from relay.crypto.canonical import decode
from relay.crypto.signing import Statement
from relay.protocol import wire
from relay.station.keyring import from_wire


def of_kind(detail: wire.MessageDetail, kind: str) -> tuple[Statement, ...]:
    """Return a message's statements of one kind, in the server's order; none is believed yet.

    Raises:
        MalformedError, NotCanonicalError, TooLargeError: a statement that cannot be read.
    """
    statements = (from_wire(envelope) for envelope in detail.statements)
    return tuple(statement for statement in statements if _kind(statement) == kind)


def _kind(statement: Statement) -> object:
    value = decode(statement.body)
    return value.get("kind") if isinstance(value, dict) else None
