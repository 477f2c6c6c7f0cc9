# SPDX-License-Identifier: EUPL-1.2
"""Six generated words, and what is derived from them and from the other unlocking secrets.

6 x log2(7,776) = 77.5 bits before Argon2id. The words are kept in lists of plain letters,
so that no accent, capital or keyboard can lock a person out.
Twin: ``web/src/crypto/passphrase.ts``. Sources: RFC 9106; protocol.md section 3.
"""

import re
import unicodedata
from typing import Final, Literal

from nacl.pwhash import argon2id

from relay.crypto.derive import derive
from relay.crypto.words_en import WORDS_EN
from relay.crypto.words_fr import WORDS_FR
from relay.errors import TooWeakError, WordsWrongError, WrongShapeError

Language = Literal["en", "fr"]

WORD_COUNT: Final = 6
LIST_LENGTH: Final = 7_776
PASSES: Final = 3
LEAST_MEMORY_KIB: Final = 65_536
MOST_MEMORY_KIB: Final = 262_144
SALT_BYTES: Final = 16
SECRET_BYTES: Final = 32
_DRAW_LIMIT: Final = 65_536 // LIST_LENGTH * LIST_LENGTH
_LISTS: Final = {"en": WORDS_EN, "fr": WORDS_FR}
_SETS: Final = {language: frozenset(words) for language, words in _LISTS.items()}
# Combining diacritical marks only: a fixed range, not a runtime's property class.
_MARKS: Final = re.compile("[\u0300-\u036f]")
_SPACES: Final = re.compile("[ \t\r\n]+")


def generate_words(random: bytes, *, language: Language) -> str:
    """Draw six words.

    Args:
        random: 64 random bytes, read as 32 numbers of 16 bits; those from 62,208 up are
            skipped so that every word is equally likely.
        language: which list.
    """
    draws = (int.from_bytes(random[at : at + 2], "big") for at in range(0, len(random), 2))
    fair = [draw % LIST_LENGTH for draw in draws if draw < _DRAW_LIMIT]
    if len(fair) < WORD_COUNT:
        raise ValueError("too few random bytes")
    words = _LISTS[language]
    return " ".join(words[draw] for draw in fair[:WORD_COUNT])


def normalise_words(text: str) -> str:
    """Return what was typed as six plain words with single spaces.

    Raises:
        WordsWrongError: not six words of one list.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    if not plain.isascii():
        raise WordsWrongError("letters outside the lists")
    words = _SPACES.sub(" ", plain).strip(" ").lower().split(" ")
    if len(words) != WORD_COUNT or not any(known.issuperset(words) for known in _SETS.values()):
        raise WordsWrongError("not six words of one list")
    return " ".join(words)


def check_argon2(*, passes: int, memory_kib: int) -> None:
    """Refuse Argon2id parameters that a client may not accept from a server.

    Raises:
        TooWeakError: fewer passes or less memory than allowed.
        WrongShapeError: more than allowed, which would only block the device.
    """
    if passes < PASSES or memory_kib < LEAST_MEMORY_KIB:
        raise TooWeakError("Argon2id below 3 passes and 64 MiB")
    if passes > PASSES or memory_kib > MOST_MEMORY_KIB:
        raise WrongShapeError("Argon2id above 3 passes and 256 MiB")


def stretch_words(words: str, salt: bytes, *, passes: int, memory_kib: int) -> bytes:
    """Return the 32-byte secret of a passphrase.

    Args:
        words: as ``normalise_words`` returns them.
        salt: 16 bytes.
        passes: 3.
        memory_kib: 65,536 to 262,144.

    Raises:
        TooWeakError, WrongShapeError: as ``check_argon2``.
    """
    check_argon2(passes=passes, memory_kib=memory_kib)
    if len(salt) != SALT_BYTES:
        raise WrongShapeError("a salt has 16 bytes")
    return argon2id.kdf(
        SECRET_BYTES, words.encode("ascii"), salt, opslimit=passes, memlimit=memory_kib * 1024
    )


def code_secret(code: bytes, salt: bytes, *, slot: Literal["kit", "link"]) -> bytes:
    """Return the 32-byte secret of a recovery kit or link: 128 bits need no stretching."""
    return derive(code, slot, salt=salt)


def key_encryption_key(secret: bytes) -> bytes:
    """Return the 32-byte key under which a slot holds the master."""
    return derive(secret, "kek")


def login_seed(secret: bytes) -> bytes:
    """Return the Ed25519 seed with which this way of unlocking signs in."""
    return derive(secret, "login")
