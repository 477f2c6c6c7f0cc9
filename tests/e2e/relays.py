# SPDX-License-Identifier: EUPL-1.2
"""A demonstration relay as its own process: its links, its folder, its log."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_START_SECONDS: Final = 90.0
_LINK: Final = re.compile(r"(http://(?:(\w+)\.)?localhost:\d+)/(#\S+)")
_KEY: Final = re.compile(r"ey file (\S+), words (.+)")
MANAGER: Final = "manager"
_WORDS: Final = re.compile(r"account (\w{8}), words (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in that the table printed."""

    origin: str
    fragment: str
    account: str | None
    words: str | None
    keys: tuple[tuple[str, str], ...] = ()  # a manager's: the path of each key file, and its words

    @property
    def link(self) -> str:
        """The whole link."""
        return f"{self.origin}/{self.fragment}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """A running demonstration."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    output: Path
    ways: dict[str, Way]


def free_port() -> int:
    """Return a loopback port that nobody holds just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def demo(folder: Path) -> Generator[Demo]:
    """Run ``relay demo`` for as long as the block lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    with _running(folder, free_port()) as running:
        yield running


@contextlib.contextmanager
def killed_and_started(before: Demo) -> Generator[Demo]:
    """Kill a demonstration without warning, and run it again from what its folder kept."""
    before.process.kill()
    before.process.wait(20)
    with _running(before.folder.parent, before.port) as running:
        yield running


@contextlib.contextmanager
def _running(folder: Path, port: int) -> Generator[Demo]:
    output, data = folder / "printed.txt", folder / "data"
    own = ["--port", str(port), "--folder", str(data), "--undo-seconds", "0"]
    with output.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "relay.cli", "demo", *own], stdout=sink, stderr=subprocess.STDOUT
        )
    try:
        ways = _ways(process, output)
        yield Demo(process=process, port=port, folder=data, output=output, ways=ways)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _ways(process: subprocess.Popen[bytes], output: Path) -> dict[str, Way]:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        text = output.read_text("utf-8")
        if "Ready after" in text:
            return {way[0]: way[1] for way in _read(text)}
        time.sleep(0.1)
    raise AssertionError(f"the demonstration did not start:\n{output.read_text('utf-8')}")


def _read(text: str) -> Iterator[tuple[str, Way]]:
    for block in text.split("\n\n"):
        link, known = _LINK.search(block), _WORDS.search(block)
        if link is not None:
            yield (
                link[2] or MANAGER,
                Way(
                    origin=link[1],
                    fragment=link[3],
                    account=known[1] if known else None,
                    words=known[2].strip() if known else None,
                    keys=tuple((found[1], found[2].strip()) for found in _KEY.finditer(block)),
                ),
            )
