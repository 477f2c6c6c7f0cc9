# SPDX-License-Identifier: EUPL-1.2
"""The relay's own keys, and the ports that settings name."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from relay.assembly.founding import draw_programme
from relay.assembly.own import FILE, Own, read_own, write_own
from relay.assembly.ports import open_ports, slot_paths
from relay.assembly.running import settings_of
from relay.config import Config, ConfigWrongError, Limits
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys

OWN = draw_programme().own


def test_it_reads_what_it_wrote(tmp_path: Path) -> None:
    """Whole, and private."""
    write_own(tmp_path, OWN)
    assert read_own(tmp_path) == OWN
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_it_is_never_written_twice(tmp_path: Path) -> None:
    """Another service key would make every receipt doubtful."""
    write_own(tmp_path, OWN)
    with pytest.raises(FileExistsError):
        write_own(tmp_path, draw_programme().own)
    assert read_own(tmp_path) == OWN


def test_an_empty_folder_has_none(tmp_path: Path) -> None:
    """That is how an unfinished beginning is told apart."""
    assert read_own(tmp_path) is None


@pytest.mark.parametrize(
    "change", [{"fingerprint": "short"}, {"service_seed": "AA"}, {"server_secret": 7}, {"service_seed": None}]
)
def test_a_damaged_file_is_no_fresh_start(tmp_path: Path, change: dict[str, Any]) -> None:
    """It is refused, because what it held cannot be drawn again."""
    write_own(tmp_path, OWN)
    content = json.loads((tmp_path / FILE).read_text("utf-8")) | change
    (tmp_path / FILE).write_text(json.dumps(content), "utf-8")
    with pytest.raises(ConfigWrongError):
        read_own(tmp_path)


def test_its_seeds_are_not_in_its_repr() -> None:
    """A traceback or a log of it tells nothing."""
    assert str(OWN.service_seed) not in repr(OWN)
    assert "seed" not in repr(OWN)
    assert isinstance(OWN, Own)


@pytest.mark.parametrize(
    "setting",
    [{"ledger": "oracle:"}, {"blobs": "ftp://x"}, {"shred_keys": "vault:"}, {"ledger": "postgresql://x/y"}],
)
async def test_an_unknown_kind_of_storage_is_refused(tmp_path: Path, setting: dict[str, str]) -> None:
    """Before anything is made."""
    config = Config(folder=tmp_path / "relay", **setting)  # pyright: ignore[reportArgumentType]
    with pytest.raises(ConfigWrongError):
        async with open_ports(config):
            pass
    assert not (tmp_path / "relay").exists()


async def test_everything_can_be_kept_in_memory(tmp_path: Path) -> None:
    """For trials: nothing but the folder is made."""
    config = Config(folder=tmp_path / "relay", ledger="memory:", blobs="memory:", shred_keys="memory:")
    async with open_ports(config) as ports:
        kinds = (type(ports.ledger), type(ports.blobs), type(ports.shred_keys))
        assert kinds == (MemoryLedger, MemoryBlobs, MemoryShredKeys)
    assert list((tmp_path / "relay").iterdir()) == []


async def test_the_slot_file_and_its_copies_are_equal(tmp_path: Path) -> None:
    """Named after each other, separated by commas."""
    places = (tmp_path / "one" / "slots", tmp_path / "two" / "slots")
    config = Config(folder=tmp_path / "relay", shred_keys=f"slots:{places[0]}, {places[1]}", allow_cow=True)
    assert slot_paths(config) == places
    async with open_ports(config):
        pass
    assert places[0].read_bytes() == places[1].read_bytes()


def test_every_limit_reaches_the_edge() -> None:
    """A cap that is set is a cap that is held."""
    config = Config(limits=Limits(max_json_bytes=1_000, idle_seconds=60.0), trusted_proxies=("127.0.0.1",))
    settings = settings_of(config, OWN, demo=True)
    assert (settings.limits.max_json_bytes, settings.limits.idle_seconds) == (1_000, 60.0)
    assert settings.programme == OWN.programme
    assert (settings.demo, settings.trusted_proxies) == (True, frozenset({"127.0.0.1"}))
