# SPDX-License-Identifier: EUPL-1.2
"""The story so far, letter by letter, each brought into the state that ``story`` shows it in."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Final

from relay.demo.addresses import Addresses
from relay.demo.casework import open_gates
from relay.demo.cast import Cast, Part
from relay.demo.hands import Hand, hand_of
from relay.demo.story import DRAFT, LETTERS, Letter, Shown
from relay.records import Answer, Side
from relay.station import writing
from relay.station.believing import change_bundle
from relay.station.calendar import day_after
from relay.station.drafting import save_draft
from relay.station.reading import give_answer
from relay.station.reviewing import Reviewed, Verdict, approve, decide, offer, release, review

_HOLD_DAYS: Final = 14
_AUTHORS: Final[dict[Side, Part]] = {Side.HARMED: "victim", Side.RESPONSIBLE: "responsible"}
_READERS: Final[dict[Side, Part]] = {Side.HARMED: "responsible", Side.RESPONSIBLE: "victim"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everybody at work on one letter."""

    author: Hand
    reader: Hand
    mediator: Hand
    letter: Letter
    message: str = field(default="")


async def tell_story(addresses: Addresses, cast: Cast) -> None:
    """Write, review, offer, release, return, hold and take back, as the story has it."""
    async with AsyncExitStack() as stack:
        hands = {
            part: await stack.enter_async_context(hand_of(addresses, cast, part)) for part in cast.players
        }
        await open_gates(
            cast.case, participants=(hands["victim"], hands["responsible"]), mediator=hands["mediator"]
        )
        for letter in LETTERS:
            scene = Scene(
                author=hands[_AUTHORS[letter.by]],
                reader=hands[_READERS[letter.by]],
                mediator=hands["mediator"],
                letter=letter,
            )
            await _tell(scene, cast.case)
        author, reader = hands[_AUTHORS[DRAFT.by]], hands[_READERS[DRAFT.by]]
        draft = writing.Letter(text=DRAFT.text, language=DRAFT.language, addressee=reader.keyring.person)
        await save_draft(author.client, author.keyring, cast.case, draft)
        for hand in hands.values():
            await change_bundle(hand.client, hand.keyring, numbers=hand.number)


async def _tell(scene: Scene, case: str) -> None:
    author = scene.author
    sealed = writing.seal_letter(
        author.keyring,
        author.believed,
        case,
        writing.Letter(
            text=scene.letter.text, language=scene.letter.language, addressee=scene.reader.keyring.person
        ),
    )
    await writing.give(author.client, sealed)
    for step in _STEPS[scene.letter.shown]:
        await step(scene, sealed.message)


async def _look(scene: Scene, message: str) -> Reviewed:
    mediator = scene.mediator
    return await review(mediator.client, mediator.keyring, mediator.believed, message)


async def _claim(scene: Scene, message: str) -> None:
    client = scene.mediator.client
    await client.claim(message, version=(await client.message(message)).view.version)


async def _approve(scene: Scene, message: str) -> None:
    hand = scene.mediator
    reviewed = await _look(scene, message)
    await approve(hand.client, hand.keyring, hand.believed, reviewed, number=hand.next_number())


async def _offer(scene: Scene, message: str) -> None:
    hand = scene.mediator
    reviewed = await _look(scene, message)
    await offer(
        hand.client,
        hand.keyring,
        hand.believed,
        reviewed,
        number=hand.next_number(),
        note=scene.letter.note,
    )


async def _ready(scene: Scene, message: str) -> None:
    hand = scene.reader
    await give_answer(
        hand.client,
        hand.keyring,
        hand.believed,
        message,
        answer=Answer.READY,
        number=hand.next_number(),
    )


async def _release(scene: Scene, message: str) -> None:
    hand = scene.mediator
    await release(hand.client, hand.keyring, hand.believed, await _look(scene, message))


async def _return(scene: Scene, message: str) -> None:
    await _decide(scene, message, Verdict(decision="return", note=scene.letter.note))


async def _decline(scene: Scene, message: str) -> None:
    await _decide(scene, message, Verdict(decision="decline", note=scene.letter.note))


async def _hold(scene: Scene, message: str) -> None:
    verdict = Verdict(decision="hold", note=scene.letter.note, until=day_after(_HOLD_DAYS))
    await _decide(scene, message, verdict)


async def _decide(scene: Scene, message: str, verdict: Verdict) -> None:
    hand = scene.mediator
    reviewed = await _look(scene, message)
    await decide(
        hand.client, hand.keyring, hand.believed, reviewed, verdict=verdict, number=hand.next_number()
    )


async def _take_back(scene: Scene, message: str) -> None:
    hand = scene.author
    await writing.take_back(hand.client, hand.keyring, hand.believed, message, number=hand.next_number())


Step = Callable[[Scene, str], Awaitable[None]]

_STEPS: Final[dict[Shown, tuple[Step, ...]]] = {
    "waiting": (),
    "held": (_claim, _hold),
    "returned": (_claim, _return),
    "declined": (_claim, _decline),
    "approved": (_claim, _approve),
    "offered": (_claim, _approve, _offer),
    "released": (_claim, _approve, _offer, _ready, _release),
    "withdrawn": (_take_back,),
}
