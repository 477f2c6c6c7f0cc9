# SPDX-License-Identifier: EUPL-1.2
"""A mediator's queue in a large programme, beside the same in a small one, OFFSET, and counting.

Through the ledger as the relay asks it, at five depths by turns. Large is 100,000 messages, or a million
with ``--full``; small is 10,000. Nobody writes meanwhile.
"""

import asyncio
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.harness import Figure, compare
from bench.queue_ledger import WEIGHTS, case_id, make_ledger
from relay.records import CaseId, Message, State
from relay.storage.contract import Ledger, Page
from relay.storage.ledger import open_ledger

SMALL: Final = 10_000
SHOWN: Final = 51  # the server asks for one more than it shows
DEPTHS: Final = (0.0, 0.1, 0.5, 0.9, 0.99)
DEEP: Final = 0.9
OWN_CASES: Final = 300
MOST_GROWTH_MIB: Final = 8.0
_TURNS: Final = 60
_COUNTS: Final = 5
_WALK_SECONDS: Final = 600

Place = tuple[int, str]
Ask = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Whose queue, and what of it."""

    what: str
    cases: tuple[CaseId, ...]
    states: tuple[State, ...]

    def page(self, after: Place | None, *, limit: int = SHOWN) -> Page:
        """Return the page that follows a place."""
        equals = {"case": self.cases, "state": self.states}
        return Page(equals=equals, order="waiting_since", after=after, limit=limit)

    def where(self) -> str:
        """Return the same as a condition in plain SQL."""
        cases, states = ",".join("?" * len(self.cases)), ",".join("?" * len(self.states))
        return f'"case" IN ({cases}) AND state IN ({states})'

    @property
    def values(self) -> list[str]:
        """Return the parameters of ``where``."""
        return [*self.cases, *self.states]


_MINE: Final = tuple(case_id(number) for number in range(1, OWN_CASES + 1))
QUEUES: Final = (
    Queue(what="all of 300 cases", cases=_MINE, states=tuple(WEIGHTS)),
    Queue(what="what waits in 300 cases", cases=_MINE, states=(State.SUBMITTED, State.IN_REVIEW, State.HELD)),
    Queue(what="all of 30 cases", cases=_MINE[:30], states=tuple(WEIGHTS)),
    Queue(what="all of one case", cases=(case_id(0),), states=tuple(WEIGHTS)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A ledger, a plain connection to its file, and the places of a queue at each depth."""

    ledger: Ledger
    plain: sqlite3.Connection
    places: Mapping[str, list[Place]]

    def after(self, queue: Queue, depth: float) -> Place | None:
        """Return the place at a depth of a queue; None is its beginning."""
        every = self.places[queue.what]
        return every[int(depth * len(every)) - 1] if depth else None


def measure(*, reps: int, messages: int) -> list[Figure]:
    """Make both ledgers, then measure by turns."""
    with tempfile.TemporaryDirectory(prefix="bench-queue-") as folder:
        large, small = Path(folder, "large.sqlite"), Path(folder, "small.sqlite")
        make_ledger(large, count=messages)
        make_ledger(small, count=SMALL)
        return [*asyncio.run(_compare(large, small, reps=reps)), _growth(large)]


async def _compare(large: Path, small: Path, *, reps: int) -> list[Figure]:
    ours, theirs = await _open(large), await _open(small)
    try:
        depth = [await _depth(queue, ours, theirs, reps=reps) for queue in QUEUES]
        return [*depth, await _offset(ours, reps=reps), await _counts(ours, reps=reps)]
    finally:
        for opened in (ours, theirs):
            opened.plain.close()
            await opened.ledger.close()


async def _open(path: Path) -> Opened:
    ledger, plain = await open_ledger(path), sqlite3.connect(path)
    places: dict[str, list[Place]] = {}
    for queue in QUEUES:
        sql = f"SELECT waiting_since, id FROM messages WHERE {queue.where()} ORDER BY 1, 2"  # noqa: S608
        places[queue.what] = plain.execute(sql, queue.values).fetchall()
    return Opened(ledger=ledger, plain=plain, places=places)


async def _depth(queue: Queue, large: Opened, small: Opened, *, reps: int) -> Figure:
    """Q1: a page of the large queue where it takes longest, beside the small one's."""
    found: dict[str, list[float]] = {"ours": [], "at 10,000": []}
    for _ in range(reps):
        times: dict[str, list[list[float]]] = {name: [[] for _ in DEPTHS] for name in found}
        for turn in range(_TURNS):
            place = turn % len(DEPTHS)
            for name, opened in (("ours", large), ("at 10,000", small)):
                page = queue.page(opened.after(queue, DEPTHS[place]))
                times[name][place].append(await _timed(_page_of(opened.ledger, page)))
        for name, depths in times.items():
            found[name].append(max(map(statistics.median, depths)) * 1_000)
    return compare(found, id_="Q1", what=f"a page: {queue.what}", peer="at 10,000", unit="ms")


async def _offset(large: Opened, *, reps: int) -> Figure:
    """Q2: the page at nine tenths of the queue, beside OFFSET over the same index."""
    queue = QUEUES[0]
    inner = (
        "SELECT id FROM messages INDEXED BY ix_messages_case_state_waiting_since_id"  # noqa: S608
        f" WHERE {queue.where()} ORDER BY waiting_since, id LIMIT ? OFFSET ?"
    )
    sql = f"SELECT messages.* FROM ({inner}) AS page JOIN messages USING (id)"  # noqa: S608
    values = [*queue.values, SHOWN, int(DEEP * len(large.places[queue.what]))]
    asked = {
        "ours": _page_of(large.ledger, queue.page(large.after(queue, DEEP))),
        "OFFSET": _plain(large, sql, values),
    }
    found = await _rates(asked, reps=reps)
    return compare(found, id_="Q2", what="a page at nine tenths", peer="OFFSET", unit="/s")


async def _counts(large: Opened, *, reps: int) -> Figure:
    """Q3: how much lies in each state of one's cases, beside counting it."""
    queue = QUEUES[0]
    sql = f"SELECT state, count(*) FROM messages WHERE {queue.where()} GROUP BY state"  # noqa: S608
    counted = dict(large.plain.execute(sql, queue.values).fetchall())
    if counted != {str(state): count for state, count in (await large.ledger.tally(queue.cases)).items()}:
        raise RuntimeError("the tallies are not what is there")
    asked: Mapping[str, Ask] = {
        "ours": lambda: large.ledger.tally(queue.cases),
        "count(*)": _plain(large, sql, queue.values),
    }
    found = await _rates(asked, reps=reps)
    return compare(found, id_="Q3", what="counts of 300 cases by state", peer="count(*)", unit="/s")


async def _rates(asked: Mapping[str, Ask], *, reps: int) -> dict[str, list[float]]:
    """Return how often a second each could be asked, by turns."""
    found: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(reps):
        for name, ask in asked.items():
            found[name].append(1 / statistics.median([await _timed(ask) for _ in range(_COUNTS)]))
    return found


def _page_of(ledger: Ledger, page: Page) -> Ask:
    return lambda: ledger.find(Message, page)


def _plain(opened: Opened, sql: str, values: list[str | int] | list[str]) -> Ask:
    async def ask() -> object:
        return opened.plain.execute(sql, values).fetchall()

    return ask


async def _timed(ask: Ask) -> float:
    began = time.perf_counter()
    await ask()
    return time.perf_counter() - began


def _growth(large: Path) -> Figure:
    """Q-mem: how much a process of its own grows while it pages from one tenth of the queue to its end."""
    command = [sys.executable, "-m", "bench.queue_walk", str(large)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_WALK_SECONDS)
    grown = max(0.0, float(run.stdout))
    return Figure(
        id="Q-mem",
        what="memory grown while paging to the end",
        peer="budget",
        unit="MiB",
        ours=grown,
        theirs=MOST_GROWTH_MIB,
        ratio=grown / MOST_GROWTH_MIB,
    )
