# SPDX-License-Identifier: EUPL-1.2
"""``./dev check``: what can be said about the tree without running it, each under its heading."""

import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.arguments import parser
from tools.letter_table import UNICODE

ROOT: Final = Path(__file__).parent.parent
WEB: Final = ROOT / "web"
BIN: Final = WEB / "node_modules" / ".bin"

Step = tuple[str, list[str], Path]


def steps() -> Iterator[Step]:
    """Yield a heading, a command line and the folder to run it in."""
    python = [sys.executable, "-m"]
    yield "lint", ["ruff", "check", "--quiet", "--output-format=concise", "."], ROOT
    yield "format", ["ruff", "format", "--quiet", "--check", "."], ROOT
    yield "types", ["basedpyright", "--level", "warning"], ROOT
    yield "floors", ["lint-imports", "--no-cache"], ROOT
    yield "sizes", [*python, "tools.sizes"], ROOT
    yield "catalogues", [*python, "tools.catalogues"], ROOT
    yield "words", [*python, "tools.words", "--check"], ROOT
    yield "locks", [*python, "tools.locks"], ROOT
    yield "readme", [*python, "tools.readme"], ROOT
    yield "web types", [str(BIN / "tsc"), "--noEmit"], WEB
    yield (
        "web lint and format",
        [str(BIN / "biome"), "ci", "--colors=off", "--max-diagnostics=100", "--error-on-warnings", "."],
        WEB,
    )
    yield "vectors as generated", [*python, "tests.vectors.make", "--check"], ROOT
    yield "web wire types as generated", [*python, "tools.wire_ts", "--check"], ROOT
    yield "web tables as generated", [*python, "tools.tables_ts", "--check"], ROOT
    yield "phone plans as generated", [*python, "tools.phone_table", "--check"], ROOT
    if unicodedata.unidata_version == UNICODE:  # another Python has other tables to compare with
        yield "letter table as generated", [*python, "tools.letter_table", "--check"], ROOT
        yield "assigned table as generated", [*python, "tools.assigned_table", "--check"], ROOT
        yield "look-alikes as generated", [*python, "tools.look_alike_table", "--check"], ROOT
    yield "guards fit", [*python, "tools.guards", "--fit"], ROOT
    yield "states as generated", [*python, "tools.states", "--check"], ROOT
    yield "openapi as generated", ["relay", "openapi", "--check"], ROOT


def passes(name: str, command: list[str], folder: Path) -> bool:
    """Run one step, print what it said only if it failed, and say how long it took."""
    started = time.monotonic()
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    verdict = "ok" if run.returncode == 0 else "FAILED"
    print(f"{verdict:6} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if run.returncode:
        print(run.stdout + run.stderr, flush=True)
    return run.returncode == 0


def chosen() -> list[Step]:
    """Return the steps whose heading holds a word of the command line, or all."""
    every = list(steps())
    arguments = parser(f"{__doc__}\n\n{', '.join(name for name, _, _ in every)}")
    arguments.add_argument("words", nargs="*", metavar="WORD", help="part of a heading; without one, all")
    words: list[str] = arguments.parse_args().words
    if strange := [word for word in words if not any(word in name for name, _, _ in every)]:
        arguments.error(f"no heading holds {', '.join(strange)}")
    return [step for step in every if not words or any(word in step[0] for word in words)]


def main() -> int:
    """Run every step, or those named on the command line; return 1 if one failed."""
    failed = [name for name, command, folder in chosen() if not passes(name, command, folder)]
    print(f"check: {', '.join(failed)} failed" if failed else "check: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
