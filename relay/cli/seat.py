# SPDX-License-Identifier: EUPL-1.2
"""A mediator at their own station: their keys from the vault there, opened with six words, and signed in.

The vault is a key file that this machine keeps. What the relay hands out at sign-in is held against it.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from relay.cli.entry import Here
from relay.cli.sitting import open_key_file
from relay.config import ConfigWrongError
from relay.crypto.derive import same
from relay.crypto.encoding import b64u, unb64u
from relay.errors import RelayError, WrongContextError
from relay.records import Role
from relay.station.client import Client
from relay.station.key_file import KeyFile, write_key_file
from relay.station.keyring import Keyring
from relay.station.signing_in import sign_in
from relay.station.standing import Believed, fetch_standing

_WORDS: Final = "RELAY_WORDS"
F = TypeVar("F", bound=Callable[..., Any])

vault_option = click.option(
    "--vault",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="RELAY_VAULT",
    help="Your vault: a file that `relay station keep` writes; its words come from a prompt or RELAY_WORDS.",
)
url_option = click.option("--url", envvar="RELAY_URL", required=True, help="The relay's address.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """An opened vault, and the words that opened it: they also sign in."""

    keyring: Keyring
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A mediator who has sat down: signed in, with their keys and what they believe."""

    client: Client
    keyring: Keyring
    believed: Believed


@click.command()
@click.option("--account", envvar="RELAY_ACCOUNT", required=True, help="Your account, eight characters.")
@click.option("--root", envvar="RELAY_ROOT", required=True, help="The programme's fingerprint.")
@url_option
@vault_option
@click.pass_obj
def keep(here: Here, account: str, root: str, url: str, vault: Path | None) -> None:
    """Sign in once, and keep your keys on this machine in a vault, sealed under your six words."""
    path = _named(here, vault)
    if path.exists():
        raise ConfigWrongError(here.words.say("vault-exists", path=str(path)))
    _require_fingerprint(here, root)
    words = os.environ.get(_WORDS) or str(
        click.prompt(here.words.say("station-words"), hide_input=True, err=True)
    )
    keyring = asyncio.run(_sign_in(url.rstrip("/"), account, words, root))
    keys = KeyFile(
        type="mediator",
        fingerprint=keyring.fingerprint,
        seed=b64u(keyring.master),
        account=keyring.account,
        person=keyring.person,
    )
    write_key_file(path, keys, words=words)
    here.say("vault-kept", path=str(path))


def open_vault(here: Here, path: Path | None) -> Vault:
    """Open a vault.

    Raises:
        ConfigWrongError: none is named or there, or it is another's file.
        RelayError: as ``read_key_file``; ``CommitmentWrongError``: other words.
    """
    vault = _named(here, path)
    if not vault.is_file():
        raise ConfigWrongError(here.words.say("vault-missing", path=str(vault)))
    keys, words = open_key_file(here, vault, holder="mediator", variable=_WORDS)
    keyring = Keyring(
        account=keys.account or "",
        person=keys.person or "",
        role=Role.MEDIATOR,
        fingerprint=keys.fingerprint,
        master=unb64u(keys.seed, size=32),
    )
    return Vault(keyring=keyring, words=words)


async def sit_down(url: str, vault: Vault, act: Callable[[Seated], Awaitable[None]]) -> None:
    """Sign in as the vault's mediator, and do ``act``.

    Raises:
        WrongContextError: the relay handed out other keys than the vault's.
        RelayError: as ``sign_in``, ``fetch_standing`` and ``act``.
    """
    kept = vault.keyring
    async with Client(url.rstrip("/")) as client:
        keyring = await _signed_in(client, url.rstrip("/"), kept.account, vault.words, kept.fingerprint)
        if not same(keyring.master, kept.master) or keyring.person != kept.person:
            raise WrongContextError("other keys than those of the vault")
        believed = await fetch_standing(client, fingerprint=kept.fingerprint)
        await act(Seated(client=client, keyring=kept, believed=believed))


async def _sign_in(url: str, account: str, words: str, fingerprint: str) -> Keyring:
    async with Client(url) as client:
        return await _signed_in(client, url, account, words, fingerprint)


async def _signed_in(client: Client, url: str, account: str, words: str, fingerprint: str) -> Keyring:
    return await sign_in(client, account, words, slot="passphrase", origin=url, fingerprint=fingerprint)


def _require_fingerprint(here: Here, root: str) -> None:
    """Refuse what is no fingerprint before anything is asked of a relay, or of a person."""
    try:
        unb64u(root, size=32)
    except RelayError as wrong:
        raise ConfigWrongError(here.words.say("vault-root", root=root)) from wrong


def _named(here: Here, path: Path | None) -> Path:
    if path is None:
        raise ConfigWrongError(here.words.say("vault-unnamed"))
    return path
