# SPDX-License-Identifier: EUPL-1.2
"""Counting approvals, and family readiness: the two gates, each shut on any doubt."""

from collections.abc import Iterator
from typing import Any

from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, signing_public_key
from relay.crypto.signing import sign, to_envelope
from tests.vectors.cases_approval import (
    OTHER_HASH,
    decision_by,
    flipped_sig,
    mediator_status,
    offer_by,
    signed_anyhow,
)
from tests.vectors.maker import Maker, Row
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    MEDIATORS,
    changed,
    ident,
    master,
    seed,
)

ONE, TWO = MEDIATORS


def add_cases(maker: Maker) -> None:
    """Add the counting and the family."""
    _add_counts(maker)
    story = a_story()
    given = {
        "manifest": to_envelope(story.sealed.manifest),
        "programme": story.trust_input()["programme"],
        "case": story.trust_input()["case"],
        "seen_manifest": None,
        "statement": to_envelope(story.readiness),
        "participant": ident("reader"),
        "identity": b64u(signing_public_key(identity_seed(master("reader")))),
    }
    maker.share("readiness", given)
    maker.add_all("readiness", "verify-readiness", given, _readiness(story), base="readiness")


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
        ("count-flip", [first, flipped_sig(story.approvals[1])], "not-approved", "one does not verify"),
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
    _add_second(maker)
    _add_taken_back_by_who_left(maker)
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


def _add_taken_back_by_who_left(maker: Maker) -> None:
    """A retired mediator's yes counts for the epochs before; so does their taking it back."""
    for status, from_, expect in (("retired", 6, "not-approved"), ("revoked", None, "ok")):
        story = Story(
            changes=Changes(policy=changed(quorum=1), directory=mediator_status(TWO, status, from_))
        )
        first, second = (to_envelope(one) for one in story.approvals)
        asked = to_envelope(decision_by(story, TWO, number=2, change=changed(decision="second")))
        maker.add(
            f"approval/count-asked-by-{status}",
            "count-approvals",
            {**story.message_input(), "statements": [first, second, asked]},
            expect=expect,
            note=f"a second one was asked for by a mediator who is {status} since",
            claim="P4",
            base="approvals",
        )
    story = Story(changes=Changes(directory=mediator_status(TWO, "retired", 6)))
    both = [to_envelope(one) for one in story.approvals]
    for name, told, expect, note in (
        ("count-retired", both, "ok", "one of them retired at a later epoch"),
        (
            "count-taken-back-retired",
            [*both, to_envelope(decision_by(story, TWO, number=2))],
            "not-approved",
            "one took it back, and retired at a later epoch",
        ),
    ):
        maker.add(
            f"approval/{name}",
            "count-approvals",
            {**story.message_input(), "statements": told},
            expect=expect,
            note=note,
            claim="P4",
            base="approvals",
        )


def _add_second(maker: Maker) -> None:
    """One approval is enough for the policy, until a mediator asks for another's."""
    story = Story(changes=Changes(policy=changed(quorum=1)))
    asked = to_envelope(decision_by(story, ONE, number=1, change=changed(decision="second")))
    yes = to_envelope(story.approval_by(ONE, change=changed(number=2)))
    other = to_envelope(story.approval_by(TWO))
    early = to_envelope(story.approval_by(ONE, change=changed(number=1)))
    late = to_envelope(decision_by(story, ONE, number=2, change=changed(decision="second")))
    reopened = to_envelope(decision_by(story, ONE, number=3, change=changed(decision="reopen")))
    rows: tuple[tuple[str, list[Any], str, str], ...] = (
        ("second-both", [asked, yes, other], "ok", "a second one was asked for, and said yes"),
        ("second-alone", [asked, yes], "not-approved", "a second one was asked for"),
        (
            "second-other-alone",
            [late, early, other],
            "not-approved",
            "who asked has taken back their own yes",
        ),
        ("reopened", [yes, reopened], "not-approved", "the yes was taken back"),
        ("second-none", [asked], "not-approved", "nobody said yes"),
    )
    for name, statements, expect, note in rows:
        given = {**story.message_input(), "statements": statements}
        maker.add(f"approval/{name}", "count-approvals", given, expect=expect, note=note, claim="P4")


def _answered(**fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(a_story().readiness_of("ready", number=4, change=changed(**fields)))}


def _readiness(story: Story) -> Iterator[Row]:
    """Yield answers."""
    body = story.readiness.body
    author = identity_seed(master("author"))
    elsewhere = a_story(outline=changed(case=ident("x")))
    yield "ready", {}, "ok", "the addressee is ready", "P2"
    yield "keep", _answered(answer="keep"), "ok", "the addressee has it kept", "P2"
    yield "other-manifest", _answered(manifest=OTHER_HASH), "wrong-context", "about another manifest", "P5"
    yield "other-message", _answered(message=ident("x")), "wrong-context", "about another message", "P5"
    yield "other-case", _answered(case=ident("x")), "wrong-context", "in another case", "P5"
    yield "other-programme", _answered(programme=ident("x")), "wrong-context", "in another programme", "P5"
    yield (
        "manifest-of-other-case",
        {"manifest": to_envelope(elsewhere.sealed.manifest)},
        "wrong-context",
        "the manifest is of another case",
        "P5",
    )
    yield (
        "other-person",
        _answered(participant=ident("author")),
        "wrong-context",
        "in another person's name",
        "P2",
    )
    yield "not-addressed", {"participant": ident("x")}, "wrong-context", "by one it is not for", "P2"
    yield (
        "mediator-signed",
        {"statement": signed_anyhow("readiness", body, ONE)},
        "signature-wrong",
        "signed by a mediator in the addressee's name",
        "P2",
    )
    yield (
        "author-signed",
        {"statement": to_envelope(sign(author, "readiness", body=body))},
        "signature-wrong",
        "signed by the author",
        "P2",
    )
    yield (
        "flip",
        {"statement": flipped_sig(story.readiness)},
        "signature-wrong",
        "the signature changed",
        "P2",
    )
    yield (
        "changed-answer",
        {
            "statement": to_envelope(story.readiness_of("not-now", number=4))
            | {"sig": to_envelope(story.readiness)["sig"]}
        },
        "signature-wrong",
        "another answer under the old signature",
        "P2",
    )
    yield "answer", _answer(body, b'"answer":"yes"'), "wrong-shape", "an unknown answer", "P23"
    yield "answer-list", _answer(body, b'"answer":["ready"]'), "wrong-shape", "a list as answer", "P23"
    yield (
        "kind",
        {
            "statement": signed_anyhow(
                "readiness", body.replace(b'"kind":"readiness"', b'"kind":"device"'), ONE
            )
        },
        "unknown-suite",
        "a kind that is reserved",
        "P24",
    )


def _answer(body: bytes, text: bytes) -> dict[str, Any]:
    reader = identity_seed(master("reader"))
    return {"statement": to_envelope(sign(reader, "readiness", body=body.replace(b'"answer":"ready"', text)))}
