# SPDX-License-Identifier: EUPL-1.2
"""``relay manager renew``: before the directory's day comes, and the root's."""

import secrets
from dataclasses import replace
from pathlib import Path

import click

from relay.cli.entry import Here
from relay.cli.sitting import Asked, Sitting, at_work, manager_options, open_key_file
from relay.crypto import keys as crypto_keys
from relay.crypto.encoding import b64u, unb64u
from relay.protocol.root import parse_root
from relay.station.managing import renew as publish_renewed


@click.command()
@click.option(
    "--root",
    type=click.Path(path_type=Path, dir_okay=False),
    help="root.key, to renew the root statement as well, once a year.",
)
@manager_options
@click.pass_obj
def renew(here: Here, root: Path | None, key: Path, url: str | None) -> None:
    """Give the directory a new date, thirty days from now."""
    root_seed = None
    if root is not None:
        keys, _ = open_key_file(here, root, holder="root", variable="RELAY_ROOT_WORDS")
        root_seed = unb64u(keys.seed)

    async def act(sitting: Sitting) -> None:
        intake = _intake_key(sitting)
        sitting.office = await publish_renewed(
            sitting.client, sitting.seed, sitting.office, root_seed=root_seed, intake=intake
        )
        here.say(
            "renew-done",
            day=sitting.office.directory.valid_until,
            root=parse_root(sitting.office.standing.root.body).expires,
        )

    at_work(here, Asked(key=key, url=url), act)


def _intake_key(sitting: Sitting) -> bytes | None:
    """Return the intake key of a programme that names none yet; its seed is in the key file before that."""
    if sitting.office.directory.intake is not None:
        if sitting.keys.intake is None:
            sitting.here.note("renew-intake-elsewhere")
        return None
    if sitting.keys.intake is None:
        sitting.keep(replace(sitting.keys, intake=b64u(secrets.token_bytes(32))))
        sitting.here.say("renew-intake", path=str(sitting.path))
    return crypto_keys.kem_public_key(unb64u(sitting.keys.intake or ""))
