# SPDX-License-Identifier: EUPL-1.2
"""A ledger full of messages to page through: made in bulk, with the tables and indexes that the relay makes.

A thousand cases, states as in a programme that has run for years, times at random. The first case
holds one message in fifty, so that whoever has it alone has a queue, too.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Any, Final

from relay.crypto.encoding import b64u
from relay.records import CaseId, Hash, KeyId, Message, MessageId, PersonId, State
from relay.storage.migrate import migrate

CASES: Final = 1_000
LARGE_CASE: Final = 0.02
FIRST_SECOND: Final = 1_700_000_000
SECONDS: Final = 90_000_000
WEIGHTS: Final = {
    State.SUBMITTED: 1,
    State.IN_REVIEW: 2,
    State.HELD: 1,
    State.RETURNED: 4,
    State.DECLINED: 2,
    State.APPROVED: 1,
    State.OFFERED: 2,
    State.RELEASED: 2,
    State.OPENED: 60,
    State.KEPT: 5,
    State.WITHDRAWN: 15,
    State.EXPIRED: 5,
}
_TALLY: Final = """
INSERT INTO tallies (id, "case", state, count, chunks)
SELECT "case" || '/' || state, "case", state, count(*), sum(chunks) FROM messages GROUP BY 2, 3
"""
_SOME_HASH: Final = Hash(b64u(bytes(32)))


def case_id(number: int) -> CaseId:
    """Return the id of a case."""
    return CaseId(b64u(number.to_bytes(16, "big")))


def messages(count: int, random: Random) -> Iterator[Message]:
    """Yield messages, the same for the same seed."""
    states, weights = list(WEIGHTS), list(WEIGHTS.values())
    for _ in range(count):
        case = 0 if random.random() < LARGE_CASE else random.randrange(1, CASES)
        yield _message(random, case_id(case), random.choices(states, weights)[0])


def _message(random: Random, case: CaseId, state: State) -> Message:
    since = FIRST_SECOND + random.randrange(SECONDS)
    return Message(
        id=MessageId(b64u(random.randbytes(16))),
        version=3,
        author_version=2,
        addressee_version=1,
        case=case,
        state=state,
        channel="letter",
        kind="original",
        sender=PersonId(b64u(random.randbytes(16))),
        maker=None,
        addressee=PersonId(b64u(random.randbytes(16))),
        manifest=Hash(b64u(random.randbytes(32))),
        wk=KeyId(_SOME_HASH),
        parts=1,
        chunks=1,
        day="2026-01-01",
        supersedes=None,
        derived_from=None,
        submitted_at=since,
        cooling_until=since,
        claimed_by=None,
        claimed_until=None,
        second_by=None,
        undo_until=None,
        hold_until=None,
        approvals=1,
        approved_with=_SOME_HASH,
        answer=None,
        waiting_since=since,
        offered_at=None,
        ended_at=None,
    )


def make_ledger(path: Path, *, count: int) -> None:
    """Write a ledger with ``count`` messages: rows first, then indexes, then tallies."""
    migrate(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000"):
            plain.execute(f"PRAGMA {pragma}")
        made = list(plain.execute("SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'messages'"))
        later = [(kind, name, sql) for kind, name, sql in made if kind != "table" and sql]
        for kind, name, _ in later:
            plain.execute(f"DROP {kind} {name}")
        columns = [name for _, name, *_ in plain.execute("PRAGMA table_info(messages)")]
        plain.execute("BEGIN")
        plain.executemany(
            f"INSERT INTO messages VALUES ({','.join('?' * len(columns))})",  # noqa: S608 - only marks
            map(_row_of(columns), messages(count, Random(count))),
        )
        for _, _, sql in later:
            plain.execute(sql)
        plain.execute(_TALLY)
        plain.execute("COMMIT")


def _row_of(columns: list[str]) -> Any:
    return attrgetter(*columns)
