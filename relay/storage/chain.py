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
    """The last event's number and link."""

    seq: int
    chain: str


FIRST_HEAD: Final = Head(0, b64u(bytes(HASH_BYTES)))


def link(head: Head, event: Event) -> tuple[Head, Event]:
    """Number ``event`` and chain it to ``head``; return the new head and the event.

    Raises:
        NotCanonicalError: its digest is not base64url.
        WrongShapeError: its digest has not 32 bytes.
    """
    before = unb64u(head.chain, size=HASH_BYTES)
    chain = b64u(tagged_hash("chain", before + unb64u(event.digest, size=HASH_BYTES)))
    seq = head.seq + 1
    return Head(seq, chain), replace(event, seq=seq, chain=chain)
