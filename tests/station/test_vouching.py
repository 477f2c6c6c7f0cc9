# SPDX-License-Identifier: EUPL-1.2
"""P2: a file carries the first signature for a mediator to the second; others than that are refused."""

from dataclasses import replace

import pytest

from relay.crypto.encoding import b64u
from relay.errors import ExistsError, MalformedError, NotVouchedError, RevokedError
from relay.protocol.directory import Mediator, parse_directory
from relay.protocol.root import VerifiedRoot, verify_root
from relay.protocol.vouching import sign_vouching
from relay.station import vouching
from relay.station.vouching import (
    Carried,
    check_carried,
    mediator_words,
    read_carried,
    root_signs,
    write_carried,
)
from tests.vectors.cases_office import KEM
from tests.vectors.story import a_story
from tests.vectors.world import DAY, FINGERPRINT, PROGRAMME, named, public, seed

STRANGER = Mediator(programme=PROGRAMME, mediator=b64u(public("mediator nine")), kem=KEM)
KNOWN = Mediator(programme=PROGRAMME, mediator=b64u(public("mediator one")), kem=KEM)


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vouching, "today", lambda: DAY)


def first(mediator: Mediator = STRANGER, *, by: str = "manager one") -> Carried:
    """Return what a file holds after the first signature."""
    return Carried(root=a_story().root, first=sign_vouching(seed(by), mediator, today=DAY), second=None)


def the_root() -> VerifiedRoot:
    """Return the verified root."""
    return verify_root(a_story().root, fingerprint=FINGERPRINT, today=DAY)


def test_the_second_sees_for_whom_and_by_whom() -> None:
    """Through the file, byte for byte; the words are the same on both machines."""
    carried = read_carried(write_carried(first()))
    listed = parse_directory(a_story().directory.body)
    found = check_carried(carried, root=the_root(), own=named("manager two"), directory=listed)
    assert (found.mediator, found.complete) == (STRANGER, False)
    assert [one.voucher.key for one in found.vouchings] == [named("manager one")]
    assert mediator_words(found.mediator, "en") == mediator_words(STRANGER, "en")
    assert mediator_words(STRANGER, "en") != mediator_words(replace(STRANGER, mediator=KNOWN.mediator), "en")


def test_ones_own_signature_does_not_count_twice() -> None:
    """Neither alone nor beside itself."""
    with pytest.raises(NotVouchedError):
        check_carried(first(), root=the_root(), own=named("manager one"), directory=None)
    twice = replace(first(), second=first().first)
    with pytest.raises(NotVouchedError):
        check_carried(twice, root=the_root(), own=named("manager two"), directory=None)


def test_the_root_signs_second_and_both_are_enough() -> None:
    """Without a network; whoever manages can publish it, the first signer too."""
    found = check_carried(first(), root=the_root(), own=FINGERPRINT, directory=None)
    signed = read_carried(write_carried(root_signs(seed("root"), first(), found)))
    both = check_carried(signed, root=the_root(), own=named("manager one"), directory=None)
    assert both.complete


def test_who_is_listed_or_left_is_not_signed_for() -> None:
    """A used file lets nobody in again."""
    listed = parse_directory(a_story().directory.body)
    left = replace(listed, mediators=tuple(replace(one, status="revoked") for one in listed.mediators))
    for directory, refusal in ((listed, ExistsError), (left, RevokedError)):
        with pytest.raises(refusal):
            check_carried(first(KNOWN), root=the_root(), own=named("manager two"), directory=directory)


@pytest.mark.parametrize("content", [b"", b"\xff", b"{}", b"[]", b'{"type":"vouching"}', b" " * 200_000])
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    """Hostile bytes end as a refusal."""
    with pytest.raises(MalformedError):
        read_carried(content)
