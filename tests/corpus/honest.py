# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: RUF001
"""Writes honest letters: the same ones for the same seed.

Each writer keeps to one way of spacing French, as a keyboard or a corrector gives it; one in thirty has a
stray space or two, as after a paste. Nothing here identifies anybody or leads anywhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from relay.protocol.emoji_table import EMOJI
from tests.corpus import words

NBSP: Final = "\u00a0"
NARROW: Final = "\u202f"
# Before ; ! ? and inside quotation marks, before a colon, and between a number and its unit.
SPACINGS: Final = (
    (NBSP, NBSP, NBSP),
    (NARROW, NBSP, NBSP),
    ("", NBSP, NBSP),
    (" ", " ", " "),
    ("", "", " "),
    (NARROW, NARROW, NARROW),
)
ODD_WRITER: Final = 1 / 30
EMOJI_SEQUENCES: Final = tuple("".join(chr(int(point, 16)) for point in entry.split("-")) for entry in EMOJI)
PLAIN_EMOJI: Final = "😀😢😊🌱🌻🐕🏠🎂🎸⚽🚲🌧🌈🍞☕✨"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A text and what kind of text it is."""

    kind: str
    text: str


def filled(sentence: str, random: Random) -> str:
    """Return a sentence with its numbers and names."""
    return sentence.format(
        age=random.randint(9, 40),
        older=random.randint(41, 80),
        price=f"{random.randint(1, 9)},{random.randint(100, 999)}.{random.randint(10, 99)}",
        money=random.randint(100, 9_999),
        month=random.choice(words.MONTHS),
        mois=random.choice(words.MOIS),
        day=random.randint(2, 28),
        year=random.randint(1950, 2026),
        hour=random.randint(1, 23),
        minute=random.randint(10, 59),
        chapter=random.randint(1, 50),
        verse=random.randint(1, 40),
        percent=random.randint(2, 99),
        serial=f"{random.randint(0, 999_999):06}",
        ordinal=random.choice(words.ORDINALS),
        degrees=random.randint(2, 39),
        count=random.randint(2, 90),
        name=random.choice(words.NAMES),
    )


def paragraphs(sentences: list[str], random: Random) -> str:
    """Return sentences as one to four paragraphs, some with a line of their own."""
    made = ""
    for sentence in sentences:
        gap = random.choices((" ", "\n", "\n\n"), (6, 1, 2))[0] if made else ""
        made += gap + sentence
    return made


def english(random: Random) -> str:
    """Return a letter in English."""
    sentences = [filled(random.choice(words.ENGLISH), random) for _ in range(random.randint(3, 20))]
    text = paragraphs(sentences, random)
    return text if random.random() < 0.7 else text.replace("’", "'").replace("“", '"').replace("”", '"')


def french(random: Random) -> str:
    """Return a letter in French, with one writer's spaces."""
    spacing = random.choice(SPACINGS)
    sentences = [
        spaced(filled(random.choice(words.FRENCH), random), spacing) for _ in range(random.randint(3, 20))
    ]
    text = paragraphs(sentences, random)
    return with_strays(text, random) if random.random() < ODD_WRITER else text


def spaced(sentence: str, spacing: tuple[str, str, str]) -> str:
    """Put a writer's spaces in for the marks that the sentences have."""
    mark, colon, unit = spacing
    quoted = sentence.replace("«_", "«" + (mark or NBSP)).replace("_»", (mark or NBSP) + "»")
    return quoted.replace("_:", colon + ":").replace("_", mark).replace("+", unit)


def with_strays(text: str, random: Random) -> str:
    """Return a letter in which one or two hard spaces became ordinary ones."""
    places = [at for at, character in enumerate(text) if character in NBSP + NARROW]
    characters = list(text)
    for at in random.sample(places, min(len(places), random.randint(1, 2))):
        characters[at] = " "
    return "".join(characters)


def syllabics(choice: tuple[str, ...]) -> Callable[[Random], str]:
    """Return what writes letters in syllabics, some with a line in English or French."""

    def write(random: Random) -> str:
        sentences = [
            " ".join(random.choices(choice, k=random.randint(2, 9))) + random.choice((".", "᙮", "?", "!", ""))
            for _ in range(random.randint(2, 10))
        ]
        if random.random() < 0.3:
            sentences.append(filled(random.choice(words.ENGLISH), random))
        return paragraphs(sentences, random)

    return write


def emoji(random: Random) -> str:
    """Return a short letter with emoji, those that hold a joiner or a selector and others."""
    sentences = [
        f"{random.choice(words.ENGLISH[:3])} {random.choice(EMOJI_SEQUENCES)}"
        f"{random.choice(PLAIN_EMOJI) * random.randint(0, 3)}"
        for _ in range(random.randint(1, 6))
    ]
    return paragraphs(sentences, random)


def names(random: Random) -> str:
    """Return a letter with names from many places, and words in the Latin letters of First Nations."""
    sentences = [
        f"{random.choice(words.GREETINGS)} {random.choice(words.NAMES)}, {random.choice(words.ROMAN)}."
        for _ in range(random.randint(2, 8))
    ]
    return paragraphs(sentences, random)


def numbers(random: Random) -> str:
    """Return a letter full of numbers that are nobody's."""
    choices = (
        lambda: f"{random.randint(1900, 2026)}-{random.randint(1900, 2026)}",
        lambda: f"${random.randint(1, 999)},{random.randint(100, 999)}.{random.randint(10, 99)}",
        lambda: f"{random.randint(1, 999)} {random.randint(100, 999)},{random.randint(10, 99)}{NBSP}$",
        lambda: f"{random.randint(1, 22)}:{random.randint(1, 59):02}",
        lambda: f"John {random.randint(1, 21)}:{random.randint(1, 40)}-{random.randint(41, 60)}",
        lambda: f"{random.randint(1, 9)}½",
        lambda: f"No. {random.randint(2000, 2026)}-{random.randint(0, 99999):05}",
        lambda: f"s. {random.randint(1, 800)}({random.choice('abc')})",
        lambda: f"{random.randint(1, 100)}/{random.randint(2, 100)}",
        lambda: f"{random.random() * 1000:.2f}",
        lambda: f"{random.randint(1, 12)} × {random.randint(1, 12)}",
    )
    sentences = [f"It was {random.choice(choices)()} then." for _ in range(random.randint(2, 12))]
    return paragraphs(sentences, random)


KINDS: Final = (
    ("english", english, 4_000),
    ("french", french, 3_500),
    ("cree", syllabics(words.CREE), 700),
    ("inuktitut", syllabics(words.INUKTITUT), 700),
    ("emoji", emoji, 600),
    ("names", names, 600),
    ("numbers", numbers, 500),
)


def honest_letters(seed: int) -> Iterator[Letter]:
    """Yield 10,600 honest letters."""
    for kind, write, count in KINDS:
        random = Random(f"{kind} {seed}")
        for _ in range(count):
            yield Letter(kind=kind, text=write(random))
