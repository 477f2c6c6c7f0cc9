# SPDX-License-Identifier: EUPL-1.2
"""The sweeper's round: what ``due`` names is run through the same service as any command."""

from dataclasses import replace
from typing import Final

from relay.errors import NotAllowedError, StaleVersionError
from relay.records import Message, MessageId, PersonId, Role, State, Upload
from relay.review.commands import Expire
from relay.review.desk import Desk
from relay.review.due import ABANDONED_SECONDS, Retention, due, keep_always
from relay.review.granting import end_grants
from relay.review.machine import apply, decide, event_of
from relay.review.moving import tell
from relay.review.policy import clock_may
from relay.review.shredding import finish_owed, tombstone
from relay.review.standing import load_standing
from relay.storage.contract import Append, Change, Page, Put

_PAGE: Final = 500
_BEYOND_EVERY_ID: Final = "~"
_WATCHED: Final = (State.UPLOADING, State.HELD)
_TIMED: Final = (State.SUBMITTED, State.APPROVED)  # ``waiting_since`` is when their time runs out


async def sweep(desk: Desk, *, retention_over: Retention = keep_always) -> int:
    """Run every clock-driven command that is due, end grants, finish owed destructions; return how many.

    Args:
        desk: the ports.
        retention_over: the retention rule.
    """
    done = 0
    for state in _WATCHED:
        after: tuple[str | int, str] | None = None
        while True:
            page = await desk.ledger.find(
                Message, Page(equals={"state": state}, order="waiting_since", after=after, limit=_PAGE)
            )
            if not page:
                break
            done += await _run(desk, page, retention_over=retention_over)
            after = (page[-1].waiting_since, page[-1].id)
    return done + await end_grants(desk) + await finish_owed(desk)


async def tell_cooled(desk: Desk, *, since: int) -> int:
    """Wake whoever sees another thing since a time ran out after ``since``; return the time looked at.

    The end of a cooling-off time is told to the mediators, the end of the time for taking an
    approval back to the author, too. Nothing moves then, so nothing else would tell them.
    """
    at = desk.clock()
    for state in _TIMED:
        await _tell_timed(desk, state, since=since, at=at)
    return at


async def _tell_timed(desk: Desk, state: State, *, since: int, at: int) -> None:
    after: tuple[str | int, str] = (since, _BEYOND_EVERY_ID)
    equals = {"state": state}
    while True:
        page = await desk.ledger.find(
            Message, Page(equals=equals, order="waiting_since", after=after, limit=_PAGE)
        )
        cooled = [one for one in page if one.waiting_since <= at]
        for one in cooled:
            members = (await load_standing(desk.ledger, one.case)).members.values()
            mediators = frozenset(member.person for member in members if member.role is Role.MEDIATOR)
            author = frozenset({one.sender}) if state is State.APPROVED else frozenset[PersonId]()
            desk.tell(one.id, mediators | author)
        if len(cooled) < _PAGE:
            return
        after = (page[-1].waiting_since, page[-1].id)


async def _run(desk: Desk, messages: tuple[Message, ...], *, retention_over: Retention) -> int:
    at = desk.clock()
    return sum([await _one(desk, one, at=at, retention_over=retention_over) for one in messages])


async def _one(desk: Desk, message: Message, *, at: int, retention_over: Retention) -> int:
    """Run what is due of one message; return how many commands that was.

    Bytes that are acknowledged before it is committed keep an upload alive, and an upload that begins
    meanwhile waits for its message's turn.
    """
    if message.state is not State.UPLOADING:
        return await _do(desk, message, (), at=at, retention_over=retention_over)
    async with desk.turns.of(message.id):
        page = Page(equals={"message": message.id}, limit=_PAGE)
        uploads = await desk.ledger.find(Upload, page)
        return await _do(desk, message, uploads, at=at, retention_over=retention_over)


async def _do(
    desk: Desk, message: Message, uploads: tuple[Upload, ...], *, at: int, retention_over: Retention
) -> int:
    progress = {message.id: _progress(message, uploads)}
    found = due((message,), progress=progress, at=at, retention_over=retention_over)
    if not found:
        return 0
    ((_, command),) = found
    clock_may(command)
    try:
        moved = decide(message, command, at=at)
        after = apply(message, moved)
        changes: list[Change] = [Put(after), Append(event_of(moved))]
        if isinstance(command, Expire):
            changes += [Put(tombstone(MessageId(message.id), at=at)), *map(given_up, uploads)]
        await desk.ledger.commit(changes)
    except (StaleVersionError, NotAllowedError):
        return 0  # it moved meanwhile; the next round looks again
    standing = await load_standing(desk.ledger, message.case)
    tell(desk, message, after, members=standing.members, at=at)
    return 1


def given_up(upload: Upload) -> Put:
    """Take a turn at an upload away: whoever appends to it then is refused, and whoever just did wins."""
    return Put(replace(upload, version=upload.version + 1))


def _progress(message: Message, uploads: tuple[Upload, ...]) -> int:
    """Return when bytes last arrived: an upload's expiry is seven days after its last."""
    times = [one.expires_at - ABANDONED_SECONDS for one in uploads]
    return max([message.waiting_since, *times])
