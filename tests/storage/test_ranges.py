# SPDX-License-Identifier: EUPL-1.2
"""Ranges of a file: exact, and in memory before the kernel is asked to send them."""

import os
from pathlib import Path

import pytest

from relay.storage import ranges
from relay.storage.ranges import open_range, read_range

CONTENT = os.urandom(700_001)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A file that is on the disk, and no longer in memory where the file system says so."""
    file = tmp_path / "film"
    file.write_bytes(CONTENT)
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return str(file)


@pytest.mark.parametrize(("start", "length"), [(0, 700_001), (0, 1), (65_552, 65_552), (699_999, 2)])
async def test_a_range_is_exact_from_the_disk_and_from_memory(path: str, start: int, length: int) -> None:
    """The second time it is there."""
    for _ in range(2):
        assert await read_range(path, start=start, length=length) == CONTENT[start : start + length]
    assert await read_range(path, start=700_000, length=500) == CONTENT[-1:]


@pytest.mark.parametrize("at_hand", [True, False])
async def test_what_is_not_in_memory_is_fetched_before_it_is_sent(
    path: str, monkeypatch: pytest.MonkeyPatch, *, at_hand: bool
) -> None:
    """A disk that is slow keeps one reader waiting, and nobody else."""
    fetched: list[tuple[int, int]] = []

    def fetch(_: str, start: int, length: int) -> None:
        fetched.append((start, length))

    monkeypatch.setattr(ranges, "_fetch", fetch)
    monkeypatch.setattr(ranges, "_is_at_hand", lambda *_: at_hand)
    with await open_range(path, start=7, length=300_000) as file:
        assert os.pread(file.fileno(), 100, 7) == CONTENT[7:107]
    assert fetched == ([] if at_hand else [(7, 300_000)])


async def test_a_name_that_leads_elsewhere_is_not_followed(path: str, tmp_path: Path) -> None:
    """A link in the folder of blobs is nobody's blob."""
    (tmp_path / "link").symlink_to(path)
    with pytest.raises(OSError, match="symbolic"):
        await open_range(str(tmp_path / "link"), start=0, length=1)
    with pytest.raises(OSError, match="symbolic"):
        await read_range(str(tmp_path / "link"), start=0, length=1)
