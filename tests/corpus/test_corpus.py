# SPDX-License-Identifier: EUPL-1.2
"""Claim P28: what the mediator cannot see does not exist.

Measured on a corpus of our own, in both languages. A few odd spaces in a letter are let be, as anybody's slip
(``web/src/review/highlights/odd_forms.ts``): of four hidden letters less than one is left in them.
"""

import os
from collections import Counter
from itertools import zip_longest

import pytest

from relay.protocol.letter import normalise_letter
from tests.corpus.honest import Letter, honest_letters
from tests.corpus.seen import OK, Ways, in_python, in_the_page
from tests.corpus.techniques import TECHNIQUES, Planted, planted_letters

SEED = int(os.environ.get("RELAY_SEED", "28"))
EACH = int(os.environ.get("RELAY_PLANTED", "230"))
MOST_FLAGGED = 1 / 1000
MOST_SLIPS = 7  # bits; a letter has eight

pytestmark = pytest.mark.timeout(300)


def slips(text: str, cover: str) -> int:
    """Count the characters in which a letter still differs from its cover."""
    return sum(one != other for one, other in zip_longest(text, cover))


@pytest.fixture(scope="module")
def planted() -> list[tuple[Planted, Ways]]:
    """Return every planted letter with what the page makes of it."""
    letters = list(planted_letters(SEED, each=EACH))
    return list(zip(letters, in_the_page([letter.text for letter in letters]), strict=True))


@pytest.fixture(scope="module")
def honest() -> list[tuple[Letter, Ways]]:
    """Return every honest letter with what the page makes of it."""
    letters = list(honest_letters(SEED))
    return list(zip(letters, in_the_page([letter.text for letter in letters]), strict=True))


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_p28_a_hidden_message_is_refused_repaired_or_shown(
    technique: str, planted: list[tuple[Planted, Ways]]
) -> None:
    """Sent by our own client: nothing arrives that the mediator could not see."""
    silent = [
        letter.text
        for letter, ways in planted
        if letter.technique == technique
        and not ways.sent.is_noticed
        and slips(ways.repaired, normalise_letter(letter.cover)) > MOST_SLIPS
    ]
    assert not silent, f"{len(silent)} of {EACH} arrived unseen: {silent[0]!r}"


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_p28_a_hostile_client_gains_nothing(technique: str, planted: list[tuple[Planted, Ways]]) -> None:
    """Forced in without repair: refused by whoever opens it, or shown to the mediator."""
    silent = [
        letter.text
        for letter, ways in planted
        if letter.technique == technique and letter.text != letter.cover and not ways.forced.is_noticed
    ]
    assert not silent, f"{len(silent)} of {EACH} arrived unseen: {silent[0]!r}"


def test_p28_every_technique_plants_something(planted: list[tuple[Planted, Ways]]) -> None:
    """The corpus itself: a message that was not planted would pass any test."""
    hidden = Counter(letter.technique for letter, _ in planted if letter.text != letter.cover)
    assert len(TECHNIQUES) == 22
    assert hidden == dict.fromkeys(TECHNIQUES, EACH)


def test_p28_honest_letters_are_let_be(honest: list[tuple[Letter, Ways]]) -> None:
    """At most one in a thousand is refused or highlighted, in any language here."""
    assert len(honest) >= 10_000
    flagged = [(letter.kind, ways.sent, letter.text) for letter, ways in honest if ways.sent.is_noticed]
    assert len(flagged) <= len(honest) * MOST_FLAGGED, f"{len(flagged)}: {flagged[:3]}"


def test_honest_letters_identify_nobody(honest: list[tuple[Letter, Ways]]) -> None:
    """Years, prices, verses, files and dates are no addresses and no telephone numbers."""
    flagged = [(letter.kind, ways.sent.kinds, letter.text) for letter, ways in honest if ways.sent.kinds]
    assert len(flagged) <= len(honest) * MOST_FLAGGED, f"{len(flagged)}: {flagged[:3]}"


def test_p28_both_languages_repair_and_refuse_alike(
    planted: list[tuple[Planted, Ways]], honest: list[tuple[Letter, Ways]]
) -> None:
    """The author's, the mediator's and the addressee's client, in Python and in the page: one verdict."""
    for letter, ways in [*planted, *honest[::5]]:
        assert in_python(letter.text) == (ways.repaired, ways.sent.verdict, ways.forced.verdict)


def test_p28_paragraphs_hold_the_whole_letter(honest: list[tuple[Letter, Ways]]) -> None:
    """What is laid out is what was validated, to the last character."""
    for _, ways in honest:
        if ways.sent.verdict == OK:
            assert "\n\n".join(ways.sent.paragraphs) == ways.repaired
