# SPDX-License-Identifier: EUPL-1.2
"""Taking back, in exactly the order of protocol.md §6, and finishing what a crash left."""

from relay.crypto.signing import Statement as Signed
from relay.records import Actor, CaseId, MessageId
from relay.review.desk import Desk, SealedNote


async def withdraw(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
) -> Signed:
    """Take a message back and return the signed receipt.

    Committed, then the shred key destroyed, then open downloads stopped, then the receipt;
    ciphertext and boxes go last. Whatever was derived from it follows. Asking again, with
    any valid withdrawal of it, returns the same receipt.
    """
    raise NotImplementedError


async def withdraw_case(desk: Desk, actor: Actor, *, case: CaseId, statement: Signed) -> Signed:
    """Pause, resume or leave a case, and return the signed receipt.

    Leaving takes back everything that person wrote and undoes every release to them.
    """
    raise NotImplementedError


async def redo_shreds(desk: Desk) -> int:
    """Finish every owed destruction; call at start and now and then. Returns how many."""
    raise NotImplementedError


async def oldest_unfinished(desk: Desk) -> int:
    """Return the age in seconds of the oldest owed destruction; 0: none is owed."""
    raise NotImplementedError
