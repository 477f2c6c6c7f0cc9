# SPDX-License-Identifier: EUPL-1.2
"""The words on the screens, read from the catalogues, so that a test follows what people read."""

from functools import cache
from pathlib import Path
from typing import Final, Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["en", "fr"]
_LOCALES: Final = Path(__file__).parents[2] / "web" / "src" / "locales"
_TERRITORY: Final = {"en": "en-CA", "fr": "fr-CA"}


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([_TERRITORY[language]], use_isolating=False)
    for file in sorted(_LOCALES.glob(f"{language}*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def say(language: Language, key: str, **given: object) -> str:
    """Return what the screen says for ``key``, of a letter unless ``what`` says otherwise.

    A missing key or argument fails the test.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    assert pattern is not None, key
    text, problems = bundle.format_pattern(pattern, {"what": "letter", **given})
    assert not problems, problems
    return str(text)
