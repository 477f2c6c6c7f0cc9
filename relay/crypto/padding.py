# SPDX-License-Identifier: EUPL-1.2
"""Sizes that say little: u64be true length | content | zeros, up to a size class.

Letters go up to the next 64 KiB; everything else to the next 64 KiB of its Padme size,
which costs at most 12 % and leaks O(log log n) bits of the length.
Twin: ``web/src/crypto/padding.ts``. Source: Nikitin et al., PURBs (2019), section 4.
"""

from typing import Final

from relay.errors import SizeWrongError

CHUNK_BYTES: Final = 65_536
LENGTH_BYTES: Final = 8


def ceil_chunks(size: int) -> int:
    """Return ``size`` rounded up to whole chunks of 65,536 bytes."""
    return -(-size // CHUNK_BYTES) * CHUNK_BYTES


def padme(size: int) -> int:
    """Return the Padme size of ``size`` bytes (at least 2)."""
    if size < 2:  # noqa: PLR2004 - log2 of the exponent needs at least one bit
        return size
    exponent = size.bit_length() - 1
    kept = exponent.bit_length()
    mask = (1 << (exponent - kept)) - 1 if exponent > kept else 0
    return (size + mask) & ~mask


def padded_size(length: int, *, letter: bool) -> int:
    """Return the size of a part's plaintext whose content has ``length`` bytes."""
    size = LENGTH_BYTES + length
    return ceil_chunks(size if letter else padme(size))


def pad(content: bytes, *, letter: bool) -> bytes:
    """Return u64be length, ``content`` and zeros, up to its size class."""
    size = padded_size(len(content), letter=letter)
    framed = len(content).to_bytes(LENGTH_BYTES, "big") + content
    return framed.ljust(size, b"\x00")


def unpad(padded: bytes, *, letter: bool) -> bytes:
    """Return the content, or refuse anything but the one computed form.

    Raises:
        SizeWrongError: another size than the computed one, or a byte that is not zero.
    """
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    end = LENGTH_BYTES + length
    if end > len(padded) or padded_size(length, letter=letter) != len(padded):
        raise SizeWrongError("padded to another size than the computed one")
    if padded.count(0, end) != len(padded) - end:
        raise SizeWrongError("padding that is not zero")
    return padded[LENGTH_BYTES:end]
