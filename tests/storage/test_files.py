# SPDX-License-Identifier: EUPL-1.2
"""What is particular to blobs in files: paths, full disks, failing syncs, restarts."""

import asyncio
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from relay.errors import ExistsError, WrongShapeError
from relay.records import MessageId, UploadId
from relay.storage import files
from relay.storage.contract import StorageBrokenError
from relay.storage.files import open_blobs
from tests.storage.builders import ident, stream

UPLOAD = UploadId(ident(1))
PART = f"{ident(100)}/0"

FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from relay.errors import StorageFullError
from relay.storage.files import open_blobs
from tests.storage.builders import ident, stream

async def main():
    blobs = await open_blobs(Path(sys.argv[1]))
    assert await blobs.stage_append(ident(1), 0, stream(b"a" * 3_000_000)) == 3_000_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))
    try:
        await blobs.stage_append(ident(1), 3_000_000, stream(*[b"b" * 100_000] * 50))
    except StorageFullError:
        print("refused at", await blobs.staged_size(ident(1)))
    print("then", await blobs.stage_append(ident(1), 3_000_000, stream(b"c" * 100_000)))

asyncio.run(main())
"""


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "a\\b", "a\0", "é", "x" * 65, "../../etc/passwd"])
async def test_a_path_is_made_of_ids_only(tmp_path: Path, name: str) -> None:
    """Whatever is asked for, nothing outside the folder is touched."""
    blobs = await open_blobs(tmp_path / "content")
    with pytest.raises(WrongShapeError):
        await blobs.stage_append(UploadId(name), 0, stream(b"x"))
    for blob in (f"{name}/0", f"{ident(1)}/{name}", f"{ident(1)}/.{name}", ident(1)):
        with pytest.raises(WrongShapeError):
            await blobs.put(blob, b"x")
    with pytest.raises(WrongShapeError):
        await blobs.destroy(MessageId(name))


def test_a_full_disk_keeps_the_offset_returned_before(tmp_path: Path) -> None:
    """A limit on file size stands for the disk: the append is refused whole, a smaller one fits."""
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["refused at 3000000", "then 3100000"]


async def test_a_failed_sync_is_never_an_acknowledged_offset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After EIO the doubtful bytes are cut off, so that trying again really writes them again."""
    blobs = await open_blobs(tmp_path)
    await blobs.stage_append(UPLOAD, 0, stream(b"durable"))

    def fail(_file: int) -> None:
        raise OSError(errno.EIO, "the disk failed")

    with monkeypatch.context() as patch:
        patch.setattr("os.fdatasync", fail)
        with pytest.raises(StorageBrokenError):
            await blobs.stage_append(UPLOAD, 7, stream(b" doubtful"))
    assert await blobs.staged_size(UPLOAD) == 7
    assert await blobs.stage_append(UPLOAD, 7, stream(b" again")) == 13


async def test_bytes_are_synced_before_their_offset_is_returned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a blob's bytes before its name, its name's folder after."""
    synced: list[str] = []

    def name_of(file: int) -> str:
        return Path(f"/proc/self/fd/{file}").readlink().name

    fsync, fdatasync = os.fsync, os.fdatasync

    def note_fdatasync(file: int) -> None:
        synced.append(f"bytes of {name_of(file)}")
        fdatasync(file)

    def note_fsync(file: int) -> None:
        synced.append(name_of(file))
        fsync(file)

    blobs = await open_blobs(tmp_path)
    monkeypatch.setattr("os.fdatasync", note_fdatasync)
    monkeypatch.setattr("os.fsync", note_fsync)
    await blobs.stage_append(UPLOAD, 0, stream(b"x"))
    assert synced == ["staging", f"bytes of {UPLOAD}"]
    synced.clear()
    await blobs.finalise(UPLOAD, PART)
    assert synced == ["blobs", UPLOAD, ident(100), "staging"]


async def test_a_restart_knows_what_was_staged_and_finalised(tmp_path: Path) -> None:
    """All is in the folder; what was being put when the power went is not."""
    blobs = await open_blobs(tmp_path)
    await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
    await blobs.finalise(UPLOAD, PART)
    await blobs.stage_append(UploadId(ident(2)), 0, stream(b"half"))
    (tmp_path / "staging" / "put.0123").write_bytes(b"unfinished")
    blobs = await open_blobs(tmp_path)
    await blobs.finalise(UPLOAD, PART)
    assert await blobs.staged_size(UploadId(ident(2))) == 4
    assert [file.name for file in (tmp_path / "staging").iterdir()] == [ident(2)]
    with pytest.raises(ExistsError):
        await blobs.finalise(UploadId(ident(2)), PART)


@pytest.mark.parametrize("step", range(1, 5))
async def test_a_finalising_cut_off_at_any_step_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Link, owner's link, folder, staging: a crash between any two loses nothing."""
    blobs = await open_blobs(tmp_path)
    await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
    left = [step]

    def cut_off(work: Callable[..., None]) -> Callable[..., None]:
        def counted(*given: Path) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(errno.EIO, "the power went")
            work(*given)

        return counted

    with monkeypatch.context() as patch:
        for name in ("_link", "sync_folder", "_remove"):
            patch.setattr(files, name, cut_off(getattr(files, name)))
        with pytest.raises(StorageBrokenError):
            await blobs.finalise(UPLOAD, PART)
    blobs = await open_blobs(tmp_path)
    await blobs.finalise(UPLOAD, PART)
    assert await blobs.read(PART, start=0, length=10) == b"sealed"
    assert await blobs.staged_size(UPLOAD) == 0


async def test_the_loop_goes_on_while_a_large_blob_is_written_and_destroyed(tmp_path: Path) -> None:
    """The disk's work is done in threads."""
    blobs = await open_blobs(tmp_path)
    gaps: list[float] = []

    async def watch() -> None:
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(0)
            gaps.append(loop.time() - before)

    watching = asyncio.create_task(watch())
    await blobs.stage_append(UPLOAD, 0, stream(*[bytes(1_048_576)] * 64))
    await blobs.finalise(UPLOAD, PART)
    await blobs.destroy(MessageId(ident(100)))
    watching.cancel()
    assert len(gaps) > 100


async def test_only_the_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    """Other accounts of the machine get nothing."""
    blobs = await open_blobs(tmp_path / "content")
    await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
    await blobs.finalise(UPLOAD, PART)
    await blobs.put(f"{PART}.leaves", b"table")
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "content").rglob("*")} == {0}
