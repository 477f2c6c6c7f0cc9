# SPDX-License-Identifier: EUPL-1.2
"""One encoding per value, and no bytes that do anything but parse or be refused."""

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.crypto.canonical import MAX_INTEGER, decode, encode
from relay.crypto.encoding import b64u, unb64u
from relay.errors import MalformedError, NotCanonicalError, RelayError

# Statements hold nothing that Unicode 14 does not know; Python 3.11 has that version.
KNOWN = st.characters(exclude_categories=("Cs", "Cn"))
TEXT = st.text(KNOWN, max_size=12).map(lambda text: unicodedata.normalize("NFC", text))
LEAVES = st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | TEXT


def _values(depth: int) -> st.SearchStrategy[Any]:
    if depth == 0:
        return LEAVES
    inner = _values(depth - 1)
    return LEAVES | st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)


@given(_values(4))
def test_what_is_encoded_is_read_back_as_it_was(value: Any) -> None:
    """Every value has an encoding that means it."""
    assert decode(encode(value)) == value


@given(st.binary(max_size=200))
def test_p23_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """No parser crash; and what is read has no second encoding."""
    try:
        value = decode(raw)
    except RelayError:
        return
    assert encode(value) == raw


WRITERS: list[Callable[[Any], str]] = [
    lambda value: json.dumps(value, ensure_ascii=False, indent=1),
    lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(", ", ":")),
    lambda value: json.dumps(value, sort_keys=True, separators=(",", ":")),
    lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
]


@given(_values(3), st.sampled_from(WRITERS))
def test_p23_no_other_encoding_of_a_value_is_accepted(value: Any, write: Callable[[Any], str]) -> None:
    """Another writer's JSON is either the same bytes or refused."""
    text = write(value)
    raw = text.encode()
    if raw == encode(value):
        assert decode(raw) == value
        return
    with pytest.raises(NotCanonicalError):
        decode(raw)


def test_fields_are_sorted_by_utf16_code_units() -> None:
    """RFC 8785 section 3.2.3: a musical G clef (surrogates) comes before U+FF21."""
    assert encode({"\uff21": 1, "\U0001d11f": 2, "1": 3, "\r": 4}) == (
        '{"\\r":4,"1":3,"\U0001d11f":2,"\uff21":1}'.encode()
    )


def test_escapes_are_those_of_ecmascript() -> None:
    """RFC 8785 section 3.2.2.2: short forms where they exist, lower-case hexadecimal elsewhere."""
    assert (
        encode('\b\t\n\f\r"\\/\x00\x1f\x7f\u2028')
        == b'"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\x7f\xe2\x80\xa8"'
    )


@pytest.mark.parametrize("value", [1.0, 2**53, "\ud800", "e\u0301", {1: 2}, b"x", {"a": {1, 2}}])
def test_our_own_mistakes_crash_loudly(value: object) -> None:
    """A float, a large integer or a lone surrogate in our own value is a bug, not a refusal."""
    with pytest.raises(ValueError, match=r"\w"):
        encode(value)


@pytest.mark.parametrize("depth", [5, 100, 100_000])
def test_p23_depth_costs_no_stack(depth: int) -> None:
    """Deep nesting is refused before any recursive reader sees it."""
    with pytest.raises(MalformedError):
        decode(b"[" * depth + b"]" * depth, max_bytes=300_000)


@given(st.binary(max_size=80))
def test_base64url_has_one_form(raw: bytes) -> None:
    """Bytes come back; any change of the text's last character is refused or other bytes."""
    assert unb64u(b64u(raw)) == raw


@pytest.mark.parametrize("text", ["A", "AA=", "A+", "A/", "AB", "AAB", " AA", "AA\n", "é"])
def test_p23_base64url_variants_are_refused(text: str) -> None:
    """Padding, the other alphabet, stray bits and spaces are no second encoding."""
    with pytest.raises(NotCanonicalError):
        unb64u(text)
