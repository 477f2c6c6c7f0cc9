# SPDX-License-Identifier: EUPL-1.2
"""A large film, chosen, sealed, sent and watched whole: little of it is ever in memory.

By ``./dev test --long`` with 2 GiB too. The figures stand in bench/README.md.
"""

import asyncio
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.e2e.bare import bare_chromium
from tests.e2e.memory import MIB, Peak, above_idle, forget_peak, held_mib, peak_mib
from tests.e2e.pane import Story
from tests.e2e.plain import watch_alone, whole
from tests.e2e.relays import Demo

#: Over what it holds at rest: a relay that serves nobody holds 100, the demonstration with its people 111.
MOST_SERVER_MIB: Final = 50
MOST_PAGE_MIB: Final = 300
#: Over what Chromium takes for the same film alone, whatever its size.
MOST_OURS_MIB: Final = 150
_ONCE_SECONDS: Final = 8
_BITS_A_SECOND: Final = 30_000_000
_LONG_SECONDS: Final = 3000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A film, and for how long it lasts."""

    path: Path
    seconds: float


def a_large_film(folder: Path, mib: int) -> Large:
    """Make a film of at least so many MiB: eight seconds at a steady rate, copied over and over."""
    once, whole = folder / "once.mp4", folder / "film.mp4"
    inputs = ["-f", "lavfi", "-i", f"testsrc2=size=640x360:rate=30:duration={_ONCE_SECONDS}"]
    inputs += ["-f", "lavfi", "-i", f"sine=duration={_ONCE_SECONDS}"]
    rate = [
        word for name in ("-b:v", "-minrate", "-maxrate", "-bufsize") for word in (name, str(_BITS_A_SECOND))
    ]
    coded = ["-c:v", "libx264", "-preset", "ultrafast", *rate, "-nal-hrd", "cbr", "-g", "30"]
    _ffmpeg([*inputs, *coded, "-pix_fmt", "yuv420p", "-c:a", "aac", str(once)])
    times = -(-mib * MIB // once.stat().st_size)
    _ffmpeg(["-stream_loop", str(times - 1), "-i", str(once), "-c", "copy", str(whole)])
    once.unlink()
    assert whole.stat().st_size >= mib * MIB * 0.99
    return Large(path=whole, seconds=times * _ONCE_SECONDS)


def _ffmpeg(arguments: list[str]) -> None:
    subprocess.run(["ffmpeg", "-nostdin", "-y", "-loglevel", "error", *arguments], check=True)


@pytest.mark.timeout(600)
async def test_a_large_film_takes_little_memory(relay: Demo, tmp_path: Path) -> None:
    """256 MiB, watched at twice their speed: the server takes at most 50 MiB, the page at most 300."""
    film = await asyncio.to_thread(a_large_film, tmp_path, 256)
    server, sending = await sent(relay, tmp_path / "camille", film)
    watching = await watch(tmp_path / "mediator", relay, film, speed=2)
    sys.stdout.write(f"\nMiB above idle: {server:.0f}, {sending.pages:.0f}, {watching.pages:.0f}\n")
    assert server <= MOST_SERVER_MIB
    assert sending.pages <= MOST_PAGE_MIB
    assert watching.pages <= MOST_PAGE_MIB


@pytest.mark.long
@pytest.mark.timeout(5400)
@pytest.mark.parametrize("mib", [256, 2048])
async def test_memory_is_flat_between_two_sizes(relay: Demo, tmp_path: Path, mib: int) -> None:
    """The same floors for both, watched as people watch, and what is ours beside Chromium's own share.

    Its own is what it takes at the same time for the same film from a plain server, in an empty page.
    """
    film = await asyncio.to_thread(a_large_film, tmp_path, mib)
    server, sending = await sent(relay, tmp_path / "camille", film)
    watching, alone = await asyncio.gather(
        watch(tmp_path / "mediator", relay, film, speed=1),
        watch_alone(tmp_path / "alone", film.path, speed=1),
    )
    said = f"server {server:.0f}, sending {sending.pages:.0f}, watching {watching.pages:.0f}"
    sys.stdout.write(f"\n{mib} MiB of film, MiB above idle: {said}, Chromium alone {alone.pages:.0f}\n")
    assert server <= MOST_SERVER_MIB
    assert max(sending.pages, watching.pages) <= MOST_PAGE_MIB
    assert watching.pages - alone.pages <= MOST_OURS_MIB


async def sent(relay: Demo, profile: Path, film: Large) -> tuple[float, Peak]:
    """Give the film; return what the server and the page held above idle."""
    before = held_mib(relay.process.pid)
    forget_peak(relay.process.pid)  # the demonstration stretched its people's words, as devices do
    sending = await send(profile, relay, film)
    return peak_mib(relay.process.pid) - before, sending


async def send(profile: Path, relay: Demo, film: Large) -> Peak:
    """Choose the film and give it; return what the page held above idle."""
    async with bare_chromium(profile) as pane:
        story = Story(pane, "en")
        await story.by_link(relay.ways["victim"], private=True)
        await story.press("home-film")
        await story.says("film-file-label")
        async with above_idle(profile) as peak:
            await pane.choose_file(film.path)
            await story.says("film-look-title")
            await story.press("give-go")
            await story.says("state-submitted", patience_seconds=_LONG_SECONDS)
    return peak


async def watch(profile: Path, relay: Demo, film: Large, *, speed: float) -> Peak:
    """Open the film at the desk and watch it to its end; return what the page held above idle."""
    async with bare_chromium(profile) as pane:
        story = Story(pane, "en")
        await story.by_link(relay.ways["mediator"])
        await open_newest(story)
        async with above_idle(profile) as peak:
            await story.press("player-open-video")
            await story.until("document.querySelector('main video') !== null")
            seconds = await whole(pane, speed=speed)
    assert abs(seconds - film.seconds) < 1
    return peak


async def open_newest(story: Story) -> None:
    """Open what came last at the desk."""
    await story.open_from("desk-state-submitted")
    await story.press("review-open")
