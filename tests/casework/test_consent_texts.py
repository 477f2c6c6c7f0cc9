# SPDX-License-Identifier: EUPL-1.2
"""The consent text comes with the policy that names it, and goes to the people of the case."""

from dataclasses import replace
from pathlib import Path

import pytest

from relay.crypto.encoding import unb64u
from relay.demo.seeding import at_the_office
from relay.errors import (
    ForbiddenError,
    HiddenTextError,
    NotFoundError,
    PolicyMismatchError,
    RelayError,
    SignatureWrongError,
)
from relay.protocol.consent_text import (
    ConsentText,
    consent_text_hash,
    named_consent_text,
    sign_consent_text,
)
from relay.station.consent_text import consent_text_from
from relay.station.keyring import from_wire
from relay.station.managing import change_policy, publish
from tests.station.handing import another_case, look_again
from tests.station.relays import Case, case


async def _reworded(case_: Case, en: str) -> str:
    seed = unb64u(case_.cast.manager.seed)
    async with at_the_office(case_.house.addresses, case_.cast.manager) as (client, office):
        known = office.policy(case_.id)
        text = sign_consent_text(seed, ConsentText(programme=known.programme, en=en, fr="Un autre texte."))
        changed = replace(known, consent_text=consent_text_hash(text))
        await change_policy(client, seed, office, changed, text=text)
    return changed.consent_text


async def test_everybody_of_the_case_gets_the_text_that_its_policy_names(tmp_path: Path) -> None:
    """The text of this package at first; then another one, which both people are shown anew."""
    async with case(tmp_path / "relay") as case_:
        for hand in (case_.victim, case_.responsible, case_.mediator):
            shown = from_wire((await hand.client.consent_text(case_.id)).statement)
            text = named_consent_text(shown, policy=hand.believed.policy(case_.id))
            assert text.en.startswith("What you agree to")
            assert text.fr.startswith("Ce que vous acceptez")
        await _reworded(case_, "Another text.")
        shown = from_wire((await case_.victim.client.consent_text(case_.id)).statement)
        with pytest.raises(PolicyMismatchError):
            named_consent_text(shown, policy=case_.victim.believed.policy(case_.id))
        await look_again(case_.victim)
        text = named_consent_text(shown, policy=case_.victim.believed.policy(case_.id))
        assert (text.en, text.fr) == ("Another text.", "Un autre texte.")


async def test_nobody_else_gets_it(tmp_path: Path) -> None:
    """Which text a case has is not told to people of another one."""
    async with case(tmp_path / "relay") as case_:
        other = await another_case(case_)
        with pytest.raises(ForbiddenError):
            await case_.victim.client.consent_text(other)


async def test_a_text_that_no_policy_names_or_no_manager_signed_is_refused(tmp_path: Path) -> None:
    """Nothing is kept for whoever posts it."""
    async with case(tmp_path / "relay") as case_:
        seed = unb64u(case_.cast.manager.seed)
        async with at_the_office(case_.house.addresses, case_.cast.manager) as (client, office):
            programme = office.policy(case_.id).programme
            words = ConsentText(programme=programme, en="Loose.", fr="Libre.")
            loose = sign_consent_text(seed, words)
            with pytest.raises(PolicyMismatchError):
                await publish(client, seed, office, office.directory, texts=(loose,))
            policy = replace(office.policy(case_.id), consent_text=consent_text_hash(loose))
            forged = replace(loose, sig=bytes(64))
            with pytest.raises(SignatureWrongError):
                await change_policy(client, seed, office, policy, text=forged)
            with pytest.raises(RelayError):
                await change_policy(client, seed, office, policy, text=sign_consent_text(bytes(32), words))


async def test_a_policy_over_a_text_that_was_never_handed_in_says_so(tmp_path: Path) -> None:
    """Nobody is shown another text in its place."""
    async with case(tmp_path / "relay") as case_:
        seed = unb64u(case_.cast.manager.seed)
        async with at_the_office(case_.house.addresses, case_.cast.manager) as (client, office):
            await change_policy(client, seed, office, replace(office.policy(case_.id), consent_text="A" * 43))
        with pytest.raises(NotFoundError):
            await case_.victim.client.consent_text(case_.id)


def test_the_texts_of_this_package_are_in_form(tmp_path: Path) -> None:
    """And a programme's own files are brought into it, or refused."""
    own = consent_text_from(bytes(32), programme="A" * 22, chosen=None)
    assert len(own.body) > 3_000
    paths = (tmp_path / "en.txt", tmp_path / "fr.txt")
    paths[0].write_bytes("\ufeffI agree. \r\n".encode())
    paths[1].write_bytes("J’accepte.\n\n".encode())
    assert b"I agree." in consent_text_from(bytes(32), programme="A" * 22, chosen=paths).body
    paths[1].write_bytes("J\u200baccepte.".encode())
    with pytest.raises(HiddenTextError):
        consent_text_from(bytes(32), programme="A" * 22, chosen=paths)
