# SPDX-License-Identifier: EUPL-1.2
"""One move, end to end: load → may → decide → apply → commit → tell.

Every operation of this room that moves a message goes through ``move``; there is no
other commit of one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, statement_hash
from relay.errors import NotFoundError, OldNumberError, StaleVersionError
from relay.protocol.manifest import VerifiedManifest, parse_manifest
from relay.records import (
    Actor,
    Gates,
    Grant,
    Hash,
    KeyId,
    Member,
    Message,
    MessageId,
    PersonId,
    Role,
    Statement,
)
from relay.review.commands import Command
from relay.review.desk import Desk
from relay.review.guests import as_guest, standing_grant
from relay.review.machine import Moved, apply, decide, event_of
from relay.review.policy import audiences, may, refuse_strangers
from relay.review.seen_by import Audience, MessageView, seen_by
from relay.review.standing import Standing, load_signed, load_standing
from relay.storage.contract import Append, Change, Page, Put

_PAGE: Final = 1000
_IN_TURN: Final = (
    Audience.MEDIATOR,
    Audience.AUTHOR,
    Audience.ADDRESSEE,
    Audience.MAKER,
    Audience.INTERPRETER,
)
ALL_SHUT: Final = Gates(
    case_version=0,
    paused=True,
    closed=True,
    left=frozenset(),
    directory_valid=False,
    shut=("not-looked-at",),
    paced=True,
)
"""What stands where nobody has looked: an offer or release by mistake meets shut gates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One message, its case, the gates for its people, and who looks at it when."""

    actor: Actor
    message: Message
    standing: Standing
    gates: Gates
    audiences: frozenset[Audience]
    at: int
    grant: Grant | None = None  # by which an interpreter is let in

    @property
    def member(self) -> Member:
        """The place of whoever asks in this case."""
        return self.standing.members[self.actor.person]


async def enter(desk: Desk, actor: Actor, message: MessageId) -> Scene:
    """Load a message for somebody who may know of it; every gate shut (``enter_gated``).

    Raises:
        NotFoundError: there is none, or none that they may see.
        GrantOverError: an interpreter, whose grant is over.
        CoolingOffError: a mediator, before the author's cooling-off time is over.
    """
    found = await desk.ledger.load(Message, message)
    if found is None:
        raise NotFoundError(f"{message}: no such message")
    standing = await load_standing(desk.ledger, found.case)
    at = desk.clock()
    granted: Grant | None = None
    if actor.role is Role.INTERPRETER:
        if found.maker != actor.person:
            granted = await standing_grant(desk.ledger, actor, found, at=at)
        standing = replace(standing, members={**standing.members, actor.person: as_guest(actor, standing)})
    seen_as = audiences(actor, found, members=standing.members)
    refuse_strangers(seen_as, found, at=at)
    return Scene(
        actor=actor,
        message=found,
        standing=standing,
        gates=ALL_SHUT,
        audiences=seen_as,
        at=at,
        grant=granted,
    )


async def enter_gated(desk: Desk, actor: Actor, message: MessageId) -> Scene:
    """Enter for an offer or a release: look at the gates of the people concerned, too."""
    scene = await enter(desk, actor, message)
    return replace(scene, gates=await desk.gates(scene.message))


async def manifest_of(desk: Desk, scene: Scene) -> VerifiedManifest:
    """Return the message's manifest; it was verified when the message began."""
    statement = await load_signed(desk.ledger, scene.message.manifest)
    return VerifiedManifest(manifest=parse_manifest(statement.body), hash=scene.message.manifest)


def view_of(scene: Scene) -> MessageView:
    """Return the message as whoever asks may see it.

    Raises:
        NotFoundError: not at all.
    """
    for audience in _IN_TURN:
        if audience in scene.audiences:
            seen = seen_by(audience, scene.message, at=scene.at)
            if seen is not None:
                return seen
    raise NotFoundError(f"{scene.message.id}: nothing to see")


def refuse_stale(scene: Scene, version: int | None) -> None:
    """Refuse when the person looked at another version than the one they would see now.

    Raises:
        StaleVersionError: they did.
    """
    if version is not None and version != view_of(scene).version:
        raise StaleVersionError(f"{scene.message.id}: looked at {version}")


def foresee(scene: Scene, command: Command) -> Moved:
    """Say what a command would do, or why it may not be asked.

    Raises:
        NotAllowedError, ForbiddenError, GateShutError, NotReadyError, …: as ``machine`` and
            ``policy`` say.
    """
    may(
        scene.actor,
        scene.message,
        command,
        gates=scene.gates,
        members=scene.standing.members,
        at=scene.at,
    )
    return decide(scene.message, command, at=scene.at)


async def move(desk: Desk, scene: Scene, command: Command, *, also: Sequence[Change] = ()) -> Message:
    """Check, decide, apply and commit one command, with what else has to be kept.

    Raises:
        StaleVersionError: somebody else was first; and all that ``foresee`` raises.
    """
    before = scene.message
    moved = foresee(scene, command)
    after = apply(before, moved)
    await desk.ledger.commit((Put(after), Append(event_of(moved)), *also))
    tell(desk, before, after, members=scene.standing.members, at=scene.at)
    return after


def tell(
    desk: Desk,
    before: Message | None,
    after: Message,
    *,
    members: Mapping[PersonId, Member],
    at: int,
) -> None:
    """Wake everybody whose own view has changed, and nobody else."""
    people = {Audience.AUTHOR: {after.sender}, Audience.ADDRESSEE: {after.addressee}}
    people[Audience.MAKER] = set() if after.maker is None else {after.maker}
    people[Audience.MEDIATOR] = {one.person for one in members.values() if one.role is Role.MEDIATOR}
    woken: set[PersonId] = set()
    for audience, whom in people.items():
        was = seen_by(audience, before, at=at) if before is not None else None
        if was != seen_by(audience, after, at=at):
            woken |= whom
    desk.tell(after.id, frozenset(woken))


def kept(
    statement: Signed,
    kind: str,
    *,
    message: Message,
    number: int = 0,
    at: int,
) -> Statement:
    """Return the ledger's record of a signed statement about a message."""
    return Statement(
        id=hash_of(statement, kind),
        kind=kind,
        case=message.case,
        message=message.id,
        signer=KeyId(b64u(statement.key)),
        number=number,
        at=at,
        envelope=encode_envelope(statement),
    )


def hash_of(statement: Signed, kind: str) -> Hash:
    """Return a statement's hash, as text."""
    return Hash(b64u(statement_hash(kind, statement.body)))


async def is_known(desk: Desk, scene: Scene, statement: Signed, kind: str) -> bool:
    """Say whether this very statement was accepted before: sending it again is harmless.

    A statement's hash does not cover its signature, so the signer has to be the same one.
    """
    found = await desk.ledger.load(Statement, hash_of(statement, kind))
    return (
        found is not None
        and found.message == scene.message.id
        and found.envelope == encode_envelope(statement)
    )


async def statements_of(desk: Desk, message: MessageId, kinds: Sequence[str] = ()) -> tuple[Statement, ...]:
    """Return a message's statements, all or of ``kinds``, highest number first."""
    equals: dict[str, object] = {"message": message}
    if kinds:
        equals["kind"] = tuple(kinds)
    found: list[Statement] = []
    while True:
        after = (found[-1].number, found[-1].id) if found else None
        page = Page(equals=equals, order="number", descending=True, after=after, limit=_PAGE)
        some = await desk.ledger.find(Statement, page)
        found.extend(some)
        if len(some) < _PAGE:  # all of them: whoever says much must not push out what others said
            return tuple(found)


async def refuse_old_number(
    desk: Desk, message: MessageId, statement: Signed, *, number: int, kinds: Sequence[str]
) -> None:
    """Refuse a number that does not rise among the signer's statements of ``kinds``.

    Raises:
        OldNumberError: a replay, or out of order.
    """
    signer = b64u(statement.key)
    for known in await statements_of(desk, message, kinds):
        if known.signer == signer:
            if known.number >= number:
                raise OldNumberError(f"{message}: {number} after {known.number}")
            return


async def last_number(desk: Desk, signer: KeyId) -> int:
    """Return the highest number in any statement that a key has signed; 0: none."""
    latest = Page(equals={"signer": signer}, order="number", descending=True, limit=1)
    found = await desk.ledger.find(Statement, latest)
    return found[0].number if found else 0
