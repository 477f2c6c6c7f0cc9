# SPDX-License-Identifier: EUPL-1.2
"""A film at a real relay: opened at the station, made watchable or shorter, sealed beside its original."""

import asyncio
import secrets
from pathlib import Path

import pytest

from relay.crypto import keys
from relay.crypto.encoding import b64u
from relay.crypto.signing import statement_hash
from relay.errors import MediaCodecError, SeveralFilmsError, TreeWrongError
from relay.protocol import wire
from relay.protocol.header import TEXT_TYPE
from relay.protocol.manifest import Manifest
from relay.protocol.sealing import Content, SealingKeys, Words, seal_message
from relay.station.calendar import today
from relay.station.keyring import to_wire
from relay.station.media.film import Span
from relay.station.media.places import find_tmpfs
from relay.station.media.renditions import Asked, At, Worker, make_and_give
from relay.station.media.sealing import TELLTALES
from relay.station.media.wanted import Wanted
from relay.station.reviewing import review
from relay.station.writing import seal_key
from tests.station.media.benches import FILMS, bench
from tests.station.relays import Case, case, every_byte, forms_of, write


async def film_message(at: Case, name: str, kind: str, *, times: int = 1) -> str:
    """Seal a film of the tests as the victim's, and give it to the mediators; return the message."""
    author, believed = at.victim, at.victim.believed
    message, content_key = secrets.token_bytes(16), secrets.token_bytes(32)
    seed = keys.withdraw_seed(author.keyring.master, message)
    policy, directory = believed.policy(at.id), believed.directory
    outline = Manifest(
        programme=policy.policy.programme,
        case=at.id,
        message=b64u(message),
        sender=author.keyring.person,
        addressees=(at.responsible.keyring.person,),
        channel="video",
        class_="original",
        wk=b64u(keys.signing_public_key(seed)),
        parts=(),
        header_hash=b64u(bytes(32)),
        supersedes=None,
        derived_from=None,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )
    content = (FILMS / name).read_bytes()
    films = [
        Content(type=kind, content=content, duration_ms=1000, salt=secrets.token_bytes(32))
        for _ in range(times)
    ]
    told = Content(type=TEXT_TYPE, content=b"Hello.", duration_ms=None, salt=secrets.token_bytes(32))
    certificate = believed.certificate(at.id, author.keyring.person).hash
    sealed = seal_message(
        outline,
        [*films, told],
        words=Words(language="fr", content_note="", certificate=certificate),
        keys=SealingKeys(content_key=content_key, wk_seed=seed, author_seed=author.keyring.identity_seed),
        header_salt=secrets.token_bytes(32),
    )
    subject = statement_hash("manifest", sealed.manifest.body)
    wraps = [seal_key("self", author.keyring.key_id, b64u(author.keyring.kem), content_key, subject)]
    wraps += [
        seal_key("review", named, kem, content_key, subject) for named, kem in believed.mediators(at.id)
    ]
    post = wire.NewMessage(manifest=to_wire(sealed.manifest), header=b64u(sealed.stored.header), wraps=wraps)
    begun = await author.client.begin(post)
    for part, stored in enumerate(sealed.stored.parts):
        await author.client.upload(b64u(message), part, stored.stored)
    await author.client.submit(b64u(message), version=begun.view.version)
    return b64u(message)


def worker(at: Case) -> Worker:
    """Return the case's mediator at the ordinary bench."""
    desk = at.mediator
    return Worker(client=desk.client, keyring=desk.keyring, believed=desk.believed, bench=bench())


async def test_of_two_films_in_one_message_none_is_worked_on(tmp_path: Path) -> None:
    """What was left out of one would stand for both; it is refused by its code before anything is fetched."""
    async with case(tmp_path) as at:
        message = await film_message(at, "silent.mp4", "video/mp4", times=2)
        steps: list[At] = []
        for wanted in (Wanted(kind="blur"), Wanted(kind="poster")):
            with pytest.raises(SeveralFilmsError):
                await make_and_give(worker(at), Asked(message=message, wanted=wanted), watch=steps.append)
        assert steps == []


@pytest.mark.parametrize(
    ("wanted", "types", "state"),
    [
        (Wanted(kind="watchable"), ["video/mp4", "image/jpeg"], "submitted"),
        (Wanted(kind="cut", spans=(Span(start_ms=0, end_ms=500),)), ["video/mp4", "image/jpeg"], "proposed"),
    ],
)
async def test_what_a_station_makes_is_bound_to_its_original(
    tmp_path: Path, wanted: Wanted, types: list[str], state: str
) -> None:
    """Opened by the mediator as what it is; a rendition waits for review, a redaction for its author."""
    async with case(tmp_path) as at:
        message = await film_message(at, "iphone-hevc.mov", "video/mp4")
        desk = at.mediator
        steps: list[At] = []
        view = await make_and_give(worker(at), Asked(message=message, wanted=wanted), watch=steps.append)
        assert (view.state, view.derived_from) == (state, (await desk.client.message(message)).view.manifest)
        again = await review(desk.client, desk.keyring, desk.believed, view.message)
        assert [part.type for part in again.opened.sender.parts] == types
        assert again.opened.parts[0][4:8] == b"ftyp"
        assert again.opened.parts[1].startswith(b"\xff\xd8\xff")
        assert not any(telling in part for telling in TELLTALES for part in again.opened.parts)
        for name, content in every_byte(at.house):
            assert not any(form in content for form in forms_of(again.opened.parts[0][4000:4032])), name
        named = [at.step for at in steps]
        assert sorted(set(named), key=named.index) == ["fetching", "making", "sealing", "sending"]
        assert steps[-1].share == 1


async def test_what_is_stopped_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room in memory, no file of ciphertext, no message, no process: whichever step it was in."""
    ground = find_tmpfs()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with case(tmp_path / "relay") as at:
        message = await film_message(at, "iphone-hevc.mov", "video/mp4")
        before = await at.mediator.client.messages(at.id)
        for step in ("fetching", "making", "sealing"):
            reached = asyncio.Event()

            def watch(now: At, step: str = step, reached: asyncio.Event = reached) -> None:
                if now.step == step:
                    reached.set()

            asked = Asked(message=message, wanted=Wanted(kind="watchable"))
            work = asyncio.create_task(make_and_give(worker(at), asked, watch=watch))
            await reached.wait()
            work.cancel()
            with pytest.raises(asyncio.CancelledError):
                await work
            assert list(ground.glob("relay-film-*")) == []
            assert [path for path in tmp_path.iterdir() if path.is_file()] == []
        assert await at.mediator.client.messages(at.id) == before


async def test_another_film_than_the_signed_one_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relay that sends other chunks is refused before ffmpeg sees a byte."""
    async with case(tmp_path) as at:
        message = await film_message(at, "iphone.mov", "video/mp4")
        honest = at.mediator.client.part_range

        async def lying(named: str, part: int, *, start: int, end: int) -> bytes:
            stored = bytearray(await honest(named, part, start=start, end=end))
            stored[-1] ^= 1
            return bytes(stored)

        monkeypatch.setattr(at.mediator.client, "part_range", lying)
        with pytest.raises(TreeWrongError):
            await make_and_give(worker(at), Asked(message=message, wanted=Wanted(kind="poster")), watch=print)


async def test_a_letter_holds_no_film(tmp_path: Path) -> None:
    """Said by its code, before anything is made."""
    async with case(tmp_path) as at:
        message = await write(at.victim, at.responsible, at.id, "Bonjour.")
        with pytest.raises(MediaCodecError):
            await make_and_give(worker(at), Asked(message=message, wanted=Wanted(kind="poster")), watch=print)
