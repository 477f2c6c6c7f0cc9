# SPDX-License-Identifier: EUPL-1.2
"""Looking for planted words in bytes, as they are and in the ways that JSON and bases carry them."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path


def shapes(word: str) -> tuple[bytes, ...]:
    """Return the byte forms in which ``word`` could travel.

    As text, as UTF-16, in base64 at each offset, in hex, and as JSON and URL escapes.
    """
    raw = word.encode("utf-8")
    forms = [raw, word.encode("utf-16-le"), raw.hex().encode(), raw.hex().upper().encode()]
    forms += [word.encode("unicode_escape"), "".join(f"%{byte:02X}" for byte in raw).encode()]
    for lead in range(3):
        whole = base64.b64encode(b"\0" * lead + raw)
        # Only the characters that no neighbouring byte has a bit in.
        middle = whole[-(-lead * 8 // 6) : (lead + len(raw)) * 8 // 6]
        forms += [middle, middle.replace(b"+", b"-").replace(b"/", b"_")]
    return tuple(dict.fromkeys(forms))


def found_in(places: Iterable[tuple[str, bytes]], words: Iterable[str]) -> Iterator[str]:
    """Yield "place: word" for every planted word that any form of stands in."""
    wanted = [(word, shapes(word)) for word in words]
    for name, content in places:
        for word, forms in wanted:
            if any(form in content for form in forms):
                yield f"{name}: {word}"


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder with its bytes, the database's pages and slot file included."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()
