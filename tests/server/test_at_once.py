# SPDX-License-Identifier: EUPL-1.2
"""What an author can do at one moment, with one letter or with many: answered by a code, and counted."""

import asyncio
import random
from collections.abc import Awaitable
from pathlib import Path

import aiohttp
import pytest

from relay.crypto.encoding import b64u
from relay.protocol import wire
from relay.protocol.manifest import Part
from relay.records import MessageId, Upload
from relay.review.drafts import MOST_DRAFTS
from relay.server.parts import Limits
from relay.storage.contract import Page
from tests.review.world import CASE, ODA, ident
from tests.server.letters import TUS, begun, metadata, new_message, patched, uploaded, withdrawn
from tests.server.relays import Answer, Relay, populated, real_world, serving

SIZE = 65_552
SOME = b64u(bytes(32))
ROUNDS = 30


async def after(seconds: float, asked: Awaitable[Answer]) -> Answer | None:
    """Ask a moment later; a withdrawal may cut the line of what is under way."""
    await asyncio.sleep(seconds)
    try:
        return await asked
    except aiohttp.ServerDisconnectedError:
        return None


def all_of_it(relay: Relay, message: str, place: str) -> list[Awaitable[Answer]]:
    """Hand it in twice, take it back, begin and end uploads of it, and look at it."""
    asked, headers = (
        wire.VersionPost(version=1),
        {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)},
    )
    handed_in = f"/v1/messages/{message}/submit"
    return [
        relay.ask("POST", handed_in, by=ODA, json=asked),
        relay.ask("POST", handed_in, by=ODA, json=asked),
        withdrawn(relay, message),
        withdrawn(relay, message),
        relay.ask("DELETE", place, by=ODA, headers=TUS),
        relay.ask("HEAD", place, by=ODA, headers=TUS),
        patched(relay, place, b"", offset=SIZE),
        relay.ask("POST", "/v1/uploads", by=ODA, headers=TUS | headers),
        relay.ask("GET", f"/v1/messages/{message}/parts/0", by=ODA),
    ]


@pytest.mark.timeout(300)
async def test_whatever_comes_at_once_is_answered_by_a_documented_code(tmp_path: Path) -> None:
    """``Relay.ask`` fails at any other; and what was taken back leaves nothing behind."""
    dice = random.Random(7)
    async with real_world(tmp_path) as world, serving(world) as relay:
        await populated(world, relay)
        for number in range(ROUNDS):
            message = await begun(relay, f"letter {number}")
            place = await uploaded(relay, message)
            tried = all_of_it(relay, message, place)
            answers = await asyncio.gather(*(after(dice.random() / 40, one) for one in tried))
            assert {answer.status for answer in answers if answer} <= {200, 201, 204, 404, 409, 410}
            assert (await withdrawn(relay, message)).status in {200, 409}
            assert await world.ledger.find(Upload, Page(equals={"message": MessageId(message)})) == ()
        assert not [path for path in (tmp_path / "content").rglob("*") if path.is_file()]


async def test_a_look_holds_up_no_append(real_relay: Relay) -> None:
    """A second tab that asks how far it is does not stop the first."""
    message = await begun(real_relay)
    place = await uploaded(real_relay, message)
    looks = [real_relay.ask("HEAD", place, by=ODA, headers=TUS) for _ in range(12)]
    answers = await asyncio.gather(*looks, patched(real_relay, place, b"", offset=SIZE))
    assert {answer.status for answer in answers} == {200, 204}


async def test_many_films_begun_at_once_pass_no_case_s_share(tmp_path: Path) -> None:
    """Each could promise gigabytes: the disk is everybody's."""
    film = Part(salt=SOME, commitment=SOME, count=20, root=SOME)
    limits = Limits(max_connections_per_address=100, max_case_bytes=3 * film.count * SIZE)
    async with real_world(tmp_path) as world, serving(world, limits=limits) as relay:
        await populated(world, relay)
        begun_at_once = [new_message(relay, str(n), parts=(film,)) for n in range(20)]
        asked = (relay.ask("POST", "/v1/messages", by=ODA, json=new) for new in begun_at_once)
        await relay.token(ODA)
        answers = await asyncio.gather(*asked)
        assert sorted(answer.status for answer in answers) == [200] * 3 + [413] * 17
        assert {answer.code for answer in answers if answer.status == 413} == {"quota"}


async def test_many_drafts_saved_at_once_are_as_few(real_relay: Relay) -> None:
    """More than are ever listed would lie there unseen."""
    await real_relay.token(ODA)
    draft = wire.DraftPut(case=CASE, box="AAAA", version=0)
    asked = (
        real_relay.ask("PUT", f"/v1/drafts/{ident(f'draft {number}')}", by=ODA, json=draft)
        for number in range(MOST_DRAFTS + 20)
    )
    answers = await asyncio.gather(*asked)
    assert [answer.status for answer in answers].count(200) == MOST_DRAFTS
