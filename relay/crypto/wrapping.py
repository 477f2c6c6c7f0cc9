# SPDX-License-Identifier: EUPL-1.2
"""Wraps: a 32-byte key for one recipient, for one purpose, of one subject.

HPKE base mode with X-Wing, HKDF-SHA256 and AES-256-GCM. Recipient, purpose and subject
are in ``info``, so a wrap moved to another place does not open. The library draws the
encapsulation's randomness itself and offers no other way; this is the one function of
the pure floors whose output is not a function of its arguments.
Twin: ``web/src/crypto/wrapping.ts``. Source: RFC 9180.
"""

from typing import Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from relay.crypto.derive import HASH_BYTES, PREFIX, SUITE_BYTE, sha256
from relay.crypto.keys import kem_private_key, kem_public_key, read_kem_public_key
from relay.errors import WrapBrokenError

Purpose = Literal["review", "self", "release", "handover", "note", "record", "intake", "grant"]

WRAPPED_KEY_BYTES: Final = 32
WRAP_BYTES: Final = 1_168
_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _wrap_context(purpose: Purpose, *, subject: bytes, recipient: bytes) -> bytes:
    if len(subject) != HASH_BYTES:
        raise ValueError("a subject is a hash of 32 bytes")
    head = PREFIX + b"wrap/" + purpose.encode("ascii") + b"\x00" + SUITE_BYTE
    return head + subject + sha256(recipient)


def wrap(public_key: bytes, key: bytes, *, purpose: Purpose, subject: bytes) -> bytes:
    """Wrap a key for one recipient.

    Args:
        public_key: the recipient's X-Wing key, 1,216 bytes.
        key: 32 bytes.
        purpose: what the wrap is for.
        subject: the 32-byte hash of what the key opens.

    Returns:
        1,168 bytes: encapsulation (1,120), then sealed key (48).

    Raises:
        WrapBrokenError: ``public_key`` is not a valid key.
    """
    if len(key) != WRAPPED_KEY_BYTES:
        raise ValueError("a wrapped key has 32 bytes")
    info = _wrap_context(purpose, subject=subject, recipient=public_key)
    try:
        return _SUITE.encrypt(key, read_kem_public_key(public_key), info)
    except ValueError:
        raise WrapBrokenError("not a usable X-Wing public key") from None


def unwrap(seed: bytes, wrapped: bytes, *, purpose: Purpose, subject: bytes) -> bytes:
    """Open a wrap with the recipient's 32-byte seed.

    Returns:
        The 32-byte key.

    Raises:
        WrapBrokenError: changed, for another recipient, purpose or subject.
    """
    if len(wrapped) != WRAP_BYTES:
        raise WrapBrokenError(f"a wrap of {len(wrapped)} bytes")
    info = _wrap_context(purpose, subject=subject, recipient=kem_public_key(seed))
    try:
        return _SUITE.decrypt(wrapped, kem_private_key(seed), info)
    except (InvalidTag, ValueError):
        raise WrapBrokenError(f"this {purpose} wrap does not open") from None
