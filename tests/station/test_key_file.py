# SPDX-License-Identifier: EUPL-1.2
"""Key files: what signs for the programme, under six words."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from relay.crypto.passphrase import LEAST_MEMORY_KIB, generate_words
from relay.errors import CommitmentWrongError, MalformedError, RelayError, TooWeakError, WordsWrongError
from relay.station.key_file import (
    KeyFile,
    MadeTicket,
    drop_ticket,
    keep_ticket,
    read_key_file,
    write_key_file,
)

WORDS = generate_words(bytes(range(64)), language="en")
OTHERS = generate_words(bytes(range(64, 128)), language="en")
KEYS = KeyFile(
    type="manager",
    fingerprint="f" * 43,
    seed="s" * 43,
    account="AAAAAAA0",
    code="C" * 28,
    tickets=(MadeTicket(code="T" * 28, lookup="l" * 22, expires_at=100),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A written key file."""
    file = tmp_path / "manager.key"
    write_key_file(file, KEYS, words=WORDS, memory_kib=LEAST_MEMORY_KIB)
    return file


def _changed(path: Path, **facts: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | facts), "utf-8")


def test_a_key_file_opens_with_its_words(path: Path) -> None:
    """Capitals and spaces do not count."""
    assert read_key_file(path, words=f"  {WORDS.upper()} ") == KEYS


def test_only_its_owner_may_read_it(path: Path) -> None:
    """Nobody else on the machine may even copy it."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_of_it_is_in_clear(path: Path) -> None:
    """Seed, account, code and tickets are inside the box."""
    text = path.read_text("utf-8")
    for secret in (KEYS.seed, KEYS.account, KEYS.code, KEYS.fingerprint, KEYS.tickets[0].code):
        assert str(secret) not in text


def test_other_words_do_not_open_it(path: Path) -> None:
    """Six other words of the list."""
    with pytest.raises(CommitmentWrongError):
        read_key_file(path, words=OTHERS)


def test_a_slip_of_the_pen_is_told_apart(path: Path) -> None:
    """A word that is in no list."""
    with pytest.raises(WordsWrongError):
        read_key_file(path, words=WORDS[:-1] + "zz")


def test_a_file_that_asks_for_less_work_is_refused(path: Path) -> None:
    """Whoever can write the file must not be able to make guessing cheap."""
    _changed(path, passes=1)
    with pytest.raises(TooWeakError):
        read_key_file(path, words=WORDS)


@pytest.mark.parametrize(
    "facts",
    [
        {"type": "root"},
        {"salt": "A" * 22},
        {"box": "A" * 120},
        {"passes": "3"},
        {"more": 1},
        {"memory_kib": -1},
    ],
)
def test_a_changed_file_is_refused(path: Path, facts: dict[str, Any]) -> None:
    """Each field is bound to the box, or checked before it is used."""
    _changed(path, **facts)
    with pytest.raises(RelayError):
        read_key_file(path, words=WORDS)


def test_another_file_is_no_key_file(tmp_path: Path) -> None:
    """A letter, say."""
    other = tmp_path / "letter.txt"
    other.write_bytes(b"\xff\xfeBonjour")
    with pytest.raises(MalformedError):
        read_key_file(other, words=WORDS)


def test_writing_again_replaces_it_whole(path: Path) -> None:
    """And leaves nothing beside it."""
    write_key_file(path, drop_ticket(KEYS, "l" * 22), words=WORDS, memory_kib=LEAST_MEMORY_KIB)
    assert read_key_file(path, words=WORDS).tickets == ()
    assert [file.name for file in path.parent.iterdir()] == ["manager.key"]


def test_tickets_that_are_over_are_forgotten() -> None:
    """A key file does not collect what nobody can use."""
    fresh = MadeTicket(code="U" * 28, lookup="m" * 22, expires_at=300)
    assert keep_ticket(KEYS, fresh, at=200).tickets == (fresh,)
    assert keep_ticket(KEYS, fresh, at=50).tickets == (*KEYS.tickets, fresh)
