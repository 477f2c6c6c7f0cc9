# SPDX-License-Identifier: EUPL-1.2
"""Command lines: nothing that somebody says becomes an option, and what a film is comes back from ffmpeg."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.errors import (
    MediaCodecError,
    MediaEmptyError,
    RegionOutsideError,
    RelayError,
    SpanMissingError,
    SpanOutsideError,
    TooManyPlacesError,
    WrongShapeError,
)
from relay.station.media import commands
from relay.station.media.film import MOST_REGIONS, MOST_SPANS, Film, Part, Picture, Region, Span, kept_spans
from relay.station.media.probing import probe
from relay.station.media.rendering import render
from relay.station.media.wanted import Wanted
from tests.station.media.benches import FILMS, bench

FILM = Film(duration_ms=10_000, picture=Picture(codec="h264", width=640, height=360, turned=0), sound="aac")
OPTIONS = """
    -nostdin -nostats -progress -stats_period -loglevel -format_whitelist -protocol_whitelist -max_pixels -t
    -threads -reinit_filter:v -i -filter_complex -map -f -b:a -ac -acodec -ar -bsf:v -crf -fflags -flags
    -map_chapters -map_metadata -movflags -pix_fmt -preset -vcodec -dn -sn -y
"""
times = st.integers(0, 10_999)
spans = st.builds(lambda a, b: Span(start_ms=min(a, b), end_ms=max(a, b) + 1), times, times)
sides = st.integers(1, 700)
regions = st.builds(Region, x=sides, y=sides, width=sides, height=sides, span=st.none() | spans)
anything = st.text() | st.floats() | st.none() | st.booleans() | st.integers() | st.binary()


def options(words: list[str]) -> set[str]:
    """Return the words that ffmpeg takes for options: -1 is a number here."""
    return {word for word in words if word.startswith("-") and word != "-1"}


@given(st.lists(spans, min_size=1, max_size=60), st.lists(regions, max_size=22))
def test_no_choice_becomes_an_option(chosen: list[Span], hidden: list[Region]) -> None:
    """Whatever is cut, muted or hidden: the options are these, and the only files are these two."""
    source, target = Path("/film"), Path("/made")
    for work in (
        lambda: commands.cut(source, target, FILM, tuple(chosen)),
        lambda: commands.mute(source, target, FILM, tuple(chosen)),
        lambda: commands.blur(source, target, FILM, tuple(hidden)),
    ):
        try:
            words = work()
        except RelayError:
            continue
        assert options(words) <= set(OPTIONS.split())
        assert [word for word in words if "/" in word.replace("/TB", "")] == ["/film", "/made"]


@given(anything, anything, anything, anything)
def test_only_numbers_are_a_span_or_a_region(x: Any, y: Any, width: Any, height: Any) -> None:
    """A text, a fraction, a truth value: refused before a command line is written."""
    for make in (
        lambda: Span(start_ms=x, end_ms=y),
        lambda: Region(x=x, y=y, width=width, height=height),
    ):
        try:
            made = make()
        except WrongShapeError:
            continue
        assert all(type(getattr(made, name)) is int for name in made.__slots__ if name != "span")


@given(st.lists(spans, min_size=1, max_size=50))
def test_what_is_kept_and_what_is_cut_are_the_whole(chosen: list[Span]) -> None:
    """Every millisecond is in exactly one of them."""
    cut = {ms for one in chosen for ms in range(one.start_ms, min(one.end_ms, FILM.duration_ms))}
    try:
        kept = [ms for one in kept_spans(FILM, tuple(chosen)) for ms in range(one.start_ms, one.end_ms)]
    except MediaEmptyError:
        kept = []
    except SpanOutsideError:
        assert any(one.start_ms >= FILM.duration_ms for one in chosen)
        return
    assert sorted(kept) == sorted(set(range(FILM.duration_ms)) - cut)


@pytest.mark.parametrize(
    ("name", "codec", "size", "sound"),
    [
        ("iphone.mov", "h264", (180, 320), "aac"),
        ("iphone-hevc.mov", "hevc", (180, 320), "aac"),
        ("voice.webm", None, None, "opus"),
        ("silent.mp4", "h264", (320, 180), None),
    ],
)
async def test_a_film_is_what_it_shows(
    name: str, codec: str | None, size: tuple[int, int] | None, sound: str | None
) -> None:
    """A phone held upright: the picture is as high as it is shown, whatever way it is stored."""
    film = await probe(bench(), FILMS / name)
    assert film.sound == sound
    assert (film.picture and film.picture.codec) == codec
    assert (film.picture and (film.picture.width, film.picture.height)) == size
    assert 900 <= film.duration_ms <= 1200


@pytest.mark.parametrize("name", ["iphone.mov", "recorded.webm", "silent.mp4", "voice.mp4"])
async def test_a_watchable_film_plays_everywhere(tmp_path: Path, name: str) -> None:
    """H.264 with AAC in MP4, its head first, as long as it was, upright without being turned."""
    source = tmp_path / "film"
    source.write_bytes((FILMS / name).read_bytes())
    before = await probe(bench(), source)
    made = await render(bench(), source, Wanted(kind="watchable"))
    (tmp_path / "again").write_bytes(made[0].path.read_bytes())
    film = await probe(bench(), tmp_path / "again")
    assert abs(film.duration_ms - before.duration_ms) < 200
    assert (film.sound is None) == (before.sound is None)
    if film.picture and before.picture:
        assert (film.picture.codec, film.picture.turned) == ("h264", 0)
        assert film.picture.width < before.picture.width
        assert made[0].path.read_bytes().index(b"moov") < made[0].path.read_bytes().index(b"mdat")
        assert made[1].path.read_bytes().startswith(b"\xff\xd8\xff")


async def test_a_film_of_changing_pace_keeps_its_length(tmp_path: Path) -> None:
    """Phones write a picture when they have one."""
    film = tmp_path / "film"
    paced = ("-vf", "select='not(mod(n,7))+lt(n,20)'", "-vsync", "vfr", "-c:v", "libx264", "-f", "mp4")
    lavfi = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=4")
    subprocess.run(["ffmpeg", "-v", "error", *lavfi, *paced, str(film)], check=True)  # noqa: ASYNC221
    made = await render(bench(), film, Wanted(kind="cut", spans=(Span(start_ms=1000, end_ms=2000),)))
    assert made[0].duration_ms is not None
    assert abs(made[0].duration_ms - 3000) < 250


async def test_a_refusal_says_what_is_wrong(tmp_path: Path) -> None:
    """No bytes, no sound to silence, nothing left."""
    (tmp_path / "film").touch()
    with pytest.raises(MediaEmptyError):
        await probe(bench(), tmp_path / "film")
    (tmp_path / "film").write_bytes((FILMS / "silent.mp4").read_bytes())
    with pytest.raises(MediaCodecError):
        await render(bench(), tmp_path / "film", Wanted(kind="mute", spans=(Span(start_ms=0, end_ms=1),)))
    with pytest.raises(MediaEmptyError):
        await render(bench(), tmp_path / "film", Wanted(kind="cut", spans=(Span(start_ms=0, end_ms=1500),)))


HALF = Span(start_ms=0, end_ms=500)
LATE = Span(start_ms=10_000, end_ms=10_500)
LONG = Span(start_ms=0, end_ms=11_001)


@pytest.mark.parametrize("late", [LATE, LONG])
def test_a_span_outside_the_film_is_refused_for_every_kind(late: Span) -> None:
    """A film that ends a little earlier than a browser says is still cut to its end."""
    source, target = Path("/film"), Path("/made")
    hidden = Region(x=0, y=0, width=9, height=9, span=late)
    for make in (
        lambda: commands.cut(source, target, FILM, (HALF, late)),
        lambda: commands.mute(source, target, FILM, (HALF, late)),
        lambda: commands.blur(source, target, FILM, (hidden,)),
    ):
        with pytest.raises(SpanOutsideError):
            make()
    assert commands.cut(source, target, FILM, (Span(start_ms=9_000, end_ms=10_900),))


def test_a_rectangle_outside_the_picture_is_refused() -> None:
    """In pixels when the picture is known; in thousandths before it is."""
    with pytest.raises(RegionOutsideError):
        commands.blur(Path("/film"), Path("/made"), FILM, (Region(x=600, y=0, width=41, height=9),))
    with pytest.raises(RegionOutsideError):
        Part(left=900, top=0, width=101, height=1)


def test_what_is_wanted_is_complete_and_not_too_much() -> None:
    """One reading for a terminal and a page; a kind takes only what belongs to it."""
    part = Part(left=0, top=0, width=500, height=500)
    for kind in ("cut", "mute"):
        with pytest.raises(SpanMissingError):
            Wanted(kind=kind)
        with pytest.raises(TooManyPlacesError):
            Wanted(kind=kind, spans=(HALF,) * (MOST_SPANS + 1))
    with pytest.raises(TooManyPlacesError):
        Wanted(kind="blur", regions=(part,) * (MOST_REGIONS + 1))
    with pytest.raises(WrongShapeError):
        Wanted(kind="blur", spans=(HALF,))
    with pytest.raises(WrongShapeError):
        Wanted(kind="cut", spans=(HALF,), regions=(part,))
