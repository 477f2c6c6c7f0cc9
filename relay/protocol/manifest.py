# SPDX-License-Identifier: EUPL-1.2
"""The manifest: everything about a message that the server may see, under the key ``wk``.

One message id has one manifest, ever. What approvals, readiness and releases sign is its
hash, which covers every part's root, so that what was reviewed is what is read.
Twin: ``web/src/protocol/manifest.ts``. Source: protocol.md section 4.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from relay.crypto.canonical import Json, encode
from relay.crypto.derive import SUITE, tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.crypto.tree import open_table
from relay.errors import ForkError, WrongContextError
from relay.protocol.shape import (
    as_json,
    binary,
    day,
    hashed,
    ident,
    integer,
    list_of,
    one_of,
    optional,
    public_key,
    read_statement,
    record_of,
    set_of,
    write_statement,
)

MAX_PARTS: Final = 64
MAX_ADDRESSEES: Final = 8
MAX_CHUNKS: Final = 131_072
_MOST_REMEMBERED: Final = 128
_LETTERS: Final = {"letter", "relayed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part's salt, key commitment, number of chunks and tree root."""

    salt: str
    commitment: str
    count: int
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is signed by ``wk``."""

    programme: str
    case: str
    message: str
    sender: str
    addressees: tuple[str, ...]
    channel: str
    class_: str
    wk: str
    parts: tuple[Part, ...]
    header_hash: str
    supersedes: str | None
    derived_from: str | None
    directory: str
    directory_epoch: int
    policy: str
    policy_version: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedManifest:
    """A manifest under its own ``wk``, with its hash."""

    manifest: Manifest
    hash: str


_PART: Final = {
    "salt": binary(32),
    "commitment": binary(32),
    "count": integer(1, MAX_CHUNKS),
    "root": hashed,
}
_MANIFEST: Final = {
    "case": ident,
    "message": ident,
    "sender": ident,
    "addressees": set_of(ident, least=1, most=MAX_ADDRESSEES),
    "channel": one_of("letter", "video", "relayed"),
    "class": one_of("original", "relayed", "redaction", "excerpt", "rendition"),
    "wk": public_key,
    "parts": list_of(record_of(Part, _PART), least=1, most=MAX_PARTS),
    "header_hash": hashed,
    "supersedes": optional(hashed),
    "derived_from": optional(hashed),
    "directory": hashed,
    "directory_epoch": integer(1),
    "policy": hashed,
    "policy_version": integer(1),
    "day": day,
}


@lru_cache(maxsize=_MOST_REMEMBERED)
def parse_manifest(body: bytes) -> Manifest:
    """Read a ``manifest`` body, the same bytes once; raises as ``shape.read_statement``."""
    return Manifest(**read_statement(body, "manifest", _MANIFEST))


def build_manifest(manifest: Manifest) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("manifest", manifest)
    parse_manifest(body)
    return body


def verify_manifest(
    statement: Statement, *, programme: str, case: str, seen: str | None = None
) -> VerifiedManifest:
    """Believe a manifest, or refuse.

    Args:
        statement: as received.
        programme: the programme it must be for.
        case: the case it must be for.
        seen: the hash of the manifest remembered for this message id, if there is one.

    Raises:
        WrongContextError: another programme or case.
        SignatureWrongError: not signed by the ``wk`` it names.
        ForkError: a second manifest for one message id.
    """
    manifest = parse_manifest(statement.body)
    if (manifest.programme, manifest.case) != (programme, case):
        raise WrongContextError("a manifest of another case")
    verify(statement, "manifest", public_key=unb64u(manifest.wk))
    found = b64u(statement_hash("manifest", statement.body))
    if seen is not None and seen != found:
        raise ForkError("a second manifest for one message")
    return VerifiedManifest(manifest=manifest, hash=found)


def is_letter(manifest: Manifest) -> bool:
    """Whether parts are padded as a letter's (next 64 KiB) and not by Padme."""
    return manifest.channel in _LETTERS


def message_context(manifest: Manifest) -> bytes:
    """Return the canonical context of the message's header and confirmation."""
    return encode(_context(manifest))


def part_context(manifest: Manifest, part: int) -> bytes:
    """Return the canonical context of part ``part``, from 0."""
    return encode(_context(manifest) | {"part": part})


def _context(manifest: Manifest) -> dict[str, Json]:
    return {
        "addressees": list(manifest.addressees),
        "case": manifest.case,
        "channel": manifest.channel,
        "class": manifest.class_,
        "message": manifest.message,
        "programme": manifest.programme,
        "sender": manifest.sender,
        "suite": SUITE,
    }


def core_hash(manifest: Manifest) -> str:
    """Return ``H("manifest-core", ...)`` over the manifest without its ``header_hash``.

    The author's signature in the inner header covers it, so that nobody who once held the
    content key can show the words under another manifest.
    """
    fields = as_json(manifest)
    assert isinstance(fields, dict)  # noqa: S101 - a record becomes an object
    del fields["header_hash"]
    return b64u(tagged_hash("manifest-core", encode(fields | {"kind": "manifest", "suite": SUITE})))


def check_table(manifest: Manifest, part: int, *, table: bytes) -> tuple[bytes, ...]:
    """Return a part's leaves after comparing the table with the manifest.

    Raises:
        TreeWrongError: another length, or another root.
    """
    claim = manifest.parts[part]
    return open_table(table, count=claim.count, root=unb64u(claim.root))
