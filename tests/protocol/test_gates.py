# SPDX-License-Identifier: EUPL-1.2
"""The two gates and withdrawal over any history, beyond the fixed vectors."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, kem_seed, signing_public_key
from relay.crypto.signing import Statement
from relay.errors import NotApprovedError, NotReadyError, OldNumberError, RelayError
from relay.protocol.approval import count_approvals
from relay.protocol.certificate import VerifiedCertificate, verify_certificate
from relay.protocol.directory import verify_directory
from relay.protocol.manifest import VerifiedManifest, verify_manifest
from relay.protocol.opening import open_released
from relay.protocol.policy import VerifiedPolicy, verify_policy
from relay.protocol.readiness import require_ready
from relay.protocol.release import Delivery, Me, Seen, verify_release
from relay.protocol.root import verify_root
from relay.protocol.withdrawal import verify_withdrawal
from tests.vectors.cases_approval import decision_by
from tests.vectors.cases_release import withdrawal_of
from tests.vectors.story import Story, a_story
from tests.vectors.world import CASE, DAY, FINGERPRINT, MEDIATORS, PROGRAMME, changed, hash_of, ident, master

ONE, TWO = MEDIATORS
STORY = a_story()


def trusted(story: Story) -> tuple[VerifiedManifest, VerifiedPolicy]:
    """Return the verified manifest and policy of a story."""
    root = verify_root(story.root, fingerprint=FINGERPRINT, today=DAY)
    directory = verify_directory(story.directory, root=root, today=DAY)
    policy = verify_policy(story.policy, case=CASE, trust=directory)
    return verify_manifest(story.sealed.manifest, programme=PROGRAMME, case=CASE), policy


MANIFEST, POLICY = trusted(STORY)


def said(mediator: str, word: str, number: int) -> Statement:
    """Return a mediator's yes or no."""
    if word == "yes":
        return STORY.approval_by(mediator, change=changed(number=number))
    return decision_by(STORY, mediator, number=number)


WORDS = st.tuples(st.sampled_from(MEDIATORS), st.sampled_from(["yes", "no"]), st.integers(1, 6))


@given(st.lists(WORDS, max_size=8, unique_by=lambda word: (word[0], word[2])))
def test_p4_the_last_word_of_each_mediator_counts(words: list[tuple[str, str, int]]) -> None:
    """In any order of arrival, only mediators whose highest-numbered word is yes are counted."""
    last: dict[str, tuple[int, str]] = {}
    for mediator, word, number in words:
        last[mediator] = max(last.get(mediator, (0, "")), (number, word))
    yes = sum(word == "yes" for _, word in last.values())
    statements = [said(*word) for word in words]
    counted = count_approvals(statements, manifest=MANIFEST, policy=POLICY, exact=False)
    assert len(counted) == yes
    if yes < 2:
        with pytest.raises(NotApprovedError):
            count_approvals(statements, manifest=MANIFEST, policy=POLICY)


def test_p4_two_like_approvals_are_two() -> None:
    """Same number, note and day: each names its mediator, so their hashes differ."""
    counted = count_approvals(STORY.approvals, manifest=MANIFEST, policy=POLICY)
    assert len({one.hash for one in counted}) == 2
    assert len({one.signer for one in counted}) == 2


@given(
    st.permutations([1, 2, 3, 4]),
    st.lists(st.sampled_from(["ready", "not-now", "never", "keep"]), min_size=4, max_size=4),
)
def test_p2_only_the_latest_answer_opens_the_gate(order: list[int], answers: list[str]) -> None:
    """However the server sorts them."""
    statements = [STORY.readiness_of(answers[number - 1], number=number) for number in order]
    me = b64u(signing_public_key(identity_seed(master("reader"))))
    if answers[3] == "ready":
        found = require_ready(statements, manifest=MANIFEST, participant=ident("reader"), identity=me)
        assert found.readiness.number == 4
        return
    with pytest.raises(NotReadyError):
        require_ready(statements, manifest=MANIFEST, participant=ident("reader"), identity=me)


@given(st.integers(1, 50), st.integers(0, 50))
def test_p9_a_withdrawal_is_heard_once(number: int, seen: int) -> None:
    """A number not above the last one seen does nothing."""
    author = identity_seed(master("author"))
    statement = withdrawal_of(STORY, author, number=number)
    certificate = _author_certificate()
    if number > seen:
        found = verify_withdrawal(
            statement, policy=POLICY, manifest=MANIFEST, certificate=certificate, seen_number=seen
        )
        assert found.withdrawal.number == number
        return
    with pytest.raises(OldNumberError):
        verify_withdrawal(
            statement, policy=POLICY, manifest=MANIFEST, certificate=certificate, seen_number=seen
        )


def _author_certificate() -> VerifiedCertificate:
    return verify_certificate(STORY.author_certificate, policy=POLICY, participant=ident("author"))


def delivery_of(story: Story) -> Delivery:
    """Return what an honest server hands over."""
    return Delivery(
        root=story.root,
        directory=story.directory,
        policy=story.policy,
        past=(),
        certificates=(story.author_certificate,),
        manifest=story.sealed.manifest,
        approvals=story.approvals,
        readiness=(story.readiness,),
        release=story.release,
        wrap=story.wrap,
        withdrawals=(),
    )


ME = Me(
    participant=ident("reader"),
    identity=b64u(signing_public_key(identity_seed(master("reader")))),
    certificate=hash_of("certificate", STORY.reader_certificate),
    epoch=1,
)
OTHER = Story(message=ident("other"))
SWAPS = st.dictionaries(
    st.sampled_from(["manifest", "approvals", "readiness", "release", "wrap", "policy", "directory", "root"]),
    st.sampled_from(["other", "none"]),
    min_size=1,
    max_size=3,
)


def _swapped(swaps: dict[str, str]) -> Delivery:
    honest, other = delivery_of(STORY), delivery_of(OTHER)
    fields: dict[str, Any] = {}
    for name, how in swaps.items():
        value = getattr(other, name)
        nothing: Any = (
            () if isinstance(value, tuple) else b"" if isinstance(value, bytes) else STORY.readiness
        )
        fields[name] = value if how == "other" else nothing
    return replace(honest, **fields)


@given(SWAPS)
def test_p2_no_mixture_of_two_deliveries_is_released(swaps: dict[str, str]) -> None:
    """A server that mixes statements of two released messages shows neither as the other."""
    delivery = _swapped(swaps)
    try:
        verified = verify_release(delivery, fingerprint=FINGERPRINT, case=CASE, me=ME, seen=Seen(), today=DAY)
    except RelayError:
        return
    assert verified.manifest.hash == hash_of("manifest", delivery.manifest)
    whole = delivery_of(STORY if verified.manifest.hash == MANIFEST.hash else OTHER)
    assert delivery.approvals == whole.approvals
    assert delivery.release == whole.release
    assert delivery.wrap == whole.wrap


def test_p3_the_addressee_opens_the_bytes_that_were_reviewed() -> None:
    """The letter, byte for byte, under the manifest hash that every approval names."""
    verified = verify_release(
        delivery_of(STORY), fingerprint=FINGERPRINT, case=CASE, me=ME, seen=Seen(), today=DAY
    )
    opened = open_released(verified, STORY.sealed.stored, kem_seed=kem_seed(master("reader")))
    assert opened.parts == (STORY.letter.encode(),)
    assert {one.approval.manifest for one in verified.approvals} == {opened.manifest.hash}


@given(st.integers(0, 65_551))
def test_p3_no_byte_of_a_stored_letter_can_change(at: int) -> None:
    """Wherever the server or a thief writes."""
    verified = verify_release(
        delivery_of(STORY), fingerprint=FINGERPRINT, case=CASE, me=ME, seen=Seen(), today=DAY
    )
    part = STORY.sealed.stored.parts[0]
    raw = bytearray(part.stored)
    raw[at] ^= 1
    changed_part = replace(part, stored=bytes(raw))
    stored = replace(STORY.sealed.stored, parts=(changed_part,))
    with pytest.raises(RelayError):
        open_released(verified, stored, kem_seed=kem_seed(master("reader")))
