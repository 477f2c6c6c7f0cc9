# SPDX-License-Identifier: EUPL-1.2
"""A passage begins and ends where somebody said, in whatever pieces picture and sound lie in a film."""

import array
import asyncio
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from relay.station.media.film import Region, Span
from relay.station.media.rendering import render
from relay.station.media.wanted import Wanted
from tests.station.media.benches import bench

SECONDS: Final = 6
PASSAGE: Final = Span(start_ms=1_010, end_ms=4_000)
TONE: Final = ("-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}")
# Brighter from picture to picture, so that each says when it was taken.
PATTERN: Final = (
    *("-f", "lavfi"),
    *("-i", f"testsrc2=size=320x192:rate=10:duration={SECONDS},noise=alls=40,fade=in:0:{10 * SECONDS}"),
)
# Pictures stand for seconds: somebody holds a photograph up, or a phone in the dark saves its battery.
STANDING: Final = ("-vf", "select='eq(n,10)+eq(n,40)+eq(n,50)+eq(n,59)',setpts=PTS-1/TB", "-fps_mode", "vfr")
PIECES: Final = {
    "four seconds a piece": ("-ar", "8000", "-c:a", "flac", "-frame_size", "32768", "-strict", "-2"),
    "a fiftieth": ("-ar", "48000", "-c:a", "aac"),
    "a sixteenth": ("-ar", "48000", "-c:a", "libopus", "-frame_duration", "60"),
}
LOUD, QUIET = 1_000, 50
WIDE, HIGH = 160, 96


async def run(*words: str) -> bytes:
    """Run the system's ffmpeg; return what it wrote to its standard output."""
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec("ffmpeg", "-v", "error", *words, stdout=pipe)
    said, _ = await started.communicate()
    assert started.returncode == 0
    return said


async def standing_film(folder: Path) -> Path:
    """Make a film whose picture changes at 3, 4 and 4.9 seconds only."""
    film = folder / "film"
    await run(*PATTERN, *TONE, *STANDING, "-c:v", "libx264", "-c:a", "aac", "-f", "mp4", str(film))
    return film


async def loudness(film: Path) -> list[int]:
    """Return the loudest sample of each millisecond."""
    raw = await run("-i", str(film), "-ac", "1", "-ar", "8000", "-f", "s16le", "-")
    samples = array.array("h", raw)
    return [max(map(abs, samples[at : at + 8])) for at in range(0, len(samples) - 7, 8)]


async def picture(film: Path, *, at: float) -> bytes:
    """Return one picture in grey, as it stands on the screen at a second."""
    still = (
        "-vf",
        f"fps=25,trim=start={at},scale={WIDE}:{HIGH},format=gray",
        *("-frames:v", "1", "-f", "rawvideo", "-"),
    )
    return await run("-i", str(film), *still)


async def unrest(film: Path, *, at: float) -> float:
    """Return by how much neighbours differ, of 255."""
    grey = await picture(film, at=at)
    return sum(abs(one - other) for one, other in pairwise(grey)) / len(grey)


async def brightness(film: Path, *, at: float) -> float:
    """Return the mean of a picture, of 255."""
    return sum(await picture(film, at=at)) / (WIDE * HIGH)


@pytest.mark.parametrize("pieces", PIECES)
async def test_what_is_silenced_is_silent_from_its_first_moment_to_its_last(
    tmp_path: Path, pieces: str
) -> None:
    """Where a codec brings seconds of sound in one piece, too; and the rest stays."""
    film = tmp_path / "film"
    await run(*TONE, *PIECES[pieces], "-f", "matroska", str(film))
    (made,) = await render(bench(), film, Wanted(kind="mute", spans=(PASSAGE,)))
    heard = await loudness(made.path)
    # Beside its edges the encoder's own ripple, of two of its pieces.
    assert max(heard[PASSAGE.start_ms + 5 : PASSAGE.end_ms - 5]) < QUIET
    assert min(max(heard[at : at + 10]) for at in range(100, 950, 10)) > LOUD
    assert min(max(heard[at : at + 10]) for at in range(4_060, 5_500, 10)) > LOUD


async def test_a_picture_that_stands_is_hidden_while_its_passage_lasts(tmp_path: Path) -> None:
    """It was there before the passage, and is shown in the clear before and after it."""
    film = await standing_film(tmp_path)
    region = Region(x=0, y=0, width=320, height=192, span=PASSAGE)
    made = await render(bench(), film, Wanted(kind="blur", regions=(region,)))
    for at in (0.5, 4.5):
        assert await unrest(made[0].path, at=at) > await unrest(film, at=at) / 2
    for at in (1.02, 2.5, 3.5, 3.98):
        assert await unrest(made[0].path, at=at) < await unrest(film, at=at) / 3


async def test_what_follows_a_cut_keeps_picture_and_sound_together(tmp_path: Path) -> None:
    """A picture that began in the passage is gone with it; each of the others comes when it came before."""
    film = await standing_film(tmp_path)
    made = await render(bench(), film, Wanted(kind="cut", spans=(Span(start_ms=0, end_ms=2_000),)))
    for at in (1.5, 2.5):
        before, after = await brightness(film, at=at + 2), await brightness(made[0].path, at=at)
        assert after == pytest.approx(before, abs=3), at


async def test_a_film_whose_picture_changes_its_size_is_cut_like_any_other(tmp_path: Path) -> None:
    """A phone that is turned while it records goes on in another size; picture and sound stay whole."""
    for name, size in (("lying.webm", "320x192"), ("standing.webm", "192x320")):
        picture = ("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=10:duration=3")
        sound = ("-f", "lavfi", "-i", "sine=frequency=440:duration=3")
        await run(*picture, *sound, "-c:v", "libvpx", "-c:a", "libopus", str(tmp_path / name))
    (tmp_path / "list").write_text("file lying.webm\nfile standing.webm\n")
    film = tmp_path / "film"
    await run("-f", "concat", "-i", str(tmp_path / "list"), "-c", "copy", "-f", "webm", str(film))
    made = await render(bench(), film, Wanted(kind="cut", spans=(PASSAGE,)))
    assert made[0].duration_ms == pytest.approx(3_000, abs=200)
    assert len(await loudness(made[0].path)) == pytest.approx(3_000, abs=200)
    assert await unrest(made[0].path, at=2.5) > 1
