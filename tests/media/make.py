# SPDX-License-Identifier: EUPL-1.2
"""Make the small films of the tests: what phones write, what browsers record, and what is broken.

``python -m tests.media.make`` writes them beside this file, by ffmpeg and a few boxes of our own. They are
committed, so that every machine tests the same bytes. The place and the maker in them are invented.
"""

import struct
import subprocess
from pathlib import Path
from typing import Final

from tools.arguments import no_arguments

HERE: Final = Path(__file__).parent
PLACE: Final = "+45.5017-073.5673+035.000/"
PICTURE: Final = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=15:duration=1")
SOUND: Final = ("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=1")
H264: Final = ("-c:v", "libx264", "-profile:v", "baseline", "-pix_fmt", "yuv420p", "-crf", "40", "-g", "15")
AAC: Final = ("-c:a", "aac", "-b:a", "32k")
APPLE: Final = {
    "com.apple.quicktime.location.ISO6709": PLACE,
    "com.apple.quicktime.make": "Pomme",
    "com.apple.quicktime.model": "Pomme Phone 15",
    "com.apple.quicktime.creationdate": "2026-11-02T14:05:06-0500",
}


def ffmpeg(*arguments: str) -> None:
    """Run ffmpeg, quietly; what is there already is written anew."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], cwd=HERE, check=True)


def box(name: bytes, body: bytes) -> bytes:
    """Return one box of an ISO base media file."""
    return struct.pack(">I", 8 + len(body)) + name + body


def user_data() -> bytes:
    """Return what older phones write: place, maker and model, each as a QuickTime string."""
    told = {b"\xa9xyz": PLACE, b"\xa9mak": "Pomme", b"\xa9mod": "Pomme Phone 15"}
    texts = ((name, text.encode()) for name, text in told.items())
    return box(
        b"udta", b"".join(box(name, struct.pack(">HH", len(text), 0x15C7) + text) for name, text in texts)
    )


def with_user_data(film: bytes) -> bytes:
    """Put it into the last box of a film, which is its ``moov``."""
    at = film.rindex(b"moov") - 4
    (size,) = struct.unpack_from(">I", film, at)
    if at + size != len(film):
        message = "moov is not last"
        raise ValueError(message)
    return film[:at] + box(b"moov", film[at + 8 :] + user_data())


def iphone(name: str, *video: str) -> None:
    """Write a film as a phone does: held upright, with place and maker thrice, and a track of places."""
    (HERE / "places.srt").write_text(f"1\n00:00:00,000 --> 00:00:01,000\nGPS {PLACE}\n", "utf-8")
    ffmpeg(*PICTURE, *SOUND, "-i", "places.srt", *video, *AAC, "-c:s", "mov_text", "flat.mov")
    copied = ("-map", "0", "-c", "copy", "-metadata:s:v", "rotate=90", "-movflags", "use_metadata_tags")
    ffmpeg("-i", "flat.mov", *copied, *tags(), name)
    film = (HERE / name).read_bytes()
    if name == "iphone.mov":  # a track of timed metadata, as phones and action cameras write them
        film = film.replace(b"mhlrtext", b"mhlrmeta").replace(b"text", b"mebx")
    (HERE / name).write_bytes(with_user_data(film))
    for left in ("flat.mov", "places.srt"):
        (HERE / left).unlink()


def tags() -> tuple[str, ...]:
    """Return the phone's tags as arguments."""
    return tuple(part for key, value in APPLE.items() for part in ("-metadata", f"{key}={value}"))


def recorded() -> None:
    """Write WebM as a browser records it: a stream, whose length nobody knows."""
    vp8 = ("-c:v", "libvpx", "-b:v", "200k", "-deadline", "realtime", "-c:a", "libopus", "-b:a", "32k")
    ffmpeg(*PICTURE, *SOUND, *vp8, "-live", "1", "-cluster_time_limit", "500", "recorded.webm")
    ffmpeg(*SOUND, "-c:a", "libopus", "-b:a", "32k", "-live", "1", "voice.webm")
    ffmpeg(*SOUND, *AAC, "-movflags", "frag_keyframe+empty_moov+default_base_moof", "voice.mp4")
    fragments = ("-movflags", "frag_keyframe+empty_moov+default_base_moof")
    ffmpeg(*PICTURE, *SOUND, *H264, *AAC, *fragments, "fragments.mp4")


def told() -> None:
    """Write films whose streams tell of place and maker: between the pictures, and before the sound."""
    seen = f"086f3693-b7b3-4f2c-9653-21492feee5b8+{PLACE} Pomme Phone 15"
    between = ("-bsf:v", f"h264_metadata=sei_user_data='{seen}'")
    ffmpeg(*PICTURE, *H264, *between, "told.mp4")
    sound = ("-c:a", "libvorbis", "-metadata:s:a", f"place={PLACE}", "-metadata:s:a", "by=Pomme Phone 15")
    ffmpeg(*PICTURE, *SOUND, "-c:v", "libvpx", "-b:v", "100k", *sound, "told.webm")


def uneven() -> None:
    """Write a film as a phone does in a dark room: its pictures come when they can."""
    some = ("-vf", "select='lt(n,3)+eq(n,7)+gt(n,9)*not(mod(n,2))'", "-fps_mode", "vfr")
    ffmpeg(*PICTURE, *SOUND, *some, *H264, *AAC, "uneven.mp4")


def broken() -> None:
    """Write what must be refused, and what has no sound."""
    ffmpeg(*PICTURE, *H264, "silent.mp4")
    phone = (HERE / "iphone.mov").read_bytes()
    (HERE / "truncated.mov").write_bytes(phone[: len(phone) // 2])
    (HERE / "empty.mp4").write_bytes(b"")
    (HERE / "playlist.mp4").write_text("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n", "utf-8")
    ffmpeg("-i", "silent.mp4", "-c", "copy", "-movflags", "faststart", "cut.mp4")
    early = (HERE / "cut.mp4").read_bytes()
    (HERE / "cut.mp4").write_bytes(early[:-2000])
    ffmpeg(*PICTURE, "-c:v", "mpeg4", "-q:v", "20", "unknown.mp4")


def main() -> None:
    """Make all of them."""
    no_arguments(__doc__)
    iphone("iphone.mov", *H264)
    iphone(
        "iphone-hevc.mov",
        "-c:v",
        "libx265",
        "-x265-params",
        "log-level=error",
        "-crf",
        "40",
        "-tag:v",
        "hvc1",
    )
    recorded()
    told()
    uneven()
    broken()


if __name__ == "__main__":
    main()
