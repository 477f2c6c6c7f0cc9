# SPDX-License-Identifier: EUPL-1.2
"""A voucher on its way: one of a mediator's two signatures, carried to who signs the second.

The voucher inside is all that the directory will hold, and it says neither when nor to whom
it was given. Around it the signer says the day, so that a file that lay about for months is
not signed on, and a changed one is told from a whole one.
Twin: ``web/src/protocol/vouching.ts``. Source: docs/adr/0019.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, sign, verify
from relay.errors import ExpiredError, WrongContextError
from relay.protocol.directory import Mediator, Voucher, build_mediator, vouch
from relay.protocol.root import VerifiedRoot, find_manager, key_id_text
from relay.protocol.shape import (
    day,
    day_number,
    kem_key,
    public_key,
    read_statement,
    signature,
    write_statement,
)

DAYS: Final = 14
"""As long as a ticket lasts: after that its mediator would have to begin anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouching:
    """For whom a manager or the root vouched, on which day; ``sig`` is the voucher's, 64 bytes as text."""

    programme: str
    mediator: str
    kem: str
    sig: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedVouching:
    """A vouching that may be believed: the mediator, and the voucher for the directory."""

    mediator: Mediator
    voucher: Voucher


_VOUCHING: Final = {"mediator": public_key, "kem": kem_key, "sig": signature, "day": day}


def parse_vouching(body: bytes) -> Vouching:
    """Read a ``vouching`` body; raises as ``shape.read_statement``."""
    return Vouching(**read_statement(body, "vouching", _VOUCHING))


def build_vouching(vouching: Vouching) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("vouching", vouching)
    parse_vouching(body)
    return body


def sign_vouching(seed: bytes, mediator: Mediator, *, today: str) -> Statement:
    """Vouch for a mediator with a 32-byte seed, to be carried to who signs the second time."""
    made = Vouching(
        programme=mediator.programme,
        mediator=mediator.mediator,
        kem=mediator.kem,
        sig=vouch(seed, mediator).sig,
        day=today,
    )
    return sign(seed, "vouching", body=build_vouching(made))


def verify_vouching(statement: Statement, *, root: VerifiedRoot, today: str) -> VerifiedVouching:
    """Believe a vouching, or refuse.

    Args:
        statement: as received.
        root: the verified root.
        today: the day, UTC.

    Raises:
        WrongContextError: another programme.
        SignerNotAllowedError, RevokedError, SignatureWrongError: neither an active manager's nor the
            root's, or the voucher inside does not verify.
        ExpiredError: older than 14 days, or of a day to come.
    """
    found = parse_vouching(statement.body)
    if found.programme != root.root.programme:
        raise WrongContextError("a vouching of another programme")
    own_root = b64u(statement.key) == key_id_text(root.root.root)
    public = unb64u(root.root.root) if own_root else find_manager(root.root, statement.key)
    verify(statement, "vouching", public_key=public)
    mediator = Mediator(programme=found.programme, mediator=found.mediator, kem=found.kem)
    inner = Statement(body=build_mediator(mediator), key=statement.key, sig=unb64u(found.sig))
    verify(inner, "mediator", public_key=public)
    age = day_number(today) - day_number(found.day)
    if not -1 <= age <= DAYS:  # a day ahead: whose clock is right nobody knows
        raise ExpiredError("a vouching that has lain about")
    voucher = Voucher(mediator=key_id_text(found.mediator), key=b64u(statement.key), sig=found.sig)
    return VerifiedVouching(mediator=mediator, voucher=voucher)
