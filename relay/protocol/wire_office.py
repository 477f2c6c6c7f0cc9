# SPDX-License-Identifier: EUPL-1.2
"""What travels of requests to take part and of the manager's work; as ``wire`` (strict, typed once)."""

# Structs inherit their parent's strictness; type checkers would have each say it again.
# pyright: reportGeneralTypeIssues=false

from typing import Annotated, Literal

import msgspec

from relay.protocol.wire import B64, Count, Envelope, Id16, Wire, Wrap

IntakeStateName = Literal["new", "screening", "assigned", "closed"]
SealedWords = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=96_000)]


class TrustPost(Wire):
    """New root, directory and policies, accepted together or not at all."""

    root: Envelope | None
    directory: Envelope
    policies: Annotated[list[Envelope], msgspec.Meta(max_length=256)]
    intake: Envelope | None = None  # the directory's intake key, for everybody to see
    # Consent texts that the policies name.
    texts: Annotated[list[Envelope], msgspec.Meta(max_length=16)] = msgspec.field(
        default_factory=list[Envelope]
    )


class IntakeKeyView(Wire):
    """The key that requests are sealed to: to be verified against the root's fingerprint."""

    root: Envelope
    intake: Envelope


class IntakePost(Wire):
    """Somebody asks to take part. Nothing says who; the id is random and makes the receipt number."""

    intake: Id16
    box: SealedWords
    wrap: Wrap


class SealedSheet(Wire):
    """A manager's sheet about a request, sealed to the intake key."""

    box: B64
    wrap: B64


class IntakeView(Wire):
    """A request as a manager, or a mediator whom it was passed on to, gets it; null ``box``: erased."""

    intake: Id16
    version: Count
    state: IntakeStateName
    at: Count
    box: B64 | None
    wrap: B64 | None
    sheet: SealedSheet | None  # for managers only
    case: Id16 | None
    assignment: Envelope | None


class IntakePage(Wire):
    """A page by keyset; ``next`` goes into ``?after=``."""

    intakes: list[IntakeView]
    next: str | None


class ScreeningPost(Wire):
    """A new sheet about a request; ``version`` is the one the manager looked at."""

    version: Count
    box: SealedWords
    wrap: Wrap


class AssignmentPost(Wire):
    """A signed ``assignment``, and the request's key wrapped for mediators of the case."""

    version: Count
    statement: Envelope
    wraps: Annotated[list[Wrap], msgspec.Meta(min_length=1, max_length=32)]


class IntakeClosing(Wire):
    """The end of a request; with ``erase`` its words go for good."""

    version: Count
    erase: bool


WaitingState = Literal["in_review", "held", "approved"]
OtherState = Literal["submitted", "offered", "released", "opened"]


class ShownCount(Wire):
    """A count as it may be shown: ``few`` is 0 to 4, ``some`` ``least`` to 4 more, ``withheld`` anything."""

    how: Literal["few", "some", "withheld"]
    least: Count


class WaitingCounts(Wire):
    """How much waits on mediators in a state, by age, youngest first; the total where it tells no part."""

    state: WaitingState
    by_age: list[ShownCount]
    total: ShownCount


class StateCount(Wire):
    """How much there is in a state that waits on nobody here."""

    state: OtherState
    count: ShownCount


class WorkloadCounts(Wire):
    """A mediator's open cases, and the messages that they have taken up."""

    mediator: Id16
    cases: ShownCount
    in_hand: ShownCount


class SupervisionView(Wire):
    """The programme in counts of this week: no content, no names, no case."""

    at: Count  # when it was counted
    ages: list[int]  # in days: where one age ends and the next begins
    waiting: list[WaitingCounts]
    on_their_way: list[StateCount]
    workloads: list[WorkloadCounts]


class ClosingAsked(Wire):
    """A case whose mediators ask for it to be closed; why lies sealed with them."""

    case: Id16
    mediator: Id16
    at: Count


class Closings(Wire):
    """At most 200, the longest waiting first."""

    closings: list[ClosingAsked]
