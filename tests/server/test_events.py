# SPDX-License-Identifier: EUPL-1.2
"""Live changes: told to whom they concern, and nothing but the name of what changed."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast

import aiohttp

from relay.crypto.encoding import b64u
from relay.protocol import wire, wire_office
from relay.records import AccountId, Hash, PersonId, Role, Session
from relay.server.listeners import Listeners
from relay.server.translate import envelope_of
from tests.casework.newcomers import LOOKUP, an_enrolment, make
from tests.review.letters import offer, readiness
from tests.review.world import ADA, BO, CY, MAX, ODA, VERA, VIVI, YARA, Person, directory, hash_of
from tests.server.letters import approved, offered, post, record, submitted
from tests.server.relays import Relay


@dataclass(slots=True)
class Ear:
    """Somebody's open event stream."""

    response: aiohttp.ClientResponse

    async def hear(self, *, seconds: float = 2.0) -> list[dict[str, str]]:
        """Return the changes of the next block that holds any; none if nothing comes."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    line = (await self.response.content.readline()).decode()
                    if line.startswith("data: "):
                        return [json.loads(line.removeprefix("data: "))]
                    if line == "":
                        return []
        except TimeoutError:
            return []


@asynccontextmanager
async def listening(relay: Relay, person: Person) -> AsyncGenerator[Ear]:
    """Listen as a person."""
    headers = {"Authorization": f"Bearer {await relay.token(person)}"}
    async with relay.http.get(relay.origin + "/v1/events", headers=headers) as response:
        assert response.status == 200
        assert response.headers["Content-Type"] == "text/event-stream"
        assert response.headers["Cache-Control"] == "no-store"
        yield Ear(response)


async def test_an_offer_is_told_to_the_addressee_and_not_to_the_author(relay: Relay) -> None:
    """What the author may not see is not shown by its timing either."""
    message = await approved(relay)
    async with (
        listening(relay, VIVI) as addressee,
        listening(relay, ODA) as author,
        listening(relay, VERA) as beside,
        listening(relay, YARA) as elsewhere,
        listening(relay, ADA) as mediator,
    ):
        statement = offer(relay.world, await record(relay, message), ADA)
        assert (await post(relay, message, "offers", statement, by=ADA)).status == 200
        told = [{"kind": "message", "id": message}]
        assert await addressee.hear() == told
        assert await mediator.hear() == told
        for other in (author, beside, elsewhere):
            assert await other.hear(seconds=0.2) == []


async def test_a_readiness_is_told_to_the_mediator_and_not_to_the_author(relay: Relay) -> None:
    """The answer is between the addressee and the mediators."""
    message = await offered(relay)
    async with listening(relay, ADA) as mediator, listening(relay, ODA) as author:
        statement = readiness(relay.world, await record(relay, message), VIVI)
        assert (await post(relay, message, "readiness", statement, by=VIVI)).status == 200
        assert await mediator.hear() == [{"kind": "message", "id": message}]
        assert await author.hear(seconds=0.2) == []


async def test_a_stream_ends_with_its_session(relay: Relay) -> None:
    """Signing out closes it."""
    async with listening(relay, ODA) as ear:
        assert (await relay.ask("DELETE", "/v1/session", by=ODA)).status == 204
        async with asyncio.timeout(2):
            await ear.response.content.read()


async def test_a_letter_in_cooling_off_is_told_to_its_author_only(relay: Relay) -> None:
    """Mediators see it when the time is over."""
    relay.world.now += 0
    async with listening(relay, ODA) as author, listening(relay, ADA) as mediator:
        await submitted(relay)
        assert (await author.hear())[0]["kind"] == "message"
        assert await mediator.hear(seconds=0.2) == []


def a_session(person: PersonId, role: Role = Role.PARTICIPANT) -> Session:
    """Return somebody's session."""
    return Session(
        id=Hash(person * 2),
        version=1,
        account=AccountId("A" * 8),
        role=role,
        person=person,
        idle_seconds=1_200,
        expires_at=0,
    )


def test_a_role_is_told_as_a_whole_and_nobody_else() -> None:
    """Tickets concern every manager; their lookup ids are for nobody else to know."""
    listeners = Listeners()
    manager = listeners.enter(a_session(PersonId("M" * 22), Role.MANAGER))
    other = listeners.enter(a_session(PersonId("P" * 22)))
    listeners.tell_role("ticket", "lookup", Role.MANAGER)
    assert [change.id for change in manager.take()] == ["lookup"]
    assert other.take() == []


def test_what_waits_is_a_set_and_bounded() -> None:
    """A client that does not read is let go, not buffered for."""
    listeners = Listeners()
    person = PersonId("P" * 22)
    listener = listeners.enter(a_session(person))
    for _ in range(1_000):
        listeners.tell("message", "same", {person})
    assert len(listener.take()) == 1
    assert not listener.over
    for number in range(1_000):
        listeners.tell("message", str(number), {person})
    assert listener.over


def test_one_session_holds_only_so_many_streams() -> None:
    """The oldest ends."""
    listeners = Listeners()
    mine = [listeners.enter(a_session(PersonId("P" * 22))) for _ in range(8)]
    assert [listener.over for listener in mine] == [True, True, *[False] * 6]
    for listener in mine:
        listeners.leave(listener)
    assert listeners.everybody == {}


async def test_the_same_directory_again_wakes_nobody(relay: Relay) -> None:
    """It needs no session: whoever has a copy could set every browser asking, again and again."""
    current = (await relay.ask("GET", "/v1/trust", by=VIVI)).json
    again = {"root": None, "directory": current["directory"], "policies": []}
    async with listening(relay, ODA) as ear:
        assert (await relay.ask("POST", "/v1/trust", json=again)).status == 200
        assert await ear.hear(seconds=0.3) == []


async def test_a_line_that_somebody_hangs_up_is_no_error(relay: Relay) -> None:
    """A browser that closes, or a train in a tunnel, is nothing for whoever reads the log."""
    message = await approved(relay)
    async with listening(relay, VIVI) as gone, listening(relay, ADA) as mediator:
        gone.response.close()
        statement = offer(relay.world, await record(relay, message), ADA)
        assert (await post(relay, message, "offers", statement, by=ADA)).status == 200
        assert await mediator.hear() == [{"kind": "message", "id": message}]
        await asyncio.sleep(0.1)
    assert "error" not in relay.log.getvalue()


async def test_a_new_directory_is_told_to_everybody(relay: Relay) -> None:
    """Whoever waits for the manager, or is named by them, sees it without asking."""
    assert relay.world.directory is not None
    facts: dict[str, Any] = {
        "epoch": relay.world.epoch + 1,
        "previous": hash_of(relay.world.directory, "directory"),
    }
    following = directory(list(relay.world.policies.values()), **facts)
    asked = wire_office.TrustPost(root=None, directory=envelope_of(following), policies=[])
    async with listening(relay, ADA) as mediator, listening(relay, VIVI) as person:
        assert (await relay.ask("POST", "/v1/trust", json=asked)).status == 200
        for ear in (mediator, person):
            assert await ear.hear() == [{"kind": "trust", "id": ""}]


async def test_a_used_ticket_is_told_to_the_mediators_of_its_case(relay: Relay) -> None:
    """Its lookup id is for nobody else to know, not even in the same case."""
    await make(relay.world)
    handed_in = an_enrolment()
    asked = wire.EnrolmentPost(
        request=b64u(handed_in.request),
        mac1=handed_in.mac1,
        account=handed_in.account,
        bundle=b64u(handed_in.bundle),
        slots=[
            wire.NewSlot(
                type=cast("wire.SlotType", slot.type),
                salt=slot.salt,
                passes=slot.passes,
                memory_kib=slot.memory_kib,
                login_key=slot.login_key,
                box=b64u(slot.box),
            )
            for slot in handed_in.slots
        ],
    )
    async with (
        listening(relay, ADA) as maker,
        listening(relay, BO) as beside,
        listening(relay, MAX) as manager,
        listening(relay, CY) as elsewhere,
        listening(relay, VIVI) as person,
    ):
        used = await relay.ask("POST", f"/v1/tickets/{LOOKUP}/enrolment", json=asked)
        assert used.status == 200, used.body
        for ear in (maker, beside, manager):
            assert await ear.hear() == [{"kind": "ticket", "id": LOOKUP}]
        for ear in (elsewhere, person):
            assert await ear.hear(seconds=0.2) == []
