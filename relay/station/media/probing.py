# SPDX-License-Identifier: EUPL-1.2
"""What a film is, from what ffmpeg says of it: the wheel brings no ffprobe, and one way is enough.

The text is the film's own as well as ffmpeg's, so only numbers and known words are taken from it. A film that
lies about itself gets a refusal or a bad rendition, and nothing else.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from relay.errors import MediaBrokenError, MediaCodecError, MediaEmptyError, MediaTooLargeError
from relay.station.media import commands
from relay.station.media.film import LEAST_RATE, Film, Picture
from relay.station.media.limits import COPY, LOOK, Run
from relay.station.media.running import run, why, work
from relay.station.media.sandbox import Walls

_STREAM: Final = re.compile(
    rb"^  Stream #0:\d+[^:\n]{0,40}: (Video|Audio): ([a-z0-9_]{1,20})\b(.*)$", re.MULTILINE
)
_DURATION: Final = re.compile(rb"^  Duration: (\d{2,4}):(\d\d):(\d\d)\.(\d\d),", re.MULTILINE)
_SIZE: Final = re.compile(rb"[ ,](\d{1,5})x(\d{1,5})(?:[ ,]|$)")
_SHAPE: Final = re.compile(rb"SAR (\d{1,5}):(\d{1,5})")
_RATE: Final = re.compile(rb", (\d{1,3}(?:\.\d{1,2})?) fps\b")
_TURN: Final = re.compile(rb"^      displaymatrix: rotation of (-?\d{1,3})\.\d\d degrees", re.MULTILINE)
_NOTHING_TO_DO: Final = b"At least one output file must be specified"
_US_PER_MS: Final = 1_000
_MS: Final = 1_000
_MOST_RATE: Final = 60.0
_QUARTER: Final = 90
_FULL: Final = 360


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What work is done with here: which ffmpeg, inside which walls."""

    ffmpeg: Path
    walls: Walls


async def probe(bench: Bench, source: Path) -> Film:
    """Say what a film is.

    Raises:
        MediaEmptyError: no bytes, or it plays for no time.
        MediaUnknownError, MediaBrokenError: not a film, or a damaged one.
        MediaCodecError: neither picture nor sound in it.
        MediaTooLargeError: a picture of more than ``commands.MOST_PIXELS``, or longer than
            ``commands.MOST_SECONDS``.
        MediaTooSlowError: looking took too long.
    """
    if not _bytes_in(source):
        raise MediaEmptyError("no bytes")
    ended = await run(
        Run(program=bench.ffmpeg, arguments=commands.look(source), limits=LOOK, reads=source), bench.walls
    )
    if _NOTHING_TO_DO not in ended.said:
        raise why(ended)
    duration_ms = _duration(ended.said) or await _measured(bench, source)
    if not duration_ms:
        raise MediaEmptyError("it plays for no time")
    if duration_ms > commands.MOST_SECONDS * _MS:
        raise MediaTooLargeError(f"{duration_ms} ms: what was made of it would end early")
    streams = _STREAM.findall(ended.said)
    pictures = [_picture(codec, rest, ended.said) for kind, codec, rest in streams if kind == b"Video"]
    sounds = [codec.decode() for kind, codec, _ in streams if kind == b"Audio"]
    if not (pictures or sounds):
        raise MediaCodecError("neither picture nor sound")
    return Film(
        duration_ms=duration_ms,
        picture=pictures[0] if pictures else None,
        sound=sounds[0] if sounds else None,
    )


def _bytes_in(source: Path) -> int:
    return source.stat().st_size


def _duration(said: bytes) -> int | None:
    found = _DURATION.search(said)
    if not found:
        return None
    hours, minutes, seconds, hundredths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + hundredths * 10


async def _measured(bench: Bench, source: Path) -> int:
    """Return how long a film is that does not say so, as a recorder's does not; milliseconds."""
    asked = Run(program=bench.ffmpeg, arguments=commands.measure(source), limits=COPY, reads=source)
    return (await work(asked, bench.walls)).reached_us // _US_PER_MS


def _picture(codec: bytes, rest: bytes, said: bytes) -> Picture:
    size = _SIZE.search(rest)
    if size is None:
        raise MediaBrokenError("a picture without a size")
    width, height = int(size[1]), int(size[2])
    if not 0 < width * height <= commands.MOST_PIXELS:
        raise MediaTooLargeError(f"{width} × {height} pixels")
    shape, turn = _SHAPE.search(rest), _TURN.search(said)
    if shape and int(shape[1]) and int(shape[2]):
        width = max(1, width * int(shape[1]) // int(shape[2]))
    turned = int(turn[1]) % _FULL if turn else 0
    if turned % (2 * _QUARTER) == _QUARTER:
        width, height = height, width
    said_rate = _RATE.search(rest)
    rate = min(max(LEAST_RATE, float(said_rate[1]) if said_rate else 0), _MOST_RATE)
    return Picture(codec=codec.decode(), width=width, height=height, turned=turned, rate=rate)
