# SPDX-License-Identifier: EUPL-1.2
"""``relay init``: a new programme, its data folder, and the key files that never lie on the relay."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

import click

from relay.assembly.founding import Founded, draw_programme, found
from relay.assembly.own import read_own, write_own
from relay.assembly.ports import ledger_path, open_ports
from relay.cli.entry import Here
from relay.config import Config, ConfigWrongError
from relay.station.key_file import KeyFile, write_key_file
from relay.station.kind_words import kind_words


@dataclass(frozen=True, slots=True)
class _Made:
    path: Path
    words: str


@click.command()
@click.option(
    "--keys",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Where root.key and manager.key go: a stick, not the relay's disk.",
)
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="The relay's data folder.")
@click.pass_obj
def init(here: Here, keys: Path, folder: Path | None) -> None:
    """Found a programme: data folder, root key, first manager."""
    config = here.config() if folder is None else replace(here.config(), folder=folder)
    _refuse_unsuited(here, config, keys)
    keys.mkdir(parents=True, exist_ok=True, mode=0o700)  # a programme whose keys found no place is nobody's
    founded = draw_programme()
    asyncio.run(_found(config, founded))
    made = [_write(keys, name, here) for name in (founded.root, founded.manager)]
    write_own(config.folder, founded.own)
    here.say("init-done", folder=str(config.folder), fingerprint=founded.own.fingerprint)
    for one in made:
        here.say("init-words", path=str(one.path), words=one.words)
    here.say("init-next")


def _refuse_unsuited(here: Here, config: Config, keys: Path) -> None:
    database = ledger_path(config)
    if read_own(config.folder) is not None:
        raise ConfigWrongError(here.words.say("init-there", folder=str(config.folder)))
    if database is None:
        raise ConfigWrongError(here.words.say("init-memory"))
    if database.exists():
        raise ConfigWrongError(here.words.say("init-unfinished", folder=str(config.folder)))
    if keys.resolve().is_relative_to(config.folder.resolve()):
        raise ConfigWrongError(here.words.say("init-keys-inside"))
    for name in ("root.key", "manager.key"):
        if (keys / name).exists():
            raise ConfigWrongError(here.words.say("init-keys-there", path=str(keys / name)))


async def _found(config: Config, founded: Founded) -> None:
    async with open_ports(config) as ports:
        await found(ports, founded)


def _write(folder: Path, keys: KeyFile, here: Here) -> _Made:
    words = kind_words(here.words.language)
    path = folder / f"{keys.type}.key"
    write_key_file(path, keys, words=words)
    return _Made(path, words)
