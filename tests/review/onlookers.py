# SPDX-License-Identifier: EUPL-1.2
"""Everybody looks at a message: what each may see at most, and what may be left of it."""

import pytest

from relay.crypto.signing import Statement as Signed
from relay.errors import CoolingOffError, KeyDestroyedError, NotFoundError, RelayError
from relay.protocol.approval import parse_decision
from relay.records import Actor, Message, MessageId, Role, State, StoredBox
from relay.review import service
from relay.review.moving import statements_of
from relay.review.standing import signed as envelope
from relay.storage.contract import Page
from tests.review.world import ADA, BO, CY, MAX, ODA, PEOPLE, VERA, VIVI, XENO, YARA, World

EVERYBODY = (VIVI, ODA, VERA, XENO, YARA, ADA, BO, CY, MAX)
HIDDEN = {State.OFFERED, State.RELEASED, State.OPENED, State.KEPT}
OPENABLE = {State.RELEASED, State.OPENED}


async def everybody_looks(
    world: World, message: Message, *, was_offered: bool, may_undo: bool = False
) -> None:
    """Let everybody ask for the message; nobody may get more than is theirs."""
    for one in EVERYBODY:
        found = await _detail(world, one.actor, message)
        if _is_half_made(message):
            assert (found is not None) == (one.id == message.maker)
        elif one not in (*PEOPLE[message.case][0], *PEOPLE[message.case][1]):
            assert found is None
        elif one.id == message.sender:
            await _judge_author(world, found)
            assert not (may_undo and found is not None and found.view.state is State.APPROVED)
        elif one.id == message.addressee:
            _judge_addressee(found, message, was_offered=was_offered)
        elif one.role is Role.MEDIATOR and found is not None:
            assert message.cooling_until is not None
            assert world.now >= message.cooling_until
        else:
            assert found is None
    if message.state in {State.WITHDRAWN, State.EXPIRED}:
        await _nothing_left(world, message)


def _is_half_made(message: Message) -> bool:
    """Words that a mediator made and has not handed in: theirs alone, until they end."""
    return message.maker is not None and message.submitted_at is None


async def _judge_author(world: World, found: service.Detail | None) -> None:
    assert found is not None
    assert found.view.state not in HIDDEN
    assert found.view.answer is None
    assert found.view.approvals is None
    kinds = await _kinds(world, found.view.id)
    for statement in found.statements:
        kind = kinds.get(statement, "grant")  # of what a rendition renders: another message's
        assert kind in {"decision", "withdrawal", "receipt", "grant"}
        if kind == "decision":
            assert parse_decision(statement.body).decision in {"return", "decline"}


def _judge_addressee(found: service.Detail | None, message: Message, *, was_offered: bool) -> None:
    if found is None:
        return
    assert was_offered
    assert found.view.state in HIDDEN | {State.WITHDRAWN}
    if message.state not in OPENABLE:
        assert (found.purpose, found.header, found.wrap) == (None, None, None)
    if found.view.state is State.WITHDRAWN:
        assert (found.manifest, found.statements, found.notes) == (None, (), ())


async def _detail(world: World, actor: Actor, message: Message) -> service.Detail | None:
    """Return what somebody is given of a message; a part opens only where its wrap is given."""
    try:
        found = await service.detail(world.desk, actor, message=message.id)
    except (NotFoundError, CoolingOffError):
        found = None
    may_open = found is not None and found.purpose is not None
    try:
        await service.open_part(world.desk, actor, message=message.id, part=0)
        assert may_open
    except RelayError:
        assert not may_open
    return found


async def _kinds(world: World, message: MessageId) -> dict[Signed, str]:
    return {envelope(one): one.kind for one in await statements_of(world.desk, message)}


async def _nothing_left(world: World, message: Message) -> None:
    with pytest.raises(KeyDestroyedError):
        await world.shred_keys.read(message.id)
    with pytest.raises(NotFoundError):
        await world.blobs.size(f"{message.id}/0")
    assert await world.ledger.find(StoredBox, Page(equals={"message": message.id})) == ()
