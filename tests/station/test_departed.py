# SPDX-License-Identifier: EUPL-1.2
"""A mediator leaves the case: what they released stays open, and they release nothing more."""

from dataclasses import replace
from pathlib import Path

import pytest

from relay.crypto.encoding import unb64u
from relay.demo.seeding import at_the_office
from relay.errors import NotFoundError, RelayError, RollbackError
from relay.protocol.policy import parse_policy
from relay.records import Answer
from relay.station.keyring import from_wire
from relay.station.managing import change_policy, retire_mediator, revoke_mediator
from relay.station.reading import read
from relay.station.reviewing import release, review
from tests.station.handing import another_mediator, assign, give_all, look_again
from tests.station.passing_on import make_ready, release_it, say
from tests.station.relays import Case, case, write

LETTER = "Bonjour,\n\nLe flamant cartographe est rentré à pied."


async def _ready(case_: Case) -> str:
    """Write a letter, approve and offer it, and have its reader say that they are ready."""
    message = await write(case_.responsible, case_.victim, case_.id, LETTER)
    await make_ready(case_.mediator, case_.victim, message)
    return message


async def _released(case_: Case) -> str:
    message = await _ready(case_)
    await release_it(case_.mediator, message)
    return message


async def _read(case_: Case, message: str) -> bytes:
    reader = case_.victim
    await look_again(reader)
    return (await read(reader.client, reader.keyring, reader.believed, message)).parts[0]


async def test_p19_what_was_released_stays_open_when_its_mediator_hands_over(tmp_path: Path) -> None:
    """The policy of then comes along, and only when somebody has left."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _released(case_)
        assert (await case_.victim.client.message(message)).policies == []
        await assign(case_, case_.mediator, newly)
        await look_again(newly)
        await give_all(case_, case_.mediator, newly)
        assert (await case_.victim.client.message(message)).policies == []
        await assign(case_, newly)
        shown = (await case_.victim.client.message(message)).policies
        versions = [parse_policy(from_wire(envelope).body).version for envelope in shown]
        assert len(versions) == 2
        assert versions == sorted(versions, reverse=True)
        assert await _read(case_, message) == LETTER.encode("utf-8")
        await look_again(newly)
        opened = await review(newly.client, newly.keyring, newly.believed, message)
        assert opened.opened.parts == (LETTER.encode("utf-8"),)


async def test_p19_what_was_released_stays_open_when_more_approvals_are_asked_for(tmp_path: Path) -> None:
    """The quorum of then is in the policy of then, so that comes along, too."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _released(case_)
        await assign(case_, case_.mediator, newly)
        seed = unb64u(case_.cast.manager.seed)
        async with at_the_office(case_.house.addresses, case_.cast.manager) as (client, office):
            await change_policy(client, seed, office, replace(office.policy(case_.id), quorum=2))
        assert await _read(case_, message) == LETTER.encode("utf-8")


async def test_a_retired_mediators_release_stays_and_a_revoked_ones_closes(tmp_path: Path) -> None:
    """Leaving in peace closes nothing; a key in wrong hands closes what it opened."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _released(case_)
        await assign(case_, case_.mediator, newly)
        seed, left = unb64u(case_.cast.manager.seed), case_.mediator.keyring.key_id
        async with at_the_office(case_.house.addresses, case_.cast.manager) as (client, office):
            retired, stuck = await retire_mediator(client, seed, office, left)
            assert stuck == ()
            assert await _read(case_, message) == LETTER.encode("utf-8")
            await revoke_mediator(client, seed, retired, left)
        with pytest.raises(RelayError):
            await _read(case_, message)


async def test_p2_whoever_left_releases_nothing_on_an_old_date(tmp_path: Path) -> None:
    """The relay takes no release under a policy that is past; and the reader's answer names the new one."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _ready(case_)
        hand = case_.mediator
        reviewed = await review(hand.client, hand.keyring, hand.believed, message)
        await assign(case_, newly)
        with pytest.raises(NotFoundError):
            await release(hand.client, hand.keyring, hand.believed, reviewed)


async def test_an_answer_under_an_older_policy_is_refused(tmp_path: Path) -> None:
    """Whoever answers looks at the new policy first: their answer is what a release is held to."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _ready(case_)
        await assign(case_, case_.mediator, newly)
        reader = case_.victim

        with pytest.raises(RollbackError):
            await say(reader, message, Answer.NOT_NOW)
        await look_again(reader)
        await say(reader, message, Answer.NOT_NOW)
        assert (await reader.client.message(message)).view.answer == "not-now"
