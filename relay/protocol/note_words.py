# SPDX-License-Identifier: EUPL-1.2
"""What a sealed note says: one canonical JSON object, each text without hidden characters.

The words beside a decision, the passages that a return marks, what an approval looked at,
how an offer is to be read. Twin: ``web/src/protocol/note_words.ts``. Source:
docs/format.md section 4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, cast

from relay.crypto.canonical import Json, decode, encode
from relay.errors import HiddenTextError, TooLargeError, WrongShapeError
from relay.protocol.letter import hidden_at
from relay.protocol.shape import (
    Reader,
    as_json,
    boolean,
    day,
    integer,
    list_of,
    one_of,
    optional,
    read_fields,
    record_of,
    set_of,
    text,
)

MAX_CHARACTERS: Final = 16_000
MAX_MARKS: Final = 200
MAX_NOTE_BYTES: Final = 64_000
_MOST_CHECKS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainNote:
    """Words, and no more."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked passage: code points ``from_`` up to ``to`` of the letter's text, and words about it."""

    from_: int
    to: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedNote:
    """Words to the author of what is returned, and the passages that they are about."""

    words: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How something is to be read.

    Attributes:
        company: ``any``, with a ``mediator``, or with a ``support`` person.
        parts: better in parts than at once.
        print: it may be printed.
        kiosk: it may be read at a kiosk.
        expires: the last day on which it may be opened, or None.
    """

    company: str
    parts: bool
    print: bool
    kiosk: bool
    expires: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNote:
    """To colleagues, beside an approval: what was looked at, and how it is to be read."""

    words: str
    checks: tuple[str, ...]
    content_note: str
    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferNote:
    """To the addressee, beside an offer: what waits, and how it is to be read."""

    words: str
    content_note: str
    conditions: Conditions


NoteWords = PlainNote | MarkedNote | ReviewNote | OfferNote


def _seen_text(value: Json) -> str:
    """Read text that is shown: it may hold nothing that a reader cannot see."""
    if not isinstance(value, str):
        raise WrongShapeError("text belongs here")
    if len(value) > MAX_CHARACTERS:
        raise TooLargeError(f"text of more than {MAX_CHARACTERS} characters")
    if value and hidden_at(value) is not None:
        raise HiddenTextError("a note with hidden text")
    return value


def _marks(value: Json) -> tuple[Mark, ...]:
    mark = record_of(Mark, {"from": integer(), "to": integer(1), "words": _seen_text})
    marks: tuple[Mark, ...] = list_of(mark, most=MAX_MARKS)(value)
    if any(one.from_ >= one.to for one in marks):
        raise WrongShapeError("a mark that begins where it ends")
    if any(later.from_ < earlier.to for earlier, later in pairwise(marks)):
        raise WrongShapeError("marks out of order, or over each other")
    return marks


_CONDITIONS: Final = record_of(
    Conditions,
    {
        "company": one_of("any", "mediator", "support"),
        "parts": boolean,
        "print": boolean,
        "kiosk": boolean,
        "expires": optional(day),
    },
)
_READING: Final[dict[str, Reader]] = {
    "words": _seen_text,
    "content_note": _seen_text,
    "conditions": _CONDITIONS,
}
_KINDS: Final[dict[str, tuple[Callable[..., NoteWords], dict[str, Reader]]]] = {
    "plain": (PlainNote, {"words": _seen_text}),
    "marked": (MarkedNote, {"words": _seen_text, "marks": _marks}),
    "review": (ReviewNote, _READING | {"checks": set_of(text(r"[a-z-]{1,32}"), most=_MOST_CHECKS)}),
    "offer": (OfferNote, _READING),
}
_NAMES: Final = {PlainNote: "plain", MarkedNote: "marked", ReviewNote: "review", OfferNote: "offer"}


def parse_note(content: bytes) -> NoteWords:
    """Read what a note's box holds.

    Raises:
        TooLargeError: more than 64,000 bytes, or a text of more than 16,000 characters.
        MalformedError, NotCanonicalError: as ``canonical.decode``.
        HiddenTextError: a text with a character that a letter may not hold.
        WrongShapeError: another kind, or other fields, types or ranges.
    """
    value = decode(content, max_bytes=MAX_NOTE_BYTES)
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or kind not in _KINDS:
        raise WrongShapeError("no note of a known kind")
    make, readers = _KINDS[kind]
    return make(**read_fields({name: item for name, item in value.items() if name != "kind"}, readers))


def build_note(note: NoteWords) -> bytes:
    """Return a note's canonical bytes, after reading them back; raises as ``parse_note``."""
    content = encode(cast("dict[str, Any]", as_json(note)) | {"kind": _NAMES[type(note)]})
    parse_note(content)
    return content
