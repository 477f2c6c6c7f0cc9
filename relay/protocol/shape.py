# SPDX-License-Identifier: EUPL-1.2
"""How a statement's fields are read: exactly the kind's names, types, lengths and ranges.

Values stay what they are in JSON (text, integers, booleans); arrays become tuples and
objects frozen records, so a parsed statement is comparable and printable in any language.
Whatever is wrong with a field is ``wrong-shape``, so the verdict does not hang on the
order in which two languages look. Twin: ``web/src/protocol/shape.ts``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any, Final, cast

from relay.crypto.canonical import MAX_INTEGER, MAX_STATEMENT_BYTES, Json, decode, encode
from relay.crypto.derive import HASH_BYTES, SUITE
from relay.crypto.encoding import unb64u
from relay.crypto.keys import ID_BYTES, KEM_KEY_BYTES
from relay.crypto.signing import SIGNATURE_BYTES
from relay.errors import NotCanonicalError, UnknownSuiteError, WrongShapeError

Reader = Callable[[Json], Any]

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_KEYWORDS: Final = {"class", "from"}


def binary(size: int) -> Reader:
    """Read base64url text of ``size`` bytes."""

    def read(value: Json) -> str:
        text = _text(value)
        try:
            unb64u(text, size=size)
        except NotCanonicalError as refused:
            raise WrongShapeError(str(refused)) from None
        return text

    return read


ident: Final = binary(ID_BYTES)
hashed: Final = binary(HASH_BYTES)
public_key: Final = binary(HASH_BYTES)
kem_key: Final = binary(KEM_KEY_BYTES)
signature: Final = binary(SIGNATURE_BYTES)


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise WrongShapeError("text belongs here")
    return value


def text(pattern: str) -> Reader:
    """Read text that fits a regular expression as a whole."""
    whole = re.compile(pattern, re.ASCII)

    def read(value: Json) -> str:
        found = _text(value)
        if whole.fullmatch(found) is None:
            raise WrongShapeError("text of another form")
        return found

    return read


def free_text(max_bytes: int) -> Reader:
    """Read any text of at most ``max_bytes`` bytes in UTF-8."""

    def read(value: Json) -> str:
        found = _text(value)
        if len(found.encode("utf-8")) > max_bytes:
            raise WrongShapeError(f"text of more than {max_bytes} bytes")
        return found

    return read


def one_of(*words: str) -> Reader:
    """Read one of a few words."""

    def read(value: Json) -> str:
        found = _text(value)
        if found not in words:
            raise WrongShapeError("not one of the known words")
        return found

    return read


def integer(least: int = 0, most: int = MAX_INTEGER) -> Reader:
    """Read an integer from ``least`` to ``most``."""

    def read(value: Json) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongShapeError("an integer belongs here")
        if not least <= value <= most:
            raise WrongShapeError(f"an integer outside {least} to {most}")
        return value

    return read


def boolean(value: Json) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise WrongShapeError("true or false belongs here")
    return value


def day(value: Json) -> str:
    """Read ``YYYY-MM-DD``, a real date."""
    found = _text(value)
    match = _DAY.fullmatch(found)
    if match is None:
        raise WrongShapeError("not a day")
    year, month, date = (int(part) for part in match.groups())
    if not (year >= 1 and 1 <= month <= len(_MONTH_DAYS) and 1 <= date <= _days_in(year, month)):
        raise WrongShapeError("no such day")
    return found


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_DAYS[month - 1] + int(leap and month == _FEBRUARY)


def day_number(found: str) -> int:
    """Count the days from 1970-01-01 to a day that ``day`` has read.

    Source: Hinnant, days_from_civil.
    """
    year, month, date = (int(part) for part in found.split("-"))
    year -= month <= _FEBRUARY
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > _FEBRUARY else 9)) + 2) // 5 + date - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def optional(reader: Reader) -> Reader:
    """Read null, or what ``reader`` reads."""
    return lambda value: None if value is None else reader(value)


def list_of(
    reader: Reader,
    *,
    least: int = 0,
    most: int = MAX_STATEMENT_BYTES,
    rising: Callable[[Any], object] | None = None,
) -> Reader:
    """Read an array of ``least`` to ``most`` items.

    Args:
        reader: reads one item.
        least: how many there are at least.
        most: how many there are at most.
        rising: what of an item rises strictly from each to the next, or None.
    """

    def read(value: Json) -> tuple[Any, ...]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise WrongShapeError(f"a list of {least} to {most} items belongs here")
        items = tuple(reader(item) for item in value)
        if rising is not None:
            _refuse_disorder([rising(item) for item in items])
        return items

    return read


def _refuse_disorder(ranks: list[Any]) -> None:
    if any(later <= earlier for earlier, later in pairwise(ranks)):
        raise WrongShapeError("a list out of order, or with one thing twice")


def set_of(reader: Reader, *, least: int = 0, most: int = MAX_STATEMENT_BYTES) -> Reader:
    """Read an array of texts in strictly rising order of code units (they are ASCII)."""
    return list_of(reader, least=least, most=most, rising=lambda item: item)


def record_of(make: Callable[..., Any], readers: Mapping[str, Reader]) -> Reader:
    """Read an object with exactly these fields into a frozen record."""
    return lambda value: make(**read_fields(value, readers))


def read_fields(value: Json, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Read an object's own fields, exactly those of ``readers``.

    Raises:
        WrongShapeError: not an object, a field missing or foreign, or a field's content.
    """
    if not isinstance(value, dict) or set(value) != set(readers):
        raise WrongShapeError("other fields than this kind has")
    return {_attribute(name): reader(value[name]) for name, reader in readers.items()}


def _attribute(name: str) -> str:
    return f"{name}_" if name in _KEYWORDS else name


def read_statement(
    body: bytes, kind: str, readers: Mapping[str, Reader], *, max_bytes: int = MAX_STATEMENT_BYTES
) -> dict[str, Any]:
    """Read a statement's canonical body.

    Args:
        body: canonical bytes.
        kind: the only kind that will do; it and the suite are looked at before the rest.
        readers: the kind's own fields; suite, programme and kind are added.
        max_bytes: 64 KiB; a directory may have 1 MiB.

    Returns:
        Every field but suite and kind, ready for the kind's record.

    Raises:
        TooLargeError, MalformedError, NotCanonicalError: as ``canonical.decode``.
        UnknownSuiteError: another suite or kind.
        WrongShapeError: other fields, types, lengths or ranges.
    """
    value = decode(body, max_bytes=max_bytes)
    if not isinstance(value, dict):
        raise WrongShapeError("a statement is an object")
    suite = value.get("suite")
    if isinstance(suite, bool) or suite != SUITE or value.get("kind") != kind:
        raise UnknownSuiteError(f"not a {kind} of suite {SUITE}")
    content: dict[str, Json] = {name: item for name, item in value.items() if name not in {"suite", "kind"}}
    return read_fields(content, {"programme": ident, **readers})


def write_statement(kind: str, statement: object) -> bytes:
    """Return a record's canonical body as a statement of ``kind``."""
    return encode({"suite": SUITE, "kind": kind} | cast("dict[str, Json]", as_json(statement)))


def as_json(value: object) -> Json:
    """Turn records and tuples back into objects and arrays."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name.rstrip("_"): as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_json(item) for item in cast("tuple[object, ...]", value)]
    return cast("Json", value)
