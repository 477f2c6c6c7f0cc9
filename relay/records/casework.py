# SPDX-License-Identifier: EUPL-1.2
"""Casework's nouns: records in versions, consents, who asks to take part, and which gates stand open."""

from dataclasses import dataclass

from relay.records.ids import CaseId, Hash, IntakeId, IntakeState, KeyId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """The current version of one record of casework. ``id`` is the record's."""

    id: str
    version: int
    case: CaseId
    type: str
    author: PersonId  # who signed this version
    participant: PersonId | None  # whose gate it is, or whom a task is about
    due: str | None  # a task's day, the last day of a gate or of being away
    open: bool  # an undone task, a gate that ends, a recusal, a closing, an absence
    statement: Hash
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBox:
    """What one version of a record holds, sealed. ``id`` is ``record/number``."""

    id: str
    case: CaseId
    record: str
    number: int  # the version
    statement: Hash
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWrap:
    """The key of one version's box for one reader. ``id`` is ``record/number/recipient``."""

    id: str
    case: CaseId
    record: str
    recipient: KeyId
    purpose: str  # record, or handover
    wrap: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A person's latest word about one channel. ``id`` is ``case/person/channel``."""

    id: str
    version: int
    case: CaseId
    person: PersonId
    channel: str
    given: bool
    text: Hash
    number: int
    key: KeyId  # that signed it
    statement: Hash
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A request to take part, sealed to the programme's intake key; who asks is not known here."""

    id: IntakeId
    version: int
    state: IntakeState
    at: int
    box: bytes  # empty once erased
    wrap: bytes
    sheet: bytes  # a manager's sealed screening sheet; empty: none
    sheet_wrap: bytes
    case: CaseId | None  # set when a manager has passed it on
    assignment: Hash | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeWrap:
    """A request's key for a mediator whom it was passed on to. ``id`` is ``intake/recipient``."""

    id: str
    intake: IntakeId
    recipient: KeyId
    wrap: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gates:
    """What must be open before something is offered or released, and why not.

    Made for the people of one message: a pause of somebody else in the case is not theirs.
    """

    case_version: int
    paused: bool
    closed: bool
    left: frozenset[PersonId]
    directory_valid: bool
    shut: tuple[str, ...]  # further reasons, each a stable code, the one to be told first
    paced: bool  # a pace counts what is offered: an offer has to raise the case's version
