# SPDX-License-Identifier: EUPL-1.2
"""The three ports of storage, opened as the settings name them, and closed in the reverse order."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from relay.config import Config, ConfigWrongError
from relay.storage.contract import Blobs, Ledger, ShredKeys
from relay.storage.disk import make_folder
from relay.storage.files import FileBlobs, open_blobs
from relay.storage.ground import Ground
from relay.storage.ledger import open_ledger
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys
from relay.storage.shredkeys import open_shred_keys

LEDGER_FILE: Final = "ledger.db"
BLOBS_FOLDER: Final = "content"
SLOTS_FILE: Final = "slots"
_MEMORY: Final = "memory:"
_NOWHERE: Final = Ground("memory", sound=True, why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Open storage, and the ground that destroyed keys lie on."""

    ledger: Ledger
    blobs: Blobs
    shred_keys: ShredKeys
    ground: Ground


def slot_paths(config: Config) -> tuple[Path, ...]:
    """Return the slot file and then its mirrors; nothing for ``memory:``.

    Raises:
        ConfigWrongError: another kind of address.
    """
    if config.shred_keys == _MEMORY:
        return ()
    kind, _, places = config.shred_keys.partition(":")
    if kind != "slots":
        raise ConfigWrongError(f"shred_keys: {kind}: is not known to this version")
    named = tuple(Path(place.strip()) for place in places.split(",") if place.strip())
    return named or (config.folder / SLOTS_FILE,)


def ledger_path(config: Config) -> Path | None:
    """Return the ledger's file, or None for ``memory:``.

    Raises:
        ConfigWrongError: another kind of address.
    """
    if config.ledger == _MEMORY:
        return None
    if config.ledger != "sqlite:":
        raise ConfigWrongError(f"ledger: {config.ledger.partition(':')[0]}: is not known to this version")
    return config.folder / LEDGER_FILE


def blobs_path(config: Config) -> Path | None:
    """Return the folder of sealed content, or None for ``memory:``.

    Raises:
        ConfigWrongError: another kind of address.
    """
    if config.blobs == _MEMORY:
        return None
    if config.blobs != "files:":
        raise ConfigWrongError(f"blobs: {config.blobs.partition(':')[0]}: is not known to this version")
    return config.folder / BLOBS_FOLDER


@asynccontextmanager
async def open_ports(config: Config) -> AsyncGenerator[Ports]:
    """Open storage for as long as the block lasts.

    Raises:
        ConfigWrongError: an address of a kind that this version does not know.
        StorageBrokenError, StorageFullError: as the backends.
    """
    database, folder, slots = ledger_path(config), blobs_path(config), slot_paths(config)
    make_folder(config.folder)
    async with AsyncExitStack() as stack:
        ledger = MemoryLedger() if database is None else await open_ledger(database)
        stack.push_async_callback(ledger.close)
        blobs = MemoryBlobs() if folder is None else await _open_blobs(folder)
        if not slots:
            keys, ground = MemoryShredKeys(), _NOWHERE
        else:
            keys = await open_shred_keys(slots[0], mirrors=slots[1:], allow_cow=config.allow_cow)
            ground = keys.ground
        stack.push_async_callback(keys.close)
        yield Ports(ledger=ledger, blobs=blobs, shred_keys=keys, ground=ground)


async def _open_blobs(folder: Path) -> FileBlobs:
    make_folder(folder)  # privately, before anything is made inside it
    return await open_blobs(folder)
