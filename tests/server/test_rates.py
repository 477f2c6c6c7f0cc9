# SPDX-License-Identifier: EUPL-1.2
"""Who may try how often, and that nobody can lock anybody out."""

from contextlib import suppress

import pytest

from relay.errors import TooManyTriesError
from relay.protocol import wire
from relay.server.rates import PER_ACCOUNT_AND_NETWORK, PER_NETWORK, REQUESTS_PER_SITE, Rates, network_of
from tests.review.world import ODA
from tests.server.relays import Relay, account_of

HERE, ELSEWHERE = "198.51.100.7", "203.0.113.9"


def tries(rates: Rates, address: str, account: str, *, count: int) -> int:
    """Return how many of so many tries were let through."""
    passed = 0
    for _ in range(count):
        try:
            rates.take(address, account=account)
        except TooManyTriesError:
            continue
        passed += 1
    return passed


def test_an_account_can_be_tried_so_often_from_one_network() -> None:
    """And again after a while."""
    now = [0.0]
    rates = Rates(lambda: now[0])
    burst = PER_ACCOUNT_AND_NETWORK.burst
    assert tries(rates, HERE, "AAAAAAAA", count=2 * burst) == burst
    now[0] += 3 * PER_ACCOUNT_AND_NETWORK.seconds_each
    assert tries(rates, HERE, "AAAAAAAA", count=burst) == 3


def test_hammering_an_account_from_elsewhere_does_not_keep_its_owner_out() -> None:
    """Global throttles let anyone lock everybody out (securedrop#3563)."""
    rates = Rates(lambda: 0.0)
    assert tries(rates, ELSEWHERE, "AAAAAAAA", count=1_000) < 20
    assert tries(rates, HERE, "AAAAAAAA", count=1) == 1


def test_a_network_that_tries_many_accounts_is_slowed() -> None:
    """Guessing account numbers does not pay either."""
    rates = Rates(lambda: 0.0)
    passed = sum(tries(rates, ELSEWHERE, f"{number:08}", count=1) for number in range(1_000))
    assert passed == PER_NETWORK.burst


def test_a_success_gives_the_tries_back() -> None:
    """Who signs in and out all day is not an attacker."""
    rates = Rates(lambda: 0.0)
    for _ in range(3 * PER_ACCOUNT_AND_NETWORK.burst):
        rates.take(HERE, account="AAAAAAAA")
        rates.forgive(HERE, account="AAAAAAAA")


def test_memory_is_bounded() -> None:
    """A flood of addresses is forgotten from its oldest on."""
    rates = Rates(lambda: 0.0, most_buckets=100)
    for number in range(1_000):
        rates.take(f"10.0.{number // 256}.{number % 256}", account="AAAAAAAA")
    assert len(rates._buckets) == 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("nonsense", "", True),
    ],
)
def test_a_network_is_an_address_or_a_64(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    """An IPv6 household has a whole /64 to try from."""
    assert (network_of(one) == network_of(other)) is same


def test_whoever_rents_a_48_has_one_sites_share_of_requests() -> None:
    """65,536 networks of one /48 count together; the /48 beside it is not kept out."""
    rates = Rates(lambda: 0.0)
    taken = 0
    for number in range(REQUESTS_PER_SITE.burst + 20):
        with suppress(TooManyTriesError):
            rates.take_request(f"2001:db8:1:{number:x}::1")
            taken += 1
    assert taken == REQUESTS_PER_SITE.burst
    rates.take_request("2001:db8:2::1")


async def test_too_many_challenges_are_refused_with_the_time_to_wait(relay: Relay) -> None:
    """429, coded, with Retry-After; another account still can."""
    asked = wire.ChallengeRequest(account=account_of(ODA))
    answers = [await relay.ask("POST", "/v1/challenges", json=asked) for _ in range(15)]
    assert answers[0].status == 200
    assert (answers[-1].status, answers[-1].code) == (429, "too-many-tries")
    assert int(answers[-1].headers["Retry-After"]) > 0
    other = await relay.ask("POST", "/v1/challenges", json=wire.ChallengeRequest(account="ZZZZZZZZ"))
    assert other.status == 200
