# SPDX-License-Identifier: EUPL-1.2
"""``relay init`` and ``relay serve``."""

import stat
from pathlib import Path

import pytest

from relay.assembly.own import read_own
from relay.crypto.encoding import unb64u
from relay.station.key_file import read_key_file
from tests.cli.relays import founded, relay, served, settings


def test_init_keeps_the_programmes_keys_off_the_relay(tmp_path: Path) -> None:
    """No seed, code or word of a key file is anywhere in the relay's folder."""
    programme = founded(tmp_path)
    for name, words in (("root", programme.root_words), ("manager", programme.manager_words)):
        keys = read_key_file(programme.keys / f"{name}.key", words=words)
        assert keys.type == name
        secrets = [keys.seed.encode(), unb64u(keys.seed), words.encode(), (keys.code or keys.seed).encode()]
        for path in programme.folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                assert not any(secret in content for secret in secrets), path


def test_init_makes_everything_private(tmp_path: Path) -> None:
    """Folder, ledger, slot file and the relay's own keys are their owner's alone."""
    programme = founded(tmp_path)
    for path in (programme.folder, *programme.folder.iterdir(), *programme.keys.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_init_changes_nothing_that_is_there(tmp_path: Path) -> None:
    """A second time, or with keys from elsewhere in the way, it says so and stops."""
    programme = founded(tmp_path)
    before = {path: path.read_bytes() for path in programme.folder.rglob("*") if path.is_file()}
    again = relay("init", "--keys", str(tmp_path / "more"), variables=programme.settings)
    assert (again.exit_code, "already holds a programme" in again.output) == (1, True)
    other = relay("init", "--keys", str(programme.keys), variables=settings(tmp_path / "other"))
    assert (other.exit_code, "is there already" in other.output) == (1, True)
    assert before == {path: path.read_bytes() for path in programme.folder.rglob("*") if path.is_file()}


def test_init_refuses_keys_in_the_relays_folder(tmp_path: Path) -> None:
    """A backup of the folder would otherwise carry them away."""
    folder = tmp_path / "relay"
    refused = relay("init", "--keys", str(folder / "keys"), variables=settings(folder))
    assert refused.exit_code == 1
    assert "must not lie" in refused.output
    assert read_own(folder) is None


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "A programme is founded"), ("fr", "Un programme est fondé")]
)
def test_init_speaks_both_languages(tmp_path: Path, lang: str, said: str) -> None:
    """And draws the words from that language's list."""
    done = relay(
        "--lang", lang, "init", "--keys", str(tmp_path / "keys"), variables=settings(tmp_path / "relay")
    )
    assert (done.exit_code, said in done.output) == (0, True), done.output


def test_serve_starts_answers_and_stops(tmp_path: Path) -> None:
    """A founded programme answers under its own name only."""
    programme = founded(tmp_path)
    with served(programme):
        healthy = programme.relay("doctor")
        assert healthy.exit_code == 0, healthy.output
        assert "is running" in healthy.output


def test_serve_wants_a_founded_programme(tmp_path: Path) -> None:
    """With one sentence, not a traceback."""
    refused = relay("serve", variables=settings(tmp_path / "nothing"))
    assert refused.exit_code == 1
    assert "relay init" in refused.output


def test_a_wrong_setting_is_a_sentence_in_french(tmp_path: Path) -> None:
    """What an operator has to mend is said in their language."""
    refused = relay("--lang", "fr", "serve", variables=settings(tmp_path) | {"RELAY_LEDGER": "oracle:"})
    assert refused.exit_code == 1
