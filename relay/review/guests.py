# SPDX-License-Identifier: EUPL-1.2
"""Interpreters: in no case, let in to one message while a grant lasts, and to what they made.

An interpreter has no place among a case's members. Whoever is let in gets one for the one
look, so that everything below can treat them as it treats everybody.
"""

from typing import Final

from relay.errors import ForbiddenError, GrantOverError, NotFoundError
from relay.protocol.directory import Directory
from relay.protocol.root import key_id_text
from relay.protocol.shape import day_number
from relay.records import Actor, CaseId, Grant, Member, Message, Role
from relay.review.standing import Standing
from relay.storage.contract import Ledger

DAY_SECONDS: Final = 86_400


def grant_id(message: str, key: str) -> str:
    """Return the id of an interpreter's grant for a message."""
    return f"{message}/{key}"


def lasts(grant: Grant, *, at: int) -> bool:
    """Say whether a grant still lets its interpreter in: its last day counts whole."""
    return not grant.over and at // DAY_SECONDS <= day_number(grant.until)


def is_interpreter(directory: Directory, key: str) -> bool:
    """Say whether the directory calls the owner of a key an active interpreter."""
    return any(entry.status == "active" and key_id_text(entry.key) == key for entry in directory.interpreters)


async def standing_grant(ledger: Ledger, actor: Actor, message: Message, *, at: int) -> Grant:
    """Return the grant by which an interpreter may open a message now.

    Raises:
        NotFoundError: there never was one.
        GrantOverError: it is over.
    """
    found = await ledger.load(Grant, grant_id(message.id, actor.key or ""))
    if found is None or found.interpreter != actor.person:
        raise NotFoundError(f"{message.id}: no grant")
    if not lasts(found, at=at):
        raise GrantOverError(f"{message.id}: the grant is over")
    return found


def as_guest(actor: Actor, standing: Standing) -> Member:
    """Return the place that an interpreter has for one look.

    Raises:
        ForbiddenError: the directory lists no such interpreter any more.
    """
    if actor.key is None or not is_interpreter(standing.policy.trust.directory, actor.key):
        raise ForbiddenError("no interpreter of this programme")
    return _place(actor, standing.case.id)


def _place(actor: Actor, case: CaseId) -> Member:
    return Member(
        id=f"{case}/{actor.person}",
        version=0,  # nowhere kept
        case=case,
        person=actor.person,
        role=Role.INTERPRETER,
        side=None,
        key=actor.key,
        certificate=None,
        epoch=0,
        left=False,
    )
