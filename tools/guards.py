# SPDX-License-Identifier: EUPL-1.2
"""Take each safeguard away in a copy of the tree, and see that its test fails.

A test that still passes without the line it is there for shows nothing.
``tests/guards.toml`` holds one ``[[guard]]`` a safeguard::

    claim = "P2"                         # of the protocol, or a promise of the README
    file = "relay/protocol/approval.py"  # or a file in web/
    find = "…exact text, standing once…"
    replace = "…"
    test = "tests/protocol/test_approval.py::test_p2_…"
    # or "vitest:src/protocol/approval.test.ts:part of the test's name"
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tools.arguments import parser

ROOT: Final = Path(__file__).parent.parent
KEPT_OUT: Final = shutil.ignore_patterns(
    ".git",
    ".venv",
    ".tools",
    "node_modules",
    "dist",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    ".demo",
    ".shots",
)
LINKED: Final = ("web/node_modules", "web/dist")
MAX_SECONDS: Final = 180
PYTEST_FAILED: Final = 1  # 2 to 5 mean that no test ran, which shows nothing


class GuardWrongError(Exception):
    """A row of ``guards.toml`` that does not fit the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One safeguard, how to take it away, and the test that must then fail."""

    claim: str
    file: str
    find: str
    replace: str
    test: str

    @property
    def name(self) -> str:
        """What to call it in a report."""
        return f"{self.claim:5} {self.file}: {self.test.rsplit(':', maxsplit=1)[-1]}"


def read_guards(wanted: Sequence[str]) -> list[Guard]:
    """Return the rows whose claim, file or test holds one of the ``wanted`` words."""
    rows = tomllib.loads(ROOT.joinpath("tests", "guards.toml").read_text("utf-8"))["guard"]
    guards = [Guard(**row) for row in rows]
    return [guard for guard in guards if not wanted or any(chosen(guard, word) for word in wanted)]


def chosen(guard: Guard, word: str) -> bool:
    """Say whether ``word`` is the guard's claim, or part of its file's or test's name."""
    return word == guard.claim or word in guard.file or word in guard.test


def one_a_claim(guards: Sequence[Guard]) -> list[Guard]:
    """Return the first row of each claim."""
    return list({guard.claim: guard for guard in reversed(guards)}.values())[::-1]


def misfits(guards: Sequence[Guard]) -> list[str]:
    """Say which rows name text that does not stand in its file exactly once."""
    texts = {guard.file: ROOT.joinpath(guard.file) for guard in guards}
    return [
        f"{guard.name}: does not fit the tree"
        for guard in guards
        if not texts[guard.file].is_file() or texts[guard.file].read_text("utf-8").count(guard.find) != 1
    ]


def copied(into: Path) -> Path:
    """Copy the tree, with links to what is large and never changed by a guard."""
    tree = into / "tree"
    shutil.copytree(ROOT, tree, ignore=KEPT_OUT, symlinks=True)
    for name in LINKED:
        if ROOT.joinpath(name).exists():
            tree.joinpath(name).symlink_to(ROOT / name)
    return tree


def without(guard: Guard, tree: Path) -> str:
    """Take the safeguard away in ``tree`` and return the file's text as it was.

    Raises:
        GuardWrongError: the text does not stand in the file exactly once.
    """
    file = tree / guard.file
    text = file.read_text("utf-8") if file.is_file() else ""
    if text.count(guard.find) != 1 or guard.find == guard.replace:
        raise GuardWrongError(f"{guard.file}: stands {text.count(guard.find)} times: {guard.find!r}")
    file.write_text(text.replace(guard.find, guard.replace), "utf-8")
    return text


def fails_in_pytest(test: str, tree: Path) -> bool:
    """Say whether ``test`` ran and failed."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
        test,
    ]
    run = subprocess.run(
        command,
        cwd=tree,
        env=environment(tree),
        capture_output=True,
        text=True,
        check=False,
        timeout=MAX_SECONDS,
    )
    if run.returncode not in {0, PYTEST_FAILED}:
        raise GuardWrongError(f"{test} did not run:\n{run.stdout[-1500:]}{run.stderr[-1500:]}")
    return run.returncode == PYTEST_FAILED


def environment(tree: Path) -> Mapping[str, str]:
    """Return variables under which ``import relay`` means the copy, not the installed tree."""
    return {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}


def fails_in_vitest(test: str, tree: Path) -> bool:
    """Say whether a test of the web app, ``file:part of its name``, ran and failed."""
    file, _, name = test.partition(":")
    command = ["node_modules/.bin/vitest", "run", file, "-t", re.escape(name), "--reporter=json"]
    run = subprocess.run(
        command, cwd=tree / "web", capture_output=True, text=True, check=False, timeout=MAX_SECONDS
    )
    report: dict[str, Any] = json.loads(run.stdout[run.stdout.find("{") :] or "{}")
    if not report.get("numPassedTests", 0) + report.get("numFailedTests", 0):
        raise GuardWrongError(f"vitest {test} did not run:\n{run.stdout[-800:]}{run.stderr[-800:]}")
    return report["numFailedTests"] > 0


def fails(guard: Guard, tree: Path) -> bool:
    """Run the guard's test in ``tree``; say whether it fails."""
    if guard.test.startswith("vitest:"):
        return fails_in_vitest(guard.test.removeprefix("vitest:"), tree)
    return fails_in_pytest(guard.test, tree)


def holds(guard: Guard, tree: Path) -> str:
    """Return nothing if the test notices, or what is wrong."""
    try:
        text = without(guard, tree)
        try:
            return "" if fails(guard, tree) else "the test passes without it"
        finally:
            tree.joinpath(guard.file).write_text(text, "utf-8")
    except (GuardWrongError, subprocess.TimeoutExpired) as wrong:
        return str(wrong)


def arguments() -> tuple[Namespace, list[Guard]]:
    """Return what the command line asks for, and the guards that it means."""
    command = parser(__doc__)
    how = command.add_mutually_exclusive_group()
    how.add_argument(
        "--quick", action="store_true", help="one guard a claim; of the others, see that they fit"
    )
    how.add_argument("--fit", action="store_true", help="try none: see that every row fits the tree")
    command.add_argument(
        "words", nargs="*", metavar="WORD", help="a claim, or part of the name of its file or test"
    )
    asked = command.parse_args()
    guards = read_guards(asked.words)
    if not guards:
        command.error(f"no guard has {' or '.join(asked.words)} in its claim, file or test")
    return asked, guards


def main() -> int:
    """Try every guard, or those named on the command line; return 1 if one shows nothing."""
    asked, guards = arguments()
    unfit = misfits(guards)
    print("\n".join(unfit), end="\n" if unfit else "", flush=True)
    if asked.fit:
        return 1 if unfit else 0
    unnoticed = 0
    if asked.quick:
        guards = one_a_claim(guards)
    with tempfile.TemporaryDirectory() as folder:
        tree = copied(Path(folder))
        for guard in guards:
            wrong = holds(guard, tree)
            unnoticed += bool(wrong)
            print(f"{'FAILED' if wrong else 'ok':6} {guard.name}{': ' + wrong if wrong else ''}", flush=True)
    print(f"guards: {len(guards) - unnoticed} of {len(guards)} noticed")
    return 1 if unnoticed or unfit else 0


if __name__ == "__main__":
    sys.exit(main())
