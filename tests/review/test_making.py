# SPDX-License-Identifier: EUPL-1.2
"""Words are never edited: what a mediator makes is proposed, and goes nowhere without its author's yes."""

from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.errors import (
    ForbiddenError,
    NotAllowedError,
    NotApprovedError,
    NotFoundError,
    NotReleasedError,
    RelayError,
    WrongContextError,
    WrongShapeError,
)
from relay.records import Message, State
from relay.review import service
from relay.review.seen_by import Audience, seen_by
from tests.review import story
from tests.review.letters import begin, submitted, there, upload
from tests.review.made import CHANNELS, CONFIRMATION, confirmed, hand_in, make, proposed
from tests.review.messages import GUIDE, NOON, a_message
from tests.review.onlookers import everybody_looks
from tests.review.records import open_gates
from tests.review.taking_back import assert_destroyed, load, take_back
from tests.review.world import ADA, BO, CASE, CY, MAX, ODA, VERA, VIVI, Person, World, ident


@pytest.fixture
async def desk(world: World) -> World:
    """A case in which words may be told to a mediator."""
    await world.change_policy(channels=CHANNELS)
    await open_gates(world, cases=(CASE,), channels=("relayed",))
    return world


async def approve_by(world: World, message: Message, *people: Person) -> Message:
    """Take up and approve by each."""
    found = await service.claim(world.desk, people[0].actor, message=message.id)
    for one in people:
        found = await story.approve(world, found, one)
    return found


async def test_told_words_wait_for_their_author(desk: World):
    """Handed in, they are proposed: no cooling-off, no review, and their author sees them."""
    message = await proposed(desk)
    seen = await service.detail(desk.desk, ODA.actor, message=message.id)
    assert (message.state, message.sender, message.maker) == (State.PROPOSED, ODA.id, ADA.id)
    assert (seen.view.state, seen.view.maker, seen.purpose) == (State.PROPOSED, ADA.id, "self")
    assert seen.wrap is not None


@pytest.mark.parametrize("kind", ["relayed", "redaction", "excerpt"])
async def test_p18_nobody_reviews_made_words_before_their_author_said_yes(desk: World, kind: str):
    """No claim, no approval, no offer: the table has none of them."""
    origin = None if kind == "relayed" else await story.in_review(desk)
    message = await proposed(desk, kind, origin=origin)
    with pytest.raises(NotAllowedError):
        await service.claim(desk.desk, BO.actor, message=message.id)
    with pytest.raises(NotAllowedError):
        await story.approve(desk, message, BO)
    with pytest.raises(NotAllowedError):
        await story.make_offer(desk, message)


async def test_with_their_authors_yes_they_come_to_the_mediators_with_its_box(desk: World):
    """The sealed confirmation is kept beside the header, for who may open the words."""
    message = await confirmed(desk, await proposed(desk))
    review = await service.detail(desk.desk, BO.actor, message=message.id)
    own = await service.detail(desk.desk, ODA.actor, message=message.id)
    assert message.state is State.SUBMITTED
    assert (review.confirmation, own.confirmation) == (CONFIRMATION, CONFIRMATION)


async def test_the_confirmation_reaches_the_reader_with_the_release_and_not_before(desk: World):
    """Their client has to see it before it shows a word."""
    message = await approve_by(desk, await confirmed(desk, await proposed(desk)), BO)
    offered = await story.make_offer(desk, message)
    before = await service.detail(desk.desk, VIVI.actor, message=message.id)
    await story.release_it(desk, await story.answered(desk, offered))
    after = await service.detail(desk.desk, VIVI.actor, message=message.id)
    assert (before.confirmation, after.confirmation) == (None, CONFIRMATION)


@pytest.mark.parametrize("by", [ADA, BO, VIVI, VERA, CY, MAX])
async def test_p18_nobody_but_the_author_confirms(desk: World, by: Person):
    """Not the mediator who wrote it down, not a colleague, not the reader."""
    message = await proposed(desk)
    with pytest.raises((ForbiddenError, NotFoundError)):
        await confirmed(desk, message, by)
    assert (await there(desk, message.id)).state is State.PROPOSED


async def test_a_confirmation_is_given_once(desk: World):
    """A second box finds no proposal."""
    message = await confirmed(desk, await proposed(desk))
    with pytest.raises(NotAllowedError):
        await confirmed(desk, message)


@pytest.mark.parametrize("box", [b"", b"." * 80, b"." * 4_097])
async def test_a_box_that_holds_no_confirmation_is_refused(desk: World, box: bytes):
    """Neither nothing nor anything."""
    message = await proposed(desk)
    with pytest.raises(WrongShapeError):
        await service.confirm(desk.desk, ODA.actor, message=message.id, box=box)


async def test_no_is_taking_it_back(desk: World):
    """And the words are destroyed like any other that its author takes back."""
    message = await proposed(desk)
    await take_back(desk, message, ODA)
    assert (await load(desk, message)).state is State.WITHDRAWN
    await assert_destroyed(desk, message.id)


async def test_words_that_never_arrived_whole_are_seen_by_their_maker_only(desk: World):
    """Their author and the other mediators see nothing of an attempt."""
    message = await make(desk)
    await upload(desk, message.id)
    await everybody_looks(desk, message, was_offered=False)
    assert (await service.view(desk.desk, ADA.actor, message=message.id)).state is State.UPLOADING
    for one in (ODA, BO, VIVI):
        with pytest.raises(NotFoundError):
            await service.view(desk.desk, one.actor, message=message.id)


async def test_only_the_maker_hands_in(desk: World):
    """A colleague cannot bring its parts or finish it."""
    message = await make(desk)
    with pytest.raises(NotFoundError):
        await service.part_length(desk.desk, BO.actor, message=message.id, part=0)
    with pytest.raises(NotFoundError):
        await hand_in(desk, message, BO)
    assert await service.part_length(desk.desk, ADA.actor, message=message.id, part=0) == 65_552


WRONG_WORDS: list[tuple[str, dict[str, Any]]] = [
    ("relayed", {"channel": "letter"}),
    ("relayed", {"derived_from": b64u(sha256(b"x"))}),
    ("relayed", {"supersedes": b64u(sha256(b"x"))}),
    ("redaction", {}),
    ("excerpt", {"derived_from": b64u(sha256(b"x"))}),
    ("rendition", {}),
]


@pytest.mark.parametrize(("kind", "wrong"), WRONG_WORDS, ids=lambda one: str(one)[:30])
async def test_made_words_with_one_wrong_fact_are_refused(desk: World, kind: str, wrong: dict[str, Any]):
    """And leave nothing behind."""
    with pytest.raises(WrongContextError):
        await make(desk, kind, **wrong)
    assert await desk.ledger.load(Message, ident("made")) is None


@pytest.mark.parametrize(("of", "to"), [(VERA, ODA), (ODA, VERA), (VIVI, ODA)])
async def test_what_is_cut_or_rendered_keeps_its_author_and_its_reader(desk: World, of: Person, to: Person):
    """Nobody's words under another name, nor for somebody else."""
    origin = await story.in_review(desk)
    for kind in ("redaction", "excerpt", "rendition"):
        with pytest.raises(WrongContextError):
            await make(desk, kind, origin=origin, of=of, to=to)


async def test_nothing_is_made_from_what_still_cools_off_or_has_ended(desk: World):
    """What mediators cannot see yet, or any more, is not theirs to cut."""
    cooling = await begin(desk, ident("cooling"), sender=ODA, addressee=VIVI)
    gone = await submitted(desk, "gone")
    await take_back(desk, gone, ODA)
    for origin in (cooling, gone):
        with pytest.raises(WrongContextError):
            await make(desk, "excerpt", origin=origin)


async def test_a_rendition_renders_no_rendition_and_nothing_is_cut_from_one(desk: World):
    """Each stands beside words that somebody said."""
    rendition = await proposed(desk, "rendition", origin=await story.in_review(desk))
    for kind in ("rendition", "excerpt"):
        with pytest.raises(WrongContextError):
            await make(desk, kind, name="second", origin=rendition)


@pytest.mark.parametrize("by", [ODA, VIVI, CY, MAX])
async def test_only_a_mediator_of_the_case_makes_words(desk: World, by: Person):
    """Not even the author themselves."""
    with pytest.raises((ForbiddenError, WrongContextError)):
        await make(desk, by=by)


async def test_a_mediator_gives_no_words_of_their_own(desk: World):
    """An original has its author's name and comes from its author."""
    with pytest.raises((ForbiddenError, WrongContextError)):
        await make(desk, "original", channel="letter")
    with pytest.raises(WrongContextError):
        await make(desk, of=ADA)


async def test_p18_who_wrote_it_never_approves_alone(desk: World):
    """A second mediator when one has written and reviewed: the maker's yes counts beside another's only."""
    message = await confirmed(desk, await proposed(desk))
    alone = await approve_by(desk, message, ADA)
    with pytest.raises(NotAllowedError):
        await story.make_offer(desk, alone)
    both = await story.approve(desk, alone, BO)
    assert (alone.state, both.state) == (State.IN_REVIEW, State.APPROVED)


async def test_one_other_mediator_is_enough_where_the_policy_asks_for_one(desk: World):
    """Whoever did not write it reviews it as any message."""
    message = await approve_by(desk, await confirmed(desk, await proposed(desk)), BO)
    assert message.state is State.APPROVED


async def test_p18_an_approval_that_stops_counting_leaves_the_maker_alone_again(desk: World):
    """Counted anew at the offer: a colleague who left the case does not stand for the maker."""
    message = await approve_by(desk, await confirmed(desk, await proposed(desk)), BO, ADA)
    await desk.change_policy(CASE, mediators=(ADA.key,))
    with pytest.raises(NotApprovedError):
        await story.make_offer(desk, await there(desk, message.id))


async def test_p18_a_rendition_reaches_nobody_who_was_not_given_the_original(desk: World):
    """Offered it may be; released only beside it."""
    origin = await story.ready(desk)
    rendition = await approve_by(desk, await proposed(desk, "rendition", origin=origin), BO)
    ready = await story.answered(desk, await story.make_offer(desk, rendition))
    with pytest.raises(NotReleasedError):
        await story.release_it(desk, ready)
    await story.release_it(desk, origin)
    assert (await story.release_it(desk, ready)).state is State.RELEASED


async def test_handing_back_the_original_hands_back_its_rendition(desk: World):
    """It holds the same words: no wrap of either is left to the reader."""
    origin = await story.released(desk)
    rendition = await approve_by(desk, await proposed(desk, "rendition", origin=origin), BO)
    await story.release_it(desk, await story.answered(desk, await story.make_offer(desk, rendition)))
    await story.answered(desk, origin, "keep")
    seen = await service.detail(desk.desk, VIVI.actor, message=rendition.id)
    assert (await there(desk, rendition.id)).state is State.KEPT
    assert (seen.view.state, seen.purpose, seen.wrap) == (State.KEPT, None, None)


async def test_taking_back_the_original_takes_all_that_was_made_from_it(desk: World):
    """Proposed, half sent or released."""
    origin = await story.released(desk)
    rendition = await proposed(desk, "rendition", name="rendition", origin=origin)
    excerpt = await proposed(desk, "excerpt", name="excerpt", origin=origin)
    half = await make(desk, "redaction", name="half", origin=origin)
    await take_back(desk, origin, ODA)
    for one in (rendition, excerpt, half):
        assert (await load(desk, one)).state is State.WITHDRAWN
        await assert_destroyed(desk, one.id)


async def test_p18_words_made_while_the_original_is_taken_back_are_not_kept(desk: World):
    """Whoever is second finds the other: nothing derived survives its original."""
    origin = await story.in_review(desk)
    gone: list[Message] = []
    commit = desk.ledger.commit

    async def first_somebody_takes_back(changes: Any) -> None:
        desk.ledger.commit = commit
        await take_back(desk, origin, ODA)
        gone.append(await load(desk, origin))
        await commit(changes)

    desk.ledger.commit = first_somebody_takes_back
    with pytest.raises(RelayError):
        await make(desk, "excerpt", origin=origin)
    assert gone[0].state is State.WITHDRAWN
    assert await desk.ledger.load(Message, ident("made")) is None


@pytest.mark.parametrize("state", State)
def test_an_author_is_told_who_made_it_and_the_reader_is_not(state: State):
    """The reader learns it from the signed words themselves, once they are released."""
    message = a_message(state=state, maker=GUIDE, kind="relayed", offered_at=5)
    author = seen_by(Audience.AUTHOR, message, at=NOON)
    reader = seen_by(Audience.ADDRESSEE, message, at=NOON)
    assert author is None or author.maker == GUIDE
    assert reader is not None
    assert reader.maker is None
