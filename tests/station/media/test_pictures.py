# SPDX-License-Identifier: EUPL-1.2
"""Stills of a film: one from its beginning, and twenty from all over it, in the order in which they come."""

import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from relay.errors import ToolMissingError
from relay.station.media import finding
from relay.station.media.commands import JPEG, SHEET_COLUMNS, SHEET_ROWS
from relay.station.media.finding import find_ffmpeg
from relay.station.media.rendering import render
from relay.station.media.wanted import Kind, Wanted
from tests.station.media.benches import PACKAGED, bench

SECONDS: Final = 60
_BLACK, _WRITTEN, _RANGE = 16, 3, 219  # as films count brightness; so much brighter every second
_STEP: Final = _WRITTEN * 255 / _RANGE  # as stills count it


def ffmpeg(*words: str) -> bytes:
    """Run the system's ffmpeg; return what it wrote to its standard output."""
    return subprocess.run(["ffmpeg", "-v", "error", "-y", *words], check=True, capture_output=True).stdout


def brightening_film(at: Path) -> Path:
    """Make a film that is brighter every second, and can be entered at each."""
    picture = (
        f"nullsrc=size=64x48:rate=5:duration={SECONDS},geq=lum='{_BLACK}+{_WRITTEN}*floor(T)':cb=128:cr=128"
    )
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-g", "5", "-pix_fmt", "yuv420p", "-f", "mp4")
    ffmpeg("-f", "lavfi", "-i", picture, *coded, str(at))
    return at


async def brightness(film: Path, kind: Kind, *, columns: int, rows: int) -> list[int]:
    """Have a still made; return how bright each part of it is, row by row."""
    (made,) = await render(bench(), film, Wanted(kind=kind))
    assert made.type == JPEG
    scaled = ("-vf", f"scale={columns}:{rows}:flags=area", "-f", "rawvideo", "-pix_fmt", "yuvj420p", "-")
    return list(ffmpeg("-i", str(made.path), *scaled)[: columns * rows])  # colours come after them


async def test_a_sheet_holds_twenty_pictures_from_all_over_a_film(tmp_path: Path) -> None:
    """Five in a row, four rows: none twice, none left out, from its first second to its last ones."""
    film = brightening_film(tmp_path / "film")
    seen = await brightness(film, "sheet", columns=SHEET_COLUMNS, rows=SHEET_ROWS)
    steps = [after - before for before, after in pairwise(seen)]
    assert len(seen) == 20
    assert min(steps) >= 2 * _STEP, seen
    assert max(steps) <= 5 * _STEP, seen
    assert seen[0] < 2 * _STEP
    assert seen[-1] > (SECONDS - 6) * _STEP


async def test_a_poster_is_from_the_beginning_of_a_film(tmp_path: Path) -> None:
    """A tenth of the way in, where the camera is steady."""
    film = brightening_film(tmp_path / "film")
    (shown,) = await brightness(film, "poster", columns=1, rows=1)
    assert shown == pytest.approx(SECONDS / 10 * _STEP, abs=2 * _STEP)


def test_the_systems_ffmpeg_comes_first_then_the_extras_and_never_one_of_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever can put a folder before /usr/bin does not choose what opens a film."""
    (tmp_path / "ffmpeg").touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_ffmpeg() == Path("/usr/bin/ffmpeg")
    monkeypatch.setattr(finding, "_SYSTEM", ())
    assert find_ffmpeg() == PACKAGED
    monkeypatch.setattr(finding, "find_spec", lambda _: None)
    with pytest.raises(ToolMissingError):
        find_ffmpeg()
