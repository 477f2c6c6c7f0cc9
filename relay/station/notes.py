# SPDX-License-Identifier: EUPL-1.2
"""Sealed notes: a mediator's words beside a decision, for exactly their readers."""

import secrets
from dataclasses import dataclass

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import unwrap, wrap
from relay.errors import NotFoundError
from relay.protocol import wire
from relay.protocol.note_words import NoteWords, build_note, parse_note
from relay.protocol.record import note_context, note_hash, open_note, seal_note
from relay.station.keyring import Keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody a key is wrapped for."""

    key_id: str
    kem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """A sealed note as it travels, and the hash that a statement names."""

    hash: str
    note: wire.Note


def write_note(
    words: NoteWords, *, programme: str, case: str, message: str, readers: tuple[Reader, ...]
) -> NewNote:
    """Seal a note under its own key and wrap that key for each reader; raises as ``build_note``."""
    key = secrets.token_bytes(32)
    context = note_context(programme, case, message=message)
    box = seal_note(key, build_note(words), context=context, salt=secrets.token_bytes(32))
    named = note_hash(box)
    wraps = [
        wire.Wrap(
            purpose="note",
            recipient=reader.key_id,
            wrap=b64u(wrap(unb64u(reader.kem), key, purpose="note", subject=unb64u(named))),
        )
        for reader in readers
    ]
    return NewNote(hash=named, note=wire.Note(box=b64u(box), wraps=wraps))


def read_note(keyring: Keyring, detail: wire.MessageDetail, *, named: str, programme: str) -> NoteWords:
    """Open the note that a verified statement names.

    Raises:
        NotFoundError: the server did not hand it over.
        WrapBrokenError, SealBrokenError, CommitmentWrongError: not that note, or not for me.
        RelayError: as ``note_words.parse_note``.
    """
    stored = next((note for note in detail.notes if note.hash == named), None)
    if stored is None:
        raise NotFoundError(f"no note {named}")
    key = unwrap(keyring.kem_seed, unb64u(stored.wrap), purpose="note", subject=unb64u(named))
    context = note_context(programme, detail.view.case, message=detail.view.message)
    return parse_note(open_note(key, unb64u(stored.box), context=context, named=named))
