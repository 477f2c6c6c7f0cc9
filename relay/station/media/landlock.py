# SPDX-License-Identifier: EUPL-1.2
"""Where bubblewrap does not work: a process that gives up files and network, then becomes the program.

Run as ``python -P -m relay.station.media.landlock``. It asks for a namespace without network, binds itself
to a Landlock rule set and to the system call filter, and replaces itself. If any but the namespace fails, so
does the run. Source: the kernel's userspace-api/landlock; struct layouts from linux/landlock.h.
"""

import ctypes
import os
import resource
import signal
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from relay.station.media.limits import Run
from relay.station.media.syscalls import load_filter

LEAST_ABI: Final = 3  # from here on truncating is governed too
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG: Final = 1
_PATH_BENEATH: Final = 1
_EXECUTE, _WRITE, _READ, _READ_DIR, _TRUNCATE = 1, 2, 4, 8, 1 << 14
_ALL_OF_ABI_3: Final = (1 << 15) - 1
_TCP_OF_ABI_4: Final = 3
_NETWORK_ABI: Final = 4
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_NEW_USER_AND_NETWORK: Final = 0x10000000 | 0x40000000
_READABLE: Final = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/dev/urandom",
    "/dev/null",
)


def landlocked(run: Run) -> list[str]:
    """Return the command line that runs a program behind Landlock."""
    limits = run.limits
    bounds = (
        *(limits.memory_bytes, limits.cpu_seconds, limits.output_bytes, limits.open_files),
        limits.tasks,
    )
    return [
        *(sys.executable, "-P", "-m", "relay.station.media.landlock"),
        *map(str, bounds),
        str(run.reads or ""),
        str(run.writes or ""),
        str(run.program),
        *run.arguments,
    ]


@cache
def landlock_works() -> bool:
    """Say whether this kernel has a Landlock that governs all that is needed."""
    return _abi() >= LEAST_ABI


def main(words: Sequence[str]) -> None:
    """Give up what the program does not need, and become it.

    Args:
        words: five numbers, two paths that may be empty, the program, its arguments.

    Raises:
        OSError: the kernel refused one of the walls.
    """
    *bounds, tasks = map(int, words[:5])
    reads, writes, program = words[5:8]
    _bound(*bounds)
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # Where it is forbidden, Landlock and the filter stand alone.
    is_apart = libc.unshare(_NEW_USER_AND_NETWORK) == 0
    # In a namespace of its own only its own threads count; elsewhere all of this person's do.
    _limit(resource.RLIMIT_NPROC, tasks if is_apart else tasks + _tasks_of_mine())
    allowed = {Path(path): _EXECUTE | _READ | _READ_DIR for path in (*_READABLE, program)}
    allowed |= {Path(reads): _READ} if reads else {}
    allowed |= {Path(writes): _READ | _WRITE | _TRUNCATE} if writes else {}
    _restrict(allowed)
    load_filter()
    os.execve(program, list(words[7:]), {"LANG": "C.UTF-8"})  # noqa: S606 - this is what is to be run


def _bound(memory_bytes: int, cpu_seconds: int, output_bytes: int, open_files: int) -> None:
    for kind, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, output_bytes),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _limit(kind, most)


def _limit(kind: int, most: int) -> None:
    _, highest = resource.getrlimit(kind)
    most = most if highest == resource.RLIM_INFINITY else min(most, highest)
    resource.setrlimit(kind, (most, most))


def _tasks_of_mine() -> int:
    """Return how many threads this person has; of a process that ends meanwhile, none."""
    found = 0
    for tasks in Path("/proc").glob("[0-9]*/task"):
        with suppress(OSError):
            facts = tasks.stat()  # a link for each folder in it, and two of its own
            found += facts.st_nlink - 2 if facts.st_uid == os.getuid() else 0
    return found


def _abi() -> int:
    return int(ctypes.CDLL(None).syscall(_CREATE_RULESET, None, 0, _VERSION_FLAG))


def _restrict(allowed: dict[Path, int]) -> None:
    network = _TCP_OF_ABI_4 if _abi() >= _NETWORK_ABI else 0
    handled = struct.pack("QQ", _ALL_OF_ABI_3, network) if network else struct.pack("Q", _ALL_OF_ABI_3)
    rules = _call(_CREATE_RULESET, handled, len(handled), 0)
    for path, rights in allowed.items():
        if path.exists():
            _allow(rules, path, rights)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    _call(_RESTRICT_SELF, rules, 0)
    os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    of_files = rights if path.is_dir() else rights & ~_READ_DIR
    _call(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", of_files, opened), 0)
    os.close(opened)


def _call(number: int, *arguments: int | bytes) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    found = int(libc.syscall(number, *arguments))
    if found < 0:
        raise OSError(ctypes.get_errno(), f"landlock call {number}")
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
