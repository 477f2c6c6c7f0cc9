# SPDX-License-Identifier: EUPL-1.2
"""What anyone may ask: which programme this is, whether it is well, and what it can be asked."""

from typing import Final

from aiohttp import web

from relay.casework.trust import directory_days_left
from relay.protocol import wire
from relay.review.service import oldest_unfinished
from relay.server.answers import JSON
from relay.server.operations import Call, Resource

routes = Resource()

DOCUMENT: Final = web.AppKey("document", bytes)


@routes.on("GET", "/v1/programme", roles=None, gives=wire.Programme)
async def show_programme(call: Call[None]) -> wire.Programme:
    """Say whose relay this is, and the server's time."""
    settings = call.settings
    return wire.Programme(
        programme=settings.programme,
        demo=settings.demo,
        time=call.now,
        retention=list(settings.retention),
    )


@routes.on("GET", "/v1/health", roles=None, gives=wire.Health)
async def show_health(call: Call[None]) -> wire.Health:
    """Say whether all is well: no destruction is owed for long, and the directory is not near its end."""
    owed = await oldest_unfinished(call.desk)
    days = await directory_days_left(call.parts.ledger, at=call.now)
    return wire.Health(
        ok=owed < _LONG_SECONDS, oldest_unfinished_shred_seconds=owed, directory_days_left=days
    )


@routes.on("GET", "/v1/openapi.json", roles=None, answers={200: JSON})
async def show_document(call: Call[None]) -> web.Response:
    """Describe this interface as OpenAPI 3.1."""
    return web.Response(body=call.request.app[DOCUMENT], content_type=JSON)


_LONG_SECONDS: Final = 300
