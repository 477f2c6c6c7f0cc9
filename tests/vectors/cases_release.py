# SPDX-License-Identifier: EUPL-1.2
"""Family release: the addressee's whole check, closed on any failure."""

from collections.abc import Iterator
from typing import Any

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import identity_seed, kem_seed, withdraw_seed
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.release import wrap_hash
from relay.protocol.withdrawal import Withdrawal, build_withdrawal
from tests.vectors.cases_approval import OTHER_HASH, decision_by, mediator_status, offer_by
from tests.vectors.maker import Maker, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import DAY, KEPT, MEDIATORS, PROGRAMME, changed, hash_of, ident, master, seed

ONE, TWO = MEDIATORS
Row = tuple[str, dict[str, Any], str, str, str]


def add_cases(maker: Maker) -> None:
    """Add the family."""
    given = a_story().release_input()
    maker.share("release-letter", given)
    for rows in (_trust(given), _message(given), _gates(given), _releases(), _withdrawals(given)):
        for name, fields, expect, note, claim in rows:
            maker.add(
                f"release/{name}",
                "verify-release",
                given | fields,
                expect=expect,
                note=note,
                claim=claim,
                base="release-letter",
            )
    for name, fields, expect, note, claim in _openings(given):
        maker.add(
            f"release/{name}",
            "open-released",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="release-letter",
        )


def told(**changes: Any) -> dict[str, Any]:
    """Return the whole story with one thing changed before signing."""
    return Story(changes=Changes(**changes)).release_input()


def _trust(given: dict[str, Any]) -> Iterator[Row]:
    me = given["me"]
    yield "verify", {}, "ok", "everything in order", "P2"
    yield "grace", {"today": "2027-01-14"}, "ok", "thirty days past the directory's date", "P17"
    yield "fingerprint", {"fingerprint": OTHER_HASH}, "root-wrong", "another root is pinned", "P16"
    yield "root-old", {"seen_epoch": 3}, "rollback", "an older root than seen", "P17"
    seen = {"epoch": 6, "hash": OTHER_HASH}
    yield "directory-old", {"seen_directory": seen}, "rollback", "an older directory than seen", "P17"
    seen = {"epoch": 5, "hash": OTHER_HASH}
    yield "directory-fork", {"seen_directory": seen}, "fork", "another directory of the epoch", "P17"
    yield "directory-expired", {"today": "2027-01-15"}, "expired", "31 days past the date", "P17"
    seen = {"version": 4, "hash": OTHER_HASH}
    yield "policy-old", {"seen_policy": seen}, "rollback", "an older policy than seen", "P17"
    lowered = Story(changes=Changes(policy=changed(quorum=1))).trust_input()["policy"]
    yield "quorum-lowered", {"policy": lowered}, "policy-mismatch", "a policy with a lower quorum", "P2"
    yield "other-case", {"case": ident("x")}, "wrong-context", "the client opened another case", "P5"
    own = {"me": me | {"certificate": OTHER_HASH}}
    yield "own-certificate", own, "own-entry-wrong", "the policy lists another certificate of mine", "P16"
    yield "own-epoch", {"me": me | {"epoch": 2}}, "own-entry-wrong", "of another epoch", "P16"
    own = {"me": me | {"participant": ident("x")}}
    yield "not-in-case", own, "own-entry-wrong", "I am not in the case", "P16"


def _message(given: dict[str, Any]) -> Iterator[Row]:
    yield (
        "manifest-second",
        {"seen_manifest": OTHER_HASH},
        "fork",
        "a second manifest for the message",
        "P3",
    )
    yield (
        "manifest-other",
        {"manifest": to_envelope(Story(message=ident("other")).sealed.manifest)},
        "not-approved",
        "another manifest, with the approvals of the first",
        "P4",
    )
    yield (
        "manifest-flip",
        {"manifest": given["manifest"] | {"sig": flipped(given["manifest"]["sig"])}},
        "signature-wrong",
        "the manifest's signature changed",
        "P7",
    )
    yield (
        "not-addressed",
        told(outline=changed(addressees=(ident("x"),))),
        "not-addressed",
        "for somebody else",
        "P2",
    )


def _gates(given: dict[str, Any]) -> Iterator[Row]:
    story = a_story()
    first, second = given["approvals"]
    decided = to_envelope(decision_by(story, TWO))
    offered = to_envelope(offer_by(story, TWO))
    yield "approval-missing", {"approvals": [first]}, "not-approved", "one approval of two", "P2"
    yield "approvals-none", {"approvals": []}, "not-approved", "no approval", "P2"
    yield "approval-twice", {"approvals": [first, first]}, "not-approved", "one approval twice", "P4"
    yield "decision", {"approvals": [first, decided]}, "not-approved", "a decision as an approval", "P4"
    yield "offer", {"approvals": [first, offered]}, "not-approved", "an offer as an approval", "P4"
    broken = second | {"sig": flipped(second["sig"])}
    yield "approval-flip", {"approvals": [first, broken]}, "not-approved", "one does not verify", "P2"
    revoked = told(directory=mediator_status(ONE, "revoked"))
    yield "approval-revoked", revoked, "not-approved", "one mediator was revoked since", "P17"
    yield "readiness-missing", {"readiness": []}, "not-ready", "no answer of mine", "P2"
    forged = to_envelope(sign(seed(ONE), "readiness", body=story.readiness.body))
    yield "readiness-forged", {"readiness": [forged]}, "not-ready", "an answer by a mediator", "P2"
    for answer in ("not-now", "never", "keep"):
        later = to_envelope(story.readiness_of(answer, number=5))
        yield (
            f"readiness-{answer}",
            {"readiness": [given["readiness"][0], later]},
            "not-ready",
            f"ready once, but {answer} since",
            "P2",
        )
    earlier = to_envelope(story.readiness_of("not-now", number=3))
    yield (
        "readiness-again",
        {"readiness": [given["readiness"][0], earlier]},
        "ok",
        "not now at first, then ready",
        "P2",
    )
    again = to_envelope(story.readiness_of("ready", number=6))
    yield (
        "readiness-newer",
        {"readiness": [given["readiness"][0], again]},
        "not-released",
        "released on an older answer than my latest",
        "P2",
    )


def _releases() -> Iterator[Row]:
    fields: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("manifest", {"manifest": OTHER_HASH}, "not-released", "of another manifest"),
        ("message", {"message": ident("x")}, "not-released", "of another message"),
        ("case", {"case": ident("x")}, "not-released", "in another case"),
        ("programme", {"programme": ident("x")}, "not-released", "in another programme"),
        ("addressee", {"addressee": ident("x")}, "not-released", "to another person"),
        ("certificate", {"certificate": OTHER_HASH}, "not-released", "for another certificate"),
        ("epoch", {"epoch": 2}, "not-released", "for another key epoch"),
        ("readiness", {"readiness": OTHER_HASH}, "not-released", "on another answer"),
        ("approvals", {"approvals": (OTHER_HASH,)}, "not-released", "on approvals that do not count"),
        ("wrap-hash", {"wrap": OTHER_HASH}, "not-released", "with another wrap"),
        ("newer-directory", {"directory_epoch": 6}, "rollback", "under a newer directory"),
        ("newer-policy", {"policy_version": 4}, "rollback", "under a newer policy"),
        ("other-directory", {"directory": OTHER_HASH}, "fork", "under another directory"),
    )
    for name, values, expect, note in fields:
        yield f"release-{name}", told(release=changed(**values)), expect, note, "P2"
    one = (hash_of("approval", a_story().approvals[0]),)
    yield (
        "release-one-approval",
        told(release=changed(approvals=one)),
        "not-released",
        "names one approval of two",
        "P2",
    )
    for name, signer, note in (
        ("stranger", "x", "signed by a stranger"),
        ("manager", "manager one", "signed by a manager"),
        ("service", "service", "signed by the service key"),
    ):
        yield f"release-{name}", told(signers={"release": signer}), "signer-not-allowed", note, "P2"
    story = a_story()
    author = sign(identity_seed(master("author")), "release", body=story.release.body)
    yield (
        "release-author",
        {"release": to_envelope(author)},
        "signer-not-allowed",
        "signed by the author",
        "P2",
    )
    yield (
        "release-as-approval",
        {"release": to_envelope(story.approvals[0])},
        "unknown-suite",
        "an approval passed off as a release",
        "P5",
    )
    yield (
        "release-flip",
        {"release": _flip(story.release)},
        "signature-wrong",
        "the signature changed",
        "P2",
    )
    yield "wrap-flip", {"wrap": flipped(b64u(story.wrap))}, "not-released", "another wrap", "P2"


def _flip(statement: Statement) -> dict[str, str]:
    envelope = to_envelope(statement)
    return envelope | {"sig": flipped(envelope["sig"])}


def withdrawal_of(story: Story, own_seed: bytes, **fields: Any) -> Statement:
    """Return a withdrawal of the story's message, or with other fields."""
    made: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": story.about["case"],
        "scope": "message",
        "message": story.message,
        "manifest": story.manifest_hash,
        "participant": ident("author"),
        "number": 7,
        "reason": None,
        "day": DAY,
    }
    return sign(own_seed, "withdrawal", body=build_withdrawal(Withdrawal(**made | fields)))


def _withdrawals(given: dict[str, Any]) -> Iterator[Row]:

    story = a_story()
    author = identity_seed(master("author"))
    wk = withdraw_seed(master("author"), unb64u(story.message))
    none: dict[str, Any] = {"message": None, "manifest": None}
    for name, own, fields, expect, note in (
        ("wk", wk, {}, "withdrawn", "taken back by its own key"),
        ("author", author, {}, "withdrawn", "taken back by its author"),
        ("mediator", seed(TWO), {"reason": OTHER_HASH}, "withdrawn", "taken back for safety"),
        ("left", author, {"scope": "leave", **none}, "withdrawn", "its author left"),
        ("paused", author, {"scope": "pause", **none}, "ok", "a pause takes nothing back"),
        ("stranger", seed("x"), {}, "ok", "a withdrawal by a stranger is passed over"),
        (
            "reader",
            identity_seed(master("reader")),
            {},
            "ok",
            "the addressee cannot take it back in the author's name",
        ),
    ):
        made = to_envelope(withdrawal_of(story, own, **fields))
        yield f"withdrawal-{name}", {"withdrawals": [made]}, expect, note, "P9"


def _openings(given: dict[str, Any]) -> Iterator[Row]:
    part = given["parts"][0]
    other = Story(changes=Changes(), content_key=seed("another content key"))
    other_part = other.release_input()["parts"][0]
    yield "open", {}, "ok", "the letter, as it was written", "P2"
    yield "kem-seed", {"kem_seed": b64u(kem_seed(master("x")))}, "wrap-broken", "not my key", "P1"
    yield "no-part", {"parts": []}, "size-wrong", "the part is missing", "P6"
    yield "two-parts", {"parts": [part, part]}, "size-wrong", "the part twice", "P6"
    yield (
        "other-stored",
        {"parts": [part | {"stored": other_part["stored"]}]},
        "tree-wrong",
        "the bytes of another message",
        "P3",
    )
    yield (
        "other-table",
        {"parts": [part | {"table": other_part["table"]}]},
        "tree-wrong",
        "the table of another message",
        "P3",
    )
    yield "other-part", {"parts": [other_part]}, "tree-wrong", "table and bytes of another", "P3"
    yield (
        "other-key",
        _with_key(seed("another content key")),
        "commitment-wrong",
        "released with another content key than was reviewed",
        "P3",
    )
    hidden = "Bonjour.\u200b"
    yield "hidden", _letter(hidden), "hidden-text", "a zero-width space in the letter", "P28"
    yield "doubled", _letter("Bonjour,  vous."), "not-normal", "two spaces in a row", "P28"
    yield "empty", _letter(""), "not-normal", "an empty letter", "P28"


def _letter(text: str) -> dict[str, Any]:
    return Story(letter=text).release_input()


def _with_key(key: bytes) -> dict[str, Any]:
    """Return the story, its release naming a wrap of another key than the parts commit to."""
    story = a_story()

    wrapped = KEPT.get(
        kem_seed(master("reader")), key, purpose="release", subject=unb64u(story.manifest_hash)
    )

    made = told(release=changed(wrap=wrap_hash(wrapped)))
    return made | {"wrap": b64u(wrapped)}
