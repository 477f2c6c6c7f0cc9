# SPDX-License-Identifier: EUPL-1.2
"""No tool starts its work for who asks what it does, or who mistypes."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tools.readme import missing_tests

ROOT: Final = Path(__file__).parent.parent
TOOLS: Final = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in [*ROOT.glob("tools/*.py"), *ROOT.glob("tests/*/make.py")]
    if '__name__ == "__main__"' in path.read_text("utf-8")
] + ["bench"]
ASKED_WRONG: Final = 2


def said(*command: str) -> subprocess.CompletedProcess[str]:
    """Run ``command`` for at most a minute."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_says_what_it_does_and_refuses_an_unknown_option(tool: str) -> None:
    """Otherwise ``--help`` rewrites a table, drafts a migration or runs for half an hour."""
    explained = said(sys.executable, "-m", tool, "--help")
    refused = said(sys.executable, "-m", tool, "--no-such-option")
    assert (explained.returncode, refused.returncode) == (0, ASKED_WRONG)
    assert "usage:" in explained.stdout
    assert "usage:" in refused.stderr


@pytest.mark.parametrize("tool", ["tools.check", "tools.guards"])
def test_a_word_that_means_nothing_is_refused(tool: str) -> None:
    """A check of nothing would say that all is well."""
    assert said(sys.executable, "-m", tool, "no-such-word").returncode == ASKED_WRONG


@pytest.mark.parametrize("command", ["test", "fmt", "lock", "setup", "shots"])
def test_help_after_a_command_is_the_usage(command: str) -> None:
    """Asked what it does, no command does it."""
    explained = said("./dev", command, "--help")
    assert explained.returncode == 0
    assert explained.stdout.startswith("usage: ./dev COMMAND")


@pytest.mark.parametrize("command", ["fmt", "lock", "setup", "no-such-command"])
def test_a_command_that_takes_no_words_takes_none(command: str) -> None:
    """What was mistyped is said, and nothing is changed."""
    refused = said("./dev", command, "--no-such-option")
    assert refused.returncode == ASKED_WRONG
    assert refused.stderr.startswith("usage: ./dev COMMAND")


def test_a_page_names_no_test_that_is_not_there() -> None:
    """A claim that nothing shows is none: the file, the folder and the test's own name are looked for."""
    there = "`tests/faults`, `test_tools.py::test_a_word_that_means_nothing_is_refused`, `place.test.ts`"
    gone = "`tests/fault`, `test_tools.py::test_nothing`, `test_no_such.py`, `no.test.ts`, `test_nothing`"
    assert list(missing_tests(there)) == []
    assert sorted(missing_tests(gone)) == [
        "no.test.ts",
        "test_no_such.py",
        "test_nothing",
        "test_tools.py::test_nothing",
        "tests/fault",
    ]
