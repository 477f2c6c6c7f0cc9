# SPDX-License-Identifier: EUPL-1.2
"""A box: one small thing sealed under a fresh derived key, committing to that key.

Layout: salt (32) | commitment (32) | ciphertext | tag (16). The commitment is compared
*before* anything is opened: AES-GCM alone opens one ciphertext under two keys to two
different letters. Empty associated data; every context is in the key.
Twin: ``web/src/crypto/box.ts``.
"""

from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from relay.crypto.derive import derive, same
from relay.errors import CommitmentWrongError, SealBrokenError, TooLargeError

SALT_BYTES: Final = 32
COMMITMENT_BYTES: Final = 32
TAG_BYTES: Final = 16
BOX_OVERHEAD: Final = SALT_BYTES + COMMITMENT_BYTES + TAG_BYTES
MAX_BOX_BYTES: Final = 1_048_576
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_DERIVED_BYTES: Final = _KEY_BYTES + _NONCE_BYTES + COMMITMENT_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class SealKeys:
    """What ``derive`` gives for one sealed thing: used for it and never again."""

    key: bytes = field(repr=False)
    nonce: bytes
    commitment: bytes
    cipher: AESGCM = field(init=False, repr=False, compare=False)  # AES-256-GCM under ``key``

    def __post_init__(self) -> None:
        """Set the cipher up once, not for every chunk."""
        object.__setattr__(self, "cipher", AESGCM(self.key))


def seal_keys(key: bytes, *, label: str, context: bytes, salt: bytes) -> SealKeys:
    """Derive AES key (32), starting nonce (12) and commitment (32).

    Args:
        key: the long-lived secret, 32 bytes (joined keys: their fixed lengths).
        label: the type of box, or ``part``.
        context: what the box is bound to, as canonical bytes.
        salt: 32 fresh random bytes.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 32 bytes")
    derived = derive(key, label, salt=salt, context=context, size=_DERIVED_BYTES)
    return SealKeys(
        key=derived[:_KEY_BYTES],
        nonce=derived[_KEY_BYTES : _KEY_BYTES + _NONCE_BYTES],
        commitment=derived[_KEY_BYTES + _NONCE_BYTES :],
    )


def chunk_nonce(start: bytes, *, index: int, last: bool) -> bytes:
    """Return the start nonce with its last 8 bytes XOR u64be(index << 1 | last)."""
    counter = int.from_bytes(start[4:], "big") ^ (index << 1 | int(last))
    return start[:4] + counter.to_bytes(8, "big")


def seal_box(key: bytes, plaintext: bytes, *, label: str, context: bytes, salt: bytes) -> bytes:
    """Seal up to 1 MiB; ``salt`` is 32 bytes, fresh at every write."""
    if len(plaintext) > MAX_BOX_BYTES:
        raise ValueError("a box holds at most 1 MiB")
    keys = seal_keys(key, label=label, context=context, salt=salt)
    nonce = chunk_nonce(keys.nonce, index=0, last=True)
    return salt + keys.commitment + keys.cipher.encrypt(nonce, plaintext, None)


def open_box(key: bytes, sealed: bytes, *, label: str, context: bytes) -> bytes:
    """Open a box.

    Raises:
        SealBrokenError: too short, or changed after sealing.
        TooLargeError: more than 1 MiB and its overhead.
        CommitmentWrongError: another key, label or context.
    """
    if len(sealed) < BOX_OVERHEAD:
        raise SealBrokenError("shorter than an empty box")
    if len(sealed) > MAX_BOX_BYTES + BOX_OVERHEAD:
        raise TooLargeError("a box holds at most 1 MiB")
    salt, rest = sealed[:SALT_BYTES], sealed[SALT_BYTES:]
    keys = seal_keys(key, label=label, context=context, salt=salt)
    if not same(keys.commitment, rest[:COMMITMENT_BYTES]):
        raise CommitmentWrongError(f"not the key of this {label}")
    nonce = chunk_nonce(keys.nonce, index=0, last=True)
    try:
        return keys.cipher.decrypt(nonce, rest[COMMITMENT_BYTES:], None)
    except InvalidTag:
        raise SealBrokenError(f"this {label} was changed") from None
