# SPDX-License-Identifier: EUPL-1.2
"""A file sealed piece by piece is what the protocol seals at once; a telltale anywhere in it stops it."""

import re
import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.padding import CHUNK_BYTES, LENGTH_BYTES, unpad
from relay.crypto.stream import open_stream, part_keys
from relay.crypto.tree import leaf_hash, root_of
from relay.errors import MediaNotCleanError
from relay.protocol.manifest import Manifest, part_context
from relay.station.media.rendering import Made
from relay.station.media.sealing import TELLTALES, seal_file

ID = b64u(bytes(16))
HASH = b64u(bytes(32))
OUTLINE = Manifest(
    programme=HASH,
    case=ID,
    message=ID,
    sender=ID,
    addressees=(ID,),
    channel="video",
    class_="rendition",
    wk=HASH,
    parts=(),
    header_hash=HASH,
    supersedes=None,
    derived_from=HASH,
    directory=HASH,
    directory_epoch=1,
    policy=HASH,
    policy_version=1,
    day="2026-11-28",
)
SCAN = Path(__file__).parents[3] / "web/src/media/scan.ts"
FIRST = CHUNK_BYTES - LENGTH_BYTES  # of the content stand in the first chunk


def made(folder: Path, content: bytes) -> Made:
    """Return content as ffmpeg would have left it."""
    path = folder / "made"
    path.write_bytes(content)
    return Made(type="video/mp4", path=path, duration_ms=1)


@pytest.mark.parametrize("size", [1, FIRST, FIRST + 1, 3 * CHUNK_BYTES, 1_000_000])
async def test_it_opens_to_what_was_made(tmp_path: Path, size: int) -> None:
    """Length first, zeros last, the claim over exactly the stored chunks."""
    content, key = secrets.token_bytes(size), secrets.token_bytes(32)
    shares: list[float] = []
    sealed = await seal_file(OUTLINE, made(tmp_path, content), content_key=key, part=3, tell=shares.append)
    with sealed.stored as file:
        file.seek(0)
        stored = file.read()
    claim, said = sealed.part.claim, sealed.part.said
    keys = part_keys(key, salt=unb64u(claim.salt), context=part_context(OUTLINE, 3))
    opened = open_stream(keys, stored, count=claim.count)
    assert unpad(opened, letter=False) == content
    chunks = [stored[at : at + CHUNK_BYTES + 16] for at in range(0, len(stored), CHUNK_BYTES + 16)]
    assert claim.root == b64u(root_of([leaf_hash(chunk) for chunk in chunks]))
    assert (said.length, said.type, said.duration_ms) == (size, "video/mp4", 1)
    assert shares[0] == 0


def test_the_browser_looks_for_the_same_telltales() -> None:
    """The list stands in two places, and is one list."""
    listed = SCAN.read_text("utf-8").partition("TELLTALES")[2].partition("]\n")[0]
    found = re.findall(r'^  "([^"]+)",$', listed, re.MULTILINE)
    assert [one.replace("\\0", "\0").encode() for one in found] == [*TELLTALES]


@pytest.mark.parametrize("at", [0, FIRST - 5, FIRST, 2 * CHUNK_BYTES - LENGTH_BYTES - 1, 299_000])
async def test_a_telltale_is_found_wherever_it_stands(tmp_path: Path, at: int) -> None:
    """Across the edges of chunks, too; nothing sealed is left over."""
    for telling in TELLTALES:
        content = bytearray(300_000)
        content[at : at + len(telling)] = telling
        with pytest.raises(MediaNotCleanError):
            await seal_file(
                replace(OUTLINE, class_="redaction"),
                made(tmp_path, bytes(content)),
                content_key=bytes(32),
                part=0,
                tell=print,
            )
