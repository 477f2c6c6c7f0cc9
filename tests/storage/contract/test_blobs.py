# SPDX-License-Identifier: EUPL-1.2
"""The contract of every Blobs: durable offsets, nothing overwritten, gone when it says so."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from relay.errors import ExistsError, NotFoundError, OffsetWrongError
from relay.records import MessageId, UploadId
from relay.storage.contract import Blobs
from tests.storage.builders import ident, stream

UPLOAD, OTHER = UploadId(ident(1)), UploadId(ident(2))
MESSAGE = MessageId(ident(100))
PART = f"{MESSAGE}/0"
MIB = 1_048_576


async def staged(blobs: Blobs, upload: UploadId = UPLOAD, *, chunk_bytes: int = 7) -> bytes:
    """Return all staged bytes."""
    return b"".join([piece async for piece in blobs.read_staged(upload, chunk_bytes=chunk_bytes)])


class TestStaging:
    async def test_what_arrives_is_staged_in_order(self, blobs: Blobs) -> None:
        """Small pieces and large ones, empty ones between."""
        pieces = [b"one", b"", b"two" * MIB, b"three"]
        assert await blobs.stage_append(UPLOAD, 0, stream(*pieces)) == 3 * MIB + 8
        assert await blobs.staged_size(UPLOAD) == 3 * MIB + 8
        assert await staged(blobs, chunk_bytes=MIB) == b"".join(pieces)

    async def test_an_upload_goes_on_at_its_offset(self, blobs: Blobs) -> None:
        """As tus does after a break."""
        assert await blobs.stage_append(UPLOAD, 0, stream(b"first ")) == 6
        assert await blobs.stage_append(UPLOAD, 6, stream(b"second")) == 12
        assert await staged(blobs) == b"first second"

    async def test_a_lost_connection_keeps_what_arrived(self, blobs: Blobs) -> None:
        """The new offset is returned, not raised away."""
        lost = stream(b"arrived", ConnectionResetError("lost"))
        assert await blobs.stage_append(UPLOAD, 0, lost) == 7
        assert await staged(blobs) == b"arrived"

    async def test_a_connection_lost_at_once_keeps_what_was_there(self, blobs: Blobs) -> None:
        """Nothing new is nothing lost."""
        await blobs.stage_append(UPLOAD, 0, stream(b"earlier"))
        assert await blobs.stage_append(UPLOAD, 7, stream(ConnectionResetError("lost"))) == 7
        assert await staged(blobs) == b"earlier"

    async def test_an_append_cuts_off_what_was_never_acknowledged(self, blobs: Blobs) -> None:
        """Bytes beyond the recorded offset are of a request that nobody was answered."""
        await blobs.stage_append(UPLOAD, 0, stream(b"kept, doubtful and long"))
        assert await blobs.stage_append(UPLOAD, 4, stream(b"!")) == 5
        assert await staged(blobs) == b"kept!"

    @pytest.mark.parametrize("offset", [1, 8, 10**9])
    async def test_an_offset_beyond_the_staged_bytes_is_refused(self, blobs: Blobs, offset: int) -> None:
        """There is never a hole."""
        if offset > 1:
            await blobs.stage_append(UPLOAD, 0, stream(b"seven.."))
        before = await blobs.staged_size(UPLOAD)
        with pytest.raises(OffsetWrongError):
            await blobs.stage_append(UPLOAD, offset, stream(b"x"))
        assert await blobs.staged_size(UPLOAD) == before

    async def test_a_second_append_at_the_same_time_is_refused(self, blobs: Blobs) -> None:
        """Two tabs, one upload: the first is not disturbed."""
        go_on, begun = asyncio.Event(), asyncio.Event()

        async def slow() -> AsyncIterator[bytes]:
            yield b"first"
            begun.set()
            await go_on.wait()
            yield b" goes on"

        first = asyncio.create_task(blobs.stage_append(UPLOAD, 0, slow()))
        await begun.wait()
        with pytest.raises(OffsetWrongError):
            await blobs.stage_append(UPLOAD, 0, stream(b"second"))
        go_on.set()
        assert await first == 13
        assert await staged(blobs) == b"first goes on"

    async def test_a_cancelled_append_lets_the_next_one_in(self, blobs: Blobs) -> None:
        """Whatever it had written is cut off by the next append at the recorded offset."""
        begun = asyncio.Event()

        async def endless() -> AsyncIterator[bytes]:
            while True:
                yield b"x" * MIB
                begun.set()
                await asyncio.sleep(0)

        first = asyncio.create_task(blobs.stage_append(UPLOAD, 0, endless()))
        await begun.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        assert await blobs.stage_append(UPLOAD, 0, stream(b"anew")) == 4
        await asyncio.sleep(0.05)
        assert await staged(blobs) == b"anew"

    async def test_uploads_do_not_meet(self, blobs: Blobs) -> None:
        """Many at once, each with its own bytes."""
        uploads = [UploadId(ident(n)) for n in range(10)]
        contents = [bytes([n]) * (n * 100_000) for n in range(10)]
        await asyncio.gather(
            *(
                blobs.stage_append(upload, 0, stream(content))
                for upload, content in zip(uploads, contents, strict=True)
            )
        )
        assert [await staged(blobs, upload, chunk_bytes=MIB) for upload in uploads] == contents

    async def test_nothing_staged_has_no_bytes(self, blobs: Blobs) -> None:
        """Asking is no error."""
        assert await blobs.staged_size(UPLOAD) == 0
        assert await staged(blobs) == b""

    async def test_pieces_have_the_asked_size(self, blobs: Blobs) -> None:
        """So that each is one sealed chunk, the last perhaps shorter."""
        await blobs.stage_append(UPLOAD, 0, stream(b"0123456789"))
        pieces = [piece async for piece in blobs.read_staged(UPLOAD, chunk_bytes=4)]
        assert pieces == [b"0123", b"4567", b"89"]

    async def test_a_discarded_upload_is_forgotten(self, blobs: Blobs) -> None:
        """And discarding again is harmless."""
        await blobs.stage_append(UPLOAD, 0, stream(b"gone"))
        await blobs.discard(UPLOAD)
        await blobs.discard(UPLOAD)
        assert await blobs.staged_size(UPLOAD) == 0


class TestBlobs:
    async def test_a_finalised_upload_is_a_blob(self, blobs: Blobs) -> None:
        """And staged no more."""
        await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
        await blobs.finalise(UPLOAD, PART)
        assert await blobs.read(PART, start=0, length=100) == b"sealed"
        assert await blobs.size(PART) == 6
        assert await blobs.staged_size(UPLOAD) == 0

    async def test_finalising_again_is_harmless(self, blobs: Blobs) -> None:
        """A client whose answer was lost asks again."""
        await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
        await blobs.finalise(UPLOAD, PART)
        await blobs.finalise(UPLOAD, PART)
        assert await blobs.read(PART, start=0, length=100) == b"sealed"

    async def test_finalising_at_the_same_moment_is_harmless(self, blobs: Blobs) -> None:
        """Two tabs hand the same letter in."""
        for number in range(60):
            upload, blob = UploadId(ident(1_000 + number)), f"{ident(2_000 + number)}/0"
            await blobs.stage_append(upload, 0, stream(b"sealed"))
            await asyncio.gather(*(blobs.finalise(upload, blob) for _ in range(4)))
            assert await blobs.read(blob, start=0, length=100) == b"sealed"

    async def test_another_upload_cannot_replace_a_blob(self, blobs: Blobs) -> None:
        """Not even with the same bytes; its staged bytes stay."""
        for upload in (UPLOAD, OTHER):
            await blobs.stage_append(upload, 0, stream(b"sealed"))
        await blobs.finalise(UPLOAD, PART)
        with pytest.raises(ExistsError):
            await blobs.finalise(OTHER, PART)
        assert await blobs.staged_size(OTHER) == 6

    async def test_an_upload_that_never_staged_cannot_claim_a_blob(self, blobs: Blobs) -> None:
        """Nothing staged is nothing to finalise, there or not."""
        with pytest.raises(NotFoundError):
            await blobs.finalise(OTHER, PART)
        await blobs.put(PART, b"small")
        with pytest.raises(ExistsError):
            await blobs.finalise(OTHER, PART)

    async def test_of_two_uploads_at_once_one_gets_the_name(self, blobs: Blobs) -> None:
        """And the blob is whole, of that one."""
        for upload, content in ((UPLOAD, b"one"), (OTHER, b"two")):
            await blobs.stage_append(upload, 0, stream(content))
        outcomes = await asyncio.gather(
            blobs.finalise(UPLOAD, PART), blobs.finalise(OTHER, PART), return_exceptions=True
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["ExistsError", "NoneType"]
        winner = [b"one", b"two"][outcomes.index(None)]
        assert await blobs.read(PART, start=0, length=9) == winner

    async def test_a_small_blob_is_put_once(self, blobs: Blobs) -> None:
        """The same bytes again are harmless, others are refused."""
        leaves = f"{PART}.leaves"
        await blobs.put(leaves, b"table")
        await blobs.put(leaves, b"table")
        with pytest.raises(ExistsError):
            await blobs.put(leaves, b"other")
        assert await blobs.read(leaves, start=0, length=9) == b"table"

    @pytest.mark.parametrize(
        ("start", "length", "expected"),
        [(0, 4, b"0123"), (4, 4, b"4567"), (8, 4, b"89"), (10, 4, b""), (99, 1, b""), (3, 0, b"")],
    )
    async def test_a_range_is_read(self, blobs: Blobs, start: int, length: int, expected: bytes) -> None:
        """Shorter only at the end."""
        await blobs.put(PART, b"0123456789")
        assert await blobs.read(PART, start=start, length=length) == expected

    async def test_what_is_not_there_is_not_found(self, blobs: Blobs) -> None:
        """The same for size and read."""
        with pytest.raises(NotFoundError):
            await blobs.size(PART)
        with pytest.raises(NotFoundError):
            await blobs.read(PART, start=0, length=1)

    async def test_a_destroyed_message_has_no_blobs(self, blobs: Blobs) -> None:
        """All its parts, and only its; again is harmless."""
        await blobs.stage_append(UPLOAD, 0, stream(b"sealed"))
        await blobs.finalise(UPLOAD, PART)
        await blobs.put(f"{PART}.leaves", b"table")
        await blobs.put(f"{ident(101)}/0", b"another message")
        await blobs.destroy(MESSAGE)
        await blobs.destroy(MESSAGE)
        for blob in (PART, f"{PART}.leaves"):
            with pytest.raises(NotFoundError):
                await blobs.read(blob, start=0, length=1)
        assert await blobs.size(f"{ident(101)}/0") == 15

    async def test_a_file_is_lent_for_a_range_until_it_is_destroyed(self, blobs: Blobs) -> None:
        """Or none is, ever: then it is read."""
        await blobs.put(PART, b"0123456789" * 50_000)
        lent = await blobs.lend(PART, start=7, length=200_000)
        if lent is not None:
            with lent:
                lent.seek(7)
                assert lent.read(6) == b"789012"
        await blobs.destroy(MESSAGE)
        if lent is not None:
            with pytest.raises(NotFoundError):
                await blobs.lend(PART, start=7, length=1)

    async def test_readers_during_a_destruction_are_told_or_served_whole(self, blobs: Blobs) -> None:
        """A race has two ends, and no third."""
        await blobs.put(PART, b"x" * 1000)

        async def read() -> bytes | None:
            try:
                return bytes(await blobs.read(PART, start=0, length=1000))
            except NotFoundError:
                return None

        results = await asyncio.gather(*(read() for _ in range(20)), blobs.destroy(MESSAGE))
        assert set(results[:-1]) <= {b"x" * 1000, None}
        assert await read() is None
