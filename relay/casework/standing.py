# SPDX-License-Identifier: EUPL-1.2
"""The current root, directory and policies as they lie in the ledger, and who is active.

What lies there was verified when it was accepted (``trust``), so it is only read here.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import decode_envelope
from relay.errors import DirectoryStaleError, ForbiddenError, NotFoundError
from relay.places import stands
from relay.protocol.directory import (
    MAX_DIRECTORY_BYTES,
    Directory,
    VerifiedDirectory,
    parse_directory,
)
from relay.protocol.root import Root, VerifiedRoot, key_id_text, parse_root
from relay.protocol.shape import day_number
from relay.records import Actor, CaseId, Hash, Member, Role, Statement, TrustHead
from relay.storage.contract import Ledger

ROOT: Final = "root"
DIRECTORY: Final = "directory"
_DAY_SECONDS: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A current statement with its ledger's head."""

    head: TrustHead
    statement: Signed


def day_of(at: int) -> str:
    """Return the day, UTC, of a time in seconds."""
    return date.fromordinal(_EPOCH + at // _DAY_SECONDS).isoformat()


def member_id(case: str, person: str) -> str:
    """Return the id of a person's place in a case."""
    return f"{case}/{person}"


async def load_head(ledger: Ledger, name: str) -> Head | None:
    """Return what is current under ``root``, ``directory`` or a case id; None: nothing."""
    head = await ledger.load(TrustHead, name)
    return None if head is None else Head(head=head, statement=await load_signed(ledger, head.statement))


async def load_signed(ledger: Ledger, statement: Hash) -> Signed:
    """Return a stored statement as it was received.

    Raises:
        NotFoundError: none of that hash.
    """
    found = await ledger.load(Statement, statement)
    if found is None:
        raise NotFoundError(f"{statement}: no such statement")
    return _decoded(found.envelope)


async def load_root(ledger: Ledger) -> VerifiedRoot:
    """Return the current root.

    Raises:
        NotFoundError: none was accepted yet.
    """
    found = await load_head(ledger, ROOT)
    if found is None:
        raise NotFoundError("no root was accepted yet")
    return VerifiedRoot(root=_root(found.statement.body), hash=found.head.statement)


async def load_directory(ledger: Ledger) -> VerifiedDirectory:
    """Return the current directory with the root it stands on.

    Raises:
        NotFoundError: none was accepted yet.
    """
    root, found = await load_root(ledger), await load_head(ledger, DIRECTORY)
    if found is None:
        raise NotFoundError("no directory was accepted yet")
    return VerifiedDirectory(directory=_read(found.statement.body), hash=found.head.statement, root=root.root)


def days_left(directory: Directory, root: Root, *, at: int) -> int:
    """Return for how many more days directory and root are valid; negative: past."""
    last = min(day_number(directory.valid_until), day_number(root.expires))
    return last - at // _DAY_SECONDS


async def require_valid(ledger: Ledger, *, at: int) -> VerifiedDirectory:
    """Return the directory while it lasts: a stale one stops new enrolments.

    Raises:
        DirectoryStaleError: it is past its date.
        NotFoundError: none was accepted yet.
    """
    trust = await load_directory(ledger)
    if days_left(trust.directory, trust.root, at=at) < 0:
        raise DirectoryStaleError("the directory is past its date")
    return trust


def active_mediators(directory: Directory) -> frozenset[str]:
    """Return the key ids of the mediators whom the directory calls active."""
    return frozenset(key_id_text(entry.key) for entry in directory.mediators if entry.status == "active")


def active_interpreters(directory: Directory) -> frozenset[str]:
    """Return the key ids of the interpreters whom the directory calls active."""
    return frozenset(key_id_text(entry.key) for entry in directory.interpreters if entry.status == "active")


async def case_mediator(ledger: Ledger, actor: Actor, case: CaseId) -> Member | None:
    """Return an active mediator's place in a case; None for everybody else."""
    if actor.role is not Role.MEDIATOR:
        return None
    member = await ledger.load(Member, member_id(case, actor.person))
    if member is None or member.left or not stands(member, actor):
        return None
    trust = await load_directory(ledger)
    return member if member.key in active_mediators(trust.directory) else None


async def require_case_mediator(ledger: Ledger, actor: Actor, case: CaseId) -> Member:
    """Return an active mediator's place in a case.

    Raises:
        ForbiddenError: not a mediator of this case.
    """
    member = await case_mediator(ledger, actor, case)
    if member is None:
        raise ForbiddenError(f"{case}: not a mediator of this case")
    return member


@lru_cache(maxsize=64)
def _decoded(envelope: bytes) -> Signed:
    return decode_envelope(envelope, max_body_bytes=MAX_DIRECTORY_BYTES)


@lru_cache(maxsize=4)
def _root(body: bytes) -> Root:
    return parse_root(body)


@lru_cache(maxsize=4)
def _read(body: bytes) -> Directory:
    return parse_directory(body)
