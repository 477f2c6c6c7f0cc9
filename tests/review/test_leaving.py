# SPDX-License-Identifier: EUPL-1.2
"""A person pauses, comes back, or leaves a case."""

from typing import Any

import pytest

from relay.crypto.signing import Statement as Signed
from relay.errors import (
    NotFoundError,
    OldNumberError,
    RelayError,
)
from relay.records import (
    Case,
    Event,
    Hash,
    State,
)
from relay.review import service, withdrawing
from relay.storage.contract import Page
from tests.review import story
from tests.review.letters import submitted, withdrawal
from tests.review.taking_back import assert_destroyed, load, take_back
from tests.review.world import ADA, CASE, CY, ODA, VERA, VIVI, XENO, Person, World


async def change_place(world: World, person: Person, scope: str, **changed: Any) -> Signed:
    """Pause, resume or leave."""
    statement = withdrawal(world, None, person, of=person, scope=scope, **changed)
    return await service.withdraw_case(world.desk, person.actor, case=CASE, statement=statement)


async def test_leaving_takes_back_all_one_wrote_and_undoes_every_release_to_one(world: World):
    """The other's own words stay theirs, kept by the mediator; they see no difference."""
    mine = await story.released(world, "mine")
    theirs = await story.approved(world, "theirs")
    to_vera = await submitted(world, "to vera", sender=ODA, addressee=VERA)
    before = await service.detail(world.desk, ODA.actor, message=theirs.id)
    released = await story.release_it(
        world, await story.answered(world, await story.make_offer(world, theirs))
    )
    assert released.state is State.RELEASED
    await change_place(world, VIVI, "leave")
    assert (await load(world, theirs)).state is State.KEPT
    assert await service.detail(world.desk, ODA.actor, message=theirs.id) == before
    await change_place(world, ODA, "leave")
    for message in (mine, theirs, to_vera):
        assert (await load(world, message)).state is State.WITHDRAWN
        await assert_destroyed(world, message.id)


async def test_leaving_wakes_nobody_whose_view_has_not_changed(world: World):
    """The author of what was released to the leaver is not even told to look."""
    message = await story.released(world)
    world.told.clear()
    await change_place(world, VIVI, "leave")
    woken = {person for told, people in world.told if told == message.id for person in people}
    assert ODA.id not in woken


async def test_who_left_sees_nothing_of_others_and_only_withdraws(world: World):
    """As an addressee they are nobody any more."""
    message = await story.released(world)
    await change_place(world, VIVI, "leave")
    with pytest.raises(NotFoundError):
        await service.view(world.desk, VIVI.actor, message=message.id)
    with pytest.raises(RelayError):
        await change_place(world, VIVI, "resume")


async def test_p9_nobody_pauses_or_leaves_for_another(world: World):
    """Nor in another's hand, nor in another case."""
    for by, of in ((ODA, VIVI), (ADA, VIVI), (CY, VIVI)):
        statement = withdrawal(world, None, by, of=of, scope="leave")
        for bringer in (by, of):
            with pytest.raises(RelayError):
                await service.withdraw_case(world.desk, bringer.actor, case=CASE, statement=statement)
    with pytest.raises(RelayError):
        await change_place(world, XENO, "leave")


async def test_p9_the_highest_number_is_sought_over_all_pages(world: World, monkeypatch: pytest.MonkeyPatch):
    """However many withdrawals a case has, none counts as new that is older than another."""
    monkeypatch.setattr(withdrawing, "_PAGE", 2)
    for number in range(1, 8):
        await change_place(world, VIVI, "pause" if number % 2 else "resume", number=number * 10)
        with pytest.raises(OldNumberError):
            await change_place(world, VIVI, "pause", number=number * 10 - 1)
        assert await withdrawing.highest_number(world.desk, CASE, signer=VIVI.key) == number * 10


async def test_p9_an_old_pause_does_not_undo_a_later_resume(world: World):
    """The number rises, and the very same again only returns its receipt."""
    pause = withdrawal(world, None, VIVI, of=VIVI, scope="pause")
    receipt = await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=pause)
    await change_place(world, VIVI, "resume")
    assert await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=pause) == receipt
    older = withdrawal(world, None, VIVI, of=VIVI, scope="pause", number=1, day="2026-05-20")
    await change_place(world, VIVI, "pause", number=70)
    await change_place(world, VIVI, "resume", number=71)
    with pytest.raises(OldNumberError):
        await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=older)
    case = await world.ledger.load(Case, CASE)
    assert case is not None
    assert case.paused_by == ""


async def test_the_list_of_events_holds_no_key_and_no_content(world: World):
    """Only ids, times and digests, chained."""
    message = await story.released(world)
    await take_back(world, message)
    events = await world.ledger.find(Event, Page(equals={"message": message.id}, order="seq"))
    assert [one.kind for one in events] == [
        "begin",
        "submit",
        "claim",
        "approve-last",
        "offer",
        "answer",
        "release",
        "withdraw",
    ]
    assert all(len(one.digest) == len(Hash("A" * 43)) for one in events)
