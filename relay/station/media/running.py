# SPDX-License-Identifier: EUPL-1.2
"""ffmpeg at work: started, watched, and stopped with everything that it started.

Nothing that it prints is believed beyond a few numbers, and nothing of it is shown: it could be the film's
own words.
"""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from relay.errors import (
    MediaBrokenError,
    MediaCodecError,
    MediaTooLargeError,
    MediaTooSlowError,
    MediaUnknownError,
    RelayError,
)
from relay.station.media.limits import Run
from relay.station.media.sandbox import Walls, walled

_KEPT_BYTES: Final = 65_536
_LINE_BYTES: Final = 4_096
_READ_BYTES: Final = 65_536
_US: Final = 1_000_000
_LEAST_SHARE: Final = 0.05  # before, what starting took would be taken for the pace
_OUT_OF_CPU: Final = (signal.SIGXCPU, signal.SIGKILL)
_OUT_OF_ROOM: Final = (signal.SIGXFSZ,)

# What ffmpeg says, in every version since 5.1, where its exit code says nothing.
_SIGNS: Final[tuple[tuple[bytes, type[RelayError]], ...]] = (
    (b"not on whitelist", MediaUnknownError),
    (b"Invalid data found when processing input", MediaUnknownError),
    (b"File too large", MediaTooLargeError),
    (b"Cannot allocate memory", MediaTooLargeError),
    (b"Picture size", MediaTooLargeError),
    (b"matches no streams", MediaCodecError),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is: a share of the whole from 0 to 1, and seconds still to go, None as long as unknown."""

    share: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: its exit code, the end of what it said, and the place in the film that it reached."""

    code: int
    said: bytes
    reached_us: int


Watch = Callable[[Progress], None]


async def run(
    asked: Run, walls: Walls, *, duration_seconds: float | None = None, watch: Watch | None = None
) -> Ended:
    """Run a program inside ``walls`` to its end.

    Args:
        asked: what to run, over which file, within which limits.
        walls: as ``find_walls`` found them.
        duration_seconds: of the film, for the progress.
        watch: told of each step. Cancelling the call stops the program.

    Raises:
        MediaTooSlowError: its time was over.
        OSError: it could not be started.
    """
    with walled(asked, walls) as line:
        started = await asyncio.create_subprocess_exec(
            *line.command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            pass_fds=line.files,
            start_new_session=True,
            env={"LANG": "C.UTF-8"},
            cwd="/",
        )
        try:
            async with asyncio.timeout(asked.limits.wall_seconds):
                clock = _Clock(duration_seconds, watch)
                said, _, code = await asyncio.gather(
                    _end_of(_reader(started.stderr)), clock.follow(_reader(started.stdout)), started.wait()
                )
        except TimeoutError as late:
            raise MediaTooSlowError(f"stopped after {asked.limits.wall_seconds:.0f} s") from late
        finally:
            await _stop(started)
    return Ended(code=code, said=said, reached_us=clock.reached_us)


async def work(
    asked: Run, walls: Walls, *, duration_seconds: float | None = None, watch: Watch | None = None
) -> Ended:
    """As ``run``, for a program that is to succeed and to leave something in its file.

    Raises:
        RelayError: it did not; which one says why.
    """
    ended = await run(asked, walls, duration_seconds=duration_seconds, watch=watch)
    made = asked.writes.stat().st_size if asked.writes else None
    if made is not None and made >= asked.limits.output_bytes:
        raise MediaTooLargeError(f"more than {asked.limits.output_bytes} bytes")
    if ended.code or made == 0:
        raise why(ended)
    return ended


def why(ended: Ended) -> RelayError:
    """Return the refusal for a run that failed."""
    facts = f"ended with {ended.code}"
    died = -ended.code if ended.code < 0 else ended.code - 128
    if died in _OUT_OF_CPU:
        return MediaTooSlowError(facts)
    if died in _OUT_OF_ROOM:
        return MediaTooLargeError(facts)
    found = next((kind for sign, kind in _SIGNS if sign in ended.said), MediaBrokenError)
    return found(facts)


class _Clock:
    """Reads ``-progress``: lines of ``key=value``, of which one is a place in the film."""

    def __init__(self, duration_seconds: float | None, watch: Watch | None) -> None:
        self._duration = duration_seconds
        self._watch = watch
        self._began = time.monotonic()
        self.reached_us = 0

    async def follow(self, reader: asyncio.StreamReader) -> None:
        """Read to the end, whatever comes."""
        rest = b""
        while piece := await reader.read(_READ_BYTES):
            *lines, rest = (rest + piece).split(b"\n")
            rest = rest[:_LINE_BYTES]
            for line in lines:
                self._read(line)

    def _read(self, line: bytes) -> None:
        name, _, value = line.strip().partition(b"=")
        if name == b"out_time_us" and value.isdigit() and len(value) < len(str(2**63)):
            self.reached_us = max(self.reached_us, int(value))
            self._tell()

    def _tell(self) -> None:
        if self._watch and self._duration:
            share = min(1.0, self.reached_us / _US / self._duration)
            took = time.monotonic() - self._began
            left = took * (1 - share) / share if share >= _LEAST_SHARE else None
            self._watch(Progress(share=share, seconds_left=left))


def _reader(stream: asyncio.StreamReader | None) -> asyncio.StreamReader:
    if stream is None:
        raise ValueError("started without a pipe")
    return stream


async def _end_of(reader: asyncio.StreamReader) -> bytes:
    """Return the last 64 KiB of what is said; the rest is forgotten as it comes."""
    kept = b""
    while piece := await reader.read(_READ_BYTES):
        kept = (kept + piece)[-_KEPT_BYTES:]
    return kept


async def _stop(started: asyncio.subprocess.Process) -> None:
    """End the process and what it started; its pipes end when the last of them is gone."""
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    # Read first: asyncio's wait ends only when its pipes do, and a full pipe is not read by itself.
    await asyncio.gather(*(_end_of(_reader(stream)) for stream in (started.stdout, started.stderr)))
    await started.wait()
