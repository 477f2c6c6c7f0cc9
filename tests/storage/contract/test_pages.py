# SPDX-License-Identifier: EUPL-1.2
"""The contract of ``Ledger.find``: the right records, in order, page after page."""

from typing import Any

import pytest

from relay.records import Event, Message, Session, State, Tombstone
from relay.storage.contract import Append, Ledger, Page, Put, Record
from relay.storage.pages import MOST_RECORDS
from tests.storage.builders import a, digest, ident

WAITING = Page(equals={"case": ident(1)}, order="waiting_since", limit=3)


async def put_messages(ledger: Ledger) -> list[Message]:
    """Keep 12 messages of two cases, three states, and waiting times with ties."""
    states = [State.IN_REVIEW, State.HELD, State.OFFERED]
    messages = [
        a(Message, n, case=ident(n % 2), state=states[n % 3], waiting_since=n // 4, sender=ident(n % 4))
        for n in range(12)
    ]
    await ledger.commit([Put(message) for message in messages])
    return messages


async def all_pages(ledger: Ledger, kind: type[Any], page: Page) -> list[Any]:
    """Follow the keyset from the first page to the last."""
    found = list[Any]()
    while got := await ledger.find(kind, page):
        found += got
        last: Any = got[-1]
        after = (getattr(last, page.order), str(last.seq) if kind is Event else last.id)
        page = Page(
            equals=page.equals, order=page.order, after=after, descending=page.descending, limit=page.limit
        )
    return found


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ["id", "waiting_since"])
async def test_pages_follow_each_other_without_gap_or_repeat(
    ledger: Ledger, order: str, *, descending: bool
) -> None:
    """Ties are broken by id, forwards and backwards."""
    messages = await put_messages(ledger)
    page = Page(equals={"case": ident(1)}, order=order, limit=2, descending=descending)
    expected = sorted(
        (message for message in messages if message.case == ident(1)),
        key=lambda message: (getattr(message, order), message.id),
        reverse=descending,
    )
    assert await all_pages(ledger, Message, page) == expected


async def test_any_of_several_values_is_found(ledger: Ledger) -> None:
    """The queue: my cases, the states that wait for me, the longest waiting first."""
    messages = await put_messages(ledger)
    states = (State.IN_REVIEW, State.HELD)
    page = Page(
        equals={"case": (ident(0), ident(1), ident(7)), "state": states}, order="waiting_since", limit=3
    )
    expected = sorted(
        (message for message in messages if message.state in states),
        key=lambda message: (message.waiting_since, message.id),
    )
    assert await all_pages(ledger, Message, page) == expected


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("apart", [0, 1_000])
async def test_a_queue_of_many_cases_leaves_none_out(ledger: Ledger, apart: int, *, descending: bool) -> None:
    """Six hundred ranges among as many strangers' messages: mixed with them, or far behind them."""
    mine = tuple(ident(number) for number in range(150))
    states = (State.IN_REVIEW, State.HELD, State.OFFERED, State.OPENED)
    messages = [
        a(Message, n, case=ident(n % 151 if n % 2 else 500), state=states[n % 4], waiting_since=since)
        for n in range(900)
        for since in ((n * 7) % 40 + (apart if n % 2 else 0),)
    ]
    await ledger.commit([Put(message) for message in messages])
    expected = sorted(
        (message for message in messages if message.case in mine),
        key=lambda message: (message.waiting_since, message.id),
        reverse=descending,
    )
    page = Page(
        equals={"case": mine, "state": states}, order="waiting_since", limit=37, descending=descending
    )
    assert await all_pages(ledger, Message, page) == expected
    assert len(expected) > 400


async def test_none_finds_what_has_no_value(ledger: Ledger) -> None:
    """What is owed is what has not been swept."""
    await ledger.commit([Put(a(Tombstone, n, swept_at=n if n % 2 else None)) for n in range(6)])
    owed = await ledger.find(Tombstone, Page(equals={"swept_at": None}))
    assert [tombstone.id for tombstone in owed] == [ident(0), ident(2), ident(4)]


async def test_a_page_without_conditions_lists_all_in_order(ledger: Ledger) -> None:
    """What expires first comes first."""
    await ledger.commit([Put(a(Session, n, expires_at=100 - n)) for n in range(5)])
    found = await all_pages(ledger, Session, Page(equals={}, order="expires_at", limit=2))
    assert [session.expires_at for session in found] == [96, 97, 98, 99, 100]


async def test_events_are_paged_by_number(ledger: Ledger) -> None:
    """A client that has seen up to one number asks for what follows."""
    await ledger.commit([Append(a(Event, n, case=ident(n % 2))) for n in range(10)])
    found = await all_pages(ledger, Event, Page(equals={"case": ident(1)}, order="seq", limit=2))
    assert [event.digest for event in found] == [digest(n) for n in range(1, 10, 2)]


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (Message, Page(equals={"day": "2026-11-22"})),
        (Message, Page(equals={"case": ident(1)}, order="day")),
        (Event, Page(equals={}, order="at")),
        (Message, Page(equals={"case": ident(1)}, limit=0)),
        (Message, Page(equals={"case": ident(1)}, limit=MOST_RECORDS + 1)),
        (Message, Page(equals={"case": ()})),
    ],
)
async def test_a_page_that_no_index_serves_is_our_bug(ledger: Ledger, kind: type[Record], page: Page) -> None:
    """Better refused in a test than slow with a million messages."""
    with pytest.raises(ValueError, match=r"no index|records|nothing"):
        await ledger.find(kind, page)
