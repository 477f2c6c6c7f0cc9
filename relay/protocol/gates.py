# SPDX-License-Identifier: EUPL-1.2
"""Which gates stand open before something is offered or released: one pure judgement.

Closed by default: no consent, no cleared order or no current assessment means shut, so
hiding a record opens nothing. The server judges its own records, and the mediator's client
judges the signed ones again. Twin: ``web/src/protocol/gates.ts``. Source: docs/format.md
section 2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from relay.errors import (
    AssessmentDueError,
    ConsentMissingError,
    GateShutError,
    NoContactError,
    OverlapError,
    PaceError,
)
from relay.protocol.record import GateClear, PaceClear
from relay.protocol.shape import day_number


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenConsent:
    """What a verified consent says."""

    participant: str
    channel: str
    given: bool
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstOffer:
    """On which day a message of a side was first offered to the other."""

    message: str
    side: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a case: current versions only, each believed before."""

    consent_text: str
    consents: tuple[GivenConsent, ...] = field(default=())
    gates: tuple[GateClear, ...] = field(default=())
    paces: tuple[PaceClear, ...] = field(default=())
    offers: tuple[FirstOffer, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which message is to be offered or released, between whom, on which day."""

    message: str
    channel: str
    sender: str
    side: str
    addressee: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A participant and the side on which they stand."""

    participant: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """A shut gate: why, whose, and for which channel where it is one channel's."""

    code: str
    participant: str
    channel: str | None


_REFUSALS: Final[dict[str, type[GateShutError]]] = {
    kind.code: kind
    for kind in (ConsentMissingError, NoContactError, AssessmentDueError, OverlapError, PaceError)
}
_CODES: Final = {
    "no-contact": NoContactError.code,
    "assessment": AssessmentDueError.code,
    "overlap": OverlapError.code,
}


def shut_gates(known: Known, asked: Asked) -> tuple[Shut, ...]:
    """Return every gate that is shut for a message, in the order in which they are told."""
    people = (asked.sender, asked.addressee)
    return (
        *_not_agreed(known, people, channel=asked.channel),
        *_shut(known, people, day=asked.day),
        *_too_many(known, asked.sender, side=asked.side, message=asked.message, day=asked.day),
    )


def shut_in_case(
    known: Known, people: Sequence[Placed], *, channels: Sequence[str], day: str
) -> tuple[Shut, ...]:
    """Return every gate of a case that is shut for whatever message, for its board.

    Args:
        known: what is known of the case.
        people: its participants, with the side of each.
        channels: those that its policy opens.
        day: today.
    """
    persons = tuple(one.participant for one in people)
    return (
        *(shut for channel in channels for shut in _not_agreed(known, persons, channel=channel)),
        *_shut(known, persons, day=day),
        *(
            shut
            for one in people
            for shut in _too_many(known, one.participant, side=one.side, message=None, day=day)
        ),
    )


def require_open(known: Known, asked: Asked) -> None:
    """Refuse when a gate is shut.

    Raises:
        ConsentMissingError, NoContactError, AssessmentDueError, OverlapError, PaceError: the
            first that is shut.
    """
    refuse_shut(shut_gates(known, asked))


def refuse_shut(shut: Sequence[Shut]) -> None:
    """Raise the first of the shut gates, if one is."""
    for gate in shut:
        raise refusal_of(gate.code)(f"{gate.code} of {gate.participant} is shut")


def refusal_of(code: str) -> type[GateShutError]:
    """Return what a gate's code is raised as."""
    return _REFUSALS.get(code, GateShutError)


def _not_agreed(known: Known, people: tuple[str, ...], *, channel: str) -> Iterator[Shut]:
    for person in people:
        if not _consents(known, person, channel):
            yield Shut(code=ConsentMissingError.code, participant=person, channel=channel)


def _consents(known: Known, person: str, channel: str) -> bool:
    """Whether the person's latest word for the channel is a yes over the current text."""
    own = [one for one in known.consents if (one.participant, one.channel) == (person, channel)]
    last = max((one.number for one in own), default=0)
    said = [one for one in own if one.number == last]
    return bool(said) and all(one.given and one.text == known.consent_text for one in said)


def _shut(known: Known, people: tuple[str, ...], *, day: str) -> Iterator[Shut]:
    for gate, code in _CODES.items():
        open_ = _no_overlap if gate == "overlap" else _cleared
        for person in people:
            own = [one for one in known.gates if (one.gate, one.participant) == (gate, person)]
            if not open_(own, day):
                yield Shut(code=code, participant=person, channel=None)


def _cleared(own: list[GateClear], day: str) -> bool:
    """No contact order and assessment: somebody said that it is open, and that still holds."""
    return bool(own) and all(not one.shut and _holds(one, day) for one in own)


def _no_overlap(own: list[GateClear], day: str) -> bool:
    """Overlap: shut only while somebody says so."""
    return not any(one.shut and _holds(one, day) for one in own)


def _holds(gate: GateClear, day: str) -> bool:
    return gate.until is None or gate.until >= day


def _too_many(known: Known, person: str, *, side: str, message: str | None, day: str) -> Iterator[Shut]:
    first: dict[str, str] = {}
    for offer in known.offers:
        if offer.side == side and offer.message != message:
            first[offer.message] = min(first.get(offer.message, offer.day), offer.day)
    ages = [day_number(day) - day_number(offered) for offered in first.values()]
    paces = [pace for pace in known.paces if pace.side == side]
    if any(sum(age < pace.days for age in ages) >= pace.most for pace in paces):
        yield Shut(code=PaceError.code, participant=person, channel=None)
