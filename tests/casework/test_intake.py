# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part: sealed, kept until somebody looked, passed on by a manager's signature only."""

import asyncio
from typing import Any

import pytest

from relay.casework.intake import BOX_BYTES, assign, close, inbox, passed_on, screen, take_in
from relay.casework.trust import current_intake_key
from relay.crypto.encoding import b64u
from relay.errors import (
    ExistsError,
    MalformedError,
    NotAllowedError,
    NotFoundError,
    RelayError,
    SealBrokenError,
    SignerNotAllowedError,
    SizeWrongError,
    StaleVersionError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.intake import intake_context, open_intake
from relay.protocol.intake_key import parse_intake_key
from relay.protocol.intake_words import parse_asking
from relay.records import Intake, IntakeId, IntakeState, IntakeWrap, KeyId
from tests.casework.asking import RECIPIENT, asked, asking, assignment, kept, sealed
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    INTAKE_KEY,
    INTAKE_SEED,
    MAX,
    OTHER_CASE,
    PROGRAMME,
    Person,
    World,
    ident,
)

BOX = b"s" * min(BOX_BYTES)
WRAPS = {ADA.key: b"a" * 1168, BO.key: b"b" * 1168}


async def pass_on(world: World, intake: Intake, *, by: Person = MAX, **changed: Any) -> Intake:
    """Pass a request on to the case's mediators, one fact changed."""
    facts: dict[str, Any] = {
        "intake": intake.id,
        "version": intake.version,
        "statement": assignment(intake, by=by),
        "wraps": WRAPS,
        "at": world.now,
    }
    return await assign(world.ledger, MAX.actor, **(facts | changed))


async def send(world: World, request: tuple[IntakeId, bytes, bytes], *, to: KeyId = RECIPIENT) -> None:
    """Hand a request in."""
    intake, box, wrap = request
    await take_in(world.ledger, intake=intake, box=box, recipient=to, wrap=wrap, at=world.now)


async def test_a_request_opens_with_the_intake_key_alone(world: World) -> None:
    """P1: what lies in the ledger is sealed; the key file opens it."""
    found = await asked(world)
    context = intake_context(PROGRAMME, found.id)
    opened = open_intake(INTAKE_SEED, found.box, wrapped=found.wrap, context=context)
    assert parse_asking(opened) == asking()
    assert b"Camille" not in found.box + found.wrap


async def test_two_kinds_of_request_look_alike(world: World) -> None:
    """Whether a person asks for themselves, or staff for somebody, cannot be told from outside."""
    mine = sealed("one")
    theirs = sealed("two", who="staff", federal=True, institution="Mill Haven", responsibility="I did it.")
    assert [len(part) for part in mine] == [len(part) for part in theirs]


async def test_the_same_request_again_is_harmless(world: World) -> None:
    """An answer was lost on the way; another box under its id is refused."""
    first = await asked(world)
    again = (first.id, first.box, first.wrap)
    await send(world, again)
    assert await kept(world, first.id) == first
    with pytest.raises(ExistsError):
        await send(world, (first.id, *sealed("two")[1:]))


@pytest.mark.parametrize("size", [0, 80, 4_096, 4_177, 65_617])
async def test_only_three_sizes_are_taken(world: World, size: int) -> None:
    """A box of another size would tell how much somebody wrote."""
    with pytest.raises(SizeWrongError):
        await send(world, (sealed()[0], bytes(size), b""))


async def test_a_request_for_another_key_is_refused(world: World) -> None:
    """Nobody could open it, and the person would wait for nothing."""
    with pytest.raises(WrongContextError):
        await send(world, sealed(), to=ADA.key)


async def test_a_programme_without_an_intake_key_takes_none(world: World) -> None:
    """The page says to telephone."""
    await world.accept(intake=None)
    with pytest.raises(NotFoundError):
        await asked(world)


async def test_the_public_key_is_the_directorys(world: World) -> None:
    """And says nothing of mediators and cases."""
    shown = parse_intake_key((await current_intake_key(world.ledger)).body)
    assert shown.intake == b64u(INTAKE_KEY)
    assert {"mediators", "cases"}.isdisjoint(shown.__slots__)


async def test_the_inbox_goes_by_waiting_time(world: World) -> None:
    """Longest first, page by page."""
    for number in range(5):
        world.now += 60
        await asked(world, f"request {number}")
    first = await inbox(world.ledger, state=IntakeState.NEW, limit=3)
    rest = await inbox(world.ledger, state=IntakeState.NEW, after=first.next, limit=3)
    found = [one.intake.id for one in (*first.asked, *rest.asked)]
    assert found == [ident(f"request {number}") for number in range(5)]
    assert rest.next is None
    with pytest.raises(MalformedError):
        await inbox(world.ledger, state=IntakeState.NEW, after="x.y")


async def test_screening_moves_a_new_request_on(world: World) -> None:
    """The sheet is replaced; a request that was passed on stays passed on."""
    found = await asked(world)
    screened = await screen(world.ledger, intake=found.id, version=1, box=BOX, wrap=b"w")
    assert (screened.state, screened.sheet) == (IntakeState.SCREENING, BOX)
    await pass_on(world, screened)
    again = await screen(world.ledger, intake=found.id, version=3, box=BOX, wrap=b"v")
    assert (again.state, again.sheet_wrap) == (IntakeState.ASSIGNED, b"v")


async def test_two_managers_at_once_conflict_cleanly(world: World) -> None:
    """One screens, one closes: one is told that the other was first, and nothing is half done."""
    found = await asked(world)
    done = await asyncio.gather(
        screen(world.ledger, intake=found.id, version=1, box=BOX, wrap=b"w"),
        close(world.ledger, MAX.actor, intake=found.id, version=1, erase=True, at=world.now),
        return_exceptions=True,
    )
    assert sorted(isinstance(one, StaleVersionError) for one in done) == [False, True]
    assert (await kept(world, found.id)).version == 2


async def test_a_mediator_gets_what_was_passed_on(world: World) -> None:
    """With their own wrap and the manager's signature; a mediator of another case gets nothing."""
    await pass_on(world, await asked(world))
    [mine] = await passed_on(world.ledger, ADA.actor)
    assert (mine.wrap, mine.intake.case) == (WRAPS[ADA.key], CASE)
    assert mine.assignment is not None
    assert await passed_on(world.ledger, CY.actor) == ()


async def test_a_mediator_who_left_the_case_gets_it_no_more(world: World) -> None:
    """The policy takes them out; the wrap stays, and is not handed out."""
    await pass_on(world, await asked(world))
    await world.change_policy(mediators=(ADA.key,))
    assert await passed_on(world.ledger, BO.actor) == ()


async def test_a_mediator_who_comes_later_can_be_given_it_too(world: World) -> None:
    """Passed on once more, to those who do not have it yet."""
    first = await pass_on(world, await asked(world), wraps={ADA.key: WRAPS[ADA.key]})
    assert await passed_on(world.ledger, BO.actor) == ()
    await pass_on(world, first, wraps={ADA.key: b"other" * 200, BO.key: WRAPS[BO.key]})
    [theirs] = await passed_on(world.ledger, BO.actor)
    [hers] = await passed_on(world.ledger, ADA.actor)
    assert (theirs.wrap, hers.wrap) == (WRAPS[BO.key], WRAPS[ADA.key])


@pytest.mark.parametrize(
    ("changed", "by", "error"),
    [
        ({"intake": ident("two")}, MAX, WrongContextError),
        ({"programme": ident("other")}, MAX, WrongContextError),
        ({"box": b64u(bytes(32))}, MAX, SealBrokenError),
        ({}, ADA, SignerNotAllowedError),
        ({"case": OTHER_CASE}, MAX, WrongShapeError),
    ],
)
async def test_only_a_manager_passes_on_this_very_request(
    world: World, changed: dict[str, Any], by: Person, error: type[RelayError]
) -> None:
    """Nobody else's signature, no other request, no other words, and to the case's own mediators."""
    found = await asked(world)
    with pytest.raises(error):
        await pass_on(world, found, statement=assignment(found, by=by, **changed))
    assert (await kept(world, found.id)).state is IntakeState.NEW


@pytest.mark.parametrize("wraps", [{}, {CY.key: b"c"}, {KeyId("A" * 43): b"x"}])
async def test_it_is_passed_on_to_mediators_of_the_case_only(world: World, wraps: dict[KeyId, bytes]) -> None:
    """To somebody at least, and to no stranger."""
    with pytest.raises(WrongShapeError):
        await pass_on(world, await asked(world), wraps=wraps)


async def test_a_request_stays_with_its_case(world: World) -> None:
    """Passed on to one case, it is not passed on to another."""
    first = await pass_on(world, await asked(world))
    other = assignment(first, case=OTHER_CASE)
    with pytest.raises(NotAllowedError):
        await pass_on(world, first, statement=other, wraps={CY.key: b"c"})


async def test_closing_keeps_the_words_until_they_are_erased(world: World) -> None:
    """What is erased is gone: words, sheet and every wrap."""
    found = await pass_on(world, await asked(world))
    closed = await close(world.ledger, MAX.actor, intake=found.id, version=2, erase=False, at=world.now)
    assert (closed.state, closed.box) == (IntakeState.CLOSED, found.box)
    assert await passed_on(world.ledger, ADA.actor) == ()
    erased = await close(world.ledger, MAX.actor, intake=found.id, version=3, erase=True, at=world.now)
    assert (erased.box, erased.wrap, erased.sheet) == (b"", b"", b"")
    assert await world.ledger.load(IntakeWrap, f"{found.id}/{ADA.key}") is None
    with pytest.raises(NotAllowedError):
        await screen(world.ledger, intake=found.id, version=4, box=BOX, wrap=b"w")


async def test_a_closed_request_can_be_taken_up_again(world: World) -> None:
    """People come back; as long as their words are there."""
    found = await asked(world)
    await close(world.ledger, MAX.actor, intake=found.id, version=1, erase=False, at=world.now)
    again = await screen(world.ledger, intake=found.id, version=2, box=BOX, wrap=b"w")
    assert again.state is IntakeState.SCREENING


async def test_nobody_screens_what_is_not_there(world: World) -> None:
    """A made-up id."""
    with pytest.raises(NotFoundError):
        await screen(world.ledger, intake=sealed("none")[0], version=1, box=BOX, wrap=b"w")
