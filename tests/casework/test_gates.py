# SPDX-License-Identifier: EUPL-1.2
"""Gates: closed by default, each with its reason; whose pause counts, who has left, and how long it lasts."""

from dataclasses import replace

import pytest

from relay.casework.gates import gates_for, gates_of, shut_gates_of
from relay.casework.standing import day_of
from relay.crypto.encoding import b64u
from relay.errors import NotFoundError
from relay.protocol.directory import parse_directory
from relay.protocol.record import GateClear, PaceClear
from relay.protocol.shape import day_number
from relay.records import Case, CaseId, CaseRecord, Consent, Hash, MessageId
from relay.storage.contract import Drop, Page
from tests.review import story
from tests.review.messages import AUTHOR, READER, STRANGER, a_member, a_message, the_members
from tests.review.records import agree, clear_gate, open_gates, write
from tests.review.world import ADA, CASE, ODA, VALID_UNTIL, VERA, VIVI, World, ident

PEOPLE = frozenset({AUTHOR, READER})
LETTER = a_message(
    id=MessageId(ident("a letter")), case=CASE, channel="letter", sender=ODA.id, addressee=VIVI.id
)


async def shut(world: World, **changed: object) -> tuple[str, ...]:
    """Return why a letter from Oda to Vivi could not be offered."""
    return (await gates_for(world.ledger, replace(LETTER, **changed), at=world.now)).shut  # type: ignore[arg-type]


def a_case(**changed: object) -> Case:
    """Return an open case."""
    facts: dict[str, object] = {
        "id": CaseId("case"),
        "version": 4,
        "policy_version": 1,
        "policy": Hash("P" * 43),
        "quorum": 1,
        "cooling_seconds": 60,
        "paused_by": "",
        "closed": False,
    }
    return Case(**(facts | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paused_by", "paused"), [("", False), (STRANGER, False), (READER, True), (f"{AUTHOR},{STRANGER}", True)]
)
def test_only_the_pause_of_the_people_concerned_counts(paused_by: str, paused: bool):  # noqa: FBT001
    """Somebody else's pause is not theirs, and does not show."""
    gates = gates_of(a_case(paused_by=paused_by), the_members().values(), people=PEOPLE, directory_valid=True)
    assert (gates.paused, gates.case_version, gates.closed) == (paused, 4, False)


def test_who_has_left_is_named():
    """Policy compares with sender and addressee."""
    members = [*the_members().values(), a_member(STRANGER, left=True)]
    gates = gates_of(a_case(closed=True), members, people=PEOPLE, directory_valid=True)
    assert (gates.left, gates.closed) == (frozenset({STRANGER}), True)


async def test_the_directory_lasts_through_its_last_day(world: World):
    """Up to the last second, and no longer."""
    over = (day_number(VALID_UNTIL) + 1) * 86_400
    assert (await gates_for(world.ledger, LETTER, at=over - 1)).directory_valid
    assert not (await gates_for(world.ledger, LETTER, at=over)).directory_valid


async def test_there_are_no_gates_where_there_is_no_case(world: World):
    """Nothing to judge."""
    nowhere = replace(LETTER, case=CaseId(ident("nowhere")))
    with pytest.raises(NotFoundError):
        await gates_for(world.ledger, nowhere, at=world.now)
    with pytest.raises(NotFoundError):
        await shut_gates_of(world.ledger, nowhere.case, at=world.now)


@pytest.mark.parametrize("at", [0, 86_399, 86_400, 1_780_000_000])
def test_a_time_and_its_day_agree(at: int):
    """Both directions."""
    assert day_number(day_of(at)) == at // 86_400


async def test_p2_a_new_case_is_shut_for_every_reason_but_those_that_somebody_has_to_give(world: World):
    """Nobody was asked, nobody has looked: nothing can be offered."""
    assert await shut(world) == (
        "consent-missing",
        "consent-missing",
        "no-contact",
        "no-contact",
        "assessment-due",
        "assessment-due",
    )
    await open_gates(world)
    assert await shut(world) == ()


async def test_p2_taking_any_record_away_shuts_a_gate(world: World):
    """Gates fail closed: the loss of a consent or a record never opens anything."""
    await open_gates(world, cases=(CASE,))
    records = await world.ledger.find(CaseRecord, Page(equals={"case": CASE}))
    consents = await world.ledger.find(Consent, Page(equals={"case": CASE}))
    lost: list[Drop] = [Drop(CaseRecord, one.id) for one in records if one.participant != VERA.id]
    lost += [Drop(Consent, one.id) for one in consents if one.person != VERA.id]
    assert len(lost) == 6
    kept = world.ledger._store
    for drop in lost:
        world.ledger._store = dict(kept)
        await world.ledger.commit([drop])
        assert len(await shut(world)) == 1, drop


async def test_p2_a_consent_of_another_channel_opens_nothing(world: World):
    """Each channel is asked for by itself."""
    await open_gates(world)
    assert await shut(world, channel="video") == ("consent-missing", "consent-missing")


async def test_p2_a_consent_taken_back_or_to_an_older_text_shuts(world: World):
    """The latest word counts, and only over the text that the policy names now."""
    await open_gates(world)
    await agree(world, VIVI, given=False)
    assert await shut(world) == ("consent-missing",)
    await agree(world, VIVI)
    assert await shut(world) == ()
    await world.change_policy(consent_text="A" * 43)
    assert await shut(world) == ("consent-missing", "consent-missing")


async def test_p2_a_new_key_is_asked_again(world: World):
    """What a former key said, perhaps in another's hands, opens nothing."""
    await open_gates(world)
    await world.enrol_again(replace(VIVI, name="vivi again", place="vivi"))
    assert await shut(world) == ("consent-missing",)


async def test_p2_what_a_revoked_mediator_called_open_is_shut(world: World):
    """No client believes it any more, and neither does the relay."""
    await open_gates(world)
    assert world.directory is not None
    entries = parse_directory(world.directory.body).mediators
    ours = b64u(ADA.public)
    await world.accept(
        mediators=tuple(replace(one, status="revoked") if one.key == ours else one for one in entries)
    )
    assert set(await shut(world)) == {"no-contact", "assessment-due"}


async def test_p2_gates_end_with_their_day(world: World):
    """An assessment, and an order that was cleared for a while."""
    await open_gates(world)
    today = day_of(world.now)
    await clear_gate(world, "assessment", VIVI, until=today)
    await clear_gate(world, "no-contact", ODA, until=today)
    assert await shut(world) == ()
    world.now += 86_400
    assert await shut(world) == ("no-contact", "assessment-due")


async def test_p2_an_overlap_shuts_for_as_long_as_it_lasts(world: World):
    """An appeal of either person."""
    await open_gates(world)
    clear = GateClear(gate="overlap", participant=ODA.id, shut=True, until=day_of(world.now))
    await write(world, "gate", clear, by=ADA)
    assert await shut(world) == ("overlap",)
    assert await shut(world, sender=VIVI.id, addressee=ODA.id) == ("overlap",)
    assert await shut(world, addressee=VERA.id, sender=VIVI.id) == ()
    world.now += 86_400
    assert await shut(world) == ()


async def test_p2_a_pace_counts_what_was_first_offered_lately(world: World):
    """The same side's other messages, within the days that it says."""
    await open_gates(world)
    await write(world, "pace", PaceClear(side="responsible", most=1, days=2), by=ADA)
    first = await story.offered(world)
    assert await shut(world) == ("pace",)
    assert (await gates_for(world.ledger, first, at=world.now)).shut == ()
    assert await shut(world, sender=VIVI.id, addressee=ODA.id) == ()
    world.now += 2 * 86_400
    assert await shut(world) == ()


async def test_a_board_shows_every_shut_gate_with_whose_it_is(world: World):
    """For each person and channel, whatever the message."""
    await open_gates(world)
    await agree(world, ODA, given=False)
    found = await shut_gates_of(world.ledger, CASE, at=world.now)
    told = {(one.code, one.participant, one.channel) for one in found}
    assert told == {("consent-missing", ODA.id, "letter")} | {
        ("consent-missing", one.id, "video") for one in (VIVI, ODA, VERA)
    }
