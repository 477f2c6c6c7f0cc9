# SPDX-License-Identifier: EUPL-1.2
"""What is asked of ffmpeg: each piece of work as the words of one command line.

The only place that knows ffmpeg's language, and the only one that uses ffmpeg-python, whose graph becomes
words here and is run elsewhere. What comes in is a path of our own, numbers, and codecs by name; no word of a
person or a file becomes an option.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, cast

import ffmpeg as untyped_ffmpeg  # pyright: ignore[reportMissingTypeStubs]

from relay.errors import MediaCodecError
from relay.station.media.film import Film, Picture, Region, Span, check_regions, check_spans, kept_spans

ffmpeg = cast("Any", untyped_ffmpeg)

MP4: Final = "video/mp4"
WEBM: Final = "video/webm"
AUDIO_MP4: Final = "audio/mp4"
JPEG: Final = "image/jpeg"

MOST_PIXELS: Final = 8_294_400  # 3840 × 2160; a small file can hold frames that fill a memory
MOST_SECONDS: Final = 4 * 3_600  # nothing behind them is read
SHEET_COLUMNS: Final = 5
SHEET_ROWS: Final = 4

_READS: Final = "mov,mp4,matroska,webm,ogg,wav"
_THREADS: Final = 2
_LONG_SIDE: Final = 1_280
_MILDLY: Final = 0.98  # a little smaller even where it is small enough: no pixel stays as it was
_BLOCKS: Final = 12  # of a hidden region's longer side: too few to know a face by
_TILE_WIDTH: Final = 320
_POSTER_SHARE: Final = 0.1
_MS: Final = 1_000
_SAMPLE_RATE: Final = 48_000
_SILENCED_SAMPLES: Final = 480  # at a time: a codec may bring seconds of sound in one piece

_WITHOUT_SEI: Final = "filter_units=remove_types=6"
# Only what a copy can make clean: HEVC and AV1 keep notes of their encoder in the stream's own head as well,
# where the filter does not reach. Encoding anew removes them.
_IN_MP4: Final = frozenset({"h264"})
_SOUND_IN_MP4: Final = frozenset({"aac", "mp3", "opus"})
_IN_WEBM: Final = frozenset({"vp8", "vp9"})
_SOUND_IN_WEBM: Final = frozenset({"opus", "vorbis"})

Flags = dict[str, str | int | float | None]
_ENCODED: Final[Flags] = {"vcodec": "libx264", "preset": "veryfast", "crf": 23, "pix_fmt": "yuv420p"}
_SPOKEN: Final[Flags] = {"acodec": "aac", "audio_bitrate": "96k", "ar": _SAMPLE_RATE, "ac": 2}
_BARE: Final[Flags] = {
    "map_metadata": -1,
    "map_chapters": -1,
    "fflags": "+bitexact",
    "flags": "+bitexact",
    "dn": None,
    "sn": None,
}


def look(source: Path) -> list[str]:
    """Ask what a film is; the answer is what ffmpeg says before it complains that nothing is to be done."""
    return [*_GLOBAL, "-hide_banner", *_words(_reading({})), "-i", str(source)]


def measure(source: Path) -> list[str]:
    """Walk through a film without opening a picture, to learn from its progress how long it is."""
    film = _open(source, t=2 * MOST_SECONDS)  # far enough to see that it is too long
    return _compile(ffmpeg.output(film, "-", map=0, codec="copy", format="null"))


def watchable(source: Path, target: Path, film: Film) -> list[str]:
    """Encode a film anew as H.264 and AAC in MP4: what every browser plays."""
    opened = _open(source)
    streams: list[Any] = []
    if film.picture:
        streams.append(opened["v:0"].filter("scale", *_smaller(film.picture)))
    return _film(target, film, [*streams, *_sound(opened, film)])


def strip(source: Path, target: Path, film: Film) -> list[str]:
    """Copy one picture and one sound into a fresh container, without metadata and without SEI.

    Raises:
        MediaCodecError: a pair that no copy makes clean; encode it anew.
    """
    opened, kind = _open(source), stripped_type(film)
    flags: Flags = {"codec": "copy", "format": "webm" if kind == WEBM else "mp4"}
    if kind != WEBM:
        flags["movflags"] = "+faststart"
    if film.picture and film.picture.codec == "h264":
        flags["bsf:v"] = _WITHOUT_SEI
    streams = [*([opened["v:0"]] if film.picture else []), *_sound(opened, film)]
    return _compile(ffmpeg.output(*streams, str(target), **_BARE, **flags))


def stripped_type(film: Film) -> str:
    """Return the media type that ``strip`` makes.

    Raises:
        MediaCodecError: it makes none of this pair.
    """
    picture = film.picture.codec if film.picture else None
    for kind, pictures, sounds in ((MP4, _IN_MP4, _SOUND_IN_MP4), (WEBM, _IN_WEBM, _SOUND_IN_WEBM)):
        if picture in {None, *pictures} and film.sound in {None, *sounds}:
            return kind if picture else kind.replace("video", "audio")
    raise MediaCodecError(f"{picture} with {film.sound}")


def poster(source: Path, target: Path, film: Film) -> list[str]:
    """Take one picture, from a tenth of the way in.

    Raises:
        MediaCodecError: it has no picture.
    """
    opened = _open(source, ss=round(film.seconds * _POSTER_SHARE, 3))
    shown = opened["v:0"].filter("scale", *_smaller(_picture(film)))
    return _still(shown, target)


def contact_sheet(source: Path, target: Path, film: Film) -> list[str]:
    """Take twenty pictures from all over a film, of those that it can be entered at.

    Raises:
        MediaCodecError: it has no picture.
    """
    every = film.seconds / (SHEET_COLUMNS * SHEET_ROWS)
    picture = _picture(film)
    height = _even(_TILE_WIDTH * picture.height / picture.width)
    opened = _open(source, skip_frame="nokey")
    shown = (
        opened["v:0"]
        .filter("select", f"isnan(prev_selected_t)+gte(t-prev_selected_t,{every:.3f})")
        .filter("scale", _TILE_WIDTH, height)
        .filter("tile", f"{SHEET_COLUMNS}x{SHEET_ROWS}")
    )
    return _still(shown, target)


def cut(source: Path, target: Path, film: Film, spans: tuple[Span, ...]) -> list[str]:
    """Leave spans out; a picture that began in one is gone, however long it stood.

    Raises:
        RelayError: as ``kept_spans``.
    """
    opened = _open(source)
    pieces: list[Any] = []
    pictures = opened["v:0"].filter("scale", *_smaller(film.picture)).split() if film.picture else None
    sounds = _unbroken(opened).asplit() if film.sound else None
    for place, kept in enumerate(kept_spans(film, spans)):
        start = kept.start_ms / _MS
        between, moved = {"start": start, "end": kept.end_ms / _MS}, f"PTS-{start:.3f}/TB"
        if pictures is not None:
            pieces.append(pictures[place].filter("trim", **between).filter("setpts", moved))
        if sounds is not None:
            pieces.append(sounds[place].filter("atrim", **between).filter("asetpts", moved))
    joined = ffmpeg.concat(*pieces, v=int(film.picture is not None), a=int(film.sound is not None)).node
    shown = [joined[0]] if film.picture else []
    heard = [joined[len(shown)]] if film.sound else []
    return _film(target, film, [*shown, *heard])


def mute(source: Path, target: Path, film: Film, spans: tuple[Span, ...]) -> list[str]:
    """Silence spans.

    Raises:
        MediaCodecError: it has no sound.
        RelayError: as ``check_spans``.
    """
    check_spans(film, spans)
    if not film.sound:
        raise MediaCodecError("no sound to silence")
    opened = _open(source)
    pieces = _unbroken(opened).filter("asetnsamples", n=_SILENCED_SAMPLES, p=0)
    heard = pieces.filter("volume", 0, enable=_during(spans, around=_SILENCED_SAMPLES / _SAMPLE_RATE))
    shown = [opened["v:0"].filter("scale", *_smaller(film.picture))] if film.picture else []
    return _film(target, film, [*shown, heard])


def blur(source: Path, target: Path, film: Film, regions: tuple[Region, ...]) -> list[str]:
    """Make regions unrecognisable: a few blocks of their mean colour. No region: the whole picture.

    Blocks, not a soft blur: what a soft blur hides can be computed back.

    Raises:
        MediaCodecError: it has no picture.
        RelayError: as ``check_regions``.
    """
    picture, opened = _picture(film), _open(source)
    whole = (Region(x=0, y=0, width=picture.width, height=picture.height),)
    check_regions(film, picture, regions)
    shown = opened["v:0"].filter("scale", picture.width, picture.height).filter("format", "yuv444p")
    if any(region.span for region in regions):  # what is shown all the while is hidden picture by picture
        shown = shown.filter("fps", picture.rate)
    for region in regions or whole:
        parts = shown.split()
        when = {"enable": _during((region.span,), around=1 / picture.rate)} if region.span else {}
        shown = ffmpeg.overlay(parts[0], _blocks(parts[1], region), x=region.x, y=region.y, **when)
    shown = shown.filter("scale", *_smaller(picture))
    return _film(target, film, [shown, *_sound(opened, film)])


_GLOBAL: Final = ("-nostdin", "-nostats", "-progress", "pipe:1", "-stats_period", "0.5", "-loglevel", "info")


def _reading(also: Flags) -> Flags:
    return {
        "protocol_whitelist": "file,pipe",
        "format_whitelist": _READS,
        "max_pixels": MOST_PIXELS,
        "t": MOST_SECONDS,
        "threads": _THREADS,
        # A phone that is turned may go on in another size: whatever scales a picture first takes that.
        "reinit_filter:v": 0,
        **also,
    }


def _open(source: Path, **also: str | float) -> Any:
    return ffmpeg.input(str(source), **_reading(dict(also)))


def _compile(output: Any) -> list[str]:
    words: list[str] = output.compile(cmd="ffmpeg", overwrite_output=True)
    return [*_GLOBAL, *words[1:]]


def _film(target: Path, film: Film, streams: Sequence[Any]) -> list[str]:
    flags: Flags = {"format": "mp4", "movflags": "+faststart", "threads": _THREADS}
    if film.picture:
        flags |= {**_ENCODED, "bsf:v": _WITHOUT_SEI}
    if film.sound:
        flags |= _SPOKEN
    return _compile(ffmpeg.output(*streams, str(target), **_BARE, **flags))


def _still(shown: Any, target: Path) -> list[str]:
    flags: Flags = {"frames:v": 1, "vcodec": "mjpeg", "pix_fmt": "yuvj420p", "qscale:v": 4, "format": "mjpeg"}
    return _compile(ffmpeg.output(shown, str(target), **_BARE, **flags))


def _unbroken(opened: Any) -> Any:
    """Return the sound with silence where it has none, so that what is taken apart keeps its time."""
    return opened["a:0"].filter("aresample", _SAMPLE_RATE, **{"async": 1, "first_pts": 0})


def _sound(opened: Any, film: Film) -> list[Any]:
    return [opened["a:0"]] if film.sound else []


def _picture(film: Film) -> Picture:
    if film.picture is None:
        raise MediaCodecError("no picture in it")
    return film.picture


def _smaller(picture: Picture) -> tuple[int, int]:
    """Return the size that a picture is shown at: a little smaller, even, and no side over 1,280."""
    share = min(_MILDLY, _LONG_SIDE / max(picture.width, picture.height))
    return _even(picture.width * share), _even(picture.height * share)


def _even(pixels: float) -> int:
    return max(2, int(pixels) // 2 * 2)


def _blocks(shown: Any, region: Region) -> Any:
    side = max(region.width, region.height) / _BLOCKS
    few = max(1, round(region.width / side)), max(1, round(region.height / side))
    cropped = shown.filter("crop", region.width, region.height, region.x, region.y)
    return cropped.filter("scale", *few, flags="area").filter(
        "scale", region.width, region.height, flags="neighbor"
    )


def _during(spans: tuple[Span, ...], *, around: float) -> str:
    """Return when spans are, for pieces of ``around`` seconds: each that touches one counts."""
    return "+".join(
        f"between(t,{one.start_ms / _MS - around:.3f},{one.end_ms / _MS + around:.3f})" for one in spans
    )


def _words(flags: Flags) -> list[str]:
    return [word for name, value in flags.items() for word in (f"-{name}", str(value))]
