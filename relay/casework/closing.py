# SPDX-License-Identifier: EUPL-1.2
"""Which cases their mediators ask to have closed. Asking closes nothing: a manager's signature does."""

from typing import Final

from relay.records import CaseRecord
from relay.storage.contract import Ledger, Page

_MOST_ASKED: Final = 200


async def closings_asked(ledger: Ledger) -> tuple[CaseRecord, ...]:
    """Return the records of type ``closing`` that stand open, the longest waiting first; at most 200."""
    page = Page(equals={"open": True, "type": "closing"}, limit=_MOST_ASKED)
    return tuple(sorted(await ledger.find(CaseRecord, page), key=lambda record: record.at))
