# SPDX-License-Identifier: EUPL-1.2
"""What a page asks for, and when it is done with it: so that no test waits for a clock."""

import asyncio
from typing import Final

from playwright.async_api import Page, Request, Response

_PATIENCE_SECONDS: Final = 30.0
#: A page has come to rest when it drew so many times in a row without changing, and no button is busy.
_STILL: Final = """() => new Promise((rest) => {
  let still = 0
  const changes = new MutationObserver(() => { still = 0 })
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const drawn = () => {
    still = document.querySelector("[aria-disabled=true]") ? 0 : still + 1
    if (still < 6) return requestAnimationFrame(drawn)
    changes.disconnect()
    rest()
  }
  requestAnimationFrame(drawn)
})"""


class Traffic:
    """The requests of one page whose address has ``of`` in it, from now on."""

    def __init__(self, page: Page, *, of: str = "") -> None:
        """Listen."""
        self._page, self._of = page, of
        self._under_way: set[Request] = set()
        self._bytes = 0
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("requestfinished", self._over)
        page.on("requestfailed", self._over)

    def _asked(self, request: Request) -> None:
        if self._of in request.url:
            self._under_way.add(request)

    def _over(self, request: Request) -> None:
        self._under_way.discard(request)

    def _answered(self, response: Response) -> None:
        if self._of in response.url:
            self._bytes += int(response.headers.get("content-length", "0"))

    def taken(self) -> int:
        """Return the bytes of all answers since this was asked before."""
        taken, self._bytes = self._bytes, 0
        return taken

    async def over(self) -> None:
        """Wait until the page has drawn what it had to, and waits for no answer."""
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await self._page.evaluate(_STILL)
            while self._under_way:
                await asyncio.sleep(0.02)
                await self._page.evaluate(_STILL)
