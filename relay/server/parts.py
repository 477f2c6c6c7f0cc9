# SPDX-License-Identifier: EUPL-1.2
"""What the edge stands on, handed in once: settings, ports, keys, clocks; and where a request finds them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from relay.review.desk import Desk
from relay.server.cutting import CuttingStreams
from relay.server.listeners import Listeners
from relay.server.logs import Log
from relay.server.passes import Passes
from relay.server.rates import Rates
from relay.server.sessions import Sessions
from relay.storage.contract import Blobs, Ledger, ShredKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps that keep one connection, account or address from starving the others.

    The names are those of ``relay.config.Limits``, so that one can be made of the other.
    """

    max_connections: int = 2000
    max_connections_per_address: int = 64
    max_json_bytes: int = 256 * 1024
    max_upload_bytes: int = 4608 * 1024**2  # a film of 4 GiB, padded and sealed
    max_case_bytes: int = 64 * 1024**3  # what all messages of one case may weigh that are not gone
    max_draft_bytes: int = 512 * 1024
    header_seconds: float = 10.0
    body_stall_seconds: float = 30.0
    keep_alive_seconds: float = 30.0
    idle_seconds: float = 20 * 60.0
    upload_days: float = 7.0
    undo_seconds: int = 600  # how long an approval may be taken back, and nothing is offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this relay is reached and what it allows.

    Attributes:
        origins: what browsers call us, such as ``https://relay.example``; a Host or
            Origin that is none of them is refused (DNS rebinding, foreign pages).
        programme: the programme's id; None before ``relay init``.
        fingerprint: of the programme's root: the page checks against it what it seals to.
        retention: the classes of which every case has one.
        demo: whether to say that this is a demonstration.
        page: what the programme shows on every page, by name.
        trusted_proxies: addresses whose ``X-Forwarded-For`` is believed.
        limits: caps and time-outs.
    """

    origins: frozenset[str]
    programme: str | None
    fingerprint: str = ""
    retention: tuple[str, ...] = ()
    demo: bool = False
    page: Mapping[str, str] = field(default_factory=dict[str, str])
    trusted_proxies: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The ports, keys and clocks.

    Attributes:
        service_seed: 32 bytes; signs receipts and checkpoints.
        server_secret: 32 bytes; makes nonces and the slots of accounts that are none.
        clock: seconds since 1970, UTC; give it ``due.steady`` so that a jump fires nothing early.
        monotonic: seconds from anywhere, never backwards.
        random: n fresh random bytes.
    """

    ledger: Ledger
    blobs: Blobs
    shred_keys: ShredKeys
    service_seed: bytes
    server_secret: bytes
    clock: Callable[[], int]
    monotonic: Callable[[], float]
    random: Callable[[int], bytes]
    log: Log


SETTINGS: Final = web.AppKey("settings", Settings)
PARTS: Final = web.AppKey("parts", Parts)
DESK: Final = web.AppKey("desk", Desk)
STREAMS: Final = web.AppKey("streams", CuttingStreams)
PASSES: Final = web.AppKey("passes", Passes)
LISTENERS: Final = web.AppKey("listeners", Listeners)
SESSIONS: Final = web.AppKey("sessions", Sessions)
RATES: Final = web.AppKey("rates", Rates)
