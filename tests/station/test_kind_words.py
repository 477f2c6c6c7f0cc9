# SPDX-License-Identifier: EUPL-1.2
"""Six words for somebody's paper, none of which could hurt."""

import re
from pathlib import Path
from typing import get_args

import pytest

from relay.crypto.passphrase import LIST_LENGTH, Language, generate_words
from relay.crypto.words_en import WORDS_EN
from relay.crypto.words_fr import WORDS_FR
from relay.station.kind_words import HURTFUL, kind_words

TWIN = Path(__file__).parents[2] / "web/src/relay/kind_words.ts"
LISTS: dict[Language, tuple[str, ...]] = {"en": tuple(WORDS_EN), "fr": tuple(WORDS_FR)}


def draws_of(word: str, language: Language) -> bytes:
    """Return 64 random bytes that draw one word six times."""
    return LISTS[language].index(word).to_bytes(2, "big") * 32


@pytest.mark.parametrize("language", get_args(Language))
def test_the_browser_leaves_out_the_same_words(language: Language) -> None:
    """The list stands in two places, and is one list."""
    found = re.search(rf"^  {language}: words\(`([^`]*)`\)", TWIN.read_text("utf-8"), re.MULTILINE)
    assert found is not None
    assert frozenset(found[1].split()) == HURTFUL[language]
    assert HURTFUL[language] <= set(LISTS[language])
    assert len(HURTFUL[language]) < LIST_LENGTH / 38


@pytest.mark.parametrize("language", get_args(Language))
def test_words_that_could_hurt_are_drawn_again(language: Language) -> None:
    """Whoever opens the papers of a relay meets none of them."""
    kind = bytes(64)
    for word in sorted(HURTFUL[language]):
        waiting = [draws_of(word, language), draws_of(word, language), kind]
        assert kind_words(language, random=lambda _, left=waiting: left.pop(0)) == generate_words(
            kind, language=language
        )
        assert waiting == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "arrest drown harmful judge maimed mutilated poison prison probation suffering theft undress"),
        ("fr", "bagne battu cagoule douleur juge mourir peine plainte punition rapt trauma veuve voleur"),
    ],
)
def test_no_paper_speaks_of_crime_punishment_or_death(language: Language, words: str) -> None:
    """Whether the reader was harmed or is in custody: such words stand in the lists, and on no paper."""
    assert set(words.split()) <= set(LISTS[language])
    assert set(words.split()) <= HURTFUL[language]
