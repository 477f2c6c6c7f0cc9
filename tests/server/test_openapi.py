# SPDX-License-Identifier: EUPL-1.2
"""The document says what runs: every route, every type, every refusal."""

import io
import re

import pytest

from relay import __version__
from relay.server.app import make_app, operations
from relay.server.openapi import codes_of, document
from relay.server.operations import Operation
from relay.server.statuses import status_of
from tests.review.world import World
from tests.server.relays import Relay, parts_for, settings_for

DOCUMENT = document(operations())


async def test_the_document_is_served_as_it_is_made(relay: Relay) -> None:
    """And is OpenAPI 3.1 of this version."""
    answer = await relay.ask("GET", "/v1/openapi.json")
    assert answer.json == DOCUMENT
    assert (answer.json["openapi"], answer.json["info"]["version"]) == ("3.1.0", __version__)


def test_every_route_is_in_the_document_and_nothing_else() -> None:
    """But for the web app's own files."""
    app = make_app(settings_for(1), parts_for(World(), io.StringIO()))
    routed = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.resource.canonical != "/{path}"
    }
    described = {(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert routed == described


def test_names_are_unique() -> None:
    """Clients are generated from them."""
    names = [operation.name for operation in operations()]
    assert len(names) == len(set(names))


def test_every_reference_leads_somewhere() -> None:
    """Nothing dangles."""
    referred = set(re.findall(r"'#/components/schemas/(\w+)'", repr(DOCUMENT)))
    assert referred <= set(DOCUMENT["components"]["schemas"])


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.name)
def test_every_refusal_s_status_is_described(operation: Operation) -> None:
    """With its codes by name."""
    responses = DOCUMENT["paths"][operation.path][operation.method.lower()]["responses"]
    for code in codes_of(operation):
        assert f"`{code}`" in responses[str(status_of(code))]["description"]


@pytest.mark.parametrize("operation", operations(), ids=lambda one: one.name)
def test_every_variable_of_a_path_has_a_pattern(operation: Operation) -> None:
    """An id in a path is an id and nothing else."""
    assert set(re.findall(r"\{([a-z]+)\}", operation.path)) == set(operation.places)


def test_every_state_changing_operation_asks_who_it_is_or_says_why_not() -> None:
    """The few without a session: sign-in, tickets, managers' signatures, asking, leaving, OPTIONS."""
    open_to_all = {
        operation.name for operation in operations() if operation.roles is None and operation.method != "GET"
    }
    assert open_to_all == {
        "ask_challenge",
        "open_session",
        "use_ticket",
        "ask_to_take_part",
        "renew_trust",
        "describe_uploads",
        "forget_everything",
    }
