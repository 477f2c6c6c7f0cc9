# SPDX-License-Identifier: EUPL-1.2
"""``relay manager countersign``: the second signature for a mediator, on another machine than the first."""

from pathlib import Path

import click

from relay.cli.entry import Here
from relay.cli.sitting import Asked, Sitting, at_work_with, confirmed, manager_options, open_key_file
from relay.crypto import keys as crypto_keys
from relay.crypto.encoding import b64u, unb64u
from relay.errors import ExistsError
from relay.protocol.directory import Mediator
from relay.protocol.root import key_id_text, parse_root, verify_root
from relay.station.calendar import today
from relay.station.key_file import KeyFile
from relay.station.vouching import (
    Carried,
    Vouched,
    check_carried,
    mediator_words,
    read_carried,
    root_signs,
    vouch_first,
    vouch_second,
    write_carried,
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask: the words were compared beforehand.")
@manager_options
@click.pass_obj
def countersign(here: Here, file: Path, yes: bool, key: Path, url: str | None) -> None:
    """Sign second for a mediator, in a FILE from who signed first; with root.key, without a network."""
    opened, words = open_key_file(here, key, holder=None, variable="RELAY_KEY_WORDS")
    carried = read_carried(file.read_bytes())
    if opened.type == "root":
        _as_root(here, opened, file, carried, yes=yes)
        return

    async def act(sitting: Sitting) -> None:
        office = sitting.office
        statement = office.standing.root
        root = verify_root(
            statement, fingerprint=opened.fingerprint, today=parse_root(statement.body).expires
        )
        vouched = check_carried(carried, root=root, own=_own(opened), directory=office.directory)
        if _compared(here, vouched, yes=yes):
            sitting.office = await vouch_second(sitting.client, sitting.seed, office, vouched)
            here.say("certify-countersigned", mediator=key_id_text(vouched.mediator.mediator))

    at_work_with(here, Asked(key=key, url=url), opened, words, act)


def write_first(sitting: Sitting, mediator: Mediator, path: Path) -> None:
    """Sign first, into a file for who signs second."""
    path.write_bytes(write_carried(vouch_first(sitting.seed, sitting.office, mediator)))
    words = mediator_words(mediator, sitting.here.words.language)
    named = key_id_text(mediator.mediator)
    sitting.here.say("certify-first", mediator=named, path=str(path), words=words)


def _as_root(here: Here, opened: KeyFile, file: Path, carried: Carried, *, yes: bool) -> None:
    root = verify_root(carried.root, fingerprint=opened.fingerprint, today=today())
    vouched = check_carried(carried, root=root, own=_own(opened), directory=None)
    if vouched.complete:
        raise ExistsError("both have signed")
    if _compared(here, vouched, yes=yes):
        signed = root_signs(unb64u(opened.seed), carried, vouched)
        file.write_bytes(write_carried(signed))
        here.say("certify-root-signed", path=str(file))


def _own(opened: KeyFile) -> str:
    return b64u(crypto_keys.key_id(crypto_keys.signing_public_key(unb64u(opened.seed))))


def _compared(here: Here, vouched: Vouched, *, yes: bool) -> bool:
    return confirmed(
        here,
        yes,
        "certify-countersign-ask",
        mediator=key_id_text(vouched.mediator.mediator),
        words=mediator_words(vouched.mediator, here.words.language),
        signer=vouched.vouchings[0].voucher.key,
    )
