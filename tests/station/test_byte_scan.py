# SPDX-License-Identifier: EUPL-1.2
"""The scan that other tests rely on: it finds a word wherever it could stand."""

import base64

import pytest

from tests.station.relays import forms_of


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode, bytes.hex, bytes])
def test_a_planted_word_is_found_in_every_encoding(before: int, encode: object) -> None:
    """At any distance from the beginning, in four encodings."""
    word = "zèbre à lunettes".encode()
    written = encode(b"?" * before + word + b"?" * (9 - before))  # pyright: ignore[reportCallIssue]
    held = written.encode() if isinstance(written, str) else written
    assert any(form in held for form in forms_of(word))


def test_another_word_is_not_found() -> None:
    """A scan that finds everything finds nothing."""
    held = base64.b64encode(b"a giraffe with glasses")
    assert not any(form in held for form in forms_of("zèbre à lunettes".encode()))
