# SPDX-License-Identifier: EUPL-1.2
"""From one film to what is made of it: looked at, worked on, and searched before anybody gets it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from relay.errors import MediaNotCleanError
from relay.station.media import commands
from relay.station.media.film import Film
from relay.station.media.limits import LOOK, SHEET, Limits, Run, encoding
from relay.station.media.probing import Bench, probe
from relay.station.media.running import Watch, work
from relay.station.media.wanted import Wanted

# Words that name a place or a maker, long enough not to turn up by chance. Twin: web/src/media/scan.ts.
TELLTALES: Final = (
    *(b"ISO6709", b"com.apple", b"com.android", b"location", b"Location", b"samsung", b"SAMSUNG"),
    *(b"GoPro MET", b"GPSLatitude", b"creationdate", b"Core Media", b"<x:xmpmeta", b"Exif\0\0"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One part of what was made: media type, bytes, and milliseconds where it plays."""

    type: str
    content: bytes = field(repr=False)
    duration_ms: int | None = None


async def render(
    bench: Bench, source: Path, wanted: Wanted, *, watch: Watch | None = None
) -> tuple[Made, ...]:
    """Make what is wanted of the film at ``source``, beside it; a film brings its poster along.

    Raises:
        RelayError: as ``probe``, ``work`` and the commands; ``MediaNotCleanError``: it was thrown away.
    """
    film = await probe(bench, source)
    target = source.with_name("made")
    words, limits = _words(source, target, film, wanted)
    run = Run(program=bench.ffmpeg, arguments=words, limits=limits, reads=source, writes=target)
    main = await _made(bench, run, film, watch=watch)
    if wanted.kind in {"poster", "sheet"}:
        return (Made(type=commands.JPEG, content=main),)
    result = await probe(bench, target)
    kind = commands.MP4 if result.picture else commands.AUDIO_MP4
    made = Made(type=kind, content=main, duration_ms=result.duration_ms)
    if not result.picture:
        return (made,)
    still = source.with_name("poster")
    words = commands.poster(target, still, result)
    run = Run(program=bench.ffmpeg, arguments=words, limits=LOOK, reads=target, writes=still)
    return (made, Made(type=commands.JPEG, content=await _made(bench, run, result)))


def _words(source: Path, target: Path, film: Film, wanted: Wanted) -> tuple[list[str], Limits]:
    limits = encoding(film.seconds)
    match wanted.kind:
        case "watchable":
            return commands.watchable(source, target, film), limits
        case "cut":
            return commands.cut(source, target, film, wanted.spans), limits
        case "mute":
            return commands.mute(source, target, film, wanted.spans), limits
        case "blur":
            return commands.blur(source, target, film, wanted.regions), limits
        case "poster":
            return commands.poster(source, target, film), LOOK
        case "sheet":
            return commands.contact_sheet(source, target, film), SHEET


async def _made(bench: Bench, run: Run, film: Film, *, watch: Watch | None = None) -> bytes:
    _touch(run)
    await work(run, bench.walls, duration_seconds=film.seconds, watch=watch)
    return clean_bytes(run)


def _touch(run: Run) -> None:
    if run.writes:
        run.writes.touch(mode=0o600)


def clean_bytes(run: Run) -> bytes:
    """Return what a run has written, unless it tells of a place or a maker.

    Raises:
        MediaNotCleanError: it does.
    """
    content = run.writes.read_bytes() if run.writes else b""
    if any(telling in content for telling in TELLTALES):
        raise MediaNotCleanError("a telltale is left in what was made")
    return content
