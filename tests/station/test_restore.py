# SPDX-License-Identifier: EUPL-1.2
"""The restore drill: what docs/operate.md says about backups, done."""

import shutil
from pathlib import Path

import pytest

from relay.assembly.ports import open_ports
from relay.assembly.running import running
from relay.config import Config
from relay.demo.addresses import LOOPBACK, Addresses
from relay.demo.letters import hand_of
from relay.errors import KeyDestroyedError, RelayError
from relay.records import MessageId, StoredBox
from relay.server.listen import open_socket
from relay.station.reading import read
from relay.station.writing import take_back
from relay.storage.contract import Page
from tests.station.passing_on import make_ready, release_it
from tests.station.relays import Case, case, write

TEXT = "Bonjour,\n\nUne lettre qui sera reprise."


async def _release(scene: Case, message: str) -> None:
    await make_ready(scene.mediator, scene.responsible, message)
    await release_it(scene.mediator, message)


async def test_p13_a_restored_backup_does_not_bring_a_letter_back(tmp_path: Path) -> None:
    """P13: a backup from before, every long-term key, and the slot file as it is: nothing opens."""
    folder, backup = tmp_path / "relay", tmp_path / "backup"
    async with case(folder) as scene:
        taken = await write(scene.victim, scene.responsible, scene.id, TEXT)
        kept = await write(scene.victim, scene.responsible, scene.id, TEXT)
        for message in (taken, kept):
            await _release(scene, message)
        await scene.house.relay.parts.ledger.checkpoint()
        shutil.copytree(folder, backup, ignore=shutil.ignore_patterns("slots"))
        victim = scene.victim
        await take_back(victim.client, victim.keyring, victim.believed, taken, number=victim.next_number())
        cast, own = scene.cast, scene.house.founded.own
    shutil.copy(folder / "slots", backup / "slots")
    bound = open_socket(LOOPBACK, 0)
    addresses = Addresses(int(bound.getsockname()[1]))
    config = Config(folder=backup, origins=addresses.origins(), allow_cow=True)
    async with open_ports(config) as ports, running(config, ports, own, on=bound):
        assert await ports.ledger.find(StoredBox, Page(equals={"message": taken}))
        with pytest.raises(KeyDestroyedError):
            await ports.shred_keys.read(MessageId(taken))
        async with hand_of(addresses, cast, "responsible") as reader:
            opened = await read(reader.client, reader.keyring, reader.believed, kept)
            assert opened.parts[0].decode() == TEXT
            with pytest.raises(RelayError):
                await read(reader.client, reader.keyring, reader.believed, taken)


async def test_p11_a_start_destroys_again_what_an_old_slot_file_brought_back(tmp_path: Path) -> None:
    """P11: a slot file from before a withdrawal, put back by mistake, is emptied before serving."""
    folder = tmp_path / "relay"
    async with case(folder) as scene:
        message = await write(scene.victim, scene.responsible, scene.id, TEXT)
        shutil.copy(folder / "slots", tmp_path / "old")
        victim = scene.victim
        await take_back(victim.client, victim.keyring, victim.believed, message, number=victim.next_number())
        own = scene.house.founded.own
    shutil.copy(tmp_path / "old", folder / "slots")
    bound = open_socket(LOOPBACK, 0)
    config = Config(folder=folder, origins=("http://localhost:1",), allow_cow=True)
    async with open_ports(config) as ports:
        assert len(await ports.shred_keys.read(MessageId(message))) == 32
        async with running(config, ports, own, on=bound):
            with pytest.raises(KeyDestroyedError):
                await ports.shred_keys.read(MessageId(message))
