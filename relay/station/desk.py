# SPDX-License-Identifier: EUPL-1.2
"""The desk at a station: the web app from this installation, on loopback; only its calls go to the relay.

So that no code comes from the server: a page, script or style is never fetched from it. What it answers under
``/v1/`` is passed on as bytes for a call, with the headers that every page has and few of its own: whoever
opens such an address itself gets no page, and nothing in it runs.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import aiohttp
from aiohttp import hdrs, web

from relay.app import NO_STORE, SECURITY_HEADERS, Asset, asset_for, find_app, load_app
from relay.errors import NotFoundError
from relay.station.client import Client

_LOOPBACK: Final = "127.0.0.1"
_SAFE: Final = frozenset({"GET", "HEAD"})
_API: Final = "/v1/"
STATION: Final = "/station/"
_PIECE_BYTES: Final = 65_536
_CLOSING_SECONDS: Final = 2
_GOES: Final = """
    accept accept-language authorization content-length content-type range tus-resumable upload-checksum
    upload-length upload-metadata upload-offset
"""
_COMES: Final = """
    accept-ranges cache-control content-length content-range content-type location retry-after tus-extension
    tus-max-size tus-resumable tus-version upload-expires upload-length upload-offset www-authenticate
"""
# What a call is answered with; all else, a page or a script of the relay's, comes as bytes that nothing runs.
_CALLS: Final = frozenset({"application/json", "application/octet-stream", "text/event-stream"})
_NO_PAGE: Final = "default-src 'none'; frame-ancestors 'none'; sandbox"


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """What works for the desk's pages: with whose keys, and what answers under ``STATION``."""

    person: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where the desk is open, and which relay it asks."""

    address: str
    relay: str


@asynccontextmanager
async def desk_open(relay: str, *, port: int = 0, station: Station | None = None) -> AsyncGenerator[Desk]:
    """Serve the desk on this machine only.

    Args:
        relay: the relay's address; pages sign in for it.
        port: 0 lets the system choose.
        station: works on films for these pages, which find out from a setting whose it is.

    Raises:
        NotFoundError: this installation has no web app.
        OSError: the port is taken.
    """
    folder = find_app()
    if folder is None:
        raise NotFoundError("this installation has no web app")
    relay = relay.rstrip("/")
    async with Client(relay) as client:
        page = {"origin": relay} | ({} if station is None else {"station": station.person})
        passage = _Passage(client, relay, load_app(folder, page=page), station)
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", passage.answer)
        app.on_response_prepare.append(_dress)
        # Who leaves a page leaves its streams: they end at once, and closing waits for none of them.
        runner = web.AppRunner(
            app,
            access_log=None,
            auto_decompress=False,
            handler_cancellation=True,
            shutdown_timeout=_CLOSING_SECONDS,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, _LOOPBACK, port).start()
            passage.authority = f"{_LOOPBACK}:{runner.addresses[0][1]}"
            yield Desk(address=f"http://{passage.authority}/", relay=relay)
        finally:
            await runner.cleanup()


class _Passage:
    """Answers one page's requests: files from memory, calls from the relay, work from the station."""

    def __init__(
        self, client: Client, relay: str, assets: Mapping[str, Asset], station: Station | None
    ) -> None:
        self._client = client
        self._relay = relay
        self._assets = assets
        self._station = station
        self.authority = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer, unless it was asked under another name, or by a foreign page."""
        if self._foreign(request):
            return web.Response(status=403)
        if request.path.startswith(_API):
            return await self._pass_on(request)
        if request.path.startswith(STATION):
            return web.Response(status=404) if self._station is None else await self._station.answer(request)
        asset = asset_for(self._assets, request.path) if request.method in _SAFE else None
        if asset is None:
            return web.Response(status=404)
        headers = {hdrs.CONTENT_TYPE: asset.content_type, hdrs.CACHE_CONTROL: asset.cache_control}
        return web.Response(body=asset.content, headers=headers)

    def _foreign(self, request: web.Request) -> bool:
        """Say whether another name (DNS rebinding) or another site's page asks."""
        if request.headers.get(hdrs.HOST) != self.authority:
            return True
        origin = request.headers.get(hdrs.ORIGIN, f"http://{self.authority}")
        site = request.headers.get("Sec-Fetch-Site", "none")
        return origin != f"http://{self.authority}" or site not in {"same-origin", "none"}

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        body = request.content.iter_chunked(_PIECE_BYTES) if request.body_exists else None
        try:
            found = await self._client.pass_on(
                request.method, request.path_qs, headers=_only(request.headers, _GOES), body=body
            )
        except aiohttp.ClientError:
            return web.Response(status=502)
        async with found:
            headers = _only(found.headers, _COMES)
            if hdrs.LOCATION in headers:
                headers[hdrs.LOCATION] = headers[hdrs.LOCATION].removeprefix(self._relay)
            if hdrs.CONTENT_TYPE in headers and found.content_type not in _CALLS:
                headers[hdrs.CONTENT_TYPE] = "application/octet-stream"
            headers[hdrs.CONTENT_SECURITY_POLICY] = _NO_PAGE
            given = web.StreamResponse(status=found.status, headers=headers)
            await given.prepare(request)
            async for piece in found.content.iter_chunked(_PIECE_BYTES):
                await given.write(piece)
            await given.write_eof()
            return given


def _only(headers: Mapping[str, str], names: str) -> dict[str, str]:
    return {name.title(): value for name, value in headers.items() if name.lower() in names.split()}


async def _dress(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.popall(hdrs.SERVER, None)
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault(hdrs.CACHE_CONTROL, NO_STORE)
