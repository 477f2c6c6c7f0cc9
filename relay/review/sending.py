# SPDX-License-Identifier: EUPL-1.2
"""From a manifest to an upload under way: begin a message, say what its parts weigh.

A message has exactly one addressee, on the other side: the people on one side of a case
are isolated from each other, and one person's pause, answer or leaving must not show in
what another sees of the same message. What a mediator may make: ``making``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    ExistsError,
    ForbiddenError,
    ForkError,
    GateShutError,
    NotAllowedError,
    NotFoundError,
    SizeWrongError,
    WrongContextError,
    WrongShapeError,
)
from relay.places import stands
from relay.protocol.manifest import Manifest, VerifiedManifest, parse_manifest, verify_manifest
from relay.records import (
    Account,
    Actor,
    Case,
    CaseId,
    Draft,
    Event,
    Hash,
    KeyId,
    Member,
    Message,
    MessageId,
    PersonId,
    Role,
    State,
)
from relay.review.boxes import ensure_key, store_under
from relay.review.desk import CHUNK_BYTES, HEADER_BOX_BYTES, WRAP_BYTES, Desk
from relay.review.guests import as_guest
from relay.review.making import MADE, check_maker, check_origin
from relay.review.moving import ALL_SHUT, Scene, enter, kept, manifest_of, tell, view_of
from relay.review.policy import audiences
from relay.review.quota import check_room, turn_in
from relay.review.reading import Detail, detail, purpose_of
from relay.review.seen_by import Audience
from relay.review.standing import Standing, current_references, load_standing
from relay.storage.contract import Append, Expect, Page, Put

BEGUN: Final = "begin"


async def begin(
    desk: Desk,
    actor: Actor,
    *,
    manifest: Signed,
    header: bytes,
    wraps: Mapping[tuple[str, KeyId], bytes],
) -> Detail:
    """Create a message in ``uploading``; return it as ``detail`` would, from what is at hand.

    Asking again with the same manifest returns the same message, as it is by now.

    Args:
        desk: the ports.
        actor: the author; a mediator for words that they made; an interpreter for a rendition.
        manifest: signed by the message's own ``wk``; one addressee, on the other side.
        header: the inner header's box, 16,464 bytes.
        wraps: by purpose and recipient: ``review`` for each assigned mediator, ``self`` for
            the person whose words they are, nobody else; 1,168 bytes each.

    Raises:
        ForkError: another manifest for this message id.
        RollbackError: made against older references; fetch the new ones, sign again.
        ForbiddenError, GateShutError, QuotaError, WrongContextError, WrongShapeError: and what
            reading and verifying a statement raises.
    """
    case = CaseId(parse_manifest(manifest.body).case)
    standing = await load_standing(desk.ledger, case)
    if actor.role is Role.INTERPRETER:
        standing = replace(standing, members={**standing.members, actor.person: as_guest(actor, standing)})
    verified = verify_manifest(manifest, programme=desk.programme, case=case)
    sender = _sender(actor, standing, verified.manifest)
    known = await desk.ledger.load(Message, verified.manifest.message)
    if known is not None:
        return await _same_again(desk, actor, known, verified)
    async with turn_in(desk, case, chunks=_chunks(verified.manifest)):
        unchanged = await _check(desk, actor, standing, verified.manifest)
        _check_sealed(standing, verified.manifest, sender=sender, header=header, wraps=wraps)
        new = _New(verified=verified, signed=manifest, boxes=_boxes(header, wraps), unchanged=unchanged)
        return await _created(desk, actor, standing, new)


async def part_length(desk: Desk, actor: Actor, *, message: MessageId, part: int) -> int:
    """Return how many bytes of a part its maker has to send: 65,552 a chunk.

    Raises:
        NotFoundError: no such message or part, or not theirs.
        NotAllowedError: the message is no longer ``uploading``.
    """
    scene = await enter(desk, actor, message)
    if (Audience.AUTHOR if scene.message.maker is None else Audience.MAKER) not in scene.audiences:
        raise NotFoundError(f"{message}: not theirs to send")
    if scene.message.state is not State.UPLOADING:
        raise NotAllowedError(f"{message}: already {scene.message.state}")
    parts = (await manifest_of(desk, scene)).manifest.parts
    if not 0 <= part < len(parts):
        raise NotFoundError(f"{message}: no part {part}")
    return parts[part].count * CHUNK_BYTES


def _sender(actor: Actor, standing: Standing, manifest: Manifest) -> Member:
    """Return the place of the person whose words they are, if ``actor`` may hand them in."""
    if manifest.class_ in MADE:
        check_maker(actor, standing, manifest)
    else:
        _check_author(actor, standing, manifest)
    member = standing.members.get(PersonId(manifest.sender))
    if member is None or member.role is not Role.PARTICIPANT:
        raise WrongContextError(f"{manifest.message}: words of nobody in this case")
    if member.left or standing.case.closed:
        raise GateShutError(f"{manifest.case}: closed, or left")
    if member.key is None:
        raise ForbiddenError(f"{member.id}: not certified yet")
    return member


def _check_author(actor: Actor, standing: Standing, manifest: Manifest) -> None:
    member = standing.members.get(actor.person)
    if member is None or actor.role is not Role.PARTICIPANT or not stands(member, actor):
        raise ForbiddenError(f"{manifest.case}: no participant of this case")
    if manifest.sender != actor.person:
        raise WrongContextError(f"{manifest.message}: in another person's name")


async def _same_again(desk: Desk, actor: Actor, known: Message, verified: VerifiedManifest) -> Detail:
    if known.manifest != verified.hash or (known.maker or known.sender) != actor.person:
        raise ForkError(f"{known.id}: a second manifest for one message")
    if known.ended_at is not None:
        raise NotAllowedError(f"{known.id}: already {known.state}")
    return await detail(desk, actor, message=known.id)


async def _check(desk: Desk, actor: Actor, standing: Standing, manifest: Manifest) -> list[Expect]:
    current_references(
        standing.policy,
        directory=(manifest.directory_epoch, manifest.directory),
        policy_named=(manifest.policy_version, manifest.policy),
    )
    _check_addressee(standing, manifest)
    if manifest.channel not in standing.policy.policy.channels:
        raise GateShutError(f"{manifest.case}: channel {manifest.channel} is not open")
    await check_room(desk, standing.case.id, chunks=_chunks(manifest))
    await _check_draft(desk, manifest)
    if manifest.class_ in MADE:
        return await check_origin(desk, actor, manifest)
    await _check_ancestors(desk, manifest)
    return []


def _chunks(manifest: Manifest) -> int:
    return sum(part.count for part in manifest.parts)


def _check_addressee(standing: Standing, manifest: Manifest) -> None:
    if len(manifest.addressees) != 1:
        raise WrongShapeError(f"{manifest.message}: one addressee, one message")
    addressee = standing.members.get(PersonId(manifest.addressees[0]))
    sender = standing.members[PersonId(manifest.sender)]
    if addressee is None or addressee.side is None or addressee.side is sender.side:
        raise WrongContextError(f"{manifest.message}: not to somebody on the other side")


async def _check_ancestors(desk: Desk, manifest: Manifest) -> None:
    if manifest.derived_from is not None:
        raise WrongContextError(f"{manifest.message}: an original is derived from nothing")
    if manifest.supersedes is None:
        return
    older = await desk.ledger.find(Message, Page(equals={"manifest": manifest.supersedes}, limit=1))
    if not older or (older[0].sender, older[0].case) != (manifest.sender, manifest.case):
        raise WrongContextError(f"{manifest.message}: supersedes nothing of theirs")


async def _check_draft(desk: Desk, manifest: Manifest) -> None:
    draft = await desk.ledger.load(Draft, manifest.message)
    if draft is not None:
        account = await desk.ledger.load(Account, draft.account)
        made = manifest.class_ in MADE
        if made or account is None or account.person != manifest.sender:
            raise ForkError(f"{manifest.message}: another person's draft has this id")


def _check_sealed(
    standing: Standing,
    manifest: Manifest,
    *,
    sender: Member,
    header: bytes,
    wraps: Mapping[tuple[str, KeyId], bytes],
) -> None:
    if len(header) != HEADER_BOX_BYTES:
        raise SizeWrongError(f"a header has {HEADER_BOX_BYTES} bytes")
    if b64u(tagged_hash("header", header)) != manifest.header_hash:
        raise WrongContextError(f"{manifest.message}: not the header that the manifest names")
    wanted = {("review", KeyId(key)) for key in standing.policy.policy.mediators}
    if set(wraps) != wanted | {("self", sender.key)}:
        raise WrongShapeError("wraps for each assigned mediator and the author, and nobody else")
    if any(len(wrap) != WRAP_BYTES for wrap in wraps.values()):
        raise WrongShapeError(f"a wrap has {WRAP_BYTES} bytes")


def _boxes(header: bytes, wraps: Mapping[tuple[str, KeyId], bytes]) -> dict[str, bytes]:
    named = {f"wrap/{purpose}/{recipient}": wrap for (purpose, recipient), wrap in wraps.items()}
    return {"header": header} | named


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """A message that was checked and is not kept yet."""

    verified: VerifiedManifest
    signed: Signed
    boxes: Mapping[str, bytes]
    unchanged: Sequence[Expect]


async def _created(desk: Desk, actor: Actor, standing: Standing, new: _New) -> Detail:
    try:
        message = await _create(desk, actor, standing, new)
    except ExistsError:  # the same request, twice at once
        known = await desk.ledger.load(Message, new.verified.manifest.message)
        if known is None:
            raise
        return await _same_again(desk, actor, known, new.verified)
    as_maker = Scene(
        actor=actor,
        message=message,
        standing=standing,
        gates=ALL_SHUT,
        audiences=audiences(actor, message, members=standing.members),
        at=message.waiting_since,
    )
    return _just_begun(as_maker, new.signed, new.boxes)


def _just_begun(scene: Scene, signed: Signed, boxes: Mapping[str, bytes]) -> Detail:
    seen = view_of(scene)
    purpose = purpose_of(scene, seen)
    return Detail(
        view=seen,
        quorum=None,
        manifest=signed,
        policies=(),
        header=boxes["header"] if purpose else None,
        wrap=boxes.get(f"wrap/{purpose}/{scene.member.key}"),
        purpose=purpose,
        statements=(),
        notes=(),
        uploads=(),
        confirmation=None,
    )


async def _create(desk: Desk, actor: Actor, standing: Standing, new: _New) -> Message:
    at = desk.clock()
    message = _new(new.verified, new.signed, by=actor.person, at=at)
    key = await ensure_key(desk, message.id)
    sender = standing.members[message.sender]
    await desk.ledger.commit(
        (
            Put(message),
            Append(_begun(message, at=at)),
            Append(kept(new.signed, "manifest", message=message, at=at)),
            *store_under(key, desk, message.id, new.boxes),
            *new.unchanged,
            Expect(Member, sender.id, sender.version),  # leaving meanwhile must not miss this one
            Expect(Case, standing.case.id, standing.case.version),  # nor a new mediator their wrap
        )
    )
    tell(desk, None, message, members=standing.members, at=at)
    return message


def _new(verified: VerifiedManifest, signed: Signed, *, by: PersonId, at: int) -> Message:
    manifest = verified.manifest
    return Message(
        id=MessageId(manifest.message),
        version=1,
        author_version=1,
        addressee_version=0,
        case=CaseId(manifest.case),
        state=State.UPLOADING,
        channel=manifest.channel,
        kind=manifest.class_,
        sender=PersonId(manifest.sender),
        maker=by if manifest.class_ in MADE else None,
        addressee=PersonId(manifest.addressees[0]),
        manifest=Hash(verified.hash),
        wk=KeyId(b64u(signed.key)),
        parts=len(manifest.parts),
        chunks=sum(part.count for part in manifest.parts),
        day=manifest.day,
        supersedes=None if manifest.supersedes is None else Hash(manifest.supersedes),
        derived_from=None if manifest.derived_from is None else Hash(manifest.derived_from),
        submitted_at=None,
        cooling_until=None,
        claimed_by=None,
        claimed_until=None,
        second_by=None,
        undo_until=None,
        hold_until=None,
        approvals=0,
        approved_with="",
        answer=None,
        waiting_since=at,
        offered_at=None,
        ended_at=None,
    )


def _begun(message: Message, *, at: int) -> Event:
    return Event(
        seq=0,
        case=message.case,
        message=message.id,
        kind=BEGUN,
        by=message.maker or message.sender,
        at=at,
        digest=message.manifest,
        chain="",
    )
