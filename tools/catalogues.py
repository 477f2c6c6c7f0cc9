# SPDX-License-Identifier: EUPL-1.2
"""English and French say the same things: the same messages, attributes and variables in both catalogues."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
FOLDERS: Final = (ROOT / "web" / "src", ROOT / "relay")

Entries = dict[str, frozenset[str]]


class Variables(Visitor):
    """Collects the variables that a pattern asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        """Note one ``{ $name }``."""
        self.names.add(node.id.name)


def variables(pattern: ast.Pattern) -> frozenset[str]:
    """Return the names of the variables in ``pattern``."""
    visitor = Variables()
    visitor.visit(pattern)
    return frozenset(visitor.names)


def patterns(entry: ast.Message | ast.Term) -> Iterator[tuple[str, ast.Pattern]]:
    """Yield the name and pattern of an entry and of its attributes."""
    if entry.value:
        yield entry.id.name, entry.value
    for attribute in entry.attributes:
        yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def entries(catalogue: Path) -> Entries:
    """Return what each message of ``catalogue`` asks for.

    Raises:
        ValueError: the file does not parse, or says the same message twice.
    """
    found: Entries = {}
    for entry in parse(catalogue.read_text("utf-8")).body:
        if isinstance(entry, ast.Junk):
            where = catalogue.relative_to(ROOT)
            raise ValueError(f"{where}: cannot read {entry.content!r}")  # noqa: TRY004 - its value is wrong
        if isinstance(entry, ast.Message | ast.Term):
            for name, pattern in patterns(entry):
                if name in found:
                    raise ValueError(f"{catalogue.relative_to(ROOT)}: {name} stands twice")
                found[name] = variables(pattern)
    return found


def differences(english: Path, french: Path) -> Iterator[str]:
    """Yield where two catalogues do not say the same."""
    if not french.is_file():
        yield f"{french.relative_to(ROOT)}: missing"
        return
    here, there = entries(english), entries(french)
    for name in sorted(here.keys() ^ there.keys()):
        yield f"{name}: only in {(english if name in here else french).relative_to(ROOT)}"
    for name in sorted(here.keys() & there.keys()):
        if here[name] != there[name]:
            yield f"{name}: asks for {sorted(here[name])} in English and {sorted(there[name])} in French"


def main() -> int:
    """Print every difference; return 1 if there is one."""
    no_arguments(__doc__)
    pairs = [
        (english, english.with_name("fr" + english.name.removeprefix("en")))
        for folder in FOLDERS
        for english in sorted(folder.rglob("en*.ftl"))
    ]
    found = [difference for english, french in pairs for difference in differences(english, french)]
    print("\n".join(found) or f"{len(pairs)} pairs of catalogues agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
