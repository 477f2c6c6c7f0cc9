# SPDX-License-Identifier: EUPL-1.2
"""Supervision over HTTP: for managers alone, the same for a week, and with nothing of whom."""

import pytest

from relay.protocol.record import GoneClear, OpenClear
from tests.casework.test_supervision import DAY_SECONDS, keep
from tests.review.world import ADA, CASE, CY, INA, MAX, MIA, ODA, OTHER_CASE, VIVI, XENO, Person
from tests.server.relays import Relay
from tests.server.test_casework import write
from tests.server.test_events import listening

PLACES = ("/v1/supervision", "/v1/closings")
WEEK_SECONDS = 7 * DAY_SECONDS


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("by", [VIVI, ODA, ADA, INA], ids=lambda person: person.name)
async def test_p3_nobody_but_a_manager_asks(relay: Relay, place: str, by: Person) -> None:
    """No participant, mediator or interpreter; and nobody without a session."""
    if by is INA:
        await relay.add_account(INA)
    assert (await relay.ask("GET", place, by=by)).code == "forbidden"
    assert (await relay.ask("GET", place)).code == "session-expired"


async def test_p3_a_manager_sees_counts_and_nothing_of_whom(relay: Relay) -> None:
    """No case, message or participant is named, whatever waits."""
    await keep(relay.world, 6, days=8, sender=ODA.id, addressee=VIVI.id)
    answer = await relay.ask("GET", "/v1/supervision", by=MAX)
    assert answer.status == 200
    review = answer.json["waiting"][0]
    assert (review["state"], review["total"]["how"]) == ("in_review", "withheld")
    assert [one["how"] for one in review["by_age"]] == ["few", "some", "few", "few"]
    said = str(answer.json)
    assert not [name for name in (CASE, OTHER_CASE, VIVI.id, ODA.id, XENO.id, "message") if name in said]


async def test_r43_two_views_in_one_week_are_the_same(relay: Relay) -> None:
    """For whoever looks; the next Monday it is counted anew."""
    await keep(relay.world, 5, days=8)
    first = (await relay.ask("GET", "/v1/supervision", by=MAX)).json
    await keep(relay.world, 5, days=1)
    assert (await relay.ask("GET", "/v1/supervision", by=MIA)).json == first
    relay.world.now += WEEK_SECONDS
    relay.tokens.clear()
    later = (await relay.ask("GET", "/v1/supervision", by=MAX)).json
    assert later["at"] == first["at"] + WEEK_SECONDS
    assert [one["how"] for one in later["waiting"][0]["by_age"]] == ["few", "some", "some", "few"]


async def test_without_a_programme_there_is_nothing_to_count(bare_relay: Relay) -> None:
    """Nobody can sign in there yet."""
    assert (await bare_relay.ask("GET", "/v1/supervision")).code == "session-expired"


async def test_m12_managers_see_which_case_asks_to_be_closed(relay: Relay) -> None:
    """Since when and by whom; what the mediators wrote stays sealed with them."""
    assert (await write(relay, "closing", OpenClear(open=True), ADA)).status == 200
    answer = await relay.ask("GET", "/v1/closings", by=MAX)
    assert answer.json == {"closings": [{"case": CASE, "mediator": ADA.id, "at": relay.world.now}]}


@pytest.mark.parametrize("by", [CY, VIVI], ids=lambda person: person.name)
async def test_m12_only_a_mediator_of_the_case_asks(relay: Relay, by: Person) -> None:
    """Neither another case's mediator nor a participant."""
    assert (await write(relay, "closing", OpenClear(open=True), by)).status == 403


async def test_m12_that_a_case_asks_to_be_closed_is_told_to_managers(relay: Relay) -> None:
    """Of other records they hear nothing."""
    async with listening(relay, MAX) as manager:
        assert (await write(relay, "repair", GoneClear(gone=False), ADA)).status == 200
        assert (await write(relay, "closing", OpenClear(open=True), ADA)).status == 200
        assert await manager.hear() == [{"kind": "case", "id": CASE}]
        assert await manager.hear(seconds=0.2) == []
