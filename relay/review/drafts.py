# SPDX-License-Identifier: EUPL-1.2
"""Sealed drafts: a client's box, boxed again under the shred key of the message it will become."""

from relay.records import Actor, CaseId, Draft, MessageId
from relay.review.desk import Desk


async def save_draft(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    case: CaseId,
    box: bytes,
    version: int,
) -> Draft:
    """Keep a draft; ``version`` is the one it replaces, 0 for the first.

    Raises:
        StaleVersionError: it was saved elsewhere meanwhile.
        NotAllowedError: the message was begun and submitted, or ended.
    """
    raise NotImplementedError


async def load_draft(desk: Desk, actor: Actor, *, message: MessageId) -> tuple[Draft, bytes]:
    """Return a draft's record and the client's own box.

    Raises:
        NotFoundError: none, or another account's.
    """
    raise NotImplementedError


async def list_drafts(desk: Desk, actor: Actor) -> tuple[tuple[Draft, bytes], ...]:
    """Return every draft of this account with its box."""
    raise NotImplementedError


async def drop_draft(desk: Desk, actor: Actor, *, message: MessageId) -> None:
    """Destroy a draft, and its key unless a message has begun under that id."""
    raise NotImplementedError
