# SPDX-License-Identifier: EUPL-1.2
"""Sealed drafts: a client's box, boxed again under the shred key of the message it will become.

A draft is its author's alone. It goes when its message is submitted, taken back, or when
its author throws it away; then its key goes too, unless a message lives under that id.
"""

from contextlib import nullcontext, suppress
from typing import Final

from relay.crypto.box import BOX_OVERHEAD, MAX_BOX_BYTES, SALT_BYTES
from relay.errors import (
    ForbiddenError,
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    QuotaError,
    StaleVersionError,
    TooLargeError,
)
from relay.places import stands
from relay.records import Actor, CaseId, Draft, Message, MessageId, Role, State
from relay.review.boxes import ensure_key
from relay.review.desk import Desk
from relay.review.standing import load_standing
from relay.storage.contract import Change, Drop, Expect, Page, Put
from relay.storage.sealed import open_stored_bytes, seal_stored_bytes

_WHAT: Final = "draft"
MOST_DRAFTS: Final = 100
"""Of one account; each may weigh a mebibyte, and all of them come in one answer."""

MAX_DRAFT_BYTES: Final = MAX_BOX_BYTES - BOX_OVERHEAD


async def save_draft(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    case: CaseId,
    box: bytes,
    version: int,
) -> Draft:
    """Keep a draft; ``version`` is the one it replaces, 0 for the first.

    Raises:
        StaleVersionError: it was saved elsewhere meanwhile.
        NotAllowedError: the message was submitted or has ended.
        ForbiddenError: not their case, or another account's draft.
        TooLargeError: more than 1 MiB.
        QuotaError: a new one, where there are ``MOST_DRAFTS`` already.
    """
    if len(box) > MAX_DRAFT_BYTES:
        raise TooLargeError(f"a draft of {len(box)} bytes")
    await _require_author(desk, actor, case)
    async with desk.turns.of(actor.account) if version == 0 else nullcontext():  # new ones are counted
        return await _saved(desk, actor, message, case=case, box=box, version=version)


async def _saved(
    desk: Desk, actor: Actor, message: MessageId, *, case: CaseId, box: bytes, version: int
) -> Draft:
    known = await desk.ledger.load(Draft, message)
    if known is not None and known.account != actor.account:
        raise ForbiddenError(f"{message}: another account's draft")
    if (known.version if known else 0) != version:
        raise StaleVersionError(f"{message}: a newer draft is there")
    guard = await _still_a_draft(desk, actor, message)
    await _check_room(desk, actor, known)
    key = await ensure_key(desk, message)
    sealed = seal_stored_bytes(key, box, message=message, what=_WHAT, salt=desk.random(SALT_BYTES))
    saved = Draft(
        id=message,
        version=version + 1,
        account=actor.account,
        case=case,
        updated_at=desk.clock(),
        box=sealed,
    )
    await desk.ledger.commit([Put(saved), *guard])
    return saved


async def _check_room(desk: Desk, actor: Actor, known: Draft | None) -> None:
    """Refuse one draft too many: more would be listed to nobody, and fill the disk."""
    if known is not None:
        return
    found = await desk.ledger.find(Draft, Page(equals={"account": actor.account}, limit=MOST_DRAFTS))
    if len(found) >= MOST_DRAFTS:
        raise QuotaError(f"{actor.account}: {len(found)} drafts")


async def _require_author(desk: Desk, actor: Actor, case: CaseId) -> None:
    member = (await load_standing(desk.ledger, case)).members.get(actor.person)
    mine = member is not None and not member.left and stands(member, actor)
    if not mine or actor.role is not Role.PARTICIPANT:
        raise ForbiddenError(f"{case}: not theirs to write in")


async def load_draft(desk: Desk, actor: Actor, *, message: MessageId) -> tuple[Draft, bytes]:
    """Return a draft's record and the client's own box.

    Raises:
        NotFoundError: none, or another account's.
        KeyDestroyedError: it was thrown away or taken back; its record is still to go.
    """
    known = await desk.ledger.load(Draft, message)
    if known is None or known.account != actor.account:
        raise NotFoundError(f"{message}: no draft")
    return known, await _opened(desk, known)


async def list_drafts(desk: Desk, actor: Actor) -> tuple[tuple[Draft, bytes], ...]:
    """Return every draft of this account with its box.

    One whose key is gone already was thrown away: a crash before its record went, or a
    destruction that the disk still owes, must not keep the others from their author.
    """
    found = await desk.ledger.find(Draft, Page(equals={"account": actor.account}, limit=MOST_DRAFTS))
    kept: list[tuple[Draft, bytes]] = []
    for one in found:
        with suppress(KeyDestroyedError):
            kept.append((one, await _opened(desk, one)))
    return tuple(kept)


async def drop_draft(desk: Desk, actor: Actor, *, message: MessageId) -> None:
    """Destroy a draft, and its key unless a message has begun under that id.

    Raises:
        NotFoundError: none, or another account's.
    """
    known = await desk.ledger.load(Draft, message)
    if known is None or known.account != actor.account:
        raise NotFoundError(f"{message}: no draft")
    if await desk.ledger.load(Message, message) is None:
        await desk.shred_keys.destroy(message)
    await desk.ledger.commit([Expect(Draft, message, known.version), Drop(Draft, message)])
    await desk.ledger.checkpoint()


async def _still_a_draft(desk: Desk, actor: Actor, message: MessageId) -> list[Change]:
    found = await desk.ledger.load(Message, message)
    if found is None:
        return []
    if found.state is not State.UPLOADING or found.sender != actor.person:
        raise NotAllowedError(f"{message}: no longer a draft")
    return [Expect(Message, found.id, found.version)]


async def _opened(desk: Desk, draft: Draft) -> bytes:
    key = await desk.shred_keys.read(draft.id)
    return open_stored_bytes(key, draft.box, message=draft.id, what=_WHAT)
