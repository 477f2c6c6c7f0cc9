# SPDX-License-Identifier: EUPL-1.2
"""A small invented programme from fixed seeds: its people, their keys, and kept wraps."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import (
    kem_public_key,
    key_id,
    programme_id,
    short_id,
    signing_public_key,
)
from relay.crypto.signing import Statement, statement_hash
from relay.crypto.wrapping import Purpose, unwrap, wrap
from relay.protocol.directory import (
    Mediator,
    MediatorEntry,
    Voucher,
    vouch,
)

WRAPS: Final = Path(__file__).resolve().parent / "wraps.json"
DAY: Final = "2026-11-22"
LETTER: Final = "Bonjour,\n\nje vous écris pour la première fois.\n\nMerci de m'avoir lu."
EMPTY_HASH: Final = b64u(sha256(b""))

Change = Callable[[Any], Any]


def seed(name: str) -> bytes:
    """Return 32 fixed bytes for a name."""
    return sha256(b"rj-relay test seed/" + name.encode())


def ident(name: str) -> str:
    """Return a fixed id for a name."""
    return b64u(seed(f"id/{name}")[:16])


def public(name: str) -> bytes:
    """Return the public key of the person whose signing seed is ``seed(name)``."""
    return signing_public_key(seed(name))


def named(name: str) -> str:
    """Return that key's id, as text."""
    return b64u(key_id(public(name)))


def master(person: str) -> bytes:
    """Return a participant's master."""
    return seed(f"master/{person}")


FINGERPRINT: Final = b64u(sha256(public("root")))
PROGRAMME: Final = programme_id(public("root"))
CASE: Final = ident("case")
MESSAGE: Final = ident("message")
MEDIATORS: Final = ("mediator one", "mediator two")
MANAGERS: Final = ("manager one", "manager two")
CONTENT_KEY: Final = seed("content key")


class Wraps:
    """HPKE draws its own randomness, so wraps are kept in a file and checked by opening them."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = json.loads(WRAPS.read_text("utf-8")) if WRAPS.exists() else {}
        self.used: dict[str, str] = {}

    def get(self, kem: bytes, key: bytes, *, purpose: Purpose, subject: bytes) -> bytes:
        """Return the kept wrap of exactly this, or make it."""
        name = hashlib.sha256(kem + key + purpose.encode() + subject).hexdigest()[:32]
        kept = self.kept.get(name)
        public_key = kem_public_key(kem)
        found = unb64u(kept) if kept else wrap(public_key, key, purpose=purpose, subject=subject)
        if unwrap(kem, found, purpose=purpose, subject=subject) != key:
            raise AssertionError(f"the kept wrap {name} opens to something else")
        self.kept[name] = self.used[name] = b64u(found)
        return found

    def save(self) -> str:
        """Return what the file must hold: what was used, and nothing else."""
        return json.dumps(self.used, indent=1, sort_keys=True) + "\n"


KEPT: Final = Wraps()


def unchanged(record: Any) -> Any:
    """Leave a record as it is."""
    return record


def ident_of(name: str) -> str:
    """Return the id of the mediator whose signing seed is ``seed(name)``."""
    return short_id(public(name))


def hash_of(kind: str, statement: Statement) -> str:
    """Return a statement's hash, as text."""
    return b64u(statement_hash(kind, statement.body))


def mediator_entry(name: str) -> MediatorEntry:
    """Return an active mediator's entry."""
    return MediatorEntry(
        key=b64u(public(name)), kem=b64u(kem_public_key(seed(f"kem/{name}"))), status="active", from_=None
    )


def voucher(mediator: str, signer: str) -> Voucher:
    """Return a signer's voucher for a mediator."""
    entry = mediator_entry(mediator)
    return vouch(seed(signer), Mediator(programme=PROGRAMME, mediator=entry.key, kem=entry.kem))


def changed(**fields: Any) -> Change:
    """Return a change that sets fields of a record."""
    return lambda record: replace(record, **fields)
