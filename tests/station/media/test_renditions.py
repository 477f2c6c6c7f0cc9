# SPDX-License-Identifier: EUPL-1.2
"""A film at a real relay: opened at the station, made watchable or shorter, sealed beside its original."""

import secrets
from pathlib import Path

import pytest

from relay.crypto import keys
from relay.crypto.encoding import b64u
from relay.crypto.signing import statement_hash
from relay.errors import MediaCodecError
from relay.protocol import wire
from relay.protocol.header import TEXT_TYPE
from relay.protocol.manifest import Manifest
from relay.protocol.sealing import Content, SealingKeys, Words, seal_message
from relay.station.calendar import today
from relay.station.keyring import to_wire
from relay.station.media.film import Span
from relay.station.media.rendering import TELLTALES
from relay.station.media.renditions import film_of, give_rendition, make, seal_rendition
from relay.station.media.wanted import Wanted
from relay.station.reviewing import review
from relay.station.writing import seal_key
from tests.station.media.benches import FILMS, bench
from tests.station.relays import Case, case, every_byte, forms_of, write


async def film_message(at: Case, name: str, kind: str) -> str:
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
    film = Content(
        type=kind, content=(FILMS / name).read_bytes(), duration_ms=1000, salt=secrets.token_bytes(32)
    )
    told = Content(type=TEXT_TYPE, content=b"Hello.", duration_ms=None, salt=secrets.token_bytes(32))
    certificate = believed.certificate(at.id, author.keyring.person).hash
    sealed = seal_message(
        outline,
        [film, told],
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
        reviewed = await review(desk.client, desk.keyring, desk.believed, message)
        made = await make(bench(), reviewed, wanted)
        sealed = seal_rendition(desk.keyring, desk.believed, reviewed, made, wanted=wanted)
        view = await give_rendition(desk.client, sealed)
        assert (view.state, view.derived_from) == (state, reviewed.manifest.hash)
        again = await review(desk.client, desk.keyring, desk.believed, sealed.message)
        assert again.opened.parts == tuple(one.content for one in made)
        assert [part.type for part in again.opened.sender.parts] == types
        assert not any(telling in part for telling in TELLTALES for part in again.opened.parts)
        for name, content in every_byte(at.house):
            assert not any(form in content for form in forms_of(made[0].content[4000:4032])), name


async def test_a_letter_holds_no_film(tmp_path: Path) -> None:
    """Said by its code, before anything is made."""
    async with case(tmp_path) as at:
        message = await write(at.victim, at.responsible, at.id, "Bonjour.")
        reviewed = await review(at.mediator.client, at.mediator.keyring, at.mediator.believed, message)
        with pytest.raises(MediaCodecError):
            film_of(reviewed)
