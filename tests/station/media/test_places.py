# SPDX-License-Identifier: EUPL-1.2
"""A film in the clear lies in memory only, and nothing of it outlives the work, however that ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relay.errors import NoRoomError
from relay.station.media import places
from relay.station.media.places import film_room, find_tmpfs, sweep
from relay.storage.ground import judge_ground

HOLDER = """
import sys
from relay.station.media.places import film_room
with film_room(0) as room:
    (room / "film").write_bytes(b"words")
    print(room, flush=True)
    sys.stdin.read()
"""

GUEST = """
from relay.station.media.places import film_room
for _ in range(300):
    with film_room(0) as room:
        (room / "film").write_bytes(b"words")
"""


def test_a_film_lies_in_memory() -> None:
    """On a tmpfs, readable by nobody else, and gone afterwards."""
    with film_room(1) as room:
        assert judge_ground(room).kind == "tmpfs"
        assert room.stat().st_mode & 0o077 == 0
        (room / "film").write_bytes(b"words")
    assert not room.exists()


def test_a_disk_is_never_taken_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A runtime folder that lies on a disk is passed over; without any tmpfs, no film is opened."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert judge_ground(tmp_path).kind != "tmpfs"
    assert find_tmpfs() != tmp_path
    monkeypatch.setattr(places, "_folders", lambda: iter([tmp_path]))
    with pytest.raises(NoRoomError):
        find_tmpfs()


def test_too_little_memory_is_said_before_anything_is_opened() -> None:
    """With the room that was made for it gone again."""
    before = set(find_tmpfs().glob("relay-film-*"))
    with pytest.raises(NoRoomError), film_room(2**60):
        pass
    assert set(find_tmpfs().glob("relay-film-*")) == before


def test_what_a_killed_process_left_is_emptied_by_the_next() -> None:
    """A living one's room stays; after kill -9 it goes at the next start."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    room = Path(holder.stdout.readline().strip())
    sweep(room.parent)
    assert (room / "film").read_bytes() == b"words"
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    assert room.exists()
    sweep(room.parent)
    assert not room.exists()


def test_rooms_that_come_and_go_at_once_do_not_hold_each_other_up() -> None:
    """A desk and a terminal at work: none is emptied while it is made, none fails over the other's end."""
    started = [
        subprocess.Popen([sys.executable, "-c", GUEST], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [one.communicate()[1] for one in started] == [""] * len(started)
