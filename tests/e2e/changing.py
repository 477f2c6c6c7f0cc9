# SPDX-License-Identifier: EUPL-1.2
"""Answers of the relay that are changed on their way to a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientSession
from playwright.async_api import Route
from yarl import URL

from tests.e2e.browsers import Person

#: What a body becomes, and where it began.
Lie = Callable[[bytes, int], bytes]
_OWN: Final = {"content-length", "transfer-encoding", "connection", "date", "server"}


@dataclass(frozen=True, slots=True)
class Honest:
    """What the relay answered."""

    status: int
    headers: dict[str, str]
    body: bytes


async def asked_of_the_relay(route: Route) -> Honest:
    """Ask in the page's place, by the loopback's number: names of it are known to browsers alone."""
    there = URL(route.request.url)
    headers = {**route.request.headers, "host": there.authority}
    async with (
        ClientSession() as session,
        session.get(there.with_host("127.0.0.1"), headers=headers) as heard,
    ):
        kept = {name: value for name, value in heard.headers.items() if name.lower() not in _OWN}
        return Honest(heard.status, kept, await heard.read())


async def lie_about(who: Person, pattern: str, lie: Lie) -> list[int]:
    """Have a page's answers changed on the way; return a list that tells of each lie."""
    told: list[int] = []

    async def answer(route: Route) -> None:
        honest = await asked_of_the_relay(route)
        start = int(route.request.headers.get("range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        changed = lie(honest.body, start)
        if changed != honest.body:
            told.append(start)
        await route.fulfill(status=honest.status, headers=honest.headers, body=changed)

    await who.page.route(pattern, answer)
    return told
