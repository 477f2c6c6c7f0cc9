# SPDX-License-Identifier: EUPL-1.2
"""A film that is refused at a station: what is wrong, what was kept, what to do next, in both languages."""

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[3]
_PAGE: Final = "station-refused-"
_ENDS: Final = re.compile(r"[.?!:](?=\s|$)")


def words_of(file: str) -> dict[str, str]:
    """Return a catalogue's words by key."""
    return dict(re.findall(r"^([a-z-]+) = (.+)$", (ROOT / file).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_refusal_says_what_was_kept_and_what_to_do_next(language: str) -> None:
    """Three sentences at least, on a station's page and for the same refusal in a terminal."""
    page = words_of(f"web/src/locales/{language}-station.ftl")
    terminal = words_of(f"relay/cli/{language}.ftl")
    codes = [key.removeprefix(_PAGE) for key in page if key.startswith(_PAGE)]
    assert len(codes) > 10
    said = [
        (code, words[key + code]) for words, key in ((page, _PAGE), (terminal, "error-")) for code in codes
    ]
    assert [code for code, words in said if len(_ENDS.findall(words)) < 3] == []
