# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501, RUF001
"""Plants a hidden message in an honest letter, in each of the 22 ways that are known to us.

A technique takes a cover and bits, and returns the cover with the bits in it. Where it needs places of its
own (spaces before marks, emoji), it adds them; a cover to compare with holds nothing but zeros.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.corpus import words
from tests.corpus.honest import NARROW, NBSP, english, french

Bits = Sequence[int]
Plant = Callable[[str, Bits, Random], str]

PAYLOAD_LETTERS: Final = 4
HOMOGLYPHS: Final = {
    "a": "аα", "c": "сϲ", "e": "е", "i": "іι", "j": "ј", "o": "оοօ", "p": "рρ", "s": "ѕ", "x": "х", "y": "уγ", "v": "νѵ", "d": "ԁ",
    "h": "һ", "A": "АΑᎪ", "B": "ВΒ", "E": "ЕΕ", "H": "НΗ", "I": "ІΙ", "M": "МΜ", "O": "ОΟ", "T": "ТΤ", "W": "Ԝ", "g": "ɡ", "u": "ս",
}  # fmt: skip
TONES: Final = "🏻🏼🏽🏾🏿"
SELECTED: Final = "❤☀☺✌☎♥✈"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A letter that hides something, and the same letter without it."""

    technique: str
    text: str
    cover: str


def between(cover: str, marks: Sequence[str]) -> str:
    """Put one mark after each of the cover's first letters, as many as there are marks."""
    made: list[str] = []
    left = list(marks)
    for character in cover:
        made.append(character)
        if left and character.isalpha():
            made.append(left.pop(0))
    return "".join(made) + "".join(left)


def inserted(zero: str, one: str) -> Plant:
    """Return a technique that puts one of two characters after letters."""
    return lambda cover, bits, _: between(cover, [one if bit else zero for bit in bits])


def from_range(*ranges: tuple[int, int]) -> Plant:
    """Return a technique that puts characters of a range after letters, four bits each."""
    points = [point for first, last in ranges for point in range(first, last + 1)]

    def plant(cover: str, bits: Bits, random: Random) -> str:
        offset = random.randrange(max(1, len(points) - 15))
        halves = [int("".join(map(str, bits[at : at + 4])), 2) for at in range(0, len(bits), 4)]
        return between(cover, [chr(points[(offset + half) % len(points)]) for half in halves])

    return plant


def any_of(*characters: str) -> Plant:
    """Return a technique that puts one of many characters wherever a bit is set."""

    def plant(cover: str, bits: Bits, random: Random) -> str:
        return between(cover, [random.choice(characters) if bit else "" for bit in bits])

    return plant


def spaces(cover: str, bits: Bits, random: Random) -> str:
    """A bit a space: other spaces between words, or kinds of hard space where typography allows them."""
    if random.random() < 0.5:
        other = random.choice("\u2002\u2004\u2006\u2009\u205f\u3000\u1680\u00a0\u202f")
        return at_spaces(cover, [other if bit else " " for bit in bits])
    zero, one = random.choice(((" ", NBSP), (NBSP, NARROW), (" ", NARROW)))
    lines = [f"{random.choice(words.EXCLAIMED)}{one if bit else zero}!" for bit in bits]
    return f"{cover}\n\n" + " ".join(lines)


def at_spaces(cover: str, each: Sequence[str]) -> str:
    """Replace the cover's first spaces, each by one of ``each``; more words are added where they are too few."""
    parts = (cover + " et" * len(each)).split(" ")
    gaps = list(each) + [" "] * len(parts)
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=False)).rstrip()


def runs(cover: str, bits: Bits, random: Random) -> str:
    """Two spaces for a bit, or a space at the end of a line."""
    if random.random() < 0.5:
        return at_spaces(cover, ["  " if bit else " " for bit in bits])
    lines = [f"{random.choice(words.EXCLAIMED)}.{' ' * (bit + 1)}" for bit in bits]
    return f"{cover}\n\n" + "\n".join(lines)


def forms(cover: str, bits: Bits, random: Random) -> str:
    """Composed or decomposed, a bit a letter."""
    accented = [f"{random.choice('éèàçôû')}t{random.choice('éèâ')}" for _ in bits]
    return f"{cover}\n\n" + " ".join(
        unicodedata.normalize("NFD", word) if bit else word for word, bit in zip(accented, bits, strict=True)
    )


def look_alikes(cover: str, bits: Bits, random: Random) -> str:
    """Letters of other scripts, full-width or mathematical ones, a bit a letter."""
    kind = random.randrange(3)
    made: list[str] = []
    left = list(bits)
    for character in f"{cover} and so it is":
        alike = alike_of(character, kind, random)
        if left and alike != character and left.pop(0):
            made.append(alike)
        else:
            made.append(character)
    return "".join(made)


def alike_of(character: str, kind: int, random: Random) -> str:
    """Return what looks like a character, or the character itself."""
    if kind == 0:
        return random.choice(HOMOGLYPHS.get(character, character))
    if not (character.isascii() and character.isalpha()):
        return character
    if kind == 1:
        return chr(ord(character) + 0xFEE0)
    first = 0x1D400 + (26 if character.islower() else 0)
    return chr(first + ord(character.lower()) - ord("a"))


def stacks(cover: str, bits: Bits, random: Random) -> str:
    """Marks on letters, three and more, a pattern of bits each."""
    marks = [chr(point) for point in range(0x316, 0x333)]
    return between(cover, ["".join(random.choices(marks, k=3 + 2 * bit)) for bit in bits[:12]])


def emoji_choices(cover: str, bits: Bits, random: Random) -> str:
    """A bit an emoji: joiners where none belong, a selector or none, one skin tone or another."""
    kind = random.randrange(3)
    if kind == 0:
        return f"{cover} " + "".join("🌻" + ("\u200d" if bit else "") for bit in bits) + "🌻"
    if kind == 1:
        sign = random.choice(SELECTED)
        return f"{cover} " + "".join(sign + ("\ufe0f" if bit else "") for bit in bits)
    hand, (zero, one) = random.choice(words.HANDS), random.sample(TONES, 2)
    return f"{cover} " + "".join(hand + (one if bit else zero) for bit in bits)


TECHNIQUES: Final[Mapping[str, Plant]] = {
    "zero width": any_of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"),
    "bidi controls": any_of(
        *(chr(p) for p in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C))
    ),
    "tags": from_range((0xE0020, 0xE007F)),
    "variation selectors 1-16": from_range((0xFE00, 0xFE0F)),
    "variation selectors 17-256": from_range((0xE0100, 0xE01EF)),
    "soft hyphen": any_of("\u00ad"),
    "grapheme joiner": any_of("\u034f"),
    "hangul fillers": any_of("\u115f", "\u1160", "\u3164", "\uffa0"),
    "braille blank": any_of("\u2800"),
    "khmer inherent vowels": inserted("\u17b4", "\u17b5"),
    "mongolian selectors": any_of("\u180b", "\u180c", "\u180d", "\u180e", "\u180f"),
    "interlinear annotation": any_of("\ufff9", "\ufffa", "\ufffb"),
    "musical controls": from_range((0x1D173, 0x1D17A)),
    "object replacement": any_of("\ufffc"),
    "private use": from_range((0xE000, 0xF8FF), (0xF0000, 0xF00FF), (0x100000, 0x1000FF)),
    "unassigned": from_range((0x0378, 0x0379), (0x2FE0, 0x2FEF), (0x1FAFD, 0x1FAFF), (0x40000, 0x40020)),
    "space variants": spaces,
    "runs of spaces": runs,
    "composed or not": forms,
    "look-alikes": look_alikes,
    "stacked marks": stacks,
    "emoji choices": emoji_choices,
}


def bits_of(random: Random) -> Bits:
    """Return the bits of a short word."""
    word = [random.randrange(ord("a"), ord("z") + 1) for _ in range(PAYLOAD_LETTERS)]
    return [letter >> place & 1 for letter in word for place in reversed(range(8))]


def planted_letters(seed: int, *, each: int) -> Iterator[Planted]:
    """Yield ``each`` letters a technique, in English and French covers by turns."""
    for technique, plant in TECHNIQUES.items():
        random = Random(f"{technique} {seed}")
        for count in range(each):
            cover = (english if count % 2 else french)(random)
            bits = bits_of(random)
            state = random.getstate()
            text = plant(cover, bits, random)
            random.setstate(state)
            plain = plant(cover, [0] * len(bits), random)
            yield Planted(technique=technique, text=text, cover=plain)
