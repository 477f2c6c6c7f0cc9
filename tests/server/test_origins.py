# SPDX-License-Identifier: EUPL-1.2
"""Host and Origin: DNS rebinding and foreign pages stay outside."""

import pytest

from relay.server.origins import hosts_of
from tests.review.world import ODA
from tests.server.relays import Relay, account_of

BODY = {"account": account_of(ODA)}


@pytest.mark.parametrize("host", ["rebound.example", "127.0.0.1", "localhost", "localhost:1", ""])
async def test_another_name_for_us_is_refused(relay: Relay, host: str) -> None:
    """Only the origins of the settings are ours."""
    answer = await relay.ask("GET", "/v1/programme", headers={"Host": host})
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_every_origin_of_ours_answers(relay: Relay) -> None:
    """The demo has one a role."""
    for name in ("localhost", "mediator.localhost", "LOCALHOST"):
        answer = await relay.ask("GET", "/v1/programme", headers={"Host": f"{name}:{relay.port}"})
        assert answer.status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_foreign_page_changes_nothing(relay: Relay, headers: dict[str, str]) -> None:
    """Whatever it sends along."""
    answer = await relay.ask("POST", "/v1/challenges", json=BODY, headers=headers)
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_our_own_page_may(relay: Relay) -> None:
    """With its Origin, or from a client that has none."""
    for headers in ({}, {"Origin": relay.origin, "Sec-Fetch-Site": "same-origin"}):
        assert (await relay.ask("POST", "/v1/challenges", json=BODY, headers=headers)).status == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_a_body_that_a_form_could_send_is_refused(relay: Relay, kind: str) -> None:
    """Only JSON, which a foreign form cannot send without asking first."""
    headers = {"Content-Type": kind} if kind else {}
    answer = await relay.ask("POST", "/v1/challenges", body=b'{"account":"ZZZZZZZZ"}', headers=headers)
    assert (answer.status, answer.code) == (415, "unsupported")


async def test_a_compressed_body_is_refused(relay: Relay) -> None:
    """A small bomb unpacks to gigabytes."""
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    answer = await relay.ask("POST", "/v1/challenges", body=b"\x1f\x8b", headers=headers)
    assert (answer.status, answer.code) == (415, "unsupported")


def test_a_default_port_may_be_named_or_not() -> None:
    """Both are the same origin."""
    assert hosts_of(frozenset({"https://relay.example"})) == {"relay.example", "relay.example:443"}
    assert hosts_of(frozenset({"http://localhost:8470"})) == {"localhost:8470"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "malformed"),
        (b"{", "malformed"),
        (b"\xff", "malformed"),
        (b'{"account":"\xff"}', "malformed"),
        (b"[]", "wrong-shape"),
        (b"{}", "wrong-shape"),
        (b'{"account":"short"}', "wrong-shape"),
        (b'{"account":"ZZZZZZZZ","more":1}', "wrong-shape"),
        (b'{"account":null}', "wrong-shape"),
        (b'{"account":"\\ud800"}', "malformed"),
        (b"[" * 100_000, "wrong-shape"),
        (b'{"account":' + b"[" * 100_000, "wrong-shape"),
    ],
)
async def test_a_body_of_another_shape_is_refused_politely(relay: Relay, body: bytes, code: str) -> None:
    """Hostile bytes end as a coded refusal."""
    answer = await relay.ask(
        "POST", "/v1/challenges", body=body, headers={"Content-Type": "application/json"}
    )
    assert (answer.status, answer.code) == (400, code)


async def test_a_number_with_a_fraction_is_refused_although_json_schema_calls_it_an_integer(
    relay: Relay,
) -> None:
    """One value has one encoding; the document says so."""
    body = b'{"bundle":"AAAA","version":1.0}'
    headers = {"Content-Type": "application/json"}
    answer = await relay.ask("PUT", "/v1/bundle", by=ODA, body=body, headers=headers)
    assert (answer.status, answer.code) == (400, "wrong-shape")
    document = (await relay.ask("GET", "/v1/openapi.json")).json
    assert "2283.0" in document["info"]["description"]
