# SPDX-License-Identifier: EUPL-1.2
"""Locks say what and with which hash, never from where: an address would tie the tree to one machine's registry."""

import re
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
ADDRESS: Final = re.compile(r"https?://|git\+|file:|--(?:extra-)?index-url|--find-links|\"resolved\"")
# npm notes where to thank an author; that is not where a package comes from.
FUNDING: Final = re.compile(r'^\s*"(?:url|funding)":')


def addresses(lock: Path) -> list[str]:
    """Return the lines of ``lock`` that say where something is fetched from."""
    return [
        f"{lock.relative_to(ROOT)}:{number}: {line.strip()}"
        for number, line in enumerate(lock.read_text("utf-8").splitlines(), start=1)
        if ADDRESS.search(line) and not FUNDING.match(line)
    ]


def without_hash(lock: Path) -> list[str]:
    """Return the requirements of a Python lock that carry no hash."""
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8"))
    return [f"{lock.relative_to(ROOT)}: {entry.splitlines()[0]}" for entry in entries if entry.strip() and "--hash=sha256:" not in entry]


def main() -> int:
    """Print every fault and return how many there are, at most 1."""
    python_locks = sorted(ROOT.joinpath("requirements").glob("*.txt"))
    locks = [*python_locks, *ROOT.glob("web/package-lock.json"), *ROOT.glob("bench/**/package-lock.json"), *ROOT.glob("web/.npmrc")]
    faults = [fault for lock in locks if "node_modules" not in lock.parts for fault in addresses(lock)]
    faults += [fault for lock in python_locks for fault in without_hash(lock)]
    print("\n".join(faults) or f"{len(locks)} locks without addresses")
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
