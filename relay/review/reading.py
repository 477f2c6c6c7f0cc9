# SPDX-License-Identifier: EUPL-1.2
"""What one signed-in person gets to see of one message: exactly what ``seen_by`` permits."""

from dataclasses import dataclass
from typing import Literal

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, Hash, MessageId, UploadId
from relay.review.desk import Desk
from relay.review.seen_by import MessageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableNote:
    """A sealed note with the one wrap that is for this reader."""

    hash: Hash
    box: bytes
    wrap: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadSeen:
    """How far a part has come, for its author only."""

    id: UploadId
    part: int
    length: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A message with all that this audience may verify and open."""

    view: MessageView
    quorum: int | None  # for mediators
    manifest: Signed | None
    header: bytes | None
    wrap: bytes | None
    purpose: Literal["review", "self", "release"] | None
    statements: tuple[Signed, ...]
    notes: tuple[ReadableNote, ...]
    uploads: tuple[UploadSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBlob:
    """Where an openable part lies."""

    blob: str
    leaves: str
    size: int


async def view(desk: Desk, actor: Actor, *, message: MessageId) -> MessageView:
    """Return the message as this person sees it.

    Raises:
        NotFoundError: there is nothing that they may see.
    """
    raise NotImplementedError


async def detail(desk: Desk, actor: Actor, *, message: MessageId) -> Detail:
    """Return the message with statements, boxes and the one wrap for this person."""
    raise NotImplementedError


async def open_part(desk: Desk, actor: Actor, *, message: MessageId, part: int) -> PartBlob:
    """Say where a part lies that this person may open now.

    Enter ``streams.sending(message, …)`` *before* calling this.

    Raises:
        NotFoundError: nothing there that they may open.
        WithdrawnError: it was taken back.
    """
    raise NotImplementedError
