# SPDX-License-Identifier: EUPL-1.2
"""What every operation of this room stands on, handed in once by whoever starts it.

Nothing here is looked up or guessed: time, randomness, keys and gates are arguments, so
that a test can hold each of them still.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from relay.crypto.box import BOX_OVERHEAD
from relay.protocol.header import HEADER_BYTES
from relay.records import Gates, KeyId, Message, MessageId, PersonId
from relay.review.streams import OpenStreams
from relay.review.turns import Turns
from relay.storage.contract import Blobs, Ledger, ShredKeys

GatesOf = Callable[[Message], Awaitable[Gates]]
"""``casework.gates.gates_for`` bound to a ledger and a clock: its case, people and channel."""

Tell = Callable[[MessageId, frozenset[PersonId]], None]
"""Called after a commit with everybody whose own view of the message has changed."""

CHUNK_BYTES: Final = 65_552
"""A sealed chunk as stored: 65,536 and its tag."""

HEADER_BOX_BYTES: Final = HEADER_BYTES + BOX_OVERHEAD
WRAP_BYTES: Final = 1_168
MAX_NOTE_BYTES: Final = 72_000

CLAIM_SECONDS: Final = 1_800
"""How long a claim lasts unless its holder renews it."""

UNDO_SECONDS: Final = 600
"""How long an approval may be taken back, and nothing is offered."""

MAX_CASE_BYTES: Final = 64 * 1024**3
"""What all messages of one case may weigh that were not taken back and have not expired."""


def tell_nobody(_: MessageId, __: frozenset[PersonId]) -> None:
    """Stand in where nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The ports, and what the process knows of itself."""

    ledger: Ledger
    blobs: Blobs
    shred_keys: ShredKeys
    streams: OpenStreams
    gates: GatesOf
    programme: str  # id of the programme, from its root
    service_seed: bytes  # 32; signs receipts and checkpoints
    clock: Callable[[], int]  # seconds; give it ``due.steady`` so that a jump fires nothing early
    random: Callable[[int], bytes]
    tell: Tell = tell_nobody
    undo_seconds: int = UNDO_SECONDS
    max_case_bytes: int = MAX_CASE_BYTES
    turns: Turns = field(default_factory=Turns)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedNote:
    """A note's box and its wraps, by the key id of each reader's signing key."""

    box: bytes
    wraps: Mapping[KeyId, bytes]
