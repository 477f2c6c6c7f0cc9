# SPDX-License-Identifier: EUPL-1.2
"""The ledger's tables, made from the records: one table a kind, one column a field.

Rowid tables with strict types. Enums are stored as their text, booleans as 0 and 1. A
change here needs a migration; ``tests/storage/test_migrations.py`` compares the two.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from operator import attrgetter
from types import NoneType
from typing import Any, Final, cast, get_args, get_type_hints

import sqlalchemy as sa
from sqlalchemy import event

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
from relay.storage.contract import Record
from relay.storage.pages import INDEXES, key_field
from relay.storage.triggers import TRIGGERS

METADATA: Final = sa.MetaData()

NAMES: Final[Mapping[type[Record], str]] = {
    Account: "accounts",
    Case: "cases",
    CaseRecord: "case_records",
    Consent: "consents",
    Draft: "drafts",
    Event: "events",
    Grant: "grants",
    Intake: "intakes",
    IntakeWrap: "intake_wraps",
    LoginSlot: "login_slots",
    Member: "members",
    Message: "messages",
    Nonce: "nonces",
    RecordBox: "record_boxes",
    RecordWrap: "record_wraps",
    Session: "sessions",
    Statement: "statements",
    StoredBox: "stored_boxes",
    Tally: "tallies",
    Ticket: "tickets",
    Tombstone: "tombstones",
    TrustHead: "trust_heads",
    Upload: "uploads",
}

Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How one kind of record lies in its table."""

    kind: type[Record]
    table: sa.Table
    key: str
    fields: tuple[str, ...]
    encode: Callable[[Record], tuple[Any, ...]]
    decoders: Mapping[str, Decode]  # of the fields whose column holds something simpler

    @property
    def versioned(self) -> bool:
        """Whether records of this kind are replaced by compare-and-swap."""
        return "version" in self.fields


def decode_row(shape: Shape, row: tuple[Any, ...]) -> Record:
    """Turn a row, its columns in the order of ``shape.fields``, into the record."""
    values: dict[str, Any] = dict(zip(shape.fields, row, strict=True))
    for name, decode in shape.decoders.items():
        if values[name] is not None:
            values[name] = decode(values[name])
    kind: Callable[..., Record] = shape.kind
    return kind(**values)


def _plain_type(hint: Any) -> tuple[type, bool]:
    """Return the runtime type behind a field's hint, and whether it may be None."""
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    inner = choices[0] if choices else hint
    return getattr(inner, "__supertype__", inner), NoneType in get_args(hint)


def _column_type(plain: type) -> sa.types.TypeEngine[Any]:
    if issubclass(plain, str):
        return sa.Text()
    if issubclass(plain, bytes):
        return sa.LargeBinary()
    if issubclass(plain, int):
        return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    raise ValueError(f"no column for {plain.__name__}")


def _decoders(plain: Mapping[str, tuple[type, bool]]) -> dict[str, Decode]:
    return {
        name: cast("Decode", runtime)
        for name, (runtime, _) in plain.items()
        if issubclass(runtime, Enum) or runtime is bool
    }


def _shape(kind: type[Record]) -> Shape:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    plain = {name: _plain_type(hints[name]) for name in names}
    key = key_field(kind)
    columns = [
        sa.Column(
            name,
            _column_type(runtime),
            primary_key=name == key,
            nullable=optional,
            autoincrement=False,
        )
        for name, (runtime, optional) in plain.items()
    ]
    table = sa.Table(NAMES[kind], METADATA, *columns, sqlite_strict=True)
    for parts in INDEXES[kind]:
        sa.Index(f"ix_{table.name}_{'_'.join(parts)}", *(table.c[part] for part in parts))
    return Shape(
        kind=kind,
        table=table,
        key=key,
        fields=names,
        encode=attrgetter(*names),
        decoders=_decoders(plain),
    )


SHAPES: Final[Mapping[type[Record], Shape]] = {kind: _shape(kind) for kind in NAMES}

for _trigger in TRIGGERS:  # after the last table, so that every one that it names is there
    event.listen(METADATA, "after_create", sa.DDL(_trigger))
