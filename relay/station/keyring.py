# SPDX-License-Identifier: EUPL-1.2
"""What an unlocked person holds: everything follows from a 32-byte master.

Twin: ``web/src/relay/keyring.ts``.
"""

from dataclasses import dataclass, field

from relay.crypto import keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, sign
from relay.protocol import wire
from relay.records import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """A person with their keys; never printed."""

    account: str
    person: str
    role: Role
    fingerprint: str  # of the programme's root
    master: bytes = field(repr=False)

    @property
    def identity_seed(self) -> bytes:
        """The 32-byte seed of the key that signs."""
        return keys.identity_seed(self.master)

    @property
    def identity(self) -> bytes:
        """The 32-byte public key that verifies."""
        return keys.signing_public_key(self.identity_seed)

    @property
    def kem_seed(self) -> bytes:
        """The 32-byte seed of the key that unwraps."""
        return keys.kem_seed(self.master)

    @property
    def kem(self) -> bytes:
        """The 1,216-byte public key that others wrap for."""
        return keys.kem_public_key(self.kem_seed)

    @property
    def key_id(self) -> str:
        """The name under which wraps find this person."""
        return b64u(keys.key_id(self.identity))

    def sign(self, kind: str, body: bytes) -> Statement:
        """Sign canonical bytes as a statement of ``kind``."""
        return sign(self.identity_seed, kind, body=body)


def to_wire(statement: Statement) -> wire.Envelope:
    """Return a statement as it travels."""
    return wire.Envelope(body=b64u(statement.body), key=b64u(statement.key), sig=b64u(statement.sig))


def from_wire(envelope: wire.Envelope) -> Statement:
    """Return a received statement; nothing is verified yet.

    Raises:
        NotCanonicalError: not base64url, or of another length.
    """
    return Statement(
        body=unb64u(envelope.body), key=unb64u(envelope.key, size=32), sig=unb64u(envelope.sig, size=64)
    )
