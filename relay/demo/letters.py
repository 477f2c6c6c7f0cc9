# SPDX-License-Identifier: EUPL-1.2
"""The story so far, letter by letter, each brought into the state that ``story`` shows it in."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from relay.demo.addresses import Addresses
from relay.demo.cast import Cast, Part
from relay.demo.story import DRAFT, LETTERS, Letter, Shown
from relay.records import Answer, Side
from relay.station import writing
from relay.station.believing import change_bundle
from relay.station.calendar import day_after
from relay.station.client import Client
from relay.station.drafting import save_draft
from relay.station.keyring import Keyring
from relay.station.reading import give_answer
from relay.station.reviewing import Reviewed, Verdict, approve, decide, offer, release, review
from relay.station.signing_in import sign_in
from relay.station.standing import Believed, fetch_standing

_HOLD_DAYS: Final = 14
_AUTHORS: Final[dict[Side, Part]] = {Side.HARMED: "victim", Side.RESPONSIBLE: "responsible"}
_READERS: Final[dict[Side, Part]] = {Side.HARMED: "responsible", Side.RESPONSIBLE: "victim"}


@dataclass(slots=True, kw_only=True)
class Hand:
    """A signed-in player, and the last number they signed under."""

    client: Client
    keyring: Keyring
    believed: Believed
    number: int = 0

    def next_number(self) -> int:
        """Return a number above every one used before."""
        self.number += 1
        return self.number


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


@asynccontextmanager
async def hand_of(addresses: Addresses, cast: Cast, part: Part) -> AsyncGenerator[Hand]:
    """Sign a player in, by their recovery kit, and verify what stands."""
    player = cast.players[part]
    async with addresses.client(part) as client:
        keyring = await sign_in(
            client,
            player.account,
            player.kit,
            slot="kit",
            origin=addresses.origin(part),
            fingerprint=cast.fingerprint,
        )
        believed = await fetch_standing(client, fingerprint=cast.fingerprint)
        yield Hand(client=client, keyring=keyring, believed=believed)


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
