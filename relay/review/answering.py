# SPDX-License-Identifier: EUPL-1.2
"""What an addressee does: answer an offer, open, hand back."""

from typing import Final

from relay.crypto.encoding import unb64u
from relay.crypto.signing import Statement as Signed
from relay.protocol.readiness import Readiness, VerifiedReadiness, verify_readiness
from relay.records import Actor, Answer, Hash, KeyId, Member, Message, MessageId, State, StoredBox
from relay.review.boxes import check_note, store
from relay.review.commands import GiveAnswer, Open
from relay.review.desk import Desk, SealedNote
from relay.review.machine import apply, decide, event_of
from relay.review.moving import (
    Scene,
    enter,
    foresee,
    is_known,
    kept,
    manifest_of,
    move,
    refuse_old_number,
    refuse_stale,
    tell,
)
from relay.review.standing import certificate_of, current_references, own_signature
from relay.storage.contract import Append, Change, Drop, Page, Put
from relay.storage.sealed import box_id

ANSWERS = ("readiness",)
_RELEASED: Final = frozenset({State.RELEASED, State.OPENED})
_MOST_RENDITIONS: Final = 1_000


async def answer(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Take a ``readiness``: ready, not now, never or keep (also after reading).

    Keeping what was released hands it back: the wrap for the addressee goes at once, and
    with it those of its translations and other renditions, which hold the same words.

    Raises:
        WrongContextError, SignerNotAllowedError, SignatureWrongError: about something else,
            or not the addressee's own.
        RollbackError, ForkError: made under another directory or policy than the current ones.
        OldNumberError: not above their last answer.
        NotAllowedError, ForbiddenError, StaleVersionError: as ``machine`` and ``policy`` say.
    """
    scene = await enter(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "readiness"):
        return scene.message
    refuse_stale(scene, version)
    found = await _verified(desk, scene, statement)
    words = found.readiness
    command = GiveAnswer(by=actor.person, statement=Hash(found.hash), answer=Answer(words.answer))
    foresee(scene, command)
    await refuse_old_number(desk, message, statement, number=words.number, kinds=ANSWERS)
    also = await _kept_with_plan(desk, scene, statement, words, note=note)
    return await _moved(desk, scene, command, also=[*also, *_if_kept(scene, command)])


async def _verified(desk: Desk, scene: Scene, statement: Signed) -> VerifiedReadiness:
    found = verify_readiness(
        statement,
        manifest=await manifest_of(desk, scene),
        participant=scene.actor.person,
        identity=await _identity(desk, scene),
    )
    words = found.readiness
    current_references(
        scene.standing.policy,
        directory=(words.directory_epoch, words.directory),
        policy_named=(words.policy_version, words.policy),
    )
    return found


async def _moved(desk: Desk, scene: Scene, command: GiveAnswer, *, also: list[Change]) -> Message:
    renditions, returned = await _renditions_back(desk, scene, command)
    after = await move(desk, scene, command, also=[*also, *renditions])
    for before, now in returned:
        tell(desk, before, now, members=scene.standing.members, at=scene.at)
    return after


async def _kept_with_plan(
    desk: Desk, scene: Scene, statement: Signed, words: Readiness, *, note: SealedNote | None
) -> list[Change]:
    """Return what is kept of an answer; its reading plan is for every mediator and oneself."""
    mediators = frozenset(KeyId(key) for key in scene.standing.policy.policy.mediators)
    own = frozenset(key for key in (scene.member.key,) if key is not None)
    contents = check_note(note, named=words.plan, readers=mediators | own, must_read=mediators)
    record = kept(statement, "readiness", message=scene.message, number=words.number, at=scene.at)
    return [Append(record), *await store(desk, scene.message.id, contents)]


async def _renditions_back(
    desk: Desk, scene: Scene, command: GiveAnswer
) -> tuple[list[Change], list[tuple[Message, Message]]]:
    """Return what hands back the renditions of a released message together with it."""
    if command.answer is not Answer.KEEP or scene.message.state not in _RELEASED:
        return [], []
    page = Page(equals={"derived_from": scene.message.manifest}, limit=_MOST_RENDITIONS)
    changes: list[Change] = []
    returned: list[tuple[Message, Message]] = []
    for one in await desk.ledger.find(Message, page):
        if one.addressee == scene.message.addressee and one.state in _RELEASED:
            moved = decide(one, command, at=scene.at)
            now = apply(one, moved)
            returned.append((one, now))
            changes += [Put(now), Append(event_of(moved))]
            changes += handed_back(one, member=scene.member, answer=command.answer)
    return changes, returned


def _if_kept(scene: Scene, command: GiveAnswer) -> list[Change]:
    return handed_back(scene.message, member=scene.member, answer=command.answer)


async def opened(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Note that the addressee has opened it; again is harmless and moves nothing."""
    scene = await enter(desk, actor, message)
    command = Open(by=actor.person)
    foresee(scene, command)
    if scene.message.state is State.OPENED:
        return scene.message
    refuse_stale(scene, version)
    return await move(desk, scene, command)


def handed_back(message: Message, *, member: Member, answer: Answer) -> list[Change]:
    """Return the change that takes the release wrap away with a ``keep``."""
    if answer is not Answer.KEEP or member.key is None:
        return []
    return [Drop(StoredBox, box_id(message.id, release_wrap(member.key)))]


def release_wrap(key: KeyId) -> str:
    """Return what the addressee's wrap is stored as."""
    return f"wrap/release/{key}"


async def _identity(desk: Desk, scene: Scene) -> bytes:
    certificate = await certificate_of(desk.ledger, scene.standing, person=scene.actor.person)
    return unb64u(certificate.certificate.identity)
