# SPDX-License-Identifier: EUPL-1.2
"""A person's own yes or no to a channel: theirs to give, and to take back at any time.

Each change raises the case's version, so that an offer prepared before it does not go
through. A yes is over the consent text that the policy names now; a no over whichever.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from relay.casework.record_rules import signed_today
from relay.casework.standing import (
    case_mediator,
    case_participant,
    certificate_of,
    load_policy,
    load_signed,
    members_of,
)
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope
from relay.errors import (
    ExistsError,
    ForbiddenError,
    OldNumberError,
    PolicyMismatchError,
    StaleVersionError,
    WrongContextError,
)
from relay.protocol.consent import VerifiedConsent, parse_consent, verify_consent
from relay.records import (
    Actor,
    Case,
    CaseId,
    Consent,
    Event,
    Hash,
    KeyId,
    Member,
    PersonId,
    Role,
    Statement,
)
from relay.storage.contract import Append, Ledger, Page, Put

MOST_RACES: Final = 3
_MOST_CONSENTS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person said, and who may know that it changed."""

    consent: Consent
    concerned: frozenset[PersonId]


async def give_consent(ledger: Ledger, actor: Actor, *, case: CaseId, statement: Signed, at: int) -> Given:
    """Take a person's yes or no; the very same one again is harmless.

    Args:
        ledger: where it is kept.
        actor: the participant.
        case: which.
        statement: the signed ``consent``.
        at: seconds.

    Raises:
        ForbiddenError: no participant of this case.
        WrongContextError, SignatureWrongError: not their own.
        PolicyMismatchError: a yes to another text than the case's own.
        OldNumberError: not above their last word about the channel: a replay.
        WrongShapeError: signed on another day.
        StaleVersionError: the case kept changing meanwhile.
    """
    for _ in range(MOST_RACES):
        given = await _give(ledger, actor, case, statement=statement, at=at)
        if given is not None:
            return given
    raise StaleVersionError(f"{case}: changed {MOST_RACES} times meanwhile")


async def consents_of(ledger: Ledger, actor: Actor, *, case: CaseId) -> tuple[Signed, ...]:
    """Return the latest statements about each channel: a person's own, or to a mediator everybody's.

    Raises:
        ForbiddenError: neither a mediator nor a participant of this case.
    """
    found = await ledger.find(Consent, Page(equals={"case": case}, limit=_MOST_CONSENTS))
    if await case_mediator(ledger, actor, case) is None:
        if await case_participant(ledger, actor, case) is None:
            raise ForbiddenError(f"{case}: not their case")
        found = tuple(one for one in found if one.person == actor.person)
    return tuple([await load_signed(ledger, one.statement) for one in found])


async def _give(ledger: Ledger, actor: Actor, case: CaseId, *, statement: Signed, at: int) -> Given | None:
    """Try once; None where something else was first, so that all has to be looked at again."""
    if parse_consent(statement.body).case != case:
        raise WrongContextError(f"{case}: a consent of another case")
    member = await case_participant(ledger, actor, case)
    found = await ledger.load(Case, case)
    if member is None or found is None:
        raise ForbiddenError(f"{case}: no participant of this case")
    policy = await load_policy(ledger, case)
    certificate = await certificate_of(ledger, policy, member)
    verified = verify_consent(statement, policy=policy, certificate=certificate)
    before = await ledger.load(Consent, consent_id(case, member.person, verified.consent.channel))
    if before is not None and before.statement == verified.hash:
        return Given(consent=before, concerned=frozenset())
    signed_today(verified.consent.day, at=at)
    if verified.consent.given and verified.consent.text != policy.policy.consent_text:
        raise PolicyMismatchError(f"{case}: the consent text has changed")
    after = _after(before, verified, member=member, key=KeyId(b64u(statement.key)), at=at)
    try:
        await ledger.commit(
            [
                Put(after),
                Put(replace(found, version=found.version + 1)),
                Append(_kept(after, statement)),
                Append(_noted(after)),
            ]
        )
    except (StaleVersionError, ExistsError):
        return None
    return Given(consent=after, concerned=_concerned(after, await members_of(ledger, case)))


def consent_id(case: str, person: str, channel: str) -> str:
    """Return the id of a person's latest word about a channel."""
    return f"{case}/{person}/{channel}"


def _after(
    before: Consent | None, verified: VerifiedConsent, *, member: Member, key: KeyId, at: int
) -> Consent:
    words = verified.consent
    if before is not None and before.key == key and words.number <= before.number:
        raise OldNumberError(f"{before.id}: {words.number} after {before.number}")
    return Consent(
        id=consent_id(words.case, member.person, words.channel),
        version=1 if before is None else before.version + 1,
        case=CaseId(words.case),
        person=member.person,
        channel=words.channel,
        given=words.given,
        text=Hash(words.text),
        number=words.number,
        key=key,
        statement=Hash(verified.hash),
        at=at,
    )


def _kept(consent: Consent, statement: Signed) -> Statement:
    return Statement(
        id=consent.statement,
        kind="consent",
        case=consent.case,
        message=None,
        signer=consent.key,
        number=consent.number,
        at=consent.at,
        envelope=encode_envelope(statement),
    )


def _noted(consent: Consent) -> Event:
    return Event(
        seq=0,
        case=consent.case,
        message=None,
        kind="consent",
        by=consent.person,
        at=consent.at,
        digest=consent.statement,
        chain="",
    )


def _concerned(consent: Consent, members: Mapping[PersonId, Member]) -> frozenset[PersonId]:
    mediators = {one.person for one in members.values() if one.role is Role.MEDIATOR and not one.left}
    return frozenset(mediators | {consent.person})
