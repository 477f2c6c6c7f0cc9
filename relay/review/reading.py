# SPDX-License-Identifier: EUPL-1.2
"""What one signed-in person gets to see of one message: exactly what ``seen_by`` permits.

Statements, boxes and parts follow from the *seen* state, never from the real one: what
an author is shown as approved comes with what an approved message has, whatever it is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from relay.crypto.signing import Statement as Signed
from relay.errors import KeyDestroyedError, NotFoundError, WithdrawnError
from relay.protocol.approval import parse_approval, parse_decision, parse_offer
from relay.protocol.grant import parse_grant
from relay.protocol.manifest import parse_manifest
from relay.protocol.policy import parse_policy
from relay.protocol.readiness import parse_readiness
from relay.protocol.release import parse_release, wrap_hash
from relay.records import Actor, Hash, KeyId, MessageId, State, Statement, Upload, UploadId
from relay.review.boxes import load_stored, note_of
from relay.review.desk import Desk
from relay.review.granting import granted_wrap, short_id_of
from relay.review.holding import handover_wrap
from relay.review.making import RENDITION, original_of
from relay.review.moving import Scene, enter, statements_of, view_of
from relay.review.seen_by import Audience, MessageView
from relay.review.standing import load_signed, signed
from relay.review.submitting import MOST_UPLOADS, leaves_blob, part_blob
from relay.storage.contract import Page

Purpose = Literal["review", "handover", "self", "release", "grant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableNote:
    """A sealed note with the one wrap that is for this reader."""

    hash: Hash
    box: bytes
    wrap: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadSeen:
    """How far a part has come, for its author only."""

    id: UploadId
    part: int
    length: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A message with all that this audience may verify and open."""

    view: MessageView
    quorum: int | None  # for mediators
    manifest: Signed | None
    policies: tuple[Signed, ...]  # before the current one, the latest first, where that counts: ``_policies``
    header: bytes | None
    wrap: bytes | None
    purpose: Purpose | None
    statements: tuple[Signed, ...]
    notes: tuple[ReadableNote, ...]
    uploads: tuple[UploadSeen, ...]
    confirmation: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBlob:
    """Where an openable part lies, and its size in bytes."""

    blob: str
    leaves: str
    size: int


_NOTED: Final[Mapping[str, Callable[[bytes], str | None]]] = {
    "approval": lambda body: parse_approval(body).note,
    "decision": lambda body: parse_decision(body).note,
    "offer": lambda body: parse_offer(body).note,
    "readiness": lambda body: parse_readiness(body).plan,
}
CONFIRMATION: Final = "confirmation"
_TOLD: Final = {State.RETURNED: "return", State.DECLINED: "decline"}
_OPENABLE: Final = frozenset({State.RELEASED, State.OPENED})
_ENDED: Final = frozenset({State.WITHDRAWN, State.EXPIRED})


async def view(desk: Desk, actor: Actor, *, message: MessageId) -> MessageView:
    """Return the message as this person sees it.

    Raises:
        NotFoundError: there is nothing that they may see.
    """
    return view_of(await enter(desk, actor, message))


async def detail(desk: Desk, actor: Actor, *, message: MessageId) -> Detail:
    """Return the message with statements, boxes and the one wrap for this person.

    Raises:
        NotFoundError: there is nothing that they may see.
        WithdrawnError: it was taken back while this was being put together; ask again.
    """
    scene = await enter(desk, actor, message)
    seen = view_of(scene)
    contents = await _contents(desk, message) if seen.state not in _ENDED else {}
    key = scene.member.key
    purpose = _held_as(purpose_of(scene, seen), contents, key=key)
    wrap = await _wrap(desk, scene, contents, purpose=purpose)
    statements = await _statements(desk, scene, seen, wrap=wrap)
    # Whoever sees the message may check what is said about it: an offer names this manifest.
    manifest = None if seen.state in _ENDED else await load_signed(desk.ledger, scene.message.manifest)
    return Detail(
        view=seen,
        quorum=scene.standing.case.quorum if Audience.MEDIATOR in scene.audiences else None,
        manifest=manifest,
        policies=await _policies(desk, scene, manifest) if purpose and manifest else (),
        header=contents.get("header") if purpose else None,
        wrap=wrap if purpose else None,
        purpose=purpose,
        statements=tuple(signed(one) for one in statements),
        notes=_notes(statements, contents, reader=key),
        uploads=await _uploads(desk, message) if seen.mine and seen.state is State.UPLOADING else (),
        confirmation=contents.get(CONFIRMATION) if purpose else None,
    )


async def _policies(desk: Desk, scene: Scene, manifest: Signed) -> tuple[Signed, ...]:
    """Return the case's policies since the message was begun, where one of them counts.

    It does where it asked for fewer approvals, or a mediator of it has left: a reader needs it
    to believe what was released under it.
    """
    began = parse_manifest(manifest.body).policy_version
    here = scene.standing.policy.policy
    found: list[Signed] = []
    left, fewer = set[str](), False
    version = here
    while version.version > began and version.previous is not None:
        found.append(await load_signed(desk.ledger, Hash(version.previous)))
        version = parse_policy(found[-1].body)
        left |= {*version.mediators} - {*here.mediators}
        fewer = fewer or version.quorum < here.quorum
    return tuple(found) if left or fewer else ()


async def open_part(desk: Desk, actor: Actor, *, message: MessageId, part: int) -> PartBlob:
    """Say where a part lies that this person may open now.

    Enter ``streams.sending(message, …)`` *before* calling this.

    Raises:
        NotFoundError: nothing there that they may open.
        WithdrawnError: it was taken back.
    """
    scene = await enter(desk, actor, message)
    seen = view_of(scene)
    if seen.state in _ENDED:
        raise WithdrawnError(f"{message}: no longer available")
    if purpose_of(scene, seen) is None or not 0 <= part < scene.message.parts:
        raise NotFoundError(f"{message}: no part {part} to open")
    blob = part_blob(message, part)
    return PartBlob(blob=blob, leaves=leaves_blob(message, part), size=await desk.blobs.size(blob))


def purpose_of(scene: Scene, seen: MessageView) -> Purpose | None:
    """Return which wrap this person may use now; None: they may not open it."""
    if seen.state in _ENDED:
        return None
    if Audience.MEDIATOR in scene.audiences:
        return "review"
    if Audience.AUTHOR in scene.audiences:
        return "self"
    if Audience.INTERPRETER in scene.audiences:
        return "grant"
    return "release" if seen.state in _OPENABLE else None


def _held_as(purpose: Purpose | None, contents: Mapping[str, bytes], *, key: KeyId | None) -> Purpose | None:
    """Return by which wrap a mediator reads: the one of then, or the one handed over since."""
    if purpose == "review" and key is not None and f"wrap/review/{key}" not in contents:
        return "handover" if handover_wrap(key) in contents else "review"
    return purpose


async def _wrap(
    desk: Desk, scene: Scene, contents: Mapping[str, bytes], *, purpose: Purpose | None
) -> bytes | None:
    """Return the one wrap that is for whoever asks."""
    found = contents.get(f"wrap/{purpose}/{scene.member.key}")
    if found is None or scene.grant is None:
        return found
    return await granted_wrap(desk, scene.grant, found)


async def _contents(desk: Desk, message: MessageId) -> dict[str, bytes]:
    try:
        return await load_stored(desk, message)
    except KeyDestroyedError:
        raise WithdrawnError(f"{message}: taken back just now") from None


async def _statements(desk: Desk, scene: Scene, seen: MessageView, *, wrap: bytes | None) -> list[Statement]:
    every = await statements_of(desk, scene.message.id)
    if Audience.MEDIATOR in scene.audiences:
        shown = _for_mediators(seen)
    elif Audience.AUTHOR in scene.audiences:
        shown = _for_author(seen)
    elif Audience.ADDRESSEE not in scene.audiences:
        shown = _for_interpreter(scene)
    else:
        shown = _for_addressee(scene, seen, every, wrap=wrap)
    found = [one for one in every if shown(one)]
    if purpose_of(scene, seen) is not None:
        found += await _grants_behind(desk, scene)
    return sorted(found, key=lambda one: (one.at, one.number, one.id))


_Shown = Callable[[Statement], bool]
_TAKEN_BACK: Final = frozenset({"withdrawal", "receipt"})


def _for_mediators(seen: MessageView) -> _Shown:
    if seen.state in _ENDED:
        return lambda one: one.kind in _TAKEN_BACK
    return lambda one: one.kind != "manifest"


def _for_author(seen: MessageView) -> _Shown:
    told = _TOLD.get(seen.state)

    def shown(one: Statement) -> bool:
        if one.kind in _TAKEN_BACK:
            return True
        if one.kind == "grant":  # who else may open one's words is not kept from anybody
            return seen.state not in _ENDED
        return one.kind == "decision" and told == parse_decision(signed(one).body).decision

    return shown


def _for_interpreter(scene: Scene) -> _Shown:
    """Their own grants of it, and nothing of what became of it."""
    key = scene.member.key
    return lambda one: one.kind == "grant" and parse_grant(signed(one).body).interpreter == key


async def _grants_behind(desk: Desk, scene: Scene) -> list[Statement]:
    """Return the grants under which its interpreter made a rendition: of what it renders."""
    message = scene.message
    if message.kind != RENDITION or message.maker in scene.standing.members:
        return []
    origin = await original_of(desk, message.derived_from)
    if origin is None:
        return []
    every = await statements_of(desk, origin.id, ("grant",))
    return [one for one in every if short_id_of(parse_grant(signed(one).body).interpreter) == message.maker]


def _for_addressee(
    scene: Scene, seen: MessageView, every: Sequence[Statement], *, wrap: bytes | None
) -> _Shown:
    """Offers and their own answers; once released also what their client has to check."""
    if seen.state in _ENDED:
        return lambda _: False
    named: set[str] = set()
    for one in every if seen.state in _OPENABLE and wrap is not None else ():
        if one.kind == "release" and parse_release(signed(one).body).wrap == wrap_hash(wrap or b""):
            named |= {one.id, *parse_release(signed(one).body).approvals}
    own = scene.member.key
    return lambda one: (
        one.id in named or one.kind == "offer" or (one.kind == "readiness" and one.signer == own)
    )


def _notes(
    statements: Sequence[Statement], contents: Mapping[str, bytes], *, reader: KeyId | None
) -> tuple[ReadableNote, ...]:
    found: list[ReadableNote] = []
    for one in statements:
        read = _NOTED.get(one.kind)
        named = read(signed(one).body) if read else None
        note = note_of(contents, named=Hash(named), reader=reader) if named and reader else None
        if note is not None and named is not None:
            found.append(ReadableNote(hash=Hash(named), box=note[0], wrap=note[1]))
    return tuple(found)


async def _uploads(desk: Desk, message: MessageId) -> tuple[UploadSeen, ...]:
    found = await desk.ledger.find(Upload, Page(equals={"message": message}, limit=MOST_UPLOADS))
    seen = [UploadSeen(id=one.id, part=one.part, length=one.length, offset=one.offset) for one in found]
    return tuple(sorted(seen, key=lambda one: one.part))
