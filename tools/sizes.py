# SPDX-License-Identifier: EUPL-1.2
"""Rooms stay small: files of at most 400 lines, functions of at most 40, and a licence line on each file."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
MAX_FILE_LINES: Final = 400
MAX_FUNCTION_LINES: Final = 40
MAX_TEST_LINES: Final = 80  # a test tells its story in one place
LICENCE: Final = "SPDX-License-Identifier: EUPL-1.2"
BANNED: Final = {
    "utils",
    "helpers",
    "common",
    "misc",
    "manager",
    "base",
    "data",
    "info",
    "process",
    "handler",
}
SOURCES: Final = {".py", ".ts", ".tsx", ".css", ".sh"}
MADE: Final = re.compile(
    r"(^|/)(words_[a-z]+\.|[a-z]+_table\.|locales/words\.ts$|migrations/versions/)"
)  # lists and records, not rooms


def tracked() -> list[Path]:
    """Return the source files that git knows, or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    files = [ROOT / name for name in names if Path(name).suffix in SOURCES and not MADE.search(name)]
    return sorted({file for file in files if file.is_file()})


def is_test(file: Path) -> bool:
    """Say whether ``file`` is a test, whose functions may be longer."""
    return file.is_relative_to(ROOT / "tests") or ".test." in file.name


def long_functions(file: Path, text: str) -> Iterator[str]:
    """Yield the Python functions of ``file`` that are too long."""
    limit = MAX_TEST_LINES if is_test(file) else MAX_FUNCTION_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > limit:
                yield f"{file.relative_to(ROOT)}:{node.lineno}: {node.name}: {lines} lines, at most {limit}"


def faults(file: Path) -> Iterator[str]:
    """Yield what is too big, unnamed or unlicensed in ``file``."""
    text = file.read_text("utf-8")
    name = file.relative_to(ROOT)
    count = text.count("\n")
    if count > MAX_FILE_LINES:
        yield f"{name}: {count} lines, at most {MAX_FILE_LINES}"
    if text.strip() and LICENCE not in text[:200]:
        yield f"{name}: no licence line"
    if file.name.split(".", maxsplit=1)[0] in BANNED:
        yield f"{name}: the name says nothing"
    if file.suffix == ".py":
        yield from long_functions(file, text)


def main() -> int:
    """Print every fault; return 1 if there is one."""
    no_arguments(__doc__)
    files = tracked()
    found = [fault for file in files for fault in faults(file)]
    print("\n".join(found) or f"{len(files)} files within their sizes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
