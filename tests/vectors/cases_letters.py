# SPDX-License-Identifier: EUPL-1.2
"""Family render: every way of hiding text in a letter, and text that hides nothing."""

from tests.vectors.maker import Maker


def add_cases(maker: Maker) -> None:
    """Add the family."""
    letters: tuple[tuple[str, str, str, str], ...] = (
        (
            "french",
            "Bonjour\u202f! «\u00a0Ça va\u00a0» : 10\u00a0000\u00a0km, 50\u00a0%.",
            "ok",
            "French spaces",
        ),
        ("english", "Dear you,\n\nI am writing for the first time.", "ok", "two paragraphs"),
        ("syllabics", "ᐊᐃᓐᖓᐃ\nᓄᓇᕗᑦ", "ok", "Inuktitut syllabics"),
        ("arabic", "مرحبا", "ok", "right to left"),
        ("emoji", "❤️ 👩‍👩‍👧 1️⃣ 👍🏽", "ok", "emoji with their joiners"),
        ("zero-width-space", "a\u200bb", "hidden-text", "U+200B"),
        ("zero-width-joiner", "a\u200db", "hidden-text", "U+200D outside an emoji"),
        ("word-joiner", "a\u2060b", "hidden-text", "U+2060"),
        ("byte-order-mark", "\ufeffa", "hidden-text", "U+FEFF"),
        ("override", "a\u202eb", "hidden-text", "U+202E turns what follows round"),
        ("isolate", "a\u2066b", "hidden-text", "U+2066"),
        ("left-to-right-mark", "a\u200eb", "hidden-text", "U+200E"),
        ("arabic-mark", "a\u061cb", "hidden-text", "U+061C"),
        ("tag", "a\U000e0041b", "hidden-text", "a tag character"),
        ("variation-1", "a\ufe00b", "hidden-text", "VS1"),
        ("variation-16", "a\ufe0fb", "hidden-text", "VS16 outside an emoji"),
        ("variation-17", "a\U000e0100b", "hidden-text", "VS17"),
        ("emoji-doubled", "❤️\ufe0f", "hidden-text", "a second VS16 after an emoji"),
        ("soft-hyphen", "a\u00adb", "hidden-text", "U+00AD"),
        ("grapheme-joiner", "a\u034fb", "hidden-text", "U+034F"),
        ("hangul-filler", "a\u3164b", "hidden-text", "U+3164"),
        ("half-filler", "a\uffa0b", "hidden-text", "U+FFA0"),
        ("jamo-filler", "a\u115fb", "hidden-text", "U+115F"),
        ("braille-blank", "a\u2800b", "hidden-text", "U+2800"),
        ("khmer", "a\u17b4b", "hidden-text", "U+17B4"),
        ("mongolian", "a\u180bb", "hidden-text", "U+180B"),
        ("mongolian-vowel", "a\u180eb", "hidden-text", "U+180E"),
        ("annotation", "a\ufff9b", "hidden-text", "U+FFF9"),
        ("object", "a\ufffcb", "hidden-text", "U+FFFC"),
        ("musical", "a\U0001d173b", "hidden-text", "U+1D173"),
        ("private", "a\ue000b", "hidden-text", "private use"),
        ("private-far", "a\U000f0000b", "hidden-text", "private use in plane 15"),
        ("unassigned", "a\u0378b", "hidden-text", "not assigned"),
        ("newer", "a\U0001e4d0b", "hidden-text", "assigned only after Unicode 14"),
        ("noncharacter", "a\ufdd0b", "hidden-text", "a noncharacter"),
        ("em-space", "a\u2003b", "hidden-text", "U+2003"),
        ("ideographic-space", "a\u3000b", "hidden-text", "U+3000"),
        ("tab", "a\tb", "hidden-text", "a tab"),
        ("return", "a\r\nb", "hidden-text", "a carriage return"),
        ("null", "a\x00b", "hidden-text", "U+0000"),
        ("line-separator", "a\u2028b", "hidden-text", "U+2028"),
        ("decomposed", "e\u0301", "not-normal", "not NFC"),
        ("two-spaces", "a  b", "not-normal", "two spaces"),
        ("space-first", " a", "not-normal", "a space at the start"),
        ("space-last", "a ", "not-normal", "a space at the end"),
        ("space-in-line", "a \nb", "not-normal", "a space at the end of a line"),
        ("empty-lines", "a\n\n\nb", "not-normal", "two empty lines"),
        ("line-first", "\na", "not-normal", "an empty line at the start"),
        ("line-last", "a\n", "not-normal", "a line end at the end"),
        ("hard-space", "a\u00a0b", "not-normal", "a hard space between words"),
        ("narrow-space", "a\u202fb", "not-normal", "a narrow space between words"),
        ("mixed-spaces", "a \u00a0!", "not-normal", "a space and a hard space"),
        ("stacked", "a" + "\u0316" * 5, "not-normal", "five marks in a row"),
        ("nothing", "", "not-normal", "no text"),
        ("mark-alone", "\u0316", "not-normal", "nothing but a mark"),
    )
    for name, text, expect, note in letters:
        maker.add(f"render/{name}", "check-letter", {"text": text}, expect=expect, note=note, claim="P28")
    for name, text, note in (
        ("spaces", " a  b\t\u2003c \n", "runs of spaces, a tab, an em space"),
        ("lines", "\r\na\r\rb\u2028c\n\n\n\nd\n", "line ends and empty lines"),
        ("composed", "e\u0301", "NFC"),
        ("french", "Ça va\u00a0? a\u00a0b", "a hard space kept, another repaired"),
    ):
        maker.add(
            f"known/normalise-{name}",
            "normalise-letter",
            {"text": text},
            expect="ok",
            note=note,
            claim="P28",
        )
