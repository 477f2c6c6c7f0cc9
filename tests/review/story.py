# SPDX-License-Identifier: EUPL-1.2
"""The steps of a letter's way, each taken by the right person, so that a test begins where it likes."""

from relay.records import Message
from relay.review import service
from relay.review.machine import approvals_of
from relay.review.moving import statements_of
from tests.review.letters import a_wrap, approval, offer, readiness, release, submitted
from tests.review.world import ADA, PEOPLE, Person, World


def person_of(world_id: str) -> Person:
    """Return the participant of an id."""
    everybody = [one for people, _ in PEOPLE.values() for one in people]
    return next(one for one in everybody if one.id == world_id)


async def in_review(world: World, name: str = "letter") -> Message:
    """A mediator has claimed it."""
    message = await submitted(world, name)
    return await service.claim(world.desk, ADA.actor, message=message.id)


async def approved(world: World, name: str = "letter") -> Message:
    """A mediator has said yes."""
    message = await in_review(world, name)
    return await approve(world, message, ADA)


async def approve(world: World, message: Message, by: Person) -> Message:
    """Approve."""
    statement = approval(world, message, by)
    return await service.approve(world.desk, by.actor, message=message.id, statement=statement)


async def offered(world: World, name: str = "letter") -> Message:
    """The addressee has been told."""
    return await make_offer(world, await approved(world, name))


async def make_offer(world: World, message: Message) -> Message:
    """Offer."""
    statement = offer(world, message, ADA)
    return await service.offer(world.desk, ADA.actor, message=message.id, statement=statement)


async def answered(world: World, message: Message, answer: str = "ready") -> Message:
    """Answer as the addressee."""
    addressee = person_of(message.addressee)
    statement = readiness(world, message, addressee, answer=answer)
    return await service.answer(world.desk, addressee.actor, message=message.id, statement=statement)


async def ready(world: World, name: str = "letter") -> Message:
    """The addressee has said ready."""
    return await answered(world, await offered(world, name))


async def latest_answer(world: World, message: Message) -> str:
    """Return the hash of the addressee's last answer."""
    found = await statements_of(world.desk, message.id, ("readiness",))
    return found[0].id if found else "A" * 43


async def release_it(world: World, message: Message) -> Message:
    """Release to the addressee."""
    to = person_of(message.addressee)
    statement = release(
        world,
        message,
        ADA,
        to=to,
        readiness=await latest_answer(world, message),
        approvals=approvals_of(message),
    )
    return await service.release(
        world.desk, ADA.actor, message=message.id, statement=statement, wrap=a_wrap("release", to.name)
    )


async def released(world: World, name: str = "letter") -> Message:
    """Both gates are open and the key is handed over."""
    return await release_it(world, await ready(world, name))


async def opened(world: World, name: str = "letter") -> Message:
    """The addressee has opened it."""
    message = await released(world, name)
    return await service.opened(world.desk, person_of(message.addressee).actor, message=message.id)
