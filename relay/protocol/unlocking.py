# SPDX-License-Identifier: EUPL-1.2
"""What lies on the server for a person who unlocks: slots, bundle, drafts; all boxes.

Each is bound to account and programme, and a slot to its type, salt and parameters, so
that a server cannot hand out a weaker one. Twin: ``web/src/protocol/unlocking.ts``.
Source: docs/format.md sections 3 and 5.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import MAX_STATEMENT_BYTES, decode, encode
from relay.crypto.derive import SUITE
from relay.crypto.keys import bundle_key, draft_key
from relay.errors import UnknownSuiteError, WrongShapeError
from relay.protocol.shape import (
    as_json,
    hashed,
    ident,
    integer,
    list_of,
    optional,
    read_fields,
    record_of,
)

MASTER_BYTES: Final = 32
MAX_BUNDLE_BYTES: Final = 16 * MAX_STATEMENT_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What a slot's box is bound to. ``salt``: 16 bytes as text; 0 passes for kit and link."""

    account: str
    memory_kib: int
    passes: int
    programme: str
    salt: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownManifest:
    """A message id and the hash of its one manifest."""

    message: str
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPolicy:
    """A case, and the highest policy version seen with its hash."""

    case: str
    version: int
    policy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What a client remembers between sessions; ``numbers``: the highest one used."""

    certificate: str | None
    directory: str | None
    directory_epoch: int
    fingerprint: str
    manifests: tuple[KnownManifest, ...]
    numbers: int
    policies: tuple[KnownPolicy, ...]
    programme: str
    root_epoch: int


_BUNDLE: Final = {
    "certificate": optional(hashed),
    "directory": optional(hashed),
    "directory_epoch": integer(),
    "fingerprint": hashed,
    "manifests": list_of(
        record_of(KnownManifest, {"message": ident, "manifest": hashed}),
        rising=lambda known: known.message,
    ),
    "numbers": integer(),
    "policies": list_of(
        record_of(KnownPolicy, {"case": ident, "version": integer(1), "policy": hashed}),
        rising=lambda known: known.case,
    ),
    "programme": ident,
    "root_epoch": integer(),
}


def _slot_context(slot: Slot) -> bytes:
    fields = as_json(slot)
    assert isinstance(fields, dict)  # noqa: S101 - a record becomes an object
    return encode(fields | {"suite": SUITE})


def seal_slot(kek: bytes, master: bytes, *, slot: Slot, salt: bytes) -> bytes:
    """Seal the 32-byte master under a key-encryption key; ``salt``: 32 fresh bytes."""
    if len(master) != MASTER_BYTES:
        raise ValueError("a master has 32 bytes")
    return seal_box(kek, master, label="slot", context=_slot_context(slot), salt=salt)


def open_slot(kek: bytes, box: bytes, *, slot: Slot) -> bytes:
    """Open a slot into the master.

    Raises:
        CommitmentWrongError: wrong words or code, or the slot of something else.
        SealBrokenError: changed, or not a master in it.
    """
    master = open_box(kek, box, label="slot", context=_slot_context(slot))
    if len(master) != MASTER_BYTES:
        raise WrongShapeError("a master has 32 bytes")
    return master


def _account_context(account: str, programme: str) -> dict[str, str | int]:
    return {"account": account, "programme": programme, "suite": SUITE}


def build_bundle(bundle: Bundle) -> bytes:
    """Return the canonical plaintext of a bundle, after reading it back."""
    fields = as_json(bundle)
    assert isinstance(fields, dict)  # noqa: S101 - a record becomes an object
    plaintext = encode(fields | {"suite": SUITE})
    parse_bundle(plaintext)
    return plaintext


def parse_bundle(plaintext: bytes) -> Bundle:
    """Read a bundle's plaintext.

    Raises:
        TooLargeError, MalformedError, NotCanonicalError: as ``canonical.decode``.
        UnknownSuiteError: another suite.
        WrongShapeError: other fields, types, lengths or ranges.
    """
    value = decode(plaintext, max_bytes=MAX_BUNDLE_BYTES)
    if not isinstance(value, dict):
        raise WrongShapeError("a bundle is an object")
    suite = value.get("suite")
    if isinstance(suite, bool) or suite != SUITE:
        raise UnknownSuiteError("a bundle of another suite")
    content = {name: item for name, item in value.items() if name != "suite"}
    return Bundle(**read_fields(content, _BUNDLE))


def seal_bundle(master: bytes, bundle: Bundle, *, account: str, salt: bytes) -> bytes:
    """Seal a bundle; ``salt``: 32 fresh bytes, new at every write."""
    context = encode(_account_context(account, bundle.programme))
    return seal_box(bundle_key(master), build_bundle(bundle), label="bundle", context=context, salt=salt)


def open_bundle(master: bytes, box: bytes, *, account: str, programme: str) -> Bundle:
    """Open a bundle; raises as ``box.open_box`` and ``parse_bundle``."""
    context = encode(_account_context(account, programme))
    return parse_bundle(open_box(bundle_key(master), box, label="bundle", context=context))


def draft_context(account: str, programme: str, *, message: str) -> bytes:
    """Return the canonical context of a draft's box."""
    return encode(_account_context(account, programme) | {"message": message})


def seal_draft(master: bytes, content: bytes, *, context: bytes, salt: bytes) -> bytes:
    """Seal a draft; ``context``: ``draft_context``; ``salt``: 32 fresh bytes."""
    return seal_box(draft_key(master), content, label="draft", context=context, salt=salt)


def open_draft(master: bytes, box: bytes, *, context: bytes) -> bytes:
    """Open a draft; raises as ``box.open_box``."""
    return open_box(draft_key(master), box, label="draft", context=context)
