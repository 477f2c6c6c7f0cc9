# SPDX-License-Identifier: EUPL-1.2
"""A station's work on a film, beside a bare ffmpeg without walls, and one that opens every frame."""

import asyncio
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bench.harness import Figure, compare, rounds
from relay.station.media import commands
from relay.station.media.film import Film
from relay.station.media.limits import Run, encoding
from relay.station.media.places import film_room
from relay.station.media.probing import Bench, probe
from relay.station.media.renditions import open_bench
from relay.station.media.running import work

_SHOT_SECONDS: Final = 6
_SIZE: Final = "854x480"
_ROOM_BYTES: Final = 2 * 1024**3


def measure(*, reps: int, minutes: int) -> list[Figure]:
    """Compare seconds over a film of ``minutes``, and over six seconds of it where it is encoded anew."""
    bench = open_bench()
    with film_room(_ROOM_BYTES) as room:
        shot, film = _films(bench.ffmpeg, room, minutes=minutes)
        made = room / "made"
        return [
            _strip(bench, film, made, reps=reps),
            _pictures(bench, film, made, reps=reps),
            _walls(bench, shot, made, reps=reps),
        ]


def _strip(bench: Bench, film: Path, made: Path, *, reps: int) -> Figure:
    """V1: how fast our copy is, walls and SEI included; MiB a second."""
    known, mib = asyncio.run(probe(bench, film)), film.stat().st_size / 2**20
    bare = ["-i", str(film), "-c", "copy", "-map_metadata", "-1", "-f", "mp4", str(made)]
    found = rounds(
        {
            "ours": lambda: mib / _ours(bench, commands.strip(film, made, known), known, film, made),
            "ffmpeg -c copy": lambda: mib / _bare(bench, bare, made),
        },
        reps=reps,
    )
    return compare(found, id_="V1", what="strip a film", peer="ffmpeg -c copy", unit="MiB/s")


def _pictures(bench: Bench, film: Path, made: Path, *, reps: int) -> Figure:
    """V4: poster and contact sheet from key frames; seconds of the whole decode ÷ ours."""
    known = asyncio.run(probe(bench, film))
    every = known.seconds / (commands.SHEET_COLUMNS * commands.SHEET_ROWS)
    drawn = f"fps=1/{every:.3f},scale=320:180,tile={commands.SHEET_COLUMNS}x{commands.SHEET_ROWS}"
    whole = ["-i", str(film), "-vf", drawn, "-frames:v", "1", "-f", "mjpeg", str(made)]

    def ours() -> float:
        poster = _ours(bench, commands.poster(film, made, known), known, film, made)
        return 1 / (poster + _ours(bench, commands.contact_sheet(film, made, known), known, film, made))

    found = rounds({"ours": ours, "whole decode": lambda: 1 / _bare(bench, whole, made)}, reps=reps)
    return compare(found, id_="V4", what="poster and contact sheet", peer="whole decode", unit="1/s")


def _walls(bench: Bench, shot: Path, made: Path, *, reps: int) -> Figure:
    """V5: what the walls cost, over an encode; seconds."""
    known = asyncio.run(probe(bench, shot))
    words = commands.watchable(shot, made, known)
    found = rounds(
        {
            "ours": lambda: _ours(bench, words, known, shot, made),
            "no walls": lambda: _bare(bench, words, made),
        },
        reps=reps,
    )
    return compare(found, id_="V5", what="encode anew, inside the walls", peer="no walls", unit="s")


def _ours(bench: Bench, words: list[str], known: Film, source: Path, made: Path) -> float:
    made.write_bytes(b"")
    run = Run(
        program=bench.ffmpeg, arguments=words, limits=encoding(known.seconds), reads=source, writes=made
    )
    return _took(lambda: asyncio.run(work(run, bench.walls)))


def _bare(bench: Bench, words: list[str], made: Path) -> float:
    made.write_bytes(b"")
    command = [str(bench.ffmpeg), "-nostdin", "-y", *words]
    return _took(lambda: subprocess.run(command, check=True, capture_output=True))


def _took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _films(ffmpeg: Path, room: Path, *, minutes: int) -> tuple[Path, Path]:
    """Make six seconds of film, and many minutes of them by copy: nothing long is ever encoded."""
    shot, film = room / "shot", room / "film"
    picture = f"testsrc2=size={_SIZE}:rate=25:duration={_SHOT_SECONDS}"
    inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", f"sine=duration={_SHOT_SECONDS}"]
    encoded = ["-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-c:a", "aac", "-f", "mp4", str(shot)]
    subprocess.run([str(ffmpeg), "-v", "error", *inputs, *encoded], check=True)
    looped = ["-stream_loop", str(minutes * 60 // _SHOT_SECONDS - 1), "-i", str(shot)]
    subprocess.run([str(ffmpeg), "-v", "error", *looped, "-c", "copy", "-f", "mp4", str(film)], check=True)
    return shot, film
