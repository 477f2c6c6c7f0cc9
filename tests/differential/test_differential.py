# SPDX-License-Identifier: EUPL-1.2
"""Claim P29: Python and TypeScript accept and refuse the same inputs, with the same code."""

import os
from collections import Counter

import pytest

from tests.differential.inputs import Call, calls
from tests.differential.twins import answer_of_python, differences

SEED = int(os.environ.get("RELAY_SEED", "29"))
COUNT = int(os.environ.get("RELAY_CALLS", "1200"))


@pytest.mark.timeout(900)
def test_p29_both_languages_say_the_same_of_hostile_inputs() -> None:
    """Random and mutated inputs: one verdict, one code, one output; and never a crash."""
    made = list(calls(SEED, COUNT))
    found = differences(made)
    shown = [(one.call.fn, one.python, one.typescript, str(one.call.input)[:400]) for one in found[:5]]
    assert not found, f"{len(found)} of {COUNT} with seed {SEED}: {shown}"


def test_the_hostile_inputs_reach_acceptance_and_many_refusals() -> None:
    """A comparison of refusals alone would show little: every code of the readers turns up."""
    counts: Counter[str] = Counter()
    for call in calls(SEED, 1_500):
        answer = answer_of_python(call)
        counts[answer.get("error", "ok")] += 1
    assert counts["internal"] == 0
    reached = {"ok", "malformed", "not-canonical", "wrong-shape", "unknown-suite", "signature-wrong"}
    assert reached <= set(counts)
    assert counts["ok"] >= 60


def test_p29_a_difference_would_be_seen() -> None:
    """The comparison itself: a call that is answered otherwise is reported."""
    call = Call(fn="parse-path", input={"path": "/v1/programme"})
    assert answer_of_python(call) == {"ok": {"name": "programme", "arguments": {}}}
    assert differences([call]) == []
    assert answer_of_python(Call(fn="no-such-function", input={}))["error"] == "internal"
