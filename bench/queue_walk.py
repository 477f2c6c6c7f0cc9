# SPDX-License-Identifier: EUPL-1.2
"""Pages through every message of a programme; prints by how many MiB this process grew after a tenth."""

import asyncio
import sys
from pathlib import Path
from typing import Final

from bench.queue_ledger import CASES, WEIGHTS, case_id
from relay.records import Message
from relay.storage.contract import Page
from relay.storage.ledger import open_ledger

_LIMIT: Final = 201
_WARM: Final = 0.1


def resident_mib() -> float:
    """Return what this process holds in memory now."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]) / 1024


async def walk(path: Path) -> float:
    """Page from the first message to the last; return the growth after the first tenth."""
    ledger = await open_ledger(path)
    cases = tuple(case_id(number) for number in range(CASES))
    total = sum((await ledger.tally(cases)).values())
    equals = {"case": cases, "state": tuple(WEIGHTS)}
    seen, before, after = 0, 0.0, None
    while found := await ledger.find(
        Message, Page(equals=equals, order="waiting_since", after=after, limit=_LIMIT)
    ):
        after = (found[-1].waiting_since, found[-1].id)
        if seen <= _WARM * total < seen + len(found):
            before = resident_mib()
        seen += len(found)
    grown = resident_mib() - before
    await ledger.close()
    if seen != total:
        raise RuntimeError(f"{seen} of {total} were on the pages")
    return grown


if __name__ == "__main__":
    print(f"{asyncio.run(walk(Path(sys.argv[1]))):.2f}")
