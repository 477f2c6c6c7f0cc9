# SPDX-License-Identifier: EUPL-1.2
"""Builders of records: a valid thing of any kind, with the facts changed that a test is about."""

from collections.abc import AsyncIterator
from dataclasses import fields
from enum import Enum
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from relay.crypto.encoding import b64u
from relay.records import Tally
from relay.storage.contract import Record
from relay.storage.tables import SHAPES

R = TypeVar("R", bound=Record)

EVERY_KIND = tuple(kind for kind in SHAPES if kind is not Tally)  # that somebody writes
_IDS = {"id", "message", "case", "account", "person", "sender", "addressee"}


def ident(number: int) -> str:
    """Return an id, 22 characters, the same for the same number and rising with it."""
    return b64u(number.to_bytes(16, "big"))


def digest(number: int) -> str:
    """Return a hash, 43 characters, the same for the same number."""
    return b64u(number.to_bytes(32, "big"))


def a(kind: type[R], number: int = 1, /, **changed: Any) -> R:
    """Return a record of ``kind``, version 1, every optional field set, unless changed."""
    hints = get_type_hints(kind)
    values = {field.name: _value(field.name, hints[field.name], number) for field in fields(kind)}
    make: Any = kind
    return make(**(values | changed))


def optional_fields(kind: type[Record]) -> tuple[str, ...]:
    """Name the fields that may be None."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if NoneType in get_args(hints[field.name]))


def _value(name: str, hint: Any, number: int) -> Any:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    inner = choices[0] if choices else hint
    plain: type = getattr(inner, "__supertype__", inner)
    if name in _IDS:
        return ident(number)
    if issubclass(plain, Enum):
        return next(iter(plain))
    made = {
        "version": 1,
        "digest": digest(number),
        "seq": 0,
        "chain": "",
        bool: number % 2 == 0,
        int: number,
        bytes: f"{name} {number}".encode() + b"\x00\xff",
        str: f"{name} {number} é",
    }
    return made.get(name, made[plain])


async def stream(*chunks: bytes | Exception) -> AsyncIterator[bytes]:
    """Yield bytes as a network would; break where an exception stands."""
    for chunk in chunks:
        if isinstance(chunk, Exception):
            raise chunk
        yield chunk
