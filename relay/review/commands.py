# SPDX-License-Identifier: EUPL-1.2
"""What may be asked of a message: each command says who asks, and by which statement."""

from dataclasses import dataclass

from relay.records import Answer, Hash, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """Every part has arrived and matches the manifest."""

    by: PersonId
    cooling_seconds: int  # the case policy's; none for made words
    confirm: bool = False  # its author has to say yes before anybody reviews it


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """The author says that made words are what they meant."""

    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A mediator takes a message up for review, for a while."""

    by: PersonId
    until: int
    takes_over: bool = False  # from another, whose claim still stands


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """A mediator puts down what they took up."""

    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """A mediator says yes to this very manifest."""

    by: PersonId
    statement: Hash
    enough: bool  # with this one, the quorum is reached
    undo_until: int  # until when it may be taken back, if it is
    voids: frozenset[Hash] = frozenset()  # their own earlier approvals: one mediator is one yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """A mediator takes back what was just approved, before anything was offered."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSecond:
    """A mediator wants another mediator's yes beside their own."""

    by: PersonId
    statement: Hash
    voids: frozenset[Hash]  # their own approvals, which this later word takes back


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A mediator keeps it until a day."""

    by: PersonId
    statement: Hash
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A mediator gives it back to its author, with a note."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """A mediator will not pass it on."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate:
    """A mediator stops and raises a safety matter; the message is held."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A mediator tells the addressee that something waits."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAnswer:
    """The addressee answers an offer."""

    by: PersonId
    statement: Hash
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A mediator hands the key to a ready addressee."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """The addressee has opened it."""

    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Its author, or a mediator for safety, takes it back; always possible."""

    by: PersonId
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class EndHold:
    """The clock: the day of a hold has come."""

    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Expire:
    """The clock: an upload was abandoned, or the retention time is over."""

    by: PersonId


Command = (
    Submit
    | Confirm
    | Claim
    | LetGo
    | Approve
    | Reopen
    | AskSecond
    | Hold
    | Return
    | Decline
    | Escalate
    | Offer
    | GiveAnswer
    | Release
    | Open
    | Withdraw
    | EndHold
    | Expire
)
