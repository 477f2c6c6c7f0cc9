# SPDX-License-Identifier: EUPL-1.2
"""What a browser must load before the first page stands, and all that one person can load, compressed.

One person: nobody is a participant and a mediator at once, so each room of the app is weighed with what all
share, and without the other rooms. Video is fetched by who wants it, and has a budget of its own.
"""

import gzip
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.harness import Figure

_DIST: Final = (Path(__file__).parent.parent / "web" / "dist").resolve()
_BUDGET_KIB: Final = 25.0
_TOTAL_KIB: Final = 400.0  # for who may be on a telephone, with little to spend
_OFFICE_KIB: Final = 500.0  # for who works here: reading for review brings its own tools
_FILM_KIB: Final = 180.0  # on top, for who records, sends or watches a video
_WATCHING: Final = frozenset({"participant", "desk"})
_LEVEL: Final = 9


def measure() -> list[Figure]:
    """Weigh what the first page loads with the strings of one language, and what each room's people load."""
    strings = max(_weight(file) for file in (_DIST / "assets").glob("[ef][nr]-????????.js"))
    first = sum(map(_weight, _loaded(_STATIC))) + strings
    found = [_figure("F1", "scripts and strings of the first page", first, _BUDGET_KIB)]
    rooms = frozenset((_DIST / "assets").glob("*-room-*.js"))
    films = frozenset(file for file in (_DIST / "assets").glob("*.js") if _FILM.match(file.name))
    for room in sorted(rooms):
        name = room.name.split("-")[0]
        others = rooms - {room}
        every = _room(without=others | films)
        budget = _TOTAL_KIB if name == "participant" else _OFFICE_KIB
        found.append(_figure("F2", f"all that one person loads: {name}", _kib(every), budget))
        if films and name in _WATCHING:
            more = _room(without=others, workers=_DIST.glob("*.js")) - every
            found.append(_figure("F3", f"what a video adds to it: {name}", _kib(more), _FILM_KIB))
    return found


def _room(*, without: frozenset[Path], workers: Iterable[Path] = ()) -> set[Path]:
    """Return all that the people of the room that is left can load, in both languages."""
    starts = [_DIST / "keys.worker.js", *workers]
    return _loaded(_ANY, without=without).union(*(_loaded(_ANY, start=one) for one in starts))


def _kib(files: set[Path]) -> float:
    return sum(_weight(file) for file in files if not _FRENCH.match(file.name))


_FRENCH: Final = re.compile(r"fr-|words_fr")  # one language is weighed
#: Named so by web/vite.config.ts; the words about captions are fetched with a video, too.
_FILM: Final = re.compile(r"(?:[ef][nr]-)?film-|[ef][nr]-captions-")
_STATIC: Final = re.compile(r'(?:from|import)\s*"(\./[^"]+\.js)"')
_ANY: Final = re.compile(r"""(?:from|import)\s*\(?["'`](\.{1,2}/[^"'`]+\.js)["'`]""")


def _loaded(
    named: re.Pattern[str], *, without: frozenset[Path] = frozenset(), start: Path | None = None
) -> set[Path]:
    """Return the scripts that a page or a script names, and those that they name, and so on."""
    page = (_DIST / "index.html").read_text("utf-8")
    scripts = re.findall(r'(?:src|href)="([^"]+\.js)"', page)
    waiting = [start] if start else [_DIST / found.lstrip("/") for found in scripts]
    seen: set[Path] = set()
    while waiting:
        script = waiting.pop()
        if script not in seen:
            seen.add(script)
            names: list[str] = named.findall(script.read_text("utf-8"))
            waiting += [file for name in names if (file := (script.parent / name).resolve()) not in without]
    return seen


def _weight(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), _LEVEL)) / 1024


def _figure(id_: str, what: str, kib: float, budget: float) -> Figure:
    return Figure(
        id=id_, what=what, peer="budget", unit="KiB gz", ours=kib, theirs=budget, ratio=kib / budget
    )
