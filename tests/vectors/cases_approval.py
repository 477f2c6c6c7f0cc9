# SPDX-License-Identifier: EUPL-1.2
"""Family approval: one mediator's yes, no, or offer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, short_id, signing_public_key
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.approval import Decision, Offer, build_decision, build_offer
from relay.protocol.directory import Directory
from relay.protocol.policy import Policy
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    DAY,
    MEDIATORS,
    Change,
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
    """Add the family, but for the counting."""
    story = a_story()
    given = {**story.message_input(), "statement": to_envelope(story.approvals[0])}
    maker.share("approval", given)
    for rows in (_about(story), _by_whom(story)):
        maker.add_all("approval", "verify-approval", given, rows, base="approval")
    _add_decisions(maker)


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


def _approved(**fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(a_story().approval_by(ONE, change=changed(**fields)))}


def _told(**changes: Any) -> dict[str, Any]:
    other = Story(changes=Changes(**changes))
    return {**other.message_input(), "statement": to_envelope(other.approvals[0])}


def _about(story: Story) -> Iterator[Row]:
    """Yield approvals by what they are over."""
    body = story.approvals[0].body
    yield "verify", {}, "ok", "over the whole manifest", "P4"
    yield "other-manifest", _approved(manifest=OTHER_HASH), "wrong-context", "over another manifest", "P4"
    yield "other-message", _approved(message=ident("x")), "wrong-context", "of another message", "P5"
    yield "other-case", _approved(case=ident("x")), "wrong-context", "in another case", "P5"
    yield "other-programme", _approved(programme=ident("x")), "wrong-context", "in another programme", "P5"
    yield (
        "other-addressee",
        _approved(addressees=(ident("x"),)),
        "wrong-context",
        "for another addressee",
        "P4",
    )
    yield (
        "more-addressees",
        _approved(addressees=tuple(sorted((ident("x"), ident("reader"))))),
        "wrong-context",
        "for one addressee more",
        "P4",
    )
    yield (
        "other-name",
        _approved(mediator=ident_of(TWO)),
        "signer-not-allowed",
        "signed in another mediator's name",
        "P4",
    )
    yield (
        "flip",
        {"statement": flipped_sig(story.approvals[0])},
        "signature-wrong",
        "the signature changed",
        "P2",
    )
    yield (
        "as-decision",
        {"statement": to_envelope(sign(seed(ONE), "decision", body=body))},
        "signature-wrong",
        "an approval's body signed as a decision",
        "P5",
    )
    yield (
        "decision",
        {"statement": to_envelope(decision_by(story, ONE))},
        "unknown-suite",
        "a decision passed off as an approval",
        "P4",
    )
    yield (
        "number-zero",
        {"statement": signed_anyhow("approval", body.replace(b'"number":1', b'"number":0'), ONE)},
        "wrong-shape",
        "number 0",
        "P23",
    )


def _by_whom(story: Story) -> Iterator[Row]:
    """Yield approvals by who signed them, under which directory and policy."""
    yield (
        "earlier-references",
        _approved(directory_epoch=4, directory=OTHER_HASH),
        "ok",
        "an epoch ago",
        "P17",
    )
    yield (
        "retired-before",
        _told(
            directory=mediator_status(ONE, "retired", 6),
            approval=changed(directory_epoch=5),
        ),
        "ok",
        "by a mediator who retired at a later epoch",
        "P17",
    )
    yield (
        "unassigned",
        _told(policy=unassigned(ONE)),
        "signer-not-allowed",
        "by a mediator who is not in the case",
        "P2",
    )
    yield (
        "author-signed",
        {"statement": to_envelope(_by_person(story, "author"))},
        "signer-not-allowed",
        "signed by the author",
        "P2",
    )
    yield (
        "manager-signed",
        {"statement": to_envelope(story.approval_by("manager one"))},
        "signer-not-allowed",
        "signed by a manager",
        "P2",
    )
    yield (
        "revoked",
        _told(directory=mediator_status(ONE, "revoked")),
        "revoked",
        "by one revoked since",
        "P17",
    )
    yield (
        "retired-after",
        _told(directory=mediator_status(ONE, "retired", 5)),
        "revoked",
        "under the epoch of the retirement",
        "P17",
    )
    yield (
        "newer-directory",
        _approved(directory_epoch=6, directory=OTHER_HASH),
        "rollback",
        "made under a newer directory than is shown",
        "P17",
    )
    yield "other-directory", _approved(directory=OTHER_HASH), "fork", "another directory of that epoch", "P17"
    yield (
        "newer-policy",
        _approved(policy_version=4, policy=OTHER_HASH),
        "rollback",
        "made under a newer policy than is shown",
        "P17",
    )
    yield "other-policy", _approved(policy=OTHER_HASH), "fork", "another policy of that version", "P17"


def _by_person(story: Story, person: str) -> Statement:
    own = identity_seed(master(person))
    change = changed(mediator=short_id(signing_public_key(own)))
    return sign(own, "approval", body=story.approval_by(ONE, change=change).body)


def signed_anyhow(kind: str, body: bytes, signer: str) -> dict[str, str]:
    return to_envelope(sign(seed(signer), kind, body=body))


def flipped_sig(statement: Statement) -> dict[str, str]:
    envelope = to_envelope(statement)
    return envelope | {"sig": flipped(envelope["sig"], 40)}


def _by_the_revoked() -> tuple[tuple[str, str, dict[str, Any], str, str], ...]:
    """Return what a mediator said who was revoked since."""
    revoked = Story(changes=Changes(directory=mediator_status(ONE, "revoked")))
    left = revoked.message_input()
    return (
        (
            "decision-revoked",
            "verify-decision",
            {**left, "statement": to_envelope(decision_by(revoked, ONE))},
            "revoked",
            "by a mediator revoked since",
        ),
        (
            "offer-revoked",
            "verify-offer",
            {**left, "statement": to_envelope(offer_by(revoked, ONE))},
            "revoked",
            "an offer by a mediator revoked since",
        ),
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
            {"statement": signed_anyhow("decision", held, ONE)},
            "wrong-shape",
            "a hold without a day",
        ),
        (
            "decision-day",
            "verify-decision",
            {"statement": signed_anyhow("decision", dated, ONE)},
            "wrong-shape",
            "a return with a day",
        ),
        (
            "decision-yes",
            "verify-decision",
            {"statement": signed_anyhow("decision", yes, ONE)},
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
            {"statement": flipped_sig(offer_by(story, TWO))},
            "signature-wrong",
            "the signature changed",
        ),
    )
    variants += _by_the_revoked()
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
