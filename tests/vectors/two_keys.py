# SPDX-License-Identifier: EUPL-1.2
"""A box whose ciphertext AES-GCM opens under two keys, to two different texts.

What an attacker would make, so that a mediator reads one letter and the addressee
another; the commitment refuses it. GCM's tag is linear in the ciphertext blocks over
GF(2^128), so one free block is solved for. Source: Dodis et al., Fast Message Franking
(2018), section 3; NIST SP 800-38D.
"""

from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from relay.crypto.box import chunk_nonce, seal_keys
from relay.crypto.derive import sha256

BLOCKS: Final = 4
_REDUCTION: Final = 0xE1 << 120


def _multiply(one: int, other: int) -> int:
    product = 0
    for at in range(128):
        if other >> (127 - at) & 1:
            product ^= one
        one = (one >> 1) ^ (_REDUCTION if one & 1 else 0)
    return product


def _power(value: int, exponent: int) -> int:
    result = 1 << 127
    while exponent:
        if exponent & 1:
            result = _multiply(result, value)
        value, exponent = _multiply(value, value), exponent >> 1
    return result


def _block(key: bytes, block: bytes) -> int:
    # One block of AES itself, to get GHASH's key: no mode of operation is meant.
    cipher = Cipher(AES(key), ECB()).encryptor()  # noqa: S305
    return int.from_bytes(cipher.update(block), "big")


def two_key_box(secret: bytes, *, context: bytes) -> tuple[bytes, bytes, bytes]:
    """Return a ``note`` box committing to a first key, that key, and a second that opens it too.

    The last block of ciphertext is solved so that both keys give the same tag.
    """
    salt, first, second = sha256(secret + b"salt"), sha256(secret + b"1"), sha256(secret + b"2")
    keys = [seal_keys(key, label="note", context=context, salt=salt) for key in (first, second)]
    nonces = [chunk_nonce(one.nonce, index=0, last=True) for one in keys]
    hashers = [_block(one.key, bytes(16)) for one in keys]
    masks = [_block(one.key, nonce + b"\x00\x00\x00\x01") for one, nonce in zip(keys, nonces, strict=True)]
    text = b"The letter that the mediator reads, as the first key opens it.."[: 16 * (BLOCKS - 1)]
    head = AESGCM(keys[0].key).encrypt(nonces[0], text, None)[: len(text)]
    blocks = [int.from_bytes(head[at : at + 16], "big") for at in range(0, len(head), 16)]
    lengths = 128 * BLOCKS
    # tag_k = mask_k + sum(block_i * H_k^(n+1-i)) + lengths * H_k; the free block is the last one.
    constant = 0
    for hasher, mask in zip(hashers, masks, strict=True):
        constant ^= mask ^ _multiply(lengths, hasher)
        for at, block in enumerate(blocks):
            constant ^= _multiply(block, _power(hasher, BLOCKS + 1 - at))
    factor = _power(hashers[0], 2) ^ _power(hashers[1], 2)
    free = _multiply(constant, _power(factor, 2**128 - 2))
    blocks.append(free)
    tag = masks[0] ^ _multiply(lengths, hashers[0])
    for at, block in enumerate(blocks):
        tag ^= _multiply(block, _power(hashers[0], BLOCKS + 1 - at))
    sealed = b"".join(block.to_bytes(16, "big") for block in (*blocks, tag))
    for one, nonce in zip(keys, nonces, strict=True):
        AESGCM(one.key).decrypt(nonce, sealed, None)  # both open: the attack is real
    return salt + keys[0].commitment + sealed, first, second
