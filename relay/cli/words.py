# SPDX-License-Identifier: EUPL-1.2
"""What the command line says, in the language of whoever reads it: two Fluent catalogues beside this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["en", "fr"]

_LOCALES: Final[Mapping[Language, str]] = {"en": "en-CA", "fr": "fr-CA"}


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    language: Language
    _bundle: FluentBundle

    def say(self, key: str, **facts: str | int) -> str:
        """Return a sentence.

        Raises:
            KeyError: there is none of that name (our bug).
        """
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, facts)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)

    def knows(self, key: str) -> bool:
        """Say whether there is a sentence of that name."""
        return self._bundle.has_message(key)


def words_in(language: Language) -> Words:
    """Return the sentences of a language."""
    bundle: Any = FluentBundle([_LOCALES[language]], use_isolating=False)
    catalogue = files("relay.cli").joinpath(f"{language}.ftl").read_text("utf-8")
    bundle.add_resource(FluentResource(catalogue))
    return Words(language, bundle)


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language that the system speaks: French where it says so, English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    return "en"
