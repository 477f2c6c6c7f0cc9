# SPDX-License-Identifier: EUPL-1.2
"""What the app says, as types, typography and reading.

Writes ``web/src/locales/words.ts``, the names that screens may say and what each asks for. Holds French to
Canadian typography and both languages to one apostrophe. ``--grades`` reports how hard the words are to read
(Flesch-Kincaid for English, Kandel-Moles for French); it advises and never fails.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fluent.syntax import ast, parse

from tools.arguments import parser
from tools.catalogues import ROOT, entries, patterns

LOCALES: Final = ROOT / "web" / "src" / "locales"
WORDS: Final = LOCALES / "words.ts"
NBSP: Final = "\u00a0"
HEAD: Final = """\
// SPDX-License-Identifier: EUPL-1.2
// biome-ignore-all format: made by a tool
// biome-ignore-all lint/style/noExcessiveLinesPerFile: made by a tool
/** What can be said, and what each message asks for. Made from the English catalogues by `tools/words.py`. */
export type Words = {
"""
FRENCH: Final = (
    (re.compile(rf"[^{NBSP}\d]:(?!\S)"), "a colon without its no-break space"),
    (re.compile(rf"«(?!{NBSP})|(?<!{NBSP})»"), "a quotation mark without its no-break space"),
    (re.compile(rf"[ {NBSP}][;!?]"), "a space before ; ! or ?"),
    (re.compile(rf"\d[^{NBSP}]?%|\}}[^{NBSP}]%"), "a per cent sign without its no-break space"),
    (re.compile(r"\"|“|”"), "an English quotation mark"),
)
BOTH: Final = (
    (re.compile(r"'"), "a straight apostrophe"),
    (re.compile(r"  |[ \t]$"), "a space too many"),
    (re.compile(r"\.\.\."), "three dots instead of …"),
)


def plain(pattern: ast.Pattern) -> str:
    """Return the text of a pattern: ``{}`` where something is filled in, the last variant of a choice."""
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            parts.extend(plain(variant.value) for variant in element.expression.variants[-1:])
        else:
            parts.append("{}")
    return "".join(parts)


def sentences(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and text of everything that ``catalogue`` says."""
    for entry in parse(catalogue.read_text("utf-8")).body:
        if isinstance(entry, ast.Message | ast.Term):
            for name, pattern in patterns(entry):
                yield name, plain(pattern)


def faults() -> Iterator[str]:
    """Yield what is wrong with the typography of either language."""
    for catalogue in sorted(LOCALES.glob("*.ftl")):
        rules = (*BOTH, *FRENCH) if catalogue.name.startswith("fr") else BOTH
        for name, text in sentences(catalogue):
            for pattern, what in rules:
                if pattern.search(text):
                    yield f"{catalogue.name}: {name}: {what}: {text!r}"


def words() -> str:
    """Return the contents of ``words.ts``."""
    lines: list[str] = []
    for catalogue in sorted(LOCALES.glob("en*.ftl")):
        for name, asked in entries(catalogue).items():
            if not name.startswith("-"):
                kinds = " | ".join(f'"{variable}"' for variable in sorted(asked)) or "never"
                lines.append(f'  readonly "{name}": {kinds}\n')
    return HEAD + "".join(lines) + "}\n"


def syllables(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels."""
    return max(1, len(re.findall(r"[aeiouyàâéèêëîïôùûü]+", word.lower().removesuffix("e"))))


def grade(catalogue: Path) -> str:
    """Return one line that says how hard a catalogue is to read."""
    text = [sentence for _, sentence in sentences(catalogue) if len(sentence.split()) > 3]  # noqa: PLR2004 - labels apart
    parts = [part for sentence in text for part in re.split(r"[.?!:]\s+", sentence) if part.strip()]
    all_words = re.findall(r"[^\W\d_]+", " ".join(text))
    length = len(all_words) / max(1, len(parts))
    weight = sum(map(syllables, all_words)) / max(1, len(all_words))
    if catalogue.name.startswith("fr"):
        ease = 207 - 1.015 * length - 73.6 * weight
        return f"{catalogue.name}: Kandel-Moles {ease:.0f} (60 and more is plain)"
    years = 0.39 * length + 11.8 * weight - 15.59
    return f"{catalogue.name}: Flesch-Kincaid grade {years:.1f} (8 and less is plain)"


def main() -> int:
    """Write or compare ``words.ts``, print typographic faults; return 1 if something is wrong."""
    arguments = parser(__doc__)
    only = arguments.add_mutually_exclusive_group()
    only.add_argument("--check", action="store_true", help="write nothing; fail when words.ts is not as made")
    only.add_argument(
        "--grades", action="store_true", help="say how hard the catalogues are to read, and stop"
    )
    asked = arguments.parse_args()
    if asked.grades:
        print("\n".join(grade(catalogue) for catalogue in sorted(LOCALES.glob("*.ftl"))))
        return 0
    found = list(faults())
    made = words()
    if not asked.check:
        WORDS.write_text(made, "utf-8")
    elif not WORDS.is_file() or WORDS.read_text("utf-8") != made:
        found.append(f"{WORDS.relative_to(ROOT)}: not as made from the catalogues; run python -m tools.words")
    print("\n".join(found) or "the words are as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
