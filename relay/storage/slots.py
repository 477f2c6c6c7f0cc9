# SPDX-License-Identifier: EUPL-1.2
"""One slot of the slot file, and what several copies of it together say. No I/O.

Source: ``docs/format.md`` section 7. A slot lies within one sector, so a torn one is
rare; whatever is neither free, nor valid, nor zero is torn.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relay.storage.contract import StorageBrokenError

SLOT_BYTES: Final = 128
MESSAGE_BYTES: Final = 16
KEY_BYTES: Final = 32

HEADER: Final = b"RJSLOTS1".ljust(SLOT_BYTES, b"\0")
FREE: Final = b"FREE".ljust(SLOT_BYTES, b"\0")
DESTROYED: Final = bytes(SLOT_BYTES)

_USED: Final = b"USED\0\0\0\0"
_MARK_END: Final = len(_USED)
_MESSAGE_END: Final = _MARK_END + MESSAGE_BYTES
_CHECK_END: Final = _MESSAGE_END + 32
_KEY_END: Final = _CHECK_END + KEY_BYTES


@dataclass(frozen=True, slots=True)
class Used:
    """What a valid used slot holds: 16 bytes of message id, 32 bytes of key."""

    message: bytes
    key: bytes


def check_key(key: bytes) -> None:
    """Refuse what cannot be a shred key.

    Raises:
        ValueError: not 32 bytes, or all zero (our bug).
    """
    if len(key) != KEY_BYTES or not any(key):
        raise ValueError("a shred key has 32 bytes and is not zero")


def used_slot(message: bytes, key: bytes) -> bytes:
    """Return the 128 bytes of a used slot."""
    check_key(key)
    if len(message) != MESSAGE_BYTES:
        raise ValueError("a message id has 16 bytes")
    return (_USED + message + _check(message, key) + key).ljust(SLOT_BYTES, b"\0")


def read_slot(slot: bytes) -> Used | None:
    """Return what a slot holds, or None where it holds no valid key."""
    message, key = slot[_MARK_END:_MESSAGE_END], slot[_CHECK_END:_KEY_END]
    if slot[:_MARK_END] != _USED or not any(key) or any(slot[_KEY_END:]):
        return None
    if not hmac.compare_digest(slot[_MESSAGE_END:_CHECK_END], _check(message, key)):
        return None
    return Used(message, key)


def agreed(copies: Sequence[bytes]) -> bytes:
    """Return what every copy of one slot has to be, given what they are.

    One zero copy destroys all: a withdrawal may have been cut off half way. One valid
    copy repairs the torn and the free ones: an allocation may have been. Torn without a
    valid copy was never acknowledged, or was being destroyed: zero.

    Raises:
        StorageBrokenError: two copies hold different keys: not mirrors of each other.
    """
    if DESTROYED in copies:
        return DESTROYED
    used = {copy for copy in copies if read_slot(copy) is not None}
    if len(used) > 1:
        raise StorageBrokenError("two slot files hold different keys in one slot")
    if used:
        return used.pop()
    return FREE if all(copy == FREE for copy in copies) else DESTROYED


def _check(message: bytes, key: bytes) -> bytes:
    return hashlib.sha256(b"rj-relay/v1/slot" + message + key).digest()
