# SPDX-License-Identifier: EUPL-1.2
"""Requests to take part as clients seal them, over the programme of ``tests.review.world``."""

from typing import Any

from relay.casework.intake import take_in
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.protocol.intake import intake_context, seal_intake, wrap_intake
from relay.protocol.intake_key import Assignment, build_assignment, intake_recipient, intake_subject
from relay.protocol.intake_words import Asking, build_asking
from relay.records import Intake, IntakeId, KeyId
from tests.review.world import CASE, DAY, INTAKE_KEY, MAX, PROGRAMME, Person, World, ident, signed

KEY = sha256(b"key of a request")
RECIPIENT = KeyId(intake_recipient(INTAKE_KEY))


def asking(**changed: Any) -> Asking:
    """Return what somebody who was harmed might write."""
    facts: dict[str, Any] = {
        "who": "victim",
        "language": "fr",
        "name": "Camille",
        "reach": "613-555-0100",
        "hours": "le soir",
        "words": "J'aimerais poser une question.",
        "needs": "",
        "institution": "",
        "person": "",
        "federal": None,
        "responsibility": "",
    }
    return Asking(**(facts | changed))


def sealed(name: str = "one", **changed: Any) -> tuple[IntakeId, bytes, bytes]:
    """Return a request's id, box and wrap."""
    intake = IntakeId(ident(name))
    context = intake_context(PROGRAMME, intake)
    box = seal_intake(KEY, build_asking(asking(**changed)), context=context, salt=sha256(name.encode()))
    return intake, box, wrap_intake(INTAKE_KEY, KEY, box=box)


async def asked(world: World, name: str = "one") -> Intake:
    """Have the relay take a request in; return it as it lies there."""
    intake, box, wrap = sealed(name)
    await take_in(world.ledger, intake=intake, box=box, recipient=RECIPIENT, wrap=wrap, at=world.now)
    return await kept(world, intake)


async def kept(world: World, intake: str) -> Intake:
    """Return a request as it lies in the ledger."""
    found = await world.ledger.load(Intake, intake)
    assert found is not None
    return found


def assignment(found: Intake, /, *, by: Person = MAX, **changed: Any) -> Signed:
    """Sign that a request belongs to the case."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": CASE,
        "intake": found.id,
        "box": b64u(intake_subject(found.box)),
        "day": DAY,
    }
    return signed(by, "assignment", build_assignment(Assignment(**(facts | changed))))
