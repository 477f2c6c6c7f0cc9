# SPDX-License-Identifier: EUPL-1.2
"""A long recording that nobody touches: sealed every second, in a memory that stays flat, and watched whole.

By ``./dev test --long`` alone. The figures stand in bench/README.md.
"""

import asyncio
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

import pytest

from tests.e2e.bare import Chromium, bare_chromium
from tests.e2e.films import KEPT
from tests.e2e.memory import pages_mib
from tests.e2e.pane import Story
from tests.e2e.plain import whole
from tests.e2e.relays import Demo
from tests.e2e.test_large_films import open_newest

MINUTES: Final = 12
#: From the third and fourth minute to the last two.
MOST_GROWN_MIB: Final = 20
_MINUTE_SECONDS: Final = 60
_LOOK_SECONDS: Final = 5.0
_SPEED: Final = 8
_LONG_SECONDS: Final = 900.0
CAMERA: Final = ("--use-fake-device-for-media-stream=fps=10", "--use-fake-ui-for-media-stream")


@pytest.mark.long
@pytest.mark.timeout(3600)
async def test_a_long_recording_takes_no_more_memory_than_a_short_one(relay: Demo, tmp_path: Path) -> None:
    """On a shared device, where five minutes without a sign of life end a session: being filmed is one."""
    recorded, grown = await record(tmp_path / "camille", relay)
    sys.stdout.write(f"\n{recorded:.0f} s recorded, {grown:.0f} MiB grown\n")
    assert await watch(tmp_path / "mediator", relay) == pytest.approx(recorded, abs=3)
    assert grown <= MOST_GROWN_MIB


async def record(profile: Path, relay: Demo) -> tuple[float, float]:
    """Record, and give it; return for how many seconds, and by how many MiB the page grew over the time."""
    async with bare_chromium(profile, *CAMERA) as pane:
        story = Story(pane, "en")
        await story.by_link(relay.ways["victim"])
        for key in ("home-film", "film-video"):
            await story.press(key)
        await story.says("film-heard")
        await story.press("film-start")
        await story.says("film-recording")
        begun = time.monotonic()
        held = [await _held_through(pane, profile) for _ in range(MINUTES)]
        await story.press("film-stop")
        seconds = time.monotonic() - begun
        await story.says("film-look-title", patience_seconds=_LONG_SECONDS)
        await story.press("give-go")
        await story.says("home-title", patience_seconds=_LONG_SECONDS)
    return seconds, median(held[-2] + held[-1]) - median(held[2] + held[3])


async def _held_through(pane: Chromium, profile: Path) -> list[float]:
    """Let a minute pass; return what the page held every five seconds, and see that slices are kept."""
    held: list[float] = []
    until = time.monotonic() + _MINUTE_SECONDS
    while time.monotonic() < until:
        kept = await pane.run(KEPT)
        await asyncio.sleep(_LOOK_SECONDS)
        assert await pane.run(KEPT) > kept
        held.append(await asyncio.to_thread(pages_mib, profile))
    return held


async def watch(profile: Path, relay: Demo) -> float:
    """Open it at the desk and watch it to its end; return how long it is."""
    async with bare_chromium(profile) as pane:
        story = Story(pane, "en")
        await story.by_link(relay.ways["mediator"])
        await open_newest(story)
        await story.press("player-open-video")
        await story.until("document.querySelector('main video') !== null")
        return await whole(pane, speed=_SPEED)
