# SPDX-License-Identifier: EUPL-1.2
"""What is particular to the ledger in SQLite: groups, indexes, faults of the disk, one owner."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from relay.errors import StaleVersionError, StorageFullError
from relay.records import Case, Draft, Event, Message, Nonce, State, StoredBox, Tombstone
from relay.storage.contract import Append, Drop, Expect, Page, Put, Record, StorageBrokenError
from relay.storage.ledger import SqliteLedger, open_ledger
from relay.storage.pages import SERVED
from relay.storage.sqlite import DIALECT
from relay.storage.statements import Statements
from tests.storage.builders import a, ident


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
async def ledger(path: Path) -> AsyncIterator[SqliteLedger]:
    opened = await open_ledger(path)
    yield opened
    await opened.close()


def write_connection(ledger: SqliteLedger) -> aiosqlite.Connection:
    return ledger._writer._connection


@contextmanager
def failing(ledger: SqliteLedger, statement: str, code: int) -> Generator[None]:
    """Let the next ``statement`` of the writer fail with SQLite's ``code``, once."""
    connection = write_connection(ledger)
    execute = connection.execute
    left = [True]

    def fail_once(sql: str, values: Any = None) -> Any:
        if left and sql == statement:
            left.clear()
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode, error.sqlite_errorname = code, "SQLITE_IOERR_FSYNC"
            raise error
        return execute(sql, values)

    connection.execute = fail_once  # pyright: ignore[reportAttributeAccessIssue]
    yield
    assert not left


async def test_every_connection_is_set_to_lose_nothing(ledger: SqliteLedger) -> None:
    """Settings that are per connection are on every connection."""
    wanted = {"synchronous": 2, "secure_delete": 1, "trusted_schema": 0, "page_size": 8192}
    for connection in (write_connection(ledger), *ledger._reads._connections):
        for pragma, value in {**wanted, "journal_mode": "wal"}.items():
            rows = list(await connection.execute_fetchall(f"PRAGMA {pragma}"))
            assert rows[0][0] == value, pragma


async def test_a_reader_cannot_write(ledger: SqliteLedger) -> None:
    """The writer's connection is the only one."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await ledger._reads._connections[0].execute_fetchall("DELETE FROM messages")


async def test_what_waits_is_committed_together(ledger: SqliteLedger) -> None:
    """A hundred waiting callers take a few transactions, not a hundred."""
    seen: list[str] = []
    await write_connection(ledger).set_trace_callback(seen.append)
    await asyncio.gather(*(ledger.commit([Append(a(Nonce, n)), Append(a(Event, n))]) for n in range(100)))
    assert seen.count("COMMIT") <= 4
    assert len(await ledger.find(Event, Page(equals={}, order="seq", limit=1000))) == 100


async def test_many_commits_may_expect_the_same_of_one_record(ledger: SqliteLedger) -> None:
    """It is asked once a group; who expects something else fails alone."""
    case = a(Case, version=1)
    await ledger.commit([Put(case)])
    wanted = [Expect(Case, case.id, 2 if number == 7 else 1) for number in range(20)]
    tried = (ledger.commit([one, Append(a(Nonce, number))]) for number, one in enumerate(wanted))
    found = await asyncio.gather(*tried, return_exceptions=True)
    assert [type(one) for one in found if one is not None] == [StaleVersionError]
    assert found[7] is not None
    there = [await ledger.load(Nonce, a(Nonce, number).id) is not None for number in range(20)]
    assert there == [number != 7 for number in range(20)]


async def test_reads_that_wait_go_together(ledger: SqliteLedger) -> None:
    """A hundred waiting callers take a few questions, and each gets their own record or None."""
    every = [a(Nonce, number) for number in range(100)]
    await ledger.commit([Append(one) for one in every[::2]])
    seen: list[str] = []
    for connection in ledger._reads._connections:
        await connection.set_trace_callback(seen.append)
    found = await asyncio.gather(*(ledger.load(Nonce, one.id) for one in every * 2))
    assert found == [None if number % 2 else one for number, one in enumerate(every)] * 2
    assert len(seen) <= 4


async def test_a_read_whose_caller_gave_up_keeps_nobody_waiting(ledger: SqliteLedger) -> None:
    """The others of its group are answered."""
    await ledger.commit([Append(a(Nonce, 1)), Append(a(Nonce, 2))])
    gone = asyncio.create_task(ledger.load(Nonce, a(Nonce, 1).id))
    stays = asyncio.create_task(ledger.load(Nonce, a(Nonce, 2).id))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == a(Nonce, 2)
    assert await ledger.load(Nonce, a(Nonce, 1).id) == a(Nonce, 1)


async def test_a_failed_read_is_told_to_all_who_wait(ledger: SqliteLedger) -> None:
    """As the disk's failure, to each of them; the next read is tried again."""

    async def broken(sql: str, values: Any = None) -> Any:
        raise sqlite3.OperationalError("disk I/O error")

    connections = ledger._reads._connections
    kept = [connection.execute_fetchall for connection in connections]
    for connection in connections:
        connection.execute_fetchall = broken  # pyright: ignore[reportAttributeAccessIssue]
    tried = (ledger.load(Nonce, a(Nonce, number).id) for number in range(3))
    found = await asyncio.gather(*tried, return_exceptions=True)
    assert [type(one) for one in found] == [StorageBrokenError] * 3
    for connection, execute in zip(connections, kept, strict=True):
        connection.execute_fetchall = execute  # pyright: ignore[reportAttributeAccessIssue]
    assert await ledger.load(Nonce, a(Nonce, 1).id) is None


async def test_nobody_is_answered_before_the_group_is_on_disk(ledger: SqliteLedger) -> None:
    """While COMMIT is under way, every caller still waits."""
    connection = write_connection(ledger)
    execute, reached, go_on = connection.execute, asyncio.Event(), asyncio.Event()

    async def wait_at_commit(sql: str, values: Any = None) -> Any:
        if sql == "COMMIT":
            reached.set()
            await go_on.wait()
        return await execute(sql, values)

    connection.execute = wait_at_commit  # pyright: ignore[reportAttributeAccessIssue]
    waiting = [asyncio.create_task(ledger.commit([Append(a(Nonce, n))])) for n in range(5)]
    await reached.wait()
    assert not any(task.done() for task in waiting)
    go_on.set()
    await asyncio.gather(*waiting)


async def test_a_failed_sync_fails_the_whole_group(ledger: SqliteLedger) -> None:
    """One fsync error: nothing of the group is acknowledged or kept, and the next commit works."""
    with failing(ledger, "COMMIT", sqlite3.SQLITE_IOERR_FSYNC):
        outcomes = await asyncio.gather(
            *(ledger.commit([Append(a(Event, n))]) for n in range(5)), return_exceptions=True
        )
    assert [type(outcome) for outcome in outcomes] == [StorageBrokenError] * 5
    assert await ledger.find(Event, Page(equals={}, order="seq")) == ()
    await ledger.commit([Append(a(Event, 9))])
    assert [event.seq for event in await ledger.find(Event, Page(equals={}, order="seq"))] == [1]


async def test_a_full_disk_refuses_the_large_and_takes_the_small(ledger: SqliteLedger) -> None:
    """What was acknowledged is kept; a large draft beside it does not sink a small commit."""
    connection = write_connection(ledger)
    await ledger.commit([Put(a(Draft, 1)), Append(a(Nonce, 1))])
    rows = list(await connection.execute_fetchall("PRAGMA page_count"))
    await connection.execute_fetchall(f"PRAGMA max_page_count = {rows[0][0] + 4}")
    large = a(Draft, 2, box=bytes(200_000))
    outcomes = await asyncio.gather(
        ledger.commit([Append(a(Nonce, 2))]),
        ledger.commit([Put(large)]),
        ledger.commit([Append(a(Nonce, 3))]),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), StorageFullError, type(None)]
    assert await ledger.load(Draft, ident(1)) == a(Draft, 1)
    assert await ledger.load(Draft, ident(2)) is None


async def test_a_full_disk_still_takes_a_withdrawal(
    ledger: SqliteLedger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What destroys gets the room kept back; a draft does not; a checkpoint keeps it back again."""
    reserve = path.with_name("ledger.sqlite.reserve")
    connection = write_connection(ledger)
    execute = connection.execute

    def full_while_reserved(sql: str, values: Any = None) -> Any:
        if sql == "COMMIT" and reserve.stat().st_size > 0:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return execute(sql, values)

    with monkeypatch.context() as patch:
        patch.setattr(connection, "execute", full_while_reserved)
        with pytest.raises(StorageFullError):
            await ledger.commit([Put(a(Draft))])
        await ledger.commit([Put(a(Tombstone)), Append(a(Event))])
    assert await ledger.load(Tombstone, ident(1)) == a(Tombstone)
    assert reserve.stat().st_size == 0
    await ledger.checkpoint()
    assert reserve.stat().st_blocks * 512 >= 1_000_000


async def test_a_value_of_the_wrong_type_fails_alone(ledger: SqliteLedger) -> None:
    """A bug in one caller is not its neighbours' failure, and not taken for a duplicate."""
    wrong: Any = a(Case, 1, quorum="three")
    outcomes = await asyncio.gather(
        ledger.commit([Put(wrong)]), ledger.commit([Put(a(Case, 2))]), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [StorageBrokenError, type(None)]


@pytest.mark.parametrize("kind", SERVED)
async def test_every_served_page_is_read_through_an_index(ledger: SqliteLedger, kind: type[Record]) -> None:
    """SQLite's own plan: no scan of a whole table, and no sorting of one."""
    for served in SERVED[kind]:
        for order in served.orders:
            page = Page(equals=dict.fromkeys(served.by, State.HELD), order=order, after=(1, "x"), limit=10)
            for plan in await plans(ledger, kind, page):
                assert "SEARCH" in plan, plan
                assert served.by or "TEMP B-TREE" not in plan, plan


async def plans(ledger: SqliteLedger, kind: type[Record], page: Page) -> list[str]:
    """Return how SQLite would run each statement of a page."""
    connection = ledger._reads._connections[0]
    found: list[str] = []
    for sql, values in Statements(DIALECT).pages(kind, page):
        rows = await connection.execute_fetchall(f"EXPLAIN QUERY PLAN {sql}", values)
        found.append("; ".join(row[3] for row in rows))
    return found


@pytest.mark.parametrize("after", [None, (1, "x")])
async def test_a_queue_of_many_cases_reads_indexes_alone(
    ledger: SqliteLedger, after: tuple[int, str] | None
) -> None:
    """Along time first, then case by case; a message is read once it is known to be on the page."""
    cases = tuple(ident(number) for number in range(300))
    equals = {"case": cases, "state": tuple(State)}
    looked, merged = await plans(
        ledger, Message, Page(equals=equals, order="waiting_since", after=after, limit=51)
    )
    assert "messages USING COVERING INDEX ix_messages_state_waiting_since_id_case (state=?" in looked
    assert (
        "messages USING COVERING INDEX ix_messages_case_state_waiting_since_id (case=? AND state=?" in merged
    )
    for plan in (looked, merged):
        assert plan.count("SEARCH messages") == 2, plan
        assert "SEARCH messages USING INDEX sqlite_autoindex_messages_1 (id=?)" in plan
        assert "SCAN messages" not in plan


async def test_the_ledger_has_one_owner(ledger: SqliteLedger, path: Path) -> None:
    """A second opening is refused while the first is open, and works after."""
    with pytest.raises(StorageBrokenError, match="another process"):
        await open_ledger(path)
    await ledger.close()
    again = await open_ledger(path)
    await again.close()


async def test_what_was_committed_is_there_after_a_restart(path: Path) -> None:
    """And the chain goes on where it was."""
    for number in (1, 2):
        ledger = await open_ledger(path)
        await ledger.commit([Append(a(Event, number)), Put(a(Case, number))])
        await ledger.close()
    ledger = await open_ledger(path)
    events = await ledger.find(Event, Page(equals={}, order="seq"))
    case = await ledger.load(Case, ident(1))
    await ledger.close()
    assert [event.seq for event in events] == [1, 2]
    assert case == a(Case, 1)


async def test_a_damaged_file_is_said_to_be_one(path: Path) -> None:
    """Not a traceback of the driver."""
    path.write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StorageBrokenError):
        await open_ledger(path)


async def test_a_ledger_of_a_newer_programme_is_left_alone(path: Path) -> None:
    """A downgrade does not guess."""
    await (await open_ledger(path)).close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
        plain.commit()
    with pytest.raises(StorageBrokenError, match="newer"):
        await open_ledger(path)


async def test_only_the_owner_may_read_the_files(ledger: SqliteLedger, path: Path) -> None:
    """Other accounts of the machine get nothing."""
    await ledger.commit([Append(a(Nonce))])
    modes = {file.name: file.stat().st_mode & 0o077 for file in path.parent.iterdir()}
    assert set(modes.values()) == {0}, modes


async def test_p11_a_dropped_box_is_in_no_file_after_a_checkpoint(ledger: SqliteLedger, path: Path) -> None:
    """P11: what is left of a wrap is gone from database and log, large ones on many pages included."""
    marks = [b"planted-%03d-" % n * 30 + b"." * 9_000 * (n % 3) for n in range(40)]
    boxes = [a(StoredBox, n, box=mark) for n, mark in enumerate(marks)]
    await ledger.commit([Append(box) for box in boxes])
    await ledger.checkpoint()
    assert b"planted-007" in path.read_bytes()
    await ledger.commit([Drop(StoredBox, box.id) for box in boxes[1:]])
    await ledger.checkpoint()
    everything = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"planted-000" in everything
    assert everything.count(b"planted-") == 30
