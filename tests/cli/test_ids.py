# SPDX-License-Identifier: EUPL-1.2
"""An id on the command line: any letter of base64url may come first, the hyphen too."""

import click
import pytest

from relay.cli.cases import policy
from relay.cli.people import revoke
from relay.cli.station import rendition

HYPHENS = "-" + "hyphen-at-the-start"


@pytest.mark.parametrize("given", [HYPHENS, "-" + HYPHENS])
@pytest.mark.parametrize(
    ("command", "name", "others"),
    [
        (policy, "case", ["--add-mediator", HYPHENS, "--quorum", "2"]),
        (revoke, "mediator", ["--yes"]),
        (rendition, "message", []),
    ],
)
def test_an_id_that_begins_with_a_hyphen_is_no_option(
    command: click.Command, name: str, others: list[str], given: str
) -> None:
    """Wherever it stands."""
    for arguments in ([given, *others], [*others, given]):
        context = command.make_context(name, [*arguments], resilient_parsing=True)
        assert context.params[name] == given


def test_what_is_no_option_is_refused_all_the_same() -> None:
    """A slip is not taken for a rule."""
    with pytest.raises(click.UsageError):
        policy.make_context("policy", ["--quorm", "2", "case"])
