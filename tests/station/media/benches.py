# SPDX-License-Identifier: EUPL-1.2
"""Places to work at: each pair of walls, each ffmpeg, and programs that are not ffmpeg at all."""

import os
from pathlib import Path
from typing import Final

import imageio_ffmpeg  # pyright: ignore[reportMissingTypeStubs]

from relay.station.media.finding import find_ffmpeg
from relay.station.media.limits import Limits, Run
from relay.station.media.probing import Bench
from relay.station.media.running import Watch, work
from relay.station.media.sandbox import Walls

FILMS: Final = Path(__file__).parent.parent.parent / "media"
WALLS: Final[tuple[Walls, ...]] = ("bubblewrap", "landlock")
PACKAGED: Final = next((Path(imageio_ffmpeg.__file__).parent / "binaries").glob("ffmpeg-linux-*"))
QUICK: Final = Limits(wall_seconds=20, cpu_seconds=20, output_bytes=1024 * 1024)


def bench(walls: Walls = "bubblewrap", ffmpeg: Path | None = None) -> Bench:
    """Return the ordinary bench, or another."""
    return Bench(ffmpeg=ffmpeg or find_ffmpeg(), walls=walls)


def program(folder: Path, body: str) -> Path:
    """Write a program that stands in ffmpeg's place; perl is on every Debian. ``$out`` is its file."""
    path = folder / "ffmpeg"
    told = "my $out = $ARGV[-1];\nsub told { open(my $f, '>', $out); print $f @_; }"
    path.write_text(f"#!/usr/bin/perl\n{told}\n{body}\n")
    path.chmod(0o755)
    return path


async def told(
    folder: Path, walls: Walls, body: str, *, limits: Limits = QUICK, watch: Watch | None = None
) -> str:
    """Run such a program over a film, and return what it wrote into its file."""
    film, out = folder / "film", folder / "out"
    film.write_bytes(b"the film")
    out.touch()
    named = [str(film), str(out)]
    run = Run(program=program(folder, body), arguments=named, limits=limits, reads=film, writes=out)
    await work(run, walls, watch=watch, duration_seconds=1.0)
    return out.read_text("latin-1")


def running(path: Path) -> list[int]:
    """Return the processes whose command line names ``path``, this one left out."""
    found: list[int] = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            named = bytes(path) in line.read_bytes()
        except OSError:
            continue
        if named and int(line.parent.name) != os.getpid():
            found.append(int(line.parent.name))
    return found
