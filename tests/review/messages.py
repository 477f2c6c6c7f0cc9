# SPDX-License-Identifier: EUPL-1.2
"""Builders for the pure rules: a message as a record, with the facts changed that a test is about."""

from dataclasses import replace
from typing import Any

from relay.records import (
    AccountId,
    Actor,
    Answer,
    CaseId,
    Gates,
    Hash,
    KeyId,
    Member,
    Message,
    MessageId,
    PersonId,
    Role,
    Side,
    State,
)
from relay.review.commands import (
    Approve,
    AskSecond,
    Claim,
    Command,
    Confirm,
    Decline,
    EndHold,
    Escalate,
    Expire,
    GiveAnswer,
    Hold,
    LetGo,
    Offer,
    Open,
    Release,
    Reopen,
    Return,
    Submit,
    Withdraw,
)

NOON = 1_780_000_000
AUTHOR, READER, GUIDE, SECOND = (PersonId(name) for name in ("author", "reader", "guide", "second"))
STRANGER = PersonId("stranger")
SAID = Hash("S" * 43)
ENDED = {State.WITHDRAWN, State.EXPIRED}
REACHES_ADDRESSEE = {State.OFFERED, State.RELEASED, State.OPENED, State.KEPT}


def a_message(**changed: Any) -> Message:
    """Return a message whose facts fit its state."""
    state = changed.get("state", State.IN_REVIEW)
    over = state is not State.UPLOADING
    message = Message(
        id=MessageId("message"),
        version=7,
        author_version=3,
        addressee_version=2,
        case=CaseId("case"),
        state=state,
        channel="letter",
        kind="original",
        sender=AUTHOR,
        maker=None,
        addressee=READER,
        manifest=Hash("M" * 43),
        wk=KeyId("W" * 43),
        parts=1,
        chunks=1,
        day="2026-05-28",
        supersedes=None,
        derived_from=None,
        submitted_at=NOON - 7200 if over else None,
        cooling_until=NOON - 3600 if over else None,
        claimed_by=None,
        claimed_until=None,
        second_by=None,
        undo_until=None,
        hold_until="2026-06-02" if state is State.HELD else None,
        approvals=0,
        approved_with="",
        answer=None,
        waiting_since=NOON - 3600,
        offered_at=NOON - 60 if state in REACHES_ADDRESSEE else None,
        ended_at=NOON if state in ENDED else None,
    )
    return replace(message, **changed)


def commands(by: PersonId) -> tuple[Command, ...]:
    """Return one command of every column of the table."""
    return (
        Submit(by=by, cooling_seconds=60),
        Claim(by=by, until=NOON + 1800),
        Claim(by=by, until=NOON + 1800, takes_over=True),
        LetGo(by=by),
        Approve(by=by, statement=SAID, enough=False, undo_until=NOON + 600),
        Approve(by=by, statement=SAID, enough=True, undo_until=NOON + 600),
        Reopen(by=by, statement=SAID),
        AskSecond(by=by, statement=SAID, voids=frozenset()),
        Hold(by=by, statement=SAID, until="2026-06-02"),
        Return(by=by, statement=SAID),
        Decline(by=by, statement=SAID),
        Escalate(by=by, statement=SAID),
        Offer(by=by, statement=SAID),
        GiveAnswer(by=by, statement=SAID, answer=Answer.READY),
        GiveAnswer(by=by, statement=SAID, answer=Answer.KEEP),
        Release(by=by, statement=SAID),
        Open(by=by),
        Withdraw(by=by, statement=SAID),
        EndHold(by=by),
        Expire(by=by),
        Submit(by=by, cooling_seconds=0, confirm=True),
        Confirm(by=by),
    )


def an_actor(person: PersonId, role: Role = Role.PARTICIPANT) -> Actor:
    """Return who is signed in."""
    return Actor(person=person, role=role, account=AccountId("ACCOUNT0"), key=KeyId(person))


def a_member(person: PersonId, *, side: Side | None = None, **changed: Any) -> Member:
    """Return a place in the case; without a side, a mediator's."""
    member = Member(
        id=f"case/{person}",
        version=1,
        case=CaseId("case"),
        person=person,
        role=Role.PARTICIPANT if side else Role.MEDIATOR,
        side=side,
        key=KeyId(person),
        certificate=None,
        epoch=1,
        left=False,
    )
    return replace(member, **changed)


def the_members() -> dict[PersonId, Member]:
    """Return an author, a reader, and two mediators."""
    members = (
        a_member(AUTHOR, side=Side.RESPONSIBLE),
        a_member(READER, side=Side.HARMED),
        a_member(GUIDE),
        a_member(SECOND),
    )
    return {member.person: member for member in members}


def open_gates(**changed: Any) -> Gates:
    """Return gates with nothing in the way."""
    gates = Gates(
        case_version=1,
        paused=False,
        closed=False,
        left=frozenset(),
        directory_valid=True,
        shut=(),
        paced=False,
    )
    return replace(gates, **changed)
