# SPDX-License-Identifier: EUPL-1.2
"""Words that a mediator made: told words written down, words left out, renditions.

Nobody's words are edited. What is made is a message of its own, in the name of the person
whose words it holds; it is proposed to them and goes no further without their yes. A
rendition changes no words and needs none, but reaches nobody who was not given the original.
"""

from typing import Final

from relay.errors import ForbiddenError, NotReleasedError, WrongContextError
from relay.places import stands
from relay.protocol.manifest import Manifest
from relay.records import Actor, Grant, Message, Role, State
from relay.review.desk import Desk
from relay.review.guests import as_guest, standing_grant
from relay.review.seen_by import reached_mediators
from relay.review.standing import Standing
from relay.storage.contract import Expect, Page

RENDITION: Final = "rendition"
CONFIRMED: Final = frozenset({"relayed", "redaction", "excerpt"})
"""Classes that need their author's yes to this very version."""

MADE: Final = CONFIRMED | {RENDITION}
_SHORTENED: Final = frozenset({"original", "relayed"})
_RENDERED: Final = CONFIRMED | {"original"}
_WITH_READER: Final = frozenset({State.RELEASED, State.OPENED})


def check_maker(actor: Actor, standing: Standing, manifest: Manifest) -> None:
    """Let an active mediator of the case make words in the name of one of its people.

    An interpreter may make a rendition; under which grant, ``check_origin`` looks.

    Raises:
        ForbiddenError: somebody else.
    """
    if actor.role is Role.INTERPRETER and manifest.class_ == RENDITION:
        as_guest(actor, standing)
        return
    member = standing.members.get(actor.person)
    if member is None or actor.role is not Role.MEDIATOR or not stands(member, actor):
        raise ForbiddenError(f"{manifest.message}: {manifest.class_} is made by a mediator")


async def check_origin(desk: Desk, actor: Actor, manifest: Manifest) -> list[Expect]:
    """Check what made words are made from; return what must not change before they are kept.

    Raises:
        WrongContextError: made from nothing that is there, or from words of another person,
            for another reader, or of a kind that they cannot be made from.
        NotFoundError, GrantOverError: an interpreter without a grant that lasts.
    """
    if manifest.supersedes is not None:
        raise WrongContextError(f"{manifest.message}: made words take no other message's place")
    if manifest.class_ == "relayed":
        if manifest.derived_from is not None or manifest.channel != "relayed":
            raise WrongContextError(f"{manifest.message}: told words are made from no message")
        return []
    origin = await original_of(desk, manifest.derived_from)
    if origin is None or not _is_origin(origin, manifest, at=desk.clock()):
        raise WrongContextError(f"{manifest.message}: made from nothing of theirs")
    unchanged = [Expect(Message, origin.id, origin.version)]  # taken back, it must take this along
    if actor.role is Role.INTERPRETER:
        granted = await standing_grant(desk.ledger, actor, origin, at=desk.clock())
        unchanged.append(Expect(Grant, granted.id, granted.version))
    return unchanged


async def original_of(desk: Desk, derived_from: str | None) -> Message | None:
    """Return the message that another was made from; None: there is none."""
    if derived_from is None:
        return None
    found = await desk.ledger.find(Message, Page(equals={"manifest": derived_from}, limit=1))
    return found[0] if found else None


async def require_original(desk: Desk, message: Message) -> list[Expect]:
    """Let a rendition be released only beside its original; return what must stay as it is.

    Raises:
        NotReleasedError: the original is not with the same reader now.
    """
    if message.kind != RENDITION:
        return []
    origin = await original_of(desk, message.derived_from)
    if origin is None or origin.addressee != message.addressee or origin.state not in _WITH_READER:
        raise NotReleasedError(f"{message.id}: its original is not with the reader")
    return [Expect(Message, origin.id, origin.version)]


def _is_origin(origin: Message, manifest: Manifest, *, at: int) -> bool:
    kinds = _RENDERED if manifest.class_ == RENDITION else _SHORTENED
    same = (origin.case, origin.sender, origin.addressee, origin.channel) == (
        manifest.case,
        manifest.sender,
        manifest.addressees[0],
        manifest.channel,
    )
    return same and origin.kind in kinds and origin.ended_at is None and reached_mediators(origin, at=at)
