# SPDX-License-Identifier: EUPL-1.2
"""From uploaded parts to the queue: every chunk is hashed again before a mediator sees any.

The blobs are read in slices and hashed off the loop, so that an hour of video does not
stop everybody else's letters.
"""

import asyncio
from typing import Final

from relay.crypto.derive import same
from relay.crypto.encoding import unb64u
from relay.crypto.tree import leaf_hash, root_of
from relay.errors import NotFoundError, RelayError, SizeWrongError, TreeWrongError, UploadIncompleteError
from relay.protocol.manifest import Manifest, Part
from relay.records import Actor, Draft, Message, MessageId, Upload
from relay.review.commands import Submit
from relay.review.desk import CHUNK_BYTES, Desk
from relay.review.making import CONFIRMED
from relay.review.moving import Scene, enter, foresee, manifest_of, move, refuse_stale
from relay.storage.contract import Change, Drop, Page

_SLICE_CHUNKS: Final = 64
MOST_UPLOADS: Final = 128


def part_blob(message: MessageId, part: int) -> str:
    """Return the name of a part's blob."""
    return f"{message}/{part}"


def leaves_blob(message: MessageId, part: int) -> str:
    """Return the name of a part's leaf table."""
    return f"{message}/{part}.leaves"


async def submit(desk: Desk, actor: Actor, *, message: MessageId, version: int | None = None) -> Message:
    """Check every chunk of every finalised part against the manifest, then queue it.

    The caller has finalised each part as blob ``message/part``. Stores the leaf tables,
    drops the draft and the finished uploads, starts the cooling-off time. Made words have
    none: they are proposed to their author, or, being a rendition, come to review at once.

    Raises:
        UploadIncompleteError: a part is missing.
        TreeWrongError, SizeWrongError: a part is not what the manifest says.
        StaleVersionError: ``version`` is not the author's current one.
        NotAllowedError, NotFoundError: as ``machine`` and ``policy`` say.
    """
    scene = await enter(desk, actor, message)
    refuse_stale(scene, version)
    command = _handing_in(scene)
    foresee(scene, command)
    manifest = (await manifest_of(desk, scene)).manifest
    try:
        for part, claim in enumerate(manifest.parts):
            table = await _leaf_table(desk, message, part=part, claim=claim)
            await desk.blobs.put(leaves_blob(message, part), table)
        return await move(desk, scene, command, also=await _leftovers(desk, scene, manifest))
    except RelayError:
        await _clear_if_ended(desk, message)
        raise


def _handing_in(scene: Scene) -> Submit:
    if scene.message.maker is None:
        return Submit(by=scene.actor.person, cooling_seconds=scene.standing.case.cooling_seconds)
    return Submit(by=scene.actor.person, cooling_seconds=0, confirm=scene.message.kind in CONFIRMED)


async def _clear_if_ended(desk: Desk, message: MessageId) -> None:
    """Remove what was put after the message had been taken back, and removed, meanwhile."""
    found = await desk.ledger.load(Message, message)
    if found is None or found.ended_at is not None:
        await desk.blobs.destroy(message)


async def _leaf_table(desk: Desk, message: MessageId, *, part: int, claim: Part) -> bytes:
    blob = part_blob(message, part)
    try:
        size = await desk.blobs.size(blob)
    except NotFoundError:
        raise UploadIncompleteError(f"{blob}: not there yet") from None
    if size != claim.count * CHUNK_BYTES:
        raise SizeWrongError(f"{blob}: {size} bytes for {claim.count} chunks")
    leaves: list[bytes] = []
    while len(leaves) < claim.count:
        count = min(_SLICE_CHUNKS, claim.count - len(leaves))
        stored = await desk.blobs.read(blob, start=len(leaves) * CHUNK_BYTES, length=count * CHUNK_BYTES)
        leaves += await asyncio.to_thread(_hash_chunks, stored)
    root = await asyncio.to_thread(root_of, leaves)
    if not same(root, unb64u(claim.root)):
        raise TreeWrongError(f"{blob}: not what the manifest's root covers")
    return b"".join(leaves)


def _hash_chunks(stored: bytes | bytearray) -> list[bytes]:
    return [leaf_hash(bytes(stored[at : at + CHUNK_BYTES])) for at in range(0, len(stored), CHUNK_BYTES)]


async def _leftovers(desk: Desk, scene: Scene, manifest: Manifest) -> list[Change]:
    """Drop the draft, which is now the message, and the records of its uploads."""
    uploads = await desk.ledger.find(
        Upload, Page(equals={"message": scene.message.id}, limit=max(MOST_UPLOADS, len(manifest.parts)))
    )
    for upload in uploads:
        await desk.blobs.discard(upload.id)
    return [Drop(Draft, scene.message.id), *(Drop(Upload, upload.id) for upload in uploads)]
