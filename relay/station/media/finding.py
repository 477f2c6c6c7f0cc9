# SPDX-License-Identifier: EUPL-1.2
"""Which ffmpeg: the system's, which the system keeps current; else the one of the ``station`` extra."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from relay.errors import ToolMissingError

# Not PATH: who can put a folder before /usr/bin should not thereby choose what opens a film.
_SYSTEM: Final = (Path("/usr/bin/ffmpeg"), Path("/usr/local/bin/ffmpeg"))


def find_ffmpeg() -> Path:
    """Return the absolute path of an ffmpeg.

    Raises:
        ToolMissingError: there is none.
    """
    for path in (*_SYSTEM, *_packaged()):
        if path.is_file():
            return path
    raise ToolMissingError("no ffmpeg in /usr/bin, /usr/local/bin or the station extra")


def _packaged() -> Iterator[Path]:
    """Yield the binaries of the imageio-ffmpeg wheel; the package itself would also ask PATH and Conda."""
    spec = find_spec("imageio_ffmpeg")
    if spec is not None and spec.origin is not None:
        yield from sorted((Path(spec.origin).parent / "binaries").glob("ffmpeg-linux-*"))
