# SPDX-License-Identifier: EUPL-1.2
"""The OpenAPI 3.1 document, made from the operations themselves and the wire types.

One thing that JSON Schema cannot say: ``2283.0`` is an integer to JSON Schema, and it is
refused here (400, ``wrong-shape``), because one value has one encoding. So says the
document's own description.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

import msgspec

from relay import __version__
from relay.protocol.wire import Refusal, Wire
from relay.server.answers import JSON
from relay.server.operations import Operation
from relay.server.statuses import status_of

Json = dict[str, Any]

_REF: Final = "#/components/schemas/{name}"
_ALWAYS: Final = frozenset({"malformed", "forbidden", "too-busy"})
_WITH_BODY: Final = frozenset({"wrong-shape", "too-large", "too-slow", "unsupported"})
_ABOUT: Final = (
    "A relay for sealed messages. Every refusal is `{code, kept}`; the code is for the person, in "
    "their language. A JSON body has exactly the named fields; a number written with a fraction or "
    "an exponent is refused, `2283.0` included, although JSON Schema calls it an integer. "
    "Byte strings are base64url without padding. See docs/format.md for what is signed and sealed."
)
_RESPONSES: Final = {460: "Checksum Mismatch"}


def document(operations: Iterable[Operation]) -> Json:
    """Return the whole document."""
    listed = list(operations)
    paths: dict[str, Json] = defaultdict(dict)
    for operation in listed:
        paths[operation.path][operation.method.lower()] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Relay", "version": __version__, "description": _ABOUT},
        "paths": dict(paths),
        "components": {
            "schemas": _schemas(listed),
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def codes_of(operation: Operation) -> frozenset[str]:
    """Return every code with which an operation may refuse."""
    codes = _ALWAYS | operation.refuses
    if operation.takes is not None:
        codes |= _WITH_BODY
    if operation.roles is not None or operation.knows_session:
        codes |= {"session-expired"}
    if operation.places:
        codes |= {"not-found"}
    return codes | {"wrong-shape"}


def _schemas(operations: Iterable[Operation]) -> Json:
    used: set[type[Wire]] = {Refusal}
    for operation in operations:
        used |= {kind for kind in (operation.takes, operation.gives) if kind is not None}
    in_order = sorted(used, key=lambda kind: kind.__name__)
    _, components = msgspec.json.schema_components(in_order, ref_template=_REF)
    return components


def _described(operation: Operation) -> Json:
    described: Json = {
        "operationId": operation.name,
        "summary": operation.about,
        "responses": _responses(operation),
    }
    parameters = _parameters(operation)
    if parameters:
        described["parameters"] = parameters
    if operation.takes is not None:
        described["requestBody"] = {"required": True, "content": _content(operation.takes)}
    elif operation.method == "PATCH":
        octets = {"application/offset+octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        described["requestBody"] = {"content": octets}
    if operation.roles is not None:
        described["security"] = [{"bearer": []}]
        described["description"] = "For: " + ", ".join(sorted(operation.roles)) + "."
    return described


def _content(kind: type[Wire]) -> Json:
    return {JSON: {"schema": {"$ref": _REF.format(name=kind.__name__)}}}


def _responses(operation: Operation) -> Json:
    responses: Json = {}
    for status, media_type in _answers(operation).items():
        responses[str(status)] = {"description": _phrase(status)}
        if status in (HTTPStatus.PRECONDITION_FAILED, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE):
            responses[str(status)] |= {"content": _content(Refusal)} if media_type else {}
        elif operation.gives is not None:
            responses[str(status)]["content"] = _content(operation.gives)
        elif media_type is not None:
            responses[str(status)]["content"] = {media_type: {}}
    for status, codes in _refusals(operation).items():
        told = ", ".join(f"`{code}`" for code in sorted(codes))
        responses[str(status)] = {"description": told}
        if operation.method != "HEAD":
            responses[str(status)]["content"] = _content(Refusal)
    return dict(sorted(responses.items()))


def _answers(operation: Operation) -> Mapping[int, str | None]:
    if operation.answers:
        return operation.answers
    return {200: JSON} if operation.gives is not None else {204: None}


def _refusals(operation: Operation) -> Mapping[int, set[str]]:
    by_status: dict[int, set[str]] = defaultdict(set)
    for code in codes_of(operation):
        by_status[status_of(code)].add(code)
    return by_status


def _phrase(status: int) -> str:
    return _RESPONSES.get(status) or HTTPStatus(status).phrase


def _parameters(operation: Operation) -> list[Json]:
    places = [
        {"name": name, "in": "path", "required": True, "schema": _text(operation.places[name])}
        for name in re.findall(r"\{([a-z]+)\}", operation.path)
    ]
    queries = [
        {"name": name, "in": "query", "description": query.about, "schema": _text(query.pattern)}
        | ({"required": True} if query.required else {})
        for name, query in operation.query.items()
    ]
    headers = [
        {"name": name, "in": "header", "description": about, "schema": {"type": "string"}}
        for name, about in operation.headers.items()
    ]
    return [*places, *queries, *headers]


def _text(pattern: str) -> Json:
    return {"type": "string", "pattern": f"^({pattern})$"}
