# SPDX-License-Identifier: EUPL-1.2
"""What is typed wrongly: every command says it in the operator's language, with a code, and does nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relay.cli import main
from relay.cli.words import Language

NOWHERE = ("--url", "http://127.0.0.1:9")
KEEP = ("station", "keep", *NOWHERE, "--account", "ABCDEFGH", "--vault", "vault")
COMMANDS = (
    ("init",), ("serve",), ("openapi",), ("demo",), ("doctor",), ("manager", "certify"),
    ("manager", "countersign"), ("manager", "revoke"), ("manager", "open-case"), ("manager", "policy"),
    ("manager", "renew"),
    ("station", "keep"), ("station", "desk"), ("station", "rendition"),
)  # fmt: skip
TAKING_IDS = {("manager", "revoke"), ("manager", "policy")}  # an id may begin with a hyphen


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type in a folder where nothing is."""
    monkeypatch.chdir(tmp_path)


def typed(language: Language, *words: str) -> Result:
    """Run a command as somebody without a terminal."""
    return CliRunner().invoke(main, ["--lang", language, *words])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_there(command: tuple[str, ...]) -> None:
    """Of every command, without settings, keys or a relay."""
    said = typed("en", *command, "--help")
    assert (said.exit_code, said.exception) == (0, None)
    assert "Usage: relay " in said.output


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in TAKING_IDS], ids=" ".join)
def test_an_option_that_is_none_is_said_in_french(command: tuple[str, ...]) -> None:
    """With the command whose help says what there is."""
    said = typed("fr", *command, "--nowhere")
    assert said.exit_code == 2
    assert f"relay {' '.join(command)} --help [usage]" in said.output
    assert "Rien n’a été fait." in said.output


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (("nothing",), 2, "usage"),
        (("init",), 2, "usage"),
        (("serve", "--port", "abc"), 2, "usage"),
        (("serve", "--folder", "nowhere"), 1, "settings"),
        (("demo", "--port", "70000"), 2, "usage"),
        (("--config", "nowhere", "serve"), 1, "settings"),
        (("manager", "certify", "--key", "nowhere"), 1, "settings"),
        (("manager", "countersign", "nowhere", "--key", "nowhere"), 2, "usage"),
        (("manager", "revoke", "-x", "--key", "nowhere"), 1, "settings"),
        (("manager", "open-case", "--quorum", "0"), 2, "usage"),
        (("manager", "policy", "--key", "nowhere"), 1, "settings"),
        (("manager", "renew", "--key", "nowhere"), 1, "settings"),
        (("station", "rendition", "m", *NOWHERE, "--kind", "strip"), 2, "usage"),
        (("station", "desk", *NOWHERE, "--vault", "nowhere"), 1, "settings"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_slip_is_a_sentence_with_a_code(
    language: Language, words: tuple[str, ...], exit_code: int, code: str
) -> None:
    """No traceback, and never a message of the system's alone."""
    said = typed(language, *words)
    assert (said.exit_code, isinstance(said.exception, SystemExit)) == (exit_code, True), said.output
    assert f"[{code}]" in said.output
    assert "Traceback" not in said.output


@pytest.mark.parametrize("address", ["nonsense", "http://[::1", "ftp://x"])
def test_what_is_no_address_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Not as a relay that is silent."""
    monkeypatch.setenv("RELAY_WORDS", "a b c d e f")
    said = typed("en", "station", "keep", "--root", "A" * 43, *KEEP[2:], "--url", address)
    assert said.exit_code == 1
    assert "[address]" in said.output


def test_a_programme_whose_keys_have_no_place_is_not_begun(tmp_path: Path) -> None:
    """What stands in the way of the keys is said before anything is founded; the next try works."""
    (tmp_path / "file").write_text("in the way")
    relay = tmp_path / "relay"
    for keys, exit_code in ((tmp_path / "file" / "keys", 1), (tmp_path / "keys", 0)):
        said = typed("en", "init", "--keys", str(keys), "--folder", str(relay))
        assert said.exit_code == exit_code, said.output
        assert relay.exists() == (exit_code == 0)
