# SPDX-License-Identifier: EUPL-1.2
"""What people agree to: one text in English and French, which a case's policy names by its hash.

A yes is over this very text (``consent.py``), so a person's device shows it only when its hash
is the one that the policy names. Twin: ``web/src/protocol/consent_text.ts``. Source:
docs/format.md section 4.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement, sign, statement_hash
from relay.errors import PolicyMismatchError, WrongShapeError
from relay.protocol.letter import check_letter
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.shape import free_text, read_statement, write_statement

MAX_BYTES: Final = 24_000
"""Of each language, in UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The same text in both languages, paragraphs between empty lines."""

    programme: str
    en: str
    fr: str


_CONSENT_TEXT: Final = {"en": free_text(MAX_BYTES), "fr": free_text(MAX_BYTES)}


def parse_consent_text(body: bytes) -> ConsentText:
    """Read a ``consent-text`` body.

    Raises:
        WrongShapeError: as ``shape.read_statement``; or one language is empty.
        HiddenTextError, NotNormalError: it is not in a letter's normal form.
    """
    found = ConsentText(**read_statement(body, "consent-text", _CONSENT_TEXT))
    for words in (found.en, found.fr):
        if not words:
            raise WrongShapeError("a consent text in one language only")
        check_letter(words)
    return found


def sign_consent_text(seed: bytes, words: ConsentText) -> Statement:
    """Return the text as a manager's statement, after reading it back."""
    body = write_statement("consent-text", words)
    parse_consent_text(body)
    return sign(seed, "consent-text", body=body)


def consent_text_hash(statement: Statement) -> str:
    """Return the hash by which policies name it: whoever signed it, it is the same text."""
    return b64u(statement_hash("consent-text", statement.body))


def named_consent_text(statement: Statement, *, policy: VerifiedPolicy) -> ConsentText:
    """Return the text that a verified policy names, or refuse.

    Raises:
        PolicyMismatchError: another text.
        WrongShapeError, HiddenTextError, NotNormalError: as ``parse_consent_text``.
    """
    found = parse_consent_text(statement.body)
    if consent_text_hash(statement) != policy.policy.consent_text:
        raise PolicyMismatchError("not the consent text that the policy names")
    return found
