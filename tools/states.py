# SPDX-License-Identifier: EUPL-1.2
"""Print the tables of moves and of what each side sees into ``docs/states.md``.

The words around the tables are written by hand. What stands between the two marks of a
table is made from ``relay.review``, so that the page cannot say anything else.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from relay.records import State
from relay.review.machine import MOVES, Asked
from relay.review.seen_by import ADDRESSEE_SEES, AUTHOR_SEES
from tools.made import write_or_check

PAGE: Final = Path(__file__).parent.parent / "docs" / "states.md"
PLACE: Final = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def moves() -> str:
    """Return the table of state and command to state; an empty field is a move that cannot happen."""
    columns = [asked for asked in Asked if asked not in {Asked.WITHDRAW, Asked.EXPIRE}]
    heads = ["from", *(f"`{asked.value}`" for asked in columns), "`withdraw`, `expire`"]
    return table(heads, (moves_from(state, columns) for state in State))


def moves_from(state: State, columns: Sequence[Asked]) -> list[str]:
    """Return one row of the table of moves."""
    row = MOVES[state]
    ends = "ends" if {Asked.WITHDRAW, Asked.EXPIRE} <= row.keys() else ""
    reached = (row.get(asked) for asked in columns)
    return [f"**{state.value}**", *(to.value if to else "" for to in reached), ends]


def seen() -> str:
    """Return what an author and an addressee are shown in each state."""
    heads = ["it is", "the author sees", "the addressee sees, before any offer", "and after one"]
    return table(heads, (seen_in(state) for state in State))


def seen_in(state: State) -> list[str]:
    """Return one row of the table of what is seen."""
    offered = state if state in ADDRESSEE_SEES else State.WITHDRAWN
    before = "" if state in ADDRESSEE_SEES else "nothing"
    return [f"**{state.value}**", AUTHOR_SEES.get(state, state).value, before, offered.value]


TABLES: Final = {"moves": moves, "seen": seen}


def printed(page: str) -> str:
    """Return ``page`` with each table made anew."""
    return PLACE.sub(lambda place: f"{place[1]}{TABLES[place[2]]()}{place[3]}", page)


def page() -> str:
    """Return the page as it must be.

    Raises:
        SystemExit: a table has lost its place in it.
    """
    text = PAGE.read_text("utf-8")
    if any(f"<!-- made: {name} -->" not in text for name in TABLES):
        raise SystemExit(f"{PAGE.name}: a table has lost its place")
    return printed(text)


if __name__ == "__main__":
    sys.exit(write_or_check(__doc__, lambda: {PAGE: page()}))
