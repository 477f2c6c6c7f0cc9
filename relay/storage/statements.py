# SPDX-License-Identifier: EUPL-1.2
"""The ledger's SQL: written in SQLAlchemy Core, compiled once, then plain text.

Compiling costs more than running, so it happens once a statement: the writes when a
ledger opens, a page the first time its shape is asked for. Another database is another
dialect given to ``Statements``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.default import DefaultDialect

from relay.records import Tally
from relay.storage.contract import Page, Record, Versioned
from relay.storage.pages import check_page
from relay.storage.tables import SHAPES, Shape

_KEPT_PAGES: Final = 512

PageShape = tuple[tuple[tuple[str, int], ...], str, bool, bool]
"""((field, how many values, -1 for a single one, 0 for None), …), order, after, descending."""


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
        self._tally = lru_cache(maxsize=_KEPT_PAGES)(self._compile_tally)

    def load(self, kind: type[Record], count: int) -> str:
        """Return the SQL that reads ``count`` records by their ids."""
        return self._load(kind, count)

    def page(self, kind: type[Record], page: Page) -> tuple[str, tuple[Any, ...]]:
        """Return the SQL of a page and its parameters.

        Raises:
            ValueError: no index serves it.
        """
        check_page(kind, page)
        values: dict[str, Any] = {"limit": page.limit}
        wanted: list[tuple[str, int]] = []
        for field, value in page.equals.items():
            wanted.append((field, _how_many(value)))
            values |= _named(field, value)
        if page.after is not None:
            values |= {"after_value": page.after[0], "after_key": page.after[1]}
        shape = (tuple(wanted), page.order, page.after is not None, page.descending)
        compiled = self._page(kind, shape)
        return compiled.sql, tuple({**compiled.fixed, **values}[name] for name in compiled.order)

    def tally(self, count: int) -> str:
        """Return the SQL that sums the tallies of ``count`` cases by state."""
        return self._tally(count)

    def _compile_tally(self, count: int) -> str:
        return _compiled(_tally(count), self._dialect).sql

    def _compile_load(self, kind: type[Record], count: int) -> str:
        return _compiled(_load(SHAPES[kind], count), self._dialect).sql

    def _compile_page(self, kind: type[Record], asked: PageShape) -> "_Compiled":
        return _compiled(_page(SHAPES[kind], asked), self._dialect)


def update_values(shape: Shape, record: Versioned) -> tuple[Any, ...]:
    """Return the parameters of ``Writes.update``: all but the id, then id and old version."""
    return (*shape.encode(record)[1:], record.id, record.version - 1)


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    order: tuple[str, ...]
    fixed: Mapping[str, Any]  # what the dialect adds of its own, an offset of 0


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


def _how_many(value: object) -> int:
    if value is None:
        return 0
    return len(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else -1


def _named(field: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    values = cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
    return {f"{field}_{place}": one for place, one in enumerate(values)}


def _page(shape: Shape, asked: PageShape) -> sa.Select[Any]:
    wanted, order, after, descending = asked
    key, first = shape.table.c[shape.key], shape.table.c[order]
    query = sa.select(*_columns(shape)).where(*(_wanted(shape, *one) for one in wanted))
    if after:
        query = query.where(_beyond(first, key, descending=descending))
    places = [first] if first is key else [first, key]
    query = query.order_by(*(place.desc() if descending else place for place in places))
    return query.limit(sa.bindparam("limit"))


def _wanted(shape: Shape, field: str, count: int) -> sa.ColumnElement[bool]:
    column = shape.table.c[field]
    if count == 0:
        return column.is_(None)
    if count < 0:
        return column == sa.bindparam(f"{field}_0")
    return column.in_([sa.bindparam(f"{field}_{place}") for place in range(count)])


def _beyond(first: sa.Column[Any], key: sa.Column[Any], *, descending: bool) -> sa.ColumnElement[bool]:
    value: sa.BindParameter[Any] = sa.bindparam("after_value")
    if first is key:
        return first < value if descending else first > value
    here, there = sa.tuple_(first, key), sa.tuple_(value, sa.bindparam("after_key"))
    return here < there if descending else here > there
