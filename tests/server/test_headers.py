# SPDX-License-Identifier: EUPL-1.2
"""The security headers stand on every response of every route, refusals and raw errors included (G18)."""

import asyncio
import re
import socket

import pytest

from relay.app import SECURITY_HEADERS
from relay.server.app import operations
from relay.server.operations import Operation
from tests.review.world import ADA, MAX, ODA
from tests.server.relays import Answer, Relay

OPERATIONS = [one for one in operations() if one.name != "listen_for_changes"]


def concrete_ids(path: str) -> str:
    """Fill in ids."""
    return re.sub(r"\{[a-z]+\}", "A" * 22, path.replace("{part}", "0"))


def check(answer: Answer) -> None:
    """Every header is there with its value, and nothing says what serves it."""
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers.get(name) == value, name
    assert "Server" not in answer.headers
    assert "Cache-Control" in answer.headers


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
async def test_every_operation_wears_the_headers(relay: Relay, operation: Operation) -> None:
    """Signed out, and signed in with a body that is none."""
    path = concrete_ids(operation.path)
    check(await relay.ask(operation.method, path))
    for person in (ODA, ADA, MAX):
        signed_in = await relay.ask(operation.method, path, by=person, json={} if operation.takes else None)
        check(signed_in)
        assert signed_in.status < 500
        if operation.name == "close_session":
            relay.tokens.clear()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", None),
        ("GET", "/v1/nothing", 404),
        ("GET", "/nothing.js", 404),
        ("GET", "/../../etc/passwd.txt", 404),
        ("POST", "/v1/programme", 405),
        ("PROPFIND", "/v1/programme", 405),
    ],
)
async def test_pages_and_router_refusals_wear_the_headers(
    relay: Relay, method: str, path: str, status: int | None
) -> None:
    """Also what no operation answers."""
    answer = await relay.ask(method, path)
    check(answer)
    if status is not None:
        assert answer.status == status
        assert answer.code in {"not-found", "unsupported"}


async def test_too_large_a_body_wears_the_headers(relay: Relay) -> None:
    """413 comes before the body is read."""
    answer = await relay.ask(
        "POST", "/v1/challenges", body=b" " * 300_000, headers={"Content-Type": "application/json"}
    )
    assert (answer.status, answer.code) == (413, "too-large")
    check(answer)


def raw_answer(port: int, raw: bytes) -> bytes:
    """Send bytes, return all that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(raw)
        found = b""
        while piece := connection.recv(65_536):
            found += piece
    return found


@pytest.mark.parametrize(
    "raw",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01 / HTTP/1.1\r\n\r\n",
    ],
    ids=["nonsense", "version", "long-line", "tls"],
)
async def test_what_is_no_request_is_answered_with_headers_and_without_a_version(
    relay: Relay, raw: bytes
) -> None:
    """Aiohttp's own 400 names itself and quotes what was sent; ours does neither."""
    answer = (await asyncio.to_thread(raw_answer, relay.port, raw)).decode("latin-1")
    assert answer.startswith("HTTP/1.")
    assert answer.split(" ")[1] == "400"
    for name, value in SECURITY_HEADERS.items():
        assert f"\r\n{name}: {value}\r\n" in answer
    assert "\r\nServer:" not in answer
    assert "aiohttp" not in answer
    assert answer.endswith('{"code":"malformed","kept":null}')
