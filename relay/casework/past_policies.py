# SPDX-License-Identifier: EUPL-1.2
"""The versions that a case's policy has had: who came, who went, in an order that nobody can forge.

Each policy names the hash of the one before it, and the current one is verified by whoever
reads; so a client can follow the chain back without trusting the relay.
"""

from dataclasses import dataclass
from typing import Final

from relay.casework.standing import case_mediator, load_head, member_id
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import decode_envelope
from relay.errors import ForbiddenError, NotFoundError
from relay.places import stands
from relay.protocol.policy import parse_policy
from relay.records import Actor, CaseId, Member, Role, Statement
from relay.storage.contract import Ledger

MOST_VERSIONS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPolicy:
    """One version, and when it was taken in."""

    statement: Signed
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyHistory:
    """The latest versions, the current one first."""

    policies: tuple[PastPolicy, ...]
    more: bool  # older ones than these exist


async def past_policies(ledger: Ledger, actor: Actor, case: CaseId) -> PolicyHistory:
    """Return the versions of a case's policy, the latest first.

    Raises:
        ForbiddenError: not their case.
        NotFoundError: no policy of it was accepted yet.
    """
    await _require_member(ledger, actor, case)
    head = await load_head(ledger, case)
    if head is None:
        raise NotFoundError(f"{case}: no policy")
    found: list[PastPolicy] = []
    named: str | None = head.head.statement
    while named is not None and len(found) < MOST_VERSIONS:
        kept = await ledger.load(Statement, named)
        if kept is None:
            break
        statement = decode_envelope(kept.envelope)
        found.append(PastPolicy(statement=statement, at=kept.at))
        named = parse_policy(statement.body).previous
    return PolicyHistory(policies=tuple(found), more=named is not None)


async def _require_member(ledger: Ledger, actor: Actor, case: CaseId) -> None:
    if await case_mediator(ledger, actor, case) is not None:
        return
    member = await ledger.load(Member, member_id(case, actor.person))
    if actor.role is not Role.PARTICIPANT or member is None or member.left or not stands(member, actor):
        raise ForbiddenError(f"{case}: not their case")
