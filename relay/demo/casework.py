# SPDX-License-Identifier: EUPL-1.2
"""What the invented case's gates hang on: both agree, and the mediator has looked and says so."""

from typing import Final

from relay.demo.hands import Hand
from relay.protocol.record import GateClear
from relay.station.calendar import day_after
from relay.station.recording import Draft, give_consent, write_record

ASSESSMENT_DAYS: Final = 90
CHANNELS: Final = ("letter", "meeting", "relayed", "video")


async def open_gates(case: str, *, participants: tuple[Hand, ...], mediator: Hand) -> None:
    """Open every gate between these people, each by whoever may."""
    for hand in participants:
        for channel in CHANNELS:
            await agree(hand, case, channel=channel)
        for gate in ("no-contact", "assessment"):
            await clear(mediator, case, gate, of=hand)


async def agree(hand: Hand, case: str, *, channel: str = "letter", given: bool = True) -> None:
    """Say yes or no to a channel."""
    number = hand.next_number()
    await give_consent(
        hand.client, hand.keyring, hand.believed, case, channel=channel, given=given, number=number
    )


async def clear(mediator: Hand, case: str, gate: str, *, of: Hand) -> None:
    """Say that somebody's gate is open."""
    until = day_after(ASSESSMENT_DAYS) if gate == "assessment" else None
    shown = GateClear(gate=gate, participant=of.keyring.person, shut=False, until=until)
    asked = ("safety", "privacy", "wellbeing") if gate == "assessment" else ("evidence",)
    content = dict.fromkeys(asked, "Nobody here exists.") | {"reason": ""}
    draft = Draft(kind="gate", clear=shown, content=content)
    await write_record(mediator.client, mediator.keyring, mediator.believed, case, draft=draft)
