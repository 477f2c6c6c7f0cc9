# SPDX-License-Identifier: EUPL-1.2
"""The README and the docs name only commands that exist, and files that are there."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
DEV_COMMAND: Final = re.compile(r"\./dev ([a-z]+)")
RELAY_COMMAND: Final = re.compile(r"(?:^|`)relay ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", re.MULTILINE)
LINK: Final = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@cache
def says(*command: str) -> str | None:
    """Return what ``command`` prints, or nothing if it fails."""
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout if run.returncode == 0 else None


def missing_commands(text: str, dev_usage: str) -> Iterator[str]:
    """Yield the commands in ``text`` that do not exist."""
    for command in sorted(set(DEV_COMMAND.findall(text))):
        if f"\n  {command}" not in dev_usage:
            yield f"./dev {command}"
    for command, below in sorted(set(RELAY_COMMAND.findall(text))):
        words = [command, below] if command == "manager" and below else [command]
        if says("relay", *words, "--help") is None:
            yield f"relay {' '.join(words)}"


def faults(page: Path, dev_usage: str) -> Iterator[str]:
    """Yield what ``page`` promises and the tree does not hold."""
    text = page.read_text("utf-8")
    name = page.relative_to(ROOT)
    for command in missing_commands(text, dev_usage):
        yield f"{name}: there is no `{command}`"
    for target in sorted(set(LINK.findall(text))):
        if not page.parent.joinpath(target).exists():
            yield f"{name}: there is no {target}"


def main() -> int:
    """Print every fault; return 1 if there is one."""
    no_arguments(__doc__)
    dev_usage = says("./dev", "help") or ""
    pages = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").rglob("*.md"))]
    found = [fault for page in pages for fault in faults(page, dev_usage)]
    print("\n".join(found) or f"{len(pages)} pages name only what exists")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
