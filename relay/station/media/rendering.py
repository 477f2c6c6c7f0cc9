# SPDX-License-Identifier: EUPL-1.2
"""From one film to what is made of it, file by file beside it: looked at, and worked on."""

from dataclasses import dataclass
from pathlib import Path

from relay.station.media import commands
from relay.station.media.film import Film, Part, Region
from relay.station.media.limits import LOOK, SHEET, Limits, Run, encoding
from relay.station.media.probing import Bench, probe
from relay.station.media.running import Watch, work
from relay.station.media.wanted import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One part of what was made: media type, the file that it lies in, and milliseconds where it plays."""

    type: str
    path: Path
    duration_ms: int | None = None


async def render(
    bench: Bench, source: Path, wanted: Wanted, *, watch: Watch | None = None
) -> tuple[Made, ...]:
    """Make what is wanted of the film at ``source``, beside it; a film brings its poster along.

    Raises:
        RelayError: as ``probe``, ``work`` and the commands.
    """
    film = await probe(bench, source)
    target = source.with_name("made")
    words, limits = _words(source, target, film, wanted)
    run = Run(program=bench.ffmpeg, arguments=words, limits=limits, reads=source, writes=target)
    await _make(bench, run, film, watch=watch)
    if wanted.kind in {"poster", "sheet"}:
        return (Made(type=commands.JPEG, path=target),)
    result = await probe(bench, target)
    kind = commands.MP4 if result.picture else commands.AUDIO_MP4
    made = Made(type=kind, path=target, duration_ms=result.duration_ms)
    if not result.picture:
        return (made,)
    still = source.with_name("poster")
    words = commands.poster(target, still, result)
    run = Run(program=bench.ffmpeg, arguments=words, limits=LOOK, reads=target, writes=still)
    await _make(bench, run, result)
    return (made, Made(type=commands.JPEG, path=still))


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
            return commands.blur(source, target, film, _regions(film, wanted)), limits
        case "poster":
            return commands.poster(source, target, film), LOOK
        case "sheet":
            return commands.contact_sheet(source, target, film), SHEET


def _regions(film: Film, wanted: Wanted) -> tuple[Region, ...]:
    if film.picture is None:
        return ()  # the command says what is missing
    picture = film.picture
    return tuple(one.within(picture) if isinstance(one, Part) else one for one in wanted.regions)


async def _make(bench: Bench, run: Run, film: Film, *, watch: Watch | None = None) -> None:
    if run.writes:
        run.writes.touch(mode=0o600)
    await work(run, bench.walls, duration_seconds=film.seconds, watch=watch)
