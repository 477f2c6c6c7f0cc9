# SPDX-License-Identifier: EUPL-1.2
"""A film in a page of nothing else, from a plain server: what a browser takes by itself."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from aiohttp import web

from tests.e2e.bare import Chromium, bare_chromium
from tests.e2e.memory import Peak, above_idle
from tests.e2e.relays import free_port

_PAGE: Final = "<!doctype html><main><video controls muted width=640></video></main>"
#: To its end, at some speed.
_WHOLE: Final = """new Promise((go, no) => {
  const video = document.querySelector("main video")
  video.addEventListener("ended", () => go(video.duration), { once: true })
  video.addEventListener("error", () => no(new Error(video.error.message)), { once: true })
  video.playbackRate = SPEED
  video.play().catch(no)
})"""


async def whole(pane: Chromium, *, speed: float) -> float:
    """Watch a page's film to its end, and return how many seconds it has."""
    return float(await pane.run(_WHOLE.replace("SPEED", str(speed))))


async def watch_alone(profile: Path, film: Path, *, speed: float) -> Peak:
    """Watch a film by itself to its end; return what the page held above idle."""
    async with _served(film) as address, bare_chromium(profile) as pane:
        await pane.open(address)
        async with above_idle(profile) as peak:
            await pane.run("void (document.querySelector('video').src = '/film')")
            await whole(pane, speed=speed)
    return peak


@asynccontextmanager
async def _served(film: Path) -> AsyncGenerator[str]:
    async def page(_: web.Request) -> web.Response:
        return web.Response(text=_PAGE, content_type="text/html")

    async def content(_: web.Request) -> web.FileResponse:
        return web.FileResponse(film, headers={"Content-Type": "video/mp4", "Cache-Control": "no-store"})

    app = web.Application()
    app.add_routes([web.get("/", page), web.get("/film", content)])
    runner, port = web.AppRunner(app), free_port()
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{port}/"
    finally:
        await runner.cleanup()
