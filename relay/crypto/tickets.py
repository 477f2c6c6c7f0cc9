# SPDX-License-Identifier: EUPL-1.2
"""Enrolment tickets: what 128 bits on paper prove to both sides.

The server carries both messages and knows neither key, so it cannot put in a key of its
own: MAC1 binds the newcomer's keys, MAC2 binds the certificate, root, directory and
policy. Twin: ``web/src/crypto/tickets.ts``. Source: protocol.md section 3.
"""

from typing import Final

from relay.crypto.derive import derive, mac, same, tagged_hash
from relay.crypto.encoding import b64u
from relay.errors import TicketWrongError

LOOKUP_BYTES: Final = 16
_SAFETY_GROUPS: Final = 6


def lookup_id(ticket: bytes) -> str:
    """Return the 22-character name by which the server knows a 16-byte ticket."""
    return b64u(derive(ticket, "enrol-id")[:LOOKUP_BYTES])


def participant_mac(ticket: bytes, request: bytes) -> bytes:
    """Return MAC1 over the canonical enrolment request."""
    return mac(derive(ticket, "enrol-participant"), request)


def mediator_mac(ticket: bytes, answer: bytes) -> bytes:
    """Return MAC2 over the canonical enrolment answer."""
    return mac(derive(ticket, "enrol-mediator"), answer)


def check_participant_mac(ticket: bytes, request: bytes, *, mac1: bytes) -> None:
    """Refuse keys that did not come from the holder of the ticket.

    Raises:
        TicketWrongError: another ticket, or other keys.
    """
    if not same(participant_mac(ticket, request), mac1):
        raise TicketWrongError("MAC1 does not fit")


def check_mediator_mac(ticket: bytes, answer: bytes, *, mac2: bytes) -> None:
    """Refuse a certificate, root, directory or policy that the mediator did not name.

    Raises:
        TicketWrongError: another ticket, or other statements.
    """
    if not same(mediator_mac(ticket, answer), mac2):
        raise TicketWrongError("MAC2 does not fit")


def safety_number(one: bytes, other: bytes) -> str:
    """Return six groups of five digits to compare by voice; the same for both people.

    Args:
        one: an identity public key, 32 bytes.
        other: the other person's; the order does not matter.
    """
    digest = tagged_hash("safety", b"".join(sorted((one, other))))
    groups = (int.from_bytes(digest[5 * at : 5 * at + 5], "big") for at in range(_SAFETY_GROUPS))
    return " ".join(f"{group % 100_000:05}" for group in groups)
