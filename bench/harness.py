# SPDX-License-Identifier: EUPL-1.2
"""Peers as processes, rounds that take turns, and what the kernel says they used."""

import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number of ours beside a peer's, from the same rounds.

    ``ratio`` is the median of the rounds' own ratios, ours ÷ the peer's.
    """

    id: str
    what: str
    peer: str
    unit: str
    ours: float
    theirs: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Peer:
    """A running server: where it listens, and its process."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """Return the time that its threads have been on a processor so far, to the nanosecond.

        The kernel's clock ticks (10 ms) are too coarse for a peer that needs a few of them a round.
        """
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def peak_mib(self) -> float:
        """Return the highest resident size since ``forget_peak``."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        kib = next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]
        return int(kib) / 1024

    def forget_peak(self) -> None:
        """Start the peak anew from what is resident now."""
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def stop(self) -> None:
        """End the process, by its own id."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def free_port() -> int:
    """Return a loopback port that nobody holds just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(
    name: str, arguments: Sequence[str], *, port: int, log: Path, program: str = sys.executable
) -> Peer:
    """Start a server, in Python unless another ``program`` is named, and wait until it answers on ``port``.

    Raises:
        RuntimeError: it ended, or did not answer in a minute; its log says why.
    """
    with log.open("wb") as sink:
        process = subprocess.Popen([program, *arguments], stdout=sink, stderr=sink)
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Peer(name, port, process)
        time.sleep(0.05)
    process.kill()
    raise RuntimeError(f"{name} did not start:\n{log.read_text()[-2000:]}")


def rounds(what: Mapping[str, Callable[[], float]], *, reps: int) -> dict[str, list[float]]:
    """Run each of ``what`` once a round, taking turns, ``reps`` rounds."""
    found: dict[str, list[float]] = {name: [] for name in what}
    for _ in range(reps):
        for name, run in what.items():
            found[name].append(run())
    return found


def compare(found: Mapping[str, list[float]], *, id_: str, what: str, peer: str, unit: str) -> Figure:
    """Return ours beside ``peer``'s as medians, and the median of the rounds' ratios."""
    ours, theirs = found["ours"], found[peer]
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Figure(
        id=id_,
        what=what,
        peer=peer,
        unit=unit,
        ours=statistics.median(ours),
        theirs=statistics.median(theirs),
        ratio=statistics.median(ratios),
    )
