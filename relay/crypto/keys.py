# SPDX-License-Identifier: EUPL-1.2
"""Keys from seeds, and the short names by which statements call them.

A seed is 32 bytes and is the whole secret: nothing else is ever stored of a key.
Twin: ``web/src/crypto/keys.ts``. Sources: RFC 8032; draft-connolly-cfrg-xwing-kem section 5.2.
"""

import hashlib
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey
from nacl.signing import SigningKey

from relay.crypto.derive import derive, sha256
from relay.crypto.encoding import b64u
from relay.errors import WrapBrokenError

SEED_BYTES: Final = 32
SIGNING_KEY_BYTES: Final = 32
KEM_KEY_BYTES: Final = 1_216
ID_BYTES: Final = 16
_MLKEM_SEED_BYTES: Final = 64
_MLKEM_KEY_BYTES: Final = 1_184


def signing_public_key(seed: bytes) -> bytes:
    """Return the 32-byte Ed25519 public key of a 32-byte seed."""
    return bytes(SigningKey(seed).verify_key)


def key_id(public_key: bytes) -> bytes:
    """Return the 32-byte name of a public key: its SHA-256."""
    return sha256(public_key)


def short_id(public_key: bytes) -> str:
    """Return the id of a mediator or manager: the first 16 bytes of the key id, as text."""
    return b64u(key_id(public_key)[:ID_BYTES])


def programme_id(root_public_key: bytes) -> str:
    """Return the programme's id: the first 16 bytes of its root's fingerprint, as text."""
    return short_id(root_public_key)


def _expanded(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    if len(seed) != SEED_BYTES:
        raise ValueError("an X-Wing seed has 32 bytes")
    expanded = hashlib.shake_256(seed).digest(_MLKEM_SEED_BYTES + SEED_BYTES)
    return (
        MLKEM768PrivateKey.from_seed_bytes(expanded[:_MLKEM_SEED_BYTES]),
        X25519PrivateKey.from_private_bytes(expanded[_MLKEM_SEED_BYTES:]),
    )


def kem_private_key(seed: bytes) -> MLKEM768X25519PrivateKey:
    """Return the X-Wing private key of a 32-byte seed."""
    return MLKEM768X25519PrivateKey(*_expanded(seed))


def kem_public_key(seed: bytes) -> bytes:
    """Return the 1,216-byte X-Wing public key of a 32-byte seed."""
    lattice, curve = _expanded(seed)
    return lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def read_kem_public_key(public_key: bytes) -> MLKEM768X25519PublicKey:
    """Read an X-Wing public key of 1,216 bytes.

    Raises:
        WrapBrokenError: not a valid key.
    """
    try:
        return MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public_key[:_MLKEM_KEY_BYTES]),
            X25519PublicKey.from_public_bytes(public_key[_MLKEM_KEY_BYTES:]),
        )
    except ValueError:
        raise WrapBrokenError("not an X-Wing public key") from None


def identity_seed(master: bytes) -> bytes:
    """Return the Ed25519 seed of a person's signatures, from their 32-byte master."""
    return derive(master, "identity")


def kem_seed(master: bytes) -> bytes:
    """Return the X-Wing seed of a person, from their 32-byte master."""
    return derive(master, "kem")


def draft_key(master: bytes) -> bytes:
    """Return the key of a person's stored drafts, from their 32-byte master."""
    return derive(master, "draft")


def bundle_key(master: bytes) -> bytes:
    """Return the key of a person's bundle, from their 32-byte master."""
    return derive(master, "bundle")


def withdraw_seed(master: bytes, message: bytes) -> bytes:
    """Return the ``wk`` seed of one message.

    Args:
        master: 32 bytes.
        message: the message id, 16 bytes.
    """
    return derive(derive(master, "withdraw"), "wk", context=message)
