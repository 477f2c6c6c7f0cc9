# SPDX-License-Identifier: EUPL-1.2
"""The last step: a mediator hands the wrapped key to a ready addressee.

Both gates are looked at again here, on the server's own records, although the
addressee's client will check the whole chain for itself: nothing half-right is stored.
"""

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import statement_hash, verify
from relay.errors import NotReadyError, NotReleasedError, WrongContextError, WrongShapeError
from relay.protocol.policy import assigned_mediator
from relay.protocol.readiness import parse_readiness
from relay.protocol.release import Release as ReleaseWords
from relay.protocol.release import parse_release, wrap_hash
from relay.records import Actor, Answer, Case, Hash, KeyId, Member, Message, MessageId
from relay.review.answering import ANSWERS, release_wrap
from relay.review.boxes import store
from relay.review.commands import Release
from relay.review.desk import WRAP_BYTES, Desk
from relay.review.machine import needed_of
from relay.review.making import require_original
from relay.review.moving import (
    Scene,
    enter_gated,
    foresee,
    is_known,
    kept,
    manifest_of,
    move,
    refuse_stale,
    statements_of,
)
from relay.review.reviewing import require_approvals
from relay.review.standing import current_references, own_signature, signed
from relay.storage.contract import Append, Change, Expect


async def release(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    wrap: bytes,
    version: int | None = None,
) -> Message:
    """Release to the addressee; compare-and-swap on the message *and* its case.

    Args:
        desk: the ports.
        actor: a mediator of the case.
        message: which.
        statement: the signed ``release``.
        wrap: 1,168 bytes, the content key for the addressee's certified key.
        version: of the view that the mediator looked at.

    Raises:
        NotReadyError: the addressee's latest answer is not ready, or not the named one.
        NotApprovedError: fewer approvals count than the policy asks for.
        NotReleasedError: another certificate, wrap or other approvals than the current ones,
            or a rendition whose original is not with the reader.
        GateShutError (of whichever code), DirectoryStaleError: a gate is shut.
        WrongContextError, RollbackError, SignerNotAllowedError, SignatureWrongError: as named.
        NotAllowedError, StaleVersionError: withdrawn, moved on, or the case has changed.
    """
    scene = await enter_gated(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "release"):
        return scene.message
    refuse_stale(scene, version)
    words = await _verified(desk, scene, statement)
    command = Release(by=actor.person, statement=_hash(statement))
    foresee(scene, command)
    await _check_gates(desk, scene, words)
    unchanged = await require_original(desk, scene.message)
    also = await _handed_over(desk, scene, words, statement=statement, wrap=wrap)
    return await move(desk, scene, command, also=[*also, *unchanged])


async def _handed_over(
    desk: Desk, scene: Scene, words: ReleaseWords, *, statement: Signed, wrap: bytes
) -> list[Change]:
    """Return what is kept of a release, and what must not have changed meanwhile."""
    addressee, key = _addressee(scene, words)
    if len(wrap) != WRAP_BYTES:
        raise WrongShapeError(f"a wrap has {WRAP_BYTES} bytes")
    if words.wrap != wrap_hash(wrap):
        raise NotReleasedError(f"{scene.message.id}: another wrap than the signed one")
    return [
        Append(kept(statement, "release", message=scene.message, at=scene.at)),
        *await store(desk, scene.message.id, {release_wrap(key): wrap}),
        Expect(Case, scene.standing.case.id, scene.standing.case.version),
        Expect(Member, addressee.id, addressee.version),
    ]


def _hash(statement: Signed) -> Hash:
    return Hash(b64u(statement_hash("release", statement.body)))


async def _verified(desk: Desk, scene: Scene, statement: Signed) -> ReleaseWords:
    words = parse_release(statement.body)
    manifest = await manifest_of(desk, scene)
    ours = manifest.manifest
    about = (words.programme, words.case, words.message, words.manifest)
    if about != (ours.programme, ours.case, ours.message, manifest.hash):
        raise WrongContextError(f"{scene.message.id}: a release of something else")
    policy = scene.standing.policy
    current_references(
        policy,
        directory=(words.directory_epoch, words.directory),
        policy_named=(words.policy_version, words.policy),
    )
    entry = assigned_mediator(policy, statement.key, epoch=words.directory_epoch)
    verify(statement, "release", public_key=unb64u(entry.key))
    return words


async def _check_gates(desk: Desk, scene: Scene, words: ReleaseWords) -> None:
    counted = {one.hash for one in await require_approvals(desk, scene)}
    needed = needed_of(scene.message.second_by, quorum=scene.standing.policy.policy.quorum)
    if not counted.issuperset(words.approvals) or len(words.approvals) < needed:
        raise NotReleasedError(f"{scene.message.id}: on other approvals than those that count")
    key = scene.standing.members[scene.message.addressee].key
    every = await statements_of(desk, scene.message.id, ANSWERS)
    answers = [one for one in every if one.signer == key]  # under a new key, numbers begin anew
    latest = parse_readiness(signed(answers[0]).body) if answers else None
    if latest is None or latest.answer != Answer.READY or answers[0].id != words.readiness:
        raise NotReadyError(f"{scene.message.id}: not the latest answer, or not ready")


def _addressee(scene: Scene, words: ReleaseWords) -> tuple[Member, KeyId]:
    member = scene.standing.members.get(scene.message.addressee)
    if member is None or member.key is None or words.addressee != member.person:
        raise NotReleasedError(f"{scene.message.id}: released to somebody else")
    if (words.certificate, words.epoch) != (member.certificate, member.epoch):
        raise NotReleasedError(f"{scene.message.id}: released to an older key")
    return member, member.key
