# SPDX-License-Identifier: EUPL-1.2
"""What the file backends share: durable names, disk errors, threads that are waited for.

A new name is durable when its *folder* was synced, not the file. A thread that writes
cannot be cancelled, so whoever is cancelled meanwhile waits for it first.
"""

import asyncio
import errno
import os
import re
from collections.abc import Awaitable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from relay.errors import StorageFullError, WrongShapeError
from relay.storage.contract import StorageBrokenError

T = TypeVar("T")

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_BLOB: Final = re.compile(rf"{_ID.pattern}/[0-9a-z][0-9a-z.-]{{0,31}}", re.ASCII)


def id_path(folder: Path, name: str) -> Path:
    """Return the path of an id in ``folder``; an id can name nothing else.

    Raises:
        WrongShapeError: it is not an id.
    """
    if _ID.fullmatch(name) is None:
        raise WrongShapeError("not an id")
    return folder / name


def blob_path(folder: Path, blob: str) -> Path:
    """Return the path of ``message/part`` in ``folder``.

    Raises:
        WrongShapeError: it is not an id and the name of a part.
    """
    return folder / blob_name(blob)


def blob_name(blob: str) -> str:
    """Return ``message/part`` as it is, below whatever folder; it can name nothing else.

    Raises:
        WrongShapeError: it is not an id and the name of a part.
    """
    if _BLOB.fullmatch(blob) is None:
        raise WrongShapeError("not an id and the name of a part")
    return blob


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a private folder, durable, if it is not there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder.parent)


def write_all(descriptor: int, content: bytes, *, at: int) -> None:
    """Write all of ``content``, however often the kernel has to be asked."""
    view = memoryview(content)
    while view:
        written = os.pwrite(descriptor, view, at)
        at, view = at + written, view[written:]


@contextmanager
def disk_errors(what: str) -> Generator[None]:
    """Turn a disk's errors into the contract's; ``what`` is an id, for operators.

    Raises:
        StorageFullError: there was no room.
        StorageBrokenError: anything else.
    """
    try:
        yield
    except OSError as error:
        raise disk_error(error, what) from error


def disk_error(error: OSError, what: str) -> StorageFullError | StorageBrokenError:
    """Return the contract's error for one of the disk's."""
    if error.errno in _NO_ROOM:
        return StorageFullError(f"{what}: no room on the disk")
    return StorageBrokenError(f"{what}: {errno.errorcode.get(error.errno or 0, 'the disk failed')}")


async def to_its_end(work: Awaitable[T]) -> T:
    """Await ``work``; when cancelled, wait until it has ended, then be cancelled."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as asked:
            cancelled = asked
    if cancelled is not None:
        task.exception()  # looked at, so that it is not reported as forgotten
        raise cancelled
    return task.result()
