# SPDX-License-Identifier: EUPL-1.2
"""What each person gets of a message beyond its view: statements, boxes, notes, parts."""

import pytest

from relay.crypto.signing import Statement as Signed
from relay.errors import NotFoundError, RelayError
from relay.records import Message, Upload, UploadId
from relay.review import moving, service
from relay.review.desk import CHUNK_BYTES
from relay.storage.contract import Put
from tests.review import story
from tests.review.letters import (
    a_wrap,
    approval,
    begin,
    bound,
    decision,
    header_of,
    note_for,
    offer,
    readiness,
    submitted,
    withdrawal,
)
from tests.review.onlookers import EVERYBODY
from tests.review.world import ADA, BO, CASE, CY, MAX, ODA, VERA, VIVI, Person, World, ident


async def seen(world: World, person: Person, message: Message) -> service.Detail:
    """Return what a person gets."""
    return await service.detail(world.desk, person.actor, message=message.id)


async def kinds(world: World, person: Person, message: Message) -> list[str]:
    """Return the kinds of the statements that a person gets."""
    from relay.crypto.canonical import decode  # noqa: PLC0415

    found = await seen(world, person, message)
    return sorted(
        str(body["kind"]) for body in (decode(one.body) for one in found.statements) if isinstance(body, dict)
    )


async def test_to_the_author_every_step_after_approval_looks_alike_to_the_byte(world: World):
    """View, statements, boxes and notes: all equal, from approval to reading to handing back."""
    message = await story.approved(world)
    first = await seen(world, ODA, message)
    steps = (story.make_offer, story.answered, story.release_it)
    for step in steps:
        message = await step(world, message)
        assert await seen(world, ODA, message) == first
    message = await service.opened(world.desk, VIVI.actor, message=message.id)
    assert await seen(world, ODA, message) == first
    message = await story.answered(world, message, "keep")
    assert await seen(world, ODA, message) == first


async def test_to_the_author_a_refusal_looks_like_waiting(world: World):
    """Never and not now do not show."""
    message = await story.offered(world)
    before = await seen(world, ODA, message)
    for answer in ("not-now", "never"):
        message = await story.answered(world, message, answer)
        assert await seen(world, ODA, message) == before


async def test_to_the_addressee_every_end_of_an_offer_looks_alike(world: World):
    """Held, returned, declined and taken back: one tombstone, nothing beside it."""
    found: list[tuple[object, ...]] = []
    for number, word in enumerate(("hold", "return", "decline", "escalate", "withdraw")):
        message = await story.offered(world, f"letter {number}")
        if word == "withdraw":
            gone = withdrawal(world, message, ODA, of=ODA)
            await service.withdraw(world.desk, ODA.actor, message=message.id, statement=gone)
        else:
            made = decision(world, message, ADA, word=word)
            await service.decide_on(world.desk, ADA.actor, message=message.id, statement=made)
        one = await seen(world, VIVI, message)
        found.append(
            (one.view.state, one.view.version, one.statements, one.notes, one.manifest, one.header, one.wrap)
        )
    assert len(set(found)) == 1


async def test_the_author_has_their_own_wrap_header_and_manifest(world: World):
    """To see exactly what was sent."""
    message = await submitted(world)
    found = await seen(world, ODA, message)
    assert (found.purpose, found.wrap) == ("self", a_wrap("self", ODA.key))
    assert found.header == header_of(message.id)
    assert found.manifest is not None


async def test_a_mediator_has_the_review_wrap_and_every_statement(world: World):
    """Everything of the case, and the quorum."""
    message = await story.released(world)
    found = await seen(world, BO, message)
    assert (found.purpose, found.wrap, found.quorum) == ("review", a_wrap("review", BO.key), 1)
    assert await kinds(world, BO, message) == ["approval", "offer", "readiness", "release"]


async def test_p4_whoever_says_much_pushes_out_nothing_that_others_said(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    """An addressee who answers a thousand times under high numbers hides no decision from anybody."""
    monkeypatch.setattr(moving, "_PAGE", 3)
    message = await story.ready(world)
    for answer in ("not-now", "ready") * 3:
        message = await story.answered(world, message, answer)
    assert await kinds(world, ADA, message) == ["approval", "offer", *["readiness"] * 7]
    await story.release_it(world, message)
    assert await kinds(world, VIVI, message) == ["approval", "offer", *["readiness"] * 7, "release"]


async def test_a_released_message_comes_with_what_its_reader_has_to_check(world: World):
    """The approvals that the release names, the own answers, the release; and no decision."""
    message = await story.in_review(world)
    held = decision(world, message, ADA, word="hold")
    message = await bound(service.decide_on, world, ADA, message)(statement=held)
    message = await story.approve(world, message, ADA)
    message = await story.answered(world, await story.make_offer(world, message))
    message = await story.release_it(world, message)
    assert await kinds(world, VIVI, message) == ["approval", "offer", "readiness", "release"]


async def test_an_offer_shows_itself_and_its_note_and_opens_nothing(world: World):
    """Who, what kind, how long; not a word of it."""
    message = await story.approved(world)
    note, named = note_for(ADA, VIVI)
    statement = offer(world, message, ADA, note=named)
    message = await bound(service.offer, world, ADA, message)(statement=statement, note=note)
    found = await seen(world, VIVI, message)
    assert [one.hash for one in found.notes] == [named]
    assert (found.purpose, found.header, found.wrap) == (None, None, None)
    assert await kinds(world, VIVI, message) == ["offer"]
    with pytest.raises(NotFoundError):
        await service.open_part(world.desk, VIVI.actor, message=message.id, part=0)


async def test_a_note_between_mediators_reaches_no_participant(world: World):
    """Neither its text nor that it is there."""
    message = await story.in_review(world)
    note, named = note_for(ADA, BO)
    statement = approval(world, message, ADA, note=named)
    message = await bound(service.approve, world, ADA, message)(statement=statement, note=note)
    assert [one.hash for one in (await seen(world, BO, message)).notes] == [named]
    assert (await seen(world, ODA, message)).notes == ()


async def test_a_reading_plan_is_for_mediators_and_oneself(world: World):
    """How I want to read this."""
    message = await story.offered(world)
    plan, named = note_for(ADA, BO, VIVI)
    statement = readiness(world, message, VIVI, plan=named)
    message = await bound(service.answer, world, VIVI, message)(statement=statement, note=plan)
    for person, known in ((VIVI, [named]), (BO, [named]), (ODA, [])):
        assert [one.hash for one in (await seen(world, person, message)).notes] == known


async def test_the_parts_open_for_author_mediator_and_reader_and_nobody_else(world: World):
    """One part of one chunk, with its leaves."""
    message = await story.released(world)
    for person in EVERYBODY:
        if person in (ODA, VIVI, ADA, BO):
            found = await service.open_part(world.desk, person.actor, message=message.id, part=0)
            assert (found.size, await world.blobs.size(found.leaves)) == (CHUNK_BYTES, 32)
        else:
            with pytest.raises(NotFoundError):
                await service.open_part(world.desk, person.actor, message=message.id, part=0)


@pytest.mark.parametrize("part", [-1, 1, 2**40])
async def test_there_are_no_other_parts(world: World, part: int):
    """A number out of range finds nothing."""
    message = await story.released(world)
    with pytest.raises(NotFoundError):
        await service.open_part(world.desk, VIVI.actor, message=message.id, part=part)


async def test_only_the_author_sees_how_far_an_upload_is(world: World):
    """And only while it goes on."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    upload = Upload(
        id=UploadId("u"),
        version=1,
        message=message.id,
        case=CASE,
        account=ODA.actor.account,
        part=0,
        length=CHUNK_BYTES,
        offset=7,
        expires_at=world.now,
    )
    await world.ledger.commit([Put(upload)])
    found = await seen(world, ODA, message)
    assert [(one.part, one.offset, one.length) for one in found.uploads] == [(0, 7, CHUNK_BYTES)]
    for person in (VIVI, ADA, MAX, CY, VERA):
        with pytest.raises(RelayError):
            await seen(world, person, message)


async def test_only_those_are_woken_whose_own_view_has_changed(world: World):
    """An offer wakes the addressee and the mediators, not the author."""
    message = await story.approved(world)
    world.told.clear()
    await story.make_offer(world, message)
    assert world.told == [(message.id, frozenset({VIVI.id, ADA.id, BO.id}))]


async def test_undoing_while_cooling_wakes_nobody_but_the_author(world: World):
    """Mediators never knew."""
    message = await submitted(world)
    world.now -= 10
    world.told.clear()
    gone = withdrawal(world, message, ODA, of=ODA)
    await service.withdraw(world.desk, ODA.actor, message=message.id, statement=gone)
    world.now += 10**6
    assert world.told == [(message.id, frozenset({ODA.id}))]
    with pytest.raises(NotFoundError):
        await service.view(world.desk, ADA.actor, message=message.id)


def test_statements_are_compared_whole():
    """What the equality tests above rest on."""
    assert Signed(body=b"a", key=b"k", sig=b"s") != Signed(body=b"a", key=b"k", sig=b"t")
