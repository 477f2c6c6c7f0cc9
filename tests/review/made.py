# SPDX-License-Identifier: EUPL-1.2
"""Made words in an invented world: told words, words left out, renditions, by a mediator."""

from typing import Any

from relay.crypto.signing import Statement as Signed
from relay.protocol.grant import Grant, build_grant
from relay.protocol.release import wrap_hash
from relay.records import Message, MessageId
from relay.review import service
from tests.review.letters import a_wrap, about, header_of, manifest, there, upload, wraps_for
from tests.review.world import ADA, CASE, INA, ODA, VIVI, Person, World, ident, signed

UNTIL = "2026-06-07"
CHANNELS = ("letter", "relayed", "video")
CONFIRMATION = b"a sealed confirmation".ljust(900, b".")


def words(kind: str, origin: Message | None) -> dict[str, Any]:
    """Return what a manifest says of made words."""
    derived_from = None if origin is None else origin.manifest
    channel = "relayed" if kind == "relayed" else "letter"
    return {"class_": kind, "channel": channel, "derived_from": derived_from}


async def make(
    world: World,
    kind: str = "relayed",
    *,
    name: str = "made",
    by: Person = ADA,
    of: Person = ODA,
    to: Person = VIVI,
    origin: Message | None = None,
    case: str = CASE,
    **changed: Any,
) -> Message:
    """Begin made words in the name of ``of``."""
    message = ident(name)
    facts = words(kind, origin) | changed
    await service.begin(
        world.desk,
        by.actor,
        manifest=manifest(world, message, sender=of, addressee=to, case=case, **facts),
        header=header_of(message),
        wraps=wraps_for(of, case),
    )
    return await there(world, message)


async def hand_in(world: World, message: Message, by: Person = ADA) -> Message:
    """Bring the only part, and hand in."""
    await upload(world, message.id)
    return await service.submit(world.desk, by.actor, message=message.id)


async def proposed(world: World, kind: str = "relayed", **facts: Any) -> Message:
    """Made words that wait for their author, or for review where they need no yes."""
    return await hand_in(world, await make(world, kind, **facts), facts.get("by", ADA))


def granted(
    world: World, message: Message, by: Person = ADA, /, *, to: Person = INA, **changed: Any
) -> Signed:
    """Sign a grant of a message to an interpreter, for ten days; ``given=False`` ends it."""
    given = changed.get("given", True)
    facts: dict[str, Any] = {
        "mediator": by.id,
        "interpreter": to.key,
        "until": UNTIL,
        "given": True,
        "wrap": wrap_hash(a_wrap("grant", to.key)) if given else None,
        "number": world.next_number(),
        **about(message),
    }
    return signed(by, "grant", build_grant(Grant(**(facts | changed))))


async def grant_to(
    world: World, message: Message, /, *, to: Person = INA, by: Person = ADA, **changed: Any
) -> Message:
    """Let an interpreter in."""
    return await service.grant(
        world.desk,
        by.actor,
        message=message.id,
        statement=granted(world, message, by, to=to, **changed),
        wrap=a_wrap("grant", to.key),
    )


async def end_grant(world: World, message: Message, *, to: Person = INA, by: Person = ADA) -> Message:
    """End that."""
    statement = granted(world, message, by, to=to, given=False)
    return await service.grant(world.desk, by.actor, message=message.id, statement=statement)


async def confirmed(world: World, message: Message, by: Person = ODA) -> Message:
    """Their author says yes."""
    return await service.confirm(world.desk, by.actor, message=MessageId(message.id), box=CONFIRMATION)
