# SPDX-License-Identifier: EUPL-1.2
"""Which gates stand open for one message, or in a whole case: facts are loaded here, judged below.

The judgement is ``relay.protocol.gates``, the very function that the mediator's client
asks of the signed records; here it is asked of what was accepted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, TypeVar

from relay.casework.standing import (
    day_of,
    days_left,
    load_policy,
    load_signed,
    members_of,
)
from relay.crypto.encoding import b64u
from relay.errors import NotFoundError
from relay.protocol.directory import Directory
from relay.protocol.gates import (
    Asked,
    FirstOffer,
    GivenConsent,
    Known,
    Placed,
    Shut,
    shut_gates,
    shut_in_case,
)
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.record import Clear, GateClear, PaceClear, parse_record
from relay.protocol.root import key_id_text
from relay.records import (
    Case,
    CaseId,
    CaseRecord,
    Consent,
    Gates,
    Member,
    Message,
    PersonId,
    Statement,
)
from relay.storage.contract import Ledger, Page

R = TypeVar("R", CaseRecord, Consent, Statement)
_PAGE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Casework:
    """What a case's gates hang on, and its people with the side of each."""

    policy: VerifiedPolicy
    members: Mapping[PersonId, Member]
    known: Known

    def side_of(self, person: PersonId) -> str:
        """Return a participant's side; empty for somebody who has none."""
        member = self.members.get(person)
        return "" if member is None or member.side is None else member.side.value


def gates_of(
    case: Case, members: Iterable[Member], *, people: frozenset[PersonId], directory_valid: bool
) -> Gates:
    """Judge what stops ``people`` apart from casework; a pause of anybody else is not theirs."""
    paused = {person for person in case.paused_by.split(",") if person}
    return Gates(
        case_version=case.version,
        paused=bool(paused & people),
        closed=case.closed,
        left=frozenset(member.person for member in members if member.left),
        directory_valid=directory_valid,
        shut=(),
        paced=False,
    )


async def gates_for(ledger: Ledger, message: Message, *, at: int) -> Gates:
    """Judge every gate of one message as it stands now.

    Raises:
        NotFoundError: no such case.
    """
    case = await ledger.load(Case, message.case)
    if case is None:
        raise NotFoundError(f"{message.case}: no such case")
    found = await _casework(ledger, message.case)
    trust = found.policy.trust
    plain = gates_of(
        case,
        found.members.values(),
        people=frozenset({message.sender, message.addressee}),
        directory_valid=days_left(trust.directory, trust.root, at=at) >= 0,
    )
    side = found.side_of(message.sender)
    asked = Asked(
        message=message.id,
        channel=message.channel,
        sender=message.sender,
        side=side,
        addressee=message.addressee,
        day=day_of(at),
    )
    shut = shut_gates(found.known, asked)
    paced = any(pace.side == side for pace in found.known.paces)
    return replace(plain, shut=tuple(one.code for one in shut), paced=paced)


async def shut_gates_of(ledger: Ledger, case: CaseId, *, at: int) -> tuple[Shut, ...]:
    """Return every gate of a case that is shut now, whatever the message.

    Raises:
        NotFoundError: no such case.
    """
    found = await _casework(ledger, case)
    people = [
        Placed(participant=member.person, side=found.side_of(member.person))
        for member in sorted(found.members.values(), key=lambda member: member.person)
        if member.side is not None and not member.left
    ]
    channels = found.policy.policy.channels
    return shut_in_case(found.known, people, channels=channels, day=day_of(at))


async def _casework(ledger: Ledger, case: CaseId) -> _Casework:
    policy, members = await load_policy(ledger, case), await members_of(ledger, case)
    clears = await _clears(ledger, case, revoked=_revoked(policy.trust.directory))
    paces = tuple(clear for clear in clears if isinstance(clear, PaceClear))
    known = Known(
        consent_text=policy.policy.consent_text,
        consents=await _consents(ledger, case, members),
        gates=tuple(clear for clear in clears if isinstance(clear, GateClear)),
        paces=paces,
        offers=await _first_offers(ledger, case, members) if paces else (),
    )
    return _Casework(policy=policy, members=members, known=known)


async def _consents(
    ledger: Ledger, case: CaseId, members: Mapping[PersonId, Member]
) -> tuple[GivenConsent, ...]:
    """Return what was said under each person's current key: a new key is asked again."""
    return tuple(
        GivenConsent(
            participant=one.person, channel=one.channel, given=one.given, text=one.text, number=one.number
        )
        for one in await _all(ledger, Consent, {"case": case})
        if one.person in members and members[one.person].key == one.key
    )


async def _clears(ledger: Ledger, case: CaseId, *, revoked: frozenset[str]) -> list[Clear]:
    """Return the clear fields of gates and paces, as far as their signer may be believed.

    What a revoked mediator called open is shut, as it is for every client.
    """
    found: list[Clear] = []
    for record in await _all(ledger, CaseRecord, {"case": case, "type": ("gate", "pace")}):
        signed = await load_signed(ledger, record.statement)
        clear = _clear(signed.body)
        if isinstance(clear, GateClear) and b64u(signed.key) in revoked:
            clear = replace(clear, shut=True, until=None)
        found.append(clear)
    return found


async def _first_offers(
    ledger: Ledger, case: CaseId, members: Mapping[PersonId, Member]
) -> tuple[FirstOffer, ...]:
    found: list[FirstOffer] = []
    for offer in await _all(ledger, Statement, {"case": case, "kind": "offer"}):
        message = None if offer.message is None else await ledger.load(Message, offer.message)
        sender = None if message is None else members.get(message.sender)
        if message is not None and sender is not None and sender.side is not None:
            found.append(FirstOffer(message=message.id, side=sender.side.value, day=day_of(offer.at)))
    return tuple(found)


async def _all(ledger: Ledger, kind: type[R], equals: Mapping[str, object]) -> list[R]:
    """Return every record of a page's kind: of gates, a part would be a lie."""
    found: list[R] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        page = await ledger.find(kind, Page(equals=equals, after=after, limit=_PAGE))
        found.extend(page)
        if len(page) < _PAGE:
            return found


def _revoked(directory: Directory) -> frozenset[str]:
    return frozenset(key_id_text(entry.key) for entry in directory.mediators if entry.status == "revoked")


@lru_cache(maxsize=1_024)
def _clear(body: bytes) -> Clear:
    return parse_record(body).clear
