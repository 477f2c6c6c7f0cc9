# SPDX-License-Identifier: EUPL-1.2
"""``Blobs`` in one folder: ``staging/<upload>`` on its way in, ``blobs/<message>/<part>`` to stay.

Bytes are durable before their offset is returned, and a blob's bytes before its name.
Nothing is overwritten: a blob gets its name by ``link``, which refuses a taken one. A second
link, ``<part>~<upload>``, remembers whose bytes they are, so that finalising again is harmless.
"""

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO, Final
from weakref import WeakValueDictionary

import aiofiles
import aiofiles.os

from relay.errors import ExistsError, NotFoundError, OffsetWrongError
from relay.records import MessageId, UploadId
from relay.storage.appending import append
from relay.storage.disk import (
    blob_name,
    blob_path,
    disk_errors,
    id_path,
    make_folder,
    sync_folder,
    to_its_end,
    write_all,
)
from relay.storage.pagecache import PageCache
from relay.storage.ranges import open_range, read_range

_PRIVATE: Final = 0o600
_UNFINISHED: Final = "put."  # an id has no dot


class FileBlobs:
    """``Blobs`` (``relay.storage.contract``); made by ``open_blobs``."""

    def __init__(self, folder: Path) -> None:
        self._staging = folder / "staging"
        self._blobs = folder / "blobs"
        self._prefix = f"{self._blobs}{os.sep}"  # joining paths takes longer than reading a chunk
        self._appending: set[UploadId] = set()
        self._naming: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._cache = PageCache()

    async def stage_append(self, upload: UploadId, offset: int, chunks: AsyncIterator[bytes]) -> int:
        """Write what arrives from ``offset`` on, durably; return the new offset."""
        path = id_path(self._staging, upload)
        if upload in self._appending:
            raise OffsetWrongError(f"{upload}: another append is under way")
        self._appending.add(upload)
        try:
            with disk_errors(path.name):
                return await append(path, offset, chunks, cache=self._cache)
        finally:
            self._appending.discard(upload)

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
        async with self._alone(whole.parent.name):
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
        async with self._alone(whole.parent.name):
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

    async def read(self, blob: str, *, start: int, length: int) -> bytes | bytearray:
        """Return a range, opened anew each time: what was destroyed cannot be read on."""
        path = self._prefix + blob_name(blob)
        with disk_errors(blob):
            try:
                return await read_range(path, start=start, length=length)
            except FileNotFoundError:
                raise NotFoundError(f"{blob}: no such blob") from None

    async def lend(self, blob: str, *, start: int, length: int) -> BinaryIO:
        """Open the blob's file, with a range of it in memory."""
        path = self._prefix + blob_name(blob)
        with disk_errors(blob):
            try:
                return await open_range(path, start=start, length=length)
            except FileNotFoundError:
                raise NotFoundError(f"{blob}: no such blob") from None

    async def destroy(self, message: MessageId) -> None:
        """Remove every blob of a message; again is harmless."""
        folder = id_path(self._blobs, message)
        async with self._alone(message):
            with disk_errors(message):
                await to_its_end(asyncio.to_thread(_destroy, folder))

    def _alone(self, message: str) -> asyncio.Lock:
        """Return what is held while names of a message's blobs come or go."""
        return self._naming.setdefault(message, asyncio.Lock())


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


def _finalise(staged: Path, whole: Path) -> None:
    try:
        _name(staged, whole)
    except FileNotFoundError:
        raise NotFoundError(f"{staged.name}: given up at this very moment") from None


def _name(staged: Path, whole: Path) -> None:
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
