# SPDX-License-Identifier: EUPL-1.2
"""``relay``: what every command shares, and how a refusal is said."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiohttp
import click

from relay import __version__
from relay.cli.words import Language, Words, language_of, words_in
from relay.config import Config, ConfigWrongError, read_config
from relay.errors import RelayError

_CONFIG_FILE: Final = "relay.toml"
IDS: Final = {"ignore_unknown_options": True}
"""For a command that takes an id: one in sixty-four begins with a hyphen, and is no option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What a command starts from: its language, and the settings once they are asked for."""

    words: Words
    file: Path | None

    def config(self) -> Config:
        """Read the settings.

        Raises:
            ConfigWrongError: they cannot be used.
        """
        return read_config(self.file, os.environ)

    def say(self, key: str, **facts: str | int) -> None:
        """Print a sentence."""
        click.echo(self.words.say(key, **facts))

    def note(self, key: str, **facts: str | int) -> None:
        """Print a sentence where it does not mix with results."""
        click.echo(self.words.say(key, **facts), err=True)


class FaultsFoundError(Exception):
    """A command has said what is wrong and only has to end badly."""


class Polite(click.Group):
    """A group of commands whose refusals are sentences, not tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; end with 1 when it is refused."""
        try:
            return super().invoke(ctx)
        except FaultsFoundError:
            ctx.exit(1)
        except (RelayError, ConfigWrongError, OSError, aiohttp.ClientError) as refused:
            words = words_in(ctx.params.get("lang") or language_of(os.environ))
            click.echo(sentence(words, refused), err=True)
            ctx.exit(1)


def sentence(words: Words, refused: Exception) -> str:
    """Return what a refusal says to an operator: our words where we have them, and the facts."""
    if isinstance(refused, RelayError):
        key = f"error-{refused.code}"
        facts = f"{refused}" or refused.code
        return words.say(key if words.knows(key) else "error-other", code=refused.code, facts=facts)
    if isinstance(refused, ConfigWrongError):
        return words.say("error-settings", facts=str(refused))
    if isinstance(refused, aiohttp.ClientError):
        return words.say("error-unreachable", facts=str(refused) or type(refused).__name__)
    return words.say("error-system", facts=str(refused))


@click.group(name="relay", cls=Polite)
@click.option("--lang", type=click.Choice(["en", "fr"]), help="Language of what is printed.")
@click.option(
    "--config",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="RELAY_CONFIG",
    help="Settings, as TOML; relay.toml here, if there is one.",
)
@click.version_option(__version__, prog_name="relay")
@click.pass_context
def main(context: click.Context, lang: Language | None, file: Path | None) -> None:
    """Relay letters between people who were harmed and people who are responsible."""
    default = Path(_CONFIG_FILE)
    context.obj = Here(
        words=words_in(lang or language_of(os.environ)),
        file=file or (default if default.is_file() else None),
    )


def _register() -> None:
    """Add the commands; each file holds one family of them."""
    from relay.cli import (  # noqa: PLC0415
        cases,
        countersigning,
        demonstration,
        doctor,
        founding,
        people,
        renewing,
        seat,
        serving,
        station,
    )

    for command in (founding.init, serving.serve, serving.openapi, demonstration.demo, doctor.doctor):
        main.add_command(command)
    manager = click.Group(name="manager", help="Sign for the programme, with keys the relay never has.")
    for command in (people.certify, countersigning.countersign, people.revoke):
        manager.add_command(command)
    for command in (cases.open_case, cases.policy, renewing.renew):
        manager.add_command(command)
    main.add_command(manager)
    at_station = click.Group(name="station", help="Work on films at a mediator's own machine.")
    for command in (seat.keep, station.desk, station.rendition):
        at_station.add_command(command)
    main.add_command(at_station)


_register()
