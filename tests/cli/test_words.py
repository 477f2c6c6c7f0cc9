# SPDX-License-Identifier: EUPL-1.2
"""What the command line says: every sentence that it asks for is there, in both languages, and no other."""

import re
from pathlib import Path

import aiohttp
import pytest
from fluent.syntax import ast, parse

import relay.cli
from relay import errors
from relay.cli.entry import sentence
from relay.cli.words import Language, language_of, words_in
from relay.config import ConfigWrongError

FOLDER = Path(relay.cli.__file__).parent
ASKED = re.compile(
    r'"((?:error|init|serve|openapi|doctor|key|manager|side|status|certify|revoke|reopen|case|policy|renew|demo|station|vault|usage)-[a-z-]+)"'
)
# Made from a value of a closed set: the set stands in the code beside it.
MADE = re.compile(
    r"^(error|side|status)-|^doctor-(fine|warn|fault)$|^station-(given-|(fetching|making|sealing|sending)$)"
    r"|^demo-(victim|responsible|mediator|manager|newcomer|lacking-)"
)


def _names(language: Language) -> set[str]:
    body = parse((FOLDER / f"{language}.ftl").read_text("utf-8")).body
    return {entry.id.name for entry in body if isinstance(entry, ast.Message)}


def _asked() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in FOLDER.glob("*.py"))
    return set(ASKED.findall(text)) - {"open-case"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_is_there_and_none_is_left_over(language: Language) -> None:
    """A sentence that is missing would be a traceback in front of an operator."""
    names = _names(language)
    assert _asked() - names == set()
    assert {name for name in names - _asked() if not MADE.match(name)} == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_refusal_is_a_sentence(language: Language) -> None:
    """Of the relay, of the settings, of the network, of the system."""
    words = words_in(language)
    for kind in errors.all_kinds():
        refused = kind.__new__(kind)
        refused.args = ("facts",)
        assert len(sentence(words, refused)) > 10
    for refused in (ConfigWrongError("facts"), aiohttp.ClientError("facts"), PermissionError("facts")):
        assert "facts" in sentence(words, refused)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "en_CA.UTF-8"}, "en"),
        ({"LC_ALL": "fr_FR", "LANG": "en_GB"}, "fr"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_systems(environment: dict[str, str], language: str) -> None:
    """As POSIX has it: the first that is set and not empty."""
    assert language_of(environment) == language


def test_a_sentence_without_its_facts_is_our_bug() -> None:
    """It is not shown with a hole in it."""
    with pytest.raises(KeyError):
        words_in("en").say("case-opened")
