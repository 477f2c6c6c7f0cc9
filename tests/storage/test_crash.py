# SPDX-License-Identifier: EUPL-1.2
"""Killed at any moment: what was acknowledged is there, what was destroyed is gone.

A child works against one folder and writes each acknowledgement to a pipe *after* it was
given; the parent kills it without warning and looks. A few rounds here; the long runs are
not part of every change.
"""

import asyncio
import secrets
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from relay.crypto.encoding import b64u
from relay.errors import KeyDestroyedError
from relay.records import Event, Message, MessageId, Nonce, StoredBox, Tally, UploadId
from relay.storage.chain import FIRST_HEAD, chain_event
from relay.storage.contract import Ledger, Page
from relay.storage.files import open_blobs
from relay.storage.ledger import open_ledger
from relay.storage.shredkeys import open_shred_keys
from tests.storage.builders import ident

LINES = (3, 25, 80, 200)  # how much is said before each kill, and up to LATER more
LATER = 40

CHILD = """
import asyncio, os, sys
from dataclasses import replace
from pathlib import Path
from relay.records import Event, Message, Nonce, State, StoredBox
from relay.storage.contract import Append, Drop, Put
from relay.storage.files import open_blobs
from relay.storage.ledger import open_ledger
from relay.storage.shredkeys import open_shred_keys
from tests.storage.builders import a, ident, stream

folder, first = Path(sys.argv[1]), int(sys.argv[2])

def say(what, number):
    os.write(1, f"{what} {number}\\n".encode())

async def one(ledger, blobs, keys, number):
    await keys.allocate(ident(number), number.to_bytes(32, "big"))
    say("key", number)
    await blobs.stage_append(ident(number), 0, stream(bytes([number % 256]) * 100_000))
    say("staged", number)
    await blobs.finalise(ident(number), f"{ident(number)}/0")
    say("blob", number)
    message = a(Message, number, case=ident(number % 3), state=State.HELD)
    await ledger.commit(
        [Append(a(Nonce, number)), Append(a(Event, number)), Append(a(StoredBox, number)), Put(message)]
    )
    say("committed", number)
    if number % 2:
        moved = replace(message, version=2, state=State.WITHDRAWN)
        await ledger.commit([Drop(StoredBox, ident(number)), Put(moved)])
        say("dropped", number)
        say("destroying", number)
        await keys.destroy(ident(number))
        say("destroyed", number)

async def main():
    ledger = await open_ledger(folder / "ledger.sqlite")
    blobs = await open_blobs(folder)
    keys = await open_shred_keys(folder / "slots", allow_cow=True, block_slots=64)
    say("ready", 0)
    for start in range(first, first + 100_000, 8):
        await asyncio.gather(*(one(ledger, blobs, keys, n) for n in range(start, start + 8)))

try:
    asyncio.run(main())
finally:
    os._exit(1)  # the database's threads would go on
"""


@dataclass(slots=True)
class Said:
    """What the child acknowledged before it was killed."""

    what: dict[str, set[int]]

    def numbers(self, what: str) -> set[int]:
        return self.what.get(what, set())


def run_and_kill(folder: Path, first: int, after_lines: int) -> Said:
    """Run the child, kill it when it has said ``after_lines``, return all it said."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder), str(first)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"ready 0\n"
        lines = [child.stdout.readline() for _ in range(after_lines)]
    finally:
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.readlines()
        child.stdout.close()
        child.wait()
    lines += rest
    said: dict[str, set[int]] = {}
    for line in lines:
        what, number = line.decode().split()
        said.setdefault(what, set()).add(int(number))
    return Said(said)


async def check(folder: Path, said: Said) -> None:
    """Hold the folder to every acknowledgement."""
    ledger = await open_ledger(folder / "ledger.sqlite")
    blobs = await open_blobs(folder)
    keys = await open_shred_keys(folder / "slots", allow_cow=True, block_slots=64)
    try:
        await check_tallies(ledger)
        events = await all_events(ledger)
        for number in said.numbers("committed"):
            assert await ledger.load(Nonce, ident(number)) is not None
            assert ident(number) in events
        for number in said.numbers("committed") - said.numbers("dropped"):
            box = await ledger.load(StoredBox, ident(number))
            assert box is not None or number % 2
        for number in said.numbers("dropped"):
            assert await ledger.load(StoredBox, ident(number)) is None
        for number in said.numbers("key") - said.numbers("destroying"):
            assert await keys.read(MessageId(ident(number))) == number.to_bytes(32, "big")
        for number in said.numbers("destroyed"):
            with pytest.raises(KeyDestroyedError):
                await keys.read(MessageId(ident(number)))
        for number in said.numbers("staged") - said.numbers("blob"):
            await blobs.finalise(UploadId(ident(number)), f"{ident(number)}/0")
        for number in said.numbers("staged"):
            content = await blobs.read(f"{ident(number)}/0", start=0, length=200_000)
            assert content == bytes([number % 256]) * 100_000
    finally:
        await ledger.close()
        await keys.close()


async def check_tallies(ledger: Ledger) -> None:
    """Count the messages that are there: a tally is in the file with its message or not at all."""
    there: Counter[str] = Counter()
    after: tuple[str, str] | None = None
    while found := await ledger.find(Message, Page(equals={}, after=after, limit=1000)):
        there.update(f"{message.case}/{message.state}" for message in found)
        after = (found[-1].id, found[-1].id)
    tallies = await ledger.find(Tally, Page(equals={}, limit=1000))
    assert {tally.id: tally.count for tally in tallies if tally.count} == there


async def all_events(ledger: Ledger) -> set[str]:
    """Check the whole chain; return the messages it names."""
    head, after, messages = FIRST_HEAD, None, set[str]()
    while found := await ledger.find(Event, Page(equals={}, order="seq", after=after, limit=1000)):
        for event in found:
            head, expected = chain_event(head, event)
            assert event == expected
            messages.add(event.message or "")
        after = (found[-1].seq, str(found[-1].seq))
    return messages


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path) -> None:
    """One folder, several kills in a row, everything ever said is checked after each."""
    told = Said({})
    for place, lines in enumerate(LINES):
        said = run_and_kill(tmp_path, place * 100_000 + 1, lines + secrets.randbelow(LATER))
        for what, numbers in said.what.items():
            told.what.setdefault(what, set()).update(numbers)
        asyncio.run(check(tmp_path, told))
    assert told.numbers("committed")
    assert told.numbers("destroyed")


def test_p11_a_key_destroyed_before_a_kill_is_in_no_file(tmp_path: Path) -> None:
    """P11: acknowledged as destroyed, then killed: no file holds its slot."""
    said = run_and_kill(tmp_path, 1, 200)
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    destroyed, kept = said.numbers("destroyed"), said.numbers("key") - said.numbers("destroying")
    assert destroyed
    assert kept
    slots = {number: number.to_bytes(16, "big") for number in destroyed | kept}
    used = b"USED\0\0\0\0"
    assert not [b64u(slots[number]) for number in destroyed if used + slots[number] in everything]
    assert not [b64u(slots[number]) for number in kept if used + slots[number] not in everything]
