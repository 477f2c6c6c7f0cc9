# SPDX-License-Identifier: EUPL-1.2
"""A case has a share of the disk; what went from it gives its room back."""

import pytest

from relay.errors import QuotaError
from relay.records import State
from relay.review import service
from relay.review.desk import CHUNK_BYTES
from tests.review.letters import begin, withdrawal, wk_seed
from tests.review.world import CASE, ODA, OTHER_CASE, VERA, VIVI, XENO, YARA, World, ident

TWO_LETTERS = 2 * CHUNK_BYTES


async def test_a_case_takes_what_it_has_room_for_and_no_more(world: World) -> None:
    """Whoever of the case begins it, and the refusal leaves nothing behind."""
    world.max_case_bytes = TWO_LETTERS
    await begin(world, ident("one"), sender=ODA, addressee=VIVI)
    await begin(world, ident("two"), sender=VERA, addressee=ODA)
    with pytest.raises(QuotaError):
        await begin(world, ident("three"), sender=ODA, addressee=VIVI)


async def test_beginning_again_asks_for_no_more_room(world: World) -> None:
    """An answer may get lost when the case is just full."""
    world.max_case_bytes = CHUNK_BYTES
    first = await begin(world, ident("one"), sender=ODA, addressee=VIVI)
    assert await begin(world, ident("one"), sender=ODA, addressee=VIVI) == first


async def test_what_was_taken_back_gives_its_room_back(world: World) -> None:
    """Its bytes are gone, so they weigh nothing."""
    world.max_case_bytes = TWO_LETTERS
    first = await begin(world, ident("one"), sender=ODA, addressee=VIVI)
    await begin(world, ident("two"), sender=ODA, addressee=VIVI)
    gone = withdrawal(world, first, wk_seed(first.id), of=ODA)
    await service.withdraw(world.desk, ODA.actor, message=first.id, statement=gone)
    assert (await begin(world, ident("three"), sender=ODA, addressee=VIVI)).state is State.UPLOADING


async def test_another_case_has_its_own_share(world: World) -> None:
    """One case cannot fill another's."""
    world.max_case_bytes = CHUNK_BYTES
    await begin(world, ident("one"), sender=ODA, addressee=VIVI, case=CASE)
    await begin(world, ident("two"), sender=XENO, addressee=YARA, case=OTHER_CASE)
