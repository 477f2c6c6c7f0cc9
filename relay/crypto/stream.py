# SPDX-License-Identifier: EUPL-1.2
"""A part's bytes in chunks that can be checked and opened one by one, at any seek.

Plaintext chunks are 65,536 bytes, all full; stored chunks 65,552. The nonce holds index
and last flag, so a chunk moved, repeated or cut off does not open; the key is derived
for this one part, so the counter nonce cannot repeat. Never two plaintexts under one
content key, salt and context: who lost the sealed file draws all of them anew.
Twin: ``web/src/crypto/stream.ts``. The nonce follows STREAM (Hoang et al., 2015).
"""

from collections.abc import Iterator
from typing import Final

from cryptography.exceptions import InvalidTag

from relay.crypto.box import TAG_BYTES, SealKeys, chunk_nonce, seal_keys
from relay.crypto.derive import same
from relay.crypto.padding import CHUNK_BYTES
from relay.errors import CommitmentWrongError, SealBrokenError

STORED_CHUNK_BYTES: Final = CHUNK_BYTES + TAG_BYTES
PART_LABEL: Final = "part"


def part_keys(content_key: bytes, *, salt: bytes, context: bytes) -> SealKeys:
    """Derive a part's keys.

    Args:
        content_key: 32 bytes, one per message.
        salt: 32 random bytes, one per part.
        context: the part's canonical context (``protocol/manifest.py``).
    """
    return seal_keys(content_key, label=PART_LABEL, context=context, salt=salt)


def check_commitment(keys: SealKeys, commitment: bytes) -> None:
    """Refuse a key that the sealed part does not commit to, before opening anything.

    Raises:
        CommitmentWrongError: another content key, salt or context.
    """
    if not same(keys.commitment, commitment):
        raise CommitmentWrongError("not the key of this part")


def seal_chunk(keys: SealKeys, plaintext: bytes, *, index: int, last: bool) -> bytes:
    """Seal one full chunk of 65,536 bytes into 65,552."""
    if len(plaintext) != CHUNK_BYTES:
        raise ValueError("chunks are full")
    nonce = chunk_nonce(keys.nonce, index=index, last=last)
    return keys.cipher.encrypt(nonce, plaintext, None)


def open_chunk(keys: SealKeys, sealed: bytes, *, index: int, last: bool) -> bytes:
    """Open chunk ``index`` of a part into 65,536 bytes.

    Args:
        keys: derived for this one part.
        sealed: 65,552 bytes.
        index: from 0, from the manifest and never from the sender of the bytes.
        last: true for the final chunk only.

    Raises:
        SealBrokenError: changed, moved, cut, or another part's chunk.
    """
    if len(sealed) != STORED_CHUNK_BYTES:
        raise SealBrokenError(f"a stored chunk of {len(sealed)} bytes")
    nonce = chunk_nonce(keys.nonce, index=index, last=last)
    try:
        return keys.cipher.decrypt(nonce, sealed, None)
    except InvalidTag:
        raise SealBrokenError(f"chunk {index} does not open") from None


def seal_stream(keys: SealKeys, padded: bytes) -> Iterator[bytes]:
    """Seal padded plaintext (a positive multiple of 65,536 bytes), chunk by chunk."""
    count, rest = divmod(len(padded), CHUNK_BYTES)
    if rest or not count:
        raise ValueError("padded plaintext is whole chunks")
    for index in range(count):
        chunk = padded[index * CHUNK_BYTES : (index + 1) * CHUNK_BYTES]
        yield seal_chunk(keys, chunk, index=index, last=index == count - 1)


def split_stored(stored: bytes, *, count: int) -> tuple[bytes, ...]:
    """Split a stored part into its chunks.

    Raises:
        SealBrokenError: not exactly ``count`` stored chunks long.
    """
    if len(stored) != count * STORED_CHUNK_BYTES or count < 1:
        raise SealBrokenError(f"{len(stored)} bytes for {count} chunks")
    return tuple(stored[at : at + STORED_CHUNK_BYTES] for at in range(0, len(stored), STORED_CHUNK_BYTES))


def open_stream(keys: SealKeys, stored: bytes, *, count: int) -> bytes:
    """Open a whole stored part into its padded plaintext.

    Raises:
        SealBrokenError: any chunk is not the one that was sealed at its place.
    """
    chunks = split_stored(stored, count=count)
    return b"".join(
        open_chunk(keys, chunk, index=index, last=index == count - 1) for index, chunk in enumerate(chunks)
    )
