# SPDX-License-Identifier: EUPL-1.2
"""Which pages the ledger serves, and the indexes that make them cheap.

One declaration for both, so that no page is served by reading a whole table. The few
pages that sort (a person's messages by waiting time) sort what one index has narrowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from relay.records import (
    Account,
    Case,
    CaseRecord,
    Consent,
    Draft,
    Event,
    Grant,
    Intake,
    IntakeWrap,
    LoginSlot,
    Member,
    Message,
    Nonce,
    RecordBox,
    RecordWrap,
    Session,
    Statement,
    StoredBox,
    Tally,
    Ticket,
    Tombstone,
    TrustHead,
    Upload,
)
from relay.storage.contract import Page, Record

MOST_RECORDS: Final = 1_000

INDEXES: Final[Mapping[type[Record], tuple[tuple[str, ...], ...]]] = {
    Account: (("person",),),
    Case: (),
    CaseRecord: (
        ("case", "type", "id"),
        ("case", "open", "type", "due", "id"),
        ("open", "type", "id"),
        ("author", "id"),
    ),
    Consent: (("case", "id"),),
    Draft: (("account",),),
    Event: (("case", "seq"), ("message", "seq")),
    Grant: (("interpreter", "id"), ("message", "id"), ("over", "id")),
    Intake: (("state", "at", "id"),),
    IntakeWrap: (("recipient", "id"), ("intake", "id")),
    LoginSlot: (("account",),),
    Member: (("case",), ("person",)),
    Message: (
        ("case", "state", "waiting_since", "id"),
        ("state", "waiting_since", "id", "case"),
        ("sender", "id"),
        ("addressee", "id"),
        ("manifest", "id"),
        ("derived_from", "id"),
        ("maker", "id"),
    ),
    Nonce: (("expires_at", "id"),),
    RecordBox: (("record", "number", "id"),),
    RecordWrap: (("case", "recipient", "id"),),
    Session: (("account",), ("expires_at", "id")),
    Statement: (
        ("message", "kind", "id"),
        ("case", "kind", "id"),
        ("kind", "id"),
        ("signer", "number", "id"),
    ),
    StoredBox: (("message", "id"),),
    Tally: (("case", "id"),),
    Ticket: (("case", "id"), ("made_by", "id"), ("role", "id"), ("expires_at", "id")),
    Tombstone: (("swept_at", "id"),),
    TrustHead: (),
    Upload: (("message",), ("expires_at", "id")),
}


@dataclass(frozen=True, slots=True)
class Served:
    """Pages that compare exactly the fields ``by``, in one of ``orders``."""

    by: frozenset[str]
    orders: frozenset[str]


def _served(by: str, orders: str = "id") -> Served:
    return Served(frozenset(by.split()), frozenset(orders.split()))


SERVED: Final[Mapping[type[Record], tuple[Served, ...]]] = {
    Account: (_served(""), _served("person")),
    Case: (_served(""),),
    CaseRecord: (
        _served("case"),
        _served("case type"),
        _served("case open type", "due"),
        _served("open type"),
        _served("author"),
    ),
    Consent: (_served("case"),),
    Draft: (_served("account"),),
    Event: (_served("", "seq"), _served("case", "seq"), _served("message", "seq")),
    Grant: (_served(""), _served("interpreter"), _served("message"), _served("over")),
    Intake: (_served("state", "at"),),
    IntakeWrap: (_served("recipient"), _served("intake")),
    LoginSlot: (_served("account"),),
    Member: (_served("case"), _served("person")),
    Message: (
        _served(""),
        _served("case", "id waiting_since"),
        _served("case state", "id waiting_since"),
        _served("state", "id waiting_since"),
        _served("sender", "id waiting_since"),
        _served("case sender", "id waiting_since"),
        _served("addressee", "id waiting_since"),
        _served("case addressee", "id waiting_since"),
        _served("manifest"),
        _served("derived_from"),
        _served("maker"),
    ),
    Nonce: (_served("", "id expires_at"),),
    RecordBox: (_served("record", "number"),),
    RecordWrap: (_served("case recipient"),),
    Session: (_served("account"), _served("", "id expires_at")),
    Statement: (
        _served("message", "id number"),
        _served("message kind", "id number"),
        _served("case"),
        _served("case kind"),
        _served("kind"),
        _served("signer", "number"),
    ),
    StoredBox: (_served("message"),),
    Tally: (_served(""), _served("case")),
    Ticket: (
        _served("case"),
        _served("made_by"),
        _served("role"),
        _served("", "id expires_at"),
    ),
    Tombstone: (_served(""), _served("swept_at")),
    TrustHead: (_served(""),),
    Upload: (_served("message"), _served("", "id expires_at")),
}


def key_field(kind: type[Record]) -> str:
    """Name the field that is the primary key."""
    return "seq" if kind is Event else "id"


def check_page(kind: type[Record], page: Page) -> None:
    """Refuse a page that would read a whole table.

    Raises:
        ValueError: no index serves it, or it asks for more than ``MOST_RECORDS`` (our bug).
    """
    by = frozenset(page.equals)
    if not any(by == served.by and page.order in served.orders for served in SERVED[kind]):
        raise ValueError(f"no index serves {kind.__name__} by {sorted(by)} in order of {page.order}")
    if not 1 <= page.limit <= MOST_RECORDS:
        raise ValueError(f"a page has 1 to {MOST_RECORDS} records")
    if any(wanted == () for wanted in page.equals.values()):
        raise ValueError("any of nothing is nothing: do not ask")
