# SPDX-License-Identifier: EUPL-1.2
"""A reverse proxy between browser and relay: it passes everything on, but what it is told to lie about."""

import json
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from socket import socket
from typing import Any, Final

import aiohttp
from aiohttp import web

_NAMES: Final = (
    ("trust", "GET", r"/v1/trust"),
    ("list", "GET", r"/v1/messages"),
    ("begin", "POST", r"/v1/messages"),
    ("detail", "GET", r"/v1/messages/[\w-]+"),
    ("stored", "GET", r"/v1/messages/[\w-]+/parts/0"),
    ("leaves", "GET", r"/v1/messages/[\w-]+/parts/0/leaves"),
    ("opened", "POST", r"/v1/messages/[\w-]+/opened"),
    ("approvals", "POST", r"/v1/messages/[\w-]+/approvals"),
    ("withdrawals", "POST", r"/v1/messages/[\w-]+/withdrawals"),
    ("bundle", "PUT", r"/v1/bundle"),
    ("challenge", "POST", r"/v1/challenges"),
    ("sessions", "POST", r"/v1/sessions"),
    ("cases", "GET", r"/v1/cases"),
    ("drafts", "GET", r"/v1/drafts"),
    ("tickets", "GET", r"/v1/tickets"),
    ("ticket", "GET", r"/v1/tickets/[\w-]+"),
    ("certificate", "POST", r"/v1/tickets/[\w-]+/certificate"),
    ("events", "GET", r"/v1/events"),
    ("offers", "POST", r"/v1/messages/[\w-]+/offers"),
    ("releases", "POST", r"/v1/messages/[\w-]+/releases"),
    ("records", "GET", r"/v1/cases/[\w-]+/records"),
    ("consents", "GET", r"/v1/cases/[\w-]+/consents"),
    ("gates", "GET", r"/v1/cases/[\w-]+/gates"),
)
_OWN: Final = {"content-length", "transfer-encoding", "connection", "date", "server"}
_MAX_BYTES: Final = 32 * 1024 * 1024
_PIECE_BYTES: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What the relay answered, and what the browser is to get of it."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Lie = Callable[[Answer], Answer]
"""Turns an honest answer into another."""
TakeOver = Callable[[web.Request], Awaitable[web.StreamResponse]]
"""Answers in the relay's place; the relay never hears of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lies:
    """What is lied about, by the names of ``_NAMES``."""

    answers: Mapping[str, Lie] = field(default_factory=dict[str, Lie])
    takes_over: Mapping[str, TakeOver] = field(default_factory=dict[str, TakeOver])


HONEST: Final = Lies()


def in_json(change: Callable[[Any], Any]) -> Lie:
    """Return a lie about a JSON answer; refusals are passed on."""

    def lie(answer: Answer) -> Answer:
        if answer.status >= 300:
            return answer
        return replace(answer, body=json.dumps(change(json.loads(answer.body))).encode())

    return lie


def in_bytes(change: Callable[[bytes], bytes]) -> Lie:
    """Return a lie about the bytes of an answer."""
    return lambda answer: replace(answer, body=change(answer.body))


@dataclass(slots=True)
class Proxy:
    """Passes on, or lies; remembers what it lied about, and who believed anything."""

    relay: str
    session: aiohttp.ClientSession
    lies: Lies = HONEST
    only: str | None = None  # the one message that lists are narrowed to
    told: list[str] = field(default_factory=list[str])
    believed: set[str] = field(default_factory=set[str])  # hosts whose page took something for true

    @contextmanager
    def lying(self, lies: Lies, *, only: str | None = None) -> Generator[None]:
        """Lie for as long as the block lasts, then be honest again."""
        self.lies, self.only, self.told = lies, only, []
        try:
            yield
        finally:
            self.lies, self.only = HONEST, None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        name = _name_of(request)
        if name == "bundle":
            self.believed.add(f"http://{request.host}")
        if name in self.lies.takes_over:
            self.told.append(name)
            return await self.lies.takes_over[name](request)
        headers = {key: value for key, value in request.headers.items() if key.lower() != "connection"}
        async with self.session.request(
            request.method,
            self.relay + request.raw_path,
            headers=headers,
            data=await request.read() or None,
            allow_redirects=False,
        ) as heard:
            kept = {key: value for key, value in heard.headers.items() if key.lower() not in _OWN}
            if name == "events":
                return await _streamed(request, heard, kept)
            return self._told(name, Answer(heard.status, kept, await heard.read()))

    def _told(self, name: str, honest: Answer) -> web.Response:
        answer = honest
        if name == "list" and self.only is not None:
            answer = in_json(self._narrowed)(answer)
        if name in self.lies.answers:
            self.told.append(name)
            answer = self.lies.answers[name](answer)
        return web.Response(status=answer.status, headers=answer.headers, body=answer.body)

    def _narrowed(self, page: Any) -> Any:
        return page | {"messages": [one for one in page["messages"] if one["message"] == self.only]}


def _name_of(request: web.Request) -> str:
    for name, method, path in _NAMES:
        if request.method == method and re.fullmatch(path, request.path):
            return name
    return "other"


async def _streamed(
    request: web.Request, heard: aiohttp.ClientResponse, headers: Mapping[str, str]
) -> web.StreamResponse:
    answer = web.StreamResponse(status=heard.status, headers=headers)
    await answer.prepare(request)
    async for piece in heard.content.iter_any():
        await answer.write(piece)
    return answer


@asynccontextmanager
async def proxied(relay_port: int, *, on: socket) -> AsyncGenerator[Proxy]:
    """Serve a proxy in front of a relay for as long as the block lasts."""
    session = aiohttp.ClientSession(auto_decompress=False, connector=aiohttp.TCPConnector(limit=0))
    proxy = Proxy(f"http://127.0.0.1:{relay_port}", session)
    app = web.Application(client_max_size=_MAX_BYTES)
    app.router.add_route("*", "/{rest:.*}", proxy.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    await web.SockSite(runner, on).start()
    try:
        yield proxy
    finally:
        await runner.cleanup()
        await session.close()


# --- Answers in the relay's place


def forgets(request: web.Request) -> Awaitable[web.StreamResponse]:
    """Say that the bundle was kept, and keep nothing: so every lie meets what the reader knew before."""
    return _forgotten(request)


async def _forgotten(request: web.Request) -> web.StreamResponse:
    asked = await request.json()
    return web.json_response({"version": asked["version"] + 1})


async def refuses(request: web.Request) -> web.StreamResponse:
    """Say no."""
    return web.json_response({"code": "too-busy", "kept": None}, status=503)


def says(body: bytes, *, status: int = 200, kind: str = "application/json") -> TakeOver:
    """Return an answer of fixed bytes."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=body, content_type=kind)

    return answer


def hears(said: list[Any]) -> TakeOver:
    """Keep what the browser sent, and say no."""

    async def answer(request: web.Request) -> web.StreamResponse:
        said.append(await request.json())
        return await refuses(request)

    return answer


def redirects(to: str) -> TakeOver:
    """Return an answer that sends the browser elsewhere."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": to})

    return answer


async def breaks_off(request: web.Request) -> web.StreamResponse:
    """Promise more bytes than come."""
    answer = web.StreamResponse(headers={"Content-Length": "100000"})
    await answer.prepare(request)
    await answer.write(b"{" + b" " * 1000)
    if request.transport is not None:
        request.transport.abort()
    return answer


async def never_ends(request: web.Request) -> web.StreamResponse:
    """Send bytes for as long as somebody takes them."""
    answer = web.StreamResponse()
    await answer.prepare(request)
    while request.transport is not None and not request.transport.is_closing():
        await answer.write(bytes(_PIECE_BYTES))
    return answer
