# SPDX-License-Identifier: EUPL-1.2
"""The hash tree over a part's stored chunks: leaves, root, and what fits it.

A leaf table is believed only when its length is the manifest's count and its root the
signed one; a chunk only when its leaf is in that table. Length is checked before
anything is hashed, so a long table costs an attacker more than us.
Twin: ``web/src/crypto/tree.ts``. Source: RFC 6962 section 2.1.
"""

from collections.abc import Sequence
from typing import Final

from relay.crypto.derive import HASH_BYTES, same, sha256
from relay.errors import TreeWrongError

_LEAF: Final = b"\x00"
_NODE: Final = b"\x01"


def leaf_hash(chunk: bytes) -> bytes:
    """Return SHA-256(0x00 | stored chunk)."""
    return sha256(_LEAF + chunk)


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the RFC 6962 root of one or more 32-byte leaves.

    Level by level: an odd node at the end of a level moves up unchanged, which is the
    same tree as RFC 6962's split at the largest power of two.
    """
    if not leaves:
        raise ValueError("a part has at least one chunk")
    level = list(leaves)
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [sha256(_NODE + left + right) for left, right in pairs]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def open_table(table: bytes, *, count: int, root: bytes) -> tuple[bytes, ...]:
    """Split a leaf table into leaves after checking it.

    Args:
        table: ``count`` leaves of 32 bytes, one after the other.
        count: the number of chunks, from the manifest.
        root: 32 bytes, from the manifest.

    Raises:
        TreeWrongError: another length, or another root.
    """
    if len(table) != count * HASH_BYTES or count < 1:
        raise TreeWrongError(f"a table of {len(table)} bytes for {count} chunks")
    leaves = tuple(table[at : at + HASH_BYTES] for at in range(0, len(table), HASH_BYTES))
    if not same(root_of(leaves), root):
        raise TreeWrongError("the table does not lead to the signed root")
    return leaves


def check_chunk(chunk: bytes, *, leaf: bytes) -> None:
    """Refuse a stored chunk that is not the one its leaf names.

    Raises:
        TreeWrongError: another chunk.
    """
    if not same(leaf_hash(chunk), leaf):
        raise TreeWrongError("a chunk does not fit its leaf")
