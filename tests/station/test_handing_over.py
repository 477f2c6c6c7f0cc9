# SPDX-License-Identifier: EUPL-1.2
"""A case goes from one mediator to another over real HTTP and real storage, with real keys."""

from pathlib import Path
from typing import Literal

import pytest

from relay.crypto.encoding import unb64u
from relay.crypto.wrapping import unwrap
from relay.demo.letters import Hand
from relay.errors import ForbiddenError, NotFoundError, NotReleasedError, RelayError, WrongContextError
from relay.protocol import wire_casework, wire_handover
from relay.protocol.approval import parse_decision
from relay.protocol.record import record_box_hash
from relay.station.handing_over import hand_over
from relay.station.kinds import of_kind
from relay.station.notes import read_note
from relay.station.reviewing import Reviewed, Verdict, approve, decide, review
from relay.station.writing import take_back
from tests.station.handing import another_case, another_mediator, assign, give_all, look_again
from tests.station.looking import read_records
from tests.station.relays import Case, case, every_byte, forms_of, write

LETTER = "Bonjour,\n\nLe flamant cartographe vous écrit encore."
NOTE = "Attendre que le zèbre soit rentré."


async def _held(case_: Case) -> str:
    """Write a letter and put it on hold, with a note for the mediators of then."""
    message = await write(case_.victim, case_.responsible, case_.id, LETTER)
    hand = case_.mediator
    await hand.client.claim(message, version=(await hand.client.message(message)).view.version)
    reviewed = await _open(hand, message)
    verdict = Verdict(decision="hold", note=NOTE, until="2099-01-01")
    await decide(
        hand.client, hand.keyring, hand.believed, reviewed, verdict=verdict, number=hand.next_number()
    )
    return message


async def _open(hand: Hand, message: str) -> Reviewed:
    return await review(hand.client, hand.keyring, hand.believed, message)


async def _note(hand: Hand, message: str) -> str:
    detail = await hand.client.message(message)
    named = parse_decision(of_kind(detail, "decision")[0].body).note
    programme = hand.believed.directory.directory.programme
    return read_note(hand.keyring, detail, named=named or "", programme=programme).words


async def test_p19_the_case_goes_to_another_mediator_by_re_wrap(tmp_path: Path) -> None:
    """Old to new: nothing before, everything after, and the old one out when the policy says so."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _held(case_)
        await assign(case_, case_.mediator, newly)
        await look_again(newly)
        with pytest.raises(NotReleasedError):
            await _open(newly, message)
        with pytest.raises(NotFoundError):
            await _note(newly, message)
        records = await read_records(newly.client, newly.keyring, newly.believed, case_.id)
        assert all(one.content is None for one in records)
        assert await give_all(case_, case_.mediator, newly) == 2 + len(records)
        opened_records = await read_records(newly.client, newly.keyring, newly.believed, case_.id)
        assert [one.verified for one in opened_records] == [one.verified for one in records]
        assert all(one.content for one in opened_records)
        opened = await _open(newly, message)
        assert opened.opened.parts == (LETTER.encode("utf-8"),)
        assert await _note(newly, message) == NOTE
        assert await give_all(case_, case_.mediator, newly) == 0
        await assign(case_, newly)
        for fetch in (case_.mediator.client.message(message), case_.mediator.client.part(message, 0)):
            with pytest.raises(NotFoundError):
                await fetch
        with pytest.raises(ForbiddenError):
            await case_.mediator.client.handovers(case_.id)
        await look_again(newly)
        answered = await approve(
            newly.client, newly.keyring, newly.believed, await _open(newly, message), number=1
        )
        assert answered.state == "approved"


async def test_p19_when_the_old_mediator_is_gone_an_author_hands_over_their_own_words(tmp_path: Path) -> None:
    """From the wrap that they kept for themselves; another's letter stays shut."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        mine = await write(case_.victim, case_.responsible, case_.id, LETTER)
        theirs = await write(case_.responsible, case_.victim, case_.id, LETTER)
        await assign(case_, newly)
        await look_again(newly)
        assert await give_all(case_, case_.victim, newly) == 1
        assert (await _open(newly, mine)).opened.parts == (LETTER.encode("utf-8"),)
        with pytest.raises(NotReleasedError):
            await _open(newly, theirs)


@pytest.mark.parametrize("kind", ["message", "record"])
async def test_p19_a_server_that_lists_another_case_s_things_gets_no_key_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Literal["message", "record"]
) -> None:
    """The giver's own client sees which case a thing is of, whatever list it stands on."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await write(case_.victim, case_.responsible, case_.id, LETTER)
        other = await another_case(case_)
        hand = case_.mediator
        await look_again(hand)
        manifest = (await hand.client.message(message)).view.manifest
        shown = (await hand.client.records(case_.id))[0]
        record, subject = shown.record, record_box_hash(unb64u(shown.box))
        foreign = {
            "message": wire_handover.Unhanded(kind="message", of=message, subject=manifest, version=None),
            "record": wire_handover.Unhanded(kind="record", of=record, subject=subject, version=1),
        }
        tried: list[object] = []

        async def listed(*_: object, **__: object) -> wire_handover.UnhandedPage:
            return wire_handover.UnhandedPage(items=[foreign[kind]], next=None)

        async def versions(*_: object) -> tuple[wire_casework.RecordView, ...]:
            return (shown,)

        async def posted(*asked: object) -> None:
            tried.append(asked)

        monkeypatch.setattr(hand.client, "unhanded", listed)
        monkeypatch.setattr(hand.client, "record", versions)
        monkeypatch.setattr(hand.client, "hand_over", posted)
        with pytest.raises(WrongContextError):
            await hand_over(
                hand.client,
                hand.keyring,
                hand.believed,
                case=other,
                to=newly.keyring.key_id,
                next_number=hand.next_number,
            )
        assert tried == []


async def test_p11_a_withdrawal_destroys_what_was_handed_over_too(tmp_path: Path) -> None:
    """The wrap lies under the message's key like every other."""
    async with case(tmp_path / "relay") as case_, another_mediator(case_) as newly:
        message = await _held(case_)
        await assign(case_, case_.mediator, newly)
        await give_all(case_, case_.mediator, newly)
        await look_again(newly)
        detail = await newly.client.message(message)
        wrapped = unb64u(detail.wrap or "")
        manifest = unb64u(detail.view.manifest)
        key = unwrap(newly.keyring.kem_seed, wrapped, purpose="handover", subject=manifest)
        author = case_.victim
        await take_back(author.client, author.keyring, author.believed, message, number=author.next_number())
        with pytest.raises(RelayError):
            await _open(newly, message)
        for _, content in every_byte(case_.house):
            assert not any(form in content for secret in (key, wrapped) for form in forms_of(secret))
