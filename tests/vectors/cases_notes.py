# SPDX-License-Identifier: EUPL-1.2
"""Family note: what a sealed note may say."""

from typing import Any, Final

from relay.crypto.canonical import encode
from relay.crypto.encoding import b64u
from tests.vectors.maker import Maker

FREELY: Final = {"company": "any", "parts": False, "print": False, "kiosk": True, "expires": None}
MARK: Final = {"from": 3, "to": 9, "words": "La rue."}
PLAIN: Final = {"kind": "plain", "words": "Voir avec Ada."}
MARKED: Final = {"kind": "marked", "words": "Merci.", "marks": [MARK, {"from": 9, "to": 12, "words": ""}]}
READING: Final = {"words": "Une page.", "content_note": "Cela parle du jour même.", "conditions": FREELY}
REVIEW: Final = {"kind": "review", "checks": ["blame", "identity"], **READING}
OFFER: Final = {
    "kind": "offer",
    **READING,
    "conditions": {
        "company": "support",
        "parts": True,
        "print": True,
        "kiosk": False,
        "expires": "2026-12-24",
    },
}


def add_cases(maker: Maker) -> None:
    """Add the family."""
    for name, note in (("plain", PLAIN), ("marked", MARKED), ("review", REVIEW), ("offer", OFFER)):
        _add(maker, f"known/note-{name}", note, "ok", f"a note of kind {name}")
    _add(maker, "known/note-emoji", PLAIN | {"words": "❤️ " * 2 + "ᐊᐃᓐᖓᐃ"}, "ok", "emoji and syllabics")
    for name, note, expect, why in _refused():
        _add(maker, f"note/{name}", note, expect, why)


def _add(maker: Maker, name: str, note: Any, expect: str, why: str) -> None:
    body = b64u(encode(note))
    maker.add(name, "parse-note", {"body": body}, expect=expect, note=why, claim="P28")


def _refused() -> tuple[tuple[str, Any, str, str], ...]:
    overlap = [MARK, {"from": 8, "to": 12, "words": ""}]
    turned = [{"from": 9, "to": 12, "words": ""}, MARK]
    return (
        ("hidden-words", PLAIN | {"words": "a\u200bb"}, "hidden-text", "U+200B in the words"),
        ("hidden-content", OFFER | {"content_note": "a\u202eb"}, "hidden-text", "U+202E in the content note"),
        (
            "hidden-mark",
            MARKED | {"marks": [MARK | {"words": "a\U000e0041"}]},
            "hidden-text",
            "a tag in a mark",
        ),
        ("long", PLAIN | {"words": "a" * 16_001}, "too-large", "16,001 characters"),
        ("no-kind", {"words": "a"}, "wrong-shape", "no kind"),
        ("unknown-kind", PLAIN | {"kind": "score"}, "wrong-shape", "a kind that there is not"),
        ("foreign-field", PLAIN | {"score": 3}, "wrong-shape", "a field that there is not"),
        ("missing-field", {"kind": "marked", "words": "a"}, "wrong-shape", "no marks"),
        ("list", [PLAIN], "wrong-shape", "a list"),
        ("empty-mark", MARKED | {"marks": [MARK | {"to": 3}]}, "wrong-shape", "begins where it ends"),
        ("overlap", MARKED | {"marks": overlap}, "wrong-shape", "marks over each other"),
        ("disorder", MARKED | {"marks": turned}, "wrong-shape", "marks out of order"),
        ("many", MARKED | {"marks": _many(201)}, "wrong-shape", "201 marks"),
        ("negative", MARKED | {"marks": [MARK | {"from": -1}]}, "wrong-shape", "before the text"),
        ("checks-unsorted", REVIEW | {"checks": ["identity", "blame"]}, "wrong-shape", "checks out of order"),
        ("checks-twice", REVIEW | {"checks": ["blame", "blame"]}, "wrong-shape", "a check twice"),
        ("company", OFFER | {"conditions": FREELY | {"company": "staff"}}, "wrong-shape", "unknown company"),
        ("day", OFFER | {"conditions": FREELY | {"expires": "2026-02-30"}}, "wrong-shape", "no such day"),
        ("print", OFFER | {"conditions": FREELY | {"print": 1}}, "wrong-shape", "a number for yes"),
    )


def _many(count: int) -> list[dict[str, Any]]:
    return [{"from": 2 * index, "to": 2 * index + 1, "words": ""} for index in range(count)]
