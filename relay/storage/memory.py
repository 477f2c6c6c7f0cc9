# SPDX-License-Identifier: EUPL-1.2
"""The three ports in memory: the reference behaviour, strict about how they are used.

For tests and models. Beyond the contract these assert the protocol's own rules (what a
message is never changes, numbers never fall, no blob is overwritten), so that a caller's
mistake fails here first. Faults come from ``Faults``.
"""

import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, TypeVar, assert_never, cast

from relay.errors import (
    ExistsError,
    KeyDestroyedError,
    NotFoundError,
    OffsetWrongError,
    StaleVersionError,
)
from relay.records import (
    Account,
    CaseId,
    CaseRecord,
    Consent,
    Event,
    Message,
    MessageId,
    State,
    Tally,
    TrustHead,
    Upload,
    UploadId,
)
from relay.storage.chain import FIRST_HEAD, Head, chain_event
from relay.storage.contract import (
    Append,
    Change,
    Drop,
    Expect,
    Page,
    Put,
    Record,
    StorageBrokenError,
    Versioned,
    key_of,
)
from relay.storage.faults import Faults
from relay.storage.pages import check_page, key_field
from relay.storage.slots import check_key
from relay.storage.steps import steps_of

R = TypeVar("R", bound=Record)

NEVER_CHANGES: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Message: ("case", "channel", "kind", "sender", "addressee", "manifest", "wk", "parts", "chunks"),
    Upload: ("message", "case", "account", "part", "length"),
    Account: ("role", "person"),
    CaseRecord: ("case", "type"),
    Consent: ("case", "person", "channel"),
}
NEVER_FALLS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Message: ("author_version",),
    Upload: ("offset",),
    Account: ("last_number", "bundle_version"),
    TrustHead: ("number",),
}

Store = dict[tuple[type[Record], str], Record]


class MemoryLedger:
    """A ``Ledger`` in a dictionary."""

    def __init__(self, faults: Faults | None = None) -> None:
        self.faults = faults or Faults()
        self._store: Store = {}
        self._head = FIRST_HEAD
        self._closed = False

    async def load(self, kind: type[R], key: str) -> R | None:
        """Return the record, or None."""
        async with self.faults.around("load"):
            self._must_be_open()
            return cast("R | None", self._store.get((kind, key)))

    async def find(self, kind: type[R], page: Page) -> tuple[R, ...]:
        """Return the records of one page, by looking at all of them."""
        check_page(kind, page)
        async with self.faults.around("find"):
            self._must_be_open()
            place = attrgetter(page.order, key_field(kind))
            found = [one for one in self._store.values() if type(one) is kind and _wanted(one, page.equals)]
            found.sort(key=place, reverse=page.descending)
            if page.after is not None:
                found = [one for one in found if _beyond(place(one), page.after, page)]
            return tuple(cast("list[R]", found[: page.limit]))

    async def tally(self, cases: Sequence[CaseId]) -> Mapping[State, int]:
        """Return the sums of the cases' tallies, by state."""
        async with self.faults.around("tally"):
            self._must_be_open()
            sums: Counter[State] = Counter()
            for one in self._store.values():
                if isinstance(one, Tally) and one.case in set(cases) and one.count:
                    sums[one.state] += one.count
            return sums

    async def commit(self, changes: Sequence[Change]) -> None:
        """Make all changes on a copy, then keep the copy."""
        steps_of(changes)  # refuses what is our own bug, as every backend does
        async with self.faults.around("commit"):
            self._must_be_open()
            store, head = dict(self._store), self._head
            for change in sorted(changes, key=lambda change: not isinstance(change, Expect)):
                head = _make(store, change, head)
            self._store, self._head = store, head

    async def checkpoint(self) -> None:
        """Do nothing: memory has no log."""
        async with self.faults.around("checkpoint"):
            self._must_be_open()

    async def close(self) -> None:
        """Refuse whatever comes later."""
        self._closed = True

    def _must_be_open(self) -> None:
        if self._closed:
            raise StorageBrokenError("the ledger is closed")


def _make(store: Store, change: Change, head: Head) -> Head:
    match change:
        case Put(record):
            _put(store, record)
        case Append(record):
            if isinstance(record, Event):
                head, record = chain_event(head, record)
            _insert(store, record)
        case Drop(kind, key):
            _count(store, store.pop((kind, key), None), None)
        case Expect(kind, key, version):
            _expect(store, kind, key, version)
        case _:
            assert_never(change)
    return head


def _insert(store: Store, record: Record) -> None:
    place = (type(record), key_of(record))
    if place in store:
        raise ExistsError(f"{place[0].__name__} {place[1]}: there is one already")
    store[place] = record
    _count(store, None, record)


def _count(store: Store, before: Record | None, after: Record | None) -> None:
    """Keep the tallies of what was and of what is, where it is a message."""
    if (
        isinstance(before, Message)
        and isinstance(after, Message)
        and (before.case, before.state, before.chunks) == (after.case, after.state, after.chunks)
    ):
        return
    for one, by in ((before, -1), (after, 1)):
        if isinstance(one, Message):
            ident = f"{one.case}/{one.state}"
            known = cast("Tally | None", store.get((Tally, ident)))
            count = by + (known.count if known else 0)
            chunks = by * one.chunks + (known.chunks if known else 0)
            store[Tally, ident] = Tally(id=ident, case=one.case, state=one.state, count=count, chunks=chunks)


def _put(store: Store, record: Versioned) -> None:
    if record.version == 1:
        _insert(store, record)
        return
    kind = type(record)
    before = _expect(store, kind, record.id, record.version - 1)
    for name in NEVER_CHANGES.get(kind, ()):
        if getattr(before, name) != getattr(record, name):
            raise AssertionError(f"{kind.__name__}.{name} may never change")
    for name in NEVER_FALLS.get(kind, ()):
        if getattr(before, name) > getattr(record, name):
            raise AssertionError(f"{kind.__name__}.{name} may never fall")
    store[kind, record.id] = record
    _count(store, before, record)


def _expect(store: Store, kind: type[Record], key: str, version: int) -> Record:
    found = store.get((kind, key))
    if found is None or getattr(found, "version", None) != version:
        raise StaleVersionError(f"{kind.__name__} {key}: not at version {version}")
    return found


def _wanted(record: Record, equals: Mapping[str, object]) -> bool:
    for name, wanted in equals.items():
        choices = cast("tuple[object, ...]", wanted) if isinstance(wanted, tuple) else (wanted,)
        if getattr(record, name) not in choices:
            return False
    return True


def _beyond(place: tuple[Any, ...], after: tuple[Any, ...], page: Page) -> bool:
    if page.order in {"id", "seq"}:
        place, after = place[:1], after[:1]
    return place < after if page.descending else place > after


@dataclass(slots=True)
class _Blob:
    content: bytes
    upload: UploadId | None


class MemoryBlobs:
    """``Blobs`` in a dictionary."""

    def __init__(self, faults: Faults | None = None) -> None:
        self.faults = faults or Faults()
        self._staged: dict[UploadId, bytes] = {}
        self._appending: set[UploadId] = set()
        self._blobs: dict[str, _Blob] = {}

    async def stage_append(self, upload: UploadId, offset: int, chunks: AsyncIterator[bytes]) -> int:
        """Keep what arrives after ``offset``; a broken stream keeps what came before the break."""
        if upload in self._appending or offset > len(self._staged.get(upload, b"")):
            raise OffsetWrongError(f"{upload}: not at offset {offset}")
        self._appending.add(upload)
        try:
            async with self.faults.around("stage_append"):
                self._staged[upload] = self._staged.get(upload, b"")[:offset]
                arrived = await _until_broken(chunks)
                self._staged[upload] += arrived
                return offset + len(arrived)
        finally:
            self._appending.discard(upload)

    async def staged_size(self, upload: UploadId) -> int:
        """Return how many bytes are staged."""
        return len(self._staged.get(upload, b""))

    async def read_staged(self, upload: UploadId, *, chunk_bytes: int) -> AsyncIterator[bytes]:
        """Yield the staged bytes in pieces."""
        content = self._staged.get(upload, b"")
        for start in range(0, len(content), chunk_bytes):
            yield content[start : start + chunk_bytes]

    async def finalise(self, upload: UploadId, blob: str) -> None:
        """Turn staged bytes into a blob, once."""
        async with self.faults.around("finalise"):
            known = self._blobs.get(blob)
            if known is not None and known.upload != upload:
                raise ExistsError(f"{blob}: there is one already")
            if known is None and upload not in self._staged:
                raise NotFoundError(f"{upload}: nothing is staged")
            if known is None:
                self._blobs[blob] = _Blob(self._staged.pop(upload), upload)

    async def discard(self, upload: UploadId) -> None:
        """Forget staged bytes."""
        async with self.faults.around("discard"):
            self._staged.pop(upload, None)

    async def put(self, blob: str, content: bytes) -> None:
        """Write a small blob, once."""
        async with self.faults.around("put"):
            known = self._blobs.setdefault(blob, _Blob(content, None))
            if known.content != content:
                raise ExistsError(f"{blob}: there is one already")

    async def size(self, blob: str) -> int:
        """Return the size in bytes."""
        return len(self._there(blob))

    async def read(self, blob: str, *, start: int, length: int) -> bytes:
        """Return a range of the blob."""
        async with self.faults.around("read"):
            return self._there(blob)[start : start + length]

    async def lend(self, blob: str, *, start: int, length: int) -> None:
        """Return None: there are no files here."""

    async def destroy(self, message: MessageId) -> None:
        """Remove every blob of a message."""
        async with self.faults.around("destroy"):
            for blob in [name for name in self._blobs if name.startswith(f"{message}/")]:
                del self._blobs[blob]

    def _there(self, blob: str) -> bytes:
        if blob not in self._blobs:
            raise NotFoundError(f"{blob}: no such blob")
        return self._blobs[blob].content


async def _until_broken(chunks: AsyncIterator[bytes]) -> bytes:
    arrived = bytearray()
    with contextlib.suppress(Exception):  # whatever broke the stream, what came is kept
        async for chunk in chunks:
            arrived += chunk
    return bytes(arrived)


@dataclass(slots=True)
class MemoryShredKeys:
    """``ShredKeys`` in a dictionary; None stands for a destroyed slot."""

    faults: Faults = field(default_factory=Faults)
    _slots: dict[MessageId, bytes | None] = field(default_factory=dict[MessageId, bytes | None])

    async def allocate(self, message: MessageId, key: bytes) -> None:
        """Keep ``key`` for a message that has and had none."""
        async with self.faults.around("allocate"):
            check_key(key)
            if message in self._slots:
                raise ExistsError(f"{message}: has or had a slot")
            self._slots[message] = key

    async def read(self, message: MessageId) -> bytes:
        """Return the key."""
        async with self.faults.around("read"):
            key = self._slots.get(message)
            if key is None:
                raise KeyDestroyedError(f"{message}: its key is destroyed")
            return key

    async def destroy(self, message: MessageId) -> None:
        """Forget the key for ever."""
        async with self.faults.around("destroy"):
            self._slots[message] = None

    async def close(self) -> None:
        """Do nothing."""
