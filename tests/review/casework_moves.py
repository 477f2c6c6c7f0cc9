# SPDX-License-Identifier: EUPL-1.2
"""What anybody may try with consents and gates, and the judge's own memory of what succeeded.

Part of ``test_any_order``: it shares no rule with ``relay.casework`` or ``relay.protocol.gates``.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from relay.casework.standing import day_of
from relay.errors import RelayError
from relay.protocol.record import GateClear, PaceClear
from relay.records import CaseId, Message, Role
from tests.review.onlookers import EVERYBODY
from tests.review.records import agree, write
from tests.review.world import ADA, BO, CASE, CY, ODA, OTHER_CASE, PEOPLE, SIDES, VIVI, Person, World

cases = st.sampled_from((CASE, CASE, OTHER_CASE))
HOLDS = {"short": 1, "long": 200, "past": -1, "ever": None}
WINDOW_DAYS = 3


class CaseworkMoves(RuleBasedStateMachine):
    """Consents, gates and pace, in any order, by anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.world = World()
        self.left: set[tuple[str, str]] = set()
        self.agreed: dict[tuple[str, str, str], bool] = {}
        self.gates: dict[tuple[str, str, str], tuple[bool, str | None]] = {}
        self.paces: dict[tuple[str, str], int] = {}
        self.first_offers: dict[str, tuple[str, str, str]] = {}  # message: case, side, day

    def run(self, work: Any) -> Any:
        """Run one piece of work."""
        return self.runner.run(work)

    def went_through(self, ask: Callable[[], Awaitable[Any]]) -> bool:
        """Ask; a refusal has to be a coded one."""

        async def asked() -> bool:
            try:
                await ask()
            except RelayError:
                return False
            return True

        return bool(self.run(asked()))

    @rule(
        by=st.sampled_from((VIVI, VIVI, ODA, *EVERYBODY)),
        case=cases,
        given=st.sampled_from((True, False)),
        channel=st.sampled_from(("letter", "letter", "relayed")),
    )
    def consent(self, *, by: Person, case: CaseId, given: bool, channel: str) -> None:
        """Say yes or no to a channel."""
        if self.went_through(lambda: agree(self.world, by, case=case, given=given, channel=channel)):
            assert by in PEOPLE[case][0]
            assert (case, by.id) not in self.left
            self.agreed[case, by.id, channel] = given

    @rule(
        by=st.sampled_from((ADA, ADA, BO, CY, VIVI, ODA)),
        of=st.sampled_from((VIVI, ODA, *EVERYBODY)),
        gate=st.sampled_from(("no-contact", "assessment", "overlap")),
        shut=st.sampled_from((False, False, True)),
        holds=st.sampled_from(tuple(HOLDS)),
        case=cases,
    )
    def set_gate(self, *, by: Person, of: Person, gate: str, shut: bool, holds: str, case: CaseId) -> None:
        """Say that somebody's gate is shut or open, and until when."""
        days = HOLDS[holds]
        if days is None and gate == "assessment":
            days = 60
        until = None if days is None else day_of(self.world.now + days * 86_400)
        clear = GateClear(gate=gate, participant=of.id, shut=shut, until=until)
        if self.went_through(lambda: write(self.world, "gate", clear, by=by, case=case)):
            assert by in PEOPLE[case][1]
            assert of in PEOPLE[case][0]
            self.gates[case, of.id, gate] = (shut, until)

    @rule(
        by=st.sampled_from((ADA, CY, ODA)),
        side=st.sampled_from(("harmed", "responsible")),
        most=st.integers(1, 2),
    )
    def set_pace(self, by: Person, side: str, most: int) -> None:
        """Say how many messages of a side may be offered within three days."""
        case = OTHER_CASE if by is CY else CASE
        clear = PaceClear(side=side, most=most, days=WINDOW_DAYS)
        if self.went_through(lambda: write(self.world, "pace", clear, by=by, case=case)):
            assert by.role is Role.MEDIATOR
            self.paces[case, side] = most

    def open_gates(self) -> None:
        """Begin with every gate open, for as long as it lasts."""
        for case, (persons, mediators) in PEOPLE.items():
            for person in persons:
                for channel in ("letter", "relayed"):
                    self.consent(by=person, case=case, given=True, channel=channel)
                for gate in ("no-contact", "assessment"):
                    self.set_gate(by=mediators[0], of=person, gate=gate, shut=False, holds="long", case=case)

    def note_offer(self, message: Message) -> None:
        """Remember on which day a message was first offered."""
        side = next(SIDES[one] for one in PEOPLE[message.case][0] if one.id == message.sender)
        self.first_offers.setdefault(message.id, (message.case, side, day_of(self.world.now)))

    def judge_casework(self, message: Message) -> None:
        """Nothing is offered or released unless both agree and every gate is open today."""
        today = day_of(self.world.now)
        for person in (message.sender, message.addressee):
            assert self.agreed.get((message.case, person, message.channel)) is True, "nobody asked them"
            for gate in ("no-contact", "assessment"):
                shut, until = self.gates.get((message.case, person, gate), (True, None))
                assert not shut, f"{gate} is shut"
                assert until is None or until >= today, f"{gate} held until {until}"
            shut, until = self.gates.get((message.case, person, "overlap"), (False, None))
            assert not shut or (until is not None and until < today), "something overlaps"
        self._judge_pace(message)

    def _judge_pace(self, message: Message) -> None:
        side = next(SIDES[one] for one in PEOPLE[message.case][0] if one.id == message.sender)
        most = self.paces.get((message.case, side))
        oldest = day_of(self.world.now - (WINDOW_DAYS - 1) * 86_400)
        lately = [
            one
            for one, (case, of, day) in self.first_offers.items()
            if (case, of) == (message.case, side) and one != message.id and day >= oldest
        ]
        assert most is None or len(lately) < most, "too many, too fast"
