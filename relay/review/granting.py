# SPDX-License-Identifier: EUPL-1.2
"""A mediator lets an interpreter open one message until a day, and ends that.

The interpreter's wrap lies in two boxes: under the message's shred key, so that a withdrawal
takes it along, and under a key of its own slot, which is destroyed when the grant is over.
A row that says *over* comes first, then the slot; whoever asks in between is refused.
"""

from dataclasses import replace
from typing import Final

from relay.crypto.box import SALT_BYTES
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    GrantOverError,
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    SignerNotAllowedError,
    StaleVersionError,
    WithdrawnError,
    WrapBrokenError,
    WrongShapeError,
)
from relay.protocol.grant import Grant as GrantWords
from relay.protocol.grant import VerifiedGrant, verify_grant
from relay.protocol.release import wrap_hash
from relay.protocol.shape import day_number
from relay.records import Actor, Event, Grant, Hash, KeyId, Message, MessageId, PersonId, Role, StoredBox
from relay.review.boxes import ensure_key, store
from relay.review.desk import WRAP_BYTES, Desk
from relay.review.guests import DAY_SECONDS, grant_id, is_interpreter, lasts
from relay.review.making import RENDITION
from relay.review.moving import (
    Scene,
    enter,
    hash_of,
    is_known,
    kept,
    manifest_of,
    refuse_old_number,
    refuse_stale,
)
from relay.review.reviewing import WORDS
from relay.review.seen_by import Audience, MessageView, seen_by
from relay.review.shredding import remove, shred, tombstone
from relay.review.standing import active_interpreters, own_signature
from relay.storage.contract import Append, Change, Drop, Expect, Page, Put
from relay.storage.sealed import box_id, open_stored_bytes, seal_stored_bytes

MOST_DAYS: Final = 92
"""A grant is for one piece of work: three months at most, and then anew."""

_PAGE: Final = 1_000


async def grant(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    wrap: bytes | None = None,
    version: int | None = None,
) -> Message:
    """Take a ``grant``: give an interpreter access, or end it.

    Args:
        desk: the ports.
        actor: a mediator of the case.
        message: what is to be rendered.
        statement: the signed ``grant``.
        wrap: 1,168 bytes, the content key for the interpreter; None ends the grant.
        version: of the view that the mediator looked at.

    Raises:
        WrongContextError, SignerNotAllowedError, SignatureWrongError: as named; or an interpreter
            whom the directory does not call active.
        OldNumberError: not above this mediator's last word on the message: a replay.
        GrantOverError: its last day has passed.
        NotAllowedError: a rendition is rendered from its original; nothing is there to be ended.
        WrongShapeError, WrapBrokenError: longer than three months; no wrap, or another one than
            the signed one.
        StaleVersionError, WithdrawnError: the message has moved on.
    """
    scene = await enter(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "grant"):
        return scene.message
    refuse_stale(scene, version)
    found = verify_grant(statement, manifest=await manifest_of(desk, scene), policy=scene.standing.policy)
    await refuse_old_number(desk, message, statement, number=found.grant.number, kinds=WORDS)
    await _said_so(desk, scene, found, statement=statement, wrap=wrap)
    desk.tell(message, _concerned(scene, found.grant.interpreter))
    return scene.message


def _concerned(scene: Scene, interpreter: str) -> frozenset[PersonId]:
    mediators = {one.person for one in scene.standing.members.values() if one.role is Role.MEDIATOR}
    return frozenset({*mediators, scene.message.sender, short_id_of(interpreter)})


async def _said_so(
    desk: Desk, scene: Scene, found: VerifiedGrant, *, statement: Signed, wrap: bytes | None
) -> None:
    known = await desk.ledger.load(Grant, grant_id(scene.message.id, found.grant.interpreter))
    if not found.grant.given:
        await _end(desk, scene, found, statement=statement, known=known)
        return
    _check_given(scene, found.grant, wrap=wrap)
    await _give(desk, scene, found, statement=statement, wrap=wrap or b"", known=known)


async def granted_to(desk: Desk, actor: Actor) -> tuple[Grant, ...]:
    """Return the grants by which this interpreter may open something now."""
    at = desk.clock()
    found = await desk.ledger.find(Grant, Page(equals={"interpreter": actor.person}, limit=_PAGE))
    return tuple(one for one in found if one.key == actor.key and lasts(one, at=at))


async def made_by(desk: Desk, actor: Actor) -> tuple[MessageView, ...]:
    """Return the renditions that an interpreter made, as they may see them."""
    found = await desk.ledger.find(Message, Page(equals={"maker": actor.person}, limit=_PAGE))
    seen = [seen_by(Audience.MAKER, one, at=desk.clock()) for one in found]
    return tuple(one for one in seen if one is not None)


async def end_grants(desk: Desk) -> int:
    """End the grants that are past their day, whose message is gone or whose interpreter left; count them."""
    at, ended, active = desk.clock(), 0, await _interpreters(desk)
    after: tuple[str | int, str] | None = None
    while True:
        page = await desk.ledger.find(Grant, Page(equals={"over": False}, after=after, limit=_PAGE))
        for one in page:
            ended += await _end_if_due(desk, one, active=active, at=at)
        if len(page) < _PAGE:
            return ended
        after = (page[-1].id, page[-1].id)


async def _interpreters(desk: Desk) -> frozenset[str]:
    """Return the key ids of the active interpreters: who comes back later is granted anew."""
    try:
        return await active_interpreters(desk.ledger)
    except NotFoundError:
        return frozenset()


async def _end_if_due(desk: Desk, found: Grant, *, active: frozenset[str], at: int) -> int:
    message = await desk.ledger.load(Message, found.message)
    going_on = lasts(found, at=at) and found.key in active
    if going_on and message is not None and message.ended_at is None:
        return 0
    try:
        await _over(desk, found, at=at)
    except StaleVersionError:
        return 0  # a mediator was first
    desk.tell(found.message, frozenset({found.interpreter}))
    return 1


async def granted_wrap(desk: Desk, found: Grant, boxed: bytes) -> bytes:
    """Return the interpreter's wrap from the box that lies under the message's key.

    Raises:
        GrantOverError: its own key was destroyed meanwhile.
    """
    try:
        key = await desk.shred_keys.read(found.slot)
    except KeyDestroyedError:
        raise GrantOverError(f"{found.id}: just ended") from None
    return open_stored_bytes(key, boxed, message=found.slot, what=grant_wrap(found.key))


def grant_wrap(key: KeyId) -> str:
    """Return what an interpreter's wrap is stored as."""
    return f"wrap/grant/{key}"


def _check_given(scene: Scene, words: GrantWords, *, wrap: bytes | None) -> None:
    message = scene.message
    if message.kind == RENDITION or message.ended_at is not None:
        raise NotAllowedError(f"{message.id}: nothing to render")
    if not is_interpreter(scene.standing.policy.trust.directory, words.interpreter):
        raise SignerNotAllowedError(f"{message.id}: granted to no interpreter of this programme")
    days = day_number(words.until) - scene.at // DAY_SECONDS
    if days < 0:
        raise GrantOverError(f"{message.id}: over since {words.until}")
    if days > MOST_DAYS:
        raise WrongShapeError(f"{message.id}: for more than {MOST_DAYS} days")
    if wrap is None or len(wrap) != WRAP_BYTES:
        raise WrongShapeError(f"a grant comes with a wrap of {WRAP_BYTES} bytes")
    if words.wrap != wrap_hash(wrap):
        raise WrapBrokenError(f"{message.id}: another wrap than the signed one")


async def _give(
    desk: Desk, scene: Scene, found: VerifiedGrant, *, statement: Signed, wrap: bytes, known: Grant | None
) -> None:
    if known is not None and not known.over:
        known = await _over(desk, known, at=scene.at)
    slot = MessageId(b64u(unb64u(found.hash)[:ID_BYTES]))
    key = KeyId(found.grant.interpreter)
    what = grant_wrap(key)
    own = await _slot_key(desk, slot)
    inner = seal_stored_bytes(own, wrap, message=slot, what=what, salt=desk.random(SALT_BYTES))
    given = Grant(
        id=grant_id(scene.message.id, key),
        version=1 if known is None else known.version + 1,
        message=scene.message.id,
        case=scene.message.case,
        interpreter=short_id_of(key),
        key=key,
        slot=slot,
        until=found.grant.until,
        over=False,
        statement=Hash(found.hash),
    )
    boxes = await store(desk, scene.message.id, {what: inner})
    await desk.ledger.commit([Put(given), *boxes, *_said(scene, found, statement, word="grant")])


async def _end(
    desk: Desk, scene: Scene, found: VerifiedGrant, *, statement: Signed, known: Grant | None
) -> None:
    if known is None or known.over:
        raise NotAllowedError(f"{scene.message.id}: no grant to be ended")
    said = _said(scene, found, statement, word="grant-end")
    await _over(desk, replace(known, statement=Hash(found.hash)), at=scene.at, also=said)


async def _over(desk: Desk, found: Grant, *, at: int, also: list[Change] | None = None) -> Grant:
    """Record that a grant is over, then destroy the key of its wrap."""
    over = replace(found, version=found.version + 1, over=True)
    dropped = Drop(StoredBox, box_id(found.message, grant_wrap(found.key)))
    await desk.ledger.commit([Put(over), Put(tombstone(found.slot, at=at)), dropped, *(also or [])])
    await shred(desk, (found.slot,))
    await remove(desk, (found.slot,))
    return over


async def _slot_key(desk: Desk, slot: MessageId) -> bytes:
    try:
        return await ensure_key(desk, slot)
    except KeyDestroyedError:  # the very same grant was given, and ended, before
        raise WithdrawnError(f"{slot}: ended before") from None


def _said(scene: Scene, found: VerifiedGrant, statement: Signed, *, word: str) -> list[Change]:
    number = found.grant.number
    event = Event(
        seq=0,
        case=scene.message.case,
        message=scene.message.id,
        kind=word,
        by=scene.actor.person,
        at=scene.at,
        digest=hash_of(statement, "grant"),
        chain="",
    )
    record = kept(statement, "grant", message=scene.message, number=number, at=scene.at)
    return [Append(record), Append(event), Expect(Message, scene.message.id, scene.message.version)]


def short_id_of(key: str) -> PersonId:
    """Return the person id of an interpreter from their key id, as text."""
    return PersonId(b64u(unb64u(key)[:ID_BYTES]))
