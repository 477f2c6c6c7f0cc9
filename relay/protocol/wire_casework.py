# SPDX-License-Identifier: EUPL-1.2
"""What travels of casework: records, consents, and which gates are shut.

As ``wire``, to which this belongs; ``web/src/protocol/wire_casework.ts`` is made from it.
"""

# pyright: reportGeneralTypeIssues=false

from typing import Annotated, Literal

import msgspec

from relay.protocol.wire import B64, Count, Envelope, Id16, Wire, Wrap

RecordType = Literal[
    "gate", "pace", "need", "task", "note", "names", "meeting", "repair", "paper", "escalation",
    "recusal", "closing", "away", "exposure",
]  # fmt: skip
RecordPurpose = Literal["record", "handover"]
ConsentChannel = Literal["letter", "video", "relayed", "meeting"]
GateCode = Literal["consent-missing", "no-contact", "assessment-due", "overlap", "pace"]


class RecordPost(Wire):
    """The next version of a record: signed, sealed, one wrap of purpose record for each reader."""

    statement: Envelope
    box: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=96_000)]
    wraps: Annotated[list[Wrap], msgspec.Meta(min_length=1, max_length=32)]


class RecordView(Wire):
    """One version of a record as its reader gets it: the box, and the one wrap for them."""

    record: Id16
    case: Id16
    version: Count
    type: RecordType
    statement: Envelope
    box: B64
    wrap: B64 | None
    purpose: RecordPurpose | None  # of the wrap


class RecordsPage(Wire):
    """A page by keyset; ``next`` goes into ``?after=``."""

    records: list[RecordView]
    next: str | None


class RecordHistory(Wire):
    """Every version of one record, the first one first."""

    versions: list[RecordView]


class ConsentPost(Wire):
    """A signed yes or no to one channel."""

    statement: Envelope


class ConsentText(Wire):
    """What people of the case agree to, as a manager signed it; its hash is in the policy."""

    statement: Envelope


class Consents(Wire):
    """The latest words about each channel: mine, or to a mediator everybody's."""

    consents: list[Envelope]


class ShutGate(Wire):
    """A gate that is shut: why, whose, and for which channel where it is one channel's."""

    code: GateCode
    participant: Id16
    channel: ConsentChannel | None


class ShutGates(Wire):
    """Every gate of a case that is shut today, whatever the message."""

    gates: list[ShutGate]
