# SPDX-License-Identifier: EUPL-1.2
"""The whole edge put together: operations, the web app, and the one place where errors become answers."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import Final

from aiohttp import HttpVersion11, hdrs, web
from aiohttp.typedefs import Handler

from relay.app import Asset, asset_for, find_app, load_app
from relay.casework.gates import gates_for
from relay.errors import RelayError
from relay.protocol.upload import TUS_VERSION
from relay.records import Gates, Hash, Message, MessageId, PersonId
from relay.review.desk import Desk
from relay.server import (
    cases,
    casework,
    content,
    decisions,
    drafts,
    events,
    handovers,
    intake,
    made,
    messages,
    programme,
    sign_in,
    supervision,
    tickets,
    trust,
    uploads,
)
from relay.server.answers import dress, raw_json, refusal
from relay.server.connection import Connection
from relay.server.cutting import CuttingStreams
from relay.server.events import BREATH_SECONDS
from relay.server.listeners import Listeners
from relay.server.logs import Happening
from relay.server.openapi import document
from relay.server.operations import Operation, runner_of
from relay.server.origins import hosts_of, refuse_foreign
from relay.server.parts import (
    DESK,
    LISTENERS,
    PARTS,
    PASSES,
    RATES,
    SESSIONS,
    SETTINGS,
    STREAMS,
    Parts,
    Settings,
)
from relay.server.passes import Passes
from relay.server.programme import DOCUMENT
from relay.server.rates import Rates
from relay.server.sessions import Sessions
from relay.server.statuses import code_of
from relay.server.supervision import COUNTS, WeeklyCounts
from relay.server.sweeper import sweep_for_ever
from relay.server.uploads import BUSY, UPLOADS

RESOURCES: Final = (
    content,  # first: the router goes by this order, and chunks of films are asked for most
    programme,
    sign_in,
    tickets,
    trust,
    cases,
    handovers,
    casework,
    messages,
    decisions,
    made,
    drafts,
    uploads,
    events,
    intake,
    supervision,
)
ASSETS: Final = web.AppKey("assets", Mapping[str, Asset])
HOSTS: Final = web.AppKey("hosts", frozenset[str])
KEEPS: Final = web.AppKey("keeps", Mapping[tuple[str, str], str])
_BREATH: Final = 20.0


def make_app(settings: Settings, parts: Parts) -> web.Application:
    """Return the application; nothing is opened or started before it is served."""
    app = web.Application(middlewares=[_boundary])
    app[SETTINGS], app[PARTS] = settings, parts
    app[HOSTS] = hosts_of(settings.origins)
    app[RATES] = Rates(parts.monotonic)
    app[LISTENERS] = Listeners()
    app[STREAMS] = CuttingStreams()
    app[PASSES] = Passes(parts.monotonic)
    app[BUSY] = set()
    app[COUNTS] = WeeklyCounts()
    app[BREATH_SECONDS] = _BREATH
    app[SESSIONS] = Sessions(
        ledger=parts.ledger,
        clock=parts.clock,
        idle_seconds=int(settings.limits.idle_seconds),
        ended=lambda session: _session_ended(app, session),
    )
    app[DESK] = _desk(app)
    _add_operations(app)
    _add_web_app(app)
    app.on_response_prepare.append(dress)
    app.on_shutdown.append(_end_streams)
    app.cleanup_ctx.append(_sweeping)
    return app


def operations() -> list[Operation]:
    """Return every operation, in the order of the resources."""
    return [operation for resource in RESOURCES for operation, _ in resource.routes.operations]


def _session_ended(app: web.Application, session: Hash) -> None:
    app[PASSES].session_ended(session)
    app[LISTENERS].session_ended(session)


def _desk(app: web.Application) -> Desk:
    settings, parts = app[SETTINGS], app[PARTS]

    async def gates(message: Message) -> Gates:
        return await gates_for(parts.ledger, message, at=parts.clock())

    def tell(message: MessageId, people: frozenset[PersonId]) -> None:
        app[PASSES].forget(message)
        app[LISTENERS].tell_message(message, people)

    return Desk(
        ledger=parts.ledger,
        blobs=parts.blobs,
        shred_keys=parts.shred_keys,
        streams=app[STREAMS],
        gates=gates,
        programme=settings.programme or "",
        service_seed=parts.service_seed,
        clock=parts.clock,
        random=parts.random,
        tell=tell,
        undo_seconds=settings.limits.undo_seconds,
        max_case_bytes=settings.limits.max_case_bytes,
    )


def _add_operations(app: web.Application) -> None:
    keeps: dict[tuple[str, str], str] = {}
    for resource in RESOURCES:
        for operation, handler in resource.routes.operations:
            run = runner_of(operation, handler)
            app.router.add_route(operation.method, operation.path, run, expect_handler=_expected)
            if operation.keeps is not None:
                keeps[operation.method, operation.path] = operation.keeps
    app[KEEPS] = keeps
    app[DOCUMENT] = raw_json(document(operations()))


async def _expected(request: web.Request) -> web.StreamResponse | None:
    """Answer ``Expect``; what else than 100-continue could be expected is not known here."""
    if request.version < HttpVersion11:
        return None
    if request.headers.get(hdrs.EXPECT, "").lower() != "100-continue":
        return refusal("unsupported", status=417)
    await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    request.writer.output_size = 0  # as aiohttp does: the answer itself has not begun
    return None


def _add_web_app(app: web.Application) -> None:
    folder, settings = find_app(), app[SETTINGS]
    own = {"fingerprint": settings.fingerprint, "demo": "yes" if settings.demo else ""}
    page = {**settings.page, **{name: value for name, value in own.items() if value}}
    app[ASSETS] = {} if folder is None else load_app(folder, page=page)
    app.router.add_route("GET", "/{path:.*}", _show_asset, expect_handler=_expected)


async def _show_asset(request: web.Request) -> web.Response:
    """Give a file of the web app, from memory."""
    asset = asset_for(request.app[ASSETS], request.path)
    if asset is None:
        return refusal("not-found")
    headers = {
        hdrs.CONTENT_TYPE: asset.content_type,
        hdrs.CACHE_CONTROL: asset.cache_control,
        hdrs.VARY: hdrs.ACCEPT_ENCODING,
    }
    if asset.zipped is not None and "gzip" in request.headers.get(hdrs.ACCEPT_ENCODING, ""):
        return web.Response(body=asset.zipped, headers=headers | {hdrs.CONTENT_ENCODING: "gzip"})
    return web.Response(body=asset.content, headers=headers)


@web.middleware
async def _boundary(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Nothing foreign gets in, and nothing but an answer gets out."""
    connection = request.protocol
    if isinstance(connection, Connection):
        connection.began()
    try:
        refuse_foreign(request, hosts=request.app[HOSTS], origins=request.app[SETTINGS].origins)
        return await handler(request)
    except RelayError as refused:
        return _refused(request, refused)
    except web.HTTPException as refused:  # aiohttp's own: no such route, method or expectation
        return _routed(refused)
    except (ConnectionError, asyncio.CancelledError):
        raise
    except Exception as error:  # noqa: BLE001 - the last place before the wire: a bug must not speak
        request.app[PARTS].log.failed(
            Happening.INTERNAL_ERROR, error, route=_route(request), method=request.method
        )
        return refusal("internal")
    finally:
        if isinstance(connection, Connection):
            connection.ended()


def _refused(request: web.Request, refused: RelayError) -> web.Response:
    log, route = request.app[PARTS].log, _route(request)
    if refused.code == "internal":
        log.failed(Happening.STORAGE_BROKEN, refused, route=route, method=request.method)
    elif refused.code == "storage-full":
        log.say(Happening.STORAGE_FULL, route=route, method=request.method)
    answer = refusal(refused.code, kept=request.app[KEEPS].get((request.method, route)))
    if route.startswith(UPLOADS):
        answer.headers["Tus-Resumable"] = TUS_VERSION
    return answer


def _routed(refused: web.HTTPException) -> web.Response:
    answer = refusal(code_of(refused.status), status=refused.status)
    if hdrs.ALLOW in refused.headers:
        answer.headers[hdrs.ALLOW] = refused.headers[hdrs.ALLOW]
    return answer


def _route(request: web.Request) -> str:
    """Return the route's template: the path itself may name a message."""
    resource = request.match_info.route.resource
    return "" if resource is None else resource.canonical


async def _end_streams(app: web.Application) -> None:
    app[LISTENERS].close()


async def _sweeping(app: web.Application) -> AsyncIterator[None]:
    """Run the clock-driven work beside the requests, for as long as the application runs."""
    task = asyncio.create_task(sweep_for_ever(app[DESK], app[PARTS].log))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
