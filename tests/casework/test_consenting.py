# SPDX-License-Identifier: EUPL-1.2
"""Consent: a person's own word about each channel, taken back as easily as given."""

from dataclasses import replace
from typing import Any

import pytest

from relay.casework.consenting import consents_of, give_consent
from relay.errors import (
    ForbiddenError,
    OldNumberError,
    PolicyMismatchError,
    RelayError,
    SignatureWrongError,
    StaleVersionError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.consent import parse_consent
from relay.records import Case, CaseId, Statement
from relay.review.moving import last_number
from relay.review.service import withdraw_case
from tests.review.letters import withdrawal
from tests.review.records import a_consent, agree
from tests.review.world import ADA, BO, CASE, CY, MAX, ODA, OTHER_CASE, VERA, VIVI, XENO, Person, World

AGAIN = replace(VIVI, name="vivi again", place="vivi")


async def case_version(world: World) -> int:
    """Return the case's version."""
    found = await world.ledger.load(Case, CASE)
    assert found is not None
    return found.version


async def test_a_word_about_a_channel_is_kept_and_raises_the_case(world: World):
    """An offer that was prepared before it finds another case."""
    before = await case_version(world)
    given = await agree(world, VIVI)
    assert (given.consent.given, given.consent.person) == (True, VIVI.id)
    assert given.concerned == {ADA.id, BO.id, VIVI.id}
    assert await case_version(world) == before + 1
    kept = await world.ledger.load(Statement, given.consent.statement)
    assert kept is not None
    assert kept.number == given.consent.number == await last_number(world.desk, VIVI.key)


async def test_the_latest_word_of_each_channel_is_shown_to_whom_it_concerns(world: World):
    """A person sees their own; mediators see everybody's; nobody else any."""
    await agree(world, VIVI)
    await agree(world, VIVI, given=False)
    await agree(world, VIVI, channel="meeting")
    await agree(world, ODA)

    async def told(by: Person) -> set[tuple[str, str, bool]]:
        found = [parse_consent(one.body) for one in await consents_of(world.ledger, by.actor, case=CASE)]
        return {(one.participant, one.channel, one.given) for one in found}

    own = {(VIVI.id, "letter", False), (VIVI.id, "meeting", True)}
    assert await told(VIVI) == own
    assert await told(ADA) == own | {(ODA.id, "letter", True)}
    assert await told(VERA) == set()
    for stranger in (XENO, CY, MAX):
        with pytest.raises(ForbiddenError):
            await told(stranger)


async def test_the_very_same_word_again_is_harmless(world: World):
    """And does not raise the case twice."""
    statement = a_consent(world, VIVI)
    for _ in range(2):
        await give_consent(world.ledger, VIVI.actor, case=CASE, statement=statement, at=world.now)
    once = await case_version(world)
    await give_consent(world.ledger, VIVI.actor, case=CASE, statement=statement, at=world.now)
    assert await case_version(world) == once


async def test_p9_an_old_yes_does_not_undo_a_later_no(world: World):
    """Whoever kept a yes cannot play it again."""
    number = world.next_number()
    await agree(world, VIVI, given=False, number=number + 7)
    with pytest.raises(OldNumberError):
        await agree(world, VIVI, number=number)
    with pytest.raises(OldNumberError):
        await agree(world, VIVI, number=number + 7)


async def test_a_new_key_begins_its_own_numbers(world: World):
    """What was said under the former one does not stand in its way."""
    await agree(world, VIVI, number=90)
    await world.enrol_again(AGAIN)
    given = await agree(world, AGAIN, number=1)
    assert (given.consent.number, given.consent.version) == (1, 2)
    with pytest.raises(ForbiddenError):
        await agree(world, VIVI, number=91)


async def test_a_yes_is_to_the_text_that_the_policy_names(world: World):
    """A no is taken whatever it was about."""
    with pytest.raises(PolicyMismatchError):
        await agree(world, VIVI, text="A" * 43)
    given = await agree(world, VIVI, text="A" * 43, given=False)
    assert not given.consent.given


@pytest.mark.parametrize(
    ("by", "changed", "refusal"),
    [
        (VIVI, {"participant": ODA.id}, WrongContextError),
        (VIVI, {"programme": "A" * 22}, WrongContextError),
        (VIVI, {"day": "2026-05-01"}, WrongShapeError),
        (ADA, {}, ForbiddenError),
        (ADA, {"participant": VIVI.id}, ForbiddenError),
        (XENO, {}, ForbiddenError),
        (MAX, {}, ForbiddenError),
    ],
)
async def test_p2_nobody_says_it_for_somebody_else(
    world: World, by: Person, changed: dict[str, Any], refusal: type[RelayError]
):
    """Neither a mediator nor the other person nor a stranger."""
    with pytest.raises(refusal):
        await agree(world, by, **changed)


async def test_p2_signed_by_another_is_refused(world: World):
    """Signed in as the person, signed by somebody else."""
    statement = a_consent(world, ODA, participant=VIVI.id)
    with pytest.raises(SignatureWrongError):
        await give_consent(world.ledger, VIVI.actor, case=CASE, statement=statement, at=world.now)


async def test_p5_a_consent_stays_in_its_case(world: World):
    """Not posted to another one."""
    statement = a_consent(world, VIVI)
    with pytest.raises(WrongContextError):
        await give_consent(world.ledger, XENO.actor, case=OTHER_CASE, statement=statement, at=world.now)


async def test_whoever_left_is_asked_no_more(world: World):
    """Leaving has said it all."""
    left = withdrawal(world, None, VIVI, of=VIVI, scope="leave")
    await withdraw_case(world.desk, VIVI.actor, case=CaseId(CASE), statement=left)
    with pytest.raises(ForbiddenError):
        await agree(world, VIVI)


async def test_a_word_said_while_the_case_changes_is_taken_all_the_same(world: World):
    """Three times; a case that never stands still is a refusal."""
    taken, times = world.ledger.commit, 0

    async def raced(changes: Any) -> None:
        nonlocal times
        times += 1
        if times % 2 and times < 4:
            world.ledger.commit = taken
            await agree(world, ODA)
            world.ledger.commit = raced
        await taken(changes)

    world.ledger.commit = raced
    assert (await agree(world, VIVI)).consent.given

    async def always(changes: Any) -> None:
        raise StaleVersionError("moved on")

    world.ledger.commit = always
    with pytest.raises(StaleVersionError):
        await agree(world, VIVI)
