# SPDX-License-Identifier: EUPL-1.2
"""Byte strings as text: base64url without padding, exactly one form each.

Twin: ``web/src/crypto/encoding.ts``.
"""

import base64
import re
from typing import Final

from relay.errors import NotCanonicalError, WrongShapeError

_B64U: Final = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)


def b64u(raw: bytes) -> str:
    """Encode ``raw`` as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def unb64u(text: str, *, size: int | None = None) -> bytes:
    """Decode base64url without padding.

    Args:
        text: letters, digits, ``-`` and ``_`` only.
        size: the length in bytes that it must have, or None for any.

    Raises:
        NotCanonicalError: padding, foreign characters, or stray bits at the end.
        WrongShapeError: another length than ``size``.
    """
    if _B64U.fullmatch(text) is None or len(text) % 4 == 1:
        raise NotCanonicalError("not base64url without padding")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if b64u(raw) != text:
        raise NotCanonicalError("base64url with stray bits")
    if size is not None and len(raw) != size:
        raise WrongShapeError(f"{len(raw)} bytes where {size} belong")
    return raw
