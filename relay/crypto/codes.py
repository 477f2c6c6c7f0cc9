# SPDX-License-Identifier: EUPL-1.2
"""Codes that people copy by hand: Crockford base32 with check characters.

Read case-blind, with I and L as 1, O as 0, and dashes and spaces ignored; a slip of the
pen is told apart from a wrong code. Tickets, kits and links hold 16 bytes, account
numbers seven random characters.
Twin: ``web/src/crypto/codes.ts``. Source: Crockford, Base 32.
"""

from typing import Final, Literal

from relay.crypto.derive import tagged_hash
from relay.errors import CodeWrongError

CodeKind = Literal["ticket", "kit"]

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES: Final = 16
ACCOUNT_CHARACTERS: Final = 8
_SECRET_CHARACTERS: Final = 26
_CODE_CHARACTERS: Final = 28
_SPARE_BITS: Final = 2
_GROUP: Final = 4
_READ_AS: Final = str.maketrans("abcdefghijklmnopqrstuvwxyzILO", "ABCDEFGH1JK1MN0PQRSTUVWXYZ110")
_IGNORED: Final = str.maketrans("", "", "- ")


def _characters(value: int, count: int) -> str:
    return "".join(ALPHABET[value >> 5 * (count - 1 - at) & 31] for at in range(count))


def _read(text: str, *, count: int) -> str:
    code = text.translate(_IGNORED).translate(_READ_AS)
    if len(code) != count or any(character not in ALPHABET for character in code):
        raise CodeWrongError(f"not {count} characters of a code")
    return code


def _value(code: str) -> int:
    value = 0
    for character in code:
        value = value << 5 | ALPHABET.index(character)
    return value


def _secret_check(kind: CodeKind, secret: bytes) -> str:
    return _characters(int.from_bytes(tagged_hash(f"{kind}-check", secret)[:2], "big") >> 6, 2)


def write_code(secret: bytes, *, kind: CodeKind) -> str:
    """Write 16 bytes as 28 characters, ungrouped."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a code holds 16 bytes")
    value = int.from_bytes(secret, "big") << _SPARE_BITS
    return _characters(value, _SECRET_CHARACTERS) + _secret_check(kind, secret)


def group_code(code: str) -> str:
    """Show a code in groups of four with dashes."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def read_code(text: str, *, kind: CodeKind) -> bytes:
    """Read 28 typed characters into 16 bytes.

    Raises:
        CodeWrongError: another length, a foreign character, stray bits, or check
            characters that do not fit.
    """
    code = _read(text, count=_CODE_CHARACTERS)
    value = _value(code[:_SECRET_CHARACTERS])
    if value & (1 << _SPARE_BITS) - 1:
        raise CodeWrongError("stray bits in a code")
    secret = (value >> _SPARE_BITS).to_bytes(SECRET_BYTES, "big")
    if _secret_check(kind, secret) != code[_SECRET_CHARACTERS:]:
        raise CodeWrongError("the check characters do not fit")
    return secret


def _account_check(characters: str) -> str:
    return ALPHABET[tagged_hash("account-check", characters.encode("ascii"))[0] >> 3]


def new_account(random: bytes) -> str:
    """Make an account number from 5 random bytes: seven characters and a check."""
    if len(random) != 5:  # noqa: PLR2004 - 35 of 40 bits are used
        raise ValueError("an account number takes 5 random bytes")
    characters = _characters(int.from_bytes(random, "big") >> 5, ACCOUNT_CHARACTERS - 1)
    return characters + _account_check(characters)


def read_account(text: str) -> str:
    """Read a typed account number into its one form, eight characters.

    Raises:
        CodeWrongError: another length, a foreign character, or a check that does not fit.
    """
    code = _read(text, count=ACCOUNT_CHARACTERS)
    if _account_check(code[:-1]) != code[-1]:
        raise CodeWrongError("the check character does not fit")
    return code
