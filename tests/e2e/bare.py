# SPDX-License-Identifier: EUPL-1.2
"""Debian's Chromium with a profile on the disk, and nothing of the network watched.

A driver that watches the network keeps up to hundreds of MiB of what passed in the page's own process,
and a window without a profile keeps private files in memory: neither is so where a person sits.
"""

import json
import re
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp

from tests.e2e.browsers import SWITCHES
from tests.e2e.listening import listening

_LISTENING: Final = re.compile(r"DevTools listening on ws://([^/]+)/")
_DRIVEN: Final = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--autoplay-policy=no-user-gesture-required",
)
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
async def bare_chromium(profile: Path, *switches: str) -> AsyncGenerator[Chromium]:
    """Run Chromium with a profile for as long as the block lasts, with what further switches it needs."""
    path = shutil.which("chromium")
    assert path, "needs Debian's package chromium"
    profile.mkdir(exist_ok=True)
    log = profile / "printed.txt"
    command = [path, *SWITCHES, f"--user-data-dir={profile}", *_DRIVEN, *switches, "about:blank"]
    async with listening(command, log, _LISTENING) as address, aiohttp.ClientSession() as http:
        async with http.get(f"http://{address}/json/list") as answer:
            tabs = json.loads(await answer.text())
        tab = next(tab for tab in tabs if tab["type"] == "page")
        async with http.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=1 << 24) as socket:
            yield Chromium(socket)
