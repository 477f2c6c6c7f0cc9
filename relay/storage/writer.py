# SPDX-License-Identifier: EUPL-1.2
"""The grouping writer: one task, one connection, many waiting commits to a transaction.

A durable commit costs one wait for the disk, whatever is in it; so what waits goes
together, at most ``MOST_TOGETHER`` at once, and every caller is answered after COMMIT.
When one of them finds another version, the whole group is taken back and repeated one by
one behind savepoints, so that nobody fails for somebody else's reason.
"""

import asyncio
import contextlib
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import aiosqlite

from relay.crypto.encoding import unb64u
from relay.errors import ExistsError, RelayError, StaleVersionError
from relay.storage.chain import FIRST_HEAD, Head
from relay.storage.contract import StorageBrokenError
from relay.storage.reserve import Reserve
from relay.storage.sqlite import empty_log, is_full, is_taken, translate
from relay.storage.statements import Statements
from relay.storage.steps import Batch, Step, batches_of, chained, destroys

MOST_TOGETHER: Final = 64
_LAST_EVENT: Final = "SELECT seq, chain FROM events ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A caller: its steps (none for a checkpoint), and where it waits."""

    steps: tuple[Step, ...]
    done: "asyncio.Future[None]"

    def settle(self, error: RelayError | None) -> None:
        if self.done.done():
            return  # the caller was cancelled; its commit was not
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class Writer:
    """Owns the write connection; ``submit`` and ``checkpoint`` wait their turn."""

    def __init__(
        self,
        connection: aiosqlite.Connection,
        statements: Statements,
        reserve: Reserve,
        *,
        touched: Callable[[Sequence[Step]], None] = lambda _: None,
    ) -> None:
        """Start the task; ``touched`` is told a commit's steps before its caller, however it went."""
        self._touched = touched
        self._connection = connection
        self._statements = statements
        self._reserve = reserve
        self._queue: deque[_Waiting] = deque()
        self._wake = asyncio.Event()
        self._closing = False
        self._head: Head | None = None  # read anew after every failure
        self._task = asyncio.create_task(self._run(), name="ledger-writer")

    async def submit(self, steps: tuple[Step, ...]) -> None:
        """Wait until ``steps`` are durable, or refused as a whole."""
        if not steps:
            return
        await self._wait(steps)

    async def checkpoint(self) -> None:
        """Wait until the log is empty of everything committed before this call."""
        await self._wait(())

    async def close(self) -> None:
        """Finish what is waiting, empty the log, close the connection."""
        self._closing = True
        self._wake.set()
        await self._task
        with contextlib.suppress(sqlite3.Error, StorageBrokenError):
            await empty_log(self._connection)
        await self._connection.close()

    async def _wait(self, steps: tuple[Step, ...]) -> None:
        if self._closing:
            raise StorageBrokenError("the ledger is closed")
        waiting = _Waiting(steps, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        self._wake.set()
        await waiting.done

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                count = min(MOST_TOGETHER, len(self._queue))
                await self._serve([self._queue.popleft() for _ in range(count)])
            if self._closing:
                return

    async def _serve(self, drained: Sequence[_Waiting]) -> None:
        commits = [waiting for waiting in drained if waiting.steps]
        checkpoints = [waiting for waiting in drained if not waiting.steps]
        if commits:
            await self._commit(commits)
        if checkpoints:
            outcome = await self._outcome_of_checkpoint()
            for waiting in checkpoints:
                waiting.settle(outcome)

    async def _outcome_of_checkpoint(self) -> RelayError | None:
        try:
            await empty_log(self._connection)
        except StorageBrokenError as error:
            return error
        except sqlite3.Error as error:
            return translate(error)
        self._reserve.fill()
        return None

    async def _commit(self, group: Sequence[_Waiting]) -> None:
        """Answer every caller of ``group``, after COMMIT or with an error."""
        try:
            outcomes = await self._transact(group)
        except sqlite3.Error as error:
            await self._back_out()
            if is_full(error) and self._may_try_again(group):
                for waiting in group:
                    await self._commit([waiting])
                return
            outcomes = [translate(error) for _ in group]
        except Exception as error:  # noqa: BLE001 - a bug of ours must not leave callers waiting
            await self._back_out()
            broken = StorageBrokenError(f"the writer failed: {type(error).__name__}")
            broken.__cause__ = error
            outcomes = [broken for _ in group]
        for waiting in group:
            self._touched(waiting.steps)
        for waiting, outcome in zip(group, outcomes, strict=True):
            waiting.settle(outcome)

    def _may_try_again(self, group: Sequence[_Waiting]) -> bool:
        """One by one the small ones may find room; alone, what destroys gets the reserve."""
        return len(group) > 1 or (destroys(group[0].steps) and self._reserve.spend())

    async def _transact(self, group: Sequence[_Waiting]) -> list[RelayError | None]:
        before = self._head or await self._last_event()
        await self._connection.execute("BEGIN IMMEDIATE")
        after, steps = chained((step for waiting in group for step in waiting.steps), before)
        outcomes: list[RelayError | None] = [None for _ in group]
        if not await self._together(batches_of(steps)):
            await self._connection.execute("ROLLBACK")
            await self._connection.execute("BEGIN IMMEDIATE")
            after = before
            for place, waiting in enumerate(group):
                after, outcomes[place] = await self._alone(waiting.steps, after)
        await self._connection.execute("COMMIT")
        self._head = after
        return outcomes

    async def _together(self, batches: Sequence[Batch]) -> bool:
        """Run all batches; say whether every step found what it needs."""
        for batch in batches:
            sql = getattr(self._statements.writes[batch.kind], batch.act.value)
            try:
                cursor = await self._connection.executemany(sql, batch.rows)
            except sqlite3.IntegrityError:
                return False
            if batch.act.counted and cursor.rowcount != len(batch.rows):
                return False
        return True

    async def _alone(self, steps: Sequence[Step], head: Head) -> tuple[Head, RelayError | None]:
        """Run one commit behind a savepoint; return the head after it and its outcome."""
        await self._connection.execute("SAVEPOINT alone")
        after, ready = chained(steps, head)
        for step in ready:
            refusal = await self._one(step)
            if refusal is not None:
                await self._connection.execute("ROLLBACK TO alone")
                await self._connection.execute("RELEASE alone")
                return head, refusal
        await self._connection.execute("RELEASE alone")
        return after, None

    async def _one(self, step: Step) -> RelayError | None:
        sql = getattr(self._statements.writes[step.kind], step.act.value)
        try:
            cursor = await self._connection.execute(sql, step.values)
        except sqlite3.IntegrityError as error:
            if is_taken(error):
                return ExistsError(f"{step.kind.__name__} {step.key}: there is one already")
            return translate(error)
        if step.act.counted and cursor.rowcount != 1:
            return StaleVersionError(f"{step.kind.__name__} {step.key}: not at that version")
        return None

    async def _last_event(self) -> Head:
        rows = list(await self._connection.execute_fetchall(_LAST_EVENT))
        return Head(rows[0][0], unb64u(rows[0][1])) if rows else FIRST_HEAD

    async def _back_out(self) -> None:
        """Take back an open transaction; SQLite may have done so by itself."""
        self._head = None
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                await self._connection.execute("ROLLBACK")
