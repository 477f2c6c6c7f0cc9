# SPDX-License-Identifier: EUPL-1.2
"""Hostile films through a real ffmpeg: bombs, disguised playlists, mutations; refused in time, by a code."""

import random
import time
from pathlib import Path

import pytest

from relay.errors import MediaTooLargeError, MediaUnknownError, StationError
from relay.station.media.probing import probe
from relay.station.media.rendering import render
from relay.station.media.wanted import Wanted
from tests.media.make import ffmpeg
from tests.station.media.benches import FILMS, bench

SEED = 20_261_128
SOURCES = ("iphone.mov", "iphone-hevc.mov", "recorded.webm", "fragments.mp4", "voice.webm")
PLAYLISTS = {
    "hls": b"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "hls over http": b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n",
    "concat": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "concat protocol": b"ffconcat version 1.0\nfile concat:/etc/passwd|/etc/hostname\n",
    "sdp": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
    "dash": b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>',
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "text": b"Dear Jonas,\n",
}


@pytest.mark.parametrize("name", PLAYLISTS)
async def test_a_playlist_in_disguise_is_no_film(tmp_path: Path, name: str) -> None:
    """Whatever its name ends in; nothing that it names is opened."""
    film = tmp_path / "film.mp4"
    film.write_bytes(PLAYLISTS[name])
    with pytest.raises(MediaUnknownError):
        await probe(bench(), film)


async def test_a_film_of_huge_frames_is_refused_at_once(tmp_path: Path) -> None:
    """A small file of 8192 × 8192 frames would fill a memory when it is opened."""
    film = tmp_path / "bomb.mp4"
    huge = ("-f", "lavfi", "-i", "color=black:size=8192x8192:rate=1:duration=2")
    small = ("-c:v", "libx264", "-preset", "ultrafast")
    ffmpeg(*huge, *small, str(film))
    assert film.stat().st_size < 400_000
    began = time.monotonic()
    with pytest.raises(MediaTooLargeError):
        await probe(bench(), film)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("live", ["0", "1"], ids=["that says so", "that says nothing"])
async def test_a_film_of_more_than_four_hours_is_refused_and_not_cut_short(tmp_path: Path, live: str) -> None:
    """What was made of it would end before it does, and nobody would be told."""
    film = tmp_path / "film.webm"
    long = ("-f", "lavfi", "-i", "color=black:size=16x16:rate=1/60:duration=14640")
    ffmpeg(*long, "-c:v", "libvpx", "-b:v", "10k", "-live", live, str(film))
    with pytest.raises(MediaTooLargeError):
        await probe(bench(), film)


def mutated(film: bytes, dice: random.Random) -> bytes:
    """Change, drop, repeat or move bytes, here and there, headers included."""
    made = bytearray(film)
    for _ in range(dice.choice((1, 3, 10, 100, 1000))):
        at = dice.randrange(len(made))
        match dice.randrange(5):
            case 0:
                made[at] ^= 1 << dice.randrange(8)
            case 1:
                made[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
            case 2:
                del made[at : at + dice.randrange(1, 64)]
            case 3:
                made[at:at] = made[at : at + dice.randrange(1, 64)]
            case _:
                made[at] = dice.randrange(256)
        if len(made) < 16:
            break
    return bytes(made)


@pytest.mark.parametrize(
    "count", [40, pytest.param(500, marks=(pytest.mark.long, pytest.mark.timeout(3600)))]
)
async def test_mutated_films_are_made_or_refused_in_time(tmp_path: Path, count: int) -> None:
    """Each ends in a film or a coded refusal; nothing hangs, nothing else is raised."""
    dice = random.Random(SEED)
    made = refused = 0
    for number in range(count):
        source = tmp_path / str(number) / "film"
        source.parent.mkdir()
        source.write_bytes(mutated((FILMS / SOURCES[number % len(SOURCES)]).read_bytes(), dice))
        began = time.monotonic()
        try:
            await render(bench(), source, Wanted(kind="watchable"))
        except StationError:
            refused += 1
        else:
            made += 1
        assert time.monotonic() - began < 60
    assert made + refused == count
    assert made
    assert refused
