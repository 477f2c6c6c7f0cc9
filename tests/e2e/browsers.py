# SPDX-License-Identifier: EUPL-1.2
"""Debian's Chromium, one context a person, and everything that leaves each of them."""

import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    async_playwright,
    expect,
)

from tests.e2e.say import Language

SWITCHES: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP: Final = (1280, 900)
PHONE: Final = (390, 844)
_PATIENCE_MS: Final = 20_000

expect.set_options(timeout=_PATIENCE_MS)


@dataclass(slots=True)
class Seen:
    """What a browser sent, and what it complained about."""

    sent: list[bytes] = field(default_factory=list[bytes])
    complaints: list[str] = field(default_factory=list[str])
    foreign: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person at a browser."""

    page: Page
    context: BrowserContext
    language: Language
    origin: str
    seen: Seen


@asynccontextmanager
async def chromium(*switches: str) -> AsyncGenerator[Browser]:
    """Start Debian's Chromium, with further switches where a story needs them."""
    path = shutil.which("chromium")
    assert path, "needs Debian's package chromium"
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=path, args=[*SWITCHES, *switches])
        yield browser
        await browser.close()


@asynccontextmanager
async def person(
    browser: Browser,
    origin: str,
    language: Language,
    *,
    size: tuple[int, int] = DESKTOP,
    dark: bool = False,
    line: str | None = None,
) -> AsyncGenerator[Person]:
    """Sit a person down at a browser of their own; ``line``: a proxy between it and everything else."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=f"{language}-CA",
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        proxy=None if line is None else {"server": line, "bypass": "<-loopback>"},
    )
    context.set_default_timeout(_PATIENCE_MS)
    page = await context.new_page()
    seen = Seen()
    _watch(page, origin, seen)
    try:
        yield Person(page=page, context=context, language=language, origin=origin, seen=seen)
    finally:  # the browser goes on to other stories, whatever came of this one
        await context.close()


async def another_tab(who: Person) -> Person:
    """Close the tab that somebody is at, and open another one."""
    await who.page.close()
    page = await who.context.new_page()
    _watch(page, who.origin, who.seen)
    return replace(who, page=page)


def _watch(page: Page, origin: str, seen: Seen) -> None:
    def sent(request: Request) -> None:
        seen.sent.append(request.url.encode())
        seen.sent.append(str(request.headers).encode())
        if request.post_data_buffer is not None:
            seen.sent.append(request.post_data_buffer)
        if not request.url.startswith((origin, "data:", "blob:")):
            seen.foreign.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(message.text)

    page.on("request", sent)
    page.on("console", said)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
