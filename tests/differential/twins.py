# SPDX-License-Identifier: EUPL-1.2
"""Runs the TypeScript twin beside this process and compares verdicts, line by line."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.differential.inputs import Call
from tests.vectors.functions import call as call_python

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPT: Final = ROOT / "web" / "tests" / "differential.mjs"
MAX_SECONDS: Final = 900


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A call that the two languages answer differently, or that one of them fails on."""

    call: Call
    python: Any
    typescript: Any


def node() -> str:
    """Return the Node that runs the twin.

    Raises:
        RuntimeError: there is none; ``./dev test`` sets one up.
    """
    found = shutil.which("node")
    if found is None:
        raise RuntimeError("no node on the path: run ./dev test")
    return found


def answers_of_typescript(calls: Iterable[Call]) -> list[Any]:
    """Return the twin's answers, in order.

    Raises:
        RuntimeError: it ended early, or said something on its error output.
    """
    lines = "".join(call.line() for call in calls)
    done = subprocess.run(
        [node(), str(SCRIPT)],
        input=lines,
        capture_output=True,
        text=True,
        cwd=ROOT / "web",
        timeout=MAX_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the twin ended with {done.returncode}: {done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def answer_of_python(call: Call) -> Any:
    """Return our own answer; what is no refusal is ``internal``, as the line protocol says."""
    try:
        return json.loads(json.dumps(call_python(call.fn, call.input)))
    except Exception as bug:  # noqa: BLE001 - that there is none is what the test shows
        return {"error": "internal", "bug": repr(bug)[:300]}


def differences(calls: list[Call]) -> list[Difference]:
    """Return every call on which the languages differ, or either has a bug."""
    theirs = answers_of_typescript(calls)
    if len(theirs) != len(calls):
        raise RuntimeError(f"{len(theirs)} answers to {len(calls)} calls")
    found: list[Difference] = []
    for call, typescript in zip(calls, theirs, strict=True):
        python = answer_of_python(call)
        if python != typescript or python.get("error") == "internal":
            found.append(Difference(call=call, python=python, typescript=typescript))
    return found
