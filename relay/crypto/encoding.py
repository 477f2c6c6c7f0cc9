# SPDX-License-Identifier: EUPL-1.2
"""Byte strings as text: base64url without padding, exactly one form each.

Twin: ``web/src/crypto/encoding.ts``.
"""

import binascii
from typing import Final

from relay.errors import NotCanonicalError, WrongShapeError

_STANDARD: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_URL_SAFE: Final = _STANDARD[:-2] + b"-_"
_WRITE: Final = bytes.maketrans(_STANDARD, _URL_SAFE)
_FOREIGN: Final = b"!"
_READ: Final = bytes.maketrans(b"+/=" + _URL_SAFE, _FOREIGN * 3 + _STANDARD)
_ENDINGS: Final = {2: _URL_SAFE[::16], 3: _URL_SAFE[::4]}
"""What a last, incomplete group of so many characters may end in: its spare bits are zero."""


def b64u(raw: bytes) -> str:
    """Encode ``raw`` as base64url without padding."""
    return binascii.b2a_base64(raw, newline=False).translate(_WRITE, b"=").decode("ascii")


def unb64u(text: str, *, size: int | None = None) -> bytes:
    """Decode base64url without padding.

    Args:
        text: letters, digits, ``-`` and ``_`` only.
        size: the length in bytes that it must have, or None for any.

    Raises:
        NotCanonicalError: padding, foreign characters, or stray bits at the end.
        WrongShapeError: another length than ``size``.
    """
    try:
        ascii_text = text.encode("ascii")
        padding = b"=" * (-len(ascii_text) % 4)
        raw = binascii.a2b_base64(ascii_text.translate(_READ) + padding, strict_mode=True)
    except ValueError:
        raise NotCanonicalError("not base64url without padding") from None
    if padding and ascii_text[-1] not in _ENDINGS[len(ascii_text) % 4]:
        raise NotCanonicalError("base64url with stray bits")
    if size is not None and len(raw) != size:
        raise WrongShapeError(f"{len(raw)} bytes where {size} belong")
    return raw
