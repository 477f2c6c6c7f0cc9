# SPDX-License-Identifier: EUPL-1.2
"""Gates as a mediator's device is shown them: all open, or one shut while the relay says otherwise.

Every record and consent is truly signed, in versions that rise with every telling: the device
remembers the newest one that it saw, and an older telling is a lie of its own.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Final

from aiohttp import web

from relay.crypto.canonical import encode
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import to_envelope
from relay.crypto.wrapping import wrap
from relay.demo.hands import Hand
from relay.protocol.consent import Consent, build_consent
from relay.protocol.record import (
    Clear,
    GateClear,
    PaceClear,
    Record,
    RecordWrap,
    build_record,
    derived_id,
    record_box_hash,
    seal_record,
)
from relay.station.calendar import day_after, today
from tests.e2e.evil.proxy import Lies, TakeOver, says
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json

TIMES: Final = count(2)
"""When something is told: each time after the one before, on one device."""

_GATES: Final = ("no-contact", "assessment", "overlap")
NOTHING: Final[Mapping[str, list[Json]]] = {}
_SOMETHING_BEFORE: Final = b64u(bytes(32))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """What is shut, if anything is.

    Attributes:
        gate: its name, and whose: ``author`` or ``reader``.
        until: the last day on which what is said of that gate holds; for ever, or long, unless given.
        is_open: that gate was called open, until then.
        side: whose messages are offered too often.
        consent: who takes part in no letters any more.
    """

    gate: tuple[str, str] | None = None
    until: str | None = None
    is_open: bool = False
    side: str | None = None
    consent: str | None = None


OPEN: Final = Shut()


def casework(
    world: World,
    at: int,
    shut: Shut = OPEN,
    *,
    consents_at: int | None = None,
    beside: Mapping[str, list[Json]] = NOTHING,
) -> Lies:
    """Tell everything that gates hang on, in versions of the time ``at``, and more records by their type."""
    gates = [
        _gate(world, gate, hand, at=at, shut=shut if shut.gate == (gate, whose) else None)
        for gate in _GATES
        for whose, hand in _people(world)
    ]
    paces = [_pace(world, side, at=at, shut=shut) for side in ("harmed", "responsible")]
    consents = [
        _consent(world, hand, at=consents_at or at, given=whose != shut.consent)
        for whose, hand in _people(world)
    ]
    return Lies(
        takes_over={
            "records": _records({"gate": gates, "pace": paces, **beside}),
            "consents": says(encode({"consents": consents})),
            "gates": says(b'{"gates":[]}'),  # whatever is shut, the relay says that nothing is
        }
    )


def _people(world: World) -> Sequence[tuple[str, Hand]]:
    return (("author", world.author), ("reader", world.reader))


def _records(known: dict[str, list[Json]]) -> TakeOver:
    async def answer(request: web.Request) -> web.StreamResponse:
        kind = request.query.get("type")
        found = [one for name, some in known.items() if kind in {None, name} for one in some]
        return web.json_response({"records": found, "next": None})

    return answer


def _gate(world: World, gate: str, of: Hand, *, at: int, shut: Shut | None) -> Json:
    until = day_after(90) if gate == "assessment" else None
    clear = GateClear(gate=gate, participant=of.keyring.person, shut=False, until=until)
    if shut is not None:
        clear = replace(clear, shut=not shut.is_open, until=shut.until or until)
    fields = ("safety", "privacy", "wellbeing") if gate == "assessment" else ("evidence",)
    return written(world, "gate", clear, dict.fromkeys(fields, "Rien de vrai.") | {"reason": ""}, at=at)


def _pace(world: World, side: str, *, at: int, shut: Shut) -> Json:
    most = 1 if side == shut.side else 100
    return written(world, "pace", PaceClear(side=side, most=most, days=30), {"reason": ""}, at=at)


def written(
    world: World,
    kind: str,
    clear: Clear,
    content: dict[str, Any],
    *,
    at: int,
    case: str | None = None,
    by: Hand | None = None,
) -> Json:
    """Return a record as the first mediator gets it, for both; theirs and of this case unless given."""
    signer, here = by or world.one, case or world.cast.case
    outline = Record(
        programme=world.one.believed.policy(world.cast.case).policy.programme,
        case=here,
        record=derived_id(kind, here, clear=clear, mediator=signer.keyring.person)
        or b64u(secrets.token_bytes(ID_BYTES)),
        version=at,
        previous=_SOMETHING_BEFORE if at > 1 else None,
        type=kind,
        clear=clear,
        box="",
        wraps=(),
        day=today(),
    )
    key = secrets.token_bytes(32)
    box = seal_record(key, encode({**content}), record=outline, salt=secrets.token_bytes(32))
    subject = unb64u(record_box_hash(box))
    wraps = {
        hand.keyring.key_id: wrap(hand.keyring.kem, key, purpose="record", subject=subject)
        for hand in sorted((world.one, world.two), key=lambda hand: hand.keyring.key_id)
    }
    named = tuple(RecordWrap(recipient=one, wrap=b64u(sha256(raw))) for one, raw in wraps.items())
    statement = signer.keyring.sign(
        "record", build_record(replace(outline, box=record_box_hash(box), wraps=named))
    )
    return {
        "record": outline.record,
        "case": world.cast.case,
        "version": at,
        "type": kind,
        "statement": to_envelope(statement),
        "box": b64u(box),
        "wrap": b64u(wraps[world.one.keyring.key_id]),
        "purpose": "record",
    }


def _consent(world: World, hand: Hand, *, at: int, given: bool) -> Any:
    policy = world.one.believed.policy(world.cast.case).policy
    body = build_consent(
        Consent(
            programme=policy.programme,
            case=world.cast.case,
            participant=hand.keyring.person,
            channel="letter",
            given=given,
            text=policy.consent_text,
            number=1_000 + at,
            day=today(),
        )
    )
    return to_envelope(hand.keyring.sign("consent", body))
