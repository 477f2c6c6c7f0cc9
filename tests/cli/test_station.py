# SPDX-License-Identifier: EUPL-1.2
"""``relay station rendition``: from a message to what was handed in, as a mediator sees it in a terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from relay.cli import main, station
from relay.cli.entry import Here
from relay.cli.words import words_in
from relay.station.media.wanted import Wanted
from tests.station.media.test_renditions import film_message
from tests.station.relays import case


async def test_each_step_is_said_and_the_result_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fetched, made, sent; the new message stands alone on standard output."""
    async with case(tmp_path) as at:
        message = await film_message(at, "iphone.mov", "video/mp4")
        desk = at.mediator
        seated = station.Seated(client=desk.client, keyring=desk.keyring, believed=desk.believed)
        here = Here(words=words_in("fr"), file=None)
        await station._render(here, seated, message, wanted=Wanted(kind="poster"), note="")
    said = capsys.readouterr()
    assert message in said.err
    assert said.out.startswith("C’est remis comme message ")


@pytest.mark.parametrize("wrong", [("--span", "-y"), ("--span", "5-4"), ("--region", "1,2,3")])
def test_a_slip_is_said_before_anything_is_fetched(wrong: tuple[str, str]) -> None:
    """By its code, with the form that is meant."""
    seat = ("--url", "http://127.0.0.1:1", "--account", "a", "--root", "r")
    said = CliRunner().invoke(main, ["--lang", "en", "station", "rendition", "m", *seat, *wrong])
    assert said.exit_code == 1
    assert "wrong-shape" in said.output
