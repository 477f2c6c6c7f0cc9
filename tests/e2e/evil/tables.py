# SPDX-License-Identifier: EUPL-1.2
"""Tables of lies: each a small named function with one defect, and the code that the page must say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.e2e.evil.proxy import Lies, TakeOver, in_bytes, in_json
from tests.e2e.evil.stage import World

Json = dict[str, Any]
Telling = Callable[[World], Lies]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One lie, what is asked for under it, and the code of the refusal."""

    name: str
    code: str
    tell: Telling


@dataclass(frozen=True, slots=True)
class Table:
    """Lies of one family."""

    rows: list[Row] = field(default_factory=list[Row])

    def add(self, name: str, code: str, tell: Telling) -> None:
        """Add a lie."""
        self.rows.append(Row(name=name, code=code, tell=tell))

    def about(self, what: str, code: str) -> Callable[[Callable[[World, Json], Json]], None]:
        """Enter a function that changes the JSON of one answer."""

        def enter(change: Callable[[World, Json], Json]) -> None:
            def tell(world: World) -> Lies:
                return Lies(answers={what: in_json(lambda honest: change(world, honest))})

            self.add(change.__name__, code, tell)

        return enter

    def bytes_of(self, what: str, code: str) -> Callable[[Callable[[World, bytes], bytes]], None]:
        """Enter a function that changes the bytes of one answer."""

        def enter(change: Callable[[World, bytes], bytes]) -> None:
            def tell(world: World) -> Lies:
                return Lies(answers={what: in_bytes(lambda honest: change(world, honest))})

            self.add(change.__name__, code, tell)

        return enter

    def whole(self, code: str) -> Callable[[Callable[[World], Lies]], None]:
        """Enter a function that lies in several answers at once."""
        return lambda tell: self.add(tell.__name__, code, tell)

    def instead(self, name: str, code: str, what: str, answer: TakeOver) -> None:
        """Enter an answer in the relay's place."""
        self.add(name, code, lambda _: Lies(takes_over={what: answer}))

    def params(self) -> list[Any]:
        """Return each row as pytest takes it."""
        return [pytest.param(row, id=row.name) for row in self.rows]
