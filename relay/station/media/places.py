# SPDX-License-Identifier: EUPL-1.2
"""Where a film may lie in the clear: in memory that forgets (tmpfs), for as long as it is worked on.

Nothing in the clear is ever put on a disk. Each room belongs to one process, which holds its lock; a room
whose process is gone, however it ended, is emptied by the next one that starts.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from relay.errors import NoRoomError
from relay.storage.ground import judge_ground

_NAME: Final = "relay-film-"
_LOCK: Final = "lock"
_UNFINISHED: Final = "lock-to-be"
_OWNERS: Final = 0o700
_BESIDE_BYTES: Final = 64 * 1024 * 1024
_TIMES: Final = 2  # the film, and what is made of it


def find_tmpfs() -> Path:
    """Return a folder of this person's in memory.

    Raises:
        NoRoomError: there is none; a disk is not taken instead.
    """
    for path in _folders():
        if path.is_dir() and os.access(path, os.W_OK) and judge_ground(path).kind == "tmpfs":
            return path
    raise NoRoomError("neither XDG_RUNTIME_DIR nor /dev/shm is a tmpfs")


@contextmanager
def film_room(film_bytes: int, *, on: Path | None = None) -> Generator[Path]:
    """Give a folder of one's own in memory; it is gone afterwards. What dead processes left goes first.

    Args:
        film_bytes: how large the film is that comes into it.
        on: a tmpfs, where not the one that ``find_tmpfs`` finds.

    Raises:
        NoRoomError: no memory, or too little of it.
    """
    ground = on or find_tmpfs()
    sweep(ground)
    room = ground / f"{_NAME}{secrets.token_hex(8)}"
    room.mkdir(mode=_OWNERS)
    lock = _locked(room)
    try:
        free = os.statvfs(ground)
        if free.f_bavail * free.f_frsize < _TIMES * film_bytes + _BESIDE_BYTES:
            raise NoRoomError(f"{film_bytes} bytes of film")
        yield room
    finally:
        shutil.rmtree(room)
        os.close(lock)


def sweep(ground: Path) -> None:
    """Empty the rooms of this person's processes that are no more."""
    for room in ground.glob(f"{_NAME}*"):
        with suppress(FileNotFoundError):  # emptied meanwhile, by whoever it belonged to
            if room.lstat().st_uid == os.getuid() and not room.is_symlink() and _left(room):
                shutil.rmtree(room, ignore_errors=True)


def _locked(room: Path) -> int:
    """Return a lock that is held before anybody finds it: one that could be taken is a dead process's."""
    unfinished = room / _UNFINISHED
    lock = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    unfinished.rename(room / _LOCK)
    return lock


def _left(room: Path) -> bool:
    try:
        lock = os.open(room / _LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False  # just being made, or just being emptied
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def _folders() -> Iterator[Path]:
    if os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(os.environ["XDG_RUNTIME_DIR"])
    yield Path("/dev/shm")  # noqa: S108 - a room of one's own is made in it
