# SPDX-License-Identifier: EUPL-1.2
"""The addressee is shown not a word, and told why."""

import pytest

from tests.e2e.browsers import Person
from tests.e2e.evil.lies_about_trust import TRUST
from tests.e2e.evil.proxy import HONEST
from tests.e2e.evil.readers import tries_to_read
from tests.e2e.evil.stage import Stage
from tests.e2e.evil.tables import Row
from tests.e2e.say import say

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def refused(stage: Stage, reader: Person, row: Row) -> None:
    """Try to read under a lie, and find the refusal and not a word of the letter."""
    shown = await tries_to_read(reader, stage.proxy, row.tell(stage.world), stage.world.letter)
    assert stage.proxy.told, "nobody was lied to"
    assert shown.planted == ()
    assert say(reader.language, f"error-{row.code}") in shown.text, shown.text
    assert say(reader.language, "error-code", code=row.code) in shown.text


async def test_an_honest_server_shows_the_letter(stage: Stage, reader: Person) -> None:
    """Without this, a reader that never opens anything would pass every other test."""
    shown = await tries_to_read(reader, stage.proxy, HONEST, stage.world.letter)
    assert "zymurgie-éclatante" in shown.text
    assert set(shown.planted) == {"zymurgie", "éclatante", "ornithorynque"}


@pytest.mark.parametrize("row", TRUST.params())
async def test_p17_nothing_is_shown_under_a_forged_or_older_trust(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Neither older nor forged nor expired roots, directories, policies and certificates count."""
    await refused(stage, reader, row)
