# SPDX-License-Identifier: EUPL-1.2
"""Who plays in the demonstration, and what each of them holds.

One file of the demonstration's own folder keeps every invented person's keys and words, and
the programme's: so that it can make new links at each start, and so that nobody must ever
use such a folder for real people.
"""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

import msgspec

from relay.crypto.encoding import b64u, unb64u
from relay.errors import MalformedError
from relay.records import Role
from relay.station.enrolling import Newcomer
from relay.station.key_file import KeyFile
from relay.station.keyring import Keyring

FILE: Final = "cast.json"
Part = Literal["victim", "responsible", "mediator"]
PARTS: Final[tuple[Part, ...]] = ("victim", "responsible", "mediator")
NEWCOMER: Final = "newcomer"
MANAGER: Final = "localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """One invented person."""

    account: str
    person: str
    role: Role
    master: str = field(repr=False)
    words: str = field(repr=False)
    kit: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody, and the case they are in."""

    root: KeyFile
    manager: KeyFile
    case: str
    players: dict[Part, Player]
    tickets: tuple[str, ...]  # codes that are printed for newcomers and not answered yet

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the programme's root."""
        return self.root.fingerprint

    def keyring(self, part: Part) -> Keyring:
        """Return what somebody signs and opens with."""
        player = self.players[part]
        return Keyring(
            account=player.account,
            person=player.person,
            role=player.role,
            fingerprint=self.fingerprint,
            master=unb64u(player.master),
        )


def player_of(newcomer: Newcomer) -> Player:
    """Return an enrolled newcomer as a player."""
    keyring, secrets = newcomer.keyring, newcomer.secrets
    return Player(
        account=secrets.account,
        person=keyring.person,
        role=keyring.role,
        master=b64u(keyring.master),
        words=secrets.words,
        kit=secrets.kit,
    )


def write_cast(folder: Path, cast: Cast) -> None:
    """Write the file, readable by its owner only; it is there whole or not at all."""
    fresh = folder / f"{FILE}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(cast)))
    fresh.replace(folder / FILE)


def read_cast(folder: Path) -> Cast | None:
    """Read the file; None where the demonstration was never prepared to its end.

    Raises:
        MalformedError: it is damaged, or another version's: start with ``--fresh``.
    """
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Cast)
    except FileNotFoundError:
        return None
    except msgspec.MsgspecError as damaged:
        raise MalformedError(f"{folder / FILE} cannot be read; start with --fresh") from damaged


def with_tickets(cast: Cast, tickets: tuple[str, ...]) -> Cast:
    """Return the cast with other open tickets."""
    return replace(cast, tickets=tickets)
