# SPDX-License-Identifier: EUPL-1.2
"""A station's work as its own pages ask for it, on loopback: begin, list, look, stop.

Whoever begins or lists shows a session's token, which the relay judges; whoever looks or stops knows an id
that nobody guesses. The desk has refused foreign pages and names before this is asked.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
import msgspec
from aiohttp import hdrs, web

from relay.errors import ForbiddenError, MalformedError, NotFoundError, RelayError, SessionExpiredError
from relay.protocol import wire
from relay.protocol.wire_station import WorkPost
from relay.station.desk import STATION, Station
from relay.station.keyring import Keyring
from relay.station.works import Works

_WORKS: Final = f"{STATION}works"
_BEARER: Final = "Bearer "


@asynccontextmanager
async def workshop_open(relay: str, keyring: Keyring) -> AsyncGenerator[Station]:
    """Work for the desk's pages with one mediator's keys; what is still going on at the end is stopped."""
    works = Works(relay.rstrip("/"), keyring)

    async def answer(request: web.Request) -> web.Response:
        try:
            return await _answer(works, request)
        except aiohttp.ClientError:
            return _json(wire.Refusal(code="offline"), status=502)
        except RelayError as refused:
            return _json(wire.Refusal(code=refused.code), status=_status(refused))

    try:
        yield Station(person=keyring.person, answer=answer)
    finally:
        await works.close()


async def _answer(works: Works, request: web.Request) -> web.Response:
    if (request.method, request.path) == (hdrs.METH_POST, _WORKS):
        return _json(works.begin(await _post(request), token=_token(request)), status=201)
    if (request.method, request.path) == (hdrs.METH_GET, _WORKS):
        return _json(await works.list_all(token=_token(request)), status=200)
    head, _, work = request.path.rpartition("/")
    if head == _WORKS and request.method == hdrs.METH_GET:
        return _json(works.look(work), status=200)
    if head == _WORKS and request.method == hdrs.METH_DELETE:
        await works.stop(work)
        return web.Response(status=204)
    raise NotFoundError("nothing of a station's")


async def _post(request: web.Request) -> WorkPost:
    try:
        return msgspec.json.decode(await request.read(), type=WorkPost)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise MalformedError("no piece of work") from problem


def _token(request: web.Request) -> str:
    carried = request.headers.get(hdrs.AUTHORIZATION, "")
    if not carried.startswith(_BEARER):
        raise SessionExpiredError("nobody is signed in")
    return carried.removeprefix(_BEARER)


def _status(refused: RelayError) -> int:
    known = {NotFoundError: 404, SessionExpiredError: 401, ForbiddenError: 403}
    return next((status for kind, status in known.items() if isinstance(refused, kind)), 400)


def _json(said: wire.Wire, *, status: int) -> web.Response:
    return web.Response(body=msgspec.json.encode(said), content_type="application/json", status=status)
