# SPDX-License-Identifier: EUPL-1.2
"""A film as a phone writes it: held upright, and telling thrice where and with what it was filmed."""

import subprocess
from pathlib import Path
from typing import Final

from tests.media.make import AAC, tags, with_user_data

#: What the film tells, in its boxes and between its pictures; none of it is anybody's to know.
TOLD: Final = ("+45.5017", "73.5673", "Pomme", "com.apple", "ISO6709", "x264")
WIDTH, HEIGHT = 360, 640  # as it is shown


def a_phone_film(path: Path) -> Path:
    """Write a few MiB of twelve seconds."""
    flat = path.with_name("flat.mov")
    picture = ("-f", "lavfi", "-i", f"testsrc2=size={HEIGHT}x{WIDTH}:rate=30:duration=12")
    sound = ("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=12")
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-pix_fmt", "yuv420p", *AAC)
    _ffmpeg(*picture, *sound, *coded, str(flat))
    turned = ("-c", "copy", "-metadata:s:v", "rotate=90", "-movflags", "use_metadata_tags", *tags())
    _ffmpeg("-i", str(flat), *turned, str(path))
    flat.unlink()
    path.write_bytes(with_user_data(path.read_bytes()))
    assert all(told.encode() in path.read_bytes() for told in TOLD)
    return path


def _ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments], check=True)
