# SPDX-License-Identifier: EUPL-1.2
"""Family intake: the key for everybody, what is asked, whose case it is; and what managers sign."""

import json
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from relay.crypto.box import seal_box
from relay.crypto.canonical import encode
from relay.crypto.derive import SUITE
from relay.crypto.encoding import b64u
from relay.crypto.keys import kem_public_key
from relay.crypto.padding import LENGTH_BYTES
from relay.crypto.passphrase import LEAST_MEMORY_KIB, PASSES, key_encryption_key, stretch_words
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.directory import Mediator, vouch
from relay.protocol.intake import intake_context, seal_intake
from relay.protocol.intake_key import (
    SIZES,
    Assignment,
    IntakeKey,
    build_assignment,
    build_intake_key,
    intake_subject,
)
from relay.protocol.intake_words import seal_sheet, sheet_context, sheet_subject
from relay.protocol.root import Manager
from relay.protocol.vouching import Vouching, build_vouching
from relay.station.key_file import KeyFile
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import a_story
from tests.vectors.world import (
    CASE,
    DAY,
    FINGERPRINT,
    KEPT,
    MANAGERS,
    PROGRAMME,
    changed,
    hash_of,
    ident,
    named,
    public,
    seed,
)

KEM: Final = b64u(kem_public_key(seed("kem/intake")))
INTAKE: Final = ident("intake")
OTHER: Final = b64u(bytes(32))
WORDS: Final = "abacus abdomen abide ablaze able abnormal"
BOX: Final = seal_intake(
    seed("intake key"), b"{}", context=intake_context(PROGRAMME, INTAKE), salt=seed("intake salt")
)
ASKING: Final[dict[str, Any]] = {
    "who": "victim",
    "language": "fr",
    "name": "Camille",
    "reach": "613-555-0100",
    "hours": "",
    "words": "J'aimerais poser une question.",
    "needs": "",
    "institution": "",
    "person": "",
    "federal": None,
    "responsibility": "",
}
STAFF: Final = ASKING | {
    "who": "staff",
    "federal": True,
    "institution": "Mill Haven",
    "responsibility": "Oui.",
}
SHEET: Final[dict[str, Any]] = {"checks": [{"item": "Two years or more", "answer": "yes"}], "words": ""}


def add_cases(maker: Maker) -> None:
    """Add the cases."""
    trust = {
        "root": to_envelope(a_story().root),
        "fingerprint": FINGERPRINT,
        "seen_epoch": 0,
        "today": DAY,
    }
    maker.add_all("intake", "verify-intake-key", {**trust, **_key()}, _keys(), base=None)
    maker.add_all("directory", "verify-vouching", {**trust, **_vouched()}, _vouchings(), base=None)
    given = {**trust, "case": CASE, "intake": INTAKE, "box": b64u(BOX), **_assigned()}
    maker.add_all("intake", "verify-assignment", given, _assignments(), base=None)
    maker.add_all("intake", "parse-asking", {"padded": _padded(ASKING)}, _askings(), base=None)
    maker.add_all("intake", "parse-sheet", {"padded": _padded(SHEET)}, _sheets(), base=None)
    _add_sheet_boxes(maker)
    _add_known(maker)
    _add_key_files(maker)


def _key(*, signer: str = "manager one", **facts: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "programme": PROGRAMME,
        "root": hash_of("root", a_story().root),
        "directory": hash_of("directory", a_story().directory),
        "intake": KEM,
        "valid_until": "2026-12-15",
    }
    body = build_intake_key(IntakeKey(**(made | facts)))
    return {"statement": to_envelope(sign(seed(signer), "intake-key", body=body))}


def _keys() -> Iterator[Row]:
    good = _key()["statement"]
    yield "key", {}, "ok", "the programme's intake key", "P1"
    yield "key-last-day", {"today": "2026-12-15"}, "ok", "on its last day", "P1"
    yield "key-late", {"today": "2026-12-16"}, "expired", "a day past its last", "P1"
    yield "key-programme", _key(programme=ident("x")), "wrong-context", "another programme's", "P1"
    yield "key-root", _key(root=OTHER), "root-wrong", "under another root statement", "P1"
    yield "key-mediator", _key(signer="mediator one"), "signer-not-allowed", "signed by a mediator", "P1"
    yield "key-itself", _key(signer="root"), "signer-not-allowed", "signed by the root", "P1"
    flip = {"statement": {**good, "sig": flipped(good["sig"])}}
    yield "key-signature", flip, "signature-wrong", "one bit of the signature", "P1"
    yield "key-kind", {"statement": _assigned()["statement"]}, "unknown-suite", "an assignment", "P1"
    root = a_story(root=changed(managers=_managers_without("manager one"))).root
    late = {"root": to_envelope(root), **_key(root=hash_of("root", root))}
    yield "key-revoked", late, "revoked", "signed by a revoked manager", "P1"


def _managers_without(name: str) -> tuple[Manager, ...]:
    listed = sorted(b64u(public(one)) for one in MANAGERS)
    revoked = b64u(public(name))
    return tuple(Manager(key=key, status="revoked" if key == revoked else "active") for key in listed)


def _assigned(*, signer: str = "manager one", **facts: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": CASE,
        "intake": INTAKE,
        "box": b64u(intake_subject(BOX)),
        "day": DAY,
    }
    body = build_assignment(Assignment(**(made | facts)))
    return {"statement": to_envelope(sign(seed(signer), "assignment", body=body))}


def _assignments() -> Iterator[Row]:
    good = _assigned()["statement"]
    yield "assigned", {}, "ok", "a request of this case", "P1"
    yield "assigned-programme", _assigned(programme=ident("x")), "wrong-context", "another programme's", "P1"
    yield "assigned-case", _assigned(case=ident("x")), "wrong-context", "another case's", "P1"
    yield "assigned-intake", _assigned(intake=ident("x")), "wrong-context", "another request's", "P1"
    yield "assigned-box", _assigned(box=OTHER), "seal-broken", "over another box", "P1"
    yield "assigned-shown", {"box": flipped(b64u(BOX), 70)}, "seal-broken", "shown with another box", "P1"
    mediator = _assigned(signer="mediator one")
    yield "assigned-mediator", mediator, "signer-not-allowed", "signed by a mediator", "P1"
    flip = {"statement": {**good, "sig": flipped(good["sig"])}}
    yield "assigned-signature", flip, "signature-wrong", "one bit of the signature", "P1"


def _vouched(*, signer: str = "manager one", outer: str | None = None, **facts: Any) -> dict[str, Any]:
    mediator = Mediator(
        programme=facts.get("programme", PROGRAMME),
        mediator=b64u(public("mediator one")),
        kem=KEM,
    )
    made: dict[str, Any] = {
        "programme": mediator.programme,
        "mediator": mediator.mediator,
        "kem": mediator.kem,
        "sig": vouch(seed(signer), mediator).sig,
        "day": DAY,
    }
    body = build_vouching(Vouching(**(made | facts)))
    return {"statement": to_envelope(sign(seed(outer or signer), "vouching", body=body))}


def _vouchings() -> Iterator[Row]:
    good = _vouched()["statement"]
    yield "vouched", {}, "ok", "a manager signs first", "P2"
    yield "vouched-root", _vouched(signer="root"), "ok", "the root signs", "P2"
    yield "vouched-last-day", {"today": "2026-12-06"}, "ok", "14 days later", "P2"
    yield "vouched-late", {"today": "2026-12-07"}, "expired", "15 days later", "P2"
    yield "vouched-ahead", {"today": "2026-11-20"}, "expired", "of a day to come", "P2"
    yield "vouched-programme", _vouched(programme=ident("x")), "wrong-context", "another programme's", "P2"
    yield "vouched-mediator", _vouched(signer="mediator one"), "signer-not-allowed", "by a mediator", "P2"
    flip = {"statement": {**good, "sig": flipped(good["sig"])}}
    yield "vouched-signature", flip, "signature-wrong", "one bit of the signature", "P2"
    other = _vouched(signer="manager two", outer="manager one")
    yield "vouched-inside", other, "signature-wrong", "around another's voucher", "P2"
    exchanged = _vouched(kem=b64u(kem_public_key(seed("kem/other"))))
    yield "vouched-kem", exchanged, "signature-wrong", "over another key than the voucher", "P2"
    yield "vouched-kind", {"statement": _assigned()["statement"]}, "unknown-suite", "an assignment", "P2"
    root = a_story(root=changed(managers=_managers_without("manager one"))).root
    yield "vouched-revoked", {"root": to_envelope(root)}, "revoked", "by a revoked manager", "P2"


def _padded(fields: dict[str, Any], size: int | None = None, *, fill: bytes = b"\x00") -> str:
    content = encode(fields)
    framed = len(content).to_bytes(LENGTH_BYTES, "big") + content
    whole = size or next(one for one in SIZES if len(framed) <= one)
    return b64u(framed.ljust(whole, fill))


def _askings() -> Iterator[Row]:
    def asking(**facts: Any) -> dict[str, Any]:
        return {"padded": _padded(ASKING | facts)}

    yield "asking", {}, "ok", "somebody who was harmed asks", "P1"
    yield "asking-staff", {"padded": _padded(STAFF)}, "ok", "staff ask for somebody", "P1"
    yield "asking-size", {"padded": _padded(ASKING, 16_384)}, "size-wrong", "padded too far", "P1"
    yield "asking-bare", {"padded": b64u(encode(ASKING))}, "size-wrong", "not padded", "P1"
    yield "asking-fill", {"padded": _padded(ASKING, fill=b"\x01")}, "size-wrong", "not with zeros", "P1"
    yield "asking-reach", asking(reach=""), "wrong-shape", "nowhere to reach them", "P1"
    yield "asking-who", asking(who="offender"), "wrong-shape", "nobody of the list", "P1"
    yield "asking-federal", asking(federal=True), "wrong-shape", "a sentence of who is not staff", "P1"
    yield (
        "asking-unsaid",
        {"padded": _padded(STAFF | {"federal": None})},
        "wrong-shape",
        "staff say none",
        "P1",
    )
    yield "asking-place", asking(institution="x"), "wrong-shape", "an institution of who is not staff", "P1"
    yield "asking-more", asking(more=""), "wrong-shape", "a field too many", "P1"
    yield "asking-long", asking(name="a" * 2_001), "wrong-shape", "a name of 2,001 bytes", "P1"
    yield "asking-hidden", asking(words="a\u200bb"), "hidden-text", "a space that nobody sees", "P1"
    yield "asking-spaces", asking(needs="a  b"), "not-normal", "two spaces", "P1"


def _sheets() -> Iterator[Row]:
    def sheet(**facts: Any) -> dict[str, Any]:
        return {"padded": _padded(SHEET | facts)}

    check = SHEET["checks"][0]
    yield "sheet", {}, "ok", "a screening sheet", "P1"
    yield "sheet-answer", sheet(checks=[check | {"answer": "maybe"}]), "wrong-shape", "no such answer", "P1"
    yield "sheet-many", sheet(checks=[check] * 33), "wrong-shape", "33 lines", "P1"
    yield "sheet-hidden", sheet(checks=[check | {"item": "a\u202eb"}]), "hidden-text", "turned around", "P1"
    yield "sheet-fields", sheet(score=3), "wrong-shape", "nothing here scores anybody", "P1"


def _add_sheet_boxes(maker: Maker) -> None:
    key, context = seed("sheet key"), sheet_context(PROGRAMME, INTAKE)
    box = seal_sheet(key, b"{}", context=context, salt=seed("sheet salt"))
    wrap = KEPT.get(seed("kem/intake"), key, purpose="intake", subject=sheet_subject(box))
    as_intake = KEPT.get(seed("kem/intake"), key, purpose="intake", subject=intake_subject(box))
    given = {
        "seed": b64u(seed("kem/intake")),
        "box": b64u(box),
        "wrap": b64u(wrap),
        "programme": PROGRAMME,
        "intake": INTAKE,
    }
    rows: tuple[Row, ...] = (
        ("sheet-open", {}, "ok", "a sealed screening sheet", "P1"),
        ("sheet-wrap", {"wrap": b64u(as_intake)}, "wrap-broken", "a request's wrap", "P1"),
        ("sheet-of", {"intake": ident("x")}, "commitment-wrong", "another request's sheet", "P1"),
        ("sheet-flip", {"box": flipped(b64u(box), 70)}, "wrap-broken", "one bit of the box", "P1"),
        ("sheet-seed", {"seed": b64u(seed("x"))}, "wrap-broken", "somebody else", "P1"),
    )
    maker.add_all("intake", "open-sheet", given, rows, base=None)


def _add_known(maker: Maker) -> None:
    story = a_story(directory=changed(intake=KEM))
    given: dict[str, Any] = {
        "root": to_envelope(story.root),
        "directory": to_envelope(story.directory),
        "seed": b64u(seed("manager one")),
        "day": DAY,
        "valid_until": "2026-12-22",
    }
    newcomer = {"key": b64u(public("newcomer")), "kem": b64u(kem_public_key(seed("kem/newcomer")))}
    changes: dict[str, dict[str, Any]] = {
        "none": {},
        "mediator": {**newcomer, "second": b64u(seed("manager two"))},
        "without-mediator": {"key_id": named("mediator one")},
        "interpreter": newcomer,
        "policy": {"policy": to_envelope(_policy(story.policy))},
    }
    for change, facts in changes.items():
        note = f"the next directory, change: {change}"
        full = given | facts | {"change": change}
        maker.add(f"known/directory-{change}", "next-directory", full, expect="ok", note=note)
    policy = {
        "policy": to_envelope(story.policy),
        "seed": b64u(seed("manager one")),
        "certificate": OTHER,
        "epoch": 2,
    }
    for name, participant in (("again", ident("author")), ("new", ident("newcomer"))):
        full = policy | {"participant": participant, "side": "responsible"}
        note = f"the next policy, somebody {name}"
        maker.add(f"known/policy-{name}", "next-policy", full, expect="ok", note=note)
    maker.add("known/receipt", "receipt-number", {"intake": INTAKE}, expect="ok", note="a receipt number")


def _policy(standing: Statement) -> Statement:
    fields = json.loads(standing.body) | {"version": 4, "previous": hash_of("policy", standing)}
    return sign(seed("manager one"), "policy", body=encode(fields))


def _add_key_files(maker: Maker) -> None:
    keys: dict[str, Any] = {
        "type": "manager",
        "fingerprint": FINGERPRINT,
        "seed": b64u(seed("manager one")),
        "account": "A0000000",
        "code": "0" * 28,
        "intake": b64u(seed("kem/intake")),
        "tickets": [],
    }
    given = {"content": _sealed_file(json.dumps(keys).encode()), "words": WORDS}
    maker.add("known/key-file", "open-key-file", given, expect="ok", note="a manager's key file")
    facts: dict[str, Any] = {**keys, "tickets": ()}
    today = msgspec.json.encode(KeyFile(**facts))
    given = {"content": _sealed_file(today), "words": WORDS}
    maker.add(
        "known/key-file-of-today", "open-key-file", given, expect="ok", note="with every field of today"
    )


def _sealed_file(content: bytes) -> str:
    salt = seed("key file")[:16]
    stretched = stretch_words(WORDS, salt, passes=PASSES, memory_kib=LEAST_MEMORY_KIB)
    box = seal_box(
        key_encryption_key(stretched),
        content,
        label="key-file",
        context=encode({"suite": SUITE, "type": "manager"}),
        salt=seed("key file salt"),
    )
    sealed = {
        "type": "manager",
        "salt": b64u(salt),
        "passes": PASSES,
        "memory_kib": LEAST_MEMORY_KIB,
        "box": b64u(box),
    }
    return json.dumps(sealed)
