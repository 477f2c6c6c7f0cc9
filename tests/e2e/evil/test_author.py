# SPDX-License-Identifier: EUPL-1.2
"""An author seals nothing for strangers, and takes no word of the server's for a destruction."""

import time
from typing import Any, Final

import pytest
from aiohttp import web
from playwright.async_api import expect

from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.evil.forging import body_of, hash_of, signed
from tests.e2e.evil.lies_about_gates import seed_of
from tests.e2e.evil.lies_about_trust import TRUST
from tests.e2e.evil.proxy import HONEST, Lies, TakeOver
from tests.e2e.evil.readers import comes_home, unheard
from tests.e2e.evil.stage import Stage, World
from tests.e2e.evil.tables import Row
from tests.e2e.say import say

_ANOTHER: Final = {"withdrawal": "A" * 43}
_FOR_WRITERS: Final = (
    "a_mediators_key_swapped_by_one_manager",
    "a_directory_by_the_server",
    "all_of_an_earlier_time",
    "a_quorum_lowered_and_named_by_a_mediator",
)


def receipts(world: World, seed: bytes, **fields: Any) -> TakeOver:
    """Answer a withdrawal with a receipt by ``seed``; nothing is withdrawn."""

    async def answer(request: web.Request) -> web.StreamResponse:
        withdrawal = (await request.json())["statement"]
        said = body_of(withdrawal)
        kept = {key: said[key] for key in ("suite", "programme", "case", "scope", "message", "manifest")}
        body = kept | {"kind": "receipt", "withdrawal": hash_of(withdrawal), "at": int(time.time())}
        return web.json_response({"receipt": signed(body | fields, seed), "view": None})

    return answer


async def takes_back(stage: Stage, who: Person, answer: TakeOver, *, title: str = "receipt-title") -> str:
    """Take the waiting letter back, and return what the page says of it under its title."""
    with stage.proxy.lying(unheard(HONEST), only=stage.world.waiting):
        await comes_home(who, stage.proxy)
        await who.page.locator("main").get_by_role("button", name=say("fr", "home-sent-open")).click()
        stage.proxy.lies = unheard(Lies(takes_over={"withdrawals": answer}))
        await acts.press(who, "sent-take-back")
        await acts.press(who, "take-back-yes")
        await acts.heading(who, title)
        return await who.page.locator("main").inner_text()


def _start(key: str) -> str:
    return say("fr", key, moment="|").split("|", maxsplit=1)[0]


async def test_a_true_receipt_is_believed(stage: Stage, author: Person) -> None:
    """Without this, an author who believes no receipt would pass every other test."""
    shown = await takes_back(stage, author, receipts(stage.world, stage.world.service))
    assert _start("receipt-text") in shown
    assert _start("receipt-unverified") not in shown


@pytest.mark.parametrize("forged", ["by a mediator", "of another withdrawal", "of another programme"])
async def test_p10_a_forged_receipt_proves_nothing(stage: Stage, author: Person, forged: str) -> None:
    """Only the service key's word over this very withdrawal is shown as a proof."""
    world = stage.world
    lies = {
        "by a mediator": receipts(world, seed_of(world.one)),
        "of another withdrawal": receipts(world, world.service, **_ANOTHER),
        "of another programme": receipts(world, world.service, programme="A" * 22),
    }
    shown = await takes_back(stage, author, lies[forged], title="receipt-unverified-title")
    assert _start("receipt-unverified") in shown
    assert _start("receipt-text") not in shown
    assert say("fr", "receipt-reader") not in shown


@pytest.mark.parametrize("row", [row for row in TRUST.params() if row.id in _FOR_WRITERS])
async def test_p16_p17_nothing_can_be_written_for_forged_mediators(
    stage: Stage, author: Person, row: Row
) -> None:
    """Whom letters are sealed for comes from a verified picture: without one there is no page to write on."""
    with stage.proxy.lying(unheard(row.tell(stage.world))):
        await author.page.reload()
        await acts.says(author, f"error-{row.code}")
        await acts.says(author, "error-code", code=row.code)
        await expect(acts.button(author, "home-write")).to_have_count(0)
        stage.proxy.believed.add(author.origin)
