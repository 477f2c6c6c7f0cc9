# SPDX-License-Identifier: EUPL-1.2
"""A rectangle drawn over the picture as it is shown hides that place, whichever way the film is stored."""

import asyncio
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from relay.station.media.film import Part, Region, Span
from relay.station.media.probing import probe
from relay.station.media.rendering import render
from relay.station.media.wanted import Wanted
from tests.station.media.benches import bench

CORNERS: Final = {
    "upper left": (0, 0),
    "upper right": (500, 0),
    "lower left": (0, 500),
    "lower right": (500, 500),
}
WIDE, HIGH = 96, 160
"""A still of the upright film, of which each corner is a quarter."""


async def run(*words: str) -> bytes:
    """Run the system's ffmpeg; return what it wrote to its standard output."""
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec("ffmpeg", "-v", "error", "-y", *words, stdout=pipe)
    said, _ = await started.communicate()
    assert started.returncode == 0
    return said


async def upright_film(folder: Path, turned: int) -> Path:
    """Make a restless film that is stored lying down, and turned when it is shown."""
    lying, film = folder / "lying.mp4", folder / "film"
    noise = "testsrc2=size=320x192:rate=10:duration=2,noise=alls=60:allf=t"
    await run("-f", "lavfi", "-i", noise, "-c:v", "libx264", "-pix_fmt", "yuv420p", str(lying))
    head = ("-metadata:s:v:0", f"rotate={turned}")
    await run("-i", str(lying), "-c", "copy", *head, "-f", "mp4", str(film))
    return film


async def unrest(film: Path, *, at: float) -> dict[str, float]:
    """Return for each corner of one picture by how much neighbours differ, of 255."""
    still = ("-vf", f"scale={WIDE}:{HIGH}", "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo", "-")
    grey = await run("-ss", str(at), "-i", str(film), *still)
    found: dict[str, float] = {}
    for corner, (left, top) in CORNERS.items():
        x, y = left * WIDE // 1000, top * HIGH // 1000
        # Four lines of the edge are left out: what is hidden meets there what is not.
        rows = [
            grey[row * WIDE + x + 4 : row * WIDE + x + WIDE // 2 - 4]
            for row in range(y + 4, y + HIGH // 2 - 4)
        ]
        steps = [abs(one - other) for row in rows for one, other in pairwise(row)]
        found[corner] = sum(steps) / len(steps)
    return found


@pytest.mark.parametrize("turned", [90, 270])
@pytest.mark.parametrize("corner", CORNERS)
async def test_a_corner_of_a_turned_film_is_hidden_and_no_other(
    tmp_path: Path, corner: str, turned: int
) -> None:
    """A phone held upright stores its picture lying down; and no other corner is hidden."""
    film = await upright_film(tmp_path, turned)
    picture = (await probe(bench(), film)).picture
    assert picture is not None
    assert (picture.width, picture.height) == (192, 320)
    left, top = CORNERS[corner]
    part = Part(left=left, top=top, width=500, height=500)
    made = await render(bench(), film, Wanted(kind="blur", regions=(part,)))
    before, after = await unrest(film, at=1.0), await unrest(made[0].path, at=1.0)
    for other in CORNERS:
        quieter = after[other] < before[other] / 3
        assert quieter == (other == corner), (other, before, after)


async def test_pixels_and_thousandths_hide_the_same_and_only_as_long_as_they_say(tmp_path: Path) -> None:
    """The terminal's rectangle and the page's; outside its span nothing is hidden."""
    film = await upright_film(tmp_path, 90)
    span = Span(start_ms=0, end_ms=1_000)
    for one in (
        Region(x=96, y=0, width=96, height=160, span=span),
        Part(left=500, top=0, width=500, height=500, span=span),
    ):
        made = await render(bench(), film, Wanted(kind="blur", regions=(one,)))
        within, after = await unrest(made[0].path, at=0.5), await unrest(made[0].path, at=1.5)
        assert within["upper right"] < within["upper left"] / 3
        assert after["upper right"] > after["upper left"] / 3
