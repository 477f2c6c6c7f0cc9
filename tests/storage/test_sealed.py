# SPDX-License-Identifier: EUPL-1.2
"""Stored boxes: opened by their own message's key, in their own place, or not at all."""

import hashlib
from dataclasses import replace

import pytest

from relay.crypto.box import open_box
from relay.errors import CommitmentWrongError, SealBrokenError
from relay.records import MessageId
from relay.storage.sealed import open_stored, open_stored_bytes, seal_stored, seal_stored_bytes
from tests.storage.builders import ident

KEY, SALT = bytes(range(32)), hashlib.sha256(b"salt").digest()
MESSAGE = MessageId(ident(1))
BOX = seal_stored(KEY, b"a wrap", message=MESSAGE, what="wrap/review/x", salt=SALT)


def test_a_stored_box_opens_under_its_shred_key() -> None:
    """And is named after message and content."""
    assert open_stored(KEY, BOX) == b"a wrap"
    assert BOX.id == f"{MESSAGE}/wrap/review/x"


def test_a_stored_box_is_as_the_format_says() -> None:
    """docs/format.md section 3: label ``stored``, context of message, suite and what."""
    context = f'{{"message":"{MESSAGE}","suite":1,"what":"wrap/review/x"}}'.encode()
    assert open_box(KEY, BOX.box, label="stored", context=context) == b"a wrap"


@pytest.mark.parametrize("changed", [{"message": ident(2)}, {"what": "wrap/self/x"}, {"what": "header"}])
def test_p5_a_stored_box_is_not_valid_in_another_place(changed: dict[str, str]) -> None:
    """P5: another message or another meaning."""
    with pytest.raises(CommitmentWrongError):
        open_stored(KEY, replace(BOX, **changed))


def test_p11_without_the_shred_key_a_stored_box_opens_nothing() -> None:
    """P11: another key is as good as none."""
    with pytest.raises(CommitmentWrongError):
        open_stored(KEY[::-1], BOX)


def test_a_changed_box_is_broken() -> None:
    """One bit of its ciphertext."""
    with pytest.raises(SealBrokenError):
        open_stored(KEY, replace(BOX, box=BOX.box[:-1] + bytes([BOX.box[-1] ^ 1])))


def test_a_draft_is_sealed_as_bytes() -> None:
    """Its record holds the box itself."""
    box = seal_stored_bytes(KEY, b"a draft", message=MESSAGE, what="draft", salt=SALT)
    assert open_stored_bytes(KEY, box, message=MESSAGE, what="draft") == b"a draft"
