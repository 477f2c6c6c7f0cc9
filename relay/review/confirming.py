# SPDX-License-Identifier: EUPL-1.2
"""The author's yes to made words: a sealed box, kept beside the header it belongs to.

The server cannot read what it is given here. It sees that the author themselves handed it
in; whether it is a confirmation of that very version is checked by every mediator's client
before an approval, and by the reader's before a word is shown.
"""

from typing import Final

from relay.crypto.box import BOX_OVERHEAD
from relay.errors import WrongShapeError
from relay.records import Actor, Message, MessageId
from relay.review.boxes import store
from relay.review.commands import Confirm
from relay.review.desk import Desk
from relay.review.moving import enter, foresee, move, refuse_stale
from relay.review.reading import CONFIRMATION

MAX_CONFIRMATION_BYTES: Final = 4_096


async def confirm(
    desk: Desk, actor: Actor, *, message: MessageId, box: bytes, version: int | None = None
) -> Message:
    """Keep the author's sealed confirmation and give the words to the mediators.

    Raises:
        WrongShapeError: no box of a confirmation's size.
        NotFoundError, ForbiddenError: not their words.
        NotAllowedError, StaleVersionError: it does not wait for a confirmation, or moved on.
    """
    scene = await enter(desk, actor, message)
    refuse_stale(scene, version)
    command = Confirm(by=actor.person)
    foresee(scene, command)
    if not BOX_OVERHEAD < len(box) <= MAX_CONFIRMATION_BYTES:
        raise WrongShapeError(f"a confirmation of {len(box)} bytes")
    return await move(desk, scene, command, also=await store(desk, message, {CONFIRMATION: box}))
