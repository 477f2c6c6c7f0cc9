# SPDX-License-Identifier: EUPL-1.2
"""From a manifest to the queue: begin a message, take its parts in, submit it."""

from collections.abc import Mapping

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, KeyId, Message, MessageId
from relay.review.desk import Desk


async def begin(
    desk: Desk,
    actor: Actor,
    *,
    manifest: Signed,
    header: bytes,
    wraps: Mapping[tuple[str, KeyId], bytes],
) -> Message:
    """Create a message in ``uploading``.

    Asking again with the same manifest returns the same message.

    Args:
        desk: the ports.
        actor: the author.
        manifest: signed by the message's own ``wk``; one addressee, on the other side.
        header: the inner header's box, 16,464 bytes.
        wraps: by purpose and recipient: ``review`` for each assigned mediator, ``self`` for
            the author, nobody else; 1,168 bytes each.

    Raises:
        ForkError: another manifest for this message id.
        PolicyMismatchError, RollbackError: made against older references.
        ForbiddenError, GateShutError, WrongContextError, WrongShapeError: and what
            reading and verifying a statement raises.
    """
    raise NotImplementedError


async def part_length(desk: Desk, actor: Actor, *, message: MessageId, part: int) -> int:
    """Return how many bytes of a part its author has to send: count × 65,552.

    Raises:
        NotFoundError: no such message or part, or not theirs.
        NotAllowedError: the message is no longer ``uploading``.
    """
    raise NotImplementedError


async def submit(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Check every chunk of every finalised part against the manifest, then queue it.

    The caller has finalised each part as blob ``message/part``. Stores the leaf tables,
    drops the draft and the finished uploads, starts the cooling-off time.

    Raises:
        UploadIncompleteError: a part is missing.
        TreeWrongError, SizeWrongError: a part is not what the manifest says.
        StaleVersionError: ``version`` is not the author's current one.
        NotAllowedError, NotFoundError: as ``machine`` and ``policy`` say.
    """
    raise NotImplementedError
