# SPDX-License-Identifier: EUPL-1.2
"""An operation: method, path, who may, what goes in and out, which refusals. Decode → one call → encode.

A resource's file lists its operations; this module makes an aiohttp handler of each, and
``openapi`` a description of each. So the document cannot say other than what runs.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar, cast

import msgspec
from aiohttp import web

from relay.errors import ForbiddenError, NotFoundError, SessionExpiredError, UnsupportedError, WrongShapeError
from relay.protocol.wire import Wire
from relay.records import Actor, Role, Session
from relay.review.desk import Desk
from relay.server.answers import JSON, json_answer
from relay.server.bodies import Allowed, decode, read_body
from relay.server.origins import address_of
from relay.server.parts import DESK, PARTS, SESSIONS, SETTINGS, Parts, Settings
from relay.server.sessions import SignedIn, actor_of

T = TypeVar("T")

EVERYBODY: Final = frozenset(Role)
PARTICIPANT: Final = frozenset({Role.PARTICIPANT})
MEDIATOR: Final = frozenset({Role.MEDIATOR})
INTERPRETER: Final = frozenset({Role.INTERPRETER})
MANAGER: Final = frozenset({Role.MANAGER})

ID: Final = r"[A-Za-z0-9_-]{22}"
NUMBER: Final = r"[0-9]{1,6}"
_BEARER: Final = "Bearer "


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One parameter after the question mark."""

    pattern: str
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What the document says and the edge holds to.

    Attributes:
        roles: who may, by session; None: no session is asked for.
        knows_session: without ``roles``, a session that is shown is looked up all the same.
        takes: the type of the JSON body, if there is one.
        gives: the type of the JSON answer; None: 204, or as ``answers`` says.
        refuses: codes that this operation raises, beyond those of every operation.
        query: parameters after the question mark.
        places: patterns of the path's variables.
        keeps: what a refusal leaves with the sender: ``draft`` or ``offset``.
        max_bytes: of the body; None: the setting for JSON.
        answers: statuses with their media type, where the handler answers by itself.
    """

    name: str
    about: str
    method: str
    path: str
    roles: frozenset[Role] | None
    knows_session: bool = False
    takes: type[Wire] | None = None
    gives: type[Wire] | None = None
    refuses: frozenset[str] = frozenset()
    query: Mapping[str, Query] = field(default_factory=dict[str, Query])
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    keeps: str | None = None
    max_bytes: int | None = None
    answers: Mapping[int, str | None] = field(default_factory=dict[int, str | None])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One request, authorised and decoded."""

    request: web.Request
    found: SignedIn | None
    asked: T

    @property
    def desk(self) -> Desk:
        """The room below."""
        return self.request.app[DESK]

    @property
    def parts(self) -> Parts:
        """Ports, keys, clocks."""
        return self.request.app[PARTS]

    @property
    def settings(self) -> Settings:
        """How this relay is run."""
        return self.request.app[SETTINGS]

    @property
    def actor(self) -> Actor:
        """Who asks; only operations with ``roles`` have one."""
        return actor_of(self._signed_in)

    @property
    def signed_in(self) -> Session:
        """The session; only operations with ``roles`` have one."""
        return self._signed_in.session

    @property
    def session(self) -> Session | None:
        """The session, where there is one."""
        return None if self.found is None else self.found.session

    @property
    def _signed_in(self) -> SignedIn:
        if self.found is None:
            raise ValueError("this operation asks for no session")
        return self.found

    @property
    def now(self) -> int:
        """Seconds since 1970."""
        return self.parts.clock()

    @property
    def address(self) -> str:
        """Where it comes from: for rates only, never kept."""
        return address_of(self.request, trusted_proxies=self.settings.trusted_proxies)

    def place(self, name: str) -> str:
        """Return a variable of the path."""
        return self.request.match_info[name]

    def query(self, name: str) -> str | None:
        """Return a parameter, which fits its pattern, or None."""
        return self.request.query.get(name)


Answer = Wire | web.StreamResponse | None
Handler = Callable[[Call[Any]], Awaitable[Answer]]
H = TypeVar("H", bound=Callable[..., Awaitable[Answer]])
Run = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Resource:
    """The operations of one file."""

    operations: list[tuple[Operation, Handler]] = field(default_factory=list[tuple[Operation, Handler]])

    def on(self, method: str, path: str, *, roles: frozenset[Role] | None, **facts: Any) -> Callable[[H], H]:
        """Register the function below as an operation; its name and first line describe it."""

        def register(handler: H) -> H:
            about = (handler.__doc__ or "").strip().splitlines()[0]
            operation = Operation(
                name=handler.__name__, about=about, method=method, path=path, roles=roles, **facts
            )
            self.operations.append((operation, cast("Handler", handler)))
            return handler

        return register


def runner_of(operation: Operation, handler: Handler) -> Run:
    """Return the aiohttp handler that authorises, decodes, calls and encodes."""
    decoder = None if operation.takes is None else msgspec.json.Decoder(operation.takes)
    places = {name: re.compile(pattern) for name, pattern in operation.places.items()}
    queries = {name: re.compile(query.pattern) for name, query in operation.query.items()}
    required = frozenset(name for name, query in operation.query.items() if query.required)

    async def run(request: web.Request) -> web.StreamResponse:
        _check_places(request, places)
        found = await _session_for(request, operation)
        _check_query(request, queries, required=required)
        asked = None if decoder is None else await _asked(request, operation, decoder)
        given = await handler(Call(request, found, asked))
        if given is None:
            return web.Response(status=204)
        return json_answer(given) if isinstance(given, Wire) else given

    return run


async def _session_for(request: web.Request, operation: Operation) -> SignedIn | None:
    if operation.roles is not None:
        return await _authorised(request, operation.roles)
    if operation.knows_session and "Authorization" in request.headers:
        return await _authorised(request, EVERYBODY)
    return None


async def _authorised(request: web.Request, roles: frozenset[Role]) -> SignedIn:
    header = request.headers.get("Authorization", "")
    if not header.startswith(_BEARER):
        raise SessionExpiredError("no bearer token")
    found = await request.app[SESSIONS].find(header.removeprefix(_BEARER))
    session = found.session
    if session.role not in roles:
        raise ForbiddenError(f"not for a {session.role}")
    return found


async def _asked(request: web.Request, operation: Operation, decoder: msgspec.json.Decoder[Wire]) -> Wire:
    if request.content_type != JSON:
        raise UnsupportedError("a body that is not JSON")
    limits = request.app[SETTINGS].limits
    allowed = Allowed(
        max_bytes=operation.max_bytes or limits.max_json_bytes,
        stall_seconds=limits.body_stall_seconds,
    )
    return decode(await read_body(request, allowed), decoder)


def _check_places(request: web.Request, places: Mapping[str, re.Pattern[str]]) -> None:
    for name, pattern in places.items():
        if pattern.fullmatch(request.match_info[name]) is None:
            raise NotFoundError("no such place")


def _check_query(
    request: web.Request, queries: Mapping[str, re.Pattern[str]], *, required: frozenset[str]
) -> None:
    if not request.query_string and not required:
        return
    asked = list(request.query)
    if len(asked) != len(set(asked)) or not set(asked) <= queries.keys():
        raise WrongShapeError("a parameter that is unknown or given twice")
    if not required <= set(asked):
        raise WrongShapeError("a parameter is missing")
    if any(queries[name].fullmatch(request.query[name]) is None for name in asked):
        raise WrongShapeError("a parameter out of its range")
