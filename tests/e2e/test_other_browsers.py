# SPDX-License-Identifier: EUPL-1.2
"""The letter story in Firefox ESR and in WebKitGTK: one window, one role after the other."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final, Protocol

from tests.e2e.acts import CHECKS
from tests.e2e.firefox import firefox
from tests.e2e.relays import Demo, Way
from tests.e2e.say import Language, say
from tests.e2e.webkit import webkit

LETTER: Final = "Bonjour,\n\nJe pense encore au mot zymurgie."
NOTE: Final = "Une page. quintessence."
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


class Story:
    """Acts in one pane, each repeated until the page lets it happen."""

    def __init__(self, pane: Pane, language: Language) -> None:
        """Take a pane whose pages speak ``language``."""
        self._pane = pane
        self._language: Language = language

    async def until(self, act: str) -> None:
        """Try ``act``, a call of the library, until it is true."""
        waited = 0.0
        while not await self._pane.run(f"(() => {{ {_LIBRARY}; return {act} }})()"):
            assert waited < _PATIENCE_SECONDS, f"{act}\n{await self._pane.run('document.body.innerText')}"
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

    async def says(self, key: str) -> None:
        """Wait until the page says ``key``."""
        await self.until(f"sees({self._words(key)})")

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

    async def by_link(self, way: Way) -> None:
        """Sign in by a one-time link."""
        await self._pane.open(way.link)
        await self.choose("device-shared")
        await self.press("sign-in-go")

    async def by_words(self, way: Way) -> None:
        """Sign in by account number and six words."""
        await self._pane.open(way.origin)
        await self.press("start-sign-in")
        await self.fill("sign-in-account", way.account or "")
        await self.fill("sign-in-words", way.words or "")
        await self.choose("device-shared")
        await self.press("sign-in-go")

    def _words(self, key: str, **given: object) -> str:
        return json.dumps(" ".join(say(self._language, key, **given).split()))


async def _letter_story(story: Story, relay: Demo, language: Language) -> None:
    within = say(language, "side-within-responsible")
    await story.by_link(relay.ways["victim"])
    await story.press("home-write")
    await story.fill("write-label", LETTER)
    await story.press("write-continue")
    await story.press("give-go")
    await story.says("state-submitted")

    await story.by_link(relay.ways["mediator"])
    await story.open_from("desk-state-submitted")
    await story.press("review-open")
    await story.sees("zymurgie")
    await story.press("decide-claim")
    await story.press("decide-approve")
    for check in CHECKS:
        await story.choose(f"check-{check}")
    await story.press("approve-go")
    await story.press("approve-yes", side=within)
    await story.press("decide-offer")
    await story.fill("offer-note", NOTE, side=within)
    await story.press("offer-yes")
    await story.says("decided-done")

    await story.by_link(relay.ways["responsible"])
    await story.press("home-offered-open")
    await story.sees("quintessence")
    await story.press("offered-ready")
    await story.says("offered-is-ready")

    await story.by_words(relay.ways["mediator"])
    await story.open_from("desk-state-offered-ready")
    await story.press("review-open")
    await story.press("decide-release")
    await story.press("release-yes")
    await story.says("decided-done")

    await story.by_words(relay.ways["responsible"])
    await story.read_until("zymurgie")


async def test_the_letter_story_in_firefox_esr(relay: Demo, tmp_path: Path) -> None:
    """Written, reviewed, offered and read in Firefox."""
    profile = tmp_path / "profile"
    profile.mkdir()
    async with firefox(profile) as pane:
        await _letter_story(Story(pane, "fr"), relay, "fr")


async def test_the_letter_story_in_webkitgtk(relay: Demo) -> None:
    """Written, reviewed, offered and read in WebKit."""
    async with webkit() as pane:
        await _letter_story(Story(pane, "en"), relay, "en")
