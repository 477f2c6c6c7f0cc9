# SPDX-License-Identifier: EUPL-1.2
"""``relay doctor``: what an operator has to know, one plain sentence each."""

import asyncio
from dataclasses import replace
from pathlib import Path

import click

from relay.cli.checks import Finding, Weight, places
from relay.cli.checks_ledger import ledger_findings
from relay.cli.entry import FaultsFoundError, Here


@click.command()
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="The relay's data folder.")
@click.pass_obj
def doctor(here: Here, folder: Path | None) -> None:
    """Look over this relay and this machine; end with 1 if something is wrong."""
    config = here.config()
    config = replace(config, folder=folder or config.folder)
    findings = [*places(config), *asyncio.run(ledger_findings(config))]
    for finding in findings:
        here.say(f"doctor-{finding.weight}", text=here.words.say(finding.key, **finding.facts))
    faults, warnings = (_count(findings, weight) for weight in (Weight.FAULT, Weight.WARN))
    if faults:
        here.say("doctor-sum-fault", count=faults)
        raise FaultsFoundError
    if warnings:
        here.say("doctor-sum-warn", count=warnings)
    else:
        here.say("doctor-sum-fine")


def _count(findings: list[Finding], weight: Weight) -> int:
    return sum(finding.weight is weight for finding in findings)
