# SPDX-License-Identifier: EUPL-1.2
"""``relay serve`` and ``relay openapi``."""

import asyncio
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from relay.assembly.own import Own, read_own
from relay.assembly.ports import open_ports
from relay.assembly.running import running, until_asked_to_stop
from relay.cli.entry import FaultsFoundError, Here
from relay.config import Config, ConfigWrongError
from relay.server.answers import raw_json
from relay.server.app import operations
from relay.server.openapi import document

DOCUMENT = "docs/openapi.json"


@click.command()
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="The relay's data folder.")
@click.option("--port", type=click.IntRange(0, 65_535), help="0 lets the system choose.")
@click.pass_obj
def serve(here: Here, folder: Path | None, port: int | None) -> None:
    """Serve until Ctrl-C or SIGTERM."""
    config = here.config()
    config = replace(config, folder=folder or config.folder, port=config.port if port is None else port)
    own = read_own(config.folder)
    if own is None:
        raise ConfigWrongError(here.words.say("serve-not-founded", folder=str(config.folder)))
    asyncio.run(_serve(here, config, own))


async def _serve(here: Here, config: Config, own: Own) -> None:
    async with open_ports(config) as ports:
        if not ports.ground.sound:
            here.note("serve-ground", kind=ports.ground.kind)
        async with running(config, ports, own) as relay:
            here.note(
                "serve-listening", host=config.host, port=str(relay.port), origins=" ".join(config.origins)
            )
            await until_asked_to_stop()
            here.note("serve-stopping")


@click.command()
@click.option(
    "--check",
    is_flag=False,
    flag_value=DOCUMENT,
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Compare with a file ({DOCUMENT} where none is named) instead of printing.",
)
@click.pass_obj
def openapi(here: Here, check: Path | None) -> None:
    """Print the description of the HTTP interface, OpenAPI 3.1."""
    text = msgspec.json.format(raw_json(document(operations())), indent=1).decode("utf-8") + "\n"
    if check is None:
        click.echo(text, nl=False)
        return
    if not check.is_file() or check.read_text("utf-8") != text:
        here.note("openapi-differs", file=str(check))
        raise FaultsFoundError
    here.note("openapi-same", file=str(check))
