# SPDX-License-Identifier: EUPL-1.2
"""A person's own yes or no to one way of exchanging words; theirs to change at any time.

A statement and no record, because the person gives it and the server must count it. It is
over one wording of the consent text: a new text asks again. Only the person's current key
speaks for them: whoever gets a new key is asked again.
Twin: ``web/src/protocol/consent.ts``. Source: docs/adr/0015.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import SignerNotAllowedError, WrongContextError
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.shape import (
    boolean,
    day,
    hashed,
    ident,
    integer,
    one_of,
    read_statement,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Given or taken back, for one channel, over one wording of the consent text."""

    programme: str
    case: str
    participant: str
    channel: str
    given: bool
    text: str
    number: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedConsent:
    """A consent by the person's own current key."""

    consent: Consent
    hash: str


_CONSENT: Final = {
    "case": ident,
    "participant": ident,
    "channel": one_of("letter", "video", "relayed", "meeting"),
    "given": boolean,
    "text": hashed,
    "number": integer(1),
    "day": day,
}


def parse_consent(body: bytes) -> Consent:
    """Read a ``consent`` body; raises as ``shape.read_statement``."""
    return Consent(**read_statement(body, "consent", _CONSENT))


def build_consent(consent: Consent) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("consent", consent)
    parse_consent(body)
    return body


def verify_consent(
    statement: Statement, *, policy: VerifiedPolicy, certificate: VerifiedCertificate
) -> VerifiedConsent:
    """Believe a person's consent, or refuse.

    Args:
        statement: as received.
        policy: the verified policy.
        certificate: the verified certificate of the person it must be of.

    Raises:
        WrongContextError: another case, or in another person's name.
        SignerNotAllowedError: the certificate is a former one.
        SignatureWrongError: not signed by the person's key.
    """
    consent = parse_consent(statement.body)
    person = certificate.certificate
    here = (policy.policy.programme, policy.policy.case, person.participant)
    if (consent.programme, consent.case, consent.participant) != here:
        raise WrongContextError("a consent of another case or person")
    if not certificate.current:
        raise SignerNotAllowedError("a former key consents to nothing")
    verify(statement, "consent", public_key=unb64u(person.identity))
    return VerifiedConsent(consent=consent, hash=b64u(statement_hash("consent", statement.body)))
