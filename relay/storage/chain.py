# SPDX-License-Identifier: EUPL-1.2
"""The chain through the accountability list: each event's hash covers all before it.

Source: ``docs/format.md`` section 2.
"""

from dataclasses import dataclass, replace
from typing import Final

from relay.crypto.derive import HASH_BYTES, tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.records import Event


@dataclass(frozen=True, slots=True)
class Head:
    """The last event's number and its link, 32 bytes."""

    seq: int
    link: bytes


FIRST_HEAD: Final = Head(0, bytes(HASH_BYTES))


def digest_bytes(event: Event) -> bytes:
    """Return the hash that an event carries, 32 bytes.

    Raises:
        NotCanonicalError: it is not base64url.
        WrongShapeError: it has not 32 bytes.
    """
    return unb64u(event.digest, size=HASH_BYTES)


def next_head(head: Head, digest: bytes) -> Head:
    """Return the head after an event with ``digest``, 32 bytes."""
    return Head(head.seq + 1, tagged_hash("chain", head.link + digest))


def chain_event(head: Head, event: Event) -> tuple[Head, Event]:
    """Number ``event`` and chain it to ``head``; return the new head and the event.

    Raises:
        NotCanonicalError, WrongShapeError: its digest is none.
    """
    after = next_head(head, digest_bytes(event))
    return after, replace(event, seq=after.seq, chain=b64u(after.link))
