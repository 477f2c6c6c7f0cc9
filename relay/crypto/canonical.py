# SPDX-License-Identifier: EUPL-1.2
"""One encoding per value: RFC 8785 for objects, arrays, strings, integers and booleans.

Rules of reading (protocol.md section 2), in this order, the same in both languages:
size, UTF-8 without a byte order mark, nesting, JSON syntax, then integers only and
within +-(2^53-1), no lone surrogates, no code point that Unicode 14 does not know, every
string NFC, and at last the same bytes again when encoded. A parser's leniency can
therefore never make a second encoding.
Twin: ``web/src/crypto/canonical.ts``. Source: RFC 8785.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias, cast

from relay.crypto.assigned_table import ASSIGNED
from relay.errors import MalformedError, NotCanonicalError, TooLargeError

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

MAX_STATEMENT_BYTES: Final = 65_536
MAX_NESTING: Final = 4
MAX_INTEGER: Final = 2**53 - 1
_LONGEST_INTEGER: Final = len(str(-MAX_INTEGER))
_QUOTED: Final = json.JSONEncoder(ensure_ascii=False).encode
"""RFC 8785 for a string: the five short escapes, and ``\\u00xx`` for the other controls."""
_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""RFC 8785 where all is ASCII, so that sorting by code points is sorting by code units."""
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET: Final = re.compile(r"[\[\]{}]")


def _not_assigned() -> re.Pattern[str]:
    """Return what finds a code point outside the table; normalisation is not stable for those."""
    pairs = (entry.partition("-") for entry in ASSIGNED.split())
    ranges = (f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}" for first, _, last in pairs)
    return re.compile(f"[^{''.join(ranges)}]")


_NOT_ASSIGNED: Final = _not_assigned()


class _NotAnInteger:
    """Stands for a number that no encoder takes, so that syntax is judged first."""


def encode(value: object) -> bytes:
    """Encode our own value as RFC 8785 bytes.

    Args:
        value: dicts with string keys, lists or tuples, strings, integers, booleans, None.

    Raises:
        ValueError: a bug of ours: a float, a foreign type, a lone surrogate or unknown
            code point, text that is not NFC, or an integer beyond 2^53-1.
    """
    return _encoded(value).encode("utf-8")


def _encoded(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _encoded_integer(value)
    if isinstance(value, str):
        return _encoded_text(value)
    if isinstance(value, Mapping):
        return _encoded_object(cast("Mapping[object, object]", value))
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        items = cast("Sequence[object]", value)
        return "[" + ",".join(_encoded(item) for item in items) + "]"
    raise ValueError(f"no canonical form for {type(value).__name__}")


def _encoded_integer(value: int) -> str:
    if abs(value) > MAX_INTEGER:
        raise ValueError("integer beyond 2^53-1")
    return str(value)


def _encoded_text(value: str) -> str:
    if not value.isascii():
        if _NOT_ASSIGNED.search(value) is not None:
            raise ValueError("a surrogate, or a code point that Unicode 14 does not know")
        if not unicodedata.is_normalized("NFC", value):
            raise ValueError("text is not NFC")
    return _QUOTED(value)


def _encoded_object(value: Mapping[object, object]) -> str:
    pairs: list[tuple[bytes, str]] = []
    for key, item in value.items():
        if not isinstance(key, str):
            raise ValueError("object keys are strings")  # noqa: TRY004 - one kind of bug
        # RFC 8785 section 3.2.3 sorts by UTF-16 code units, not by code points.
        pairs.append((key.encode("utf-16-be"), f"{_encoded_text(key)}:{_encoded(item)}"))
    return "{" + ",".join(text for _, text in sorted(pairs)) + "}"


def decode(body: bytes, *, max_bytes: int = MAX_STATEMENT_BYTES) -> Json:
    """Read canonical bytes, or refuse.

    Args:
        body: at most ``max_bytes`` bytes.
        max_bytes: 64 KiB for statements.

    Raises:
        TooLargeError: longer than ``max_bytes``.
        MalformedError: not UTF-8, a byte order mark, nested deeper than 4, not JSON.
        NotCanonicalError: readable, but not in the one permitted encoding.
    """
    if len(body) > max_bytes:
        raise TooLargeError(f"{len(body)} bytes, at most {max_bytes}")
    text = _text_of(body)
    value = _parsed(text)
    try:
        same = _PLAIN(value) == text if body.isascii() else _encoded(value) == text
    except (TypeError, ValueError) as refused:  # a number that is no safe integer, or foreign text
        raise NotCanonicalError(str(refused)) from None
    if not same:
        raise NotCanonicalError("another encoding of the same value")
    return cast("Json", value)


def _text_of(body: bytes) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedError("not UTF-8") from None
    if text.startswith("\ufeff"):
        raise MalformedError("byte order mark")
    _refuse_deep_nesting(text)
    return text


def _refuse_deep_nesting(text: str) -> None:
    """Count brackets before any recursive parser sees them: depth must not cost a stack."""
    if text.count("{") + text.count("[") <= MAX_NESTING:
        return
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_NESTING:
            raise MalformedError("nested too deep")


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            parse_int=_integer,
            parse_float=lambda _: _NotAnInteger(),
            parse_constant=_refuse_constant,
        )
    except ValueError:
        raise MalformedError("not JSON") from None


def _integer(digits: str) -> int | _NotAnInteger:
    if len(digits) > _LONGEST_INTEGER or abs(int(digits)) > MAX_INTEGER:
        return _NotAnInteger()
    return int(digits)


def _refuse_constant(name: str) -> object:
    raise ValueError(name)
