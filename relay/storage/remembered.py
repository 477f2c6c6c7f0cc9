# SPDX-License-Identifier: EUPL-1.2
"""What hardly changes, remembered between reads: cases, their people, heads and statements of trust.

Every request asks who stands where in a case. This process is the only one that writes
(``lock_folder``), and its writer tells here of everything that it has touched *before* the
commit returns, however it went. Filled by reads only, so nothing uncommitted is served; a
read that was under way while its kind was touched is not remembered. Nothing under a shred
key and nothing that is owed to deletion is of these kinds.
"""

from collections import Counter, OrderedDict
from collections.abc import Iterable
from typing import Final, TypeVar, cast

from relay.records import Case, Member, Statement, TrustHead
from relay.storage.contract import Page, Record, key_of
from relay.storage.steps import Act, Step

R = TypeVar("R", bound=Record)

KEPT: Final = frozenset({Case, Member, Statement, TrustHead})
PAGED: Final = frozenset({Member})
_MOST_RECORDS: Final = 4_096
_MOST_ENVELOPE_BYTES: Final = 8 * 1024**2  # of all of them together
_MOST_PAGES: Final = 1_024
_MOST_ON_A_PAGE: Final = 64
_PageKey = tuple[object, ...]


class Remembered:
    """Bounded; the least recently used is forgotten first."""

    def __init__(self) -> None:
        self._records: OrderedDict[tuple[type[Record], str], Record] = OrderedDict()
        self._pages: OrderedDict[tuple[type[Record], _PageKey], tuple[Record, ...]] = OrderedDict()
        self._envelope_bytes = 0
        self._turns: Counter[type[Record]] = Counter()

    def turn(self, kind: type[Record]) -> int:
        """Return what ``keep`` and ``keep_page`` ask for: taken before the read."""
        return self._turns[kind]

    def record(self, kind: type[R], key: str) -> R | None:
        """Return the record, if it is remembered."""
        found = self._records.get((kind, key))
        if found is not None:
            self._records.move_to_end((kind, key))
        return cast("R | None", found)

    def page(self, kind: type[R], page: Page) -> tuple[R, ...] | None:
        """Return the page, if it is remembered."""
        if kind not in PAGED:
            return None
        found = self._pages.get((kind, _key_of(page)))
        if found is not None:
            self._pages.move_to_end((kind, _key_of(page)))
        return cast("tuple[R, ...] | None", found)

    def keep(self, record: Record, *, turn: int) -> None:
        """Remember a record that was read, unless its kind was touched since ``turn``."""
        kind = type(record)
        if kind not in KEPT or turn != self._turns[kind] or _is_of_a_message(record):
            return
        self._drop((kind, key_of(record)))
        self._records[kind, key_of(record)] = record
        self._envelope_bytes += _envelope_bytes(record)
        while len(self._records) > _MOST_RECORDS or self._envelope_bytes > _MOST_ENVELOPE_BYTES:
            self._drop(next(iter(self._records)))

    def keep_page(self, kind: type[R], page: Page, found: tuple[R, ...], *, turn: int) -> None:
        """Remember a page that was read, unless its kind was touched since ``turn``."""
        if kind not in PAGED or turn != self._turns[kind] or len(found) > _MOST_ON_A_PAGE:
            return
        self._pages[kind, _key_of(page)] = found
        if len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)

    def forget(self, steps: Iterable[Step]) -> None:
        """Forget what these steps touch; whether they went through does not matter."""
        for step in steps:
            if step.kind not in KEPT or step.act is Act.EXPECT:
                continue
            if step.act is Act.INSERT and step.kind not in PAGED:
                continue  # it was not there, and that is never remembered
            self._turns[step.kind] += 1
            self._drop((step.kind, step.key))
            if step.kind in PAGED:
                for name in [name for name in self._pages if name[0] is step.kind]:
                    del self._pages[name]

    def _drop(self, name: tuple[type[Record], str]) -> None:
        dropped = self._records.pop(name, None)
        if dropped is not None:
            self._envelope_bytes -= _envelope_bytes(dropped)


def _key_of(page: Page) -> _PageKey:
    return (*page.equals.items(), page.order, page.after, page.descending, page.limit)


def _is_of_a_message(record: Record) -> bool:
    """Whether it is a statement about one message, of which there is no end."""
    return isinstance(record, Statement) and record.message is not None


def _envelope_bytes(record: Record) -> int:
    return len(record.envelope) if isinstance(record, Statement) else 0
