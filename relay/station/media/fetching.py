# SPDX-License-Identifier: EUPL-1.2
"""A film from the relay into a file in memory (tmpfs), piece by piece, never whole in this process.

Each chunk is compared with its leaf before it is opened, and the film is used only when all of it was there
and its end is as it must be. Twin in kind: ``web/src/media/seekable.ts``. Source: docs/format.md section 6.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from relay.crypto.padding import CHUNK_BYTES, LENGTH_BYTES
from relay.crypto.stream import STORED_CHUNK_BYTES, split_stored
from relay.errors import SizeWrongError
from relay.protocol.manifest import check_table
from relay.protocol.opening import OpenMessage, open_part_chunk
from relay.station.client import Client

_CHUNKS_AT_ONCE: Final = 32  # 2 MiB

Tell = Callable[[float], None]


async def fetch_film(client: Client, message: OpenMessage, part: int, target: Path, *, tell: Tell) -> None:
    """Fetch, verify and open a part into ``target``, which is written anew.

    Args:
        client: signed in as somebody who may read it.
        message: opened, so that its keys and lengths are right.
        part: which, from 0.
        target: on a tmpfs.
        tell: hears what share of it is there.

    Raises:
        TreeWrongError, SealBrokenError: not the bytes that were signed; ``target`` is of no use.
        SizeWrongError: its length or its padding is not the one that was signed.
    """
    named = message.manifest.manifest.message
    leaves = check_table(message.manifest.manifest, part, table=await client.leaves(named, part))
    with target.open("wb") as file:
        content = _Content(file, length=message.sender.parts[part].length)
        for first in range(0, len(leaves), _CHUNKS_AT_ONCE):
            end = min(len(leaves), first + _CHUNKS_AT_ONCE)
            stored = await client.part_range(
                named, part, start=first * STORED_CHUNK_BYTES, end=end * STORED_CHUNK_BYTES
            )
            for opened in _opened(message, stored, part=part, first=first, leaves=leaves):
                content.take(opened)
            tell(end / len(leaves))
        content.check_whole()


def _opened(
    message: OpenMessage, stored: bytes, *, part: int, first: int, leaves: Sequence[bytes]
) -> Iterator[bytes]:
    chunks = split_stored(stored, count=len(stored) // STORED_CHUNK_BYTES)
    for index, chunk in enumerate(chunks, first):
        yield open_part_chunk(message, chunk, part=part, index=index, leaves=leaves)


class _Content:
    """Takes padded chunks in their order, and keeps only what is between length and padding."""

    def __init__(self, file: BinaryIO, *, length: int) -> None:
        self._file = file
        self._length = length
        self._at = 0

    def take(self, chunk: bytes) -> None:
        """Write what of a chunk is content; refuse a length or padding that nobody signed."""
        start = 0
        if self._at == 0:
            start = LENGTH_BYTES
            if int.from_bytes(chunk[:LENGTH_BYTES], "big") != self._length:
                raise SizeWrongError("a part of another length than its header says")
        end = min(CHUNK_BYTES, max(start, LENGTH_BYTES + self._length - self._at))
        if chunk.count(0, end) != CHUNK_BYTES - end:
            raise SizeWrongError("padding that is not zero")
        self._file.write(chunk[start:end])
        self._at += CHUNK_BYTES

    def check_whole(self) -> None:
        """Refuse a file that is shorter than its header says."""
        self._file.flush()
        if self._file.tell() != self._length:
            raise SizeWrongError("shorter than its header says")
