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
        except click.UsageError as wrong:
            click.echo(slip(_words(ctx), wrong), err=True)
            ctx.exit(2)
        except (RelayError, ConfigWrongError, OSError, aiohttp.ClientError) as refused:
            click.echo(sentence(_words(ctx), refused), err=True)
            ctx.exit(1)


def _words(context: click.Context) -> Words:
    return words_in(context.params.get("lang") or language_of(os.environ))


def sentence(words: Words, refused: Exception) -> str:
    """Return what a refusal says to an operator: our words where we have them, the facts, and a code."""
    if not isinstance(refused, RelayError):
        return _of_the_machine(words, refused)
    key = f"error-{refused.code}"
    facts = f"{refused}" or refused.code
    if not words.knows(key):
        return words.say("error-other", code=refused.code, facts=facts)
    return words.say("error-coded", said=words.say(key, facts=facts), code=refused.code)


def _of_the_machine(words: Words, refused: Exception) -> str:
    """Return what is said of the settings, the network and the system, each by a code of its own."""
    facts = str(refused) or type(refused).__name__
    code = "system"
    if isinstance(refused, ConfigWrongError):
        code = "settings"
    elif isinstance(refused, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        code = "address"
    elif isinstance(refused, aiohttp.ClientError):
        code = "unreachable"
    return words.say("error-coded", said=words.say(f"error-{code}", facts=facts), code=code)


def slip(words: Words, wrong: click.UsageError) -> str:
    """Return what was typed wrongly, and where the command's help is."""
    command = wrong.ctx.command_path if wrong.ctx else "relay"
    return words.say("error-usage", slip=_slip(words, wrong), command=command)


def _slip(words: Words, wrong: click.UsageError) -> str:
    if isinstance(wrong, click.NoSuchOption):
        return words.say("usage-option", name=wrong.option_name)
    if isinstance(wrong, click.MissingParameter | click.BadParameter):
        name = wrong.param.get_error_hint(wrong.ctx) if wrong.param and wrong.ctx else wrong.param_hint
        key = "usage-missing" if isinstance(wrong, click.MissingParameter) else "usage-value"
        return words.say(key, name=f"{name}", facts=wrong.message)
    return words.say("usage-other", facts=wrong.message)


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
