# SPDX-License-Identifier: EUPL-1.2
"""What this relay keeps for itself: two seeds and whose it is, in one private file of its folder.

No key of a person and no key of the programme is here: with this file alone nobody can
read, approve or certify anything. It is written last by ``relay init``, so that a folder
without it is one that was never finished.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from relay.config import ConfigWrongError
from relay.crypto.encoding import b64u, unb64u
from relay.errors import RelayError
from relay.protocol.root import programme_of

FILE: Final = "own.json"
SEED_BYTES: Final = 32
PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The relay's own keys.

    Attributes:
        fingerprint: of the programme's root, 43 characters.
        service_seed: 32 bytes; signs receipts.
        server_secret: 32 bytes; makes nonces and the slots of accounts that are none.
    """

    fingerprint: str
    service_seed: bytes = field(repr=False)
    server_secret: bytes = field(repr=False)

    @property
    def programme(self) -> str:
        """The programme's id."""
        return programme_of(self.fingerprint)


def write_own(folder: Path, own: Own) -> None:
    """Write the file, durable, readable by its owner only.

    Raises:
        FileExistsError: there is one; what it holds cannot be made again.
    """
    content = {
        "fingerprint": own.fingerprint,
        "server_secret": b64u(own.server_secret),
        "service_seed": b64u(own.service_seed),
    }
    write_private(folder / FILE, json.dumps(content, indent=1))


def write_private(path: Path, text: str) -> None:
    """Write a new file that only its owner may read, durable with its name.

    Raises:
        FileExistsError: there is one.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read_own(folder: Path) -> Own | None:
    """Read the file, or return None where there is none.

    Raises:
        ConfigWrongError: it is damaged.
    """
    try:
        content: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        own = Own(
            fingerprint=content["fingerprint"],
            service_seed=unb64u(content["service_seed"], size=SEED_BYTES),
            server_secret=unb64u(content["server_secret"], size=SEED_BYTES),
        )
        programme_of(own.fingerprint)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RelayError) as damaged:
        raise ConfigWrongError(f"{folder / FILE} cannot be read: {type(damaged).__name__}") from damaged
    return own
