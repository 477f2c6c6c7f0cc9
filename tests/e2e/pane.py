# SPDX-License-Identifier: EUPL-1.2
"""A browser's window that is only told to load and to evaluate, and acts in it by what people read."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final, Protocol

from tests.e2e.relays import Way
from tests.e2e.say import Language, say

_PATIENCE_SECONDS: Final = 60.0

_LIBRARY: Final = Path(__file__).with_name("library.js").read_text("utf-8")


class Pane(Protocol):
    """A browser's window, as little of it as is needed."""

    async def open(self, address: str) -> None:
        """Load an address."""
        ...

    async def run(self, script: str) -> Any:
        """Evaluate an expression."""
        ...


class FilePane(Pane, Protocol):
    """One in which a file can be chosen, too."""

    async def choose_file(self, path: Path) -> None:
        """Choose a file in the page's one file field."""
        ...


class Story:
    """Acts in one pane, each repeated until the page lets it happen."""

    def __init__(self, pane: Pane, language: Language) -> None:
        """Take a pane whose pages speak ``language``."""
        self._pane = pane
        self._language: Language = language

    async def until(self, act: str, *, patience_seconds: float = _PATIENCE_SECONDS) -> None:
        """Try ``act``, a call of the library, until it is true."""
        waited = 0.0
        while not await self._pane.run(f"(() => {{ {_LIBRARY}; return {act} }})()"):
            assert waited < patience_seconds, f"{act}\n{await self._pane.run('document.body.innerText')}"
            await asyncio.sleep(0.2)
            waited += 0.2

    async def press(self, key: str, **given: object) -> None:
        """Press what says ``key``."""
        await self.until(f"press({self._words(key, **given)})")

    async def choose(self, key: str) -> None:
        """Tick or choose what is labelled ``key``."""
        await self.until(f"choose({self._words(key)})")

    async def fill(self, key: str, value: str, **given: object) -> None:
        """Write into the field labelled ``key``."""
        await self.until(f"fill({self._words(key, **given)}, {json.dumps(value)})")

    async def sees(self, text: str) -> None:
        """Wait until the page shows ``text``."""
        await self.until(f"sees({json.dumps(text)})")

    async def says(self, key: str, *, patience_seconds: float = _PATIENCE_SECONDS) -> None:
        """Wait until the page says ``key``."""
        await self.until(f"sees({self._words(key)})", patience_seconds=patience_seconds)

    async def open_from(self, state: str) -> None:
        """Open the last entry of a list that says ``state``."""
        await self.until(f"openFrom({self._words(state)})")

    async def read_until(self, word: str) -> None:
        """Open what was shared, one letter after the other, until one says ``word``."""
        for _ in range(3):  # what has been opened moves down the page
            await self.press("home-received-open")
            await self.press("read-whole")
            await self.says("read-after-title")
            if await self._pane.run(f"document.body.innerText.includes({json.dumps(word)})"):
                return
            await self.press("title")
        raise AssertionError(f"no letter says {word}")

    async def by_link(self, way: Way, *, private: bool = False) -> None:
        """Sign in by a one-time link."""
        await self._pane.open(way.link)
        await self.choose("device-mine" if private else "device-shared")
        await self.press("sign-in-go")

    async def by_words(self, way: Way, *, private: bool = False) -> None:
        """Sign in by account number and six words."""
        await self._pane.open(way.origin)
        await self.press("start-sign-in")
        await self.fill("sign-in-account", way.account or "")
        await self.fill("sign-in-words", way.words or "")
        await self.choose("device-mine" if private else "device-shared")
        await self.press("sign-in-go")

    def _words(self, key: str, **given: object) -> str:
        return json.dumps(" ".join(say(self._language, key, **given).split()))
