# SPDX-License-Identifier: EUPL-1.2
"""A commit as steps, and many commits' steps as few batches.

Pure: which statement, which parameters, in which order. The order that callers see is
kept: a batch takes equal steps of many commits together, and a record that is touched by
another kind of step closes the batches before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, assert_never

from relay.crypto.encoding import b64u
from relay.records import Event, Tally, Tombstone
from relay.storage.chain import Head, digest_bytes, next_head
from relay.storage.contract import Append, Change, Drop, Expect, Put, Record, Versioned, key_of
from relay.storage.statements import update_values
from relay.storage.tables import SHAPES


class Act(Enum):
    """What a step does to its record."""

    EXPECT = "expect"
    INSERT = "insert"
    UPDATE = "update"
    DROP = "drop"

    @property
    def counted(self) -> bool:
        """Whether each step must find exactly one record."""
        return self in {Act.EXPECT, Act.UPDATE}


@dataclass(frozen=True, slots=True)
class Step:
    """One statement on one record. An event gets number and link when it is its turn."""

    act: Act
    kind: type[Record]
    key: str
    values: tuple[Any, ...]
    digest: bytes | None = None  # of an event, 32 bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """Equal steps on different records, or on one record in the order asked."""

    act: Act
    kind: type[Record]
    rows: list[tuple[Any, ...]]


def steps_of(changes: Sequence[Change]) -> tuple[Step, ...]:
    """Turn a commit into steps: what it expects first, then the rest as given.

    Raises:
        ValueError: a version below 1, an expectation on a kind without versions, or a tally (our bug).
    """
    steps = [_step(change) for change in changes]
    if any(step.kind is Tally for step in steps):
        raise ValueError("the ledger itself keeps tallies")
    return tuple(sorted(steps, key=lambda step: step.act is not Act.EXPECT))


def _step(change: Change) -> Step:
    match change:
        case Put(record):
            return _put(record)
        case Append(Event() as event):
            digest = digest_bytes(event)  # refused here, not in the writer
            return Step(Act.INSERT, Event, "", SHAPES[Event].encode(event), digest)
        case Append(record):
            return Step(Act.INSERT, type(record), key_of(record), SHAPES[type(record)].encode(record))
        case Drop(kind, key):
            if kind is Event:
                raise ValueError("the list of events is append-only")
            return Step(Act.DROP, kind, key, (key,))
        case Expect(kind, key, version):
            if not SHAPES[kind].versioned:
                raise ValueError(f"{kind.__name__} has no versions")
            return Step(Act.EXPECT, kind, key, (key, version))
        case _:
            assert_never(change)


def _put(record: Versioned) -> Step:
    kind = type(record)
    if not SHAPES[kind].versioned or record.version < 1:
        raise ValueError(f"{kind.__name__} cannot be put at this version")
    if record.version == 1:
        return Step(Act.INSERT, kind, record.id, SHAPES[kind].encode(record))
    return Step(Act.UPDATE, kind, record.id, update_values(SHAPES[kind], record))


def destroys(steps: Sequence[Step]) -> bool:
    """Whether a commit is there to destroy: it owes a destruction, or only drops."""
    kinds, acts = {step.kind for step in steps}, {step.act for step in steps}
    return Tombstone in kinds or acts == {Act.DROP}


def chained(steps: Iterable[Step], head: Head) -> tuple[Head, list[Step]]:
    """Number and chain the events among ``steps``; return the new head and all steps."""
    done: list[Step] = []
    for step in steps:
        if step.digest is None:
            done.append(step)
            continue
        head = next_head(head, step.digest)
        values = (head.seq, *step.values[1:-1], b64u(head.link))  # seq is first, chain last
        done.append(Step(Act.INSERT, Event, str(head.seq), values))
    return head, done


def batches_of(steps: Iterable[Step]) -> list[Batch]:
    """Put equal steps together without changing what any of them sees."""
    batches: list[Batch] = []
    open_now: dict[tuple[type[Record], Act], Batch] = {}
    touched: dict[tuple[type[Record], str], Act] = {}
    expected: set[tuple[type[Record], tuple[Any, ...]]] = set()
    for step in steps:
        if touched.get((step.kind, step.key), step.act) is not step.act:
            open_now.clear()
            touched.clear()
            expected.clear()
        if step.act is Act.EXPECT:
            if (step.kind, step.values) in expected:
                continue  # many commits of one case expect the same of it
            expected.add((step.kind, step.values))
        touched[step.kind, step.key] = step.act
        batch = open_now.get((step.kind, step.act))
        if batch is None:
            batch = open_now[step.kind, step.act] = Batch(step.act, step.kind, [])
            batches.append(batch)
        batch.rows.append(step.values)
    return batches
