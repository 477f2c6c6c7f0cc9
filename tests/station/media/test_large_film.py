# SPDX-License-Identifier: EUPL-1.2
"""A large film at a station: fetched, opened, sealed and sent piece by piece, in a memory that stays flat.

By ``./dev test --long`` alone. The figures stand in bench/README.md.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import pytest

from relay.station.media import renditions
from relay.station.media.commands import MP4
from relay.station.media.probing import Bench
from relay.station.media.rendering import Made
from relay.station.media.renditions import Asked, Worker, make_and_give
from relay.station.media.running import Watch
from relay.station.media.wanted import Wanted
from tests.e2e.films import Cinema, cinema, give_film, part
from tests.e2e.memory import forget_peak, held_mib, peak_mib
from tests.e2e.test_large_films import Large, a_large_film
from tests.station.media.benches import bench

#: A station and the relay that it asks, in one process, over what they held before.
MOST_MIB: Final = 64


@pytest.mark.long
@pytest.mark.filterwarnings("ignore:Sending a large body")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("mib", [64, 256])
async def test_a_large_film_takes_little_of_a_stations_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mib: int
) -> None:
    """A picture of it by ffmpeg; then all of it sealed anew and sent, as if ffmpeg had copied it."""
    async with cinema(tmp_path / "relay") as here:
        film = await asyncio.to_thread(a_large_film, tmp_path, mib)
        message = await give_film(here, [part(MP4, film.path.read_bytes(), seconds=film.seconds)])
        still = await taken(here, message, Wanted(kind="poster"))
        monkeypatch.setattr(renditions, "render", _copied(film))
        whole = await taken(here, message, Wanted(kind="watchable"))
    sys.stdout.write(f"\n{mib} MiB of film: {still:.0f} MiB for a picture of it, {whole:.0f} for a copy\n")
    assert max(still, whole) <= MOST_MIB


async def taken(here: Cinema, message: str, wanted: Wanted) -> float:
    """Have something made and sent; return by how many MiB this process grew meanwhile."""
    desk = here.mediator
    worker = Worker(client=desk.client, keyring=desk.keyring, believed=desk.believed, bench=bench())
    before = held_mib(os.getpid())
    forget_peak(os.getpid())
    await make_and_give(worker, Asked(message=message, wanted=wanted), watch=lambda _: None)
    return peak_mib(os.getpid()) - before


def _copied(film: Large) -> Callable[..., Awaitable[tuple[Made, ...]]]:
    """Return a rendering that finds the film good as it is: no test encodes so much."""

    async def render(_: Bench, source: Path, __: Wanted, *, watch: Watch | None = None) -> tuple[Made, ...]:
        return (Made(type=MP4, path=source, duration_ms=round(film.seconds * 1000)),)

    return render
