# SPDX-License-Identifier: EUPL-1.2
"""What a browser must load before the first page stands, compressed, beside its budget."""

import gzip
import re
from pathlib import Path
from typing import Final

from bench.harness import Figure

_DIST: Final = Path(__file__).parent.parent / "web" / "dist"
_BUDGET_KIB: Final = 25.0
_TOTAL_KIB: Final = 400.0
_LEVEL: Final = 9


def measure() -> list[Figure]:
    """Weigh what the first page loads, one language's strings included, and all that one person can load."""
    strings = max(_weight(file) for file in (_DIST / "assets").glob("[ef][nr]-????????.js"))
    first = sum(_weight(script) for script in _first_scripts()) + strings
    every = sum(_weight(file) for file in _DIST.rglob("*.js") if not file.name.startswith("fr-"))
    return [
        _figure("F1", "scripts and strings of the first page", first, _BUDGET_KIB),
        _figure("F2", "every script, in one language", every, _TOTAL_KIB),
    ]


def _first_scripts() -> set[Path]:
    page = (_DIST / "index.html").read_text("utf-8")
    waiting = [_DIST / found.lstrip("/") for found in re.findall(r'(?:src|href)="([^"]+\.js)"', page)]
    seen: set[Path] = set()
    while waiting:
        script = waiting.pop()
        if script not in seen:
            seen.add(script)
            source = script.read_text("utf-8")
            named: list[str] = re.findall(r'(?:from|import)\s*"(\./[^"]+\.js)"', source)
            waiting += [script.parent / found for found in named]
    return seen


def _weight(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), _LEVEL)) / 1024


def _figure(id_: str, what: str, kib: float, budget: float) -> Figure:
    return Figure(
        id=id_, what=what, peer="budget", unit="KiB gz", ours=kib, theirs=budget, ratio=kib / budget
    )
