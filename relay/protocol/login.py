# SPDX-License-Identifier: EUPL-1.2
"""Signing in: a login key signs account, slot type, origin, nonce and time.

Origin and nonce keep an answer from being used elsewhere or twice; the passphrase itself
never leaves the client. Twin: ``web/src/protocol/login.ts``.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.signing import Statement, verify
from relay.errors import ClockOffError, WrongContextError
from relay.protocol.shape import binary, integer, one_of, read_statement, text, write_statement

MAX_CLOCK_SECONDS: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """What is signed; ``time`` in whole seconds since 1970."""

    programme: str
    account: str
    slot: str
    origin: str
    nonce: str
    time: int


_LOGIN: Final = {
    "account": text(r"[0-9A-HJKMNP-TV-Z]{8}"),
    "slot": one_of("passphrase", "kit", "link"),
    "origin": text(r"https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?"),
    "nonce": binary(32),
    "time": integer(),
}


def parse_login(body: bytes) -> Login:
    """Read a ``login`` body; raises as ``shape.read_statement``."""
    return Login(**read_statement(body, "login", _LOGIN))


def build_login(login: Login) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("login", login)
    parse_login(body)
    return body


def verify_login(statement: Statement, *, login_key: bytes, expected: Login, now: int) -> Login:
    """Believe an answer to a challenge, or refuse.

    Args:
        statement: as received.
        login_key: the slot's login public key, 32 bytes.
        expected: what the server asked for; its ``time`` is not compared.
        now: the server's time in seconds.

    Raises:
        WrongContextError: another account, slot, origin, nonce or programme.
        SignatureWrongError: not signed by that login key.
        ClockOffError: more than ten minutes away.
    """
    login = parse_login(statement.body)
    asked = (expected.programme, expected.account, expected.slot, expected.origin, expected.nonce)
    if (login.programme, login.account, login.slot, login.origin, login.nonce) != asked:
        raise WrongContextError("an answer to another challenge")
    verify(statement, "login", public_key=login_key)
    if abs(login.time - now) > MAX_CLOCK_SECONDS:
        raise ClockOffError("the clocks differ by more than ten minutes")
    return login
