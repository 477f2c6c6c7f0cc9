# SPDX-License-Identifier: EUPL-1.2
"""One run of a program over a film, and what it may take; whatever takes more is stopped and refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MIB: Final = 1024 * 1024
_GIB: Final = 1024 * _MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one run of ffmpeg.

    Attributes:
        wall_seconds: from start to end, on the monotonic clock.
        cpu_seconds: of all its threads together.
        memory_bytes: of address space.
        output_bytes: of the one file that it may write.
        open_files: at once.
        tasks: threads at once, where the system counts them (not for root).
    """

    wall_seconds: float
    cpu_seconds: int
    memory_bytes: int = 2 * _GIB
    output_bytes: int = 4 * _GIB
    open_files: int = 64
    tasks: int = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A program over a film, not started yet.

    Attributes:
        program: its absolute path.
        arguments: for it; they name ``reads`` and ``writes`` by their own paths.
        limits: what it may take.
        reads: the only file of the machine's owner that it may read.
        writes: the only file that it may write; it must be there already.
    """

    program: Path
    arguments: Sequence[str]
    limits: Limits
    reads: Path | None = None
    writes: Path | None = None


LOOK: Final = Limits(wall_seconds=30, cpu_seconds=30, output_bytes=16 * _MIB)
"""To see what a film is, and for a picture of it."""

SHEET: Final = Limits(wall_seconds=300, cpu_seconds=300, output_bytes=16 * _MIB)
"""For pictures from all over a film."""

COPY: Final = Limits(wall_seconds=600, cpu_seconds=600)
"""To copy a film without opening its pictures."""

_AT_LEAST_SECONDS: Final = 120.0
_SHARE: Final = 4.0
_CORES: Final = 4


def encoding(duration_seconds: float) -> Limits:
    """Return the bounds for encoding a film anew: four times as long as it plays."""
    wall = max(_AT_LEAST_SECONDS, _SHARE * duration_seconds)
    return Limits(wall_seconds=wall, cpu_seconds=int(wall * _CORES))
