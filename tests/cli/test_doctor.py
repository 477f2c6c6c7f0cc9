# SPDX-License-Identifier: EUPL-1.2
"""``relay doctor`` finds what was broken on purpose."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from relay.assembly.own import FILE
from tests.cli.relays import Programme, founded


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    """A founded programme."""
    return founded(tmp_path)


def _open_to_all(programme: Programme) -> None:
    (programme.folder / FILE).chmod(0o644)


def _damage_ledger(programme: Programme) -> None:
    path = programme.folder / "ledger.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[8_192 : 3 * 8_192] = b"\xa5" * (2 * 8_192)
    path.write_bytes(bytes(content))


def _forget(programme: Programme) -> None:
    (programme.folder / FILE).unlink()


def test_a_founded_programme_is_well(programme: Programme) -> None:
    """Warnings about a missing copy of the slot file do not make it ill."""
    found = programme.relay("doctor")
    assert found.exit_code == 0, found.output
    assert "FAULT" not in found.output
    assert "has no copy" in found.output


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (_open_to_all, "can be read by others"),
        (_damage_ledger, "damaged"),
        (_forget, "holds no programme"),
    ],
)
def test_a_fault_is_found(programme: Programme, broken: Callable[[Programme], None], said: str) -> None:
    """Each broken on purpose; it ends with 1 and says which."""
    broken(programme)
    found = programme.relay("doctor")
    assert found.exit_code == 1, found.output
    assert said in found.output


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"RELAY_ORIGINS": "http://relay.example"}, "is not https"),
        ({"RELAY_SHRED_KEYS": "slots:/dev/shm/relay-doctor-slots"}, "may stay on the disk"),
        ({"RELAY_SHRED_KEYS": "memory:"}, "a restart loses every message"),
        ({"RELAY_LEDGER": "memory:"}, "a restart loses everything"),
    ],
)
def test_a_dangerous_setting_is_found(programme: Programme, variables: dict[str, str], said: str) -> None:
    """Each is one that loses letters, or keeps what was taken back."""
    found = programme.relay("doctor", **variables)
    assert found.exit_code == 1, found.output
    assert said in found.output


def test_a_missing_copy_of_the_slot_file_is_named(programme: Programme) -> None:
    """The next start makes it, so it is a warning."""
    slots, copy = programme.folder / "slots", programme.folder.parent / "copy"
    found = programme.relay("doctor", RELAY_SHRED_KEYS=f"slots:{slots},{copy}")
    assert found.exit_code == 0, found.output
    assert f"{copy} is missing" in found.output
    copy.write_bytes(slots.read_bytes()[:-128] + bytes(128))
    found = programme.relay("doctor", RELAY_SHRED_KEYS=f"slots:{slots},{copy}")
    assert f"{copy} differs" in found.output


def test_it_speaks_french(programme: Programme) -> None:
    """Every sentence, faults included."""
    found = programme.relay("--lang", "fr", "doctor", RELAY_ORIGINS="http://relay.example")
    assert "DÉFAUT" in found.output
    assert "n’est pas en https" in found.output
