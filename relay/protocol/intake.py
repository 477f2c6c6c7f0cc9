# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part: words sealed to the programme before anybody has a key.

No statement: whoever asks has nothing to sign with. One box, and one wrap of its key for
the intake key that the directory names.
Twin: ``web/src/protocol/intake.ts``. Source: docs/adr/0015.
"""

from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import encode
from relay.crypto.derive import SUITE
from relay.crypto.wrapping import unwrap, wrap
from relay.protocol.intake_key import intake_subject

INTAKE_LABEL: Final = "intake"


def intake_context(programme: str, intake: str) -> bytes:
    """Return the canonical context of an intake's box."""
    return encode({"intake": intake, "programme": programme, "suite": SUITE})


def seal_intake(key: bytes, content: bytes, *, context: bytes, salt: bytes) -> bytes:
    """Seal what somebody asks under a random key; ``salt``: 32 fresh bytes."""
    return seal_box(key, content, label=INTAKE_LABEL, context=context, salt=salt)


def wrap_intake(kem: bytes, key: bytes, *, box: bytes) -> bytes:
    """Wrap an intake's key for the directory's intake key; raises as ``wrapping.wrap``."""
    return wrap(kem, key, purpose="intake", subject=intake_subject(box))


def open_intake(seed: bytes, box: bytes, *, wrapped: bytes, context: bytes) -> bytes:
    """Open what somebody asks.

    Args:
        seed: the intake key's 32-byte seed.
        box: the sealed words.
        wrapped: the wrap that came with them.
        context: of ``intake_context``.

    Raises:
        WrapBrokenError: changed, for another key, or of another box.
        CommitmentWrongError: another programme or intake.
        SealBrokenError: the box was changed.
    """
    key = unwrap(seed, wrapped, purpose="intake", subject=intake_subject(box))
    return open_box(key, box, label=INTAKE_LABEL, context=context)
