# SPDX-License-Identifier: EUPL-1.2
"""A key file: what signs for the programme, sealed under six words, never on the server.

One file a key holder: the root's stays offline, each manager has their own. Its only clear
text is what opening it needs.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from relay.crypto.box import open_box, seal_box
from relay.crypto.canonical import encode
from relay.crypto.derive import SUITE
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import key_encryption_key, normalise_words, stretch_words
from relay.errors import MalformedError, RelayError

_PASSES: Final = 3
_LABEL: Final = "key-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTicket:
    """A ticket for a mediator that this manager made and has not seen answered."""

    code: str
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """An opened key file."""

    type: Literal["root", "manager"]
    fingerprint: str
    seed: str = field(repr=False)
    account: str | None = None  # a manager's, to sign in with
    code: str | None = field(default=None, repr=False)
    tickets: tuple[MadeTicket, ...] = ()


def write_key_file(path: Path, keys: KeyFile, *, words: str, memory_kib: int) -> None:
    """Seal ``keys`` under six words into ``path``, readable by its owner only.

    The file is replaced whole: a crash leaves the old one or the new one.
    """
    salt = secrets.token_bytes(16)
    kek = key_encryption_key(
        stretch_words(normalise_words(words), salt, passes=_PASSES, memory_kib=memory_kib)
    )
    inner = json.dumps(asdict(keys)).encode("utf-8")
    box = seal_box(kek, inner, label=_LABEL, context=_context(keys.type), salt=secrets.token_bytes(32))
    outer = {
        "type": keys.type,
        "salt": b64u(salt),
        "passes": _PASSES,
        "memory_kib": memory_kib,
        "box": b64u(box),
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(outer, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def read_key_file(path: Path, *, words: str) -> KeyFile:
    """Open a key file.

    Raises:
        MalformedError: not a key file.
        WordsWrongError: not six words of one list.
        CommitmentWrongError: other words.
    """
    try:
        outer = json.loads(path.read_text("utf-8"))
        salt, box = unb64u(outer["salt"]), unb64u(outer["box"])
        passes, memory_kib, kind = outer["passes"], outer["memory_kib"], outer["type"]
    except (ValueError, KeyError, TypeError) as problem:
        raise MalformedError(f"{path} is not a key file") from problem
    except RelayError as problem:
        raise MalformedError(f"{path} is not a key file") from problem
    kek = key_encryption_key(
        stretch_words(normalise_words(words), salt, passes=passes, memory_kib=memory_kib)
    )
    inner: dict[str, Any] = json.loads(open_box(kek, box, label=_LABEL, context=_context(kind)))
    tickets = tuple(MadeTicket(**ticket) for ticket in inner.pop("tickets"))
    return KeyFile(**inner, tickets=tickets)


def _context(kind: str) -> bytes:
    return encode({"suite": SUITE, "type": kind})


def _kek(words: str, salt: bytes, *, passes: int, memory_kib: int) -> bytes:
    secret = stretch_words(normalise_words(words), salt, passes=passes, memory_kib=memory_kib)
    return key_encryption_key(secret)
