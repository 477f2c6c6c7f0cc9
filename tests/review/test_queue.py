# SPDX-License-Identifier: EUPL-1.2
"""Lists: a mediator's by waiting time, a participant's own, page by page."""

import pytest

from relay.crypto.encoding import b64u
from relay.errors import ForbiddenError, MalformedError
from relay.protocol.directory import MediatorEntry
from relay.records import State
from relay.review import service
from tests.review import story
from tests.review.letters import begin, submitted, withdrawal
from tests.review.world import (
    ADA,
    BO,
    CASE,
    COOLING,
    CY,
    KEM,
    MAX,
    ODA,
    OTHER_CASE,
    VERA,
    VIVI,
    XENO,
    YARA,
    Person,
    World,
    ident,
    rising,
)


async def names(world: World, person: Person, **asked: object) -> list[str]:
    """Return the ids that a person finds, over all pages."""
    found: list[str] = []
    after: str | None = None
    while True:
        page = await service.listing(world.desk, person.actor, **({"case": CASE, "after": after} | asked))  # type: ignore[arg-type]
        found += [view.id for view in page.views]
        after = page.next
        if after is None:
            return found


async def test_a_mediator_sees_the_longest_waiting_first(world: World):
    """By when it came to the mediator, page by page without gap or repeat."""
    waiting = [await submitted(world, f"letter {number}") for number in range(7)]
    for limit in (1, 2, 3, 7, 50):
        assert await names(world, ADA, limit=limit) == [one.id for one in waiting]


async def test_a_mediator_does_not_see_what_is_uploading_or_cooling(world: World):
    """Not in the list either."""
    await begin(world, ident("uploading"), sender=ODA, addressee=VIVI)
    await submitted(world, "cooling")
    world.now -= 1
    assert await names(world, ADA) == []
    world.now += COOLING
    assert await names(world, ADA) == [ident("cooling")]


async def test_a_mediator_filters_by_state(world: World):
    """New, or in review."""
    first = await story.in_review(world, "one")
    second = await submitted(world, "two")
    assert await names(world, ADA, states=(State.IN_REVIEW,)) == [first.id]
    assert await names(world, ADA, states=(State.SUBMITTED,)) == [second.id]
    assert await names(world, ADA, states=(State.UPLOADING,)) == []


async def test_participants_find_their_own_and_what_was_offered_to_them(world: World):
    """By id; never what others write to others."""
    mine = [await submitted(world, f"mine {number}") for number in range(3)]
    to_me = await story.offered(world, "to vivi")
    await submitted(world, "to oda", sender=VERA, addressee=ODA)
    assert await names(world, ODA, limit=2) == sorted([*(one.id for one in mine), to_me.id])
    assert await names(world, VIVI, limit=1) == [to_me.id]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 50])
async def test_a_participants_pages_leave_nothing_out_and_repeat_nothing(world: World, limit: int):
    """Page after page is the whole list by id, whoever wrote what, and what is hidden leaves no gap."""
    mine = [await submitted(world, f"mine {number}", sender=VIVI, addressee=ODA) for number in range(6)]
    to_me = [await story.offered(world, f"to me {number}") for number in range(3)]
    for number in range(16):
        await submitted(world, f"not offered {number}")
    assert await names(world, VIVI, limit=limit) == sorted(one.id for one in [*mine, *to_me])


async def test_an_author_filters_by_the_state_they_are_shown(world: World):
    """Released is approved to them."""
    message = await story.released(world)
    assert await names(world, ODA, states=(State.APPROVED,)) == [message.id]
    assert await names(world, ODA, states=(State.RELEASED,)) == []


@pytest.mark.parametrize("person", [CY, XENO, YARA, MAX])
async def test_nobody_lists_another_case(world: World, person: Person):
    """A manager none at all."""
    with pytest.raises(ForbiddenError):
        await names(world, person)
    with pytest.raises(ForbiddenError):
        await names(world, ADA, case=OTHER_CASE)


@pytest.mark.parametrize("after", ["", "x", ".", "-1.a", "1e5.a", "٣.a"])
async def test_a_place_that_is_none_is_refused(world: World, after: str):
    """Hostile text ends as a refusal."""
    with pytest.raises(MalformedError):
        await service.listing(world.desk, ADA.actor, case=CASE, after=after)


async def test_where_a_page_ends_says_nothing_of_a_message_undone_while_cooling(world: World):
    """``next`` names the last one shown, never one between that this mediator may not know of."""
    shown = [await submitted(world, "one"), await submitted(world, "two")]
    undone = await submitted(world, "undone")
    world.now -= 10
    gone = withdrawal(world, undone, ODA, of=ODA)
    await service.withdraw(world.desk, ODA.actor, message=undone.id, statement=gone)
    world.now += COOLING
    shown.append(await submitted(world, "three"))
    page = await service.listing(world.desk, ADA.actor, case=CASE, limit=2)
    assert page.next == f"{shown[1].waiting_since}.{shown[1].id}"
    for limit in (1, 2, 3):
        assert await names(world, ADA, limit=limit) == [one.id for one in shown]


@pytest.mark.parametrize("after", ["9" * 16 + ".x", "9" * 190 + ".x", "9223372036854775808." + "A" * 22])
async def test_a_place_beyond_every_time_is_refused(world: World, after: str):
    """Before a number that no database holds reaches one."""
    with pytest.raises(MalformedError):
        await service.listing(world.desk, ADA.actor, case=None, after=after)


async def test_a_mediator_whom_the_case_no_longer_assigns_lists_nothing(world: World):
    """Neither one case nor all of them."""
    await submitted(world, "letter")
    await world.change_policy(mediators=(BO.key,))
    assert (await service.listing(world.desk, ADA.actor, case=None)).views == ()
    with pytest.raises(ForbiddenError):
        await service.listing(world.desk, ADA.actor, case=CASE)
    assert len((await service.listing(world.desk, BO.actor, case=CASE)).views) == 1


async def test_a_revoked_mediator_lists_nothing(world: World):
    """Though no policy was made anew yet."""
    await submitted(world, "letter")
    entries = [
        MediatorEntry(
            key=b64u(one.public),
            kem=KEM,
            status="revoked" if one is ADA else "active",
            from_=2 if one is ADA else None,
        )
        for one in (ADA, BO, CY)
    ]
    await world.accept(mediators=rising(entries, lambda one: one.key))
    assert (await service.listing(world.desk, ADA.actor, case=None)).views == ()
    assert len((await service.listing(world.desk, BO.actor, case=None)).views) == 1
