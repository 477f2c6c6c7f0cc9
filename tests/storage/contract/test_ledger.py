# SPDX-License-Identifier: EUPL-1.2
"""The contract of every Ledger: all or nothing, compare and swap, in order, by index."""

import asyncio
import hashlib
from dataclasses import replace
from typing import Any

import pytest

from relay.crypto.encoding import b64u, unb64u
from relay.errors import ExistsError, NotCanonicalError, RelayError, StaleVersionError
from relay.records import Case, Draft, Event, Message, Nonce, State, Statement, StoredBox, Tally, Tombstone
from relay.storage.contract import (
    Append,
    Change,
    Drop,
    Expect,
    Ledger,
    Page,
    Put,
    Record,
    StorageBrokenError,
)
from relay.storage.tables import SHAPES
from tests.storage.builders import EVERY_KIND, a, digest, ident, optional_fields


def added(record: Any) -> Change:
    """Return the change that brings ``record`` into a ledger."""
    return Put(record) if SHAPES[type(record)].versioned else Append(record)


def raised(record: Any, **changed: Any) -> Any:
    """Return the next version of ``record``."""
    return replace(record, version=record.version + 1, **changed)


class TestRecords:
    @pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind is not Event])
    async def test_what_was_put_is_loaded_unchanged(self, ledger: Ledger, kind: type[Record]) -> None:
        """Every kind keeps every field: text, numbers, bytes, enums, booleans."""
        record: Any = a(kind, 7)
        await ledger.commit([added(record)])
        assert await ledger.load(kind, record.id) == record

    @pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind is not Event])
    async def test_what_is_absent_stays_absent(self, ledger: Ledger, kind: type[Record]) -> None:
        """An optional field without a value is None again, not an empty text."""
        record: Any = a(kind, 8, **dict.fromkeys(optional_fields(kind)))
        await ledger.commit([added(record)])
        assert await ledger.load(kind, record.id) == record

    async def test_a_loaded_field_has_its_own_type(self, ledger: Ledger) -> None:
        """An enum comes back as that enum, a boolean as a boolean."""
        await ledger.commit([Put(a(Message)), Put(a(Case, closed=True))])
        message, case = await ledger.load(Message, ident(1)), await ledger.load(Case, ident(1))
        assert message is not None
        assert case is not None
        assert type(message.state) is State
        assert case.closed is True

    async def test_an_unknown_id_is_none(self, ledger: Ledger) -> None:
        """Looking is no error."""
        assert await ledger.load(Message, ident(404)) is None

    async def test_a_first_version_meets_one_of_that_id(self, ledger: Ledger) -> None:
        """Nothing is overwritten by an insert."""
        await ledger.commit([Put(a(Case, quorum=1))])
        with pytest.raises(ExistsError):
            await ledger.commit([Put(a(Case, quorum=2))])
        assert await ledger.load(Case, ident(1)) == a(Case, quorum=1)

    async def test_what_is_written_once_cannot_be_written_again(self, ledger: Ledger) -> None:
        """A used nonce stays used."""
        await ledger.commit([Append(a(Nonce))])
        with pytest.raises(ExistsError):
            await ledger.commit([Append(a(Nonce))])

    @pytest.mark.parametrize("version", [1, 3, 4])
    async def test_only_the_next_version_replaces(self, ledger: Ledger, version: int) -> None:
        """Compare and swap: a version too low or too high changes nothing."""
        first = a(Draft)
        await ledger.commit([Put(first)])
        with pytest.raises((StaleVersionError, ExistsError)):
            await ledger.commit([Put(a(Draft, version=version, box=b"other"))])
        assert await ledger.load(Draft, first.id) == first

    async def test_the_next_version_replaces(self, ledger: Ledger) -> None:
        """The new record is current, every field of it."""
        first = a(Draft)
        second = raised(first, box=b"other", updated_at=99)
        await ledger.commit([Put(first)])
        await ledger.commit([Put(second)])
        assert await ledger.load(Draft, first.id) == second

    async def test_a_later_version_of_nothing_is_stale(self, ledger: Ledger) -> None:
        """What was dropped is not brought back by somebody who still holds it."""
        with pytest.raises(StaleVersionError):
            await ledger.commit([Put(a(Draft, version=2))])

    async def test_a_drop_removes_and_again_is_harmless(self, ledger: Ledger) -> None:
        """Dropping needs no version."""
        await ledger.commit([Append(a(StoredBox))])
        await ledger.commit([Drop(StoredBox, ident(1))])
        await ledger.commit([Drop(StoredBox, ident(1))])
        assert await ledger.load(StoredBox, ident(1)) is None

    @pytest.mark.parametrize(
        "change",
        [
            Drop(Event, "1"),
            Expect(Statement, digest(1), 1),
            Put(a(Case, version=0)),
            Drop(Tally, "1"),
            Append(a(Tally)),  # pyright: ignore[reportArgumentType] - as whoever ignores the types would
        ],
    )
    async def test_what_makes_no_sense_is_our_bug(self, ledger: Ledger, change: Change) -> None:
        """The list is append-only; a statement has no versions; versions start at 1; tallies are counted."""
        with pytest.raises(ValueError, match=r"append-only|no versions|this version|keeps tallies"):
            await ledger.commit([change])

    async def test_nothing_to_change_is_no_error(self, ledger: Ledger) -> None:
        """An empty commit returns."""
        await ledger.commit([])

    async def test_a_closed_ledger_refuses(self, ledger: Ledger) -> None:
        """What cannot be kept is not taken."""
        await ledger.close()
        with pytest.raises(StorageBrokenError):
            await ledger.commit([Put(a(Case))])
        with pytest.raises(StorageBrokenError):
            await ledger.load(Case, ident(1))


class TestAllOrNothing:
    @pytest.mark.parametrize(
        "refused",
        [Put(a(Case, 1)), Put(a(Case, 2, version=2)), Expect(Case, ident(1), 2), Expect(Case, ident(2), 1)],
    )
    async def test_one_refused_change_undoes_all(self, ledger: Ledger, refused: Change) -> None:
        """Changes before and after the refused one are not kept."""
        await ledger.commit([Put(a(Case, 1))])
        with pytest.raises((StaleVersionError, ExistsError)):
            await ledger.commit(
                [Append(a(Nonce)), Append(a(Event)), Drop(Case, ident(9)), refused, Append(a(Nonce, 2))]
            )
        assert await ledger.load(Nonce, ident(1)) is None
        assert await ledger.find(Event, Page(equals={}, order="seq")) == ()

    async def test_a_drop_is_undone_too(self, ledger: Ledger) -> None:
        """A refused commit destroys nothing."""
        await ledger.commit([Append(a(StoredBox))])
        with pytest.raises(StaleVersionError):
            await ledger.commit([Drop(StoredBox, ident(1)), Expect(Case, ident(1), 1)])
        assert await ledger.load(StoredBox, ident(1)) is not None

    async def test_an_expectation_is_of_before_the_commit(self, ledger: Ledger) -> None:
        """Wherever it stands among the changes."""
        await ledger.commit([Put(a(Case))])
        second = raised(a(Case))
        await ledger.commit([Put(second), Expect(Case, ident(1), 1)])
        with pytest.raises(StaleVersionError):
            await ledger.commit([Put(raised(second)), Expect(Case, ident(1), 3)])
        assert await ledger.load(Case, ident(1)) == second

    async def test_an_expectation_changes_nothing(self, ledger: Ledger) -> None:
        """A release leaves its case as it was."""
        await ledger.commit([Put(a(Case))])
        await ledger.commit([Expect(Case, ident(1), 1), Append(a(Nonce))])
        assert await ledger.load(Case, ident(1)) == a(Case)

    async def test_changes_of_one_commit_follow_each_other(self, ledger: Ledger) -> None:
        """A box may be dropped and another of the same name appended."""
        await ledger.commit([Append(a(StoredBox, box=b"old"))])
        new = a(StoredBox, box=b"new")
        await ledger.commit([Drop(StoredBox, new.id), Append(new)])
        assert await ledger.load(StoredBox, new.id) == new


class TestEvents:
    async def test_events_are_numbered_and_chained(self, ledger: Ledger) -> None:
        """docs/format.md section 2: the head starts as 32 zero bytes and covers each digest."""
        await ledger.commit([Append(a(Event, 5)), Append(a(Event, 6))])
        await ledger.commit([Append(a(Event, 7))])
        events = await ledger.find(Event, Page(equals={}, order="seq"))
        head, expected = bytes(32), list[tuple[int, str]]()
        for seq, number in enumerate([5, 6, 7], start=1):
            head = hashlib.sha256(b"rj-relay/v1/chain\x00" + head + unb64u(digest(number))).digest()
            expected.append((seq, b64u(head)))
        assert [(event.seq, event.chain) for event in events] == expected

    async def test_an_event_is_loaded_by_its_number(self, ledger: Ledger) -> None:
        """Its other fields are as they were given."""
        await ledger.commit([Append(a(Event, 5, case=None))])
        event = await ledger.load(Event, "1")
        assert event is not None
        assert replace(event, seq=0, chain="") == a(Event, 5, case=None)

    async def test_a_refused_commit_leaves_no_gap(self, ledger: Ledger) -> None:
        """Numbers are given to what is kept only."""
        await ledger.commit([Append(a(Event, 1)), Append(a(Nonce))])
        with pytest.raises(ExistsError):
            await ledger.commit([Append(a(Event, 2)), Append(a(Nonce))])
        await ledger.commit([Append(a(Event, 3))])
        events = await ledger.find(Event, Page(equals={}, order="seq"))
        assert [(event.seq, event.digest) for event in events] == [(1, digest(1)), (2, digest(3))]

    async def test_a_digest_that_is_none_is_refused(self, ledger: Ledger) -> None:
        """The chain covers hashes and nothing else."""
        with pytest.raises(NotCanonicalError):
            await ledger.commit([Append(a(Event, digest="not a hash!"))])


class TestTogether:
    async def test_of_many_at_one_version_exactly_one_wins(self, ledger: Ledger) -> None:
        """Compare and swap holds inside a group too, and the others are told."""
        await ledger.commit([Put(a(Case))])
        outcomes = await asyncio.gather(
            *(ledger.commit([Put(raised(a(Case), quorum=n))]) for n in range(40)), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes].count(StaleVersionError) == 39
        assert outcomes.count(None) == 1

    async def test_a_refused_commit_hurts_nobody_beside_it(self, ledger: Ledger) -> None:
        """Forty callers, three of them wrong: thirty-seven are kept, in order."""
        await ledger.commit([Append(a(Nonce, 1000))])
        wrong = {3, 17, 39}
        outcomes = await asyncio.gather(
            *(
                ledger.commit([Append(a(Event, n)), Append(a(Nonce, 1000 if n in wrong else n))])
                for n in range(40)
            ),
            return_exceptions=True,
        )
        events = await ledger.find(Event, Page(equals={}, order="seq"))
        kept = [n for n in range(40) if n not in wrong]
        assert [type(outcomes[n]) for n in sorted(wrong)] == [ExistsError] * 3
        assert [event.digest for event in events] == [digest(n) for n in kept]
        assert [event.seq for event in events] == list(range(1, 38))

    async def test_a_later_commit_sees_the_earlier_of_its_group(self, ledger: Ledger) -> None:
        """Asked in order without waiting, made in that order."""
        first = a(Draft)
        second, third = raised(first, box=b"2"), raised(raised(first), box=b"3")
        await asyncio.gather(*(ledger.commit([Put(one)]) for one in (first, second, third)))
        await asyncio.gather(ledger.commit([Drop(Draft, first.id)]), ledger.commit([Put(first)]))
        assert await ledger.load(Draft, first.id) == first

    async def test_what_has_returned_is_seen_by_every_reader(self, ledger: Ledger) -> None:
        """Read your writes, on whichever connection."""

        async def one(number: int) -> None:
            await ledger.commit([Put(a(Tombstone, number))])
            for _ in range(3):
                assert await ledger.load(Tombstone, ident(number)) == a(Tombstone, number)

        await asyncio.gather(*(one(number) for number in range(30)))

    async def test_a_cancelled_caller_breaks_nothing(self, ledger: Ledger) -> None:
        """Its commit may be kept; those of the others are."""
        cancelled = asyncio.create_task(ledger.commit([Append(a(Nonce, 1))]))
        other = asyncio.create_task(ledger.commit([Append(a(Nonce, 2))]))
        await asyncio.sleep(0)
        cancelled.cancel()
        await other
        assert await ledger.load(Nonce, ident(2)) == a(Nonce, 2)

    async def test_closing_finishes_what_was_accepted(self, ledger: Ledger) -> None:
        """A shutdown loses nobody who was waiting."""
        waiting = [asyncio.create_task(ledger.commit([Append(a(Nonce, n))])) for n in range(100)]
        await asyncio.sleep(0)
        await ledger.close()
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert not [outcome for outcome in outcomes if isinstance(outcome, RelayError)]
