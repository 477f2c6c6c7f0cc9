# SPDX-License-Identifier: EUPL-1.2
"""A key file: what signs for the programme, sealed under six words, never on the server.

One file a key holder: the root's stays offline, each manager has their own, and a mediator's
is the vault of their station. Its only clear text is what opening it needs. The manager's
screens open theirs too.
Twin: ``web/src/relay/key_file.ts``. Source: docs/format.md section 5.
"""

import os
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

import msgspec

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import encode
from relay.crypto.derive import SUITE
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import PASSES, key_encryption_key, normalise_words, stretch_words
from relay.errors import MalformedError, RelayError

KeyHolder = Literal["root", "manager", "mediator"]

MEMORY_KIB: Final = 131_072
_LABEL: Final = "key-file"
_PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTicket:
    """A ticket for a mediator that this manager made and has not seen answered."""

    code: str = field(repr=False)
    lookup: str
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """An opened key file; ``seed`` and ``intake``: 32 bytes each as text. A mediator's seed is their master.

    ``intake`` opens what people write who ask to take part. ``relay manager renew`` adds it
    to the file of a programme that was founded before there was one.
    """

    type: KeyHolder
    fingerprint: str
    seed: str = field(repr=False)
    account: str | None = None  # a manager's or mediator's, to sign in with
    person: str | None = None  # a mediator's
    code: str | None = field(default=None, repr=False)
    intake: str | None = field(default=None, repr=False)
    tickets: tuple[MadeTicket, ...] = ()


class _Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file as it lies on a disk."""

    type: KeyHolder
    salt: str
    passes: int
    memory_kib: int
    box: str


def write_key_file(path: Path, keys: KeyFile, *, words: str, memory_kib: int = MEMORY_KIB) -> None:
    """Seal ``keys`` under six words into ``path``, readable by its owner only.

    The file is replaced whole: a crash leaves the old one or the new one.

    Raises:
        WordsWrongError: not six words of one list.
        OSError: the disk refused; the old file is as it was.
    """
    _replace(path, seal_key_file(keys, words=words, memory_kib=memory_kib))


def seal_key_file(keys: KeyFile, *, words: str, memory_kib: int = MEMORY_KIB) -> bytes:
    """Return the content of a key file.

    Raises:
        WordsWrongError: not six words of one list.
    """
    salt = secrets.token_bytes(16)
    kek = _kek(words, salt, passes=PASSES, memory_kib=memory_kib)
    box = seal_box(
        kek,
        msgspec.json.encode(keys),
        label=_LABEL,
        context=_context(keys.type),
        salt=secrets.token_bytes(32),
    )
    sealed = _Sealed(type=keys.type, salt=b64u(salt), passes=PASSES, memory_kib=memory_kib, box=b64u(box))
    return msgspec.json.format(msgspec.json.encode(sealed))


def read_key_file(path: Path, *, words: str) -> KeyFile:
    """Open a key file.

    Raises:
        RelayError: as ``unseal_key_file``.
        OSError: it cannot be read.
    """
    return unseal_key_file(path.read_bytes(), words=words)


def unseal_key_file(content: bytes, *, words: str) -> KeyFile:
    """Open the content of a key file.

    Raises:
        MalformedError: not a key file.
        WordsWrongError: not six words of one list.
        TooWeakError, WrongShapeError: it asks for less or more work than any we write.
        CommitmentWrongError: other words.
    """
    try:
        sealed = msgspec.json.decode(content, type=_Sealed)
        salt, box = unb64u(sealed.salt, size=16), unb64u(sealed.box)
    except (msgspec.MsgspecError, RelayError) as problem:
        raise MalformedError("not a key file") from problem
    kek = _kek(words, salt, passes=sealed.passes, memory_kib=sealed.memory_kib)
    inner = open_box(kek, box, label=_LABEL, context=_context(sealed.type))
    return msgspec.json.decode(inner, type=KeyFile)


def keep_ticket(keys: KeyFile, ticket: MadeTicket, *, at: int) -> KeyFile:
    """Return ``keys`` with one more ticket, and without those that are over."""
    living = tuple(known for known in keys.tickets if known.expires_at > at)
    return replace(keys, tickets=(*living, ticket))


def drop_ticket(keys: KeyFile, lookup: str) -> KeyFile:
    """Return ``keys`` without an answered ticket."""
    return replace(keys, tickets=tuple(known for known in keys.tickets if known.lookup != lookup))


def _context(kind: KeyHolder) -> bytes:
    return encode({"suite": SUITE, "type": kind})


def _kek(words: str, salt: bytes, *, passes: int, memory_kib: int) -> bytes:
    return key_encryption_key(
        stretch_words(normalise_words(words), salt, passes=passes, memory_kib=memory_kib)
    )


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(path.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, _PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
