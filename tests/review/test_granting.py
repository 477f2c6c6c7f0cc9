# SPDX-License-Identifier: EUPL-1.2
"""An interpreter opens one message until a day; after that nothing, whatever is sent again."""

from dataclasses import replace
from typing import Any

import pytest

from relay.casework.standing import load_directory
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    ForbiddenError,
    GrantOverError,
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    OldNumberError,
    RelayError,
    SignatureWrongError,
    SignerNotAllowedError,
    StaleVersionError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.root import key_id_text
from relay.records import Grant, Message, State, StoredBox
from relay.review import service
from relay.review.granting import end_grants
from relay.review.guests import grant_id
from relay.storage.contract import Page
from tests.review import story
from tests.review.letters import a_wrap, begin, submitted, there
from tests.review.made import end_grant, grant_to, granted, make, proposed
from tests.review.onlookers import everybody_looks
from tests.review.taking_back import assert_destroyed, take_back
from tests.review.world import ADA, BO, CY, INA, IVO, MAX, ODA, VIVI, Person, World, ident

WRAP = a_wrap("grant", INA.key)
DAYS_TO_LAST, DAY = 10, 86_400


async def seen(world: World, message: Message, by: Person = INA) -> service.Detail:
    """Look as an interpreter."""
    return await service.detail(world.desk, by.actor, message=message.id)


async def known(world: World, message: Message, to: Person = INA) -> Grant:
    """Return the server's own record of a grant."""
    found = await world.ledger.load(Grant, grant_id(message.id, to.key))
    assert found is not None
    return found


async def test_an_interpreter_opens_the_one_message_and_sees_nothing_of_its_way(world: World):
    """Words, wrap and their own grant; no state, answer, decision or approval."""
    message = await story.offered(world)
    await grant_to(world, message)
    detail = await seen(world, message)
    assert (detail.purpose, detail.wrap, len(detail.statements)) == ("grant", WRAP, 1)
    assert (detail.view.state, detail.view.version, detail.notes) == (State.SUBMITTED, 1, ())
    assert (await service.open_part(world.desk, INA.actor, message=message.id, part=0)).size == 65_552


async def test_nobody_else_is_let_in(world: World):
    """Another interpreter, and this one to another message."""
    message, other = await story.in_review(world), await story.in_review(world, "other")
    await grant_to(world, message)
    for by, which in ((IVO, message), (INA, other)):
        with pytest.raises(NotFoundError):
            await seen(world, which, by)
        with pytest.raises(NotFoundError):
            await service.open_part(world.desk, by.actor, message=which.id, part=0)


async def test_its_author_is_told_who_may_open_it(world: World):
    """Never silently: the grant is among what an author sees of their words; the reader sees none."""
    message = await story.offered(world)
    await grant_to(world, message)
    assert len((await service.detail(world.desk, ODA.actor, message=message.id)).statements) == 1
    reader = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert len(reader.statements) == 1  # the offer


async def test_p18_after_its_last_day_a_grant_opens_nothing_and_its_key_is_gone(world: World):
    """The last day counts whole; the sweeper destroys what is left of the wrap."""
    message = await story.in_review(world)
    await grant_to(world, message)
    world.now += DAYS_TO_LAST * DAY
    assert (await seen(world, message)).wrap == WRAP
    world.now += DAY
    with pytest.raises(GrantOverError):
        await seen(world, message)
    await service.sweep(world.desk)
    await assert_over(world, message)


async def assert_over(world: World, message: Message, to: Person = INA) -> None:
    """No wrap is stored, and the key of its inner box is destroyed."""
    found = await known(world, message, to)
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}, limit=100))
    assert found.over
    assert not any(box.what.startswith(f"wrap/grant/{to.key}") for box in boxes)
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(found.slot)


async def test_p18_a_mediator_ends_a_grant_at_once(world: World):
    """Any mediator of the case; the message itself stays as it is."""
    message = await story.in_review(world)
    await grant_to(world, message)
    await end_grant(world, message, by=BO)
    with pytest.raises(GrantOverError):
        await seen(world, message)
    await assert_over(world, message)
    assert (await service.detail(world.desk, ADA.actor, message=message.id)).wrap is not None


async def test_p18_a_grant_replayed_after_its_end_is_refused(world: World):
    """By its giver, letter by letter, or with a number that was used."""
    message = await story.in_review(world)
    first = granted(world, message)
    give: dict[str, Any] = {"message": message.id, "statement": first, "wrap": WRAP}
    await service.grant(world.desk, ADA.actor, **give)
    await end_grant(world, message)
    await service.grant(world.desk, ADA.actor, **give)  # known: nothing happens
    with pytest.raises(GrantOverError):
        await seen(world, message)
    with pytest.raises(OldNumberError):
        await grant_to(world, message, number=2)
    await assert_over(world, message)


async def test_a_grant_given_anew_lets_in_again_under_another_key(world: World):
    """While the first one lasts it is replaced, and its key destroyed."""
    message = await story.in_review(world)
    await grant_to(world, message)
    old = await known(world, message)
    await grant_to(world, message, until="2026-06-20")
    new = await known(world, message)
    assert (new.over, new.until) == (False, "2026-06-20")
    assert (await seen(world, message)).wrap == WRAP
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(old.slot)


async def test_taking_the_message_back_takes_the_grant_with_it(world: World):
    """Its box lies under the message's key too; its own key follows with the next round."""
    message = await story.in_review(world)
    await grant_to(world, message)
    await take_back(world, message, ODA)
    await assert_destroyed(world, message.id)
    assert (await seen(world, message)).view.state is State.WITHDRAWN
    await service.sweep(world.desk)
    await assert_over(world, message)


async def test_a_grant_while_the_message_is_taken_back_leaves_no_wrap(world: World):
    """Whoever is second finds the other."""
    message = await story.in_review(world)
    commit = world.ledger.commit

    async def first_somebody_takes_back(changes: Any) -> None:
        world.ledger.commit = commit
        await take_back(world, message, ODA)
        await commit(changes)

    world.ledger.commit = first_somebody_takes_back
    with pytest.raises(StaleVersionError):
        await grant_to(world, message)
    await assert_destroyed(world, message.id)


WRONG_WORDS: list[tuple[dict[str, Any], type[RelayError]]] = [
    ({"manifest": b64u(sha256(b"x"))}, WrongContextError),
    ({"message": ident("x")}, WrongContextError),
    ({"case": ident("x")}, WrongContextError),
    ({"mediator": BO.id}, SignerNotAllowedError),
    ({"interpreter": VIVI.key}, SignerNotAllowedError),
    ({"interpreter": BO.key}, SignerNotAllowedError),
    ({"wrap": b64u(sha256(b"x"))}, WrapBrokenError),
    ({"until": "2026-09-30"}, WrongShapeError),
    ({"until": "2026-05-27", "day": "2026-05-27"}, GrantOverError),
]


@pytest.mark.parametrize(("wrong", "refusal"), WRONG_WORDS, ids=lambda one: str(one)[:40])
async def test_a_grant_with_one_wrong_fact_is_refused(
    world: World, wrong: dict[str, Any], refusal: type[RelayError]
):
    """And lets nobody in."""
    message = await story.in_review(world)
    with pytest.raises(refusal):
        await grant_to(world, message, **wrong)
    assert await world.ledger.find(Grant, Page(equals={"message": message.id})) == ()


@pytest.mark.parametrize("wrap", [None, b"short"])
async def test_a_grant_without_a_wrap_is_refused(world: World, wrap: bytes | None):
    """It would open nothing."""
    message = await story.in_review(world)
    statement = granted(world, message)
    with pytest.raises(WrongShapeError):
        await service.grant(world.desk, ADA.actor, message=message.id, statement=statement, wrap=wrap)


@pytest.mark.parametrize("by", [ODA, VIVI, CY, MAX, INA])
async def test_only_a_mediator_of_the_case_grants(world: World, by: Person):
    """Not its author, not the interpreter themselves."""
    message = await story.in_review(world)
    with pytest.raises((NotFoundError, ForbiddenError, SignerNotAllowedError, SignatureWrongError)):
        await grant_to(world, message, by=by)


async def test_what_is_not_there_cannot_be_ended(world: World):
    """Nor ended twice."""
    message = await story.in_review(world)
    with pytest.raises(NotAllowedError):
        await end_grant(world, message)
    await grant_to(world, message)
    await end_grant(world, message)
    with pytest.raises(NotAllowedError):
        await end_grant(world, message)


async def test_a_revoked_interpreter_is_let_in_nowhere(world: World):
    """From the next directory on, whatever was granted."""
    message = await story.in_review(world)
    await grant_to(world, message)
    await world.accept(interpreters=())
    with pytest.raises(ForbiddenError):
        await seen(world, message)
    with pytest.raises(SignerNotAllowedError):
        await grant_to(world, await there(world, message.id))


@pytest.mark.parametrize("status", ["retired", "revoked"])
async def test_p18_the_grants_of_an_interpreter_who_leaves_end_for_good(world: World, status: str):
    """Refused at once; the wrap is destroyed with the next round; coming back opens nothing of before."""
    message, beside = await story.in_review(world), await story.in_review(world, "other")
    await grant_to(world, message)
    await grant_to(world, beside, to=IVO)
    before = (await load_directory(world.ledger)).directory.interpreters
    after = tuple(replace(one, status=status) if key_id_text(one.key) == INA.key else one for one in before)
    await world.accept(interpreters=after)
    with pytest.raises(ForbiddenError):
        await seen(world, message)
    with pytest.raises(ForbiddenError):
        await service.open_part(world.desk, INA.actor, message=message.id, part=0)
    await service.sweep(world.desk)
    await assert_over(world, message)
    await world.accept(interpreters=before)
    with pytest.raises(GrantOverError):
        await seen(world, message)
    assert not (await known(world, beside, IVO)).over


async def test_p18_an_interpreter_renders_what_they_were_granted(world: World):
    """It comes to review at once, in its author's name, with the grant beside it."""
    message = await story.in_review(world)
    await grant_to(world, message)
    rendition = await proposed(world, "rendition", by=INA, origin=message)
    review = await service.detail(world.desk, BO.actor, message=rendition.id)
    own = await service.detail(world.desk, INA.actor, message=rendition.id)
    assert (rendition.state, rendition.maker, rendition.sender) == (State.SUBMITTED, INA.id, ODA.id)
    assert (review.wrap is not None, len(review.statements)) == (True, 1)
    assert (own.view.state, own.purpose, own.wrap, own.header) == (State.SUBMITTED, None, None, None)
    await everybody_looks(world, rendition, was_offered=False)


@pytest.mark.parametrize("kind", ["relayed", "redaction", "excerpt", "original"])
async def test_p18_an_interpreter_makes_nothing_but_renditions(world: World, kind: str):
    """Their words are nobody's: neither told, nor cut, nor their own."""
    message = await story.in_review(world)
    await grant_to(world, message)
    with pytest.raises((ForbiddenError, WrongContextError)):
        await make(world, kind, by=INA, origin=message, channel="letter")


async def test_p18_no_rendition_without_a_grant_that_lasts(world: World):
    """None, another's, ended, past its day."""
    message = await story.in_review(world)
    with pytest.raises(NotFoundError):
        await make(world, "rendition", by=INA, origin=message)
    await grant_to(world, message, to=IVO)
    with pytest.raises(NotFoundError):
        await make(world, "rendition", by=INA, origin=message)
    await grant_to(world, message)
    await end_grant(world, message)
    with pytest.raises(GrantOverError):
        await make(world, "rendition", by=INA, origin=message)
    await grant_to(world, message, to=INA)
    world.now += (DAYS_TO_LAST + 1) * DAY
    with pytest.raises(GrantOverError):
        await make(world, "rendition", by=INA, origin=message)


async def test_what_an_interpreter_began_they_can_finish_when_the_grant_is_over(world: World):
    """It was made under it; the mediators decide."""
    message = await story.in_review(world)
    await grant_to(world, message)
    half = await make(world, "rendition", by=INA, origin=message)
    await end_grant(world, message)
    assert await service.part_length(world.desk, INA.actor, message=half.id, part=0) == 65_552


async def test_the_list_has_what_lasts_and_what_was_made(world: World):
    """And nothing of anybody else."""
    one, two = await story.in_review(world), await story.in_review(world, "two")
    await grant_to(world, one)
    await grant_to(world, two)
    await grant_to(world, two, to=IVO)
    await end_grant(world, two)
    rendition = await proposed(world, "rendition", by=INA, origin=one)
    assert [found.message for found in await service.granted_to(world.desk, INA.actor)] == [one.id]
    assert [found.message for found in await service.granted_to(world.desk, IVO.actor)] == [two.id]
    assert [found.id for found in await service.made_by(world.desk, INA.actor)] == [rendition.id]


async def test_nothing_is_granted_of_a_rendition_or_of_what_still_cools_off(world: World):
    """The one is rendered from its original; the other mediators cannot see."""
    rendition = await proposed(world, "rendition", origin=await story.in_review(world))
    with pytest.raises(NotAllowedError):
        await grant_to(world, rendition)
    cooling = await begin(world, ident("cooling"), sender=ODA, addressee=VIVI)
    with pytest.raises(RelayError):
        await grant_to(world, cooling)


async def test_the_sweeper_and_a_mediator_end_a_grant_once(world: World):
    """Whoever is second finds it done."""
    message = await submitted(world)
    await grant_to(world, message)
    world.now += (DAYS_TO_LAST + 1) * DAY
    assert (await end_grants(world.desk), await end_grants(world.desk)) == (1, 0)
    with pytest.raises(NotAllowedError):
        await end_grant(world, message)


async def test_a_restart_destroys_the_key_of_an_ended_grant_again(world: World):
    """A restored slot file brings no wrap back."""
    message = await story.in_review(world)
    await grant_to(world, message)
    await end_grant(world, message)
    found = await known(world, message)
    await service.redo_shreds(world.desk)
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(found.slot)
