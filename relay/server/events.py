# SPDX-License-Identifier: EUPL-1.2
"""Live changes as server-sent events, for ``fetch`` with a bearer token: names of things, nothing else."""

import asyncio
from typing import Final

from aiohttp import web

from relay.server.answers import raw_json
from relay.server.listeners import Listener
from relay.server.operations import EVERYBODY, Call, Resource
from relay.server.parts import LISTENERS, SESSIONS

routes = Resource()

BREATH_SECONDS: Final = web.AppKey("breath-seconds", float)
_EVENT_STREAM: Final = "text/event-stream"
_HELLO: Final = b"retry: 3000\n\n"
_BREATH: Final = b":\n\n"


@routes.on("GET", "/v1/events", roles=EVERYBODY, answers={200: _EVENT_STREAM})
async def listen_for_changes(call: Call[None]) -> web.StreamResponse:
    """Follow changes to what I may see; ends with the session."""
    session = call.signed_in
    listeners = call.request.app[LISTENERS]
    response = web.StreamResponse(headers={"Content-Type": _EVENT_STREAM})
    listener = listeners.enter(session)
    try:
        await response.prepare(call.request)
        await response.write(_HELLO)
        while not listener.over and call.request.app[SESSIONS].is_live(session.id):
            await response.write(await _next(listener, call.request.app[BREATH_SECONDS]))
    finally:
        listeners.leave(listener)
    return response


async def _next(listener: Listener, breath_seconds: float) -> bytes:
    """Return the changes that wait, or after a while a comment that keeps the line open."""
    try:
        async with asyncio.timeout(breath_seconds):
            await listener.awake.wait()
    except TimeoutError:
        return _BREATH
    return b"".join(b"data: " + raw_json(change) + b"\n\n" for change in listener.take()) or _BREATH
