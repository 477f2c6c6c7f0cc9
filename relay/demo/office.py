# SPDX-License-Identifier: EUPL-1.2
"""The way into the office: both key files of the programme, sealed under fresh words at each start.

A real programme never has its root's file beside a manager's, nor either beside the relay.
Here nobody exists, and whoever learns should be able to sign with two keys.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import Addresses
from relay.demo.cast import MANAGER, Cast
from relay.station.key_file import KeyFile, write_key_file
from relay.station.kind_words import kind_words

MANAGER_FILE: Final = "manager.key"
ROOT_FILE: Final = "root.key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A key file on the disk, and the words that open it."""

    path: Path
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWay:
    """Where the office is, and what opens it; ``second`` signs beside the manager's."""

    address: str
    manager: Sealed
    second: Sealed


def open_office_way(folder: Path, cast: Cast, addresses: Addresses) -> OfficeWay:
    """Write both key files anew; words printed earlier stop working."""
    return OfficeWay(
        address=f"{addresses.origin(MANAGER)}/#office",
        manager=_sealed(folder / MANAGER_FILE, cast.manager),
        second=_sealed(folder / ROOT_FILE, cast.root),
    )


def _sealed(path: Path, keys: KeyFile) -> Sealed:
    words = kind_words("en")
    write_key_file(path, keys, words=words, memory_kib=LEAST_MEMORY_KIB)
    return Sealed(path=path, words=words)
