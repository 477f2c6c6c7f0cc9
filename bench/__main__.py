# SPDX-License-Identifier: EUPL-1.2
"""``./dev bench [--quick|--full] [GROUP …]``: run, print one table, end with 1 if a gate was missed."""

import argparse
import json
import os
import platform
import sys
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from bench import browser, films, highlighting, letters, page, queues, ranges, sealing, steps, uploads
from bench.harness import Figure

_HERE: Final = Path(__file__).parent
_RESULTS: Final = _HERE / "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is done.

    Rounds, chunks sealed a round, requests a round, messages in the large queue, chunks of a film, and for
    how many seconds it is read.
    """

    reps: int
    chunks: int
    requests: int
    messages: int
    film: int
    seconds: int
    minutes: int


_QUICK: Final = Size(reps=3, chunks=400, requests=400, messages=100_000, film=1024, seconds=1, minutes=2)
_FULL: Final = Size(reps=5, chunks=2000, requests=1000, messages=1_000_000, film=8192, seconds=4, minutes=30)

_GROUPS: Final[Mapping[str, Callable[[Size], list[Figure]]]] = {
    "page": lambda _: page.measure(),
    "sealing": lambda size: sealing.measure(reps=size.reps, chunks=size.chunks),
    "browser": lambda size: browser.measure(reps=size.reps, chunks=size.film),
    "steps": lambda size: steps.measure(reps=size.reps),
    "highlights": lambda size: highlighting.measure(reps=5 * size.reps),
    "queue": lambda size: queues.measure(reps=size.reps, messages=size.messages),
    "uploads": lambda size: uploads.measure(reps=size.reps, chunks=size.film),
    "ranges": lambda size: ranges.measure(reps=size.reps, chunks=size.film, seconds=size.seconds),
    "films": lambda size: films.measure(reps=size.reps, minutes=size.minutes),
    "letters": lambda size: letters.measure(reps=size.reps, requests=size.requests),
}


def verdict(figure: Figure, goals: Sequence[Mapping[str, Any]], *, full: bool) -> tuple[str, bool]:
    """Return what the floor says of a figure, and whether that ends the run with 1."""
    for goal in goals:
        if goal.get("full") and not full:
            continue
        if (goal["id"], goal["peer"]) == (figure.id, figure.peer):
            met = goal.get("least", 0.0) <= figure.ratio <= goal.get("most", float("inf"))
            floor = f"≥ {goal['least']}" if "least" in goal else f"≤ {goal['most']}"
            return f"{floor} {'met' if met else 'MISSED'}", bool(goal.get("gate")) and not met
    return "", False


def main() -> int:
    """Measure what was asked for and print it."""
    asked = _arguments()
    size = _FULL if asked.full else _QUICK
    goals = tomllib.loads((_HERE / "goals.toml").read_text("utf-8"))["goal"]
    failed = False
    print(f"{'':8}{'what':46}{'peer':18}{'ours':>10}{'peer':>10} {'':6}{'ratio':>7}  floor", flush=True)
    for group in asked.groups or _GROUPS:
        figures = _GROUPS[group](size)
        for figure in figures:
            said, ends = verdict(figure, goals, full=asked.full)
            failed = failed or ends
            print(_row(figure, said), flush=True)
        if asked.full:
            _keep(figures)
    print("bench: a gate was missed" if failed else "bench: every gate is met")
    return 1 if failed else 0


def _row(figure: Figure, said: str) -> str:
    return (
        f"{figure.id:8}{figure.what:46}{figure.peer:18}{figure.ours:10.1f}{figure.theirs:10.1f} "
        f"{figure.unit:6}{figure.ratio:7.2f}  {said}"
    )


def _keep(figures: Sequence[Figure]) -> None:
    """Keep what was measured, with how much else was to be done, beside the day's other groups."""
    _RESULTS.mkdir(exist_ok=True)
    day, load = time.strftime("%Y-%m-%d"), round(os.getloadavg()[2], 1)
    file = _RESULTS / f"{day}.json"
    anew = [{**asdict(one), "load": load} for one in figures]
    before: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["figures"] if file.exists() else []
    named = {(one["id"], one["what"], one["peer"]) for one in anew}
    content = {
        "day": day,
        "machine": {"python": platform.python_version(), "system": platform.system(), "cores": _cores()},
        "figures": [*(one for one in before if (one["id"], one["what"], one["peer"]) not in named), *anew],
    }
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"bench: kept in {file.relative_to(_HERE.parent)}")


def _cores() -> int:
    return sum(line.startswith("processor") for line in Path("/proc/cpuinfo").read_text().splitlines())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="a minute and a half; the default")
    size.add_argument("--full", action="store_true", help="longer, and kept in bench/results")
    parser.add_argument("groups", nargs="*", choices=[*_GROUPS, []], help="all without a name")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
