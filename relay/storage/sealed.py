# SPDX-License-Identifier: EUPL-1.2
"""Stored boxes: what the server keeps of a message lies under its shred key.

When the slot is zero, every one of them is noise. ``what`` is in the context, so no box
can be passed off as another (``docs/format.md`` section 3).
"""

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import encode
from relay.crypto.derive import SUITE
from relay.records import MessageId, StoredBox


def box_id(message: MessageId, what: str) -> str:
    """Return the id of the stored box ``what`` of ``message``."""
    return f"{message}/{what}"


def seal_stored(shred_key: bytes, content: bytes, *, message: MessageId, what: str, salt: bytes) -> StoredBox:
    """Put ``content`` (at most 1 MiB) under the shred key of its message.

    Args:
        shred_key: 32 bytes, from the message's slot.
        content: what was received: a header, a wrap, a note.
        message: whose it is.
        what: ``header``, ``wrap/<purpose>/<recipient>``, ``note/<hash>``,
            ``notewrap/<hash>/<recipient>`` or ``draft``.
        salt: 32 fresh random bytes.
    """
    box = seal_stored_bytes(shred_key, content, message=message, what=what, salt=salt)
    return StoredBox(id=box_id(message, what), message=message, what=what, box=box)


def open_stored(shred_key: bytes, stored: StoredBox) -> bytes:
    """Return the content of a stored box.

    Raises:
        CommitmentWrongError: another message's key, or a box put in another's place.
        SealBrokenError: the box was changed.
    """
    return open_stored_bytes(shred_key, stored.box, message=stored.message, what=stored.what)


def seal_stored_bytes(
    shred_key: bytes, content: bytes, *, message: MessageId, what: str, salt: bytes
) -> bytes:
    """Seal for a record that holds the box itself: a draft."""
    return seal_box(shred_key, content, label="stored", context=_context(message, what), salt=salt)


def open_stored_bytes(shred_key: bytes, box: bytes, *, message: MessageId, what: str) -> bytes:
    """Open what ``seal_stored_bytes`` made; raises as ``open_stored`` does."""
    return open_box(shred_key, box, label="stored", context=_context(message, what))


def _context(message: MessageId, what: str) -> bytes:
    return encode({"message": message, "suite": SUITE, "what": what})
