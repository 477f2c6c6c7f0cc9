# SPDX-License-Identifier: EUPL-1.2
"""Families approval and readiness: the two gates, each shut on any doubt."""

from dataclasses import replace
from typing import Any

from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, short_id, signing_public_key
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.approval import Decision, Offer, build_decision, build_offer
from relay.protocol.directory import Directory
from relay.protocol.policy import Policy
from tests.vectors.maker import Maker, flipped
from tests.vectors.world import (
    DAY,
    MEDIATORS,
    Change,
    Changes,
    Story,
    a_story,
    changed,
    ident,
    ident_of,
    master,
    named,
    public,
    seed,
    unchanged,
)

ONE, TWO = MEDIATORS
OTHER_HASH = b64u(bytes(32))


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_approvals(maker)
    _add_counts(maker)
    _add_decisions(maker)
    _add_readiness(maker)


def decision_by(story: Story, mediator: str, *, number: int = 2, change: Change = unchanged) -> Statement:
    """Return a mediator's decision to return the message."""
    made = Decision(
        **story.about,
        mediator=ident_of(mediator),
        decision="return",
        until=None,
        number=number,
        note=OTHER_HASH,
        day=DAY,
    )
    return sign(seed(mediator), "decision", body=build_decision(change(made)))


def offer_by(story: Story, mediator: str, *, change: Change = unchanged) -> Statement:
    """Return a mediator's offer to the reader."""
    made = Offer(
        **story.about,
        mediator=ident_of(mediator),
        addressee=ident("reader"),
        number=3,
        note=OTHER_HASH,
        day=DAY,
    )
    return sign(seed(mediator), "offer", body=build_offer(change(made)))


def mediator_status(mediator: str, status: str, from_: int | None = None) -> Change:
    """Change a mediator's status in the directory."""
    key = b64u(public(mediator))

    def change(directory: Directory) -> Directory:
        entries = tuple(
            replace(one, status=status, from_=from_) if one.key == key else one for one in directory.mediators
        )
        return replace(directory, mediators=entries)

    return change


def unassigned(mediator: str) -> Change:
    """Take a mediator out of the case's policy."""

    def change(policy: Policy) -> Policy:
        return replace(policy, mediators=tuple(one for one in policy.mediators if one != named(mediator)))

    return change


def _add_approvals(maker: Maker) -> None:
    story = a_story()
    given = {**story.message_input(), "statement": to_envelope(story.approvals[0])}
    maker.share("approval", given)

    def approved(**fields: Any) -> dict[str, Any]:
        return {"statement": to_envelope(story.approval_by(ONE, change=changed(**fields)))}

    def told(**changes: Any) -> dict[str, Any]:
        other = Story(changes=Changes(**changes))
        return {**other.message_input(), "statement": to_envelope(other.approvals[0])}

    body = story.approvals[0].body
    variants: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
        ("verify", {}, "ok", "over the whole manifest", "P4"),
        (
            "earlier-references",
            approved(directory_epoch=4, directory=OTHER_HASH),
            "ok",
            "an epoch ago",
            "P17",
        ),
        (
            "retired-before",
            told(
                directory=mediator_status(ONE, "retired", 6),
                approval=changed(directory_epoch=5),
            ),
            "ok",
            "by a mediator who retired at a later epoch",
            "P17",
        ),
        ("other-manifest", approved(manifest=OTHER_HASH), "wrong-context", "over another manifest", "P4"),
        ("other-message", approved(message=ident("x")), "wrong-context", "of another message", "P5"),
        ("other-case", approved(case=ident("x")), "wrong-context", "in another case", "P5"),
        ("other-programme", approved(programme=ident("x")), "wrong-context", "in another programme", "P5"),
        (
            "other-addressee",
            approved(addressees=(ident("x"),)),
            "wrong-context",
            "for another addressee",
            "P4",
        ),
        (
            "more-addressees",
            approved(addressees=tuple(sorted((ident("x"), ident("reader"))))),
            "wrong-context",
            "for one addressee more",
            "P4",
        ),
        (
            "other-name",
            approved(mediator=ident_of(TWO)),
            "signer-not-allowed",
            "signed in another mediator's name",
            "P4",
        ),
        (
            "unassigned",
            told(policy=unassigned(ONE)),
            "signer-not-allowed",
            "by a mediator who is not in the case",
            "P2",
        ),
        (
            "author-signed",
            {"statement": to_envelope(_by_person(story, "author"))},
            "signer-not-allowed",
            "signed by the author",
            "P2",
        ),
        (
            "manager-signed",
            {"statement": to_envelope(story.approval_by("manager one"))},
            "signer-not-allowed",
            "signed by a manager",
            "P2",
        ),
        (
            "revoked",
            told(directory=mediator_status(ONE, "revoked")),
            "revoked",
            "by one revoked since",
            "P17",
        ),
        (
            "retired-after",
            told(directory=mediator_status(ONE, "retired", 5)),
            "revoked",
            "under the epoch of the retirement",
            "P17",
        ),
        (
            "newer-directory",
            approved(directory_epoch=6, directory=OTHER_HASH),
            "rollback",
            "made under a newer directory than is shown",
            "P17",
        ),
        ("other-directory", approved(directory=OTHER_HASH), "fork", "another directory of that epoch", "P17"),
        (
            "newer-policy",
            approved(policy_version=4, policy=OTHER_HASH),
            "rollback",
            "made under a newer policy than is shown",
            "P17",
        ),
        ("other-policy", approved(policy=OTHER_HASH), "fork", "another policy of that version", "P17"),
        ("flip", {"statement": _flip(story.approvals[0])}, "signature-wrong", "the signature changed", "P2"),
        (
            "as-decision",
            {"statement": to_envelope(sign(seed(ONE), "decision", body=body))},
            "signature-wrong",
            "an approval's body signed as a decision",
            "P5",
        ),
        (
            "decision",
            {"statement": to_envelope(decision_by(story, ONE))},
            "unknown-suite",
            "a decision passed off as an approval",
            "P4",
        ),
        (
            "number-zero",
            {"statement": _raw("approval", body.replace(b'"number":1', b'"number":0'), ONE)},
            "wrong-shape",
            "number 0",
            "P23",
        ),
    )
    for name, fields, expect, note, claim in variants:
        maker.add(
            f"approval/{name}",
            "verify-approval",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="approval",
        )


def _by_person(story: Story, person: str) -> Statement:
    own = identity_seed(master(person))
    change = changed(mediator=short_id(signing_public_key(own)))
    return sign(own, "approval", body=story.approval_by(ONE, change=change).body)


def _raw(kind: str, body: bytes, signer: str) -> dict[str, str]:
    return to_envelope(sign(seed(signer), kind, body=body))


def _flip(statement: Statement) -> dict[str, str]:
    envelope = to_envelope(statement)
    return envelope | {"sig": flipped(envelope["sig"], 40)}


def _add_counts(maker: Maker) -> None:
    story = a_story()
    first, second = (to_envelope(one) for one in story.approvals)
    given = {**story.message_input(), "statements": [first, second]}
    maker.share("approvals", given)
    again = to_envelope(story.approval_by(ONE, change=changed(number=2)))
    returned = to_envelope(decision_by(story, ONE, number=2))
    before = to_envelope(decision_by(story, ONE, number=1))
    late = to_envelope(story.approval_by(ONE, change=changed(number=2)))
    elsewhere = to_envelope(Story(message=ident("other")).approval_by(TWO))
    hold = to_envelope(decision_by(story, ONE, number=9, change=changed(decision="hold", until="2026-12-01")))
    variants: tuple[tuple[str, list[Any], str, str], ...] = (
        ("count", [first, second], "ok", "two mediators"),
        ("count-twice", [first, second, first], "ok", "one of them twice"),
        ("count-rubbish", [elsewhere, first, second], "ok", "and one for another message"),
        ("count-approved-again", [before, late, second], "ok", "a decision, then an approval"),
        ("count-one", [first], "not-approved", "one of two"),
        ("count-none", [], "not-approved", "none"),
        ("count-same", [first, first], "not-approved", "one approval twice"),
        ("count-same-mediator", [first, again], "not-approved", "two approvals by one mediator"),
        ("count-elsewhere", [first, elsewhere], "not-approved", "one is over another manifest"),
        ("count-flip", [first, _flip(story.approvals[1])], "not-approved", "one does not verify"),
        ("count-taken-back", [first, returned, second], "not-approved", "one was taken back since"),
        ("count-held", [hold, first, second], "not-approved", "one was put on hold since"),
        (
            "count-decision",
            [first, to_envelope(decision_by(story, TWO))],
            "not-approved",
            "one is a decision",
        ),
        (
            "count-offer",
            [first, to_envelope(offer_by(story, TWO))],
            "not-approved",
            "one is an offer",
        ),
        (
            "count-resigned",
            [first, to_envelope(sign(seed(TWO), "approval", body=story.approvals[0].body))],
            "not-approved",
            "one mediator's approval signed by the other too",
        ),
    )
    for name, statements, expect, note in variants:
        maker.add(
            f"approval/{name}",
            "count-approvals",
            given | {"statements": statements},
            expect=expect,
            note=note,
            claim="P4",
            base="approvals",
        )
    quorum = Story(changes=Changes(directory=mediator_status(TWO, "revoked")))
    maker.add(
        "approval/count-revoked",
        "count-approvals",
        {**quorum.message_input(), "statements": [to_envelope(one) for one in quorum.approvals]},
        expect="not-approved",
        note="one mediator was revoked since",
        claim="P17",
        base="approvals",
    )


def _add_decisions(maker: Maker) -> None:
    story = a_story()
    given = {**story.message_input(), "statement": to_envelope(decision_by(story, ONE))}
    body = decision_by(story, ONE).body
    offer = to_envelope(offer_by(story, TWO))
    held = body.replace(b'"decision":"return"', b'"decision":"hold"')
    dated = body.replace(b'"until":null', b'"until":"2026-12-01"')
    yes = body.replace(b'"decision":"return"', b'"decision":"approve"')
    variants: tuple[tuple[str, str, dict[str, Any], str, str], ...] = (
        ("decision-verify", "verify-decision", {}, "ok", "a return with a note"),
        (
            "decision-other",
            "verify-decision",
            {"statement": to_envelope(decision_by(story, ONE, change=changed(manifest=OTHER_HASH)))},
            "wrong-context",
            "about another manifest",
        ),
        (
            "decision-hold",
            "verify-decision",
            {"statement": _raw("decision", held, ONE)},
            "wrong-shape",
            "a hold without a day",
        ),
        (
            "decision-day",
            "verify-decision",
            {"statement": _raw("decision", dated, ONE)},
            "wrong-shape",
            "a return with a day",
        ),
        (
            "decision-yes",
            "verify-decision",
            {"statement": _raw("decision", yes, ONE)},
            "wrong-shape",
            "a decision that says yes",
        ),
        (
            "decision-stranger",
            "verify-decision",
            {"statement": to_envelope(decision_by(story, "x"))},
            "signer-not-allowed",
            "by a stranger",
        ),
        ("offer-verify", "verify-offer", {"statement": offer}, "ok", "an offer to the addressee"),
        (
            "offer-other",
            "verify-offer",
            {"statement": to_envelope(offer_by(story, TWO, change=changed(addressee=ident("author"))))},
            "wrong-context",
            "an offer to somebody it is not for",
        ),
        (
            "offer-stranger",
            "verify-offer",
            {"statement": to_envelope(offer_by(story, "x"))},
            "signer-not-allowed",
            "an offer by a stranger",
        ),
        (
            "offer-flip",
            "verify-offer",
            {"statement": _flip(offer_by(story, TWO))},
            "signature-wrong",
            "the signature changed",
        ),
    )
    for name, function, fields, expect, note in variants:
        maker.add(
            f"approval/{name}",
            function,
            given | fields,
            expect=expect,
            note=note,
            claim="P4",
            base="approval",
        )


def _add_readiness(maker: Maker) -> None:
    story = a_story()
    reader = identity_seed(master("reader"))
    given = {
        "manifest": to_envelope(story.sealed.manifest),
        "programme": story.trust_input()["programme"],
        "case": story.trust_input()["case"],
        "seen_manifest": None,
        "statement": to_envelope(story.readiness),
        "participant": ident("reader"),
        "identity": b64u(signing_public_key(reader)),
    }
    maker.share("readiness", given)

    def answered(**fields: Any) -> dict[str, Any]:
        return {"statement": to_envelope(story.readiness_of("ready", number=4, change=changed(**fields)))}

    body = story.readiness.body
    author = identity_seed(master("author"))
    elsewhere = a_story(outline=changed(case=ident("x")))
    variants: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
        ("ready", {}, "ok", "the addressee is ready", "P2"),
        ("keep", answered(answer="keep"), "ok", "the addressee has it kept", "P2"),
        ("other-manifest", answered(manifest=OTHER_HASH), "wrong-context", "about another manifest", "P5"),
        ("other-message", answered(message=ident("x")), "wrong-context", "about another message", "P5"),
        ("other-case", answered(case=ident("x")), "wrong-context", "in another case", "P5"),
        ("other-programme", answered(programme=ident("x")), "wrong-context", "in another programme", "P5"),
        (
            "manifest-of-other-case",
            {"manifest": to_envelope(elsewhere.sealed.manifest)},
            "wrong-context",
            "the manifest is of another case",
            "P5",
        ),
        (
            "other-person",
            answered(participant=ident("author")),
            "wrong-context",
            "in another person's name",
            "P2",
        ),
        ("not-addressed", {"participant": ident("x")}, "wrong-context", "by one it is not for", "P2"),
        (
            "mediator-signed",
            {"statement": _raw("readiness", body, ONE)},
            "signature-wrong",
            "signed by a mediator in the addressee's name",
            "P2",
        ),
        (
            "author-signed",
            {"statement": to_envelope(sign(author, "readiness", body=body))},
            "signature-wrong",
            "signed by the author",
            "P2",
        ),
        ("flip", {"statement": _flip(story.readiness)}, "signature-wrong", "the signature changed", "P2"),
        (
            "changed-answer",
            {
                "statement": to_envelope(story.readiness_of("not-now", number=4))
                | {"sig": to_envelope(story.readiness)["sig"]}
            },
            "signature-wrong",
            "another answer under the old signature",
            "P2",
        ),
        ("answer", _answer(body, b'"answer":"yes"'), "wrong-shape", "an unknown answer", "P23"),
        ("answer-list", _answer(body, b'"answer":["ready"]'), "wrong-shape", "a list as answer", "P23"),
        (
            "kind",
            {"statement": _raw("readiness", body.replace(b'"kind":"readiness"', b'"kind":"consent"'), ONE)},
            "unknown-suite",
            "a kind that is reserved",
            "P24",
        ),
    )
    for name, fields, expect, note, claim in variants:
        maker.add(
            f"readiness/{name}",
            "verify-readiness",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="readiness",
        )


def _answer(body: bytes, text: bytes) -> dict[str, Any]:
    reader = identity_seed(master("reader"))
    return {"statement": to_envelope(sign(reader, "readiness", body=body.replace(b'"answer":"ready"', text)))}
