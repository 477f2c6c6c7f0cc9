# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part over HTTP: by anybody, from any bytes, at a bearable rate; and the managers' inbox."""

import asyncio
import re
from typing import Any

import pytest

from relay.crypto.encoding import b64u
from relay.errors import TooManyTriesError
from relay.protocol import wire, wire_office
from relay.protocol.intake_key import verify_intake_key
from relay.protocol.root import verify_root
from relay.records import Event, Intake, KeyId
from relay.server.rates import REQUESTS_OF_ALL, REQUESTS_PER_NETWORK, Rates
from relay.server.translate import envelope_of, statement_of
from relay.storage.contract import Page
from tests.casework.asking import RECIPIENT, asked, assignment, sealed
from tests.review.world import (
    ADA,
    CASE,
    CY,
    DAY,
    FINGERPRINT,
    MAX,
    MIA,
    VIVI,
    ident,
)
from tests.server.relays import Answer, Relay
from tests.server.test_events import listening

BOX = b64u(b"s" * 4_176)


def a_wrap(recipient: KeyId = RECIPIENT, *, purpose: Any = "intake") -> wire.Wrap:
    """Return a wrap that nobody opens here."""
    return wire.Wrap(purpose=purpose, recipient=recipient, wrap=b64u(bytes(1_168)))


def a_request(name: str = "one") -> wire_office.IntakePost:
    """Return a request as a page hands it in."""
    intake, box, wrap = sealed(name)
    wrapped = wire.Wrap(purpose="intake", recipient=RECIPIENT, wrap=b64u(wrap))
    return wire_office.IntakePost(intake=intake, box=b64u(box), wrap=wrapped)


async def shown(relay: Relay, state: str = "new") -> list[Any]:
    """Return the inbox as a manager sees it."""
    return (await relay.ask("GET", f"/v1/intake?state={state}", by=MAX)).json["intakes"]


async def move(relay: Relay, intake: str, what: str, asked: wire.Wire, *, by: Any = MAX) -> Answer:
    """Have a manager do something with a request."""
    return await relay.ask("POST", f"/v1/intake/{intake}/{what}", by=by, json=asked)


async def test_anybody_may_ask_and_learns_nothing_more(relay: Relay) -> None:
    """No session, no status, no list: the answer is the same for everybody."""
    answer = await relay.ask("POST", "/v1/intake", json=a_request())
    assert (answer.status, answer.json) == (200, {"version": 1})
    assert (await relay.ask("GET", "/v1/intake")).code == "session-expired"
    assert (await relay.ask("GET", "/v1/intake", by=VIVI)).code == "forbidden"


async def test_the_same_request_twice_at_once_is_one(real_relay: Relay) -> None:
    """Whoever presses twice is not told that somebody else was first."""
    request = a_request()
    answers = await asyncio.gather(*(real_relay.ask("POST", "/v1/intake", json=request) for _ in range(6)))
    assert {answer.status for answer in answers} == {200}
    assert len(await shown(real_relay)) == 1


async def test_the_key_to_seal_to_can_be_checked_by_anybody(relay: Relay) -> None:
    """Root and key, signed; no word of mediators or cases."""
    answer = (await relay.ask("GET", "/v1/intake/key")).json
    root, key = [statement_of(wire.Envelope(**answer[name])) for name in ("root", "intake")]
    believed = verify_root(root, fingerprint=FINGERPRINT, today=DAY)
    assert verify_intake_key(key, root=believed, today=DAY).programme == believed.root.programme
    assert set(answer) == {"root", "intake"}


async def test_a_relay_without_a_programme_takes_none(bare_relay: Relay) -> None:
    """The page then says to telephone."""
    assert (await bare_relay.ask("GET", "/v1/intake/key")).code == "not-found"
    assert (await bare_relay.ask("POST", "/v1/intake", json=a_request())).code == "not-found"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"box": "A" * 10}, "size-wrong"),
        ({"box": "A" * 100_000}, "wrong-shape"),
        ({"box": "é"}, "wrong-shape"),
        ({"intake": "short"}, "wrong-shape"),
        ({"wrap": None}, "wrong-shape"),
        ({"more": 1}, "wrong-shape"),
        ({"wrap": {"purpose": "review", "recipient": RECIPIENT, "wrap": "A" * 1_558}}, "wrong-shape"),
        ({"wrap": {"purpose": "intake", "recipient": "A" * 43, "wrap": "A" * 1_558}}, "wrong-context"),
    ],
)
async def test_hostile_bytes_are_refused_and_leave_nothing(
    relay: Relay, changed: dict[str, Any], code: str
) -> None:
    """Each with a code, none with a trace in the ledger."""
    whole = {"intake": ident("x"), "box": BOX, "wrap": _fields(a_wrap())}
    answer = await relay.ask("POST", "/v1/intake", json=whole | changed)
    assert answer.code == code
    assert await shown(relay) == []


def _fields(wrap: wire.Wrap) -> dict[str, str]:
    return {"purpose": wrap.purpose, "recipient": wrap.recipient, "wrap": wrap.wrap}


@pytest.mark.parametrize("body", [b"", b"\xff", b"{", b"[]", b"null", b'{"intake":' * 2_000])
async def test_what_is_no_request_is_refused(relay: Relay, body: bytes) -> None:
    """Raw bytes under the name of JSON."""
    headers = {"Content-Type": "application/json"}
    answer = await relay.ask("POST", "/v1/intake", body=body, headers=headers)
    assert answer.code in {"malformed", "wrong-shape"}


async def test_a_request_is_told_to_managers_alone_and_once(relay: Relay) -> None:
    """Without an id: many requests are one change. Sent again it wakes nobody."""
    request = a_request()
    async with listening(relay, MAX) as manager, listening(relay, ADA) as mediator:
        for _ in range(2):
            assert (await relay.ask("POST", "/v1/intake", json=request)).status == 200
        assert await manager.hear() == [{"kind": "intake", "id": ""}]
        assert await manager.hear(seconds=0.2) == []
        assert await mediator.hear(seconds=0.2) == []


async def test_one_network_can_ask_so_often(relay: Relay) -> None:
    """A flood ends; the refusal is coded, so that the page can say to telephone."""
    codes = [
        (await relay.ask("POST", "/v1/intake", json=a_request(f"request {number}"))).status
        for number in range(REQUESTS_PER_NETWORK.burst + 2)
    ]
    assert codes == [200] * REQUESTS_PER_NETWORK.burst + [429, 429]


def test_many_networks_together_cannot_fill_the_disk() -> None:
    """What everybody may hand in together is counted as well."""
    rates = Rates(lambda: 0.0)
    taken = 0
    for number in range(2 * REQUESTS_OF_ALL.burst):
        try:
            rates.take_request(f"198.51.{number // 256}.{number % 256}")
        except TooManyTriesError:
            break
        taken += 1
    assert taken == REQUESTS_OF_ALL.burst


async def test_a_request_goes_its_way(relay: Relay) -> None:
    """P1: asked, screened, passed on to the case's mediator, who alone gets it; closed and erased."""
    await relay.ask("POST", "/v1/intake", json=a_request())
    [new] = await shown(relay)
    intake = new["intake"]
    sheet = wire_office.ScreeningPost(version=1, box=BOX, wrap=a_wrap())
    assert (await move(relay, intake, "screening", sheet)).json == {"version": 2}
    [screened] = await shown(relay, "screening")
    assert screened["sheet"]["box"] == BOX
    kept = await relay.world.ledger.load(Intake, intake)
    passed = wire_office.AssignmentPost(
        version=2, statement=envelope_of(assignment(kept)), wraps=[a_wrap(ADA.key)]
    )
    assert (await move(relay, intake, "assignment", passed)).json == {"version": 3}
    [hers] = (await relay.ask("GET", "/v1/intake", by=ADA)).json["intakes"]
    assert (hers["case"], hers["sheet"], hers["box"]) == (CASE, None, new["box"])
    assert (await relay.ask("GET", "/v1/intake", by=CY)).json["intakes"] == []
    closing = wire_office.IntakeClosing(version=3, erase=True)
    assert (await move(relay, intake, "closing", closing)).json == {"version": 4}
    [closed] = await shown(relay, "closed")
    assert (closed["box"], closed["sheet"]) == (None, None)
    assert (await relay.ask("GET", "/v1/intake", by=ADA)).json["intakes"] == []


async def test_another_manager_was_first(relay: Relay) -> None:
    """Both looked at version 1; the second is told, and what the first did stands."""
    intake = (await asked(relay.world)).id
    sheet = wire_office.ScreeningPost(version=1, box=BOX, wrap=a_wrap())
    assert (await move(relay, intake, "screening", sheet, by=MIA)).status == 200
    closing = wire_office.IntakeClosing(version=1, erase=True)
    assert (await move(relay, intake, "closing", closing)).code == "stale-version"
    assert [one["state"] for one in await shown(relay, "screening")] == ["screening"]


@pytest.mark.parametrize("what", ["screening", "assignment", "closing"])
async def test_only_a_manager_moves_a_request(relay: Relay, what: str) -> None:
    """A mediator reads what was passed on to them, and no more."""
    intake = (await asked(relay.world)).id
    answer = await relay.ask("POST", f"/v1/intake/{intake}/{what}", by=ADA, json={})
    assert answer.code == "forbidden"


async def test_a_request_leaves_no_line_in_the_list_and_none_in_the_log(relay: Relay) -> None:
    """Anybody may ask: so it must not lengthen the accountability list, nor be told apart in the log."""
    before = await relay.world.ledger.find(Event, Page(equals={}, order="seq", limit=1_000))
    await relay.ask("POST", "/v1/intake", json=a_request())
    after = await relay.world.ledger.find(Event, Page(equals={}, order="seq", limit=1_000))
    assert len(after) == len(before)
    assert re.search("intake", relay.log.getvalue()) is None
