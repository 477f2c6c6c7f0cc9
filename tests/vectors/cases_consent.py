# SPDX-License-Identifier: EUPL-1.2
"""Families consent and intake, and notes: a person's yes, a first word, what is said of a message."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed
from relay.crypto.signing import sign, to_envelope
from relay.protocol.certificate import Certificate
from relay.protocol.consent import Consent, build_consent
from relay.protocol.intake import intake_context, seal_intake
from relay.protocol.intake_key import intake_subject
from relay.protocol.policy import Policy
from relay.protocol.record import (
    note_context,
    note_hash,
    seal_note,
)
from tests.vectors.cases_approval import OTHER_HASH
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    CASE,
    DAY,
    EMPTY_HASH,
    KEPT,
    MEDIATORS,
    PROGRAMME,
    hash_of,
    ident,
    master,
    seed,
)

ONE, TWO = MEDIATORS
AUTHOR: Final = identity_seed(master("author"))
READER: Final = identity_seed(master("reader"))


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_notes(maker)
    _add_consents(maker)
    _add_intakes(maker)


def _add_notes(maker: Maker) -> None:
    key, context = seed("note key"), note_context(PROGRAMME, CASE, message=ident("message"))
    box = seal_note(key, b"Relisez le second paragraphe.", context=context, salt=seed("note salt"))
    other = seal_note(key, b"Autre chose.", context=context, salt=seed("note salt 2"))
    given: dict[str, Any] = {
        "key": b64u(key),
        "box": b64u(box),
        "programme": PROGRAMME,
        "case": CASE,
        "message": ident("message"),
        "hash": note_hash(box),
    }
    rows: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("note", {}, "ok", "the note that a decision names"),
        ("note-other", {"box": b64u(other)}, "seal-broken", "another note"),
        ("note-hash", {"hash": OTHER_HASH}, "seal-broken", "not the named one"),
        ("note-key", {"key": b64u(seed("x"))}, "commitment-wrong", "another key"),
        ("note-message", {"message": ident("x")}, "commitment-wrong", "about another message"),
        ("note-case", {"case": ident("x")}, "commitment-wrong", "in another case"),
        ("note-programme", {"programme": ident("x")}, "commitment-wrong", "in another programme"),
    )
    for name, fields, expect, note in rows:
        maker.add(f"record/{name}", "open-note", {**given, **fields}, expect=expect, note=note, claim="P5")


def _consent(person: str = "author", **fields: Any) -> Consent:
    made = Consent(
        programme=PROGRAMME,
        case=CASE,
        participant=ident(person),
        channel="letter",
        given=True,
        text=EMPTY_HASH,
        number=3,
        day=DAY,
    )
    return replace(made, **fields)


def _agreed(signer: bytes = AUTHOR, **fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(sign(signer, "consent", body=build_consent(_consent(**fields))))}


def _add_consents(maker: Maker) -> None:
    story = a_story()
    given = {
        **story.trust_input(),
        **_agreed(),
        "certificate": to_envelope(story.author_certificate),
        "participant": ident("author"),
    }
    maker.share("consent", given)
    maker.add_all("known", "verify-consent", given, _agreements(story), base="consent")
    maker.add_all("consent", "verify-consent", given, _consents(story), base="consent")


def _agreements(story: Story) -> Iterator[Row]:
    yield "consent-taken-back", _agreed(given=False, number=4), "ok", "and a no, later", "P2"
    yield "consent-meeting", _agreed(channel="meeting"), "ok", "to a meeting", "P2"
    reader = {"certificate": to_envelope(story.reader_certificate), "participant": ident("reader")}
    yield "consent-reader", {**_agreed(READER, person="reader"), **reader}, "ok", "the other person's", "P2"


def _consents(story: Story) -> Iterator[Row]:
    yield "verify", {}, "ok", "a yes to letters", "P2"
    yield "case", _agreed(case=ident("x")), "wrong-context", "in another case", "P5"
    yield "programme", _agreed(programme=ident("x")), "wrong-context", "in another programme", "P5"
    yield "other-name", _agreed(person="reader"), "wrong-context", "in another person's name", "P2"
    yield "mediator", _agreed(seed(ONE)), "signature-wrong", "signed by a mediator for the person", "P2"
    yield "reader-signed", _agreed(READER), "signature-wrong", "signed by the other person", "P2"
    yield (
        "changed",
        {"statement": _agreed(given=True)["statement"] | {"sig": _agreed(given=False)["statement"]["sig"]}},
        "signature-wrong",
        "a no turned into a yes",
        "P2",
    )
    former = Story(changes=Changes(policy=_former(story)))
    yield "former", former.trust_input(), "signer-not-allowed", "by a former key of the person", "P2"
    body = build_consent(_consent())
    for name, old, new, note in (
        ("given", b'"given":true', b'"given":"yes"', "text is not true"),
        ("channel", b'"channel":"letter"', b'"channel":"phone"', "a channel that is not known"),
        ("number", b'"number":3', b'"number":0', "numbers begin with 1"),
    ):
        signed = sign(AUTHOR, "consent", body=body.replace(old, new))
        yield f"shape-{name}", {"statement": to_envelope(signed)}, "wrong-shape", note, "P23"
    kind = sign(AUTHOR, "consent", body=body.replace(b'"kind":"consent"', b'"kind":"readiness"'))
    yield "kind", {"statement": to_envelope(kind)}, "unknown-suite", "an answer to an offer", "P24"


def _former(story: Story) -> Any:
    """Return a change that makes the author's certificate a former one."""
    renewed = story.certificate_of("author", epoch=2, change=_renewed)

    def change(policy: Policy) -> Policy:
        entries = tuple(
            replace(
                one,
                certificate=hash_of("certificate", renewed),
                former=(hash_of("certificate", story.author_certificate),),
                epoch=2,
            )
            if one.participant == ident("author")
            else one
            for one in policy.participants
        )
        return replace(policy, participants=entries)

    return change


def _renewed(certificate: Certificate) -> Certificate:
    return replace(certificate, day="2026-11-23")


def _add_intakes(maker: Maker) -> None:
    key, place = seed("intake key"), ident("intake")
    context = intake_context(PROGRAMME, place)
    words = b'{"words":"Je voudrais poser des questions."}'
    box = seal_intake(key, words, context=context, salt=seed("intake salt"))
    other = seal_intake(key, b"{}", context=context, salt=seed("intake salt 2"))
    wrap = KEPT.get(seed("kem/intake"), key, purpose="intake", subject=intake_subject(box))
    as_record = KEPT.get(seed("kem/intake"), key, purpose="record", subject=intake_subject(box))
    given: dict[str, Any] = {
        "seed": b64u(seed("kem/intake")),
        "box": b64u(box),
        "wrap": b64u(wrap),
        "programme": PROGRAMME,
        "intake": place,
    }
    rows: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("open", {}, "ok", "what somebody asks"),
        ("seed", {"seed": b64u(seed("kem/mediator one"))}, "wrap-broken", "opened by a mediator"),
        ("wrap", {"wrap": flipped(b64u(wrap), 1_130)}, "wrap-broken", "one bit of the wrap"),
        ("purpose", {"wrap": b64u(as_record)}, "wrap-broken", "the wrap of a record"),
        ("box", {"box": b64u(other)}, "wrap-broken", "the box of somebody else"),
        ("flip", {"box": flipped(b64u(box), 70)}, "wrap-broken", "one bit of the box"),
        ("intake", {"intake": ident("x")}, "commitment-wrong", "under another id"),
        ("programme", {"programme": ident("x")}, "commitment-wrong", "in another programme"),
    )
    for name, fields, expect, note in rows:
        maker.add(f"intake/{name}", "open-intake", {**given, **fields}, expect=expect, note=note, claim="P1")
