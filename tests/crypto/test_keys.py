# SPDX-License-Identifier: EUPL-1.2
"""Keys, signatures, wraps, codes, words and tickets."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.crypto.codes import ALPHABET, group_code, new_account, read_account, read_code, write_code
from relay.crypto.keys import kem_public_key, key_id, signing_public_key
from relay.crypto.passphrase import LIST_LENGTH, check_argon2, generate_words, normalise_words
from relay.crypto.signing import decode_envelope, encode_envelope, sign, verify
from relay.crypto.tickets import (
    check_mediator_mac,
    check_participant_mac,
    lookup_id,
    mediator_mac,
    participant_mac,
    safety_number,
)
from relay.crypto.words_en import WORDS_EN
from relay.crypto.words_fr import WORDS_FR
from relay.crypto.wrapping import unwrap, wrap
from relay.errors import (
    CodeWrongError,
    RelayError,
    SignatureWrongError,
    TicketWrongError,
    TooWeakError,
    WordsWrongError,
    WrapBrokenError,
)

SEEDS = st.binary(min_size=32, max_size=32)
KINDS = st.sampled_from(["manifest", "sender", "approval", "decision", "release", "readiness", "withdrawal"])
SEED = bytes(range(32))
SUBJECT = bytes(32)


@pytest.mark.parametrize(
    ("seed", "digest"),
    [
        (
            "3ec47fa82dd5689d27c6190e724c74ec8f608df3331ce331929e37b829676630",
            "ad8aaf3f00d8a39bfeec2947a7d5dde68be08bba19bd301a348a45dc5fcc8341",
        ),
        (
            "8f908710ee25a3aa6fd3ed80eb5bf102963547bf4fe36d86f772432ac383e6e9",
            "404a519065c5818eaf431ba78a961e2c59919cc8b2bce92c6b76e438dcc345bd",
        ),
    ],
)
def test_an_x_wing_key_is_that_of_the_draft(seed: str, digest: str) -> None:
    """The published HPKE vectors for kem 0x647a: the seed gives the public key of that SHA-256."""
    assert hashlib.sha256(kem_public_key(bytes.fromhex(seed))).hexdigest() == digest


@given(SEEDS, KINDS, st.binary(max_size=60))
def test_a_statement_verifies_under_its_key_and_kind(seed: bytes, kind: str, body: bytes) -> None:
    """And its envelope comes back as it was."""
    statement = sign(seed, kind, body=body)
    verify(statement, kind, public_key=signing_public_key(seed))
    assert decode_envelope(encode_envelope(statement)) == statement
    assert statement.key == key_id(signing_public_key(seed))


@given(SEEDS, SEEDS, KINDS, KINDS)
def test_p5_a_signature_is_valid_for_one_key_and_one_kind(
    seed: bytes, other: bytes, kind: str, kind2: str
) -> None:
    """The same body signed as another kind, or by another, is refused."""
    if (seed, kind) == (other, kind2):
        return
    statement = sign(seed, kind, body=b"{}")
    with pytest.raises(SignatureWrongError):
        verify(statement, kind2, public_key=signing_public_key(other))


def test_p5_a_wrap_opens_for_one_recipient_purpose_and_subject() -> None:
    """Moved anywhere else it is refused."""
    wrapped = wrap(kem_public_key(SEED), b"k" * 32, purpose="release", subject=SUBJECT)
    assert unwrap(SEED, wrapped, purpose="release", subject=SUBJECT) == b"k" * 32
    for purpose in ("review", "self", "handover", "note", "record", "intake", "grant"):
        with pytest.raises(WrapBrokenError):
            unwrap(SEED, wrapped, purpose=purpose, subject=SUBJECT)
    with pytest.raises(WrapBrokenError):
        unwrap(SEED, wrapped, purpose="release", subject=b"x" * 32)
    with pytest.raises(WrapBrokenError):
        unwrap(b"x" * 32, wrapped, purpose="release", subject=SUBJECT)


def test_p26_both_halves_of_a_wrap_are_needed() -> None:
    """Neither the curve alone nor the lattice alone opens it: each is in the derived secret."""
    wrapped = wrap(kem_public_key(SEED), b"k" * 32, purpose="release", subject=SUBJECT)
    other = wrap(kem_public_key(SEED), b"k" * 32, purpose="release", subject=SUBJECT)
    lattice_of_other = other[:1_088] + wrapped[1_088:]
    curve_of_other = wrapped[:1_088] + other[1_088:1_120] + wrapped[1_120:]
    for mixed in (lattice_of_other, curve_of_other):
        with pytest.raises(WrapBrokenError):
            unwrap(SEED, mixed, purpose="release", subject=SUBJECT)


def test_p26_a_wrap_is_of_the_hybrid_kem() -> None:
    """ML-KEM-768 (1,088) and X25519 (32) encapsulations, then 48 bytes: no other suite."""
    assert len(kem_public_key(SEED)) == 1_184 + 32
    wrapped = wrap(kem_public_key(SEED), b"k" * 32, purpose="self", subject=SUBJECT)
    assert len(wrapped) == 1_088 + 32 + 48
    with pytest.raises(WrapBrokenError):
        wrap(kem_public_key(SEED)[1_184:], b"k" * 32, purpose="self", subject=SUBJECT)


def test_a_key_that_is_no_key_is_refused() -> None:
    """A hostile directory's X-Wing key: a share of small order, or coefficients out of range."""
    good = kem_public_key(SEED)
    for bad in (good[:1_184] + bytes(32), b"\xff" * 1_184 + good[1_184:], good[:-1], b""):
        with pytest.raises(WrapBrokenError):
            wrap(bad, b"k" * 32, purpose="review", subject=SUBJECT)


@given(st.binary(min_size=16, max_size=16), st.sampled_from(["ticket", "kit"]))
def test_a_code_is_read_as_people_type_it(secret: bytes, kind: str) -> None:
    """In groups, in small letters, with I, L and O for 1 and 0."""
    code = write_code(secret, kind=kind)  # type: ignore[arg-type]
    typed = group_code(code).lower().replace("1", "l").replace("0", "o")
    assert read_code(typed, kind=kind) == secret  # type: ignore[arg-type]


def test_a_slip_of_the_pen_is_nearly_always_noticed() -> None:
    """Of all single wrong characters in one code fewer than one in a hundred pass (10 bits)."""
    code = write_code(bytes(range(16)), kind="kit")
    wrong = [
        code[:at] + other + code[at + 1 :] for at in range(28) for other in ALPHABET if other != code[at]
    ]
    passed = 0
    for text in wrong:
        try:
            read_code(text, kind="kit")
        except CodeWrongError:
            continue
        passed += 1
    assert passed < len(wrong) / 100


@given(st.text(max_size=40))
def test_p23_any_typed_text_is_a_code_or_refused(text: str) -> None:
    """Codes, accounts and words never crash on what people type."""
    for read in (
        lambda: read_code(text, kind="ticket"),
        lambda: read_account(text),
        lambda: normalise_words(text),
    ):
        with pytest.raises(RelayError):
            read()


def test_account_numbers_carry_their_check() -> None:
    """Eight characters, read back in one form."""
    account = new_account(b"abcde")
    assert read_account(f"{account[:4]}-{account[4:]}".lower()) == account
    with pytest.raises(CodeWrongError):
        read_account(account[:-1] + ALPHABET[(ALPHABET.index(account[-1]) + 1) % 32])


@pytest.mark.parametrize("words", [WORDS_EN, WORDS_FR], ids=["en", "fr"])
def test_a_word_list_has_7776_plain_words(words: tuple[str, ...]) -> None:
    """Unique after normalisation, because they are unique and plain before it."""
    assert len(words) == len(set(words)) == LIST_LENGTH
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert list(words) == sorted(words)


@given(st.binary(min_size=64, max_size=64), st.sampled_from(["en", "fr"]))
def test_generated_words_are_read_back(random: bytes, language: str) -> None:
    """However they are typed."""
    words = generate_words(random, language=language)  # type: ignore[arg-type]
    assert normalise_words(f"  {words.upper()} ".replace(" ", "\n ")) == words


def test_words_are_drawn_evenly() -> None:
    """Numbers from 62,208 up are skipped: they would make some words likelier."""
    fair = b"\x00\x00" * 5 + b"\x00\x01"
    assert generate_words(b"\xf3\x00" + fair, language="en") == generate_words(fair, language="en")
    with pytest.raises(ValueError, match="too few"):
        generate_words(b"\xff\xff" * 32, language="en")


def test_words_of_no_list_are_refused() -> None:
    """Six words that nobody generated."""
    with pytest.raises(WordsWrongError):
        normalise_words("one two three four five six-six")


@pytest.mark.parametrize(("passes", "memory"), [(2, 65_536), (3, 65_535), (0, 0), (1, 262_144)])
def test_a_weak_stretch_is_refused(passes: int, memory: int) -> None:
    """A server cannot talk a client into a weaker Argon2id."""
    with pytest.raises(TooWeakError):
        check_argon2(passes=passes, memory_kib=memory)


@given(st.binary(max_size=50), st.binary(max_size=50), st.binary(min_size=16, max_size=16))
def test_p16_a_swapped_key_does_not_fit_the_mac(request: bytes, other: bytes, ticket: bytes) -> None:
    """Either side notices that the server put another key or certificate in."""
    mac1, mac2 = participant_mac(ticket, request), mediator_mac(ticket, request)
    check_participant_mac(ticket, request, mac1=mac1)
    check_mediator_mac(ticket, request, mac2=mac2)
    assert lookup_id(ticket) not in (mac1.hex(), mac2.hex())
    with pytest.raises(TicketWrongError):
        check_participant_mac(ticket, request, mac1=mac2)
    if request != other:
        with pytest.raises(TicketWrongError):
            check_participant_mac(ticket, other, mac1=mac1)
        with pytest.raises(TicketWrongError):
            check_mediator_mac(ticket, other, mac2=mac2)


@given(SEEDS, SEEDS, SEEDS)
def test_p16_the_safety_number_is_of_both_keys(one: bytes, other: bytes, third: bytes) -> None:
    """The same on both screens, and another if either key was swapped."""
    number = safety_number(one, other)
    assert number == safety_number(other, one)
    assert [len(group) for group in number.split(" ")] == [5] * 6
    if third != other and one not in (other, third):
        assert number != safety_number(one, third)


def test_key_ids_are_hashes() -> None:
    """A key id is the SHA-256 of the public key."""
    public = signing_public_key(SEED)
    assert key_id(public) == hashlib.sha256(public).digest()
