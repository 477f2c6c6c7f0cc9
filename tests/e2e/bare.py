# SPDX-License-Identifier: EUPL-1.2
"""Debian's Chromium with a profile on the disk, and nothing of the network watched.

A driver that watches the network keeps up to hundreds of MiB of what passed in the page's own process,
and a window without a profile keeps private files in memory: neither is so where a person sits.
"""

import asyncio
import json
import re
import shutil
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp

from tests.e2e.browsers import SWITCHES

_LISTENING: Final = re.compile(r"DevTools listening on ws://([^/]+)/")
_START_SECONDS: Final = 60.0
_LOADED: Final = (
    "document.readyState === 'complete' || new Promise((go) => addEventListener('load', go, { once: true }))"
    ".then(() => true)"
)


class Chromium:
    """One tab of a headless Chromium, told to load, to evaluate, and to choose a file."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take a tab's open socket."""
        self._socket = socket
        self._last = 0

    async def open(self, address: str) -> None:
        """Load an address."""
        for step in ("about:blank", address):
            await self._ask("Page.navigate", url=step)
            await self.run(_LOADED)

    async def run(self, script: str) -> Any:
        """Evaluate an expression in the page and return its value."""
        answer = await self._ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def choose_file(self, path: Path) -> None:
        """Choose a file in the page's one file field."""
        script = "document.querySelector('input[type=file]')"
        field = await self._ask("Runtime.evaluate", expression=script, returnByValue=False)
        await self._ask("DOM.setFileInputFiles", files=[str(path)], objectId=field["result"]["objectId"])

    async def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        await self._socket.send_json({"id": self._last, "method": method, "params": parameters})
        while True:
            message = await self._socket.receive_json()
            if message.get("id") == self._last:
                assert "error" not in message, message
                return message["result"]


@asynccontextmanager
async def bare_chromium(profile: Path) -> AsyncGenerator[Chromium]:
    """Run Chromium with a profile for as long as the block lasts."""
    path = shutil.which("chromium")
    assert path, "needs Debian's package chromium"
    profile.mkdir(exist_ok=True)
    log = profile / "printed.txt"
    process = _start([path, *SWITCHES, f"--user-data-dir={profile}"], log)
    try:
        address = await _address(log, process)
        async with aiohttp.ClientSession() as http:
            async with http.get(f"http://{address}/json/list") as answer:
                tabs = json.loads(await answer.text())
            tab = next(tab for tab in tabs if tab["type"] == "page")
            async with http.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=1 << 24) as socket:
                yield Chromium(socket)
    finally:
        process.terminate()
        process.wait(20)


async def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    for _ in range(int(_START_SECONDS * 10)):
        found = _LISTENING.search(log.read_text("utf-8", errors="replace"))
        if found is not None:
            return found[1]
        assert process.poll() is None, log.read_text("utf-8", errors="replace")
        await asyncio.sleep(0.1)
    raise AssertionError("Chromium did not start")


def _start(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    switches = ["--headless=new", "--remote-debugging-port=0", "--autoplay-policy=no-user-gesture-required"]
    with log.open("wb") as sink:
        return subprocess.Popen([*command, *switches, "about:blank"], stdout=sink, stderr=sink)
