# SPDX-License-Identifier: EUPL-1.2
"""How much one case may keep: what it holds is read from the tallies, never counted anew.

What was taken back or has expired weighs nothing. Two messages that begin at the same moment are
judged by what lay there before both, so films begin one at a time in a case; letters do not wait for each
other, and may pass its share by what a few people write in one moment.
"""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Final

from relay.errors import QuotaError
from relay.records import CaseId, State, Tally
from relay.review.desk import CHUNK_BYTES, Desk
from relay.storage.contract import Page

_LETTER_CHUNKS: Final = 16  # a megabyte: more is a film

_GONE: Final = frozenset({State.WITHDRAWN, State.EXPIRED})


def turn_in(desk: Desk, case: CaseId, *, chunks: int) -> AbstractAsyncContextManager[object]:
    """Return what to hold from ``check_room`` until a message of ``chunks`` chunks is committed."""
    return desk.turns.of(case) if chunks > _LETTER_CHUNKS else nullcontext()


async def check_room(desk: Desk, case: CaseId, *, chunks: int) -> None:
    """Refuse a message of ``chunks`` chunks that the case has no room for.

    Raises:
        QuotaError: with it the case would weigh more than ``desk.max_case_bytes``.
    """
    tallies = await desk.ledger.find(Tally, Page(equals={"case": case}, limit=len(State)))
    kept = sum(tally.chunks for tally in tallies if tally.state not in _GONE)
    if (kept + chunks) * CHUNK_BYTES > desk.max_case_bytes:
        raise QuotaError(f"{case}: {kept} chunks are kept, {chunks} more are too many")
