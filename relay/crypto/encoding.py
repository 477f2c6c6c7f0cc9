# SPDX-License-Identifier: EUPL-1.2
"""Byte strings as text: base64url without padding, exactly one form each.

Twin: ``web/src/crypto/encoding.ts``.
"""

from typing import Final

import msgspec

from relay.errors import NotCanonicalError, WrongShapeError

_URL_SAFE: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ENDINGS: Final = {2: _URL_SAFE[::16], 3: _URL_SAFE[::4]}
"""What a last, incomplete group of so many characters may end in: its spare bits are zero."""


def b64u(raw: bytes) -> str:
    """Encode ``raw`` as base64url without padding."""
    standard: str = msgspec.to_builtins(raw)
    return standard.rstrip("=").replace("+", "-").replace("/", "_")


def unb64u(text: str, *, size: int | None = None) -> bytes:
    """Decode base64url without padding.

    Args:
        text: letters, digits, ``-`` and ``_`` only.
        size: the length in bytes that it must have, or None for any.

    Raises:
        NotCanonicalError: padding, foreign characters, or stray bits at the end.
        WrongShapeError: another length than ``size``.
    """
    padding = "=" * (-len(text) % 4)
    if "+" in text or "/" in text or "=" in text:
        raise NotCanonicalError("not base64url without padding")
    try:
        raw = msgspec.convert(text.replace("-", "+").replace("_", "/") + padding, bytes)
    except (msgspec.ValidationError, UnicodeEncodeError):
        raise NotCanonicalError("not base64url without padding") from None
    if padding and text[-1] not in _ENDINGS[len(text) % 4]:
        raise NotCanonicalError("base64url with stray bits")
    if size is not None and len(raw) != size:
        raise WrongShapeError(f"{len(raw)} bytes where {size} belong")
    return raw
