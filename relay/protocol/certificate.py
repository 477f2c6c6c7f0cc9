# SPDX-License-Identifier: EUPL-1.2
"""A certificate: a mediator says which keys are a pseudonymous person's in one case.

Alone it proves nothing: it counts when the case policy names its hash.
Twin: ``web/src/protocol/certificate.ts``.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import CertificateWrongError, RevokedError, SignerNotAllowedError, WrongContextError
from relay.protocol.directory import Directory
from relay.protocol.policy import VerifiedPolicy, find_participant
from relay.protocol.root import key_id_text
from relay.protocol.shape import (
    day,
    ident,
    integer,
    kem_key,
    public_key,
    read_statement,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A person's identity key and X-Wing key of one epoch."""

    programme: str
    case: str
    participant: str
    epoch: int
    identity: str
    kem: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedCertificate:
    """A certificate that the policy names; ``current`` unless it is a former one."""

    certificate: Certificate
    hash: str
    current: bool


_CERTIFICATE: Final = {
    "case": ident,
    "participant": ident,
    "epoch": integer(1),
    "identity": public_key,
    "kem": kem_key,
    "day": day,
}


def parse_certificate(body: bytes) -> Certificate:
    """Read a ``certificate`` body; raises as ``shape.read_statement``."""
    return Certificate(**read_statement(body, "certificate", _CERTIFICATE))


def build_certificate(certificate: Certificate) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("certificate", certificate)
    parse_certificate(body)
    return body


def check_certifier(statement: Statement, directory: Directory) -> None:
    """Refuse a certificate that no mediator of the programme signed.

    A retired mediator's certificates go on counting while the policy names them; a revoked
    one's do not.

    Raises:
        SignerNotAllowedError, RevokedError, SignatureWrongError: as named.
    """
    named = b64u(statement.key)
    for entry in directory.mediators:
        if key_id_text(entry.key) == named:
            if entry.status == "revoked":
                raise RevokedError("certified by a revoked mediator")
            verify(statement, "certificate", public_key=unb64u(entry.key))
            return
    raise SignerNotAllowedError("not a mediator of this programme")


def verify_certificate(
    statement: Statement, *, policy: VerifiedPolicy, participant: str
) -> VerifiedCertificate:
    """Believe a person's certificate, or refuse.

    Args:
        statement: as received.
        policy: the verified policy.
        participant: whose it must be.

    Raises:
        WrongContextError: another programme or case.
        CertificateWrongError: another person's, or not one that the policy names.
        SignerNotAllowedError, RevokedError, SignatureWrongError: no mediator signed it.
    """
    certificate = parse_certificate(statement.body)
    here = (policy.policy.programme, policy.policy.case)
    if (certificate.programme, certificate.case) != here:
        raise WrongContextError("a certificate of another case")
    if certificate.participant != participant:
        raise CertificateWrongError("another person's certificate")
    entry = find_participant(policy.policy, participant)
    found = b64u(statement_hash("certificate", statement.body))
    current = entry.certificate == found and entry.epoch == certificate.epoch
    if not current and found not in entry.former:
        raise CertificateWrongError("not a certificate that the policy names")
    check_certifier(statement, policy.trust.directory)
    return VerifiedCertificate(certificate=certificate, hash=found, current=current)
