# SPDX-License-Identifier: EUPL-1.2
"""What ffmpeg has made, sealed piece by piece into a file of ciphertext, and searched on the way.

The file has no name: it is gone when it is closed, and when the process ends. Each chunk is sealed once, and
sending reads what was sealed. Twin in kind: ``web/src/media/sealing_sink.ts``.
Source: docs/format.md section 4.
"""

import asyncio
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from relay.crypto.padding import CHUNK_BYTES, LENGTH_BYTES, padded_size
from relay.crypto.stream import part_keys, seal_chunk
from relay.crypto.tree import leaf_hash
from relay.errors import MediaNotCleanError
from relay.protocol.header import SenderPart
from relay.protocol.manifest import Manifest, is_letter, part_context
from relay.protocol.sealing import SealedPart, claim_of
from relay.station.media.fetching import Tell
from relay.station.media.rendering import Made

# Words that name a place or a maker, long enough not to turn up by chance. Twin: web/src/media/scan.ts.
TELLTALES: Final = (
    *(b"ISO6709", b"com.apple", b"com.android", b"location", b"Location", b"samsung", b"SAMSUNG"),
    *(b"GoPro MET", b"GPSLatitude", b"creationdate", b"Core Media", b"<x:xmpmeta", b"Exif\0\0"),
)
_OVERLAP_BYTES: Final = max(map(len, TELLTALES)) - 1
_BREATHE_EVERY: Final = 32  # chunks, so that who cancels is heard


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A sealed part, and its stored chunks one after the other; whoever holds it closes the file."""

    part: SealedPart
    stored: BinaryIO = field(repr=False)


async def seal_file(
    outline: Manifest, made: Made, *, content_key: bytes, part: int, tell: Tell
) -> SealedFile:
    """Seal what was made as part ``part`` of a message.

    Args:
        outline: only its context fields are used.
        made: nobody writes to its file any more.
        content_key: 32 fresh random bytes, the message's own.
        part: from 0.
        tell: hears what share of it is sealed.

    Raises:
        MediaNotCleanError: it says where or with what it was filmed; nothing of it is kept.
        OSError: no room for the ciphertext.
    """
    salt = secrets.token_bytes(32)
    keys = part_keys(content_key, salt=salt, context=part_context(outline, part))
    length = made.path.stat().st_size
    count = padded_size(length, letter=is_letter(outline)) // CHUNK_BYTES
    leaves: list[bytes] = []
    stored = tempfile.TemporaryFile()  # noqa: SIM115 - whoever gets it closes it
    try:
        with made.path.open("rb") as source:
            for index, chunk in enumerate(_padded(source, length=length, count=count)):
                sealed = seal_chunk(keys, chunk, index=index, last=index == count - 1)
                leaves.append(leaf_hash(sealed))
                stored.write(sealed)
                if index % _BREATHE_EVERY == 0:
                    tell(index / count)
                    await asyncio.sleep(0)
        stored.flush()
    except BaseException:
        stored.close()
        raise
    said = SenderPart(type=made.type, length=length, duration_ms=made.duration_ms)
    return SealedFile(
        part=SealedPart(claim=claim_of(keys, salt=salt, leaves=leaves), said=said), stored=stored
    )


def _padded(source: BinaryIO, *, length: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` full chunks: length, content, zeros; refuse at the first telltale.

    Raises:
        MediaNotCleanError: there is one.
    """
    before = length.to_bytes(LENGTH_BYTES, "big")
    seen = b""
    for _ in range(count):
        piece = source.read(CHUNK_BYTES - len(before))
        seen = seen[-_OVERLAP_BYTES:] + piece
        if any(telling in seen for telling in TELLTALES):
            raise MediaNotCleanError("a telltale is left in what was made")
        yield (before + piece).ljust(CHUNK_BYTES, b"\0")
        before = b""
