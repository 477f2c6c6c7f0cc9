# SPDX-License-Identifier: EUPL-1.2
"""A letter's whole way through the service, on the memory backends and on the embedded ones."""

from pathlib import Path

import pytest

from relay.errors import KeyDestroyedError
from relay.records import State
from relay.review import service
from relay.storage.files import open_blobs
from relay.storage.ledger import open_ledger
from relay.storage.shredkeys import open_shred_keys
from tests.review import story
from tests.review.letters import withdrawal
from tests.review.records import open_gates
from tests.review.world import CASE, ODA, VIVI, World


async def embedded(folder: Path) -> World:
    """Return a world on SQLite, files and a slot file."""
    return World(
        ledger=await open_ledger(folder / "ledger.sqlite"),
        blobs=await open_blobs(folder / "content"),
        shred_keys=await open_shred_keys(folder / "slots", mirrors=[], allow_cow=True, block_slots=8),
    )


async def whole_way(world: World) -> None:
    """Write, review, offer, release, read, hand back, read again, take back, leave."""
    message = await story.opened(world)
    assert message.state is State.OPENED
    kept = await story.answered(world, message, "keep")
    again = await story.release_it(world, await story.answered(world, await story.make_offer(world, kept)))
    other = await story.approved(world, "other")
    listed = await service.listing(world.desk, ODA.actor, case=CASE)
    assert {view.id for view in listed.views} == {again.id, other.id}
    gone = withdrawal(world, again, ODA, of=ODA)
    await service.withdraw(world.desk, ODA.actor, message=again.id, statement=gone)
    leave = withdrawal(world, None, ODA, of=ODA, scope="leave")
    await service.withdraw_case(world.desk, ODA.actor, case=CASE, statement=leave)
    for one in (again, other):
        assert (await service.view(world.desk, ODA.actor, message=one.id)).state is State.WITHDRAWN
        with pytest.raises(KeyDestroyedError):
            await world.shred_keys.read(one.id)
    assert (await service.view(world.desk, VIVI.actor, message=again.id)).state is State.WITHDRAWN
    assert await service.redo_shreds(world.desk) == 0


async def test_a_letter_goes_its_whole_way_in_memory(world: World):
    """Every step taken by the right person in the right order succeeds."""
    await whole_way(world)


async def test_a_letter_goes_its_whole_way_on_the_embedded_backends(tmp_path: Path):
    """The same steps on SQLite, files and a slot file; and nothing is left on disk."""
    world = await embedded(tmp_path)
    await world.begin_programme()
    await open_gates(world)
    await whole_way(world)
    await world.ledger.close()
    await world.shred_keys.close()
    content = tmp_path / "content"
    assert [one.name for one in content.rglob("*") if one.is_file()] == []
