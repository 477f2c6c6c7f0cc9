# SPDX-License-Identifier: EUPL-1.2
"""schemathesis over our own document: no 5xx, no undocumented status, no answer of another shape (G9).

Short by default; ``RELAY_SCHEMA_SECONDS=300`` for the whole of it. Each request comes, by
lot, from a participant, a mediator, a manager, or nobody, and names things that exist as
often as things that do not.
"""

import asyncio
import os
import random
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from relay.records import CaseRecord, Role
from relay.server.app import operations
from relay.server.openapi import codes_of
from relay.storage.contract import Page
from tests.casework.asking import asked
from tests.review.world import ADA, CASE, MAX, ODA, VIVI, World, ident
from tests.server.letters import begun, offered, released, submitted, upload_begun
from tests.server.relays import populated, serving

SECONDS = float(os.environ.get("RELAY_SCHEMA_SECONDS", "30"))
BRING = {"one": submitted, "two": offered, "three": released}
CODES = {(one.method, one.path): codes_of(one) for one in operations()}
ROLES = {(one.method, one.path): one.roles for one in operations()}
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
schemathesis.openapi.media_type("application/offset+octet-stream", strategies.binary(max_size=300))
ENDLESS = "/v1/events"  # answers for as long as one listens


@dataclass(slots=True)
class Target:
    """A relay in a thread of its own, with tokens and things to name."""

    url: str = ""
    tokens: dict[str, Role] = field(default_factory=dict[str, Role])
    known: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    log: str = ""


async def _serve(target: Target, ready: threading.Event, over: threading.Event) -> None:
    world = World()
    async with serving(world) as relay:
        await populated(world, relay)
        messages = [await bring(relay, name) for name, bring in BRING.items()]
        begun_only = await begun(relay, "four")
        place = await upload_begun(relay, begun_only)
        records = await world.ledger.find(CaseRecord, Page(equals={"case": CASE}))
        target.tokens = {await relay.token(one): one.role for one in (ODA, VIVI, ADA, MAX)}
        target.known = {
            "message": [*messages, begun_only, ident("none")],
            "upload": [place.rsplit("/", 1)[-1]],
            "case": [CASE, ident("none")],
            "part": ["0", "1"],
            "lookup": [ident("lookup")],
            "intake": [(await asked(world)).id, ident("none")],
            "record": [one.id for one in records] + [ident("none")],
        }
        target.url = relay.origin
        ready.set()
        await asyncio.to_thread(over.wait)
        target.log = relay.log.getvalue()


@pytest.fixture
def target() -> Iterator[Target]:
    """Serve while the test runs; requests come from outside the loop, as real ones do."""
    made, ready, over = Target(), threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_serve(made, ready, over)))
    thread.start()
    try:
        assert ready.wait(30)
        yield made
    finally:
        over.set()
        thread.join(30)
    assert "internal-error" not in made.log, made.log


def lightened(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with long strings of *requests* given as examples.

    To draw 21,952 characters of a pattern takes seconds; two that fit and the pattern for
    short ones say as much. Answers are judged by the document as it is.
    """
    for methods in document["paths"].values():
        for operation in methods.values():
            for media in operation.get("requestBody", {}).get("content", {}).values():
                media["schema"] = _light(media.get("schema", {}), document["components"]["schemas"])
    return document


def _light(schema: Any, known: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_light(one, known) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _light(known[schema["$ref"].rsplit("/", 1)[-1]], known)
    length = re.search(r"\{(\d{3,})\}", schema.get("pattern", ""))
    if length is not None:
        return {"type": "string", "enum": ["A" * int(length[1]), "_" * int(length[1])]}
    if schema.get("maxLength", 0) > 1_000:
        return {"type": "string", "pattern": "^[A-Za-z0-9_-]{4,40}$"}
    return {name: _light(one, known) for name, one in schema.items()}


def aim(case: Any, target: Target, *, lots: random.Random) -> dict[str, str]:
    """Let a request name real things, and somebody to come from."""
    for name in list(case.path_parameters or {}):
        if lots.random() < 0.6:
            case.path_parameters[name] = lots.choice(target.known[name])
    if case.query and "case" in case.query and lots.random() < 0.7:
        case.query["case"] = CASE
    roles = ROLES[case.method, case.path] or frozenset(Role)
    fitting = [token for token, role in target.tokens.items() if role in roles]
    token = lots.choice(fitting * 4 + [*target.tokens, "A" * 43])
    if (case.method, case.path) == ("DELETE", "/v1/session"):
        token = "A" * 43  # or nobody would be signed in from here on
    headers = {"Authorization": f"Bearer {token}"}
    if "uploads" in case.path and lots.random() < 0.8:
        headers |= {"Tus-Resumable": "1.0.0"}
    return headers


@pytest.mark.timeout(SECONDS * 3 + 60)
@pytest.mark.filterwarnings("ignore")
def test_nothing_valid_or_invalid_gets_a_5xx_or_an_undocumented_answer(target: Target) -> None:
    """Valid and invalid requests to every operation, in turn, until the time is over."""
    document = requests.get(f"{target.url}/v1/openapi.json", timeout=10).json()
    schema = schemathesis.openapi.from_dict(lightened(document))
    schema.config.update(base_url=target.url)
    readable: list[Any] = list(schema.get_all_operations())
    to_try = [
        (found.ok(), mode)
        for found in readable
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
        if found.ok().path != ENDLESS
    ]
    lots, sent, until = random.Random(7), 0, time.monotonic() + SECONDS
    with requests.Session() as session:
        while time.monotonic() < until:
            for operation, mode in to_try:
                if time.monotonic() > until:
                    break
                sent += try_operation(operation, mode, target=target, session=session, lots=lots)
    assert sent > len(to_try)


def try_operation(
    operation: Any, mode: GenerationMode, *, target: Target, session: requests.Session, lots: random.Random
) -> int:
    """Send a few generated requests and check each answer; return how many."""
    sent = 0

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=6,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    def send(case: Any) -> None:
        nonlocal sent
        headers = aim(case, target, lots=lots)
        response = case.call(headers=headers, session=session)
        case.validate_response(response, checks=list(CHECKS), headers=headers)
        if response.status_code >= 400 and response.content:
            assert response.json()["code"] in CODES[case.method, case.path], response.text
        sent += 1

    try:
        send()
    except Exception as error:
        if type(error).__name__ == "Unsatisfiable":  # nothing invalid can be made for this operation
            return 0
        raise
    return sent
