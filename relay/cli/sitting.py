# SPDX-License-Identifier: EUPL-1.2
"""A manager at work: key file opened, signed in at the relay, what stands verified."""

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from relay.cli.entry import Here
from relay.config import ConfigWrongError
from relay.crypto.encoding import unb64u
from relay.protocol.shape import day_number
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.key_file import KeyFile, KeyHolder, read_key_file, write_key_file
from relay.station.managing import Office, fetch_office
from relay.station.signing_in import sign_in

WARN_DAYS: Final = 14
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One manager, one relay, one command."""

    here: Here
    client: Client
    url: str
    path: Path
    words: str = field(repr=False)
    keys: KeyFile
    office: Office

    @property
    def seed(self) -> bytes:
        """The 32-byte seed that signs."""
        return unb64u(self.keys.seed)

    def keep(self, keys: KeyFile) -> None:
        """Write a changed key file back."""
        write_key_file(self.path, keys, words=self.words)
        self.keys = keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where a manager's key file is, and which relay."""

    key: Path
    url: str | None


def manager_options(command: F) -> F:
    """Add ``--key`` and ``--url``."""
    command = click.option(
        "--key",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="RELAY_KEY",
        default=Path("manager.key"),
        show_default=True,
        help="The manager's key file; its words come from a prompt or RELAY_KEY_WORDS.",
    )(command)
    return click.option(
        "--url", envvar="RELAY_URL", help="The relay's address; the first origin of the settings."
    )(command)


def open_key_file(here: Here, path: Path, *, holder: KeyHolder | None, variable: str) -> tuple[KeyFile, str]:
    """Open a key file with words from the environment or a prompt; return it and the words.

    Raises:
        ConfigWrongError: there is no such file, or it is somebody else's.
        RelayError: as ``read_key_file``.
    """
    if not path.is_file():
        raise ConfigWrongError(here.words.say("key-missing", path=str(path)))
    words = os.environ.get(variable)
    if words is None:
        words = str(click.prompt(here.words.say("key-words", path=str(path)), hide_input=True, err=True))
    keys = read_key_file(path, words=words)
    if holder is not None and keys.type != holder:
        raise ConfigWrongError(here.words.say("key-of-another", path=str(path), holder=holder))
    return keys, words


@asynccontextmanager
async def sit_down(here: Here, asked: Asked, keys: KeyFile, words: str) -> AsyncGenerator[Sitting]:
    """Sign in as the manager and verify what stands; warn of a directory near its end."""
    url = (asked.url or here.config().origins[0]).rstrip("/")
    async with Client(url) as client:
        await sign_in(
            client,
            keys.account or "",
            keys.code or "",
            slot="kit",
            origin=url,
            fingerprint=keys.fingerprint,
        )
        office = await fetch_office(client, fingerprint=keys.fingerprint)
        days = days_left(office)
        if days < WARN_DAYS:
            here.note("manager-renew-soon", days=days)
        yield Sitting(
            here=here, client=client, url=url, path=asked.key, words=words, keys=keys, office=office
        )


def at_work(here: Here, asked: Asked, act: Callable[[Sitting], Awaitable[None]]) -> None:
    """Open the manager's key file, sign in, and do ``act``."""
    keys, words = open_key_file(here, asked.key, holder="manager", variable="RELAY_KEY_WORDS")
    at_work_with(here, asked, keys, words, act)


def at_work_with(
    here: Here, asked: Asked, keys: KeyFile, words: str, act: Callable[[Sitting], Awaitable[None]]
) -> None:
    """Sign in with an opened key file, and do ``act``."""

    async def work() -> None:
        async with sit_down(here, asked, keys, words) as sitting:
            await act(sitting)

    asyncio.run(work())


def days_left(office: Office) -> int:
    """Return for how many more days the directory counts; negative: it is past."""
    return day_number(office.directory.valid_until) - day_number(today())


def confirmed(here: Here, yes: bool, key: str, **facts: str | int) -> bool:
    """Ask; ``yes`` answers beforehand."""
    return yes or click.confirm(here.words.say(key, **facts), err=True)
