# SPDX-License-Identifier: EUPL-1.2
"""Families withdrawal and record: taking back, and casework's sealed records and notes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import identity_seed, withdraw_seed
from relay.crypto.signing import sign, to_envelope
from relay.protocol.record import (
    GateClear,
    IntakeClear,
    Record,
    RecordWrap,
    build_record,
    note_context,
    note_hash,
    record_box_hash,
    seal_note,
    seal_record,
)
from tests.vectors.cases_approval import OTHER_HASH, mediator_status
from tests.vectors.cases_release import withdrawal_of
from tests.vectors.maker import Maker, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import CASE, DAY, KEPT, MEDIATORS, PROGRAMME, ident, master, named, seed

ONE, TWO = MEDIATORS
Row = tuple[str, dict[str, Any], str, str, str]
AUTHOR = identity_seed(master("author"))
READER = identity_seed(master("reader"))
NONE: dict[str, Any] = {"message": None, "manifest": None}
ACCOUNT = "C5H66S3R"
SALT = seed("argon salt")[:16]


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_withdrawals(maker)
    _add_records(maker)
    _add_notes(maker)


def _add_withdrawals(maker: Maker) -> None:
    story = a_story()
    wk = withdraw_seed(master("author"), unb64u(story.message))
    given = {
        **story.message_input(),
        "certificate": to_envelope(story.author_certificate),
        "participant": ident("author"),
        "statement": to_envelope(withdrawal_of(story, wk)),
        "seen_number": 6,
    }
    maker.share("withdrawal", given)
    for rows in (_honest(story), _dishonest(story, wk)):
        for name, fields, expect, note, claim in rows:
            maker.add(
                f"withdrawal/{name}",
                "verify-withdrawal",
                {**given, **fields},
                expect=expect,
                note=note,
                claim=claim,
                base="withdrawal",
            )


def _said(story: Story, own: bytes, **fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(withdrawal_of(story, own, **fields))}


def _honest(story: Story) -> Iterator[Row]:
    yield "wk", {}, "ok", "by the message's own key", "P9"
    yield "author", _said(story, AUTHOR), "ok", "by the author", "P9"
    yield "mediator", _said(story, seed(ONE), reason=OTHER_HASH), "ok", "by a mediator, for safety", "P9"
    yield "wk-alone", {"certificate": None}, "ok", "by wk, without any certificate", "P9"
    leave = _said(story, AUTHOR, scope="leave", **NONE)
    yield "leave", {**leave, "manifest": None}, "ok", "the author leaves", "P9"


def _dishonest(story: Story, wk: bytes) -> Iterator[Row]:
    yield "replay", {"seen_number": 7}, "old-number", "the same again", "P9"
    yield "older", {"seen_number": 8}, "old-number", "an older one", "P9"
    yield "stranger", _said(story, seed("x")), "signer-not-allowed", "by a stranger", "P9"
    yield "reader", _said(story, READER), "signer-not-allowed", "by the addressee", "P9"
    yield "manager", _said(story, seed("manager one")), "signer-not-allowed", "by a manager", "P9"
    yield "service", _said(story, seed("service")), "signer-not-allowed", "by the server", "P9"
    yield (
        "author-uncertified",
        {**_said(story, AUTHOR), "certificate": None},
        "signer-not-allowed",
        "by the author, whose certificate is not shown",
        "P9",
    )
    other = withdraw_seed(master("author"), unb64u(ident("other")))
    yield "other-wk", _said(story, other), "signer-not-allowed", "by another message's key", "P9"
    for scope in ("pause", "resume", "leave"):
        said = _said(story, wk, scope=scope, **NONE)
        yield f"{scope}-wk", said, "signer-not-allowed", f"{scope} by a message's key", "P9"
        said = _said(story, seed(ONE), scope=scope, **NONE)
        yield f"{scope}-mediator", said, "signer-not-allowed", f"{scope} by a mediator", "P9"
    said = _said(story, AUTHOR, scope="leave", participant=ident("reader"), **NONE)
    yield "leave-other", said, "signer-not-allowed", "one person leaves for another", "P9"
    revoked = Story(changes=Changes(directory=mediator_status(ONE, "revoked")))
    yield (
        "mediator-revoked",
        {
            **revoked.message_input(),
            "certificate": to_envelope(revoked.author_certificate),
            **_said(revoked, seed(ONE)),
        },
        "revoked",
        "by a mediator who was revoked",
        "P9",
    )
    yield "case", _said(story, wk, case=ident("x")), "wrong-context", "in another case", "P5"
    yield "programme", _said(story, wk, programme=ident("x")), "wrong-context", "elsewhere", "P5"
    yield "message", _said(story, wk, message=ident("x")), "wrong-context", "another message", "P5"
    yield "manifest", _said(story, wk, manifest=OTHER_HASH), "wrong-context", "another manifest", "P5"
    yield "person", _said(story, wk, participant=ident("reader")), "wrong-context", "not the author's", "P9"
    yield "unknown", {"manifest": None}, "wrong-context", "of a message that is not known", "P9"
    flip = to_envelope(withdrawal_of(story, wk))
    flip |= {"sig": flipped(flip["sig"])}
    yield "flip", {"statement": flip}, "signature-wrong", "the signature changed", "P9"
    body = withdrawal_of(story, wk).body
    half = body.replace(f'"{story.manifest_hash}"'.encode(), b"null")
    yield "half", _signed(half, wk), "wrong-shape", "a message without its manifest", "P23"
    all_of = body.replace(b'"scope":"message"', b'"scope":"leave"')
    yield "leave-message", _signed(all_of, wk), "wrong-shape", "leave, naming a message", "P23"


def _signed(body: bytes, own: bytes) -> dict[str, Any]:
    return {"statement": to_envelope(sign(own, "withdrawal", body=body))}


def _record() -> Record:
    return Record(
        programme=PROGRAMME,
        case=CASE,
        record=ident("record"),
        type="gate",
        clear=GateClear(gate="no-contact", side="harmed", shut=True, until="2027-01-01"),
        box=OTHER_HASH,
        wraps=(),
        day=DAY,
    )


def _add_records(maker: Maker) -> None:
    key = seed("record key")
    box = seal_record(key, b"Preuve.", record=_record(), salt=seed("record salt"))
    subject = unb64u(record_box_hash(box))
    wrapped = KEPT.get(seed(f"kem/{ONE}"), key, purpose="record", subject=subject)
    record = replace(
        _record(),
        box=record_box_hash(box),
        wraps=(RecordWrap(recipient=named(ONE), wrap=b64u(sha256(wrapped))),),
    )
    story = a_story()
    given = {
        **story.trust_input(),
        "certificate": None,
        "participant": ident("author"),
        "record": to_envelope(sign(seed(ONE), "record", body=build_record(record))),
        "box": b64u(box),
        "wraps": [b64u(wrapped)],
    }
    maker.share("record", given)
    for name, fields, expect, note, claim in _records(record, given):
        maker.add(
            f"record/{name}",
            "verify-record",
            {**given, **fields},
            expect=expect,
            note=note,
            claim=claim,
            base="record",
        )
    opened: dict[str, Any] = {"record": given["record"], "box": b64u(box), "key": b64u(key)}
    moved = to_envelope(sign(seed(ONE), "record", body=build_record(replace(record, record=ident("x")))))
    for name, fields, expect, note in (
        ("open", {}, "ok", "the sealed evidence"),
        ("open-key", {"key": b64u(seed("x"))}, "commitment-wrong", "another key"),
        ("open-moved", {"record": moved}, "commitment-wrong", "the box of another record"),
        ("open-flip", {"box": flipped(opened["box"], 66)}, "seal-broken", "one bit of the box"),
    ):
        maker.add(f"record/{name}", "open-record", {**opened, **fields}, expect=expect, note=note, claim="P5")


def _records(record: Record, given: dict[str, Any]) -> Iterator[Row]:
    def by(signer: bytes, changed: Record = record, kind: str = "record") -> dict[str, Any]:
        return {"record": to_envelope(sign(signer, kind, body=build_record(changed)))}

    certificate = {"certificate": to_envelope(a_story().author_certificate)}
    yield "verify", {}, "ok", "a gate, by a mediator", "P5"
    yield "participant", {**by(AUTHOR), **certificate}, "ok", "by a participant", "P5"
    intake = replace(record, type="intake", clear=IntakeClear())
    yield "intake", by(seed(ONE), intake), "ok", "an intake shows nothing", "P1"
    yield "case", by(seed(ONE), replace(record, case=ident("x"))), "wrong-context", "another case", "P5"
    elsewhere = replace(record, programme=ident("x"))
    yield "programme", by(seed(ONE), elsewhere), "wrong-context", "another programme", "P5"
    yield "stranger", by(seed("x")), "signer-not-allowed", "by a stranger", "P7"
    yield "manager", by(seed("manager one")), "signer-not-allowed", "by a manager", "P7"
    yield "uncertified", by(AUTHOR), "signer-not-allowed", "by a person without a certificate", "P7"
    yield "other-person", {**by(READER), **certificate}, "signature-wrong", "by another person", "P7"
    yield "kind", by(seed(ONE), kind="approval"), "signature-wrong", "signed as another kind", "P5"
    yield "box", {"box": flipped(given["box"], 80)}, "seal-broken", "another box", "P5"
    yield "wrap", {"wraps": [flipped(given["wraps"][0])]}, "wrap-broken", "another wrap", "P5"
    yield "wrap-missing", {"wraps": []}, "wrap-broken", "a wrap is missing", "P5"
    yield "wrap-more", {"wraps": given["wraps"] * 2}, "wrap-broken", "a wrap too many", "P5"
    body = build_record(record)
    for name, old, new, note in (
        ("side", b'"side":"harmed"', b'"side":"victim"', "an unknown side"),
        ("type", b'"type":"gate"', b'"type":"intake"', "an intake with clear fields"),
        ("shut", b'"shut":true', b'"shut":1', "1 is not true"),
        ("gate", b'"gate":"no-contact"', b'"gate":"No Contact"', "capitals in a gate's name"),
    ):
        signed = sign(seed(ONE), "record", body=body.replace(old, new))
        yield f"shape-{name}", {"record": to_envelope(signed)}, "wrong-shape", note, "P23"


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
