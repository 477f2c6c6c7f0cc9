# SPDX-License-Identifier: EUPL-1.2
"""A letter whose one chunk AES-GCM opens under two content keys (Dodis et al., Fast Message Franking, 2018).

GCM's tag is linear in the ciphertext blocks over GF(2^128), so the last block is solved for
such that both keys give one tag; what the format adds, a commitment to the key, refuses it.
"""

from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from relay.crypto.box import SealKeys, chunk_nonce

_REDUCTION: Final = 0xE1 << 120
_BLOCK: Final = 16


def _times(one: int, other: int) -> int:
    product = 0
    for at in range(128):
        if other >> (127 - at) & 1:
            product ^= one
        one = (one >> 1) ^ (_REDUCTION if one & 1 else 0)
    return product


def _inverse(value: int) -> int:
    result, power = 1 << 127, value
    for _ in range(127):
        power = _times(power, power)
        result = _times(result, power)
    return result


def _block(key: bytes, block: bytes) -> int:
    # One block of AES itself, to get GHASH's key: no mode of operation is meant.
    return int.from_bytes(Cipher(AES(key), ECB()).encryptor().update(block), "big")  # noqa: S305


def _hashed(hasher: int, blocks: list[int]) -> int:
    """Return GHASH over blocks that a zero block follows in the last one's place, without the lengths."""
    total = 0
    for block in blocks:
        total = _times(total ^ block, hasher)
    return total


def two_key_chunk(first: SealKeys, second: SealKeys, plaintext: bytes) -> bytes:
    """Return a chunk that opens under both keys: to ``plaintext`` but for its last block under the first."""
    nonces = [chunk_nonce(one.nonce, index=0, last=True) for one in (first, second)]
    head = AESGCM(first.key).encrypt(nonces[0], plaintext, None)[: len(plaintext) - _BLOCK]
    blocks = [int.from_bytes(head[at : at + _BLOCK], "big") for at in range(0, len(head), _BLOCK)]
    lengths = len(plaintext) * 8
    hashers = [_block(one.key, bytes(_BLOCK)) for one in (first, second)]
    masks = [
        _block(one.key, nonce + b"\x00\x00\x00\x01")
        for one, nonce in zip((first, second), nonces, strict=True)
    ]
    # tag = mask + ((ghash(head) + free) * H + lengths) * H, the same under both keys.
    known = [
        mask ^ _times(_times(_hashed(hasher, blocks), hasher) ^ lengths, hasher)
        for hasher, mask in zip(hashers, masks, strict=True)
    ]
    factors = [_times(hasher, hasher) for hasher in hashers]
    free = _times(known[0] ^ known[1], _inverse(factors[0] ^ factors[1]))
    tag = known[0] ^ _times(free, factors[0])
    sealed = head + b"".join(part.to_bytes(_BLOCK, "big") for part in (free, tag))
    for one, nonce in zip((first, second), nonces, strict=True):
        AESGCM(one.key).decrypt(nonce, sealed, None)  # both open: the attack is real
    return sealed
