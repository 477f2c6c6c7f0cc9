# SPDX-License-Identifier: EUPL-1.2
"""Family record: casework's sealed records, in versions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import identity_seed
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.record import (
    AwayClear,
    Clear,
    EscalationClear,
    ExposureClear,
    GateClear,
    GoneClear,
    OpenClear,
    PaceClear,
    PaperClear,
    RecordWrap,
    TaskClear,
    build_record,
    derived_id,
    record_box_hash,
    seal_record,
)
from relay.protocol.record import Record as SealedRecord
from tests.vectors.cases_approval import OTHER_HASH, mediator_status, unassigned
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    CASE,
    DAY,
    KEPT,
    MEDIATORS,
    MESSAGE,
    PROGRAMME,
    hash_of,
    ident,
    ident_of,
    master,
    named,
    seed,
)

ONE, TWO = MEDIATORS
AUTHOR: Final = identity_seed(master("author"))
READER: Final = identity_seed(master("reader"))
RECORD_KEY: Final = seed("record key")
BOX_WORDS: Final = '{"words":"Ordonnance du tribunal, levée."}'.encode()
GATE: Final = GateClear(gate="no-contact", participant=ident("reader"), shut=True, until="2027-01-01")
CLEARS: Final[dict[str, Clear]] = {
    "gate": GATE,
    "pace": PaceClear(side="responsible", most=1, days=30),
    "need": GoneClear(gone=False),
    "task": TaskClear(task="call", participant=ident("reader"), due="2026-12-01", done=False),
    "note": GoneClear(gone=False),
    "names": GoneClear(gone=False),
    "meeting": GoneClear(gone=True),
    "repair": GoneClear(gone=False),
    "paper": PaperClear(message=MESSAGE),
    "escalation": EscalationClear(message=None, rule="cfsa-12"),
    "recusal": OpenClear(open=True),
    "closing": OpenClear(open=True),
    "away": AwayClear(from_="2026-12-20", until="2027-01-04"),
    "exposure": ExposureClear(),
}


def add_cases(maker: Maker) -> None:
    """Add the family."""
    _add_records(maker)


def a_record(kind: str = "gate", *, clear: Clear | None = None, mediator: str = ONE) -> SealedRecord:
    """Return a first version, not yet sealed, under the id that it must have."""
    shown = clear or CLEARS[kind]
    must = derived_id(kind, CASE, clear=shown, mediator=ident_of(mediator))
    return SealedRecord(
        programme=PROGRAMME,
        case=CASE,
        record=must or ident(kind),
        version=1,
        previous=None,
        type=kind,
        clear=shown,
        box=OTHER_HASH,
        wraps=(RecordWrap(recipient=named(ONE), wrap=OTHER_HASH),),
        day=DAY,
    )


def _sealed(record: SealedRecord) -> tuple[SealedRecord, bytes, bytes]:
    """Return the record with its box and wraps named, the box, and the first mediator's wrap."""
    box = seal_record(RECORD_KEY, BOX_WORDS, record=record, salt=seed("record salt"))
    subject = unb64u(record_box_hash(box))
    wraps = {
        named(name): KEPT.get(seed(f"kem/{name}"), RECORD_KEY, purpose="record", subject=subject)
        for name in MEDIATORS
    }
    clear_wraps = tuple(
        RecordWrap(recipient=recipient, wrap=b64u(sha256(wrap))) for recipient, wrap in sorted(wraps.items())
    )
    return replace(record, box=record_box_hash(box), wraps=clear_wraps), box, wraps[named(ONE)]


def _signed(record: SealedRecord, signer: bytes = seed(ONE), kind: str = "record") -> dict[str, Any]:
    return {"record": to_envelope(sign(signer, kind, body=build_record(record)))}


def _add_records(maker: Maker) -> None:
    record, box, wrap = _sealed(a_record())
    given = {
        **a_story().trust_input(),
        **_signed(record),
        "certificate": None,
        "participant": ident("author"),
        "box": b64u(box),
        "recipient": named(ONE),
        "wrap": b64u(wrap),
        "seen_record": None,
    }
    maker.share("record", given)
    maker.add_all("known", "verify-record", given, _kinds(box), base="record")
    for rows in (
        _ids(box),
        _by_whom(record, box),
        _about(record),
        _sealing(given),
        _versions(record),
        _shapes(record),
    ):
        maker.add_all("record", "verify-record", given, rows, base="record")
    opened: dict[str, Any] = {**_signed(record), "box": b64u(box), "key": b64u(RECORD_KEY)}
    later = replace(record, version=2, previous=hash_of("record", _statement(record)))
    for name, fields, expect, note in (
        ("open", {}, "ok", "the sealed evidence"),
        ("open-key", {"key": b64u(seed("x"))}, "commitment-wrong", "another key"),
        ("open-moved", _signed(replace(record, record=ident("x"))), "commitment-wrong", "of another record"),
        ("open-version", _signed(later), "commitment-wrong", "the box of another version"),
        ("open-flip", {"box": flipped(opened["box"], 66)}, "seal-broken", "one bit of the box"),
    ):
        maker.add(f"record/{name}", "open-record", {**opened, **fields}, expect=expect, note=note, claim="P5")


def _statement(record: SealedRecord) -> Statement:
    return sign(seed(ONE), "record", body=build_record(record))


def _as_is(record: SealedRecord, box: bytes) -> SealedRecord:
    """Return a record that names this box and one wrap that is not the reader's."""
    return replace(record, box=record_box_hash(box))


def _kinds(box: bytes) -> Iterator[Row]:
    """Yield one of each type, each under the id that it must have."""
    certificate = {"certificate": to_envelope(a_story().author_certificate)}
    for kind in CLEARS:
        if kind == "gate":
            continue
        by_person = kind == "need"
        fields = {
            **_signed(_as_is(a_record(kind), box), AUTHOR if by_person else seed(ONE)),
            **(certificate if by_person else {}),
            "wrap": None,
        }
        yield f"record-{kind}", fields, "ok", f"{kind}, and no wrap is the reader's", "P7"
    removed = Story(changes=Changes(policy=unassigned(ONE)))
    yield "record-handed-over", removed.trust_input(), "ok", "by a mediator whose case it was", "P19"
    retired = Story(changes=Changes(directory=mediator_status(ONE, "retired", 5)))
    yield "record-retired", retired.trust_input(), "ok", "by a mediator who has retired", "P19"


def _ids(box: bytes) -> Iterator[Row]:
    yield "gate", {}, "ok", "a gate, by a mediator", "P7"
    for kind in ("gate", "pace", "names", "recusal", "closing", "away", "exposure"):
        moved = _signed(_as_is(replace(a_record(kind), record=ident("x")), box))
        yield f"{kind}-id", {**moved, "wrap": None}, "wrong-context", f"a second history of one {kind}", "P7"
    own = _signed(_as_is(a_record("exposure", mediator=TWO), box))
    yield "exposure-other", {**own, "wrap": None}, "wrong-context", "under another mediator's id", "P7"


def _by_whom(record: SealedRecord, box: bytes) -> Iterator[Row]:
    certificate = {"certificate": to_envelope(a_story().author_certificate), "wrap": None}
    need = _as_is(a_record("need"), box)
    yield "stranger", _signed(record, seed("x")), "signer-not-allowed", "by a stranger", "P7"
    yield "manager", _signed(record, seed("manager one")), "signer-not-allowed", "by a manager", "P7"
    yield (
        "participant",
        {**_signed(record, AUTHOR), **certificate},
        "signer-not-allowed",
        "a gate by a person",
        "P7",
    )
    yield (
        "need-mediator",
        {**_signed(need), **certificate},
        "signer-not-allowed",
        "a need by a mediator",
        "P7",
    )
    yield "need-uncertified", {**_signed(need, AUTHOR), "wrap": None}, "signer-not-allowed", "by nobody", "P7"
    yield (
        "need-other",
        {**_signed(need, READER), **certificate},
        "signer-not-allowed",
        "a need in another person's name",
        "P7",
    )
    revoked = Story(changes=Changes(directory=mediator_status(ONE, "revoked")))
    yield "revoked", revoked.trust_input(), "revoked", "by a mediator who was revoked", "P17"
    yield "kind", _signed(record, kind="approval"), "signature-wrong", "signed as another kind", "P5"
    flip = _signed(record)["record"]
    flip |= {"sig": flipped(flip["sig"])}
    yield "flip", {"record": flip}, "signature-wrong", "the signature changed", "P7"


def _about(record: SealedRecord) -> Iterator[Row]:
    yield "case", _signed(replace(record, case=ident("x"))), "wrong-context", "another case", "P5"
    yield "programme", _signed(replace(record, programme=ident("x"))), "wrong-context", "elsewhere", "P5"


def _sealing(given: dict[str, Any]) -> Iterator[Row]:
    yield "box", {"box": flipped(given["box"], 80)}, "seal-broken", "another box", "P5"
    yield "wrap", {"wrap": flipped(given["wrap"])}, "wrap-broken", "another wrap", "P5"
    yield "wrap-other", {"recipient": named(TWO)}, "wrap-broken", "the other mediator's wrap", "P5"
    yield "wrap-nobody", {"recipient": named("x")}, "wrap-broken", "for one whom it is not for", "P5"
    yield "wrap-none", {"wrap": None}, "ok", "the reader holds no wrap", "P5"


def _versions(record: SealedRecord) -> Iterator[Row]:
    def second(**fields: Any) -> SealedRecord:
        return replace(record, version=2, previous=hash_of("record", _statement(record)), **fields)

    later = second()
    seen = {"version": 2, "hash": hash_of("record", _statement(later))}
    yield "later", {**_signed(later), "seen_record": seen}, "ok", "the version that was seen", "P7"
    yield "rollback", {"seen_record": seen}, "rollback", "an older version than one seen", "P7"
    other = second(day="2026-11-23")
    yield "fork", {**_signed(other), "seen_record": seen}, "fork", "two second versions", "P7"


def _shapes(record: SealedRecord) -> Iterator[Row]:
    body = build_record(record)
    for name, old, new, note in (
        ("type", b'"type":"gate"', b'"type":"pace"', "the clear fields of another type"),
        ("unknown", b'"type":"gate"', b'"type":"score"', "a type that is not known"),
        ("shut", b'"shut":true', b'"shut":1', "1 is not true"),
        ("gate", b'"gate":"no-contact"', b'"gate":"remorse"', "a gate that is not known"),
        ("assessment", b'"gate":"no-contact"', b'"gate":"assessment"', ""),
        ("version", b'"version":1', b'"version":2', "a second version without a predecessor"),
        ("zero", b'"version":1', b'"version":0', "versions begin with 1"),
        ("day", b'"until":"2027-01-01"', b'"until":"2027-02-29"', "no such day"),
    ):
        changed = body.replace(old, new)
        if name == "assessment":
            changed = changed.replace(b'"until":"2027-01-01"', b'"until":null')
        said = note or "an assessment that is never due again"
        yield (
            f"shape-{name}",
            {"record": to_envelope(sign(seed(ONE), "record", body=changed))},
            "wrong-shape",
            said,
            "P23",
        )
    whole = body.decode()
    wraps = whole[whole.index('"wraps":[') :]
    bare = whole.replace(wraps, '"wraps":[]}').encode()
    unread = {"record": to_envelope(sign(seed(ONE), "record", body=bare))}
    yield "shape-wraps", unread, "wrong-shape", "for nobody", "P23"
    away = build_record(a_record("away")).replace(b'"until":"2027-01-04"', b'"until":"2026-12-19"')
    early = {"record": to_envelope(sign(seed(ONE), "record", body=away))}
    yield "shape-away", early, "wrong-shape", "back before going away", "P23"
    pace = build_record(a_record("pace"))
    for name, old, new, note in (
        ("pace-none", b'"most":1', b'"most":0', "a pace of nothing"),
        ("pace-days", b'"days":30', b'"days":367', "a pace over more than a year"),
        ("pace-side", b'"side":"responsible"', b'"side":"victim"', "a side that is not known"),
    ):
        said = {"record": to_envelope(sign(seed(ONE), "record", body=pace.replace(old, new)))}
        yield f"shape-{name}", said, "wrong-shape", note, "P23"
