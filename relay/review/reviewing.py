# SPDX-License-Identifier: EUPL-1.2
"""What a mediator does: claim, approve, decide, offer, release; each but the first signed.

Sending the very same statement again returns the message as it is now.
"""

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, Message, MessageId
from relay.review.desk import Desk, SealedNote


async def claim(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Take a message up for review; taking it over from another leaves an event."""
    raise NotImplementedError


async def approve(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Count an ``approval``; with enough of them the message is approved."""
    raise NotImplementedError


async def decide_on(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Take a ``decision``: hold, return, decline or escalate; it voids every approval."""
    raise NotImplementedError


async def offer(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Tell the addressee that something waits."""
    raise NotImplementedError


async def release(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    wrap: bytes,
    version: int | None = None,
) -> Message:
    """Hand the wrapped key to a ready addressee; compare-and-swap on message and case."""
    raise NotImplementedError
