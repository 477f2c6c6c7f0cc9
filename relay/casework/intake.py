# SPDX-License-Identifier: EUPL-1.2
"""Requests to take part: taken in from anybody, screened and passed on by managers, and ended.

The relay sees that something was asked, on which day and of which of three sizes; who asks,
and whether for themselves, lies in the box. Nothing here answers the person: they are
reached in the way they named.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from relay.casework.standing import case_mediator, load_root, load_signed
from relay.casework.trust import current_intake_key
from relay.crypto.box import BOX_OVERHEAD
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, statement_hash
from relay.errors import (
    ExistsError,
    MalformedError,
    NotAllowedError,
    NotFoundError,
    SizeWrongError,
    StaleVersionError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.intake_key import (
    SIZES,
    intake_recipient,
    parse_assignment,
    parse_intake_key,
    verify_assignment,
)
from relay.records import (
    Actor,
    CaseId,
    Event,
    Hash,
    Intake,
    IntakeId,
    IntakeState,
    IntakeWrap,
    KeyId,
    Member,
    Role,
    Statement,
)
from relay.storage.contract import Append, Change, Drop, Ledger, Page, Put

BOX_BYTES: Final = frozenset(size + BOX_OVERHEAD for size in SIZES)
MOST_SHOWN: Final = 20
_MOST_PASSED_ON: Final = 200
_NO_DIGEST: Final = Hash("A" * 43)
_PLACE: Final = re.compile(r"([0-9]{1,15})\.([A-Za-z0-9_-]{22})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as a manager, or a mediator of its case, gets it."""

    intake: Intake
    wrap: bytes
    assignment: Signed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """A page of requests, and where the next one begins."""

    asked: tuple[Asked, ...]
    next: str | None


async def take_in(
    ledger: Ledger, *, intake: IntakeId, box: bytes, recipient: KeyId, wrap: bytes, at: int
) -> bool:
    """Keep a request until a manager has looked at it; return whether it is a new one.

    Handing in the very same again is harmless: the answer may have been lost.

    Raises:
        NotFoundError: this programme takes no requests here.
        WrongContextError: sealed to another key than the programme's.
        SizeWrongError: not one of the three sizes.
        ExistsError: another request has this id.
    """
    if len(box) not in BOX_BYTES:
        raise SizeWrongError(f"a request of {len(box)} bytes")
    shown = parse_intake_key((await current_intake_key(ledger)).body)
    if recipient != intake_recipient(unb64u(shown.intake)):
        raise WrongContextError("sealed to another key than the programme's")
    if await ledger.load(Intake, intake) is None:
        with suppress(ExistsError):  # the very same, twice at once
            await ledger.commit([Put(_new(intake, box=box, wrap=wrap, at=at))])
            return True
    known = await ledger.load(Intake, intake)
    if known is None or (known.box, known.wrap) != (box, wrap):
        raise ExistsError(f"{intake}: another request has this id")
    return False


async def inbox(
    ledger: Ledger, *, state: IntakeState, after: str | None = None, limit: int = MOST_SHOWN
) -> Inbox:
    """Return requests in a state for a manager, the longest waiting first.

    Raises:
        MalformedError: ``after`` is not a place in a list.
    """
    limit = max(1, min(limit, MOST_SHOWN))
    page = Page(equals={"state": state}, order="at", after=_place(after), limit=limit + 1)
    found = await ledger.find(Intake, page)
    shown = found[:limit]
    asked = tuple([await _asked(ledger, one, wrap=one.wrap) for one in shown])
    more = len(found) > limit
    return Inbox(asked=asked, next=f"{shown[-1].at}.{shown[-1].id}" if more else None)


async def passed_on(ledger: Ledger, actor: Actor) -> tuple[Asked, ...]:
    """Return the requests that managers passed on to this mediator, of cases that are still theirs."""
    if actor.key is None:
        return ()
    page = Page(equals={"recipient": actor.key}, limit=_MOST_PASSED_ON)
    found: list[Asked] = []
    for wrap in await ledger.find(IntakeWrap, page):
        intake = await ledger.load(Intake, wrap.intake)
        if intake is not None and await _is_theirs(ledger, actor, intake):
            found.append(await _asked(ledger, intake, wrap=wrap.wrap))
    return tuple(found)


async def _is_theirs(ledger: Ledger, actor: Actor, intake: Intake) -> bool:
    if intake.case is None or intake.state is not IntakeState.ASSIGNED:
        return False
    return await case_mediator(ledger, actor, intake.case) is not None


async def screen(ledger: Ledger, *, intake: IntakeId, version: int, box: bytes, wrap: bytes) -> Intake:
    """Keep a manager's sealed sheet about a request; a new one is being screened from here on.

    Raises:
        NotFoundError, StaleVersionError: no such request, or another manager was first.
        NotAllowedError: its words were erased.
        SizeWrongError: not one of the three sizes.
    """
    if len(box) not in BOX_BYTES:
        raise SizeWrongError(f"a sheet of {len(box)} bytes")
    known = _not_erased(await _load(ledger, intake, version=version))
    state = known.state if known.state is IntakeState.ASSIGNED else IntakeState.SCREENING
    after = replace(known, version=version + 1, state=state, sheet=box, sheet_wrap=wrap)
    await ledger.commit([Put(after)])
    return after


async def assign(  # noqa: PLR0913 - one line of a form
    ledger: Ledger,
    actor: Actor,
    *,
    intake: IntakeId,
    version: int,
    statement: Signed,
    wraps: dict[KeyId, bytes],
    at: int,
) -> Intake:
    """Pass a request on to mediators of a case, by a manager's signature.

    Those who have it already keep what they have.

    Raises:
        NotFoundError, StaleVersionError: no such request, or another manager was first.
        NotAllowedError: its words were erased, or it belongs to another case.
        WrongContextError, SealBrokenError, SignerNotAllowedError, RevokedError, SignatureWrongError:
            as ``verify_assignment``.
        WrongShapeError: for nobody, or for somebody who is no mediator of the case.
    """
    known = _not_erased(await _load(ledger, intake, version=version))
    case = CaseId(parse_assignment(statement.body).case)
    if known.case is not None and known.case != case:
        raise NotAllowedError(f"{intake}: belongs to another case")
    root = (await load_root(ledger)).root
    verify_assignment(statement, root=root, case=case, intake=intake, box=known.box)
    await _refuse_strangers(ledger, case, wraps)
    record = _kept(statement, case=case, at=at)
    after = replace(known, version=version + 1, state=IntakeState.ASSIGNED, case=case, assignment=record.id)
    changes: list[Change] = [Put(after)]
    if await ledger.load(Statement, record.id) is None:
        changes.append(Append(record))
    changes += await _wrapped(ledger, intake, wraps)
    await ledger.commit([*changes, Append(_event("assignment", actor, case=case, at=at, digest=record.id))])
    return after


async def close(
    ledger: Ledger, actor: Actor, *, intake: IntakeId, version: int, erase: bool, at: int
) -> Intake:
    """End a request; with ``erase`` its words, the sheet and every wrap go for good.

    Raises:
        NotFoundError, StaleVersionError: no such request, or another manager was first.
    """
    known = await _load(ledger, intake, version=version)
    after = replace(known, version=version + 1, state=IntakeState.CLOSED)
    changes: list[Change] = []
    if erase:
        after = replace(after, box=b"", wrap=b"", sheet=b"", sheet_wrap=b"")
        held = await ledger.find(IntakeWrap, Page(equals={"intake": intake}, limit=_MOST_PASSED_ON))
        changes += [Drop(IntakeWrap, one.id) for one in held]
    kind = "intake-erased" if erase else "intake-closed"
    ended = _event(kind, actor, case=known.case, at=at, digest=_NO_DIGEST)
    await ledger.commit([Put(after), *changes, Append(ended)])
    return after


def _new(intake: IntakeId, *, box: bytes, wrap: bytes, at: int) -> Intake:
    return Intake(
        id=intake,
        version=1,
        state=IntakeState.NEW,
        at=at,
        box=box,
        wrap=wrap,
        sheet=b"",
        sheet_wrap=b"",
        case=None,
        assignment=None,
    )


async def _load(ledger: Ledger, intake: IntakeId, *, version: int) -> Intake:
    found = await ledger.load(Intake, intake)
    if found is None:
        raise NotFoundError(f"{intake}: no such request")
    if found.version != version:
        raise StaleVersionError(f"{intake}: at version {found.version}")
    return found


def _not_erased(intake: Intake) -> Intake:
    if not intake.box:
        raise NotAllowedError(f"{intake.id}: its words were erased")
    return intake


async def _asked(ledger: Ledger, intake: Intake, *, wrap: bytes) -> Asked:
    assignment = None if intake.assignment is None else await load_signed(ledger, intake.assignment)
    return Asked(intake=intake, wrap=wrap, assignment=assignment)


async def _refuse_strangers(ledger: Ledger, case: CaseId, wraps: dict[KeyId, bytes]) -> None:
    members = await ledger.find(Member, Page(equals={"case": case}, limit=1_000))
    mediators = {one.key for one in members if one.role is Role.MEDIATOR and not one.left}
    if not wraps or not set(wraps) <= mediators:
        raise WrongShapeError(f"{case}: for nobody, or for somebody who is no mediator of the case")


async def _wrapped(ledger: Ledger, intake: IntakeId, wraps: dict[KeyId, bytes]) -> list[Change]:
    held = await ledger.find(IntakeWrap, Page(equals={"intake": intake}, limit=_MOST_PASSED_ON))
    known = {one.recipient for one in held}
    return [
        Append(IntakeWrap(id=f"{intake}/{key}", intake=intake, recipient=key, wrap=wrap))
        for key, wrap in wraps.items()
        if key not in known
    ]


def _place(after: str | None) -> tuple[str | int, str] | None:
    if after is None:
        return None
    found = _PLACE.fullmatch(after)
    if found is None:
        raise MalformedError("not a place in a list")
    return int(found[1]), found[2]


def _kept(statement: Signed, *, case: CaseId, at: int) -> Statement:
    return Statement(
        id=Hash(b64u(statement_hash("assignment", statement.body))),
        kind="assignment",
        case=case,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=0,
        at=at,
        envelope=encode_envelope(statement),
    )


def _event(kind: str, actor: Actor, *, case: CaseId | None, at: int, digest: Hash) -> Event:
    return Event(seq=0, case=case, message=None, kind=kind, by=actor.person, at=at, digest=digest, chain="")
