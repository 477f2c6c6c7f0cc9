# SPDX-License-Identifier: EUPL-1.2
"""Taking one message back, in exactly the order of protocol.md §6.

Withdrawn is committed, then the key is destroyed, then open downloads stop, then the
receipt is signed; what is left on disk goes last. A withdrawal loses no race: when
somebody else moved the message meanwhile, it is loaded and taken back again.
"""

from collections.abc import Sequence
from typing import Final

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    ForbiddenError,
    NotAllowedError,
    OldNumberError,
    RelayError,
    StaleVersionError,
    WrongContextError,
)
from relay.protocol.withdrawal import VerifiedWithdrawal, verify_withdrawal
from relay.records import Actor, CaseId, Hash, Message, MessageId, State, Statement, Tombstone
from relay.review.commands import Withdraw
from relay.review.desk import Desk
from relay.review.machine import apply, decide, event_of
from relay.review.moving import Scene, enter, foresee, kept, manifest_of, tell
from relay.review.receipts import receipt_for
from relay.review.shredding import remove, shred, tombstone
from relay.review.standing import Standing, stopping_certificate
from relay.storage.contract import Append, Change, Page, Put

MOST_RACES: Final = 32
_PAGE: Final = 1000


async def withdraw(desk: Desk, actor: Actor, *, message: MessageId, statement: Signed) -> Signed:
    """Take a message back and return the signed receipt.

    Whatever was derived from it follows. Asking again returns the same receipt; a further
    valid withdrawal of what is already gone gets a receipt of its own and changes nothing.

    Args:
        desk: the ports.
        actor: the author, or a mediator of the case (for safety).
        message: which.
        statement: the ``withdrawal``, signed by the message's ``wk``, by the author's current
            identity, or by that mediator.

    Raises:
        NotFoundError, ForbiddenError: not theirs.
        SignerNotAllowedError, SignatureWrongError, WrongContextError: as named.
        OldNumberError: not above this key's last withdrawal.
        NotAllowedError: it had expired.
        StorageBrokenError: the key could not be destroyed yet: it is withdrawn, nothing is
            served, and asking again goes on from there.
    """
    for _ in range(MOST_RACES):
        scene = await enter(desk, actor, message)
        found = await _verified(desk, scene, statement)
        try:
            gone = await _commit(desk, scene, statement, found)
        except StaleVersionError:
            continue
        return await finish(desk, scene.standing, gone, statement=statement, at=scene.at)
    raise StaleVersionError(f"{message}: moved {MOST_RACES} times while being taken back")


async def finish(
    desk: Desk, standing: Standing, gone: Sequence[Message], *, statement: Signed, at: int
) -> Signed:
    """Shred, answer, delete: what follows the commit. Returns the receipt.

    What fails after the receipt is no longer the person's concern: it stays owed, and
    the sweeper and the next start go on with it.
    """
    ids = tuple(one.id for one in gone)
    await shred(desk, ids)
    receipt = await receipt_for(desk, standing.case.id, statement=statement, at=at)
    try:
        await remove(desk, ids)
    except (RelayError, OSError):
        return receipt
    return receipt


async def derived_from(desk: Desk, message: Message) -> tuple[Message, ...]:
    """Return everything made from a message, from what was made from it, and so on."""
    found: list[Message] = []
    waiting = [message]
    while waiting:
        parent = waiting.pop()
        children = await desk.ledger.find(
            Message, Page(equals={"derived_from": parent.manifest}, limit=_PAGE)
        )
        waiting += children
        found += children
    return tuple(found)


async def taking_back(
    desk: Desk, messages: Sequence[Message], *, command: Withdraw, at: int
) -> tuple[list[Change], list[tuple[Message, Message]]]:
    """Return the changes that withdraw ``messages`` and all derived from them.

    And each of those as it was and as it will be; what had ended before is left alone.
    """
    changes: list[Change] = []
    gone: dict[MessageId, tuple[Message, Message]] = {}
    for message in messages:
        for one in (message, *await derived_from(desk, message)):
            if one.ended_at is None and one.id not in gone:
                moved = decide(one, command, at=at)
                after = apply(one, moved)
                gone[one.id] = (one, after)
                changes += [Put(after), Append(event_of(moved)), Put(tombstone(one.id, at=at))]
    return changes, list(gone.values())


async def highest_number(desk: Desk, case: CaseId, *, signer: str, kind: str = "withdrawal") -> int:
    """Return the highest number of this key's statements of a kind in a case; 0: none."""
    equals: dict[str, object] = {"case": case, "kind": kind}
    highest, after = 0, None
    while True:
        page = await desk.ledger.find(Statement, Page(equals=equals, after=after, limit=_PAGE))
        highest = max([highest, *(one.number for one in page if one.signer == signer)])
        if len(page) < _PAGE:
            return highest
        after = (page[-1].id, page[-1].id)


async def _verified(desk: Desk, scene: Scene, statement: Signed) -> VerifiedWithdrawal:
    found = verify_withdrawal(
        statement,
        policy=scene.standing.policy,
        manifest=await manifest_of(desk, scene),
        certificate=await stopping_certificate(desk.ledger, scene.standing, person=scene.message.sender),
    )
    if found.withdrawal.scope != "message":
        raise WrongContextError(f"{scene.message.id}: a withdrawal of another scope")
    by_author = scene.actor.person == scene.message.sender
    if not by_author and found.signer != scene.member.key:
        raise ForbiddenError(f"{scene.message.id}: only its author brings the author's withdrawal")
    return found


async def _commit(desk: Desk, scene: Scene, statement: Signed, found: VerifiedWithdrawal) -> list[Message]:
    """Commit the withdrawal; return what has to be destroyed."""
    message, number = scene.message, found.withdrawal.number
    record = kept(statement, "withdrawal", message=message, number=number, at=scene.at)
    if await desk.ledger.load(Statement, record.id) is not None:
        return [message, *await _followers(desk, message)]
    if number <= await highest_number(desk, message.case, signer=b64u(statement.key)):
        raise OldNumberError(f"{message.id}: {number} was used")
    if message.state is State.WITHDRAWN:
        await desk.ledger.commit([Append(record)])
        return [message, *await _followers(desk, message)]
    if message.state is State.EXPIRED:
        raise NotAllowedError(f"{message.id}: expired, and destroyed, before")
    command = Withdraw(by=scene.actor.person, statement=Hash(found.hash))
    foresee(scene, command)
    changes, gone = await taking_back(desk, [message], command=command, at=scene.at)
    await desk.ledger.commit([Append(record), *changes])
    for before, after in gone:
        tell(desk, before, after, members=scene.standing.members, at=scene.at)
    return [after for _, after in gone]


async def _followers(desk: Desk, message: Message) -> tuple[Message, ...]:
    derived = await derived_from(desk, message)
    return tuple([one for one in derived if await desk.ledger.load(Tombstone, one.id) is not None])
