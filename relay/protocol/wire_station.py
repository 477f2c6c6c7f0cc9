# SPDX-License-Identifier: EUPL-1.2
"""What travels between a page and the station that serves it, on loopback: a piece of work, and where it is.

As ``wire``, to which this belongs; ``web/src/protocol/wire_station.ts`` is made from it. No relay answers it.
"""

# pyright: reportGeneralTypeIssues=false

from typing import Annotated, Literal

import msgspec

from relay.protocol.wire import Count, Id16, Wire

WorkKind = Literal["watchable", "cut", "mute", "blur", "poster", "sheet"]
WorkState = Literal["waiting", "fetching", "making", "sealing", "sending", "done", "refused"]
Share = Annotated[int, msgspec.Meta(ge=0, le=1_000)]  # thousandths


class WorkSpan(Wire):
    """From a millisecond up to, and without, another."""

    start_ms: Count
    end_ms: Count


class WorkRegion(Wire):
    """A rectangle, in thousandths of the picture as it is shown; without a ``span``, the whole time."""

    left: Share
    top: Share
    width: Share
    height: Share
    span: WorkSpan | None


class WorkPost(Wire):
    """What is to be made of a film: ``spans`` for cut and mute, ``regions`` for blur (none: all of it).

    How many of them a piece of work takes is the station's to say: here stands only what it reads at all.
    """

    message: Id16
    kind: WorkKind
    spans: Annotated[list[WorkSpan], msgspec.Meta(max_length=500)]
    regions: Annotated[list[WorkRegion], msgspec.Meta(max_length=500)]
    note: Annotated[str, msgspec.Meta(max_length=1_000)]


class WorkView(Wire):
    """Where a piece of work is: ``made``, the message that was handed in; ``code``, why it was refused.

    ``claim``: whether the mediator's claim on the message is kept meanwhile; None where there was none.
    """

    work: str
    message: Id16
    kind: WorkKind
    state: WorkState
    share: Share
    seconds_left: Count | None
    made: Id16 | None
    code: str | None
    claim: Literal["mine", "lost"] | None


class WorksView(Wire):
    """What a station works on and what lately ended there, the last begun first."""

    works: list[WorkView]
