# SPDX-License-Identifier: EUPL-1.2
"""A station's pieces of work, one after the other; each can be looked at and stopped.

The page's own token fetches and hands in: a station has no say at the relay of its own. Its vault signs.
"""

import asyncio
import errno
import secrets
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import aiohttp

from relay.errors import ForbiddenError, NotFoundError, RelayError, StationError, TooManyWorksError
from relay.protocol.wire_station import WorkPost, WorkRegion, WorkSpan, WorksView, WorkView
from relay.station.client import Client
from relay.station.holding import Held, claim_kept
from relay.station.keyring import Keyring
from relay.station.media.film import Part, Span
from relay.station.media.renditions import Asked, At, Worker, make_and_give, open_bench
from relay.station.media.wanted import Wanted
from relay.station.standing import fetch_standing

_MOST_KEPT: Final = 32
MOST_WAITING: Final = 16  # with the one that runs; each may take hours, and keeps a session and a claim
_WHOLE: Final = 1_000


@dataclass(slots=True, kw_only=True)
class _Work:
    id: str
    asked: WorkPost
    at: At | None = None
    made: str | None = None
    code: str | None = None
    claim: Held | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def over(self) -> bool:
        return self.made is not None or self.code is not None


class Works:
    """What a station is doing, for whoever knows a work's id."""

    def __init__(self, relay: str, keyring: Keyring) -> None:
        """Work at ``relay`` with the keys of one mediator."""
        self._relay = relay
        self._keyring = keyring
        self._works: dict[str, _Work] = {}
        self._turn = asyncio.Lock()

    def begin(self, asked: WorkPost, *, token: str) -> WorkView:
        """Take a piece of work; it starts when what came before it is over.

        What a station refuses of it stands in the view.

        Args:
            asked: what is to be made.
            token: of the session of the page that asks.

        Raises:
            WrongShapeError: spans or regions that are none, or not of this kind.
        """
        work = _Work(id=secrets.token_urlsafe(32), asked=asked)
        try:
            wanted = _wanted(asked)
            self._refuse_many()
        except StationError as refused:
            work.code = refused.code
        else:
            work.task = asyncio.create_task(self._follow(work, wanted, token))
        self._forget_old()
        self._works[work.id] = work
        return _view(work)

    def look(self, work: str) -> WorkView:
        """Say where a piece of work is.

        Raises:
            NotFoundError: there is none of this id.
        """
        return _view(self._find(work))

    async def list_all(self, *, token: str) -> WorksView:
        """List what runs and what lately ended, for the mediator whose keys work here.

        Args:
            token: of the session of the page that asks; the relay says whose it is.

        Raises:
            ForbiddenError: it is somebody else's.
            SessionExpiredError: it is nobody's.
        """
        async with Client(self._relay, token=token) as client:
            await self._refuse_others(client)
        return WorksView(works=[_view(work) for work in reversed(self._works.values())])

    async def stop(self, work: str) -> None:
        """Stop a piece of work; nothing of it is left when this returns.

        Raises:
            NotFoundError: there is none of this id.
        """
        await _end(self._find(work))
        self._works.pop(work, None)

    async def close(self) -> None:
        """Stop everything."""
        for work in tuple(self._works.values()):
            await _end(work)
        self._works.clear()

    def _find(self, work: str) -> _Work:
        if work not in self._works:
            raise NotFoundError("no such work here")
        return self._works[work]

    def _refuse_many(self) -> None:
        if sum(not work.over for work in self._works.values()) >= MOST_WAITING:
            raise TooManyWorksError(f"{MOST_WAITING} pieces of work are not over")

    async def _refuse_others(self, client: Client) -> None:
        if (await client.session()).person != self._keyring.person:
            raise ForbiddenError("this station works for somebody else")

    def _forget_old(self) -> None:
        over = [work.id for work in self._works.values() if work.over]
        for old in over[: max(0, len(self._works) - _MOST_KEPT)]:
            del self._works[old]

    async def _follow(self, work: _Work, wanted: Wanted, token: str) -> None:
        try:
            async with Client(self._relay, token=token) as client:
                await self._refuse_others(client)  # before it waits: nobody else fills the list
                work.made = await self._make_in_turn(client, work, wanted)
        except RelayError as refused:
            work.code = refused.code
        except aiohttp.ClientError:
            work.code = "offline"
        except OSError as failed:
            work.code = "storage-full" if failed.errno == errno.ENOSPC else "internal"
        except Exception:
            work.code = "internal"  # a bug of ours: the page must not wait for what will never come
            raise

    async def _make_in_turn(self, client: Client, work: _Work, wanted: Wanted) -> str:
        kept = claim_kept(
            client, work.asked.message, person=self._keyring.person, tell=partial(setattr, work, "claim")
        )
        async with kept, self._turn:
            return await self._make(client, work, wanted)

    async def _make(self, client: Client, work: _Work, wanted: Wanted) -> str:
        bench = open_bench()  # each time: what is missing may have been installed meanwhile
        believed = await fetch_standing(client, fingerprint=self._keyring.fingerprint)
        worker = Worker(client=client, keyring=self._keyring, believed=believed, bench=bench)
        asked = Asked(message=work.asked.message, wanted=wanted, note=work.asked.note)

        def watch(at: At) -> None:
            work.at = at

        return (await make_and_give(worker, asked, watch=watch)).message


async def _end(work: _Work) -> None:
    if work.task is not None:
        work.task.cancel()
        await asyncio.wait({work.task})


def _wanted(asked: WorkPost) -> Wanted:
    return Wanted(
        kind=asked.kind, spans=tuple(map(_span, asked.spans)), regions=tuple(map(_part, asked.regions))
    )


def _span(said: WorkSpan) -> Span:
    return Span(start_ms=said.start_ms, end_ms=said.end_ms)


def _part(said: WorkRegion) -> Part:
    span = None if said.span is None else _span(said.span)
    return Part(left=said.left, top=said.top, width=said.width, height=said.height, span=span)


def _view(work: _Work) -> WorkView:
    at = work.at
    state = "waiting" if at is None else at.step
    if work.over:
        state = "refused" if work.made is None else "done"
    left = None if at is None or at.seconds_left is None else round(at.seconds_left)
    return WorkView(
        work=work.id,
        message=work.asked.message,
        kind=work.asked.kind,
        state=state,
        share=0 if at is None else round(at.share * _WHOLE),
        seconds_left=None if work.over else left,
        made=work.made,
        code=work.code,
        claim=work.claim,
    )
