# SPDX-License-Identifier: EUPL-1.2
"""tus 1.0 as any standard client speaks it, and what each refusal leaves behind."""

import asyncio
import base64
import hashlib
from pathlib import Path

import pytest

from relay.protocol import wire
from relay.records import MessageId, Upload
from relay.review import service
from relay.storage.contract import Page
from relay.storage.faults import Fault, Faults
from relay.storage.memory import MemoryBlobs
from tests.review.letters import chunk_of
from tests.review.world import ODA, VERA, VIVI, World, ident
from tests.server.letters import (
    OCTETS,
    TUS,
    begun,
    metadata,
    new_message,
    patched,
    upload_begun,
    uploaded,
    withdrawn,
)
from tests.server.relays import Relay, populated, real_world, serving

SIZE = 65_552


async def offset_of(relay: Relay, place: str) -> int:
    """Ask how far an upload is."""
    answer = await relay.ask("HEAD", place, by=ODA, headers=TUS)
    assert answer.status == 200, answer
    assert answer.headers["Upload-Length"] == str(SIZE)
    assert answer.body == b""
    return int(answer.headers["Upload-Offset"])


async def test_options_says_what_is_spoken(relay: Relay) -> None:
    """Core, creation, creation-with-upload, termination, checksum and expiration."""
    answer = await relay.ask("OPTIONS", "/v1/uploads")
    assert answer.status == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    spoken = set(answer.headers["Tus-Extension"].split(","))
    assert spoken == {"creation", "creation-with-upload", "termination", "checksum", "expiration"}
    assert "sha256" in answer.headers["Tus-Checksum-Algorithm"].split(",")


async def test_a_part_arrives_in_pieces(real_relay: Relay) -> None:
    """Each acknowledged offset is what HEAD says."""
    message = await begun(real_relay)
    place = await upload_begun(real_relay, message)
    content, at = chunk_of(message), 0
    for size in (1, 999, 40_000, SIZE - 41_000):
        answer = await patched(real_relay, place, content[at : at + size], offset=at)
        at += size
        assert (answer.status, answer.headers["Upload-Offset"]) == (204, str(at))
        assert "Upload-Expires" in answer.headers
        assert await offset_of(real_relay, place) == at


async def test_creation_with_upload_takes_the_first_bytes_along(relay: Relay) -> None:
    """One round trip less."""
    message = await begun(relay)
    headers = OCTETS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)}
    answer = await relay.ask("POST", "/v1/uploads", by=ODA, headers=headers, body=chunk_of(message)[:100])
    assert (answer.status, answer.headers["Upload-Offset"]) == (201, "100")
    assert await offset_of(relay, answer.headers["Location"]) == 100


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"Upload-Length": "65551"}, 422, "size-wrong"),
        ({"Upload-Length": "0"}, 422, "size-wrong"),
        ({"Upload-Length": "99999999999"}, 413, "too-large"),
        ({"Upload-Length": "-1"}, 400, "malformed"),
        ({"Upload-Metadata": ""}, 400, "malformed"),
        ({"Upload-Metadata": "message !!!"}, 400, "malformed"),
        ({"Upload-Metadata": metadata(ident("none"))}, 404, "not-found"),
        ({"Upload-Metadata": metadata(ident("letter"), 1)}, 404, "not-found"),
        ({"Tus-Resumable": "0.2.2"}, 412, "unsupported"),
        ({"Upload-Defer-Length": "1"}, 415, "unsupported"),
    ],
)
async def test_a_wrong_creation_is_refused(
    relay: Relay, changed: dict[str, str], status: int, code: str
) -> None:
    """The length is the manifest's, and the part is mine."""
    message = await begun(relay)
    headers = TUS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)} | changed
    answer = await relay.ask("POST", "/v1/uploads", by=ODA, headers=headers)
    assert (answer.status, answer.code) == (status, code)
    assert answer.headers["Tus-Resumable"] == "1.0.0"


async def test_nobody_else_uploads_into_my_message(relay: Relay) -> None:
    """Neither begins, nor continues, nor ends, nor even sees an upload."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    headers = TUS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)}
    for person in (VIVI, VERA):
        assert (await relay.ask("POST", "/v1/uploads", by=person, headers=headers)).status == 404
        assert (await relay.ask("HEAD", place, by=person, headers=TUS)).status == 410
        assert (await patched(relay, place, b"foreign", by=person)).code == "upload-gone"
        assert (await relay.ask("DELETE", place, by=person, headers=TUS)).code == "upload-gone"
    assert await offset_of(relay, place) == 0


@pytest.mark.parametrize("offset", [1, SIZE, 0])
async def test_another_offset_than_the_acknowledged_one_is_refused(relay: Relay, offset: int) -> None:
    """And the refusal says that the offset is kept."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    assert (await patched(relay, place, b"some")).status == 204
    answer = await patched(relay, place, b"more", offset=offset)
    assert (answer.status, answer.json) == (409, {"code": "offset-wrong", "kept": "offset"})
    assert await offset_of(relay, place) == 4


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_bytes_that_match_their_checksum_are_kept_and_others_are_not(
    relay: Relay, algorithm: str
) -> None:
    """460, and the offset has not moved."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    content = chunk_of(message)
    digest = base64.b64encode(hashlib.new(algorithm, content).digest()).decode()
    wrong = await patched(relay, place, content[:-1] + b"x", Upload_Checksum=f"{algorithm} {digest}")
    assert (wrong.status, wrong.code) == (460, "checksum-wrong")
    assert await offset_of(relay, place) == 0
    right = await patched(relay, place, content, Upload_Checksum=f"{algorithm} {digest}")
    assert right.status == 204


async def test_more_bytes_than_promised_are_refused(relay: Relay) -> None:
    """Before they are read."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    answer = await patched(relay, place, b"x" * (SIZE + 1))
    assert (answer.status, answer.code) == (413, "too-large")


async def test_of_two_patches_at_once_one_is_refused(real_relay: Relay) -> None:
    """seaweedfs#10941: both were accepted there, and the file was lost."""
    relay = real_relay
    message = await begun(relay)
    place = await upload_begun(relay, message)
    content = chunk_of(message)
    answers = await asyncio.gather(*(patched(relay, place, content) for _ in range(6)))
    assert sorted(answer.status for answer in answers) == [204, 409, 409, 409, 409, 409]
    assert await offset_of(relay, place) == SIZE


async def test_a_lost_connection_keeps_what_arrived(real_relay: Relay) -> None:
    """The offset afterwards is what is durable, and the rest follows from there."""
    relay = real_relay
    message = await begun(relay)
    place = await upload_begun(relay, message)
    content = chunk_of(message)
    head = (
        f"PATCH {place} HTTP/1.1\r\nHost: localhost:{relay.port}\r\n"
        f"Authorization: Bearer {await relay.token(ODA)}\r\n"
        f"Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
        f"Content-Length: {SIZE}\r\n\r\n"
    )
    _, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    writer.write(head.encode() + content[:30_000])
    await writer.drain()
    await asyncio.sleep(0.2)
    writer.transport.abort()
    kept = 0
    for _ in range(50):
        if (kept := await offset_of(relay, place)) > 0:
            break
        await asyncio.sleep(0.05)
    assert kept == 30_000
    assert (await patched(relay, place, content[kept:], offset=kept)).status == 204
    asked = wire.VersionPost(version=1)
    submitted = await relay.ask("POST", f"/v1/messages/{message}/submit", by=ODA, json=asked)
    assert submitted.status == 200, submitted


async def test_an_upload_survives_a_restart(tmp_path: Path) -> None:
    """The offset is in the ledger and the bytes are in the file."""
    async with real_world(tmp_path) as world:
        async with serving(world) as relay:
            await populated(world, relay)
            message = await begun(relay)
            place = await upload_begun(relay, message)
            assert (await patched(relay, place, chunk_of(message)[:50_000])).status == 204
        async with serving(world) as relay:
            assert await offset_of(relay, place) == 50_000
            assert (await patched(relay, place, chunk_of(message)[50_000:], offset=50_000)).status == 204


async def test_a_terminated_upload_is_gone(relay: Relay) -> None:
    """204, then 410."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    assert (await relay.ask("DELETE", place, by=ODA, headers=TUS)).status == 204
    assert (await relay.ask("HEAD", place, by=ODA, headers=TUS)).status == 410
    assert await relay.world.ledger.find(Upload, Page(equals={"message": MessageId(message)})) == ()


async def test_an_expired_upload_is_gone(relay: Relay) -> None:
    """After seven days."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    relay.world.now += 7 * 86_400 + 1
    relay.tokens.clear()
    assert (await relay.ask("HEAD", place, by=ODA, headers=TUS)).status == 410


async def test_what_was_not_sent_in_seven_days_is_refused_and_its_author_may_see_why(relay: Relay) -> None:
    """What their device still holds goes out again as another message, never as this one."""
    asked = new_message(relay, "letter", sender=ODA, addressee=VIVI)
    assert (await relay.ask("POST", "/v1/messages", by=ODA, json=asked)).status == 200
    relay.world.now += 7 * 86_400
    relay.tokens.clear()
    await service.sweep(relay.world.desk)
    assert (await relay.ask("POST", "/v1/messages", by=ODA, json=asked)).code == "not-allowed"
    shown = await relay.ask("GET", f"/v1/messages/{ident('letter')}", by=ODA)
    assert (shown.status, shown.json["view"]["state"]) == (200, "expired")


async def test_a_clock_that_jumps_during_an_upload_loses_nothing(relay: Relay) -> None:
    """Forward by less than a week, then back: it goes on from what was acknowledged, once signed in anew."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    at = 0
    for days in (0, 6, -9):
        relay.world.now += days * 86_400
        relay.tokens.clear()
        assert await offset_of(relay, place) == at
        assert (await patched(relay, place, b"some", offset=at)).status == 204
        at += 4


async def test_a_withdrawn_message_takes_no_more_bytes(relay: Relay) -> None:
    """Its uploads are gone with it."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    assert (await withdrawn(relay, message)).status == 200
    assert (await patched(relay, place, b"late")).code in {"upload-gone", "withdrawn"}


async def test_clients_that_can_only_post_override_the_method(relay: Relay) -> None:
    """X-HTTP-Method-Override, as tus has it."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    headers = OCTETS | {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    answer = await relay.ask("POST", place, by=ODA, headers=headers, body=b"some")
    assert (answer.status, answer.headers["Upload-Offset"]) == (204, "4")


@pytest.mark.parametrize("named", ["begun", "unknown"])
async def test_a_beginning_that_is_posted_to_one_upload_begins_nothing(relay: Relay, named: str) -> None:
    """Whether there is such an upload or not: a coded refusal, and no fault of ours."""
    message = await begun(relay)
    place = await upload_begun(relay, message) if named == "begun" else f"/v1/uploads/{ident('none')}"
    headers = TUS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)}
    answer = await relay.ask("POST", place, by=ODA, headers=headers)
    assert answer.status in {410, 415}, answer
    assert len(await relay.world.ledger.find(Upload, Page(equals={}))) == (1 if named == "begun" else 0)


async def test_a_letter_that_is_handed_in_twice_at_once_is_handed_in(tmp_path: Path) -> None:
    """By two tabs, or by one whose answer was slow: each hears that it was, or that it had been."""
    async with real_world(tmp_path) as world, serving(world) as relay:
        await populated(world, relay)
        for number in range(12):
            message = await begun(relay, f"letter {number}")
            await uploaded(relay, message)
            asked = wire.VersionPost(version=1)
            place = f"/v1/messages/{message}/submit"
            answers = await asyncio.gather(*(relay.ask("POST", place, by=ODA, json=asked) for _ in range(4)))
            assert {answer.status for answer in answers} <= {200, 409}, answers
            assert [answer.status for answer in answers].count(200) >= 1


async def test_one_part_has_only_so_many_uploads(relay: Relay) -> None:
    """Nobody fills the disk with beginnings."""
    message = await begun(relay)
    headers = TUS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)}
    answers = [await relay.ask("POST", "/v1/uploads", by=ODA, headers=headers) for _ in range(4)]
    assert [answer.status for answer in answers] == [201, 201, 201, 413]
    assert answers[-1].code == "quota"


async def test_many_beginnings_at_once_are_as_few(real_relay: Relay) -> None:
    """Nor by asking for all of them at the same time: each could hold a whole film."""
    message = await begun(real_relay)
    headers = TUS | {"Upload-Length": str(SIZE), "Upload-Metadata": metadata(message)}
    asked = (real_relay.ask("POST", "/v1/uploads", by=ODA, headers=headers) for _ in range(20))
    answers = await asyncio.gather(*asked)
    assert sorted(answer.status for answer in answers) == [201] * 3 + [413] * 17
    assert {answer.code for answer in answers if answer.status == 413} == {"quota"}


async def test_a_message_with_a_missing_part_is_not_submitted(relay: Relay) -> None:
    """And the draft is kept."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    await patched(relay, place, chunk_of(message)[:-1])
    asked = wire.VersionPost(version=1)
    answer = await relay.ask("POST", f"/v1/messages/{message}/submit", by=ODA, json=asked)
    assert (answer.status, answer.json) == (409, {"code": "upload-incomplete", "kept": "draft"})


async def test_a_part_that_is_not_the_manifest_s_is_not_submitted(relay: Relay) -> None:
    """Every chunk is hashed again by the server."""
    message = await begun(relay)
    place = await upload_begun(relay, message)
    await patched(relay, place, b"x" * SIZE)
    asked = wire.VersionPost(version=1)
    answer = await relay.ask("POST", f"/v1/messages/{message}/submit", by=ODA, json=asked)
    assert (answer.status, answer.code) == (422, "tree-wrong")


async def test_a_full_disk_keeps_what_was_acknowledged() -> None:
    """507, coded, and the offset still holds."""
    faults = Faults()
    world = World(blobs=MemoryBlobs(faults))
    async with serving(world) as relay:
        await populated(world, relay)
        message = await begun(relay)
        place = await upload_begun(relay, message)
        await patched(relay, place, b"some")
        faults.plan("stage_append", Fault.FULL)
        answer = await patched(relay, place, b"more", offset=4)
        assert (answer.status, answer.json) == (507, {"code": "storage-full", "kept": "offset"})
        assert await offset_of(relay, place) == 4
