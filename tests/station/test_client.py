# SPDX-License-Identifier: EUPL-1.2
"""A station asks its relay and nobody else, whatever that relay answers."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from relay.errors import MalformedError
from relay.station.client import Client


@asynccontextmanager
async def answering(answer: web.Response) -> AsyncGenerator[tuple[str, list[web.Request]]]:
    """Answer everything in one way; give the address, and what was asked."""
    heard: list[web.Request] = []

    async def say(request: web.Request) -> web.StreamResponse:
        heard.append(request)
        return web.Response(status=answer.status, headers=answer.headers, body=answer.body)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", say)
    async with TestServer(app) as server:
        yield f"http://localhost:{server.port}", heard


@pytest.mark.parametrize("status", [201, 301, 307])
async def test_neither_an_upload_nor_a_call_goes_elsewhere(status: int) -> None:
    """Not by an upload's place, not by a redirect: what is sealed, and who is signed in, is for one relay."""
    async with answering(web.Response(body=b"{}")) as (elsewhere, heard):
        lie = web.Response(status=status, headers={"Location": f"{elsewhere}/v1/uploads/{'A' * 22}"})
        async with answering(lie) as (relay, _), Client(relay, token="the token") as client:
            with pytest.raises(MalformedError):
                await client.upload("message", 0, b"sealed")
            with pytest.raises(MalformedError):
                await client.trust()
        assert heard == []


@pytest.mark.parametrize("place", ["", "/v1/uploads/", "/v1/session", "//elsewhere/v1/uploads/" + "A" * 22])
async def test_an_upload_that_was_begun_nowhere_is_refused(place: str) -> None:
    """By a code; nothing is sent to a place that is none."""
    async with answering(web.Response(status=201, headers={"Location": place})) as (relay, heard):
        async with Client(relay, token="the token") as client:
            with pytest.raises(MalformedError):
                await client.upload("message", 0, b"sealed")
        assert [one.method for one in heard] == ["POST"]


async def test_a_relay_leaves_no_cookie_at_a_station() -> None:
    """By which it would know one sign-in's calls from another's at the same machine."""
    async with answering(web.Response(status=404, headers={"Set-Cookie": "who=this; Path=/"})) as (
        relay,
        heard,
    ):
        async with Client(relay) as client:
            for _ in range(2):
                with pytest.raises(MalformedError):
                    await client.programme()
        assert [one.headers.get("Cookie") for one in heard] == [None, None]
