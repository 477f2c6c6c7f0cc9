# SPDX-License-Identifier: EUPL-1.2
"""A page's shape, and what it asks of each row in SQL: which fields, and from which place on.

The shape is all of a page but its values, so that one compiled statement serves every page
of the shape; the values come as parameters, named here.
"""

from collections.abc import Mapping
from typing import Any, cast

import sqlalchemy as sa

from relay.storage.contract import Page
from relay.storage.tables import Shape

PageShape = tuple[tuple[tuple[str, int], ...], str, bool, bool]
"""((field, how many values, -1 for a single one, 0 for None), …), order, after, descending."""


def shape_of(page: Page) -> PageShape:
    """Return all of a page but its values."""
    asked = tuple((field, _how_many(value)) for field, value in page.equals.items())
    return asked, page.order, page.after is not None, page.descending


def values_of(page: Page) -> Mapping[str, Any]:
    """Return a page's values by the names of their parameters."""
    values: dict[str, Any] = {"limit": page.limit}
    for field, value in page.equals.items():
        values |= _named(field, value)
    if page.after is not None:
        values |= {"after_value": page.after[0], "after_key": page.after[1]}
    return values


def wanted(shape: Shape, field: str, count: int) -> sa.ColumnElement[bool]:
    """Return the condition that ``field`` is one of ``count`` values."""
    column = shape.table.c[field]
    if count == 0:
        return column.is_(None)
    if count < 0:
        return column == sa.bindparam(f"{field}_0")
    return column.in_([sa.bindparam(f"{field}_{place}") for place in range(count)])


def beyond(first: sa.Column[Any], key: sa.Column[Any], *, descending: bool) -> sa.ColumnElement[bool]:
    """Return the condition that a row comes after the last one of the page before."""
    value: sa.BindParameter[Any] = sa.bindparam("after_value")
    if first is key:
        return first < value if descending else first > value
    here, there = sa.tuple_(first, key), sa.tuple_(value, sa.bindparam("after_key"))
    return here < there if descending else here > there


def _how_many(value: object) -> int:
    if value is None:
        return 0
    return len(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else -1


def _named(field: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    values = cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
    return {f"{field}_{place}": one for place, one in enumerate(values)}
