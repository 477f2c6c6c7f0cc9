# SPDX-License-Identifier: EUPL-1.2
"""The one way in which a program touches a film: bubblewrap, else Landlock, else not at all."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from relay.errors import SandboxMissingError
from relay.station.media.bubblewrap import bubblewrap_works, bubblewrapped
from relay.station.media.landlock import landlock_works, landlocked
from relay.station.media.limits import Run
from relay.station.media.syscalls import filter_file

Walls = Literal["bubblewrap", "landlock"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walled:
    """A command line, and the open files that it needs."""

    command: Sequence[str]
    files: Sequence[int]


def find_walls() -> Walls:
    """Return what keeps a program in on this machine.

    Raises:
        SandboxMissingError: nothing does.
    """
    if bubblewrap_works():
        return "bubblewrap"
    if landlock_works():
        return "landlock"
    raise SandboxMissingError("neither bubblewrap nor Landlock works")


@contextmanager
def walled(run: Run, walls: Walls) -> Generator[Walled]:
    """Give the command line for ``run`` inside ``walls``; it is good as long as the block lasts."""
    if walls == "landlock":
        yield Walled(command=landlocked(run), files=())
        return
    with filter_file() as rules:
        yield Walled(command=bubblewrapped(run, filter_fd=rules.fileno()), files=(rules.fileno(),))
