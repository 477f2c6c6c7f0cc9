# SPDX-License-Identifier: EUPL-1.2
"""Boxes, streams, trees and padding: what was changed or moved does not open."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relay.crypto.box import chunk_nonce, open_box, seal_box, seal_keys
from relay.crypto.padding import CHUNK_BYTES, pad, padded_size, padme, unpad
from relay.crypto.stream import check_commitment, open_chunk, open_stream, part_keys, seal_stream
from relay.crypto.tree import check_chunk, leaf_hash, open_table, root_of
from relay.errors import CommitmentWrongError, RelayError, SealBrokenError, SizeWrongError, TreeWrongError
from tests.vectors.two_keys import two_key_box

KEYS = st.binary(min_size=32, max_size=32)
LABELS = st.sampled_from(["slot", "bundle", "draft", "note", "header", "stored", "record", "confirmation"])
CONTEXT = b'{"case":"one"}'
CONTENT_KEY = bytes(range(32))
SALT = bytes(range(32, 64))


@given(KEYS, st.binary(max_size=300), LABELS, st.binary(max_size=40), KEYS)
def test_a_box_opens_to_what_was_sealed(
    key: bytes, text: bytes, label: str, context: bytes, salt: bytes
) -> None:
    """Under its own key, label and context."""
    box = seal_box(key, text, label=label, context=context, salt=salt)
    assert open_box(key, box, label=label, context=context) == text


@given(KEYS, KEYS, LABELS, LABELS, st.binary(max_size=20), st.binary(max_size=20))
def test_p5_a_box_opens_nowhere_else(
    key: bytes, other: bytes, label: str, label2: str, context: bytes, context2: bytes
) -> None:
    """Another key, type of box or context is refused by the commitment, before decrypting."""
    assume((key, label, context) != (other, label2, context2))
    box = seal_box(key, b"text", label=label, context=context, salt=SALT)
    with pytest.raises(CommitmentWrongError):
        open_box(other, box, label=label2, context=context2)


@given(st.integers(0, 32 + 32 + 4 + 16 - 1), st.integers(0, 7))
def test_no_bit_of_a_box_can_change(at: int, bit: int) -> None:
    """Salt, commitment, text and tag are all held."""
    box = bytearray(seal_box(CONTENT_KEY, b"text", label="note", context=CONTEXT, salt=SALT))
    box[at] ^= 1 << bit
    with pytest.raises((CommitmentWrongError, SealBrokenError)):
        open_box(CONTENT_KEY, bytes(box), label="note", context=CONTEXT)


def test_p3_a_ciphertext_of_two_keys_opens_under_the_committed_one_only() -> None:
    """The box is built so that AES-GCM opens it under both; a mediator and an addressee differ."""
    box, first, second = two_key_box(b"secret", context=CONTEXT)
    assert open_box(first, box, label="note", context=CONTEXT).startswith(b"The letter")
    with pytest.raises(CommitmentWrongError):
        open_box(second, box, label="note", context=CONTEXT)


def test_p3_a_part_is_refused_under_a_key_it_does_not_commit_to() -> None:
    """Compared before a chunk is opened: a part could be built to open under two keys as a box can."""
    own = part_keys(CONTENT_KEY, salt=SALT, context=CONTEXT)
    check_commitment(own, own.commitment)
    for other in (
        part_keys(SALT, salt=SALT, context=CONTEXT),
        part_keys(CONTENT_KEY, salt=SALT, context=b""),
    ):
        with pytest.raises(CommitmentWrongError):
            check_commitment(other, own.commitment)


@given(one=st.integers(0, 2**40), other=st.integers(0, 2**40), last=st.booleans(), last2=st.booleans())
def test_p25_no_nonce_serves_two_places(*, one: int, other: int, last: bool, last2: bool) -> None:
    """Within one key every chunk, and the same chunk as last or not, has a nonce of its own."""
    assume((one, last) != (other, last2))
    start = bytes(range(12))
    assert chunk_nonce(start, index=one, last=last) != chunk_nonce(start, index=other, last=last2)


@given(
    st.lists(
        st.tuples(LABELS | st.just("part"), st.binary(max_size=8), KEYS), min_size=2, max_size=6, unique=True
    )
)
def test_p25_no_two_sealed_things_share_a_key(places: list[tuple[str, bytes, bytes]]) -> None:
    """Label, context and salt each give another AES key, so a new salt is a new key."""
    keys = {
        seal_keys(CONTENT_KEY, label=label, context=context, salt=salt).key for label, context, salt in places
    }
    assert len(keys) == len(places)


def _sealed(count: int) -> list[bytes]:
    keys = part_keys(CONTENT_KEY, salt=SALT, context=CONTEXT)
    padded = b"".join(bytes([at]) * CHUNK_BYTES for at in range(count))
    return list(seal_stream(keys, padded))


SEALED = _sealed(3)


@given(st.lists(st.integers(0, 2), max_size=4))
def test_p6_chunks_open_in_their_own_order_only(order: list[int]) -> None:
    """Any other order, length or repetition is refused."""
    keys = part_keys(CONTENT_KEY, salt=SALT, context=CONTEXT)
    stored = b"".join(SEALED[at] for at in order)
    if order == [0, 1, 2]:
        assert len(open_stream(keys, stored, count=3)) == 3 * CHUNK_BYTES
        return
    with pytest.raises(SealBrokenError):
        open_stream(keys, stored, count=max(len(order), 1))


@given(chunk=st.integers(0, 2), index=st.integers(0, 5), last=st.booleans())
def test_p6_a_chunk_opens_at_its_place_only(*, chunk: int, index: int, last: bool) -> None:
    """At any seek: the place comes from the manifest, and another place does not open."""
    keys = part_keys(CONTENT_KEY, salt=SALT, context=CONTEXT)
    if (chunk, chunk == 2) == (index, last):
        assert open_chunk(keys, SEALED[chunk], index=index, last=last) == bytes([chunk]) * CHUNK_BYTES
        return
    with pytest.raises(SealBrokenError):
        open_chunk(keys, SEALED[chunk], index=index, last=last)


def test_p6_a_chunk_of_another_part_is_refused() -> None:
    """Spliced from a part under the same content key."""
    keys = part_keys(CONTENT_KEY, salt=SALT, context=b'{"case":"two"}')
    with pytest.raises(SealBrokenError):
        open_chunk(keys, SEALED[0], index=0, last=False)


def _rfc6962(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = _rfc6962(leaves[:split]), _rfc6962(leaves[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=40))
def test_the_root_is_that_of_rfc6962(chunks: list[bytes]) -> None:
    """Against the RFC's own recursive definition."""
    leaves = [leaf_hash(chunk) for chunk in chunks]
    assert root_of(leaves) == _rfc6962(leaves)


@given(st.lists(KEYS, min_size=1, max_size=9), st.data())
def test_p6_a_table_is_believed_whole_or_not_at_all(leaves: list[bytes], data: st.DataObject) -> None:
    """The table as signed opens; cut, grown, reordered or changed ones do not."""
    root, table = root_of(leaves), b"".join(leaves)
    assert open_table(table, count=len(leaves), root=root) == tuple(leaves)
    changed = data.draw(
        st.sampled_from([table[:-32], table + leaves[0], table[:-1], b"", bytes([table[0] ^ 1]) + table[1:]])
    )
    with pytest.raises(TreeWrongError):
        open_table(changed, count=len(leaves), root=root)


def test_p6_a_chunk_is_compared_with_its_leaf() -> None:
    """Before it is decrypted."""
    check_chunk(SEALED[0], leaf=leaf_hash(SEALED[0]))
    with pytest.raises(TreeWrongError):
        check_chunk(SEALED[1], leaf=leaf_hash(SEALED[0]))


@given(content=st.binary(max_size=3_000), letter=st.booleans())
def test_padding_comes_off_again(*, content: bytes, letter: bool) -> None:
    """And its size is the computed one."""
    padded = pad(content, letter=letter)
    assert len(padded) == padded_size(len(content), letter=letter)
    assert unpad(padded, letter=letter) == content


@given(st.integers(0, 65_528), st.integers(0, 65_528))
def test_p20_letters_of_one_class_have_one_size(one: int, other: int) -> None:
    """Any two letters that fit 64 KiB are stored in as many bytes."""
    assert padded_size(one, letter=True) == padded_size(other, letter=True) == CHUNK_BYTES


@given(st.binary(max_size=60_000), st.binary(max_size=60_000))
def test_p20_sealed_letters_of_one_class_cannot_be_told_apart_by_size(one: bytes, other: bytes) -> None:
    """What is stored has the same length, whatever was written."""
    keys = part_keys(CONTENT_KEY, salt=SALT, context=CONTEXT)
    sizes = {sum(map(len, seal_stream(keys, pad(text, letter=True)))) for text in (one, other)}
    assert len(sizes) == 1


@given(st.binary(min_size=1, max_size=50), st.integers(0, CHUNK_BYTES - 1))
def test_p20_padding_that_hides_something_is_refused(content: bytes, at: int) -> None:
    """A byte in the padding, or a length that does not fit, is no letter."""
    padded = bytearray(pad(content, letter=True))
    assume(at >= 8 + len(content))
    padded[at] = 1
    with pytest.raises(SizeWrongError):
        unpad(bytes(padded), letter=True)


@given(st.binary(max_size=200))
def test_p23_any_bytes_are_unpadded_or_refused(raw: bytes) -> None:
    """However short, and whatever length they claim."""
    with pytest.raises(RelayError):
        unpad(raw, letter=True)


def test_padme_costs_at_most_twelve_per_cent() -> None:
    """And grows without a step back: the bounds of PURBs section 4."""
    sizes = [padme(size) for size in range(2, 100_000, 7)]
    assert all(later >= earlier for earlier, later in pairwise(sizes))
    assert all(size <= padme(size) <= size * 1.12 + 1 for size in range(2, 100_000, 7))
