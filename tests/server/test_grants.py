# SPDX-License-Identifier: EUPL-1.2
"""An interpreter over HTTP: signed in, let in to one message, sends a rendition, and is out again."""

from typing import Any

from relay.crypto.encoding import b64u
from relay.protocol import wire
from relay.server.translate import envelope_of
from tests.review.letters import a_wrap, chunk_of, header_of, manifest, wraps_for
from tests.review.made import granted, words
from tests.review.world import ADA, CASE, INA, ODA, VIVI, ident
from tests.server.letters import post, record, submitted, uploaded
from tests.server.relays import Answer, Relay

WRAP = a_wrap("grant", INA.key)


async def grant(relay: Relay, message: str, **more: Any) -> Answer:
    """Let Ina in, as Ada."""
    statement = granted(relay.world, await record(relay, message), ADA, **more)
    given = {} if more.get("given") is False else {"wrap": _wrapped()}
    return await post(relay, message, "grants", statement, by=ADA, **given)


def _wrapped() -> wire.Wrap:
    return wire.Wrap(purpose="grant", recipient=INA.key, wrap=b64u(WRAP))


async def an_interpreter(relay: Relay) -> str:
    """Give Ina an account, and a letter to render."""
    await relay.add_account(INA)
    message = await submitted(relay)
    assert (await grant(relay, message)).status == 200
    return message


async def test_an_interpreter_finds_opens_and_renders_what_was_granted(relay: Relay) -> None:
    """List, trust, words, and the way back."""
    message = await an_interpreter(relay)
    listed = (await relay.ask("GET", "/v1/grants", by=INA)).json
    trust = (await relay.ask("GET", "/v1/trust", by=INA)).json
    detail = (await relay.ask("GET", f"/v1/messages/{message}", by=INA)).json
    part = await relay.ask("GET", f"/v1/messages/{message}/parts/0", by=INA)
    assert [(one["message"], one["until"]) for one in listed["grants"]] == [(message, "2026-06-07")]
    assert (len(trust["policies"]), detail["purpose"], detail["wrap"]) == (1, "grant", b64u(WRAP))
    assert (part.status, part.body) == (200, chunk_of(message))
    rendition = await _rendered(relay, message)
    after = (await relay.ask("GET", "/v1/grants", by=INA)).json
    assert [one["message"] for one in after["made"]] == [rendition]


async def _rendered(relay: Relay, message: str) -> str:
    origin, rendition = await record(relay, message), ident("rendition")
    made = manifest(relay.world, rendition, sender=ODA, addressee=VIVI, **words("rendition", origin))
    asked = wire.NewMessage(
        manifest=envelope_of(made),
        header=b64u(header_of(rendition)),
        wraps=[
            wire.Wrap(purpose=purpose, recipient=key, wrap=b64u(raw))  # pyright: ignore[reportArgumentType]
            for (purpose, key), raw in wraps_for(ODA).items()
        ],
    )
    begun = await relay.ask("POST", "/v1/messages", by=INA, json=asked)
    assert (begun.status, begun.json["wrap"]) == (200, None), begun
    await uploaded(relay, rendition, by=INA)
    version = wire.VersionPost(version=begun.json["view"]["version"])
    done = await relay.ask("POST", f"/v1/messages/{rendition}/submit", by=INA, json=version)
    assert (done.status, done.json["state"]) == (200, "submitted"), done
    return rendition


async def test_p18_after_its_end_every_way_in_is_shut(relay: Relay) -> None:
    """Detail, parts, a rendition; and the grant sent again changes nothing."""
    message = await an_interpreter(relay)
    first = relay.world.number
    ended = await grant(relay, message, given=False)
    assert ended.status == 200, ended
    assert (await grant(relay, message, number=first)).status == 200  # known, and nothing comes of it
    assert (await grant(relay, message, number=first + 1)).code == "old-number"
    for path in (f"/v1/messages/{message}", f"/v1/messages/{message}/parts/0"):
        assert (await relay.ask("GET", path, by=INA)).code == "grant-over"
    assert (await relay.ask("GET", "/v1/grants", by=INA)).json == {"grants": [], "made": []}
    assert (await relay.ask("GET", "/v1/trust", by=INA)).json["policies"] == []


async def test_a_grant_comes_with_a_wrap_of_its_own_purpose(relay: Relay) -> None:
    """A release's wrap is none."""
    message = await submitted(relay)
    statement = granted(relay.world, await record(relay, message), ADA)
    wrap = wire.Wrap(purpose="release", recipient=INA.key, wrap=b64u(WRAP))
    refused = await post(relay, message, "grants", statement, by=ADA, wrap=wrap)
    assert refused.code == "wrong-shape"


async def test_an_interpreter_lists_no_messages_and_no_cases(relay: Relay) -> None:
    """They are in none."""
    await an_interpreter(relay)
    assert (await relay.ask("GET", "/v1/messages", by=INA)).status == 403
    assert (await relay.ask("GET", "/v1/cases", by=INA)).json == {"cases": []}
    assert (await relay.ask("GET", f"/v1/messages?case={CASE}", by=INA)).status == 403
