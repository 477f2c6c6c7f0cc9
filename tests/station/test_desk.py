# SPDX-License-Identifier: EUPL-1.2
"""The desk at a station: pages from this installation, calls to the relay, and nobody else's pages."""

from pathlib import Path

import aiohttp
import msgspec
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from relay.app import SECURITY_HEADERS, find_app
from relay.demo.cast import MANAGER
from relay.protocol import wire
from relay.station.client import Client
from relay.station.desk import Desk, desk_open
from tests.station.relays import house


async def get(desk: Desk, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """Ask the desk for a path, as a page does."""
    async with aiohttp.ClientSession() as session, session.get(desk.address + path, headers=headers) as found:
        return found.status, await found.read(), dict(found.headers)


async def test_pages_are_this_installations_and_calls_are_the_relays(tmp_path: Path) -> None:
    """A page names the relay that it signs in for; its calls are answered by that relay."""
    folder = find_app()
    assert folder is not None
    async with house(tmp_path) as served:
        relay = served.addresses.origin(MANAGER)
        async with desk_open(relay) as desk:
            assert desk.address.startswith("http://127.0.0.1:")
            status, page, headers = await get(desk, "")
            assert status == 200
            assert f'<meta name="relay-origin" content="{relay}">'.encode() in page
            assert SECURITY_HEADERS.items() <= headers.items()
            status, programme, headers = await get(desk, "v1/programme")
            assert status == 200
            policy = headers.pop("Content-Security-Policy")
            assert policy == "default-src 'none'; frame-ancestors 'none'; sandbox"
            assert SECURITY_HEADERS.items() - headers.items() == {
                ("Content-Security-Policy", SECURITY_HEADERS["Content-Security-Policy"])
            }
            async with Client(relay) as client:
                assert msgspec.json.decode(programme, type=wire.Programme) == await client.programme()
            assert (await get(desk, "v1/nowhere"))[0] == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost:1"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_another_name_or_page_gets_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    """Neither a name that somebody else's address server gave us, nor a foreign page."""
    async with house(tmp_path) as served, desk_open(served.addresses.origin(MANAGER)) as desk:
        for path in ("", "v1/programme"):
            status, body, _ = await get(desk, path, **headers)
            assert (status, body) == (403, b"")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("text/html; charset=utf-8", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("text/javascript", "application/octet-stream"),
        ("application/json", "application/json"),
        ("text/event-stream", "text/event-stream"),
    ],
)
async def test_no_page_or_script_of_the_relays_comes_to_the_desk(told: str, kept: str) -> None:
    """A relay that answers a call with code of its own does not run it beside a mediator's keys."""

    async def lie(_: web.Request) -> web.Response:
        headers = {"Content-Type": told, "Content-Security-Policy": "default-src *"}
        return web.Response(body=b"<script src='/v1/x.js'></script>", headers=headers)

    relay = web.Application()
    relay.router.add_get("/v1/x.js", lie)
    async with TestServer(relay) as lying, desk_open(str(lying.make_url(""))) as desk:
        status, _, headers = await get(desk, "v1/x.js")
        assert (status, headers["Content-Type"]) == (200, kept)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"


async def test_a_relay_that_does_not_answer_is_said(unused_tcp_port: int) -> None:
    """The page still comes; its calls end with 502."""
    async with desk_open(f"http://127.0.0.1:{unused_tcp_port}") as desk:
        assert (await get(desk, ""))[0] == 200
        assert (await get(desk, "v1/programme"))[0] == 502
