# SPDX-License-Identifier: EUPL-1.2
"""Debian's Firefox ESR, driven over WebDriver BiDi: Debian has no geckodriver, and none is needed."""

import re
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp

from tests.e2e.listening import listening

_LISTENING: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_MAX_MESSAGE_BYTES: Final = 1 << 24


class Firefox:
    """One tab of a headless Firefox."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take an open BiDi socket."""
        self._socket = socket
        self._last = 0
        self._tab = ""

    async def begin(self) -> None:
        """Start a session and take its first tab."""
        await self._ask("session.new", capabilities={})
        tree = await self._ask("browsingContext.getTree")
        self._tab = tree["contexts"][0]["context"]

    async def open(self, address: str) -> None:
        """Load an address in the tab."""
        await self._ask("browsingContext.navigate", context=self._tab, url="about:blank", wait="complete")
        await self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    async def run(self, script: str) -> Any:
        """Evaluate an expression in the page and return its value: text, number, truth or nothing."""
        answer = await self._ask(
            "script.evaluate", expression=script, target={"context": self._tab}, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    async def choose_file(self, path: Path) -> None:
        """Choose a file in the page's one file field."""
        target = {"context": self._tab}
        script = "document.querySelector('input[type=file]')"
        found = await self._ask("script.evaluate", expression=script, target=target, awaitPromise=False)
        field = {"sharedId": found["result"]["sharedId"]}
        await self._ask("input.setFiles", context=self._tab, element=field, files=[str(path)])

    async def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        await self._socket.send_json({"id": self._last, "method": method, "params": parameters})
        while True:
            message = await self._socket.receive_json()
            if message.get("id") == self._last:
                assert message["type"] == "success", message
                return message["result"]


@asynccontextmanager
async def firefox(folder: Path) -> AsyncGenerator[Firefox]:
    """Run Firefox with a new profile for as long as the block lasts."""
    path = shutil.which("firefox-esr")
    assert path, "needs Debian's package firefox-esr"
    (folder / "user.js").write_text('user_pref("intl.accept_languages", "fr-CA,fr");\n', "utf-8")
    command = [path, "--headless", "--remote-debugging-port", "0", "--profile", str(folder), "--no-remote"]
    log = folder / "printed.txt"
    async with (
        listening(command, log, _LISTENING) as address,
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{address}/session", max_msg_size=_MAX_MESSAGE_BYTES) as socket,
    ):
        tab = Firefox(socket)
        await tab.begin()
        yield tab
