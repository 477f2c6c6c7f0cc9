# SPDX-License-Identifier: EUPL-1.2
"""Debian's WebKitGTK, driven over WebDriver on a screen of its own."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp

from tests.e2e.relays import free_port

_BROWSER: Final = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
_START_SECONDS: Final = 60.0


class WebKit:
    """One window of MiniBrowser."""

    def __init__(self, http: aiohttp.ClientSession, session: str) -> None:
        """Take a WebDriver session's address."""
        self._http = http
        self._session = session

    async def open(self, address: str) -> None:
        """Load an address."""
        await ask(self._http, f"{self._session}/url", {"url": "about:blank"})
        await ask(self._http, f"{self._session}/url", {"url": address})

    async def run(self, script: str) -> Any:
        """Evaluate an expression in the page and return its value."""
        wrapped = (
            f"const done = arguments[0]; Promise.resolve({script}).then(done, (error) => done(String(error)))"
        )
        return await ask(self._http, f"{self._session}/execute/async", {"script": wrapped, "args": []})

    async def choose_file(self, path: Path) -> None:
        """Choose a file in the page's one file field."""
        asked = {"using": "css selector", "value": "input[type=file]"}
        found = await ask(self._http, f"{self._session}/element", asked)
        (field,) = found.values()
        await ask(self._http, f"{self._session}/element/{field}/value", {"text": str(path)})

    async def end(self) -> None:
        """Close the window."""
        async with self._http.delete(self._session):
            pass


async def ask(http: aiohttp.ClientSession, address: str, body: dict[str, Any]) -> Any:
    """Send one WebDriver command and return its value."""
    async with http.post(address, data=json.dumps(body)) as answer:
        value = (await answer.json(content_type=None))["value"]
        assert answer.status == 200, value
        return value


@asynccontextmanager
async def webkit() -> AsyncGenerator[WebKit]:
    """Run MiniBrowser under a virtual screen for as long as the block lasts."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
    assert driver, "needs Debian's package webkit2gtk-driver"
    assert screen, "needs Debian's package xvfb"
    port = free_port()
    process = _start([screen, "-a", driver, f"--port={port}"])
    try:
        async with aiohttp.ClientSession() as http:
            session = await _session(http, f"http://127.0.0.1:{port}")
            yield session
            await session.end()
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # xvfb-run, its screen, the driver and the browser
        process.wait(20)


async def _session(http: aiohttp.ClientSession, driver: str) -> WebKit:
    options = {"binary": _BROWSER, "args": ["--automation"]}
    wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
    for _ in range(int(_START_SECONDS * 2)):
        try:
            made = await ask(http, f"{driver}/session", wanted)
        except aiohttp.ClientError:
            await asyncio.sleep(0.5)
            continue
        return WebKit(http, f"{driver}/session/{made['sessionId']}")
    raise AssertionError("WebKitWebDriver did not answer")


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    sink = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=sink, stderr=sink, start_new_session=True)
