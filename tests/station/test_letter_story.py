# SPDX-License-Identifier: EUPL-1.2
"""The whole letter story over real HTTP and real storage, driven by the Python clients."""

import asyncio
from pathlib import Path

import pytest

from relay.crypto.encoding import unb64u
from relay.demo.cast import PARTS
from relay.demo.hands import Hand
from relay.errors import (
    KeyDestroyedError,
    NotAllowedError,
    NotFoundError,
    NotReleasedError,
    RelayError,
    StaleVersionError,
    WithdrawnError,
)
from relay.protocol import wire
from relay.records import Answer, Tombstone
from relay.station.reading import give_answer, read
from relay.station.reviewing import Reviewed, approve, offer, release, review
from relay.station.writing import take_back
from tests.station.looking import see_offer
from tests.station.relays import Case, case, every_byte, forms_of, write

FRENCH = "Bonjour,\n\nLe zèbre à lunettes répète\u00a0: «\u00a0pourquoi cette maison\u00a0?\u00a0»"
ENGLISH = "Hello,\n\nThe quizzical walrus answers plainly, because you asked."
NOTE = "Un flamant cartographe annonce une lettre d’une page."
PLANTED = (
    "zèbre à lunettes",
    "pourquoi cette maison",
    "quizzical walrus",
    "answers plainly",
    "flamant cartographe",
)


async def _claim_and_approve(mediator: Hand, message: str) -> None:
    await mediator.client.claim(message, version=(await mediator.client.message(message)).view.version)
    reviewed = await review(mediator.client, mediator.keyring, mediator.believed, message)
    await approve(
        mediator.client, mediator.keyring, mediator.believed, reviewed, number=mediator.next_number()
    )


async def _look(mediator: Hand, message: str) -> Reviewed:
    return await review(mediator.client, mediator.keyring, mediator.believed, message)


async def _offer(mediator: Hand, message: str) -> None:
    reviewed = await _look(mediator, message)
    number = mediator.next_number()
    await offer(mediator.client, mediator.keyring, mediator.believed, reviewed, number=number, note=NOTE)


async def _answer(reader: Hand, message: str, answer: Answer) -> wire.MessageView:
    number = reader.next_number()
    return await give_answer(
        reader.client, reader.keyring, reader.believed, message, answer=answer, number=number
    )


async def _release(mediator: Hand, message: str) -> None:
    await release(mediator.client, mediator.keyring, mediator.believed, await _look(mediator, message))


async def _pass_on(case_: Case, message: str, reader: Hand) -> None:
    await _claim_and_approve(case_.mediator, message)
    await _offer(case_.mediator, message)
    await _answer(reader, message, Answer.READY)
    await _release(case_.mediator, message)


async def _read(reader: Hand, message: str) -> str:
    opened = await read(reader.client, reader.keyring, reader.believed, message)
    return opened.parts[0].decode("utf-8")


async def _take_back(author: Hand, message: str) -> None:
    number = author.next_number()
    receipt = await take_back(author.client, author.keyring, author.believed, message, number=number)
    assert receipt.message == message


async def test_a_french_letter_is_reviewed_offered_read_and_answered(tmp_path: Path) -> None:
    """What was written is what is read, word for word, and so is the answer."""
    async with case(tmp_path / "relay") as case_:
        victim, responsible, mediator = case_.victim, case_.responsible, case_.mediator
        message = await write(victim, responsible, case_.id, FRENCH)
        await _claim_and_approve(mediator, message)
        reviewed = await _look(mediator, message)
        assert reviewed.opened.parts == (FRENCH.encode("utf-8"),)
        await _offer(mediator, message)
        offered = await see_offer(responsible.client, responsible.keyring, responsible.believed, message)
        assert offered.note is not None
        assert offered.note.words == NOTE
        await _answer(responsible, message, Answer.READY)
        await _release(mediator, message)
        assert await _read(responsible, message) == FRENCH
        answer = await write(responsible, victim, case_.id, ENGLISH, language="en")
        await _pass_on(case_, answer, victim)
        assert await _read(victim, answer) == ENGLISH


async def test_p2_nothing_can_be_read_before_it_is_released(tmp_path: Path) -> None:
    """Before the offer there is nothing to see; before the release nothing to open."""
    async with case(tmp_path / "relay") as case_:
        reader = case_.responsible
        message = await write(case_.victim, reader, case_.id, FRENCH)
        await _claim_and_approve(case_.mediator, message)
        with pytest.raises(NotFoundError):
            await reader.client.message(message)
        await _offer(case_.mediator, message)
        with pytest.raises(NotReleasedError):
            await _read(reader, message)
        for fetch in (reader.client.part, reader.client.leaves):
            with pytest.raises(NotFoundError):
                await fetch(message, 0)


async def test_the_author_is_told_no_more_than_that_it_was_approved(tmp_path: Path) -> None:
    """Offered, ready, released and opened all look like approved from the other side."""
    async with case(tmp_path / "relay") as case_:
        author, reader = case_.victim, case_.responsible
        message = await write(author, reader, case_.id, FRENCH)
        await _claim_and_approve(case_.mediator, message)
        seen = (await author.client.message(message)).view
        await _offer(case_.mediator, message)
        assert (await author.client.message(message)).view == seen
        await _answer(reader, message, Answer.READY)
        await _release(case_.mediator, message)
        await _read(reader, message)
        assert (await author.client.message(message)).view == seen
        assert seen.state == "approved"


async def test_p10_after_the_receipt_nothing_is_served_to_anybody(tmp_path: Path) -> None:
    """P10: no detail, part, leaf table, wrap or note, to reader, mediator or author."""
    async with case(tmp_path / "relay") as case_:
        message = await write(case_.victim, case_.responsible, case_.id, FRENCH)
        await _pass_on(case_, message, case_.responsible)
        assert await _read(case_.responsible, message) == FRENCH
        await _take_back(case_.victim, message)
        for hand in (case_.responsible, case_.mediator, case_.victim):
            for fetch in (hand.client.part, hand.client.leaves):
                with pytest.raises((WithdrawnError, NotFoundError)):
                    await fetch(message, 0)
            detail = await hand.client.message(message)
            assert (detail.manifest, detail.header, detail.wrap, detail.notes) == (None, None, None, [])
            assert detail.view.state == "withdrawn"
        with pytest.raises(RelayError):
            await _read(case_.responsible, message)


async def test_p11_the_key_is_destroyed_when_the_receipt_arrives(tmp_path: Path) -> None:
    """P11: its slot is empty, its files are gone, and the tombstone says since when."""
    async with case(tmp_path / "relay") as case_:
        parts = case_.house.relay.parts
        message = await write(case_.victim, case_.responsible, case_.id, FRENCH)
        key = await parts.shred_keys.read(message)  # pyright: ignore[reportArgumentType]
        await _take_back(case_.victim, message)
        with pytest.raises(KeyDestroyedError):
            await parts.shred_keys.read(message)  # pyright: ignore[reportArgumentType]
        tombstone = await parts.ledger.load(Tombstone, message)
        assert tombstone is not None
        assert tombstone.shredded_at is not None
        for _, content in every_byte(case_.house):
            assert not any(form in content for form in forms_of(key))


async def test_p12_what_arrives_after_the_withdrawal_releases_nothing(tmp_path: Path) -> None:
    """P12: an approval and a release made before and sent after are refused."""
    async with case(tmp_path / "relay") as case_:
        mediator, reader = case_.mediator, case_.responsible
        message = await write(case_.victim, reader, case_.id, FRENCH)
        await mediator.client.claim(message, version=(await mediator.client.message(message)).view.version)
        early = await _look(mediator, message)
        await _take_back(case_.victim, message)
        with pytest.raises((WithdrawnError, NotAllowedError, StaleVersionError)):
            await approve(
                mediator.client, mediator.keyring, mediator.believed, early, number=mediator.next_number()
            )
        second = await write(case_.victim, reader, case_.id, FRENCH)
        await _claim_and_approve(mediator, second)
        await _offer(mediator, second)
        await _answer(reader, second, Answer.READY)
        late = await _look(mediator, second)
        await _take_back(case_.victim, second)
        with pytest.raises((WithdrawnError, NotAllowedError, StaleVersionError)):
            await release(mediator.client, mediator.keyring, mediator.believed, late)
        with pytest.raises(RelayError):
            await _read(reader, second)


async def test_p12_a_release_and_a_withdrawal_at_once_end_withdrawn(tmp_path: Path) -> None:
    """P12: whoever of the two is first, nothing can be read afterwards."""
    async with case(tmp_path / "relay") as case_:
        for _ in range(4):
            message = await write(case_.victim, case_.responsible, case_.id, FRENCH)
            await _claim_and_approve(case_.mediator, message)
            await _offer(case_.mediator, message)
            await _answer(case_.responsible, message, Answer.READY)
            reviewed = await _look(case_.mediator, message)
            hand = case_.mediator
            racing = release(hand.client, hand.keyring, hand.believed, reviewed)
            ended = await asyncio.gather(_take_back(case_.victim, message), racing, return_exceptions=True)
            assert ended[0] is None
            with pytest.raises(RelayError):
                await _read(case_.responsible, message)


async def test_p1_nothing_the_server_wrote_or_logged_holds_a_planted_word(tmp_path: Path) -> None:
    """P1: every file of its folder and every log line, searched in three encodings, after the whole story."""
    async with case(tmp_path / "relay") as case_:
        message = await write(case_.victim, case_.responsible, case_.id, FRENCH)
        await _pass_on(case_, message, case_.responsible)
        await _read(case_.responsible, message)
        answer = await write(case_.responsible, case_.victim, case_.id, ENGLISH, language="en")
        await _pass_on(case_, answer, case_.victim)
        await _read(case_.victim, answer)
        kept = list(every_byte(case_.house))
        await _take_back(case_.victim, message)
        kept += list(every_byte(case_.house))
        words = [form for word in PLANTED for text in _encodings(word) for form in forms_of(text)]
        for name, content in kept:
            assert not [word for word in words if word in content], name
        assert {name for name, _ in kept} >= {"ledger.db", "slots", "own.json", "log"}
        assert any(name.startswith("content/") for name, _ in kept)


async def test_p14_no_secret_of_anybody_is_on_the_server(tmp_path: Path) -> None:
    """P14: no words, kit code, master or seed of anybody, nor a signing key of the programme."""
    async with case(tmp_path / "relay") as case_:
        secrets: list[bytes] = [unb64u(case_.cast.root.seed), unb64u(case_.cast.manager.seed)]
        for part in PARTS:
            player, keyring = case_.cast.players[part], case_.cast.keyring(part)
            secrets += [keyring.master, keyring.identity_seed, keyring.kem_seed]
            secrets += [player.words.encode("ascii"), player.kit.encode("ascii")]
        for name, content in every_byte(case_.house):
            for secret in secrets:
                assert not any(form in content for form in forms_of(secret)), name


async def test_p8_no_signature_over_content_lies_in_clear(tmp_path: Path) -> None:
    """P8: the author's signature is inside the sealed header; the manifest's key is made for it alone."""
    async with case(tmp_path / "relay") as case_:
        message = await write(case_.victim, case_.responsible, case_.id, FRENCH)
        await _pass_on(case_, message, case_.responsible)
        opened = await read(
            case_.responsible.client, case_.responsible.keyring, case_.responsible.believed, message
        )
        detail = await case_.victim.client.message(message)
        assert detail.manifest is not None
        assert detail.manifest.key != case_.victim.keyring.key_id
        assert opened.signer == case_.victim.keyring.key_id
        core = opened.sender.core.encode("ascii")
        for name, content in every_byte(case_.house):
            assert core not in content, name


def _encodings(word: str) -> tuple[bytes, ...]:
    return tuple({word.encode("utf-8"), word.encode("utf-16-le"), word.encode("latin-1", "replace")})
