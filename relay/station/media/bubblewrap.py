# SPDX-License-Identifier: EUPL-1.2
"""A command line inside bubblewrap: namespaces of its own, no network, no home, one file in and one out."""

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from relay.station.media.limits import LOOK, Limits, Run
from relay.station.media.syscalls import filter_file

_BWRAP: Final = Path("/usr/bin/bwrap")
_PRLIMIT: Final = Path("/usr/bin/prlimit")
_TRY_SECONDS: Final = 10.0
# What a program needs in order to start. Debian's libblas is found through /etc/alternatives.
_SYSTEM: Final = ("/usr", "/etc/alternatives", "/etc/ld.so.cache", "/lib", "/lib64", "/bin")


def bubblewrapped(run: Run, *, filter_fd: int) -> list[str]:
    """Return the command line that runs a program with nothing but what it needs.

    Args:
        run: the program, its files and its limits.
        filter_fd: an open file with the system call filter, passed on to the process.
    """
    return [
        str(_BWRAP),
        *("--unshare-all", "--cap-drop", "ALL", "--new-session", "--die-with-parent", "--clearenv"),
        *("--setenv", "LANG", "C.UTF-8", "--hostname", "station"),
        *(word for path in _SYSTEM for word in ("--ro-bind-try", path, path)),
        *("--proc", "/proc", "--dev", "/dev"),
        *_binds(run),
        *("--remount-ro", "/", "--remount-ro", "/dev", "--chdir", "/", "--seccomp", str(filter_fd), "--"),
        *_bounded(run.limits),
        str(run.program),
        *run.arguments,
    ]


@cache
def bubblewrap_works() -> bool:
    """Say whether bubblewrap is here and may make its namespaces."""
    if not (_BWRAP.is_file() and _PRLIMIT.is_file()):
        return False
    with filter_file() as rules:
        command = bubblewrapped(
            Run(program=Path("/usr/bin/true"), arguments=(), limits=LOOK), filter_fd=rules.fileno()
        )
        tried = subprocess.run(  # noqa: S603 - a command line of our own
            command, capture_output=True, check=False, timeout=_TRY_SECONDS, pass_fds=[rules.fileno()]
        )
    return tried.returncode == 0


def _binds(run: Run) -> Iterator[str]:
    if not run.program.is_relative_to("/usr"):
        yield from ("--ro-bind", str(run.program), str(run.program))
    if run.reads is not None:
        yield from ("--ro-bind", str(run.reads), str(run.reads))
    if run.writes is not None:
        yield from ("--bind", str(run.writes), str(run.writes))


def _bounded(limits: Limits) -> list[str]:
    return [
        str(_PRLIMIT),
        f"--as={limits.memory_bytes}",
        f"--cpu={limits.cpu_seconds}",
        f"--fsize={limits.output_bytes}",
        f"--nofile={limits.open_files}",
        f"--nproc={limits.tasks}",
        "--core=0",
        "--",
    ]
