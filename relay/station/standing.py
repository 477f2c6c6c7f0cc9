# SPDX-License-Identifier: EUPL-1.2
"""What a client believes now: root, directory, the case's policy and its people.

Twin: ``web/src/relay/trust.ts``. Source: docs/format.md §6, steps 1 to 4.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import statement_hash
from relay.errors import CertificateWrongError, PolicyMismatchError, RelayError
from relay.protocol import wire
from relay.protocol.certificate import VerifiedCertificate, parse_certificate, verify_certificate
from relay.protocol.directory import VerifiedDirectory, verify_directory
from relay.protocol.policy import (
    VerifiedPolicy,
    assigned_mediator,
    parse_policy,
    verify_policy,
    with_past,
)
from relay.protocol.root import verify_root
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import from_wire

_GRACE_DAYS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """A verified directory, and the verified policies of my cases by case id."""

    directory: VerifiedDirectory
    policies: Mapping[str, VerifiedPolicy]
    certificates: Mapping[str, VerifiedCertificate]  # by hash

    def policy(self, case: str) -> VerifiedPolicy:
        """Return a case's policy.

        Raises:
            PolicyMismatchError: the server gave none.
        """
        if case not in self.policies:
            raise PolicyMismatchError(f"no policy for {case}")
        return self.policies[case]

    def policy_of(self, detail: wire.MessageDetail) -> VerifiedPolicy:
        """Return the policy of a message's case, with those before it that came along.

        Raises:
            PolicyMismatchError: the server gave none, or others than each successor names.
        """
        past = (from_wire(envelope) for envelope in detail.policies)
        return with_past(self.policy(detail.view.case), past)

    def certificate(self, case: str, participant: str) -> VerifiedCertificate:
        """Return a participant's current certificate.

        Raises:
            CertificateWrongError: the server gave none that the policy names.
        """
        for found in self.certificates.values():
            claim = found.certificate
            if (claim.case, claim.participant, found.current) == (case, participant, True):
                return found
        raise CertificateWrongError(f"no certificate of {participant}")

    def mediators(self, case: str) -> tuple[tuple[str, str], ...]:
        """Return key id and X-Wing key of each mediator assigned to a case."""
        policy = self.policy(case)
        return tuple(
            (named, assigned_mediator(policy, unb64u(named)).kem) for named in policy.policy.mediators
        )


async def fetch_standing(client: Client, *, fingerprint: str) -> Believed:
    """Fetch what the server shows and believe only what verifies.

    Raises:
        RelayError: as the checks of root, directory and policies.
    """
    view = await client.trust()
    root = verify_root(from_wire(view.root), fingerprint=fingerprint, today=today())
    directory = verify_directory(from_wire(view.directory), root=root, today=today(), grace_days=_GRACE_DAYS)
    policies: dict[str, VerifiedPolicy] = {}
    for envelope in view.policies:
        statement = from_wire(envelope)
        case = parse_policy(statement.body).case
        policies[case] = verify_policy(statement, case=case, trust=directory)
    return Believed(
        directory=directory, policies=policies, certificates=_believed(view.certificates, policies)
    )


def _believed(
    envelopes: list[wire.Envelope], policies: Mapping[str, VerifiedPolicy]
) -> dict[str, VerifiedCertificate]:
    certificates: dict[str, VerifiedCertificate] = {}
    for envelope in envelopes:
        statement = from_wire(envelope)
        claim = parse_certificate(statement.body)
        try:
            found = verify_certificate(statement, policy=policies[claim.case], participant=claim.participant)
        except (KeyError, RelayError):
            continue  # no policy names it: nobody is bound by it
        certificates[b64u(statement_hash("certificate", statement.body))] = found
    return certificates
