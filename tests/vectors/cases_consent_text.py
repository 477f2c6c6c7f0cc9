# SPDX-License-Identifier: EUPL-1.2
"""Family consent, the text: what people agree to, as the policy names it."""

from collections.abc import Iterator
from typing import Any, Final

from relay.crypto.canonical import decode, encode
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.consent_text import MAX_BYTES, ConsentText, consent_text_hash, sign_consent_text
from tests.vectors.maker import Maker, Row
from tests.vectors.story import a_story
from tests.vectors.world import PROGRAMME, changed, seed

WORDS: Final = ConsentText(
    programme=PROGRAMME,
    en="What you agree to\n\nYou can stop at any time.",
    fr="Ce que vous acceptez\n\nVous pouvez arrêter en tout temps.",
)


def add_cases(maker: Maker) -> None:
    """Add the rows about the text."""
    text = sign_consent_text(seed("manager one"), WORDS)
    story = a_story(policy=changed(consent_text=consent_text_hash(text)))
    given = {**story.trust_input(), "statement": to_envelope(text)}
    maker.share("consent-text", given)
    maker.add_all("consent", "named-consent-text", given, _rows(text), base="consent-text")


def _rows(text: Statement) -> Iterator[Row]:
    by_another = {"statement": to_envelope(sign_consent_text(seed("manager two"), WORDS))}
    longest = MAX_BYTES + 1
    yield "text-named", {}, "ok", "the text that the policy names", "P2"
    yield "text-by-another", by_another, "ok", "the same text, signed by another manager", "P2"
    yield "text-other", _said(text, en="What you agree to."), "policy-mismatch", "another text", "P2"
    yield "text-one-language", _said(text, fr=""), "wrong-shape", "in English only", "P2"
    yield "text-long", _said(text, en="a" * longest), "wrong-shape", "a byte too long", "P23"
    yield "text-hidden", _said(text, en="You\u200b agree."), "hidden-text", "with a hidden character", "P28"
    yield "text-spaces", _said(text, fr="Vous  acceptez."), "not-normal", "with two spaces", "P28"
    yield "text-kind", {"statement": to_envelope(a_story().policy)}, "unknown-suite", "no text at all", "P5"


def _said(text: Statement, **fields: Any) -> dict[str, Any]:
    words = decode(text.body)
    assert isinstance(words, dict)
    return {"statement": to_envelope(sign(seed("manager one"), "consent-text", body=encode(words | fields)))}
