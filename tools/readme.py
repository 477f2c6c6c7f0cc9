# SPDX-License-Identifier: EUPL-1.2
"""The README and the docs name only commands that exist, and files and tests that are there."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import click

from relay.cli.entry import main as relay
from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
DEV_COMMAND: Final = re.compile(r"\./dev ([a-z]+)")
RELAY_COMMAND: Final = re.compile(r"(?:^|`)relay ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", re.MULTILINE)
TEST: Final = re.compile(r"`((?:[\w-]+/)*(?:test_\w+\.py|[\w-]+\.test\.tsx?)|tests/[\w/-]+)(?:::(\w+))?`")
NAME: Final = re.compile(r"`(test_\w+)`")
LINK: Final = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def dev_usage() -> str:
    """Return what ``./dev help`` prints."""
    return subprocess.run(["./dev", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def is_command(*words: str) -> bool:
    """Say whether ``relay`` has a command of these words."""
    found: click.Command | None = relay
    for word in words:
        found = found.commands.get(word) if isinstance(found, click.Group) else None
    return found is not None


@cache
def tests() -> dict[str, str]:
    """Return the text of each test, by its path in the tree."""
    found = [*ROOT.joinpath("tests").rglob("test_*.py"), *ROOT.joinpath("web", "src").rglob("*.test.ts*")]
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in found}


def missing_tests(text: str) -> Iterator[str]:
    """Yield the files, folders and names of tests in ``text`` that are not there."""
    for path, name in sorted(set(TEST.findall(text))):
        files = [words for at, words in tests().items() if at == path or at.endswith(f"/{path}")]
        if not files and not ROOT.joinpath(path).is_dir():
            yield path
        elif name and not any(f"def {name}(" in words for words in files):
            yield f"{path}::{name}"
    for name in sorted(set(NAME.findall(text))):
        if not any(f"def {name}(" in words for words in tests().values()):
            yield name


def missing_commands(text: str, usage: str) -> Iterator[str]:
    """Yield the commands in ``text`` that do not exist."""
    for command in sorted(set(DEV_COMMAND.findall(text))):
        if f"\n  {command}" not in usage:
            yield f"./dev {command}"
    for command, below in sorted(set(RELAY_COMMAND.findall(text))):
        words = [command, below] if command == "manager" and below else [command]
        if not is_command(*words):
            yield f"relay {' '.join(words)}"


def faults(page: Path, usage: str) -> Iterator[str]:
    """Yield what ``page`` promises and the tree does not hold."""
    text = page.read_text("utf-8")
    name = page.relative_to(ROOT)
    for missing in (*missing_commands(text, usage), *missing_tests(text)):
        yield f"{name}: there is no `{missing}`"
    for target in sorted(set(LINK.findall(text))):
        if not page.parent.joinpath(target).exists():
            yield f"{name}: there is no {target}"


def main() -> int:
    """Print every fault; return 1 if there is one."""
    no_arguments(__doc__)
    usage = dev_usage()
    pages = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").rglob("*.md"))]
    found = [fault for page in pages for fault in faults(page, usage)]
    print("\n".join(found) or f"{len(pages)} pages name only what exists")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
