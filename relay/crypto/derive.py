# SPDX-License-Identifier: EUPL-1.2
"""The only hash and the only key derivation: ``H(kind, b)`` and ``derive(key, label)``.

Twin: ``web/src/crypto/derive.ts``. Sources: RFC 5869, protocol.md section 2.
"""

import hashlib
import hmac
from typing import Final

PREFIX: Final = b"rj-relay/v1/"
SUITE: Final = 1
SUITE_BYTE: Final = b"\x01"
ZERO_SALT: Final = bytes(32)
HASH_BYTES: Final = 32
_MOST_BYTES: Final = 255 * HASH_BYTES


def sha256(raw: bytes) -> bytes:
    """Return the 32-byte SHA-256 of ``raw``."""
    return hashlib.sha256(raw).digest()


def tagged_hash(kind: str, content: bytes) -> bytes:
    """Return ``H(kind, content)``: 32 bytes, never equal across kinds."""
    return sha256(PREFIX + kind.encode("ascii") + b"\x00" + content)


def mac(key: bytes, content: bytes) -> bytes:
    """Return the 32-byte HMAC-SHA256 of ``content``."""
    return hmac.digest(key, content, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare two secrets in time that does not depend on where they differ."""
    return hmac.compare_digest(one, other)


def derive(key: bytes, label: str, *, salt: bytes = ZERO_SALT, context: bytes = b"", size: int = 32) -> bytes:
    """Derive ``size`` bytes for one purpose.

    Args:
        key: secret input; keys that are joined have fixed lengths.
        label: ASCII, one per purpose.
        salt: 32 zero bytes unless the purpose draws one.
        context: hashed into the derivation; another context, another key.
        size: 1 to 8,160 bytes.
    """
    info = PREFIX + label.encode("ascii") + b"\x00" + SUITE_BYTE + sha256(context)
    return hkdf_expand(mac(salt, key), info, size=size)


def hkdf_expand(pseudorandom_key: bytes, info: bytes, *, size: int) -> bytes:
    """RFC 5869 section 2.3 with SHA-256: 1 to 8,160 bytes."""
    if not 0 < size <= _MOST_BYTES:
        raise ValueError(f"cannot derive {size} bytes")
    output, block, counter = b"", b"", 1
    while len(output) < size:
        block = mac(pseudorandom_key, block + info + bytes([counter]))
        output += block
        counter += 1
    return output[:size]
