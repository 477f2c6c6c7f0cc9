# SPDX-License-Identifier: EUPL-1.2
"""Handing over: what the new mediator gets, what they do not, and what a withdrawal does to it."""

from dataclasses import replace

import pytest

from relay.errors import (
    CoolingOffError,
    ForbiddenError,
    NotFoundError,
    OldNumberError,
    RevokedError,
    RollbackError,
    SignerNotAllowedError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)
from relay.records import Event, Hash, KeyId, Message, StoredBox
from relay.review import service
from relay.review.desk import SealedNote
from relay.review.holding import Thing
from relay.storage.contract import Page
from tests.review import story
from tests.review.handing import hand, handover, lacks, mediators, message_of, newcomer, wrapped
from tests.review.letters import begin, decision, note_for, submitted, upload
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    ODA,
    OTHER_CASE,
    VIVI,
    XENO,
    YARA,
    Person,
    World,
    ident,
)


async def held(world: World, name: str = "letter") -> tuple[Message, SealedNote, str]:
    """Return a letter on hold, with a note for the two mediators of then."""
    message = await story.in_review(world, name)
    note, named = note_for(ADA, BO)
    statement = decision(world, message, ADA, word="hold", note=named)
    found = await service.decide_on(world.desk, ADA.actor, message=message.id, statement=statement, note=note)
    return found, note, named


# --- P19: what the new mediator gets


async def test_p19_a_new_mediator_opens_nothing_until_it_is_handed_over(world: World) -> None:
    """Being assigned shows the message and its ciphertext, and gives no key."""
    message, _, _ = await held(world)
    await newcomer(world)
    found = await service.detail(world.desk, CY.actor, message=message.id)
    assert (found.wrap, found.purpose, found.notes) == (None, "review", ())


async def test_p19_a_hand_over_gives_the_keys_of_messages_and_notes(world: World) -> None:
    """Each as its own wrap for the newcomer, with the purpose that it was made for."""
    message, note, named = await held(world)
    await newcomer(world)
    things = await lacks(world, ADA)
    assert {(one.kind, one.of, one.subject) for one in things} == {
        ("message", message.id, message.manifest),
        ("note", message.id, named),
    }
    await hand(world, ADA, things)
    found = await service.detail(world.desk, CY.actor, message=message.id)
    assert (found.wrap, found.purpose) == (wrapped(message_of(message)), "handover")
    assert [(one.hash, one.box) for one in found.notes] == [(named, note.box)]
    assert found.notes[0].wrap == wrapped(Thing(kind="note", of=message.id, subject=Hash(named)))
    assert await lacks(world, ADA) == ()


async def test_p19_whoever_was_there_before_reads_by_their_own_wrap(world: World) -> None:
    """A hand-over replaces nobody's key."""
    message, _, _ = await held(world)
    await newcomer(world)
    before = await service.detail(world.desk, BO.actor, message=message.id)
    await hand(world, ADA, await lacks(world, ADA))
    after = await service.detail(world.desk, BO.actor, message=message.id)
    assert (after.wrap, after.purpose, after.notes) == (before.wrap, "review", before.notes)


async def test_p19_what_was_handed_over_can_be_handed_on(world: World) -> None:
    """The newcomer is a mediator like any other, to the next one too."""
    message, _, _ = await held(world)
    await newcomer(world)
    await hand(world, ADA, await lacks(world, ADA))
    await mediators(world, CY)
    await mediators(world, CY, BO)
    assert await lacks(world, CY, BO) == ()  # what was wrapped for Bo is still theirs
    assert (await service.detail(world.desk, CY.actor, message=message.id)).purpose == "handover"


async def test_p19_a_mediator_whom_the_policy_took_out_gets_nothing_more(world: World) -> None:
    """Not the letter, not its parts, not the list, and not a hand-over."""
    message, _, _ = await held(world)
    await newcomer(world)
    things = await lacks(world, ADA)
    await mediators(world, BO, CY)
    for ask in (
        service.detail(world.desk, ADA.actor, message=message.id),
        service.open_part(world.desk, ADA.actor, message=message.id, part=0),
    ):
        with pytest.raises(NotFoundError):
            await ask
    with pytest.raises(ForbiddenError):
        await service.listing(world.desk, ADA.actor, case=CASE)
    with pytest.raises(ForbiddenError):
        await lacks(world, ADA)
    with pytest.raises(ForbiddenError):
        await hand(world, ADA, things)


# --- P19: nothing else with it


async def test_p19_nothing_of_another_case_goes_with_it(world: World) -> None:
    """Not even by somebody who mediates both and holds the keys of both."""
    foreign = message_of(await submitted(world, "foreign", sender=XENO, addressee=YARA, case=OTHER_CASE))
    own = message_of(await submitted(world))
    await mediators(world, ADA, CY, case=OTHER_CASE)
    await hand(world, CY, await lacks(world, CY, ADA, case=OTHER_CASE), to=ADA, case=OTHER_CASE)
    await newcomer(world)
    assert await lacks(world, ADA) == (own,)
    for signed_for, posted_to in (
        (CASE, CASE),
        (CASE, OTHER_CASE),
        (OTHER_CASE, CASE),
        (OTHER_CASE, OTHER_CASE),
    ):
        statement = handover(world, ADA, [foreign], to=BO, case=signed_for)
        with pytest.raises(WrongContextError):
            await hand(world, ADA, [foreign], to=BO, statement=statement, case=posted_to)
    with pytest.raises(WrongContextError):
        await hand(world, ADA, [own, foreign], to=CY)
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": foreign.of}))
    assert not [one.what for one in boxes if BO.key in one.what]


async def test_p19_a_wrap_is_put_beside_no_other_message(world: World) -> None:
    """What a wrap is of and where it goes are one."""
    one, other = await submitted(world, "one"), await submitted(world, "other")
    await newcomer(world)
    for thing in (
        replace(message_of(one), of=other.id),
        replace(message_of(one), of=ident("nowhere")),
        replace(message_of(one), kind="note"),
    ):
        with pytest.raises(WrongContextError):
            await hand(world, ADA, [thing])


async def test_p19_nobody_hands_over_what_they_cannot_open(world: World) -> None:
    """Neither a mediator who came after it was sealed, nor a participant another's words."""
    message = await submitted(world)
    await newcomer(world)
    await mediators(world, BO, CY)
    with pytest.raises(WrongContextError):
        await hand(world, CY, [message_of(message)], to=BO)
    for stranger in (VIVI,):
        with pytest.raises(WrongContextError):
            await hand(world, stranger, [message_of(message)])
    with pytest.raises(ForbiddenError):
        await hand(world, XENO, [message_of(message)])


async def test_p19_an_author_hands_over_their_own_words(world: World) -> None:
    """When nobody is left who could: from the wrap that they kept for themselves."""
    message = await submitted(world)
    await mediators(world, CY)
    assert await lacks(world, VIVI) == ()
    things = await lacks(world, ODA)
    assert things == (message_of(message),)
    passed = await hand(world, ODA, things)
    assert passed.concerned == {CY.id, ODA.id}
    found = await service.detail(world.desk, CY.actor, message=message.id)
    assert (found.wrap, found.purpose) == (wrapped(things[0]), "handover")


async def test_an_author_is_not_asked_for_what_a_mediator_can_hand_over(world: World) -> None:
    """While one of the case's mediators can open it, it is theirs to do."""
    message = await submitted(world)
    await newcomer(world)
    assert await lacks(world, ODA) == ()
    await mediators(world, CY)
    assert await lacks(world, ODA) == (message_of(message),)


async def test_p19_an_author_hands_over_the_notes_to_them(world: World) -> None:
    """What they were told about their letter, and not what the mediators told each other."""
    message, _, _ = await held(world)
    note, named = note_for(ADA, BO, ODA, text=b"a note to the author")
    statement = decision(world, message, ADA, word="return", note=named)
    await service.decide_on(world.desk, ADA.actor, message=message.id, statement=statement, note=note)
    await mediators(world, CY)
    assert {(one.kind, one.subject) for one in await lacks(world, ODA)} == {
        ("message", message.manifest),
        ("note", named),
    }


async def test_p19_what_the_author_may_still_undo_is_not_listed_to_mediators(world: World) -> None:
    """Before the end of the cooling-off time no mediator knows of it; its author may give it."""
    fresh = await begin(world, ident("fresh"), sender=ODA, addressee=VIVI)
    await upload(world, fresh.id)
    await service.submit(world.desk, ODA.actor, message=fresh.id)
    await newcomer(world)
    assert await lacks(world, ADA) == ()
    with pytest.raises(WrongContextError):
        await hand(world, ADA, [message_of(fresh)])
    await hand(world, ODA, [message_of(fresh)])
    with pytest.raises(CoolingOffError):
        await service.detail(world.desk, CY.actor, message=fresh.id)


# --- The statement


@pytest.mark.parametrize("to", [VIVI, XENO], ids=["a person", "a stranger"])
async def test_p19_a_key_goes_to_a_mediator_of_the_case_only(world: World, to: Person) -> None:
    """Nobody else is a receiver, whoever signs it."""
    message = await submitted(world)
    with pytest.raises(RevokedError):
        await lacks(world, ADA, to)
    with pytest.raises(WrongContextError):
        await hand(world, ADA, [message_of(message)], to=to)


async def test_p19_made_under_another_policy_it_is_refused(world: World) -> None:
    """Between signing and sending the manager may have chosen somebody else."""
    message = await submitted(world)
    await newcomer(world)
    statement = handover(world, ADA, [message_of(message)])
    await newcomer(world)
    with pytest.raises(RollbackError):
        await hand(world, ADA, [message_of(message)], statement=statement)


async def test_p19_it_is_signed_by_whoever_gives(world: World) -> None:
    """Not by another mediator in their name, nor with another's key."""
    message = await submitted(world)
    await newcomer(world)
    things = [message_of(message)]
    for statement in (
        handover(world, ADA, things, by=BO),
        handover(world, BO, things, by=ADA),
    ):
        with pytest.raises(SignerNotAllowedError):
            await hand(world, ADA, things, statement=statement)


async def test_exactly_the_named_wraps_come_with_it(world: World) -> None:
    """Not one more, not one less, not another, not one twice, and each of a wrap's length."""
    one, other = [message_of(await submitted(world, name)) for name in ("one", "other")]
    await newcomer(world)
    both = handover(world, ADA, [one, other])
    with pytest.raises(WrongContextError):  # what did not come along is nobody's to give
        await hand(world, ADA, [one], statement=both)
    with pytest.raises(WrapBrokenError):
        await hand(world, ADA, [one, other], statement=handover(world, ADA, [one]))
    with pytest.raises(WrongShapeError):
        await hand(world, ADA, [one, one])
    desk, statement = world.desk, handover(world, ADA, [one])
    with pytest.raises(WrongShapeError):
        await service.hand_over(desk, ADA.actor, case=CASE, statement=statement, handed=[(one, b"short")])


async def test_the_same_again_is_harmless_and_a_replay_is_refused(world: World) -> None:
    """A lost answer costs nothing; an older number does nothing."""
    one, other = [message_of(await submitted(world, name)) for name in ("one", "other")]
    await newcomer(world)
    early = handover(world, ADA, [other])
    statement = handover(world, ADA, [one])
    first = await hand(world, ADA, [one], statement=statement)
    again = await hand(world, ADA, [one], statement=statement)
    assert (again.statement, again.concerned) == (first.statement, frozenset())
    with pytest.raises(OldNumberError):
        await hand(world, ADA, [other], statement=early)


async def test_the_first_hand_over_of_a_thing_stays(world: World) -> None:
    """A second giver adds what is missing and changes nothing that is there."""
    one, other = [await submitted(world, name) for name in ("one", "other")]
    await newcomer(world)
    await hand(world, ADA, [message_of(one)])
    await hand(world, BO, [message_of(one), message_of(other)])
    for message in (one, other):
        found = await service.detail(world.desk, CY.actor, message=message.id)
        assert found.wrap == wrapped(message_of(message))


async def test_it_stands_in_the_list_of_events_and_mediators_see_all_of_them(world: World) -> None:
    """Nothing is wrapped again without a line that stays; a participant sees their own lines."""
    message = await submitted(world)
    await newcomer(world)
    passed = await hand(world, ADA, await lacks(world, ADA))
    events = await world.ledger.find(Event, Page(equals={"case": CASE}, order="seq"))
    assert [(one.kind, one.by, one.digest) for one in events][-1] == ("handover", ADA.id, passed.statement)
    assert events[-1].chain
    await mediators(world, BO, CY)
    for mediator in (BO, CY):
        assert len(await service.list_handovers(world.desk, mediator.actor, case=CASE)) == 1
    assert await service.list_handovers(world.desk, ODA.actor, case=CASE) == ()
    with pytest.raises(ForbiddenError):
        await service.list_handovers(world.desk, ADA.actor, case=CASE)
    assert passed.concerned == {ADA.id, BO.id, CY.id}
    assert message.id


async def test_a_long_case_is_listed_in_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """By id; a page that holds nothing still says where to go on."""
    monkeypatch.setattr("relay.review.unhanded._MOST_MESSAGES", 2)
    for number in range(5):
        await submitted(world, f"letter {number}")
    await newcomer(world)
    found: list[Thing] = []
    after: str | None = None
    while True:
        page = await service.list_unhanded(world.desk, ADA.actor, case=CASE, to=KeyId(CY.key), after=after)
        found += [one for one in page.things if one.kind == "message"]
        after = page.next
        if after is None:
            break
    assert sorted(one.of for one in found) == sorted(ident(f"letter {number}") for number in range(5))
