# SPDX-License-Identifier: EUPL-1.2
"""The normal form of a letter: what the mediator cannot see does not exist.

The author's client repairs what is harmless (``normalise_letter``); every reader's client
refuses anything that is not in normal form (``check_letter``), so a sender with another
client gains nothing. Code points are judged by a generated table of one Unicode version,
never by a runtime's property classes. Twin: ``web/src/protocol/letter.ts``. Sources:
docs/format.md section 4; UTS 51 for emoji sequences.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Final

from relay.errors import HiddenTextError, NotNormalError
from relay.protocol.emoji_table import EMOJI
from relay.protocol.letter_table import ALLOWED, MARKS

MAX_MARKS: Final = 4
_HARD_SPACES: Final = "\u00a0\u202f"
_SPACE_RUN: Final = re.compile(f"[ {_HARD_SPACES}]+")
_OTHER_SPACES: Final = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
_LINE_ENDS: Final = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_EMPTY_LINES: Final = re.compile("\n{3,}")
_BEFORE: Final = frozenset(";:!?»%")
_AFTER: Final = frozenset("«")
_DIGITS: Final = frozenset("0123456789")
_UNITS: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ°$¢£¥€]")


def _read_ranges(table: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    pairs = [entry.split("-") for entry in table.split()]
    return tuple(int(pair[0], 16) for pair in pairs), tuple(int(pair[-1], 16) for pair in pairs)


def _read_emoji() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in EMOJI:
        sequence = "".join(chr(int(point, 16)) for point in entry.split("-"))
        found.setdefault(sequence[0], []).append(sequence)
    # Longest first, so that a family is not read as one person and a stray joiner.
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}


_ALLOWED: Final = _read_ranges(ALLOWED)
_MARKS: Final = _read_ranges(MARKS)
_EMOJI: Final = _read_emoji()


def _is_in(character: str, table: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    point = ord(character)
    at = bisect_right(table[0], point) - 1
    return at >= 0 and point <= table[1][at]


def is_allowed(character: str) -> bool:
    """Whether a letter may hold this one character outside an emoji sequence."""
    return character == "\n" or _is_in(character, _ALLOWED)


def _emoji_at(text: str, at: int) -> str:
    return next((emoji for emoji in _EMOJI.get(text[at], ()) if text.startswith(emoji, at)), "")


def hidden_at(text: str) -> int | None:
    """Return where the first character stands that a letter may not hold, or None."""
    at = 0
    while at < len(text):
        emoji = _emoji_at(text, at)
        if not emoji and not is_allowed(text[at]):
            return at
        at += len(emoji) or 1
    return None


def check_letter(text: str) -> None:
    """Refuse text that is not in normal form.

    Raises:
        HiddenTextError: a code point outside the table, or a joiner outside a known emoji.
        NotNormalError: not NFC, spaces or lines out of form, stacked marks, or nothing to see.
    """
    at = hidden_at(text)
    if at is not None:
        raise HiddenTextError(f"U+{ord(text[at]):04X} at {at}")
    if not unicodedata.is_normalized("NFC", text):
        raise NotNormalError("not NFC")
    if _spaced(text) != text:
        raise NotNormalError("spaces or lines out of form")
    if _has_stacked_marks(text):
        raise NotNormalError(f"more than {MAX_MARKS} combining marks in a row")
    if not any(_is_visible(character) for character in text):
        raise NotNormalError("nothing to see")


def normalise_letter(text: str) -> str:
    """Repair what is harmless: line ends, spaces, empty lines, NFC.

    What it cannot repair it leaves, for ``check_letter`` to refuse. Only text within the
    table is composed: what a runtime knows beyond it differs from one to the next.
    """
    plain = _OTHER_SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    known = hidden_at(plain) is None
    return _spaced(unicodedata.normalize("NFC", plain) if known else plain)


def _spaced(text: str) -> str:
    lines = (_SPACE_RUN.sub(_one_space, line.strip(f" {_HARD_SPACES}")) for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _one_space(run: re.Match[str]) -> str:
    """Return the one space that a run becomes: a hard one only where typography wants it."""
    hard = next((space for space in run.group() if space in _HARD_SPACES), None)
    left, right = run.string[run.start() - 1], run.string[run.end()]
    return hard if hard is not None and _is_hard_place(left, right) else " "


def _is_hard_place(left: str, right: str) -> bool:
    if left in _AFTER or right in _BEFORE:
        return True
    digits = (left in _DIGITS, right in _DIGITS)
    units = (_UNITS.fullmatch(left), _UNITS.fullmatch(right))
    return all(digits) or bool(digits[0] and units[1]) or bool(units[0] and digits[1])


def _has_stacked_marks(text: str) -> bool:
    row = 0
    for character in text:
        row = row + 1 if _is_in(character, _MARKS) else 0
        if row > MAX_MARKS:
            return True
    return False


def _is_visible(character: str) -> bool:
    return character not in f"\n {_HARD_SPACES}" and not _is_in(character, _MARKS)
