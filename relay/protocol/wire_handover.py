# SPDX-License-Identifier: EUPL-1.2
"""What travels of a hand-over: what somebody cannot open yet, wraps for it, who came and who went.

As ``wire``, to which this belongs; ``web/src/protocol/wire_handover.ts`` is made from it.
"""

# pyright: reportGeneralTypeIssues=false

from typing import Annotated, Literal

import msgspec

from relay.protocol.wire import Count, Envelope, Hash32, Id16, Wire

HandedKind = Literal["message", "note", "record"]


class Unhanded(Wire):
    """Something that I can open and another mediator cannot: ``of`` which message or record."""

    kind: HandedKind
    of: Id16
    subject: Hash32  # of the manifest, the note or the record's box
    version: Count | None  # of the record


class UnhandedPage(Wire):
    """A page by keyset, which may be empty; ``next`` goes into ``?after=``."""

    items: list[Unhanded]
    next: str | None


class HandedWrap(Wire):
    """One key, wrapped anew: purpose handover, or note for a note."""

    kind: HandedKind
    of: Id16
    subject: Hash32
    version: Count | None  # of the record
    wrap: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{1558}$")]


class HandoverPost(Wire):
    """A signed hand-over and exactly the wraps that it names."""

    statement: Envelope
    wraps: Annotated[list[HandedWrap], msgspec.Meta(min_length=1, max_length=256)]


class Handovers(Wire):
    """A case's hand-overs, the latest last: to a participant their own."""

    handovers: list[Envelope]


class PastPolicy(Wire):
    """One version of a case's policy, and when the relay took it (its own word for the time)."""

    statement: Envelope
    at: Count


class PolicyHistory(Wire):
    """The versions of a case's policy, the latest first; each names the hash of the one before."""

    policies: list[PastPolicy]
    more: bool  # older ones than these exist
