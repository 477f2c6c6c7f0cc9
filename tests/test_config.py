# SPDX-License-Identifier: EUPL-1.2
"""Settings are read once, and a wrong one is refused by name."""

from pathlib import Path

import pytest

from relay.config import Config, ConfigWrongError, read_config


def written(folder: Path, text: str) -> Path:
    file = folder / "relay.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_the_defaults_listen_on_loopback_only() -> None:
    """A relay that nobody configured is not reachable from elsewhere."""
    assert read_config(None, {}) == Config()
    assert Config().host == "127.0.0.1"


def test_a_variable_wins_over_the_file(tmp_path: Path) -> None:
    """The environment of one start overrides what is written down."""
    file = written(tmp_path, 'port = 9000\nfolder = "here"\n[limits]\nidle_seconds = 60\n')
    config = read_config(
        file, {"RELAY_PORT": "9001", "RELAY_ORIGINS": "https://a.example, https://b.example"}
    )
    assert (config.port, config.folder) == (9001, Path("here"))
    assert config.limits.idle_seconds == 60
    assert config.origins == ("https://a.example", "https://b.example")


def test_what_a_page_shows_is_set_by_name(tmp_path: Path) -> None:
    """Each language can have its own number."""
    config = read_config(written(tmp_path, '[page]\nphone-fr = "418-555-0100"\n'), {})
    assert config.page == {"phone-fr": "418-555-0100"}


@pytest.mark.parametrize(
    "line", ['fax = "1"', 'exit-en = "http://weather.example/"', 'exit = "javascript:0"']
)
def test_a_page_setting_that_is_unknown_or_leads_astray_is_refused(tmp_path: Path, line: str) -> None:
    """The quick exit leads to an https address or the relay does not start."""
    with pytest.raises(ConfigWrongError, match="page"):
        read_config(written(tmp_path, f"[page]\n{line}\n"), {})


def test_variables_of_others_are_left_alone() -> None:
    """A variable that merely begins alike is no setting."""
    assert read_config(None, {"RELAY_EXAMPLES": "thorough", "RELAY_LIMITS": "none"}) == Config()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("prot = 1", "prot"),
        ("[limits]\nidle_second = 1", "limits.idle_second"),
        ('port = "many"', "port"),
        ("limits = 3", "limits"),
        ("[limits]\nidle_seconds = 0", "limits.idle_seconds"),
        ('origins = ["relay.example"]', "relay.example"),
        ('origins = ["https://relay.example/path"]', "relay.example/path"),
        ('retention = ["Ten years"]', "Ten years"),
        ("retention = []", "retention"),
        ("port = ", "relay.toml"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    """A misspelt or senseless setting never falls back to its default."""
    with pytest.raises(ConfigWrongError, match=named):
        read_config(written(tmp_path, text), {})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Whoever names a file means it."""
    with pytest.raises(ConfigWrongError, match=r"missing\.toml"):
        read_config(tmp_path / "missing.toml", {})
