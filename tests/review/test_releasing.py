# SPDX-License-Identifier: EUPL-1.2
"""The second gate: answers, releases, what stops them, and handing back."""

import asyncio
from functools import partial
from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    DirectoryStaleError,
    ForkError,
    GateShutError,
    NotApprovedError,
    NotFoundError,
    NotReadyError,
    NotReleasedError,
    OldNumberError,
    RelayError,
    RollbackError,
    SignerNotAllowedError,
    StaleVersionError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.directory import MediatorEntry
from relay.records import Case, Message, State, StoredBox
from relay.review import service
from relay.review.machine import approvals_of
from relay.storage.contract import Page, Put
from relay.storage.faults import Fault
from tests.review import story
from tests.review.letters import a_wrap, readiness, release, withdrawal
from tests.review.records import agree
from tests.review.taking_back import until_waiting
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    ODA,
    VERA,
    VIVI,
    VIVI_AGAIN,
    Person,
    World,
    certificate,
    hash_of,
    ident,
    signed,
)


async def send_release(
    world: World, message: Message, /, *, wrap: bytes | None = None, **changed: Any
) -> Message:
    """Release with one fact changed."""
    facts: dict[str, Any] = {
        "readiness": await story.latest_answer(world, message),
        "approvals": approvals_of(message),
    }
    statement = release(world, message, ADA, to=VIVI, **(facts | changed))
    return await service.release(
        world.desk,
        ADA.actor,
        message=message.id,
        statement=statement,
        wrap=a_wrap("release", "vivi") if wrap is None else wrap,
    )


async def test_a_release_hands_over_the_wrap(world: World):
    """And only then."""
    message = await story.ready(world)
    assert (await send_release(world, message)).state is State.RELEASED
    found = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert (found.wrap, found.purpose) == (a_wrap("release", "vivi"), "release")


OTHER = b64u(sha256(b"other"))
WRONG_RELEASES: list[tuple[dict[str, Any], type[RelayError]]] = [
    ({"wrap": a_wrap("other")}, NotReleasedError),
    ({"certificate": OTHER}, NotReleasedError),
    ({"epoch": 2}, NotReleasedError),
    ({"addressee": VERA.id}, NotReleasedError),
    ({"approvals": (OTHER,)}, NotReleasedError),
    ({"readiness": OTHER}, NotReadyError),
    ({"manifest": OTHER}, WrongContextError),
    ({"message": ident("other")}, WrongContextError),
    ({"policy_version": 2}, RollbackError),
    ({"policy": OTHER}, ForkError),
    ({"directory_epoch": 7}, RollbackError),
]


@pytest.mark.parametrize(("changed", "refusal"), WRONG_RELEASES, ids=lambda one: str(one)[:24])
async def test_a_release_with_one_wrong_fact_releases_nothing(
    world: World, changed: dict[str, Any], refusal: type[RelayError]
):
    """And leaves no wrap."""
    message = await story.ready(world)
    with pytest.raises(refusal):
        await send_release(world, message, **changed)
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}))
    assert not any(box.what.startswith("wrap/release") for box in boxes)


@pytest.mark.parametrize("answer", ["not-now", "never"])
async def test_a_changed_mind_stops_the_release(world: World, answer: str):
    """Only the latest answer counts."""
    message = await story.ready(world)
    first = await story.latest_answer(world, message)
    message = await story.answered(world, message, answer)
    with pytest.raises(NotReadyError):
        await send_release(world, message, readiness=first)


async def test_another_mediators_or_participants_release_of_the_same_body_is_refused(world: World):
    """A release's hash does not cover who signed it."""
    message = await story.released(world)
    facts: dict[str, Any] = {
        "readiness": await story.latest_answer(world, message),
        "approvals": approvals_of(message),
    }
    statement = release(world, message, VIVI, to=VIVI, **facts)
    with pytest.raises(SignerNotAllowedError):
        await service.release(
            world.desk, VIVI.actor, message=message.id, statement=statement, wrap=a_wrap("release", "vivi")
        )


async def test_a_higher_quorum_stops_offer_and_release_until_more_approve(world: World):
    """Approvals are counted again at each gate."""
    message = await story.ready(world)
    await world.change_policy(quorum=2)
    with pytest.raises(NotApprovedError):
        await send_release(world, message)
    message = await story.approve(world, message, BO)
    assert (await send_release(world, message)).state is State.RELEASED


async def test_p17_a_revoked_mediators_approval_no_longer_counts(world: World):
    """The item needs a new one."""
    message = await story.in_review(world)
    message = await service.let_go(world.desk, ADA.actor, message=message.id)
    message = await story.approve(world, message, BO)
    entries = [
        MediatorEntry(key=b64u(one.public), kem=KEM, status="revoked" if one is BO else "active", from_=None)
        for one in (ADA, BO, CY)
    ]
    await world.accept(mediators=tuple(sorted(entries, key=lambda one: one.key)))
    with pytest.raises(NotApprovedError):
        await story.make_offer(world, message)
    with pytest.raises(NotFoundError):
        await service.view(world.desk, BO.actor, message=message.id)


async def test_a_pause_of_either_side_shuts_the_gate_and_of_others_does_not(world: World):
    """And coming back opens it."""
    message = await story.ready(world)
    for person, refused in ((VERA, False), (ODA, True), (VIVI, True)):
        await change_place(world, person, "pause")
        if refused:
            with pytest.raises(GateShutError):
                await send_release(world, message)
        await change_place(world, person, "resume")
    assert (await send_release(world, message)).state is State.RELEASED


async def change_place(world: World, person: Person, scope: str) -> None:
    """Pause, resume or leave."""
    statement = withdrawal(world, None, person, of=person, scope=scope)
    await service.withdraw_case(world.desk, person.actor, case=CASE, statement=statement)


async def test_a_stale_directory_stops_releases(world: World):
    """Thirty-one days later."""
    message = await story.ready(world)
    world.now += 40 * 86_400
    with pytest.raises(DirectoryStaleError):
        await send_release(world, message)


async def test_a_gate_that_shuts_during_a_release_wins(world: World):
    """Compare-and-swap on the case, too."""
    message = await story.ready(world)
    load = world.ledger.load

    async def shut_meanwhile(kind: Any, key: str) -> Any:
        found = await load(kind, key)
        if kind is StoredBox or not isinstance(found, Case):
            return found
        from dataclasses import replace  # noqa: PLC0415

        await world.ledger.commit([Put(replace(found, version=found.version + 1))])
        return found

    world.ledger.load = shut_meanwhile
    with pytest.raises(StaleVersionError):
        await send_release(world, message)
    world.ledger.load = load
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    assert found.state is State.OFFERED


async def test_a_pause_during_an_offer_wins(world: World):
    """The offer was checked before, and commits after."""
    message = await story.approved(world)
    world.ledger.faults.plan("commit", Fault.SLOW)
    task = asyncio.ensure_future(story.make_offer(world, message))
    await until_waiting(world)
    await change_place(world, VIVI, "pause")
    world.ledger.faults.go_on.set()
    with pytest.raises(StaleVersionError):
        await task


async def test_keeping_takes_the_wrap_away_at_once(world: World):
    """Feature 55: handed back after reading."""
    message = await story.opened(world)
    kept = await story.answered(world, message, "keep")
    found = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert kept.state is State.KEPT
    assert (found.wrap, found.header, found.purpose) == (None, None, None)
    again = await story.release_it(world, await story.answered(world, await story.make_offer(world, kept)))
    assert again.state is State.RELEASED


async def test_an_answer_is_the_addressees_own(world: World):
    """Nobody is ready for somebody else."""
    message = await story.offered(world)
    for person in (VERA, ODA, ADA):
        statement = readiness(world, message, person)
        with pytest.raises(RelayError):
            await service.answer(world.desk, person.actor, message=message.id, statement=statement)
    forged = signed(ODA, "readiness", readiness(world, message, VIVI).body)
    with pytest.raises(SignerNotAllowedError):
        await service.answer(world.desk, VIVI.actor, message=message.id, statement=forged)


async def test_an_older_answer_does_not_come_back(world: World):
    """Numbers rise."""
    message = await story.offered(world)
    early = readiness(world, message, VIVI)
    message = await story.answered(world, message, "not-now")
    with pytest.raises(OldNumberError):
        await service.answer(world.desk, VIVI.actor, message=message.id, statement=early)


async def test_opening_twice_moves_once(world: World):
    """The second is harmless."""
    message = await story.opened(world)
    assert await service.opened(world.desk, VIVI.actor, message=message.id) == message


async def test_p2_under_a_new_key_the_addressee_answers_anew(world: World):
    """Whoever lost every key counts from one again: the old key's answer neither opens nor stops anything."""
    message = await story.ready(world)
    old = await story.latest_answer(world, message)
    await world.enrol_again(VIVI_AGAIN)
    await agree(world, VIVI_AGAIN)
    made = hash_of(certificate(VIVI_AGAIN, case=CASE, epoch=2), "certificate")
    key: dict[str, Any] = {"certificate": made, "epoch": 2}
    with pytest.raises(NotReadyError):
        await send_release(world, message, readiness=old, **key)
    again = readiness(world, message, VIVI_AGAIN, number=1)
    await service.answer(world.desk, VIVI_AGAIN.actor, message=message.id, statement=again)
    after = await send_release(world, message, readiness=hash_of(again, "readiness"), **key)
    assert after.state is State.RELEASED


async def test_the_very_same_release_and_answer_again_change_nothing(world: World):
    """A lost answer is asked for again; a wrap of another length is refused."""
    message = await story.offered(world)
    said = readiness(world, message, VIVI)
    first = await service.answer(world.desk, VIVI.actor, message=message.id, statement=said)
    assert await service.answer(world.desk, VIVI.actor, message=message.id, statement=said) == first
    facts: dict[str, Any] = {
        "readiness": await story.latest_answer(world, message),
        "approvals": approvals_of(first),
    }
    statement = release(world, first, ADA, to=VIVI, **facts)
    ask = partial(service.release, world.desk, ADA.actor, message=first.id, statement=statement)
    with pytest.raises(WrongShapeError):
        await ask(wrap=b"short")
    released = await ask(wrap=a_wrap("release", "vivi"))
    assert await ask(wrap=a_wrap("release", "vivi")) == released
