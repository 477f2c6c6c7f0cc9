# SPDX-License-Identifier: EUPL-1.2
"""What somebody writes who asks to take part, and the manager's sheet about it: inside the boxes.

Both are padded to one of three sizes, so that the relay cannot tell a short request from a
longer one, nor a person who was harmed from staff who ask for somebody.
Twin: ``web/src/protocol/intake_words.ts``. Source: docs/format.md sections 3 and 4.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import Json, decode, encode
from relay.crypto.codes import ALPHABET
from relay.crypto.derive import SUITE, tagged_hash
from relay.crypto.encoding import unb64u
from relay.crypto.padding import LENGTH_BYTES
from relay.crypto.wrapping import unwrap
from relay.errors import SizeWrongError, TooLargeError, WrongShapeError
from relay.protocol.intake_key import SIZES
from relay.protocol.letter import check_letter
from relay.protocol.shape import (
    Reader,
    as_json,
    boolean,
    free_text,
    list_of,
    one_of,
    optional,
    read_fields,
    record_of,
)

SCREENING_LABEL: Final = "screening"
MOST_CHECKS: Final = 32
_STAFF: Final = "staff"
LINE_BYTES: Final = 2_000
WORDS_BYTES: Final = 48_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Somebody asks to take part; text that was left out is empty.

    Attributes:
        who: ``staff`` asks for a person in custody, everybody else for themselves.
        language: in which they want to be answered.
        reach, hours: how and when it is safe to reach them.
        federal: staff only: whether the sentence is two years or more.
        institution: staff only.
        responsibility: staff only: what that person says they did, in their own words.
    """

    who: str
    language: str
    name: str
    reach: str
    hours: str
    words: str
    needs: str
    institution: str
    person: str
    federal: bool | None
    responsibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the eligibility checklist, as it read when it was answered."""

    item: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A manager's screening of one request."""

    checks: tuple[Check, ...]
    words: str


def _shown(max_bytes: int) -> Reader:
    """Read text in a letter's normal form, or none at all."""
    bounded = free_text(max_bytes)

    def read(value: Json) -> str:
        found: str = bounded(value)
        if found:
            check_letter(found)
        return found

    return read


_LINE: Final = _shown(LINE_BYTES)
_WORDS: Final = _shown(WORDS_BYTES)
_ASKING: Final = {
    "who": one_of("victim", "family", "representative", _STAFF),
    "language": one_of("en", "fr"),
    "name": _LINE,
    "reach": _LINE,
    "hours": _LINE,
    "words": _WORDS,
    "needs": _LINE,
    "institution": _LINE,
    "person": _LINE,
    "federal": optional(boolean),
    "responsibility": _WORDS,
}
_CHECK: Final = {"item": _LINE, "answer": one_of("yes", "no", "open")}
_SHEET: Final = {
    "checks": list_of(record_of(Check, _CHECK), most=MOST_CHECKS),
    "words": _WORDS,
}


def build_asking(asking: Asking) -> bytes:
    """Return the padded plaintext of a request, after reading it back; raises as ``parse_asking``."""
    padded = _pad(encode(as_json(asking)))
    parse_asking(padded)
    return padded


def parse_asking(padded: bytes) -> Asking:
    """Read the plaintext of a request.

    Raises:
        SizeWrongError: not padded to its size.
        TooLargeError, MalformedError, NotCanonicalError: as ``canonical.decode``.
        WrongShapeError: other fields, nowhere to reach them, or staff's fields from somebody else.
        HiddenTextError, NotNormalError: text that a manager would not see as it is.
    """
    asking = Asking(**read_fields(decode(_unpad(padded)), _ASKING))
    staff = asking.who == _STAFF
    if not asking.reach or staff != (asking.federal is not None):
        raise WrongShapeError("no way to reach them, or fields that do not fit who asks")
    if not staff and (asking.institution or asking.responsibility):
        raise WrongShapeError("staff's fields from somebody who is none")
    return asking


def build_sheet(sheet: Sheet) -> bytes:
    """Return the padded plaintext of a screening sheet, after reading it back."""
    padded = _pad(encode(as_json(sheet)))
    parse_sheet(padded)
    return padded


def parse_sheet(padded: bytes) -> Sheet:
    """Read the plaintext of a screening sheet; raises as ``parse_asking``."""
    return Sheet(**read_fields(decode(_unpad(padded)), _SHEET))


def receipt_number(intake: str) -> str:
    """Return what a person can say on the telephone: the first 40 bits of the id, in two groups of four."""
    value = int.from_bytes(unb64u(intake)[:5], "big")
    digits = "".join(ALPHABET[value >> shift & 31] for shift in range(35, -1, -5))
    return f"{digits[:4]}-{digits[4:]}"


def sheet_context(programme: str, intake: str) -> bytes:
    """Return the canonical context of a screening sheet's box."""
    return encode({"intake": intake, "programme": programme, "suite": SUITE})


def sheet_subject(box: bytes) -> bytes:
    """Return ``H("screening", box)``, which the wrap is bound to."""
    return tagged_hash("screening", box)


def seal_sheet(key: bytes, content: bytes, *, context: bytes, salt: bytes) -> bytes:
    """Seal a screening sheet under a random key; ``salt``: 32 fresh bytes, new at every write."""
    return seal_box(key, content, label=SCREENING_LABEL, context=context, salt=salt)


def open_sheet(seed: bytes, box: bytes, *, wrapped: bytes, context: bytes) -> bytes:
    """Open a screening sheet with the intake key's seed; raises as ``intake.open_intake``."""
    key = unwrap(seed, wrapped, purpose="intake", subject=sheet_subject(box))
    return open_box(key, box, label=SCREENING_LABEL, context=context)


def _pad(content: bytes) -> bytes:
    return (len(content).to_bytes(LENGTH_BYTES, "big") + content).ljust(_size_for(len(content)), b"\x00")


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    end = LENGTH_BYTES + length
    if len(padded) not in SIZES or end > len(padded) or _size_for(length) != len(padded):
        raise SizeWrongError("padded to another size than the computed one")
    if padded.count(0, end) != len(padded) - end:
        raise SizeWrongError("padding that is not zero")
    return padded[LENGTH_BYTES:end]


def _size_for(length: int) -> int:
    for size in SIZES:
        if LENGTH_BYTES + length <= size:
            return size
    raise TooLargeError("more than fits into a request")
