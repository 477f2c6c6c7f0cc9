# SPDX-License-Identifier: EUPL-1.2
"""How often somebody may try: token buckets that cannot lock everybody out.

A bucket belongs to an account *as tried from one network*, so that whoever hammers an
account from elsewhere never keeps its owner out (securedrop#3563); a second, wider one
belongs to the network. There is no bucket for an account alone: what protects a login is
77 bits of passphrase, not a count. All in memory, and no more than a fixed number.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import Final

from relay.errors import TooManyTriesError

_HOUSEHOLD_BITS: Final = 64
_SITE_BITS: Final = 48
_IPV6_BITS: Final = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So many at once, and one more every so many seconds."""

    burst: int
    seconds_each: float


PER_ACCOUNT_AND_NETWORK: Final = Allowance(burst=12, seconds_each=20)
REQUESTS_PER_NETWORK: Final = Allowance(burst=20, seconds_each=180)  # to take part: a day's post, not a flood
REQUESTS_PER_SITE: Final = Allowance(burst=60, seconds_each=60)  # whoever has a /48 has 65,536 networks
REQUESTS_OF_ALL: Final = Allowance(burst=1_000, seconds_each=86)  # 130 MB a day at most, whoever sends them
PER_NETWORK: Final = Allowance(burst=240, seconds_each=0.5)  # a prison or an office is one address


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True, eq=False)
class Rates:
    """The buckets of one process; the least recently used is forgotten first."""

    monotonic: Callable[[], float]
    most_buckets: int = 50_000
    _buckets: OrderedDict[tuple[str, str], _Bucket] = field(
        default_factory=OrderedDict[tuple[str, str], _Bucket]
    )

    def take(self, address: str, *, account: str = "") -> None:
        """Use up one try.

        Args:
            address: where it comes from.
            account: whom it is about; empty counts against the network only.

        Raises:
            TooManyTriesError: none is left for now.
        """
        network = network_of(address)
        self._take(("", network), PER_NETWORK)
        if account:
            self._take((account, network), PER_ACCOUNT_AND_NETWORK)

    def take_request(self, address: str) -> None:
        """Use up one request to take part: of this network's, of its /48's and of everybody's.

        The /48, because whoever rents one could use up everybody's by themselves, a network at a
        time. Everybody's, because a request is kept: without it many addresses together could
        fill the disk. When it is used up, people are told to telephone.

        Raises:
            TooManyTriesError: none is left for now.
        """
        self._take(("request", network_of(address)), REQUESTS_PER_NETWORK)
        self._take(("request from a site", network_of(address, bits=_SITE_BITS)), REQUESTS_PER_SITE)
        self._take(("request", "everybody"), REQUESTS_OF_ALL)

    def forgive(self, address: str, *, account: str) -> None:
        """Give the tries of an account back after a success."""
        self._buckets.pop((account, network_of(address)), None)

    def _take(self, key: tuple[str, str], allowance: Allowance) -> None:
        now = self.monotonic()
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(tokens=allowance.burst, at=now)
            if len(self._buckets) > self.most_buckets:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(key)
        earned = (now - bucket.at) / allowance.seconds_each
        bucket.tokens = min(allowance.burst, bucket.tokens + earned)
        bucket.at = now
        if bucket.tokens < 1:
            raise TooManyTriesError("too many tries from this network")
        bucket.tokens -= 1


def network_of(address: str, *, bits: int = _HOUSEHOLD_BITS) -> str:
    """Return the address, or of an IPv6 one its first ``bits``: a household has a whole /64 to try from."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        shift = _IPV6_BITS - bits
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> shift << shift))
    return str(parsed)
