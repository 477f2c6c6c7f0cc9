# SPDX-License-Identifier: EUPL-1.2
"""``Blobs`` in one folder: ``staging/<upload>`` on its way in, ``blobs/<message>/<part>`` to stay.

Bytes are durable before their offset is returned, and a blob's bytes before its name.
Nothing is overwritten: a blob gets its name by ``link``, which refuses a taken one. A second
link, ``<part>~<upload>``, remembers whose bytes they are, so that finalising again is harmless.
Network pieces are written a batch at a time while the next batch arrives.
"""

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiofiles
import aiofiles.os

from relay.errors import ExistsError, NotFoundError, OffsetWrongError
from relay.records import MessageId, UploadId
from relay.storage.disk import (
    blob_path,
    disk_errors,
    id_path,
    make_folder,
    sync_folder,
    to_its_end,
    write_all,
)

WRITE_BYTES: Final = 131_072
_MOST_PIECES: Final = 512  # that one call writes
_PRIVATE: Final = 0o600
_UNFINISHED: Final = "put."  # an id has no dot

_fdatasync = aiofiles.os.wrap(os.fdatasync)
_pwritev = aiofiles.os.wrap(os.pwritev)


class FileBlobs:
    """``Blobs`` (``relay.storage.contract``); made by ``open_blobs``."""

    def __init__(self, folder: Path) -> None:
        self._staging = folder / "staging"
        self._blobs = folder / "blobs"
        self._appending: set[UploadId] = set()

    async def stage_append(self, upload: UploadId, offset: int, chunks: AsyncIterator[bytes]) -> int:
        """Write what arrives from ``offset`` on, durably; return the new offset."""
        path = id_path(self._staging, upload)
        if upload in self._appending:
            raise OffsetWrongError(f"{upload}: another append is under way")
        self._appending.add(upload)
        try:
            return await self._append(path, offset, chunks)
        finally:
            self._appending.discard(upload)

    async def _append(self, path: Path, offset: int, chunks: AsyncIterator[bytes]) -> int:
        with disk_errors(path.name):
            descriptor = await to_its_end(asyncio.to_thread(_open_at, path, offset))
            async with aiofiles.open(descriptor, "r+b", buffering=0) as file:
                try:
                    end = await _receive(descriptor, offset, chunks)
                    await to_its_end(_fdatasync(descriptor))
                except OSError:  # doubtful bytes go; those before were synced before
                    with suppress(OSError):
                        await to_its_end(file.truncate(offset))
                    raise
                return end

    async def staged_size(self, upload: UploadId) -> int:
        """Return how many bytes are staged; 0 where nothing is."""
        path = id_path(self._staging, upload)
        with disk_errors(upload):
            try:
                return (await aiofiles.os.stat(path)).st_size
            except FileNotFoundError:
                return 0

    async def read_staged(self, upload: UploadId, *, chunk_bytes: int) -> AsyncIterator[bytes]:
        """Yield the staged bytes in pieces, the last perhaps shorter."""
        path = id_path(self._staging, upload)
        with disk_errors(upload):
            if not await aiofiles.os.path.exists(path):
                return
            async with aiofiles.open(path, "rb", buffering=0) as file:
                while piece := await file.read(chunk_bytes):
                    yield piece

    async def finalise(self, upload: UploadId, blob: str) -> None:
        """Turn the staged bytes into ``blob``, durably and once."""
        staged, whole = id_path(self._staging, upload), blob_path(self._blobs, blob)
        with disk_errors(blob):
            await to_its_end(asyncio.to_thread(_finalise, staged, whole))

    async def discard(self, upload: UploadId) -> None:
        """Forget staged bytes, if there are any."""
        path = id_path(self._staging, upload)
        with disk_errors(upload):
            await to_its_end(asyncio.to_thread(_remove, path))

    async def put(self, blob: str, content: bytes) -> None:
        """Write a small blob whole and durable, once."""
        whole = blob_path(self._blobs, blob)
        with disk_errors(blob):
            await to_its_end(asyncio.to_thread(_put, self._staging, whole, content))

    async def size(self, blob: str) -> int:
        """Return the size in bytes."""
        path = blob_path(self._blobs, blob)
        with disk_errors(blob):
            try:
                return (await aiofiles.os.stat(path)).st_size
            except FileNotFoundError:
                raise NotFoundError(f"{blob}: no such blob") from None

    async def read(self, blob: str, *, start: int, length: int) -> bytes:
        """Return a range, opened anew each time: what was destroyed cannot be read on."""
        path = blob_path(self._blobs, blob)
        with disk_errors(blob):
            try:
                at_hand = _read_at_hand(path, start, length)
                return at_hand or await asyncio.to_thread(_read, path, start, length)
            except FileNotFoundError:
                raise NotFoundError(f"{blob}: no such blob") from None

    async def destroy(self, message: MessageId) -> None:
        """Remove every blob of a message; again is harmless."""
        folder = id_path(self._blobs, message)
        with disk_errors(message):
            await to_its_end(asyncio.to_thread(_destroy, folder))


async def open_blobs(folder: Path) -> FileBlobs:
    """Open the blobs under ``folder``, made if need be, without what a crash left half put.

    Raises:
        StorageFullError, StorageBrokenError: the folder cannot be made or read.
    """

    def prepare() -> None:
        for name in ("staging", "blobs"):
            make_folder(folder / name)
        for unfinished in (folder / "staging").glob(f"{_UNFINISHED}*"):
            unfinished.unlink()

    with disk_errors(folder.name):
        await asyncio.to_thread(prepare)
    return FileBlobs(folder)


def _open_at(path: Path, offset: int) -> int:
    """Open for writing, nothing beyond ``offset``; return the file descriptor."""
    if offset > 0 and not path.exists():
        raise OffsetWrongError(f"{path.name}: nothing is staged")
    fresh = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, _PRIVATE)
    try:
        _cut(descriptor, offset)
        if fresh:
            sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _cut(descriptor: int, offset: int) -> None:
    size = os.fstat(descriptor).st_size
    if offset > size:
        raise OffsetWrongError(f"{size} bytes are staged, not {offset}")
    if offset < size:
        os.ftruncate(descriptor, offset)


async def _receive(descriptor: int, offset: int, chunks: AsyncIterator[bytes]) -> int:
    """Write all that arrives from ``offset`` on, a batch at a time; return where it ends."""
    writing: asyncio.Task[None] | None = None
    try:
        async for batch in _batches(chunks):
            if writing is not None:
                await asyncio.shield(writing)
            writing = asyncio.create_task(_write(descriptor, batch, offset))
            offset += sum(map(len, batch))
    finally:
        if writing is not None:
            await to_its_end(writing)
    return offset


async def _batches(chunks: AsyncIterator[bytes]) -> AsyncIterator[list[bytes]]:
    """Gather network pieces to at least ``WRITE_BYTES``; a broken stream is an early end.

    No more than that: while one batch is written the next piece grows by itself, so a fast sender gets
    large writes, and a hundred slow ones hold little.
    """
    gathered: list[bytes] = []
    size = 0
    while True:
        try:
            chunk = await anext(chunks)
        except Exception:  # noqa: BLE001 - its end, or whatever broke it: what came is kept
            break
        gathered.append(bytes(chunk))
        size += len(chunk)
        if size >= WRITE_BYTES or len(gathered) >= _MOST_PIECES:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered


async def _write(descriptor: int, batch: list[bytes], offset: int) -> None:
    left = [memoryview(piece) for piece in batch if piece]
    while left:
        written = await _pwritev(descriptor, left, offset)
        offset += written
        while left and written >= len(left[0]):
            written -= len(left.pop(0))
        if written:
            left[0] = left[0][written:]


def _finalise(staged: Path, whole: Path) -> None:
    owner = whole.with_name(f"{whole.name}~{staged.name}")
    if owner.exists() and whole.exists():
        _remove(staged)
        return
    if not staged.exists():
        if whole.exists():
            raise ExistsError(f"{whole.parent.name}/{whole.name}: from another upload")
        raise NotFoundError(f"{staged.name}: nothing is staged")
    make_folder(whole.parent)
    _sync(staged)
    _link(staged, whole)
    _link(staged, owner)
    sync_folder(whole.parent)
    _remove(staged)


def _link(staged: Path, name: Path) -> None:
    try:
        os.link(staged, name)
    except FileExistsError:
        if not name.samefile(staged):
            raise ExistsError(f"{name.parent.name}/{name.name}: from another upload") from None


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put(staging: Path, whole: Path, content: bytes) -> None:
    make_folder(whole.parent)
    unfinished = staging / f"{_UNFINISHED}{secrets.token_hex(16)}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE)
    try:
        try:
            write_all(descriptor, content, at=0)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        try:
            os.link(unfinished, whole)
        except FileExistsError:
            if whole.read_bytes() != content:
                raise ExistsError(f"{whole.parent.name}/{whole.name}: with other bytes") from None
        sync_folder(whole.parent)
    finally:
        unfinished.unlink()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def _read_at_hand(path: Path, start: int, length: int) -> bytes:
    """Return a range that the kernel holds in memory; nothing where a disk would have to be waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        room = bytearray(length)
        with suppress(OSError):  # not in memory, or a file system that cannot say
            if os.preadv(descriptor, [room], start, os.RWF_NOWAIT) == length:
                return bytes(room)
        return b""
    finally:
        os.close(descriptor)


def _read(path: Path, start: int, length: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        pieces: list[bytes] = []
        while length > 0 and (piece := os.pread(descriptor, length, start)):
            pieces.append(piece)
            start, length = start + len(piece), length - len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)
    finally:
        os.close(descriptor)


def _destroy(folder: Path) -> None:
    tries = 3  # a name that is put at the same moment is met by the next try
    while folder.exists():
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            continue
        except OSError:
            tries -= 1
            if not tries:
                raise
    sync_folder(folder.parent)
