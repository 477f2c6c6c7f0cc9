# SPDX-License-Identifier: EUPL-1.2
"""``relay manager open-case`` and ``policy``: which cases there are, and by which rules."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from relay.cli.entry import IDS, Here
from relay.cli.sitting import Asked, Sitting, at_work, confirmed, manager_options
from relay.config import ConfigWrongError
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement
from relay.protocol.consent_text import consent_text_hash
from relay.protocol.policy import Policy
from relay.protocol.root import key_id_text, parse_root
from relay.station.consent_text import consent_text_from
from relay.station.managing import change_policy
from relay.station.managing import open_case as publish_case

HOUR_SECONDS = 3_600
CHANNELS = ("letter", "video", "relayed", "meeting")


def _consent(help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option that names the consent text's files, one a language."""
    path = click.Path(path_type=Path, exists=True, dir_okay=False)
    return click.option("--consent", type=path, nargs=2, metavar="ENGLISH FRENCH", help=help_)


@click.command("open-case")
@click.option(
    "--mediator", "mediators", multiple=True, help="Key id; may be given again. Default: the only one."
)
@click.option("--quorum", type=click.IntRange(1, 8), default=1, show_default=True, help="Approvals needed.")
@click.option("--cooling-hours", type=click.IntRange(0, 720), default=24, show_default=True)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    type=click.Choice(CHANNELS),
    default=("letter",),
    show_default=True,
)
@click.option(
    "--retention",
    default="standard",
    show_default=True,
    help="The retention class: a name in your programme's rules; the relay erases nothing because of it.",
)
@_consent("Files with the text that people agree to. Default: the text of this package.")
@manager_options
@click.pass_obj
def open_case(
    here: Here,
    mediators: tuple[str, ...],
    quorum: int,
    cooling_hours: int,
    channels: tuple[str, ...],
    retention: str,
    consent: tuple[Path, Path] | None,
    key: Path,
    url: str | None,
) -> None:
    """Open a case: sign its first policy."""

    async def act(sitting: Sitting) -> None:
        chosen = _chosen(sitting, mediators)
        await _require_class(sitting, retention)
        if quorum > len(chosen):
            raise ConfigWrongError(here.words.say("policy-quorum", quorum=quorum, count=len(chosen)))
        case = b64u(secrets.token_bytes(16))
        programme = parse_root(sitting.office.standing.root.body).programme
        text = consent_text_from(sitting.seed, programme=programme, chosen=consent)
        policy = Policy(
            programme=programme,
            case=case,
            version=1,
            previous=None,
            participants=(),
            mediators=chosen,
            quorum=quorum,
            cooling_seconds=cooling_hours * HOUR_SECONDS,
            channels=tuple(sorted(set(channels))),
            retention=retention,
            consent_text=consent_text_hash(text),
        )
        sitting.office = await publish_case(sitting.client, sitting.seed, sitting.office, policy, text)
        here.say("case-opened", case=case)

    at_work(here, Asked(key=key, url=url), act)


async def _require_class(sitting: Sitting, retention: str | None) -> None:
    """Refuse a retention class that the relay's settings do not have."""
    if retention is None:
        return
    known = (await sitting.client.programme()).retention
    if retention not in known:
        raise ConfigWrongError(
            sitting.here.words.say("policy-retention", retention=retention, known=", ".join(known))
        )


def _chosen(sitting: Sitting, mediators: tuple[str, ...]) -> tuple[str, ...]:
    if mediators:
        return tuple(sorted(set(mediators)))
    entries = sitting.office.directory.mediators
    active = tuple(key_id_text(entry.key) for entry in entries if entry.status == "active")
    if len(active) != 1:
        raise ConfigWrongError(sitting.here.words.say("case-which-mediator", count=len(active)))
    return active


@click.command(context_settings=IDS)
@click.argument("case", required=False)
@click.option("--quorum", type=click.IntRange(1, 8), help="Approvals needed.")
@click.option("--cooling-hours", type=click.IntRange(0, 720))
@click.option("--retention", help="The retention class; one of the relay's settings.")
@click.option("--channel", "channels", multiple=True, type=click.Choice(CHANNELS), help="All that it has.")
@click.option("--close", "closing", is_flag=True, help="Name no channel: nothing new can be sent.")
@click.option("--add-mediator", "added", multiple=True, help="Key id.")
@click.option("--remove-mediator", "removed", multiple=True, help="Key id.")
@click.option("--yes", is_flag=True, help="Do not ask before a closed case opens again.")
@_consent("Files with another text to agree to: everybody is asked again.")
@manager_options
@click.pass_obj
def policy(
    here: Here,
    case: str | None,
    quorum: int | None,
    cooling_hours: int | None,
    retention: str | None,
    channels: tuple[str, ...],
    closing: bool,
    added: tuple[str, ...],
    removed: tuple[str, ...],
    yes: bool,
    consent: tuple[Path, Path] | None,
    key: Path,
    url: str | None,
) -> None:
    """Show mediators and cases, or change a case's rules."""

    async def act(sitting: Sitting) -> None:
        if case is None:
            _show_all(sitting)
            return
        await _require_class(sitting, retention)
        known = sitting.office.policy(case)
        text = _text_of(sitting, known, consent)
        following = replace(
            known,
            consent_text=known.consent_text if text is None else consent_text_hash(text),
            quorum=known.quorum if quorum is None else quorum,
            cooling_seconds=known.cooling_seconds if cooling_hours is None else cooling_hours * HOUR_SECONDS,
            retention=retention or known.retention,
            channels=() if closing else tuple(sorted(set(channels))) or known.channels,
            mediators=tuple(sorted((set(known.mediators) | set(added)) - set(removed))),
        )
        _require_enough(here, following)
        if following != known and _is_wanted(here, yes, known, following):
            await _publish(sitting, following, text)
        _show(sitting, case)

    at_work(here, Asked(key=key, url=url), act)


async def _publish(sitting: Sitting, following: Policy, text: Statement | None) -> None:
    client, seed, office = sitting.client, sitting.seed, sitting.office
    sitting.office = await change_policy(client, seed, office, following, text=text)


def _text_of(sitting: Sitting, known: Policy, chosen: tuple[Path, Path] | None) -> Statement | None:
    if chosen is None:
        return None
    return consent_text_from(sitting.seed, programme=known.programme, chosen=chosen)


def _require_enough(here: Here, following: Policy) -> None:
    if following.quorum > len(following.mediators):
        facts = {"quorum": following.quorum, "count": len(following.mediators)}
        raise ConfigWrongError(here.words.say("policy-quorum", **facts))


def _is_wanted(here: Here, yes: bool, known: Policy, following: Policy) -> bool:
    """Ask before a closed case opens again."""
    reopens = bool(following.channels) and not known.channels
    return not reopens or confirmed(here, yes, "reopen-ask", case=known.case)


def _show_all(sitting: Sitting) -> None:
    for entry in sitting.office.directory.mediators:
        status = sitting.here.words.say(f"status-{entry.status}")
        sitting.here.say("policy-mediator", mediator=key_id_text(entry.key), status=status)
    for case in sorted(sitting.office.policies):
        _show(sitting, case)


def _show(sitting: Sitting, case: str) -> None:
    known = sitting.office.policy(case)
    sitting.here.say(
        "policy-case",
        case=case,
        version=known.version,
        quorum=known.quorum,
        hours=known.cooling_seconds // HOUR_SECONDS,
        mediators=" ".join(known.mediators),
        people=len(known.participants),
        retention=known.retention,
        channels=" ".join(known.channels) or "-",
    )
