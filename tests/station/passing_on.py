# SPDX-License-Identifier: EUPL-1.2
"""A message on its way, by the people themselves: taken up, agreed to, offered, answered, released."""

from relay.demo.hands import Hand
from relay.records import Answer
from relay.station.reading import give_answer
from relay.station.reviewing import approve, offer, release, review

NOTE = "Une page."


async def agree(*mediators: Hand, message: str) -> None:
    """Have the first mediator take it up, and each of them approve it."""
    first = mediators[0].client
    await first.claim(message, version=(await first.message(message)).view.version)
    for hand in mediators:
        looked = await review(hand.client, hand.keyring, hand.believed, message)
        await approve(hand.client, hand.keyring, hand.believed, looked, number=hand.next_number())


async def offer_it(hand: Hand, message: str, *, note: str = NOTE) -> None:
    """Have a mediator offer what was approved."""
    looked = await review(hand.client, hand.keyring, hand.believed, message)
    await offer(hand.client, hand.keyring, hand.believed, looked, number=hand.next_number(), note=note)


async def say(reader: Hand, message: str, answer: Answer = Answer.READY) -> None:
    """Have the reader answer an offer: that they are ready, unless told otherwise."""
    await give_answer(
        reader.client,
        reader.keyring,
        reader.believed,
        message,
        answer=answer,
        number=reader.next_number(),
    )


async def release_it(hand: Hand, message: str) -> None:
    """Have a mediator release what its reader is ready for."""
    looked = await review(hand.client, hand.keyring, hand.believed, message)
    await release(hand.client, hand.keyring, hand.believed, looked)


async def make_ready(hand: Hand, reader: Hand, message: str, *, note: str = NOTE) -> None:
    """Approve it, offer it, and have its reader say that they are ready."""
    await agree(hand, message=message)
    await offer_it(hand, message, note=note)
    await say(reader, message)
