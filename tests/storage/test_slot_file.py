# SPDX-License-Identifier: EUPL-1.2
"""The slot file to the byte: format, repair, mirrors, faults, and P11 by reading every file."""

import asyncio
import errno
import os
import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.crypto.encoding import unb64u
from relay.errors import KeyDestroyedError, StorageFullError
from relay.records import MessageId, StoredBox
from relay.storage import shredkeys
from relay.storage.contract import Append, Drop, StorageBrokenError
from relay.storage.ledger import open_ledger
from relay.storage.sealed import seal_stored
from relay.storage.shredkeys import SlotFile, open_shred_keys
from relay.storage.slots import DESTROYED, FREE, agreed, read_slot, used_slot
from tests.storage.builders import ident

MESSAGE, OTHER = MessageId(ident(1)), MessageId(ident(2))
KEY = bytes(range(1, 33))
SLOT = 128


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "slots"


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "slots"


async def opened(path: Path, *mirrors: Path) -> SlotFile:
    return await open_shred_keys(path, mirrors=mirrors, allow_cow=True, block_slots=8)


def slot_of(path: Path, message: MessageId) -> int:
    """Return where in the file a used slot of ``message`` begins."""
    at = path.read_bytes().index(unb64u(message)) - 8
    assert at % SLOT == 0
    return at


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


async def is_destroyed(keys: SlotFile, message: MessageId) -> bool:
    try:
        await keys.read(message)
    except KeyDestroyedError:
        return True
    return False


async def test_a_slot_is_as_the_format_says(path: Path) -> None:
    """docs/format.md section 7, byte by byte."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)
    await keys.close()
    content = path.read_bytes()
    assert content[:SLOT] == b"RJSLOTS1" + bytes(120)
    check = sha256(b"rj-relay/v1/slot" + unb64u(MESSAGE) + KEY).digest()
    used = b"USED\0\0\0\0" + unb64u(MESSAGE) + check + KEY + bytes(40)
    assert content[SLOT : 2 * SLOT] == used
    marks = {content[at : at + 8] for at in range(2 * SLOT, len(content), SLOT)}
    assert marks == {b"FREE\0\0\0\0"}


async def test_a_destroyed_slot_is_zero_and_never_used_again(path: Path) -> None:
    """Also after a restart."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)
    at = slot_of(path, MESSAGE)
    await keys.destroy(MESSAGE)
    assert path.read_bytes()[at : at + SLOT] == bytes(SLOT)
    await keys.close()
    keys = await opened(path)
    for number in range(10, 40):
        await keys.allocate(MessageId(ident(number)), secrets.token_bytes(32))
    assert path.read_bytes()[at : at + SLOT] == bytes(SLOT)
    assert await is_destroyed(keys, MESSAGE)
    await keys.close()


async def test_a_restart_finds_every_key(path: Path, mirror: Path) -> None:
    """And goes on with the free slots."""
    keys = await opened(path, mirror)
    expected = {MessageId(ident(n)): secrets.token_bytes(32) for n in range(20)}
    for message, key in expected.items():
        await keys.allocate(message, key)
    await keys.close()
    keys = await opened(path, mirror)
    await keys.allocate(MessageId(ident(99)), KEY)
    assert {message: await keys.read(message) for message in expected} == expected
    await keys.close()


async def test_a_key_is_read_from_its_slot_each_time(path: Path) -> None:
    """Zeros on the disk are enough, whoever wrote them: nothing is cached."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)
    assert await keys.read(MESSAGE) == KEY
    overwrite(path, slot_of(path, MESSAGE), bytes(SLOT))
    assert await is_destroyed(keys, MESSAGE)
    await keys.close()


@pytest.mark.parametrize("at", [0, 8, 24, 56, 88])
async def test_a_torn_slot_is_no_key_and_is_said(path: Path, at: int) -> None:
    """One wrong byte anywhere in it: destroyed, counted, zeroed; the others are read."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)
    await keys.allocate(OTHER, KEY)
    await keys.close()
    place = slot_of(path, MESSAGE)
    overwrite(path, place + at, b"\x77")
    keys = await opened(path)
    assert keys.torn == 1
    assert await is_destroyed(keys, MESSAGE)
    assert await keys.read(OTHER) == KEY
    assert path.read_bytes()[place : place + SLOT] == bytes(SLOT)
    await keys.close()


async def test_a_lost_file_comes_back_from_its_mirror(path: Path, mirror: Path) -> None:
    """Either one."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    await keys.close()
    for lost in (path, mirror):
        lost.unlink()
        keys = await opened(path, mirror)
        assert await keys.read(MESSAGE) == KEY
        await keys.close()
        assert path.read_bytes() == mirror.read_bytes()


async def test_a_torn_slot_comes_back_from_its_mirror(path: Path, mirror: Path) -> None:
    """A bad sector is not a withdrawal."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    await keys.close()
    overwrite(path, slot_of(path, MESSAGE) + 90, b"\xff\xff")
    keys = await opened(path, mirror)
    assert await keys.read(MESSAGE) == KEY
    assert keys.torn == 0
    await keys.close()
    assert path.read_bytes() == mirror.read_bytes()


@pytest.mark.parametrize("which", [0, 1])
async def test_a_destruction_cut_off_between_mirrors_is_finished(
    path: Path, mirror: Path, which: int
) -> None:
    """One zero copy destroys all."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    await keys.close()
    place = slot_of(path, MESSAGE)
    overwrite((path, mirror)[which], place, bytes(SLOT))
    keys = await opened(path, mirror)
    assert await is_destroyed(keys, MESSAGE)
    await keys.close()
    assert KEY not in path.read_bytes() + mirror.read_bytes()


async def test_files_that_are_no_mirrors_are_refused(path: Path, mirror: Path) -> None:
    """Neither key is thrown away for the other."""
    for file, message in ((path, MESSAGE), (mirror, OTHER)):
        keys = await opened(file)
        await keys.allocate(message, KEY)
        await keys.close()
    before = path.read_bytes(), mirror.read_bytes()
    with pytest.raises(StorageBrokenError, match="different keys"):
        await opened(path, mirror)
    assert (path.read_bytes(), mirror.read_bytes()) == before


@pytest.mark.parametrize("content", [b"", b"RJSLOTS1", b"RJSLOTS2" + bytes(120), os.urandom(1024)])
async def test_a_foreign_file_is_refused(path: Path, content: bytes) -> None:
    """And left as it is."""
    path.write_bytes(content)
    with pytest.raises(StorageBrokenError, match="not a slot file"):
        await opened(path)
    assert path.read_bytes() == content


async def test_the_slot_file_has_one_owner(path: Path) -> None:
    """Two processes would give one slot twice."""
    keys = await opened(path)
    with pytest.raises(StorageBrokenError, match="another process"):
        await opened(path)
    await keys.close()


async def test_a_block_cut_off_while_it_was_made_is_made_again(path: Path, mirror: Path) -> None:
    """The mirror was longer; no slot of the difference is used twice or lost."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    await keys.close()
    size = path.stat().st_size
    with mirror.open("ab") as file:
        file.write(FREE * 3 + FREE[:50])
    keys = await opened(path, mirror)
    for number in range(10, 200):
        await keys.allocate(MessageId(ident(number)), KEY)
    assert await keys.read(MESSAGE) == KEY
    await keys.close()
    assert path.read_bytes() == mirror.read_bytes()
    assert path.stat().st_size > size


async def test_a_full_disk_refuses_allocations_and_still_destroys(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slots are made ahead: destroying, and the allocations that found a slot, need no room."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)

    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(shredkeys, "grow", no_room)
    asked = [MessageId(ident(number)) for number in range(10, 200)]
    outcomes = await asyncio.gather(*(keys.allocate(one, KEY) for one in asked), return_exceptions=True)
    kept = outcomes.count(None)
    assert 64 <= kept < len(asked)
    assert {type(outcome) for outcome in outcomes[kept:]} == {StorageFullError}
    await keys.destroy(MESSAGE)
    assert await is_destroyed(keys, MESSAGE)
    assert await keys.read(asked[kept - 1]) == KEY
    await keys.close()


def failing_once(monkeypatch: pytest.MonkeyPatch, work: Callable[[int], None]) -> None:
    """Let the next fdatasync fail."""
    left = [True]

    def sync(file: int) -> None:
        if left:
            left.clear()
            raise OSError(errno.EIO, "the disk failed")
        work(file)

    monkeypatch.setattr("os.fdatasync", sync)


async def test_a_key_that_was_not_synced_is_not_allocated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slot is given up; the message may ask for another."""
    keys = await opened(path)
    await keys.allocate(OTHER, KEY[::-1])
    failing_once(monkeypatch, os.fdatasync)
    with pytest.raises(StorageBrokenError):
        await keys.allocate(MESSAGE, KEY)
    assert await is_destroyed(keys, MESSAGE)
    assert KEY not in path.read_bytes()
    await keys.allocate(MESSAGE, KEY)
    assert await keys.read(MESSAGE) == KEY
    await keys.close()


async def test_a_destruction_that_was_not_synced_is_not_acknowledged(
    path: Path, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reads fail all the same, the other copies are overwritten, and asking again succeeds."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    failing_once(monkeypatch, os.fdatasync)
    with pytest.raises(StorageBrokenError):
        await keys.destroy(MESSAGE)
    assert await is_destroyed(keys, MESSAGE)
    await keys.destroy(MESSAGE)
    assert KEY not in path.read_bytes() + mirror.read_bytes()
    await keys.close()


async def test_many_allocations_take_few_syncs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grouped, as the ledger's commits are."""
    keys = await opened(path)
    await keys.allocate(MESSAGE, KEY)
    syncs: list[int] = []
    fdatasync = os.fdatasync
    monkeypatch.setattr("os.fdatasync", lambda file: (syncs.append(file), fdatasync(file))[0])
    await asyncio.gather(*(keys.allocate(MessageId(ident(n)), KEY) for n in range(10, 60)))
    await asyncio.gather(*(keys.destroy(MessageId(ident(n))) for n in range(10, 60)))
    assert len(syncs) < 20
    await keys.close()


async def test_mirrors_are_overwritten_before_the_file_itself(
    path: Path, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each synced before the next."""
    keys = await opened(path, mirror)
    await keys.allocate(MESSAGE, KEY)
    order: list[str] = []
    pwrite, fdatasync = os.pwrite, os.fdatasync

    def name(file: int) -> str:
        return Path(f"/proc/self/fd/{file}").readlink().parent.name

    def write(file: int, content: bytes, at: int) -> int:
        order.append(f"write {name(file)}")
        return pwrite(file, content, at)

    def sync(file: int) -> None:
        order.append(f"sync {name(file)}")
        fdatasync(file)

    monkeypatch.setattr("os.pwrite", write)
    monkeypatch.setattr("os.fdatasync", sync)
    await keys.destroy(MESSAGE)
    here = path.parent.name
    assert order == ["write elsewhere", "sync elsewhere", f"write {here}", f"sync {here}"]
    await keys.close()


async def test_p11_a_destroyed_key_is_in_no_file(tmp_path: Path) -> None:
    """P11: ledger, log, slot file and mirror together hold neither key nor what lay under it."""
    keys = await opened(tmp_path / "slots", tmp_path / "mirror" / "slots")
    ledger = await open_ledger(tmp_path / "ledger.sqlite")
    shred = {MessageId(ident(n)): secrets.token_bytes(32) for n in range(50)}
    for message, key in shred.items():
        await keys.allocate(message, key)
        box = seal_stored(key, b"a wrap", message=message, what="header", salt=secrets.token_bytes(32))
        await ledger.commit([Append(box)])
    gone = list(shred)[:25]
    await asyncio.gather(*(keys.destroy(message) for message in gone))
    await ledger.commit([Drop(StoredBox, f"{message}/header") for message in gone])
    await ledger.checkpoint()
    everything = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    await ledger.close()
    await keys.close()
    left = [message for message, key in shred.items() if key in everything]
    assert left == list(shred)[25:]
    assert everything.count(b"/header") >= 25


def test_p11_a_used_slot_survives_no_change() -> None:
    """P11: a slot that lost one bit holds no key."""
    slot = used_slot(unb64u(MESSAGE), KEY)
    assert read_slot(slot) is not None
    for bit in range(SLOT * 8):
        changed = bytearray(slot)
        changed[bit // 8] ^= 1 << bit % 8
        assert read_slot(bytes(changed)) is None


@given(st.lists(st.sampled_from([DESTROYED, FREE, used_slot(bytes(16), KEY), b"torn" * 32]), min_size=1))
def test_p11_one_destroyed_copy_destroys_all(copies: list[bytes]) -> None:
    """P11: whatever the other mirrors hold; and no key appears that no copy held."""
    slot = agreed(copies)
    assert slot == DESTROYED or DESTROYED not in copies
    assert read_slot(slot) is None or slot in copies
