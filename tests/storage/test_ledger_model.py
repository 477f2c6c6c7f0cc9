# SPDX-License-Identifier: EUPL-1.2
"""Any history of commits: SQLite answers and keeps exactly what the memory ledger does."""

import asyncio
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from relay.errors import RelayError
from relay.records import Case, Event, Message, Nonce, State, StoredBox, Tally
from relay.storage.contract import Append, Change, Drop, Expect, Page, Put
from relay.storage.ledger import open_ledger
from relay.storage.memory import MemoryLedger
from tests.storage.builders import a, ident

NUMBERS = st.integers(0, 2)
VERSIONS = st.integers(1, 4)


def puts() -> st.SearchStrategy[Change]:
    """Return puts of cases and messages, mostly at a wrong version."""
    cases = st.builds(lambda n, v, q: Put(a(Case, n, version=v, quorum=q)), NUMBERS, VERSIONS, NUMBERS)
    messages = st.builds(
        lambda n, v, state: Put(a(Message, n, version=v, case=ident(0), state=state, claimed_by=None)),
        NUMBERS,
        VERSIONS,
        st.sampled_from(State),
    )
    return cases | messages


CHANGES: st.SearchStrategy[Change] = (
    puts()
    | st.builds(lambda n: Append(a(Event, n)), NUMBERS)
    | st.builds(lambda n: Append(a(Nonce, n)), st.integers(0, 5))
    | st.builds(lambda n: Append(a(StoredBox, n)), NUMBERS)
    | st.builds(lambda n: Drop(StoredBox, ident(n)), NUMBERS)
    | st.builds(lambda n: Drop(Case, ident(n)), NUMBERS)
    | st.builds(lambda n: Drop(Message, ident(n)), NUMBERS)
    | st.builds(lambda n, v: Expect(Case, ident(n), v), NUMBERS, VERSIONS)
)
COMMITS = st.lists(CHANGES, min_size=1, max_size=4)


class SameLedger(RuleBasedStateMachine):
    """Two ledgers asked the same."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.memory = MemoryLedger()
        self.sqlite = self.runner.run(open_ledger(Path(self.folder.name, "ledger.sqlite"), readers=1))

    @rule(commits=st.lists(COMMITS, min_size=1, max_size=8))
    def commit_at_once(self, commits: list[list[Change]]) -> None:
        """Many callers in one group: the same outcome for each as one after the other."""

        async def at_once(ledger: Any) -> list[str]:
            outcomes = await asyncio.gather(
                *(ledger.commit(changes) for changes in commits), return_exceptions=True
            )
            for outcome in outcomes:
                assert outcome is None or isinstance(outcome, RelayError)
            return [type(outcome).__name__ for outcome in outcomes]

        assert self.runner.run(at_once(self.sqlite)) == self.runner.run(at_once(self.memory))

    @rule(number=NUMBERS, state=st.sampled_from(State))
    def move_a_message(self, number: int, state: State) -> None:
        """A right swap, so that histories get long."""

        async def move(ledger: Any) -> Any:
            now = await ledger.load(Message, ident(number))
            if now is not None:
                await ledger.commit([Put(replace(now, version=now.version + 1, state=state))])
            return await ledger.load(Message, ident(number))

        assert self.runner.run(move(self.sqlite)) == self.runner.run(move(self.memory))

    @rule()
    def checkpoint(self) -> None:
        """Emptying the log changes nothing."""
        self.runner.run(self.sqlite.checkpoint())

    @invariant()
    def hold_the_same(self) -> None:
        """Every kept record and the whole chain are equal."""

        async def everything(ledger: Any) -> list[Any]:
            pages = [(Case, "id"), (Message, "id"), (Event, "seq"), (Nonce, "id"), (Tally, "id")]
            found = [await ledger.find(kind, Page(equals={}, order=by, limit=1000)) for kind, by in pages]
            return [*found, *[await ledger.load(StoredBox, ident(n)) for n in range(3)]]

        assert self.runner.run(everything(self.sqlite)) == self.runner.run(everything(self.memory))

    @invariant()
    def count_what_is_there(self) -> None:
        """Every tally is the number of its messages, and their sums are too."""

        async def counted(ledger: Any) -> tuple[Any, Any, Any]:
            messages = await ledger.find(Message, Page(equals={}, limit=1000))
            tallies = await ledger.find(Tally, Page(equals={}, limit=1000))
            return messages, tallies, await ledger.tally([ident(0), ident(1)])

        messages, tallies, sums = self.runner.run(counted(self.sqlite))
        there = Counter((message.case, message.state) for message in messages)
        assert {(one.case, one.state): one.count for one in tallies if one.count} == there
        weights = Counter[tuple[Any, Any]]()
        for message in messages:
            weights[message.case, message.state] += message.chunks
        assert {(one.case, one.state): one.chunks for one in tallies if one.count} == weights
        assert sums == Counter(message.state for message in messages)

    def teardown(self) -> None:
        """Close what was opened."""
        self.runner.run(self.sqlite.close())
        self.runner.close()
        self.folder.cleanup()


TestSameLedger = SameLedger.TestCase
TestSameLedger.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
