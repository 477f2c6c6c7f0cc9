# SPDX-License-Identifier: EUPL-1.2
"""The three ports of storage; these docstrings are the contract.

Split because they fail differently: records must be ordered and compared, bytes must
be many, keys must be destructible. Every backend passes ``tests/storage/contract``.
Storage holds no rules: it is handed finished records.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeVar

from relay.errors import RelayError
from relay.records import (
    Account,
    Case,
    CaseId,
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
    MessageId,
    Nonce,
    RecordBox,
    RecordWrap,
    Session,
    State,
    Statement,
    StoredBox,
    Tally,
    Ticket,
    Tombstone,
    TrustHead,
    Upload,
    UploadId,
)

Versioned = (
    Account
    | Case
    | CaseRecord
    | Consent
    | Draft
    | Grant
    | Intake
    | LoginSlot
    | Member
    | Message
    | Session
    | Ticket
    | Tombstone
    | TrustHead
    | Upload
)
WrittenOnce = Event | IntakeWrap | Nonce | RecordBox | RecordWrap | Statement | StoredBox
Record = Versioned | WrittenOnce | Tally
R = TypeVar("R", bound=Record)


class StorageBrokenError(RelayError):
    """The disk or the database failed; what was asked is not acknowledged.

    Its code stays ``internal``: a person is told that it is our fault, and no more. It
    may or may not have been kept; asking again finds out.
    """


def key_of(record: Record) -> str:
    """Return what ``Ledger.load`` takes: the id, or an event's ``seq`` in decimal."""
    return str(record.seq) if isinstance(record, Event) else record.id


@dataclass(frozen=True, slots=True)
class Put:
    """Make ``record`` current. Version 1 inserts; version n replaces version n - 1."""

    record: Versioned


@dataclass(frozen=True, slots=True)
class Append:
    """Add a record that is never changed."""

    record: WrittenOnce


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the record ``id`` of ``kind``, if it is there; no event and no tally."""

    kind: type[Record]
    id: str


@dataclass(frozen=True, slots=True)
class Expect:
    """Hold the whole commit to ``id`` of ``kind`` still being at ``version`` before it."""

    kind: type[Record]
    id: str
    version: int


Change = Put | Append | Drop | Expect


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which records, in which order, from where. Only indexed pages are served.

    ``equals`` compares fields; a tuple value means "any of these". ``order`` names one
    field, ties broken by id; ``after`` is the last record's (order value, id) of the page
    before: keyset paging, never an offset. Events are ordered by ``seq``, which is their id.
    """

    equals: Mapping[str, object]
    order: str = "id"
    after: tuple[str | int, str] | None = None
    descending: bool = False
    limit: int = 50


class Ledger(Protocol):
    """Small records, strictly ordered, compared and swapped on ``version``."""

    async def load(self, kind: type[R], key: str) -> R | None:
        """Return the record, or None. Sees every commit that has returned.

        ``key`` is as ``key_of`` gives it.
        """
        ...

    async def find(self, kind: type[R], page: Page) -> tuple[R, ...]:
        """Return at most ``page.limit`` (≤ 1,000) records.

        Raises:
            ValueError: the page has no index (our bug).
        """
        ...

    async def tally(self, cases: Sequence[CaseId]) -> Mapping[State, int]:
        """Return how many messages of all these cases lie in each state; a state without any is left out.

        Costs what there is of cases, never of messages: each commit that brings or moves a
        message keeps its case's ``Tally`` records, with the message or not at all.
        """
        ...

    async def commit(self, changes: Sequence[Change]) -> None:
        """Make all changes, or none; durable once it returns.

        Events get the next ``seq`` and ``chain`` in commit order; a Drop of a box
        leaves nothing readable in the live files once the ledger has checkpointed.

        Raises:
            StaleVersionError: a Put or Expect found another version.
            ExistsError: an insert met a record of that id.
            StorageFullError: no room; nothing was changed.
            StorageBrokenError: the disk or the database failed; nothing is promised.
        """
        ...

    async def checkpoint(self) -> None:
        """Empty the write-ahead log, so that dropped bytes are not left in it.

        Raises:
            StorageBrokenError: it could not be emptied; ask again.
        """
        ...

    async def close(self) -> None:
        """Finish what was accepted, then let go of files and connections."""
        ...


class Blobs(Protocol):
    """Sealed content: staged at an offset, finalised once, never overwritten."""

    async def stage_append(self, upload: UploadId, offset: int, chunks: AsyncIterator[bytes]) -> int:
        """Write at ``offset`` (cutting off anything beyond it first); return the new durable offset.

        When ``chunks`` ends early (a lost connection shows as an exception from it), what
        arrived is kept and durable, and the new offset is returned: never raised away.
        One append of an upload at a time; who loads an offset, appends and records the new
        one has to do all three under a lock of their own.

        Raises:
            StorageFullError: nothing was kept; the offset returned earlier still holds.
            OffsetWrongError: fewer than ``offset`` bytes are staged, or another append of
                this upload is under way.
        """
        ...

    async def staged_size(self, upload: UploadId) -> int:
        """Return how many bytes are staged; 0 where nothing is."""
        ...

    def read_staged(self, upload: UploadId, *, chunk_bytes: int) -> AsyncIterator[bytes]:
        """Yield the staged bytes in pieces of ``chunk_bytes`` (the last may be shorter)."""
        ...

    async def finalise(self, upload: UploadId, blob: str) -> None:
        """Turn the staged bytes into ``blob`` (``message/part``); again is harmless.

        Raises:
            NotFoundError: nothing is staged, and nothing was finalised from this upload.
            ExistsError: ``blob`` is there and came from another upload.
        """
        ...

    async def discard(self, upload: UploadId) -> None:
        """Forget staged bytes, if there are any."""
        ...

    async def put(self, blob: str, content: bytes) -> None:
        """Write a small blob (a leaf table) whole and durable, create-only.

        Raises:
            ExistsError: it is there with other bytes.
        """
        ...

    async def size(self, blob: str) -> int:
        """Return the size in bytes.

        Raises:
            NotFoundError: there is no such blob.
        """
        ...

    async def read(self, blob: str, *, start: int, length: int) -> bytes | bytearray:
        """Return ``length`` bytes from ``start``; fewer only at the end.

        Raises:
            NotFoundError: there is no such blob.
        """
        ...

    async def lend(self, blob: str, *, start: int, length: int) -> BinaryIO | None:
        """Return the blob as an open file for the kernel to send a range of; None where there are no files.

        The caller closes it, and asks anew for each range: an open file outlives its destruction.

        Raises:
            NotFoundError: there is no such blob.
        """
        ...

    async def destroy(self, message: MessageId) -> None:
        """Remove every blob of a message; when it returns, a read fails. Again is harmless."""
        ...


class ShredKeys(Protocol):
    """One 32-byte key a message, read from its slot each time, destroyed in place."""

    async def allocate(self, message: MessageId, key: bytes) -> None:
        """Write ``key`` (random, not zero) into a fresh slot, durable.

        Raises:
            ExistsError: the message has a slot, or had one since this was opened.
            StorageFullError: no slot is free and none can be made.
            StorageBrokenError: the disk failed; the slot, if any, is not used.
        """
        ...

    async def read(self, message: MessageId) -> bytes:
        """Return the 32-byte key.

        Raises:
            KeyDestroyedError: it was destroyed, or never was.
        """
        ...

    async def destroy(self, message: MessageId) -> None:
        """Overwrite the slot with zeros on every mirror, durable. Again is harmless.

        Works on a full disk. From the call on, reads fail, even when this raises.

        Raises:
            StorageBrokenError: the disk failed: the key may still be there; ask again.
        """
        ...

    async def close(self) -> None:
        """Let go of the files."""
        ...
