# SPDX-License-Identifier: EUPL-1.2
"""What a mediator does up to the offer: claim, approve, decide, offer; all but claims are signed.

Sending the very same statement again returns the message as it is now.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from relay.crypto.signing import Statement as Signed
from relay.errors import NotApprovedError
from relay.protocol.approval import (
    Decision,
    VerifiedApproval,
    count_approvals,
    verify_approval,
    verify_decision,
    verify_offer,
)
from relay.records import Actor, Case, Hash, KeyId, Message, MessageId
from relay.review.boxes import check_note, store
from relay.review.commands import (
    Approve,
    AskSecond,
    Claim,
    Command,
    Decline,
    Escalate,
    Hold,
    LetGo,
    Offer,
    Reopen,
    Return,
)
from relay.review.desk import CLAIM_SECONDS, Desk, SealedNote
from relay.review.machine import approvals_of, needed_of
from relay.review.moving import (
    Scene,
    enter,
    enter_gated,
    foresee,
    hash_of,
    is_known,
    kept,
    manifest_of,
    move,
    refuse_old_number,
    refuse_stale,
)
from relay.review.seen_by import is_claimed
from relay.review.standing import current_references, load_signed, own_signature
from relay.storage.contract import Append, Change, Expect, Put

WORDS: Final = ("approval", "decision", "offer", "grant")
"""The kinds that share one rising number for each mediator and message."""

_PLAIN: Final = {"return": Return, "decline": Decline, "escalate": Escalate, "reopen": Reopen}


async def claim(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    take_over: bool = False,
    version: int | None = None,
) -> Message:
    """Take a message up for review for half an hour, or renew one's own claim.

    Args:
        desk: the ports.
        actor: a mediator of the case.
        message: which.
        take_over: from another who is at it; that leaves an event of its own.
        version: of the view that the mediator looked at.

    Raises:
        ClaimedError: another is at it, and it is not to be taken over.
        NotAllowedError, ForbiddenError, StaleVersionError, CoolingOffError: as named.
    """
    scene = await enter(desk, actor, message)
    refuse_stale(scene, version)
    held = is_claimed(scene.message, at=scene.at) and scene.message.claimed_by != actor.person
    command = Claim(by=actor.person, until=scene.at + CLAIM_SECONDS, takes_over=held and take_over)
    return await move(desk, scene, command)


async def let_go(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Put down what one took up, so that another mediator finds it free.

    Raises:
        ClaimedError: another is at it.
        NotAllowedError, ForbiddenError, StaleVersionError: as named.
    """
    scene = await enter(desk, actor, message)
    refuse_stale(scene, version)
    return await move(desk, scene, LetGo(by=actor.person))


async def approve(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Count an ``approval``; with enough of them the message is approved.

    Raises:
        WrongContextError, RollbackError, SignerNotAllowedError, SignatureWrongError: about
            something else, under older references, or not this mediator's own.
        OldNumberError: not above this mediator's last word on the message.
        NotAllowedError, ForbiddenError, StaleVersionError: as ``machine`` and ``policy`` say.
    """
    scene = await enter(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "approval"):
        return scene.message
    refuse_stale(scene, version)
    found = await _verified_approval(desk, scene, statement)
    words = found.approval
    await refuse_old_number(desk, message, statement, number=words.number, kinds=WORDS)
    counted = await counting(desk, scene, also=(statement,))
    command = Approve(
        by=actor.person,
        statement=Hash(found.hash),
        enough=_is_enough(scene, counted),
        undo_until=scene.at + desk.undo_seconds,
        voids=await _own_approvals(desk, scene),
    )
    foresee(scene, command)
    readers = _mediators(scene)
    also = await _kept_with_note(
        desk, scene, statement, "approval", number=words.number, note=(note, words.note), readers=readers
    )
    return await move(desk, scene, command, also=also)


async def _verified_approval(desk: Desk, scene: Scene, statement: Signed) -> VerifiedApproval:
    found = verify_approval(statement, manifest=await manifest_of(desk, scene), policy=scene.standing.policy)
    words = found.approval
    current_references(
        scene.standing.policy,
        directory=(words.directory_epoch, words.directory),
        policy_named=(words.policy_version, words.policy),
    )
    return found


async def decide_on(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Take a ``decision``: hold, return, decline, escalate, reopen or second.

    All but the last void every approval; asking for a second mediator voids one's own. The
    note of a return or a decline is for the author too, that of the others never.
    Raises what ``approve`` raises, references aside.
    """
    scene = await enter(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "decision"):
        return scene.message
    refuse_stale(scene, version)
    manifest = await manifest_of(desk, scene)
    found = verify_decision(statement, manifest=manifest, policy=scene.standing.policy)
    words = found.decision
    await refuse_old_number(desk, message, statement, number=words.number, kinds=WORDS)
    command = await _decided(desk, scene, words, statement=Hash(found.hash))
    foresee(scene, command)
    told = (
        _key_of(scene, scene.message.sender) if isinstance(command, Return | Decline) else frozenset[KeyId]()
    )
    also = await _kept_with_note(
        desk,
        scene,
        statement,
        "decision",
        number=words.number,
        note=(note, words.note),
        readers=_mediators(scene) | told,
        must_read=told,
    )
    return await move(desk, scene, command, also=also)


async def offer(
    desk: Desk,
    actor: Actor,
    *,
    message: MessageId,
    statement: Signed,
    note: SealedNote | None = None,
    version: int | None = None,
) -> Message:
    """Tell the addressee that something waits; compare-and-swap on the case, too.

    Raises:
        GateShutError (of whichever code), DirectoryStaleError: a gate is shut.
        NotApprovedError: approvals were lost meanwhile (a mediator revoked, a higher quorum).
        And as ``decide_on``.
    """
    scene = await enter_gated(desk, actor, message)
    own_signature(statement, scene.member)
    if await is_known(desk, scene, statement, "offer"):
        return scene.message
    refuse_stale(scene, version)
    manifest = await manifest_of(desk, scene)
    words = verify_offer(statement, manifest=manifest, policy=scene.standing.policy).offer
    command = Offer(by=actor.person, statement=hash_of(statement, "offer"))
    foresee(scene, command)
    await refuse_old_number(desk, message, statement, number=words.number, kinds=WORDS)
    await require_approvals(desk, scene)
    told = _key_of(scene, scene.message.addressee)
    also = await _kept_with_note(
        desk,
        scene,
        statement,
        "offer",
        number=words.number,
        note=(note, words.note),
        readers=_mediators(scene) | told,
        must_read=told,
    )
    return await move(desk, scene, command, also=[*also, _case_still(scene)])


def _case_still(scene: Scene) -> Change:
    """Hold the case as it was looked at; where a pace counts, no two offers at once."""
    case = scene.standing.case
    if scene.gates.paced:
        return Put(replace(case, version=case.version + 1))
    return Expect(Case, case.id, case.version)


async def counting(desk: Desk, scene: Scene, *, also: Sequence[Signed] = ()) -> tuple[VerifiedApproval, ...]:
    """Return the approvals that count now: not voided, of mediators who still count."""
    statements = [await load_signed(desk.ledger, one) for one in approvals_of(scene.message)]
    return count_approvals(
        [*statements, *also],
        manifest=await manifest_of(desk, scene),
        policy=scene.standing.policy,
        exact=False,
    )


async def require_approvals(desk: Desk, scene: Scene) -> tuple[VerifiedApproval, ...]:
    """Return the approvals that count, at least the quorum.

    Raises:
        NotApprovedError: fewer, or its maker's alone.
    """
    counted = await counting(desk, scene)
    if not _is_enough(scene, counted):
        raise NotApprovedError(f"{scene.message.id}: {len(counted)} approvals count")
    return counted


def _is_enough(scene: Scene, counted: Sequence[VerifiedApproval]) -> bool:
    maker = scene.standing.members.get(scene.message.maker or scene.message.sender)
    others = [one for one in counted if maker is None or one.signer != maker.key]
    needed = needed_of(scene.message.second_by, quorum=scene.standing.case.quorum)
    return len(counted) >= needed and bool(others)


async def _own_approvals(desk: Desk, scene: Scene) -> frozenset[Hash]:
    counted = await counting(desk, scene)
    return frozenset(Hash(one.hash) for one in counted if one.signer == scene.member.key)


async def _decided(desk: Desk, scene: Scene, words: Decision, *, statement: Hash) -> Command:
    by = scene.actor.person
    if words.decision == "hold" and words.until is not None:
        return Hold(by=by, statement=statement, until=words.until)
    if words.decision == "second":
        return AskSecond(by=by, statement=statement, voids=await _own_approvals(desk, scene))
    return _PLAIN[words.decision](by=by, statement=statement)


def _mediators(scene: Scene) -> frozenset[KeyId]:
    return frozenset(KeyId(key) for key in scene.standing.policy.policy.mediators)


def _key_of(scene: Scene, person: str) -> frozenset[KeyId]:
    keys = [member.key for member in scene.standing.members.values() if member.person == person]
    return frozenset(key for key in keys if key is not None)


async def _kept_with_note(  # noqa: PLR0913 - a statement, its note, and who may read it
    desk: Desk,
    scene: Scene,
    statement: Signed,
    kind: str,
    *,
    number: int,
    note: tuple[SealedNote | None, str | None],
    readers: frozenset[KeyId],
    must_read: frozenset[KeyId] = frozenset(),
) -> list[Change]:
    contents = check_note(note[0], named=note[1], readers=readers, must_read=must_read)
    record = kept(statement, kind, message=scene.message, number=number, at=scene.at)
    return [Append(record), *await store(desk, scene.message.id, contents)]
