# SPDX-License-Identifier: EUPL-1.2
"""What an addressee does: answer an offer, open, hand back."""

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, Message, MessageId
from relay.review.desk import Desk, SealedNote


async def answer(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Take a ``readiness``: ready, not now, never or keep (also after reading)."""
    raise NotImplementedError


async def opened(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Note that the addressee has opened it; again is harmless and moves nothing."""
    raise NotImplementedError
