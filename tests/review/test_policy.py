# SPDX-License-Identifier: EUPL-1.2
"""Who may ask what, and through which gates."""

from dataclasses import replace
from typing import Any

import pytest

from relay.errors import (
    CoolingOffError,
    DirectoryStaleError,
    ForbiddenError,
    GateShutError,
    NotAllowedError,
    NotFoundError,
    NotReadyError,
    RelayError,
)
from relay.records import Actor, Answer, Gates, Message, PersonId, Role, Side, State
from relay.review.commands import (
    Approve,
    Claim,
    Command,
    EndHold,
    Expire,
    GiveAnswer,
    Offer,
    Release,
    Reopen,
    Withdraw,
)
from relay.review.machine import Asked, asked
from relay.review.policy import may
from tests.review.messages import (
    AUTHOR,
    GUIDE,
    NOON,
    READER,
    SAID,
    STRANGER,
    a_member,
    a_message,
    an_actor,
    commands,
    open_gates,
    the_members,
)

MEDIATOR = Role.MEDIATOR
MEDIATORS_OWN = {
    Asked.CLAIM,
    Asked.TAKE_OVER,
    Asked.LET_GO,
    Asked.SECOND,
    Asked.APPROVE,
    Asked.APPROVE_LAST,
    Asked.HOLD,
    Asked.RETURN,
    Asked.DECLINE,
    Asked.ESCALATE,
    Asked.OFFER,
    Asked.RELEASE,
    Asked.WITHDRAW,
}
ALLOWED = {
    AUTHOR: {Asked.SUBMIT, Asked.PROPOSE, Asked.CONFIRM, Asked.WITHDRAW},
    READER: {Asked.ANSWER, Asked.KEEP, Asked.OPEN},
    GUIDE: MEDIATORS_OWN,
}
ROLES = {AUTHOR: Role.PARTICIPANT, READER: Role.PARTICIPANT, GUIDE: MEDIATOR, STRANGER: MEDIATOR}
READY: dict[str, Any] = {"state": State.OFFERED, "answer": Answer.READY}


def _an_answer(by: PersonId) -> Command:
    return next(command for command in commands(by) if isinstance(command, GiveAnswer))


def passes(
    person: PersonId, message: Message, command: Command, *, gates: Gates | None = None, **changed: Any
) -> None:
    """Ask as a person of the case."""
    facts: dict[str, Any] = {"gates": gates or open_gates(), "members": the_members(), "at": NOON}
    may(an_actor(person, ROLES[person]), message, command, **(facts | changed))


@pytest.mark.parametrize("person", [AUTHOR, READER, GUIDE])
@pytest.mark.parametrize("number", range(len(commands(GUIDE))))
def test_each_may_ask_exactly_what_is_theirs(person: PersonId, number: int):
    """Author, addressee and mediator have no command in common but taking back."""
    command = commands(person)[number]
    if isinstance(command, Reopen) and person == GUIDE:
        return  # theirs, for a while: tests/review/test_undoing.py
    if asked(command) in ALLOWED[person]:
        passes(person, a_message(**READY), command)
    else:
        with pytest.raises(ForbiddenError):
            passes(person, a_message(**READY), command)


@pytest.mark.parametrize("command", commands(STRANGER))
def test_p9_a_mediator_of_another_case_finds_nothing(command: Command):
    """Not even whether there is a message."""
    with pytest.raises(NotFoundError):
        passes(STRANGER, a_message(**READY), command)


@pytest.mark.parametrize("command", commands(GUIDE))
def test_a_manager_may_ask_nothing_of_a_message(command: Command):
    """Even with a mediator's person id."""
    with pytest.raises(NotFoundError):
        may(
            an_actor(GUIDE, Role.MANAGER),
            a_message(**READY),
            command,
            gates=open_gates(),
            members=the_members(),
            at=NOON,
        )


def test_p9_nobody_asks_in_another_persons_name():
    """The command's own name is the signed-in person's."""
    with pytest.raises(ForbiddenError):
        passes(GUIDE, a_message(**READY), Withdraw(by=AUTHOR, statement=SAID))


def test_the_addressee_may_do_nothing_before_an_offer():
    """Nor learn that there is something."""
    with pytest.raises(NotFoundError):
        passes(READER, a_message(state=State.APPROVED), _an_answer(READER))


def test_a_mediator_waits_until_the_cooling_off_time_is_over():
    """One second before: refused; then: allowed."""
    cooling = a_message(state=State.SUBMITTED, cooling_until=NOON)
    with pytest.raises(CoolingOffError):
        passes(GUIDE, cooling, Claim(by=GUIDE, until=NOON + 1800), at=NOON - 1)
    passes(GUIDE, cooling, Claim(by=GUIDE, until=NOON + 1800), at=NOON)


SHUT = [
    (open_gates(paused=True), GateShutError),
    (open_gates(closed=True), GateShutError),
    (open_gates(left=frozenset({READER})), GateShutError),
    (open_gates(left=frozenset({AUTHOR})), GateShutError),
    (open_gates(shut=("assessment",)), GateShutError),
    (open_gates(directory_valid=False), DirectoryStaleError),
]


@pytest.mark.parametrize(("gates", "refusal"), SHUT)
@pytest.mark.parametrize("command", [Offer(by=GUIDE, statement=SAID), Release(by=GUIDE, statement=SAID)])
def test_a_shut_gate_stops_offer_and_release(gates: Gates, refusal: type[RelayError], command: Command):
    """Pause, closed, left, further reasons, stale directory."""
    with pytest.raises(refusal):
        passes(GUIDE, a_message(**READY), command, gates=gates)


@pytest.mark.parametrize("gates", [gates for gates, _ in SHUT])
@pytest.mark.parametrize("person", [AUTHOR, GUIDE])
def test_no_gate_ever_stops_a_withdrawal(gates: Gates, person: PersonId):
    """Anyone may stop at any point."""
    passes(person, a_message(**READY), Withdraw(by=person, statement=SAID), gates=gates)


def test_somebody_elses_leaving_does_not_shut_this_messages_gate():
    """Isolated from each other: only sender and addressee count."""
    passes(
        GUIDE,
        a_message(**READY),
        Release(by=GUIDE, statement=SAID),
        gates=open_gates(left=frozenset({STRANGER})),
    )


@pytest.mark.parametrize("answer", [None, Answer.NOT_NOW, Answer.NEVER, Answer.KEEP])
def test_nothing_is_released_without_a_ready_answer(answer: Answer | None):
    """The second gate."""
    with pytest.raises(NotReadyError):
        passes(GUIDE, a_message(state=State.OFFERED, answer=answer), Release(by=GUIDE, statement=SAID))


def test_after_never_nobody_offers_again():
    """Only the addressee may come back to it."""
    with pytest.raises(NotAllowedError):
        passes(GUIDE, a_message(state=State.OFFERED, answer=Answer.NEVER), Offer(by=GUIDE, statement=SAID))


def test_a_maker_never_approves_alone_but_counts_beside_another():
    """A mediator's relayed words are judged by somebody else, too."""
    enough = Approve(by=GUIDE, statement=SAID, enough=True, undo_until=NOON)
    own = a_message(maker=GUIDE, kind="relayed")
    with pytest.raises(ForbiddenError):
        passes(GUIDE, own, enough)
    passes(GUIDE, replace(own, approvals=1), enough)


@pytest.mark.parametrize("number", range(len(commands(AUTHOR))))
def test_after_leaving_one_may_only_withdraw(number: int):
    """And sees nothing as an addressee."""
    members = the_members() | {AUTHOR: a_member(AUTHOR, side=Side.HARMED, left=True)}
    command = commands(AUTHOR)[number]
    if isinstance(command, Withdraw):
        passes(AUTHOR, a_message(**READY), command, members=members)
    else:
        with pytest.raises(ForbiddenError):
            passes(AUTHOR, a_message(**READY), command, members=members)


def test_the_clock_ends_holds_and_lets_expire_and_no_more():
    """It never approves, releases or withdraws."""
    nobody: Actor | None = None
    for command in commands(PersonId("clock")):
        if isinstance(command, EndHold | Expire):
            may(nobody, a_message(), command, gates=open_gates(), members={}, at=NOON)
        else:
            with pytest.raises(ForbiddenError):
                may(nobody, a_message(), command, gates=open_gates(), members={}, at=NOON)
