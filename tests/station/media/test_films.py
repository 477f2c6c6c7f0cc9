# SPDX-License-Identifier: EUPL-1.2
"""Real films through a real ffmpeg: what comes out plays everywhere and says nothing of place or maker."""

from pathlib import Path

import pytest

from relay.station.media import commands
from relay.station.media.film import Film, Region, Span
from relay.station.media.limits import Run, encoding
from relay.station.media.probing import Bench, probe
from relay.station.media.running import work
from relay.station.media.sandbox import Walls
from tests.station.media.benches import FILMS, PACKAGED, WALLS, bench

TELLING = (
    *(b"ISO6709", b"45.50", b"Pomme", b"com.apple", b"\xa9xyz", b"\xa9mak", b"\xa9mod", b"GPS"),
    *(b"x264 - core", b"x265 (build"),  # what the first encoder wrote into the pictures' stream (SEI)
)
HALF = (Span(start_ms=0, end_ms=500),)


async def make(on: Bench, words: list[str], source: Path, target: Path) -> bytes:
    """Run one piece of work; return what it made."""
    target.write_bytes(b"")
    asked = Run(program=on.ffmpeg, arguments=words, limits=encoding(10), reads=source, writes=target)
    await work(asked, on.walls)
    return target.read_bytes()


def everything(source: Path, target: Path, film: Film) -> list[tuple[str, list[str]]]:
    """Return each piece of work that can be done on a film."""
    regions = (Region(x=3, y=5, width=33, height=21, span=HALF[0]), Region(x=0, y=0, width=9, height=9))
    made = [
        ("watchable", commands.watchable(source, target, film)),
        ("cut", commands.cut(source, target, film, HALF)),
    ]
    if film.picture is None or film.picture.codec != "hevc":
        made.append(("strip", commands.strip(source, target, film)))
    if film.picture:
        made += [
            ("poster", commands.poster(source, target, film)),
            ("sheet", commands.contact_sheet(source, target, film)),
            ("blur", commands.blur(source, target, film, regions)),
            ("blur all", commands.blur(source, target, film, ())),
        ]
    return [*made, ("mute", commands.mute(source, target, film, HALF))] if film.sound else made


@pytest.mark.parametrize("walls", WALLS)
@pytest.mark.parametrize("ffmpeg", [None, PACKAGED], ids=["system", "packaged"])
@pytest.mark.parametrize(
    "name", ["iphone.mov", "iphone-hevc.mov", "recorded.webm", "silent.mp4", "voice.mp4"]
)
async def test_nothing_tells_where_or_with_what(
    tmp_path: Path, name: str, ffmpeg: Path | None, walls: Walls
) -> None:
    """Zero occurrences in every output, and in those that were copied as well."""
    on, source, target = bench(walls, ffmpeg), FILMS / name, tmp_path / "out"
    film = await probe(on, source)
    for what, words in everything(source, target, film):
        made = await make(on, words, source, target)
        assert [one for one in TELLING if one in made] == [], what
