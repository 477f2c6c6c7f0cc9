# SPDX-License-Identifier: EUPL-1.2
"""Where an append writes, when the disk is set to work, and that its bytes are the same either way."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import ClassVar

import pytest

from relay.storage import appending, pagecache
from relay.storage.appending import WRITE_BYTES, append
from relay.storage.pagecache import STEP_BYTES, PageCache

BATCH = os.urandom(WRITE_BYTES)
PAUSE = 0.03  # longer than a batch of a fast sender takes


class Clock:
    """A clock that a test moves, and that a slow disk moves while it writes."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that notes in which thread each batch is written."""
    noted: list[int] = []
    real = pagecache.write

    def noting(descriptor: int, batch: list[bytes], offset: int) -> None:
        if batch:
            noted.append(threading.get_ident())
        real(descriptor, batch, offset)

    monkeypatch.setattr(pagecache, "write", noting)
    monkeypatch.setattr(appending, "write", noting)
    return noted


async def arriving(*batches: bytes, pause: float = 0.0) -> AsyncIterator[bytes]:
    """Yield batches, each after a pause."""
    for batch in batches:
        await asyncio.sleep(pause)
        yield batch


async def test_a_slow_sender_is_written_where_it_arrives_and_a_fast_one_elsewhere(
    tmp_path: Path, threads: list[int]
) -> None:
    """A thread for each small write of a slow sender costs more than the write."""
    here = threading.get_ident()
    await append(tmp_path / "slow", 0, arriving(BATCH, BATCH, pause=PAUSE), cache=PageCache())
    assert threads == [here, here]
    threads.clear()
    await append(tmp_path / "fast", 0, arriving(BATCH, BATCH, BATCH), cache=PageCache())
    assert threads[0] == here  # nobody knows yet how fast it is
    assert len(threads) == 3
    assert here not in threads[1:]


async def test_what_comes_while_a_batch_is_written_is_written_together(
    tmp_path: Path, threads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Handing a batch to a thread costs as much as writing it: a fast sender's next grows meanwhile."""
    first, go_on, sizes = threading.Event(), threading.Event(), list[int]()
    noting = appending.write

    def slow(descriptor: int, batch: list[bytes], offset: int) -> None:
        if threading.get_ident() != threading.main_thread().ident:
            first.set()
            assert go_on.wait(10)
            sizes.append(sum(map(len, batch)))
        noting(descriptor, batch, offset)

    async def fast() -> AsyncIterator[bytes]:
        yield BATCH  # where it arrives
        yield BATCH
        await asyncio.to_thread(first.wait, 10)
        for _ in range(15):
            yield BATCH
        go_on.set()
        yield BATCH

    monkeypatch.setattr(appending, "write", slow)
    await append(tmp_path / "film", 0, fast(), cache=PageCache())
    assert sizes == [WRITE_BYTES, 16 * WRITE_BYTES, 0]
    assert (tmp_path / "film").read_bytes() == BATCH * 18
    assert len(threads) == 3


async def test_a_slow_sender_s_piece_is_written_at_once_however_small(tmp_path: Path) -> None:
    """A hundred of them would else hold a hundred batches that are not full."""
    film, sizes = tmp_path / "film", list[int]()

    async def trickling() -> AsyncIterator[bytes]:
        for _ in range(4):
            await asyncio.sleep(PAUSE)
            yield b"little"
            sizes.append(film.stat().st_size)

    await append(film, 0, trickling(), cache=PageCache())
    assert sizes == [6, 12, 18, 24]


class Piece(bytes):
    """Bytes that say when nobody holds them any more."""

    gone: ClassVar[list[int]] = []

    def __del__(self) -> None:
        self.gone.append(len(self))


@pytest.mark.parametrize(("pause", "count", "most"), [(0.0, 160, 64), (PAUSE, 5, 0)])
async def test_what_was_written_is_not_held_while_the_next_is_awaited(
    tmp_path: Path, pause: float, count: int, most: int
) -> None:
    """Of a fast sender's, one batch is on its way, another grows, a thread may be slow to let a third go."""
    held: list[int] = []
    Piece.gone.clear()

    async def arriving_pieces() -> AsyncIterator[bytes]:
        for number in range(1, count + 1):
            await asyncio.sleep(pause)
            yield Piece(BATCH)
            held.append(number - len(Piece.gone))

    await append(tmp_path / "film", 0, arriving_pieces(), cache=PageCache())
    assert max(held) <= most


async def test_a_disk_that_makes_writers_wait_is_written_to_elsewhere_for_a_while(
    tmp_path: Path, threads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One append finds out, and every other one goes by it; the event loop waits once, not at each write."""
    clock, here = Clock(), threading.get_ident()
    cache = PageCache(clock)
    quick = pagecache.write

    def slow(descriptor: int, batch: list[bytes], offset: int) -> None:
        quick(descriptor, batch, offset)
        clock.now += 0.2

    with monkeypatch.context() as patch:
        patch.setattr(pagecache, "write", slow)
        await append(tmp_path / "first", 0, arriving(BATCH, pause=PAUSE), cache=cache)
    assert threads == [here]
    await append(tmp_path / "second", 0, arriving(BATCH, pause=PAUSE), cache=cache)
    assert threads[1] != here
    clock.now += 10
    await append(tmp_path / "third", 0, arriving(BATCH, pause=PAUSE), cache=cache)
    assert threads[2] == here


@pytest.mark.skipif(sys.platform != "linux", reason="needs posix_fadvise")
@pytest.mark.parametrize("pause", [0.0, PAUSE])
async def test_the_disk_is_set_to_work_on_each_whole_step_once_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    """Also for a slow sender, whose other batches are written in the event loop; the file is what arrived."""
    told: list[tuple[int, int]] = []
    real = os.posix_fadvise

    def noting(descriptor: int, start: int, size: int, advice: int, /) -> None:
        assert advice == os.POSIX_FADV_DONTNEED
        told.append((start, size))
        real(descriptor, start, size, advice)

    monkeypatch.setattr(os, "posix_fadvise", noting)
    piece = os.urandom(STEP_BYTES // 2 + 1)
    end = await append(tmp_path / "film", 0, arriving(*[piece] * 5, pause=pause), cache=PageCache())
    assert told == [(0, STEP_BYTES), (STEP_BYTES, STEP_BYTES)]
    assert end == 5 * len(piece)
    assert (tmp_path / "film").read_bytes() == piece * 5


async def test_what_was_written_where_it_arrived_is_cut_off_again_when_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing beyond the acknowledged offset stays, and the next append writes it anew."""
    film = tmp_path / "film"
    await append(film, 0, arriving(b"acknowledged"), cache=PageCache())
    calls: list[int] = []
    real = pagecache.write

    def failing(descriptor: int, batch: list[bytes], offset: int) -> None:
        calls.append(offset)
        if len(calls) == 2:
            raise OSError(28, "no room")
        real(descriptor, batch, offset)

    monkeypatch.setattr(pagecache, "write", failing)
    with pytest.raises(OSError, match="no room"):
        await append(film, 12, arriving(BATCH, BATCH, pause=PAUSE), cache=PageCache())
    assert calls == [12, 12 + WRITE_BYTES]
    assert film.read_bytes() == b"acknowledged"


@pytest.mark.parametrize("more", [0, 15, 40], ids=["nothing", "less than a batch", "several batches"])
async def test_what_gathers_while_a_thread_s_write_fails_is_not_written_behind_a_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    """The disk has room again a moment later: what a failed batch left out must not be passed over."""
    film, begun, go_on = tmp_path / "film", threading.Event(), threading.Event()
    await append(film, 0, arriving(b"acknowledged"), cache=PageCache())
    real = appending.write

    def failing(descriptor: int, batch: list[bytes], offset: int) -> None:
        if not begun.is_set():
            begun.set()
            assert go_on.wait(10)
            raise OSError(28, "no room")
        real(descriptor, batch, offset)

    async def fast() -> AsyncIterator[bytes]:
        yield BATCH  # where it arrives
        yield BATCH
        await asyncio.to_thread(begun.wait, 10)
        for number in range(more):
            if number == 15:
                go_on.set()
            yield BATCH
        go_on.set()

    monkeypatch.setattr(appending, "write", failing)
    with pytest.raises(OSError, match="no room"):
        await append(film, 12, fast(), cache=PageCache())
    assert film.read_bytes() == b"acknowledged"
