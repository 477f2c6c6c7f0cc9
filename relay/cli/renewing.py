# SPDX-License-Identifier: EUPL-1.2
"""``relay manager renew``: before the directory's day comes, and the root's."""

from pathlib import Path

import click

from relay.cli.entry import Here
from relay.cli.sitting import Asked, Sitting, at_work, manager_options, open_key_file
from relay.crypto.encoding import unb64u
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
        sitting.office = await publish_renewed(
            sitting.client, sitting.seed, sitting.office, root_seed=root_seed
        )
        here.say(
            "renew-done",
            day=sitting.office.directory.valid_until,
            root=parse_root(sitting.office.standing.root.body).expires,
        )

    at_work(here, Asked(key=key, url=url), act)
