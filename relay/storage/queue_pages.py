# SPDX-License-Identifier: EUPL-1.2
"""A mediator's queue in SQL: many cases and states, by waiting time, at the cost of a page.

A database keeps each case's messages of one state in order, not those of many cases. Few
such ranges are merged: from each only as much is read as may belong on the page. Many are
first looked for along the time of *all* cases, where a mediator with many cases soon meets
enough of their own; only where a bounded look does not find them are the ranges merged after
all. Either way reads an index alone until it knows which messages the page has.
"""

from collections.abc import Mapping
from typing import Any, Final, cast

import sqlalchemy as sa

from relay.records import Message
from relay.storage.conditions import PageShape, beyond, wanted
from relay.storage.contract import Page, Record
from relay.storage.tables import SHAPES

FEW_RANGES: Final = 512  # merged in about the time of one look
LOOKED_PER_WANTED: Final = 8  # whoever has an eighth of what is there finds their page so
BY_CASE: Final = "INDEXED BY ix_messages_case_state_waiting_since_id"
BY_TIME: Final = "INDEXED BY ix_messages_state_waiting_since_id_case"


def is_queue(kind: type[Record], page: Page) -> bool:
    """Whether a page asks for the messages of cases and states by waiting time."""
    return kind is Message and page.order == "waiting_since" and set(page.equals) == {"case", "state"}


def look_of(page: Page) -> int | None:
    """Return how far to look along the time of all cases first; None: merging is cheap enough."""
    ranges = _count(page.equals, "case") * _count(page.equals, "state")
    return page.limit * LOOKED_PER_WANTED if ranges > FEW_RANGES else None


def merged(asked: PageShape) -> sa.Select[Any]:
    """Return the whole page, out of the range of each case and state."""
    places = _places(asked, ("case", "state"), hint=BY_CASE).limit(sa.bindparam("limit"))
    return _messages_of(places.subquery("page"), asked)


def looked(asked: PageShape) -> sa.Select[Any]:
    """Return the page if it lies within ``look`` messages of all cases; otherwise too few."""
    near = _places(asked, ("state",), hint=BY_TIME).limit(sa.bindparam("look")).subquery("near")
    own = sa.select(near.c.waiting_since, near.c.id).where(_is_wanted_case(near, asked))
    places = own.order_by(*_order(near.c, asked)).limit(sa.bindparam("limit"))
    return _messages_of(places.subquery("page"), asked)


def _places(asked: PageShape, fields: tuple[str, ...], *, hint: str) -> sa.Select[Any, Any, Any]:
    """Return place after place from where the page begins, in order, out of one index."""
    shape = SHAPES[Message]
    conditions, _, after, descending = asked
    table = shape.table.c
    query = sa.select(table.waiting_since, table.id, table.case).with_hint(shape.table, hint)
    query = query.where(*(wanted(shape, *one) for one in conditions if one[0] in fields))
    if after:
        query = query.where(beyond(table.waiting_since, table.id, descending=descending))
    return query.order_by(*_order(table, asked))


def _is_wanted_case(near: sa.Subquery, asked: PageShape) -> sa.ColumnElement[bool]:
    count = dict(asked[0])["case"]
    return near.c.case.in_([sa.bindparam(f"case_{place}") for place in range(max(1, count))])


def _messages_of(page: sa.Subquery, asked: PageShape) -> sa.Select[Any]:
    """Return the messages that stand at a page's places."""
    shape = SHAPES[Message]
    columns = [shape.table.c[name] for name in shape.fields]
    both = page.join(shape.table, shape.table.c.id == page.c.id)
    return sa.select(*columns).select_from(both).order_by(*_order(page.c, asked))


def _order(columns: Any, asked: PageShape) -> tuple[sa.ColumnElement[Any], ...]:
    places = (columns.waiting_since, columns.id)
    return tuple(place.desc() for place in places) if asked[3] else places


def _count(equals: Mapping[str, object], field: str) -> int:
    value = equals[field]
    return len(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else 1
