# SPDX-License-Identifier: EUPL-1.2
"""Handing over in the invented world: a newcomer in the policy, statements, and the wraps with them."""

from collections.abc import Sequence
from typing import Any

from relay.crypto.signing import Statement as Signed
from relay.protocol.handover import Handover, Item, build_handover, item_of
from relay.records import CaseId, KeyId, Message
from relay.review import service
from relay.review.handing_over import Passed
from relay.review.holding import Thing
from tests.review.letters import a_wrap
from tests.review.world import ADA, BO, CASE, CY, DAY, PROGRAMME, Person, World, signed


async def mediators(world: World, *people: Person, case: str = CASE) -> None:
    """Let a policy assign exactly these mediators."""
    await world.change_policy(case, mediators=tuple(sorted(one.key for one in people)))


async def newcomer(world: World) -> None:
    """Let Cy join Ada and Bo."""
    await mediators(world, ADA, BO, CY)


async def lacks(world: World, giver: Person, to: Person = CY, *, case: str = CASE) -> tuple[Thing, ...]:
    """Return what of messages and notes the giver can open and ``to`` cannot."""
    return tuple(one for one in await lacks_all(world, giver, to, case=case) if one.kind != "record")


async def lacks_all(world: World, giver: Person, to: Person = CY, *, case: str = CASE) -> tuple[Thing, ...]:
    """Return the same with records; those that opened the gates are among them."""
    page = await service.list_unhanded(world.desk, giver.actor, case=CaseId(case), to=KeyId(to.key))
    return page.things


def message_of(message: Message) -> Thing:
    """Return a message as a thing to hand over."""
    return Thing(kind="message", of=message.id, subject=message.manifest)


def wrapped(thing: Thing, to: Person = CY) -> bytes:
    """Return the wrap of a thing for a mediator."""
    return a_wrap("handed", thing.subject, to.name)


def handover(
    world: World,
    giver: Person,
    things: Sequence[Thing],
    *,
    to: Person = CY,
    case: str = CASE,
    by: Person | None = None,
    **changed: Any,
) -> Signed:
    """Sign a hand-over."""
    items = [item_of(thing.subject, wrapped(thing, to)) for thing in things]
    references = world.references(case)
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "giver": giver.id,
        "to": to.key,
        "policy": references["policy"],
        "policy_version": references["policy_version"],
        "items": _rising(items),
        "number": world.next_number(),
        "day": DAY,
    }
    return signed(by or giver, "handover", build_handover(Handover(**(facts | changed))))


def _rising(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.subject))


async def hand(
    world: World,
    giver: Person,
    things: Sequence[Thing],
    *,
    to: Person = CY,
    statement: Signed | None = None,
    case: str = CASE,
) -> Passed:
    """Hand things over."""
    return await service.hand_over(
        world.desk,
        giver.actor,
        case=CaseId(case),
        statement=statement or handover(world, giver, things, to=to, case=case),
        handed=[(thing, wrapped(thing, to)) for thing in things],
    )
