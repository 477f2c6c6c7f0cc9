# SPDX-License-Identifier: EUPL-1.2
"""Stored boxes: what lies under a message's shred key, and falls with it.

Wraps, header, notes and drafts are sealed bytes already; here they get one more box, so
that destroying one 32-byte slot makes all of them unopenable, in every old backup too.
"""

from collections.abc import Mapping
from typing import Final

from relay.crypto.box import SALT_BYTES
from relay.crypto.derive import tagged_hash
from relay.crypto.encoding import b64u
from relay.errors import (
    ExistsError,
    KeyDestroyedError,
    TooLargeError,
    WithdrawnError,
    WrongShapeError,
)
from relay.records import Hash, KeyId, MessageId, StoredBox
from relay.review.desk import MAX_NOTE_BYTES, WRAP_BYTES, Desk, SealedNote
from relay.storage.contract import Append, Page
from relay.storage.sealed import open_stored, seal_stored

_KEY_BYTES: Final = 32


async def store(desk: Desk, message: MessageId, contents: Mapping[str, bytes]) -> list[Append]:
    """Return the changes that keep each of ``contents`` under what it is called.

    Raises:
        WithdrawnError: the message was taken back meanwhile.
    """
    if not contents:
        return []
    try:
        key = await desk.shred_keys.read(message)
    except KeyDestroyedError:
        raise WithdrawnError(f"{message}: taken back just now") from None
    return store_under(key, desk, message, contents)


def store_under(key: bytes, desk: Desk, message: MessageId, contents: Mapping[str, bytes]) -> list[Append]:
    """Return the same changes with the key at hand, for a message that is just beginning."""
    return [
        Append(
            seal_stored(key, content, message=message, what=what, salt=desk.random(SALT_BYTES)),
        )
        for what, content in contents.items()
    ]


async def load_stored(desk: Desk, message: MessageId) -> dict[str, bytes]:
    """Return everything stored under a message's key, by what it is called.

    Raises:
        KeyDestroyedError: the message was taken back.
    """
    key = await desk.shred_keys.read(message)
    found = await all_boxes(desk, message)
    return {stored.what: open_stored(key, stored) for stored in found}


async def all_boxes(desk: Desk, message: MessageId) -> tuple[StoredBox, ...]:
    """Return a message's boxes, unopened."""
    found: list[StoredBox] = []
    while True:
        after = (found[-1].id, found[-1].id) if found else None
        page = await desk.ledger.find(StoredBox, Page(equals={"message": message}, after=after, limit=200))
        found.extend(page)
        if len(page) < 200:  # noqa: PLR2004 - the page's own limit
            return tuple(found)


async def ensure_key(desk: Desk, message: MessageId) -> bytes:
    """Return the message's shred key, made now if there is none.

    A crash between making the slot and the first record must not burn the id.

    Raises:
        KeyDestroyedError: there was one, and it was destroyed.
        StorageFullError: no slot can be made.
    """
    key = desk.random(_KEY_BYTES)
    try:
        await desk.shred_keys.allocate(message, key)
    except ExistsError:
        return await desk.shred_keys.read(message)
    return key


def check_note(
    note: SealedNote | None, *, named: str | None, readers: frozenset[KeyId], must_read: frozenset[KeyId]
) -> dict[str, bytes]:
    """Return what has to be stored of a note, by what it is called.

    Args:
        note: as received, or None.
        named: the hash that the statement names, or None.
        readers: who may be among its readers.
        must_read: who has to be.

    Raises:
        WrongShapeError: a note without its name or the other way round, another note than
            the named one, foreign or missing readers, or a wrap of another length.
        TooLargeError: longer than a note may be.
    """
    if note is None or named is None:
        if note is None and named is None:
            return {}
        raise WrongShapeError("a note and its hash come together")
    if len(note.box) > MAX_NOTE_BYTES:
        raise TooLargeError(f"a note of {len(note.box)} bytes")
    if b64u(tagged_hash("note", note.box)) != named:
        raise WrongShapeError("not the note that the statement names")
    if not must_read <= set(note.wraps) <= readers:
        raise WrongShapeError("a note has exactly the readers that its statement is for")
    if any(len(wrap) != WRAP_BYTES for wrap in note.wraps.values()):
        raise WrongShapeError(f"a wrap has {WRAP_BYTES} bytes")
    contents = {f"note/{named}": note.box}
    return contents | {f"notewrap/{named}/{reader}": wrap for reader, wrap in note.wraps.items()}


def note_of(contents: Mapping[str, bytes], *, named: Hash, reader: KeyId) -> tuple[bytes, bytes] | None:
    """Return a note's box and the wrap for ``reader``; None where it is not theirs."""
    box, wrap = contents.get(f"note/{named}"), contents.get(f"notewrap/{named}/{reader}")
    return None if box is None or wrap is None else (box, wrap)
