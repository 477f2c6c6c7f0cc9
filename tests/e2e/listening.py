# SPDX-License-Identifier: EUPL-1.2
"""A browser that is driven over a socket: started, and found by the address that it prints."""

import asyncio
import re
from asyncio.subprocess import Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 20.0


@asynccontextmanager
async def listening(command: list[str], log: Path, says: re.Pattern[str]) -> AsyncGenerator[str]:
    """Run a browser for as long as the block lasts; yields the first group of what it says of itself."""
    with log.open("wb") as sink:
        process = await asyncio.create_subprocess_exec(*command, stdout=sink, stderr=sink)
    try:
        yield await _address(log, process, says)
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), _END_SECONDS)


async def _address(log: Path, process: Process, says: re.Pattern[str]) -> str:
    for _ in range(int(_START_SECONDS * 10)):
        printed = log.read_text("utf-8", errors="replace")
        found = says.search(printed)
        if found is not None:
            return found[1]
        assert process.returncode is None, printed
        await asyncio.sleep(0.1)
    raise AssertionError(f"{log}: nothing was said in {_START_SECONDS} s")
