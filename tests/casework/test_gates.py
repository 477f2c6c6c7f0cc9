# SPDX-License-Identifier: EUPL-1.2
"""Gates: whose pause counts, who has left, and how long the directory lasts."""

import pytest

from relay.casework.gates import gates_for, gates_of
from relay.casework.standing import day_of
from relay.errors import NotFoundError
from relay.protocol.shape import day_number
from relay.records import Case, CaseId, Hash
from tests.review.messages import AUTHOR, READER, STRANGER, a_member, the_members
from tests.review.world import CASE, ODA, VALID_UNTIL, VIVI, World, ident

PEOPLE = frozenset({AUTHOR, READER})


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
    people = frozenset({ODA.id, VIVI.id})
    over = (day_number(VALID_UNTIL) + 1) * 86_400
    assert (await gates_for(world.ledger, CASE, people, at=over - 1)).directory_valid
    assert not (await gates_for(world.ledger, CASE, people, at=over)).directory_valid


async def test_there_are_no_gates_where_there_is_no_case(world: World):
    """Nothing to judge."""
    with pytest.raises(NotFoundError):
        await gates_for(world.ledger, CaseId(ident("nowhere")), frozenset(), at=world.now)


@pytest.mark.parametrize("at", [0, 86_399, 86_400, 1_780_000_000])
def test_a_time_and_its_day_agree(at: int):
    """Both directions."""
    assert day_number(day_of(at)) == at // 86_400
