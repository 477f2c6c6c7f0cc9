# SPDX-License-Identifier: EUPL-1.2
"""What an addressee does: answer an offer, open, hand back."""

from relay.crypto.encoding import unb64u
from relay.crypto.signing import Statement as Signed
from relay.protocol.readiness import verify_readiness
from relay.records import (
    Actor,
    Answer,
    GiveAnswer,
    Hash,
    KeyId,
    Member,
    Message,
    MessageId,
    Open,
    State,
    StoredBox,
)
from relay.review.boxes import box_id, check_note, store
from relay.review.desk import Desk, SealedNote
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
)
from relay.review.standing import certificate_of, own_signature
from relay.storage.contract import Append, Change, Drop

ANSWERS = ("readiness",)


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

    Keeping what was released hands it back: the wrap for the addressee goes at once.

    Raises:
        WrongContextError, SignerNotAllowedError, SignatureWrongError: about something else,
            or not the addressee's own.
        OldNumberError: not above their last answer.
        NotAllowedError, ForbiddenError, StaleVersionError: as ``machine`` and ``policy`` say.
    """
    scene = await enter(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "readiness"):
        return scene.message
    refuse_stale(scene, version)
    found = verify_readiness(
        statement,
        manifest=await manifest_of(desk, scene),
        participant=actor.person,
        identity=await _identity(desk, scene),
    )
    words = found.readiness
    command = GiveAnswer(by=actor.person, statement=Hash(found.hash), answer=Answer(words.answer))
    foresee(scene, command)
    await refuse_old_number(desk, message, statement, number=words.number, kinds=ANSWERS)
    mediators = frozenset(KeyId(key) for key in scene.standing.policy.policy.mediators)
    own = frozenset(key for key in (scene.member.key,) if key is not None)
    contents = check_note(note, named=words.plan, readers=mediators | own, must_read=mediators)
    also: list[Change] = [
        Append(kept(statement, "readiness", message=scene.message, number=words.number, at=scene.at)),
        *await store(desk, message, contents),
        *handed_back(scene.message, member=scene.member, answer=command.answer),
    ]
    return await move(desk, scene, command, also=also)


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
