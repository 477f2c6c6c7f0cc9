# SPDX-License-Identifier: EUPL-1.2
"""The inner header: what the author says of the parts, signed, sealed under the content key.

The server's disk therefore holds no signature of a person over their words, and the
signature covers the manifest's core, so that nobody who once held the content key can
show the words under another manifest. Always 16 KiB, so its size says nothing.
Twin: ``web/src/protocol/header.ts``. Source: protocol.md section 4.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import MAX_INTEGER, Json
from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.padding import LENGTH_BYTES
from relay.crypto.signing import Statement, decode_envelope, encode_envelope
from relay.errors import SealBrokenError, SizeWrongError, WrongShapeError
from relay.protocol.letter import hidden_at
from relay.protocol.manifest import MAX_PARTS, Manifest, message_context
from relay.protocol.shape import (
    free_text,
    hashed,
    ident,
    integer,
    list_of,
    one_of,
    optional,
    read_statement,
    record_of,
    text,
    write_statement,
)

HEADER_LABEL: Final = "header"
HEADER_BYTES: Final = 16_384
MAX_NOTE_BYTES: Final = 2_000
TEXT_TYPE: Final = "text/plain"
MEDIA_TYPES: Final = (
    TEXT_TYPE,
    "text/vtt",
    "image/jpeg",
    "image/png",
    "image/webp",
    "audio/mp4",
    "audio/ogg",
    "audio/webm",
    "video/mp4",
    "video/webm",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderPart:
    """A part's media type, true length in bytes, and duration in milliseconds if it has one."""

    type: str
    length: int
    duration_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What the author (or maker) signs; ``certificate`` is null for a mediator's."""

    programme: str
    case: str
    core: str
    parts: tuple[SenderPart, ...]
    language: str
    content_note: str
    certificate: str | None


def is_film(kind: str) -> bool:
    """Whether a part's type is a film, or sound alone: watched as it is fetched, and never opened whole."""
    return kind.startswith(("video/", "audio/"))


def _seen_text(value: Json) -> str:
    """Read the content note: it is shown, so it may hold nothing that a reader cannot see."""
    found: str = free_text(MAX_NOTE_BYTES)(value)
    if hidden_at(found) is not None:
        raise WrongShapeError("a content note with hidden text")
    return found


_PART: Final = {
    "type": one_of(*MEDIA_TYPES),
    "length": integer(0, MAX_INTEGER),
    "duration_ms": optional(integer(0, MAX_INTEGER)),
}
_SENDER: Final = {
    "case": ident,
    "core": hashed,
    "parts": list_of(record_of(SenderPart, _PART), least=1, most=MAX_PARTS),
    "language": text(r"[a-z-]{2,8}"),
    "content_note": _seen_text,
    "certificate": optional(hashed),
}


def parse_sender(body: bytes) -> Sender:
    """Read a ``sender`` body; raises as ``shape.read_statement``."""
    return Sender(**read_statement(body, "sender", _SENDER))


def build_sender(sender: Sender) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("sender", sender)
    parse_sender(body)
    return body


def header_hash(box: bytes) -> str:
    """Return ``H("header", box)``, as the manifest names it."""
    return b64u(tagged_hash("header", box))


def seal_header(content_key: bytes, statement: Statement, *, context: bytes, salt: bytes) -> bytes:
    """Seal a signed ``sender`` statement into a box of 16,464 bytes.

    Args:
        content_key: 32 bytes.
        statement: the signed statement.
        context: ``manifest.message_context``; it does not depend on the header's hash.
        salt: 32 fresh random bytes.

    Raises:
        SizeWrongError: the statement does not fit into 16 KiB.
    """
    envelope = encode_envelope(statement)
    framed = len(envelope).to_bytes(LENGTH_BYTES, "big") + envelope
    if len(framed) > HEADER_BYTES:
        raise SizeWrongError("the header does not fit into 16 KiB")
    padded = framed.ljust(HEADER_BYTES, b"\x00")
    return seal_box(content_key, padded, label=HEADER_LABEL, context=context, salt=salt)


def open_header(content_key: bytes, box: bytes, *, manifest: Manifest) -> Statement:
    """Open the inner header; the signature in it is not verified yet.

    Raises:
        SealBrokenError: not the box that the manifest names, or changed.
        CommitmentWrongError: not the key of this header.
        SizeWrongError: not exactly 16 KiB, or padding that is not zero.
        TooLargeError, MalformedError, NotCanonicalError, WrongShapeError: no envelope in it.
    """
    if header_hash(box) != manifest.header_hash:
        raise SealBrokenError("not the header that the manifest names")
    padded = open_box(content_key, box, label=HEADER_LABEL, context=message_context(manifest))
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    end = LENGTH_BYTES + length
    if len(padded) != HEADER_BYTES or end > HEADER_BYTES:
        raise SizeWrongError("a header has 16 KiB")
    if padded.count(0, end) != HEADER_BYTES - end:
        raise SizeWrongError("padding that is not zero")
    return decode_envelope(padded[LENGTH_BYTES:end])
