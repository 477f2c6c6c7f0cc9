# SPDX-License-Identifier: EUPL-1.2
"""What a policy makes of a case and its members: pure rules, records in, records out.

Somebody whom the policy no longer names has left. A participant who left comes back
only with a new certificate (a higher epoch), so that leaving cannot be undone by a
routine new version; a mediator comes back when the policy assigns them again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from relay.casework.standing import member_id
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES, key_id
from relay.crypto.signing import Statement as Signed
from relay.protocol.certificate import verify_certificate
from relay.protocol.policy import Participant, VerifiedPolicy
from relay.records import Case, CaseId, Hash, KeyId, Member, PersonId, Role, Side


def case_after(known: Case | None, *, policy: VerifiedPolicy | None) -> Case:
    """Return the case one version on.

    Args:
        known: as it is; None: a new case.
        policy: what the directory names for it now; None: nothing, so it is closed.
    """
    if policy is None:
        if known is None:
            raise ValueError("a case that neither was nor is")
        return replace(known, version=known.version + 1, closed=True)
    words = policy.policy
    return Case(
        id=CaseId(words.case),
        version=1 if known is None else known.version + 1,
        policy_version=words.version,
        policy=Hash(policy.hash),
        quorum=words.quorum,
        cooling_seconds=words.cooling_seconds,
        paused_by="" if known is None else known.paused_by,
        closed=False,
    )


def members_after(
    before: Iterable[Member], *, policy: VerifiedPolicy, certificates: Mapping[str, Signed]
) -> tuple[Member, ...]:
    """Return the members who change, each one version on.

    Args:
        before: the case's members now.
        policy: the verified new policy.
        certificates: by hash, those that it names.

    Raises:
        CertificateWrongError, RevokedError, SignerNotAllowedError: as
            ``certificate.verify_certificate``.
    """
    known = {member.person: member for member in before}
    wanted = {
        **{
            PersonId(entry.participant): _participant(entry, policy, certificates)
            for entry in policy.policy.participants
        },
        **{mediator_id(key): _mediator(key, policy) for key in policy.policy.mediators},
    }
    changed = [_next(known.get(person), member) for person, member in wanted.items()]
    gone = [
        replace(member, version=member.version + 1, left=True)
        for person, member in known.items()
        if person not in wanted and not member.left
    ]
    return (*(member for member in changed if member is not None), *gone)


def mediator_id(key: str) -> PersonId:
    """Return a mediator's or manager's person id from the key id, as text."""
    return PersonId(b64u(unb64u(key)[:ID_BYTES]))


def _next(known: Member | None, wanted: Member) -> Member | None:
    if known is None:
        return wanted
    stays_away = known.left and wanted.role is Role.PARTICIPANT and wanted.epoch <= known.epoch
    after = replace(wanted, version=known.version, left=stays_away)
    return None if after == known else replace(after, version=known.version + 1)


def _participant(entry: Participant, policy: VerifiedPolicy, certificates: Mapping[str, Signed]) -> Member:
    key: KeyId | None = None
    if entry.certificate is not None:
        verified = verify_certificate(
            certificates[entry.certificate], policy=policy, participant=entry.participant
        )
        key = KeyId(b64u(key_id(unb64u(verified.certificate.identity))))
    return Member(
        id=member_id(policy.policy.case, entry.participant),
        version=1,
        case=CaseId(policy.policy.case),
        person=PersonId(entry.participant),
        role=Role.PARTICIPANT,
        side=Side(entry.side),
        key=key,
        certificate=None if entry.certificate is None else Hash(entry.certificate),
        epoch=entry.epoch,
        left=False,
    )


def _mediator(key: str, policy: VerifiedPolicy) -> Member:
    return Member(
        id=member_id(policy.policy.case, mediator_id(key)),
        version=1,
        case=CaseId(policy.policy.case),
        person=mediator_id(key),
        role=Role.MEDIATOR,
        side=None,
        key=KeyId(key),
        certificate=None,
        epoch=0,
        left=False,
    )
