# SPDX-License-Identifier: EUPL-1.2
"""The letter's normal form: repaired by the author's client, demanded by every reader's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.errors import HiddenTextError, NotNormalError, RelayError
from relay.protocol.letter import check_letter, hidden_at, is_allowed, normalise_letter
from tools.letter_table import TABLE, UNICODE, letter_table

PIECES = [
    "Bonjour",
    "é",
    "e\u0301",
    " ",
    "  ",
    "\u00a0",
    "\u202f",
    "\n",
    "\n\n",
    "\r\n",
    "«",
    "»",
    "?",
    "!",
    "10",
    "km",
]
LETTERS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@given(LETTERS)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    """What the author's client makes, it does not change again."""
    once = normalise_letter(text)
    assert normalise_letter(once) == once


@given(LETTERS)
def test_p28_what_was_repaired_is_accepted_or_holds_something_hidden(text: str) -> None:
    """The one refusal that repair leaves for plain text is: nothing to see, or marks stacked."""
    repaired = normalise_letter(text)
    try:
        check_letter(repaired)
    except HiddenTextError:
        assert hidden_at(repaired) is not None
    except NotNormalError:
        assert not repaired.strip(" \n\u00a0\u202f") or any(unicodedata.combining(one) for one in repaired)


@given(LETTERS)
def test_p28_what_is_accepted_is_its_own_repair(text: str) -> None:
    """So no two accepted letters differ in what cannot be seen: spaces, line ends, composition."""
    try:
        check_letter(text)
    except RelayError:
        return
    assert normalise_letter(text) == text


@given(st.integers(0, 0x10FFFF))
def test_p28_every_character_that_shows_nothing_is_refused(point: int) -> None:
    """Control, format, surrogate, private and unassigned characters, of every plane."""
    character = chr(point)
    if unicodedata.category(character)[0] == "C" and character != "\n":
        assert not is_allowed(character)


@pytest.mark.parametrize(
    "words", ["ÀÉÎÔÙ çœæ « ’ » – …", "ᐃᓄᒃᑎᑐᑦ", "ᓀᐦᐃᔭᐍᐏᐣ", "Ktunaxa Ⱥ \u0294", "中文 한국어 हिन्दी"]
)
def test_the_languages_of_the_country_pass(words: str) -> None:
    """French, Inuktitut, Cree and others are ordinary text."""
    check_letter(words)


def test_the_table_holds_what_unicode_knows_and_shows() -> None:
    """Nobody edits it by hand: as generated with Unicode 14, and known to any newer one."""
    if unicodedata.unidata_version == UNICODE:
        assert TABLE.read_text("utf-8") == letter_table()
        return
    allowed = [point for point in range(0x110000) if is_allowed(chr(point)) and point != 0xA]
    assert len(allowed) > 140_000
    assert not [point for point in allowed if unicodedata.category(chr(point))[0] == "C"]
