# SPDX-License-Identifier: EUPL-1.2
"""What processes hold in memory, as the kernel says: a server's peak, and a browser's over what it was."""

import asyncio
import re
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MIB: Final = 2**20
_EVERY_SECONDS: Final = 0.2


@dataclass(slots=True)
class Peak:
    """The highest sums that were seen, in MiB, over what they were before."""

    pages: float = 0.0  # every page with its workers: the browser's renderers
    rest: float = 0.0  # all its other processes together


def peak_mib(process: int) -> float:
    """Return the highest resident size of a process since ``forget_peak``."""
    return _kib(Path(f"/proc/{process}/status"), "VmHWM:") / 1024


def held_mib(process: int) -> float:
    """Return the resident size of a process now."""
    return _kib(Path(f"/proc/{process}/status"), "VmRSS:") / 1024


def forget_peak(process: int) -> None:
    """Start the peak anew from what is resident now."""
    Path(f"/proc/{process}/clear_refs").write_text("5")


def pages_mib(profile: Path) -> float:
    """Return what all pages of the browser that runs with ``profile`` hold now, with their workers."""
    return _held(profile)[0]


@asynccontextmanager
async def above_idle(profile: Path) -> AsyncGenerator[Peak]:
    """Watch the browser that runs with ``profile``, from what it holds now until the block ends."""
    peak, before = Peak(), _held(profile)
    watching = asyncio.create_task(_watch(profile, before, peak))
    try:
        yield peak
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(profile: Path, before: tuple[float, float], peak: Peak) -> None:
    while True:
        pages, rest = await asyncio.to_thread(_held, profile)
        peak.pages, peak.rest = max(peak.pages, pages - before[0]), max(peak.rest, rest - before[1])
        await asyncio.sleep(_EVERY_SECONDS)


def _held(profile: Path) -> tuple[float, float]:
    """Return what the pages and the other processes hold: what several share counts once."""
    pages, rest = 0.0, 0.0
    for process, command in _processes(profile):
        with suppress(OSError):  # it ended meanwhile
            held = _kib(process / "smaps_rollup", "Pss:") / 1024
            if b"--type=renderer" in command:
                pages += held
            else:
                rest += held
    return pages, rest


def _processes(profile: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the browser's own process and all that descend from it."""
    commands: dict[int, bytes] = {}
    parents: dict[int, int] = {}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            commands[int(process.name)] = (process / "cmdline").read_bytes()
            parents[int(process.name)] = int((process / "stat").read_text().rpartition(")")[2].split()[1])
    own = re.compile(rb"--user-data-dir=" + re.escape(bytes(profile)) + rb"(?![^\0 ])")
    known = {number for number, command in commands.items() if own.search(command)}
    while more := {child for child, parent in parents.items() if parent in known} - known:
        known |= more
    for number in known:
        yield Path(f"/proc/{number}"), commands[number]


def _kib(file: Path, field: str) -> int:
    return next(int(line.split()[1]) for line in file.read_text().splitlines() if line.startswith(field))
