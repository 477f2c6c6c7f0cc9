# SPDX-License-Identifier: EUPL-1.2
"""How long the page looks for highlights in the longest letter, beside the longest task it may have."""

import json
import statistics

from bench.harness import Figure
from bench.sealing import run_typescript

_LONGEST_TASK_MS = 50.0


def measure(*, reps: int) -> list[Figure]:
    """Highlight a letter of 50,000 characters ``reps`` times."""
    found: list[float] = json.loads(run_typescript("highlights.ts", reps))
    took = statistics.median(found)
    return [
        Figure(
            id="H1",
            what="highlights of 50,000 characters",
            peer="budget",
            unit="ms",
            ours=took,
            theirs=_LONGEST_TASK_MS,
            ratio=took / _LONGEST_TASK_MS,
        )
    ]
