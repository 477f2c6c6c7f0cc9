# SPDX-License-Identifier: EUPL-1.2
"""The ledger's SQL: written in SQLAlchemy Core, compiled once, then plain text.

Compiling costs more than running, so it happens once a statement: the writes when a
ledger opens, a page the first time its shape is asked for. Another database is another
dialect given to ``Statements``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.default import DefaultDialect

from relay.records import Tally
from relay.storage.conditions import PageShape, beyond, shape_of, values_of, wanted
from relay.storage.contract import Page, Record, Versioned
from relay.storage.pages import check_page
from relay.storage.queue_pages import is_queue, look_of, looked, merged
from relay.storage.tables import SHAPES, Shape

_KEPT_PAGES: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Writes:
    """The statements that change one table, with positional parameters."""

    insert: str
    update: str
    expect: str
    drop: str


class Statements:
    """Every statement of the ledger in one dialect."""

    def __init__(self, dialect: DefaultDialect) -> None:
        self._dialect: Dialect = dialect
        self.writes: Mapping[type[Record], Writes] = {
            kind: _writes(shape, dialect) for kind, shape in SHAPES.items()
        }
        self._load = lru_cache(maxsize=_KEPT_PAGES)(self._compile_load)
        self._page = lru_cache(maxsize=_KEPT_PAGES)(self._compile_page)
        self._looked = lru_cache(maxsize=_KEPT_PAGES)(self._compile_looked)
        self._merged = lru_cache(maxsize=_KEPT_PAGES)(self._compile_merged)
        self._tally = lru_cache(maxsize=_KEPT_PAGES)(self._compile_tally)

    def load(self, kind: type[Record], count: int) -> str:
        """Return the SQL that reads ``count`` records by their ids."""
        return self._load(kind, count)

    def pages(self, kind: type[Record], page: Page) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Yield the SQL of a page and its parameters; where there are several, until one fills the page.

        The last one gives all that there is.

        Raises:
            ValueError: no index serves it.
        """
        check_page(kind, page)
        asked, values = shape_of(page), values_of(page)
        if not is_queue(kind, page):
            yield self._page(kind, asked).filled(values)
            return
        look = look_of(page)
        if look is not None:
            yield self._looked(asked).filled({**values, "look": look})
        yield self._merged(asked).filled(values)

    def tally(self, count: int) -> str:
        """Return the SQL that sums the tallies of ``count`` cases by state."""
        return self._tally(count)

    def _compile_tally(self, count: int) -> str:
        return _compiled(_tally(count), self._dialect).sql

    def _compile_load(self, kind: type[Record], count: int) -> str:
        return _compiled(_load(SHAPES[kind], count), self._dialect).sql

    def _compile_page(self, kind: type[Record], asked: PageShape) -> "_Compiled":
        return _compiled(_page(SHAPES[kind], asked), self._dialect)

    def _compile_looked(self, asked: PageShape) -> "_Compiled":
        return _compiled(looked(asked), self._dialect)

    def _compile_merged(self, asked: PageShape) -> "_Compiled":
        return _compiled(merged(asked), self._dialect)


def update_values(shape: Shape, record: Versioned) -> tuple[Any, ...]:
    """Return the parameters of ``Writes.update``: all but the id, then id and old version."""
    return (*shape.encode(record)[1:], record.id, record.version - 1)


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    order: tuple[str, ...]
    fixed: Mapping[str, Any]  # what the dialect adds of its own, an offset of 0

    def filled(self, values: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """Return the SQL with its parameters in order."""
        every = {**self.fixed, **values}
        return self.sql, tuple(every[name] for name in self.order)


def _compiled(statement: sa.sql.ClauseElement, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect)
    order: Any = getattr(compiled, "positiontup", None)
    return _Compiled(str(compiled), tuple(order or ()), {**(compiled.params or {})})


def _writes(shape: Shape, dialect: Dialect) -> Writes:
    table, key = shape.table, shape.table.c[shape.key]
    at_key = key == sa.bindparam("key")
    fields: dict[str, Any] = {name: sa.bindparam(name) for name in shape.fields}
    insert = _compiled(table.insert().values(fields), dialect)
    _must_follow(insert, shape.fields)
    update = expect = ""
    if shape.versioned:
        held = sa.and_(at_key, table.c.version == sa.bindparam("was"))
        del fields[shape.key]
        changed = _compiled(table.update().where(held).values(fields), dialect)
        _must_follow(changed, (*fields, "key", "was"))
        update = changed.sql
        expect = _compiled(table.update().where(held).values(version=table.c.version), dialect).sql
    drop = _compiled(table.delete().where(at_key), dialect)
    return Writes(insert=insert.sql, update=update, expect=expect, drop=drop.sql)


def _must_follow(compiled: _Compiled, order: tuple[str, ...]) -> None:
    if compiled.order != order:
        raise ValueError(f"the parameters must stand in the order {order}")


def _columns(shape: Shape) -> list[sa.Column[Any]]:
    return [shape.table.c[name] for name in shape.fields]


def _load(shape: Shape, count: int) -> sa.Select[Any]:
    keys: list[sa.BindParameter[Any]] = [sa.bindparam(f"key_{place}") for place in range(count)]
    return sa.select(*_columns(shape)).where(shape.table.c[shape.key].in_(keys))


def _tally(count: int) -> sa.Select[Any, Any]:
    tallies = SHAPES[Tally].table.c
    cases: list[sa.BindParameter[Any]] = [sa.bindparam(f"case_{place}") for place in range(count)]
    total = sa.func.sum(tallies["count"])
    return sa.select(tallies.state, total).where(tallies.case.in_(cases)).group_by(tallies.state)


def _page(shape: Shape, asked: PageShape) -> sa.Select[Any]:
    conditions, order, after, descending = asked
    key, first = shape.table.c[shape.key], shape.table.c[order]
    query = sa.select(*_columns(shape)).where(*(wanted(shape, *one) for one in conditions))
    if after:
        query = query.where(beyond(first, key, descending=descending))
    places = [first] if first is key else [first, key]
    query = query.order_by(*(place.desc() if descending else place for place in places))
    return query.limit(sa.bindparam("limit"))
