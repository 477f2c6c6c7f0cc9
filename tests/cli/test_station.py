# SPDX-License-Identifier: EUPL-1.2
"""``relay station rendition``: from a message to what was handed in, as a mediator sees it in a terminal."""

import asyncio
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relay.cli import main, station
from relay.cli.entry import Here
from relay.cli.seat import Seated
from relay.cli.words import words_in
from relay.demo.cast import MANAGER
from relay.station.media.wanted import Wanted
from tests.station.media.test_renditions import film_message
from tests.station.relays import case, forms_of


async def test_each_step_is_said_and_the_result_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fetched, made, sent; the new message stands alone on standard output."""
    async with case(tmp_path) as at:
        message = await film_message(at, "iphone.mov", "video/mp4")
        desk = at.mediator
        seated = Seated(client=desk.client, keyring=desk.keyring, believed=desk.believed)
        here = Here(words=words_in("fr"), file=None)
        await station._render(here, seated, message, wanted=Wanted(kind="poster"), note="")
    said = capsys.readouterr()
    assert message in said.err
    steps = [words_in("fr").say(f"station-{step}") for step in ("fetching", "making", "sealing", "sending")]
    places = [said.err.index(step) for step in steps]
    assert places == sorted(places)
    assert said.out.startswith("C’est remis comme message ")


@pytest.mark.parametrize("wrong", [("--span", "-y"), ("--span", "5-4"), ("--region", "1,2,3")])
def test_a_slip_is_said_before_anything_is_fetched(wrong: tuple[str, str]) -> None:
    """By its code, with the form that is meant."""
    seat = ("--url", "http://127.0.0.1:1", "--vault", "nowhere")
    said = CliRunner().invoke(main, ["--lang", "en", "station", "rendition", "m", *seat, *wrong])
    assert said.exit_code == 1
    assert "wrong-shape" in said.output


async def test_the_vault_opens_with_its_words_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept once, opened by every command; other words are a refusal by its code, and nothing is fetched."""
    vault = tmp_path / "station.vault"
    async with case(tmp_path / "relay") as at:
        cast, url = at.cast, at.house.addresses.origin(MANAGER)
        keyring = at.mediator.keyring
        monkeypatch.setenv("RELAY_WORDS", cast.players["mediator"].words)
        seat = ("--url", url, "--account", keyring.account, "--root", keyring.fingerprint)
        kept = await said("station", "keep", *seat, "--vault", str(vault))
        assert (kept.exit_code, vault.stat().st_mode & 0o777) == (0, 0o600), kept.output
        again = await said("station", "keep", *seat, "--vault", str(vault))
        assert (again.exit_code, "already" in again.output) == (1, True)
        for name, content in (("vault", vault.read_bytes()), ("said", kept.output.encode())):
            assert not any(form in content for form in forms_of(keyring.master)), name
        message = await film_message(at, "iphone.mov", "video/mp4")
        given = ("station", "rendition", message, "--url", url, "--vault", str(vault))
        made = await said(*given, "--kind", "poster")
        assert (made.exit_code, "handed in" in made.output) == (0, True), made.output
        monkeypatch.setenv("RELAY_WORDS", cast.players["victim"].words)
        for command in (given, ("station", "desk", "--url", url, "--vault", str(vault))):
            refused = await said(*command)
            assert (refused.exit_code, "not the words of this key file" in refused.output) == (1, True)


@pytest.mark.parametrize("command", [("desk",), ("rendition", "m")])
def test_a_vault_that_is_not_there_is_named_with_what_writes_one(command: tuple[str, ...]) -> None:
    """By its own option, not by that of a manager's key file."""
    seat = ("--url", "http://127.0.0.1:1", "--vault", "nowhere")
    said = CliRunner().invoke(main, ["--lang", "en", "station", *command, *seat])
    assert said.exit_code == 1
    assert "relay station keep" in said.output
    assert "--key" not in said.output


@pytest.mark.parametrize("root", ["abc", "", "é" * 43, "A" * 44, "A" * 42 + "/"])
def test_what_is_no_fingerprint_is_said_before_anything_is_asked(root: str, tmp_path: Path) -> None:
    """Neither the relay is asked nor a person for their words, and no vault is written."""
    vault = tmp_path / "vault"
    seat = ("--url", "http://127.0.0.1:1", "--account", "ABCDEFGH", "--vault", str(vault))
    said = CliRunner().invoke(main, ["--lang", "en", "station", "keep", "--root", root, *seat])
    assert (said.exit_code, vault.exists()) == (1, False)
    assert "is no fingerprint" in said.output
    assert "[settings]" in said.output


async def test_where_the_work_on_films_is_not_installed_that_is_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ffmpeg may well be there: it is not what is missing."""
    monkeypatch.setitem(sys.modules, "relay.station.media.renditions", None)
    seat = ("--url", "http://127.0.0.1:1", "--vault", "nowhere")
    refused = await said("station", "rendition", "m", *seat)
    assert refused.exit_code == 1
    assert "rj-relay[station]" in refused.output
    assert "ffmpeg" not in refused.output


async def said(*words: str) -> Result:
    """Run a command beside the relay that it asks."""
    return await asyncio.to_thread(CliRunner().invoke, main, ["--lang", "en", *words])
