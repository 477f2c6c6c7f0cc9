# SPDX-License-Identifier: EUPL-1.2
"""Family handover: keys of one case, to one of its mediators, by somebody who may give them."""

from collections.abc import Iterator
from typing import Any

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import identity_seed
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.handover import Handover, build_handover, item_of
from tests.vectors.cases_approval import OTHER_HASH, mediator_status
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    CASE,
    DAY,
    KEPT,
    MEDIATORS,
    PROGRAMME,
    Change,
    changed,
    hash_of,
    ident,
    ident_of,
    master,
    named,
    seed,
    unchanged,
)

ONE, TWO = MEDIATORS
AUTHOR = identity_seed(master("author"))
READER = identity_seed(master("reader"))


def add_cases(maker: Maker) -> None:
    """Add the family."""
    story = a_story()
    wrap = _wrap(story)
    given = {
        **story.trust_input(),
        "certificate": None,
        "participant": ident("author"),
        "statement": to_envelope(_handed(story)),
        "seen_number": 6,
        "wraps": {story.manifest_hash: b64u(wrap)},
        "theirs": [story.manifest_hash],
    }
    maker.share("handover", given)
    _add_past_policies(maker)
    for rows in (_honest(story), _elsewhere(story), _by_others(story), _shapes(story)):
        maker.add_all("handover", "verify-handover", given, rows, base="handover")


def _add_past_policies(maker: Maker) -> None:
    """Add the version of a policy before the verified one."""
    past = Story(changes=Changes(policy=changed(version=2, mediators=(named(ONE),), quorum=1))).policy
    story = Story(changes=Changes(policy=changed(previous=hash_of("policy", past))))
    given = {**story.trust_input(), "past": [to_envelope(past)]}
    maker.share("past-policy", given)
    other = Story(changes=Changes(policy=changed(version=2, mediators=(named(TWO),), quorum=1))).policy
    elsewhere = Story(changes=Changes(policy=changed(version=2, case=ident("x")))).policy
    broken = to_envelope(past) | {"body": b64u(past.body.replace(b'"quorum":1', b'"quorum":0'))}
    rows: tuple[Row, ...] = (
        ("past", {}, "ok", "the version that the current one names as its previous", "P19"),
        (
            "past-other",
            {"past": [to_envelope(other)]},
            "policy-mismatch",
            "other mediators than there were",
            "P19",
        ),
        (
            "past-itself",
            {"past": [to_envelope(story.policy)]},
            "policy-mismatch",
            "the current one again",
            "P19",
        ),
        ("past-elsewhere", {"past": [to_envelope(elsewhere)]}, "wrong-context", "of another case", "P5"),
        ("past-shape", {"past": [broken]}, "wrong-shape", "a policy that nobody could sign", "P23"),
        ("past-kind", {"past": [to_envelope(story.directory)]}, "unknown-suite", "no policy at all", "P24"),
    )
    maker.add_all("policy", "verify-past-policy", given, rows, base="past-policy")


def _wrap(story: Story) -> bytes:
    subject = unb64u(story.manifest_hash)
    return KEPT.get(seed(f"kem/{TWO}"), story.content_key, purpose="handover", subject=subject)


def _handed(story: Story, own: bytes = seed(ONE), *, change: Change = unchanged) -> Statement:
    references = story.references
    made = Handover(
        programme=PROGRAMME,
        case=CASE,
        giver=ident_of(ONE),
        to=named(TWO),
        policy=references["policy"],
        policy_version=references["policy_version"],
        items=(item_of(story.manifest_hash, _wrap(story)),),
        number=7,
        day=DAY,
    )
    return sign(own, "handover", body=build_handover(change(made)))


def _said(story: Story, own: bytes = seed(ONE), **fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(_handed(story, own, change=changed(**fields)))}


def _by_author(story: Story, own: bytes = AUTHOR, **fields: Any) -> dict[str, Any]:
    certificate = {"certificate": to_envelope(story.author_certificate)}
    return {**certificate, **_said(story, own, **{"giver": ident("author"), **fields})}


def _honest(story: Story) -> Iterator[Row]:
    yield "mediator", {}, "ok", "a mediator gives another what both of the case may open", "P19"
    yield "author", _by_author(story), "ok", "an author gives the keys of their own words", "P19"
    retired = Story(changes=Changes(directory=mediator_status(ONE, "retired", from_=6)))
    yield "retired", {**retired.trust_input(), **_of(retired)}, "ok", "the giver has retired since", "P19"


def _of(story: Story) -> dict[str, Any]:
    """Return what differs with the story: its policy is another when its certificates are."""
    return {
        **_said(story),
        "wraps": {story.manifest_hash: b64u(_wrap(story))},
        "theirs": [story.manifest_hash],
    }


def _elsewhere(story: Story) -> Iterator[Row]:
    foreign = (item_of(OTHER_HASH, _wrap(story)),)
    both = tuple(sorted((*foreign, item_of(story.manifest_hash, _wrap(story))), key=lambda one: one.subject))
    yield "case", _said(story, case=ident("x")), "wrong-context", "in another case", "P19"
    yield "programme", _said(story, programme=ident("x")), "wrong-context", "in another programme", "P5"
    yield "foreign", _said(story, items=foreign), "wrong-context", "an item of another case", "P19"
    yield "foreign-too", _said(story, items=both), "wrong-context", "one item more, of another case", "P19"
    yield "nothing-theirs", {"theirs": []}, "wrong-context", "a key that the giver does not hold", "P19"
    yield "stranger-gets", _said(story, to=named("x")), "wrong-context", "to a stranger", "P19"
    yield "manager-gets", _said(story, to=named("manager one")), "wrong-context", "to a manager", "P19"
    yield "oneself", _said(story, to=named(ONE)), "wrong-context", "to oneself", "P19"
    yield "older-policy", _said(story, policy_version=2), "rollback", "made under an older policy", "P17"
    yield "newer-policy", _said(story, policy_version=4), "rollback", "made under a newer policy", "P17"
    yield "other-policy", _said(story, policy=OTHER_HASH), "fork", "another policy of that version", "P17"
    yield "other-wrap", {"wraps": {story.manifest_hash: "AAAA"}}, "wrap-broken", "another wrap", "P19"
    yield "no-wrap", {"wraps": {}}, "wrap-broken", "a wrap that did not come along", "P19"
    more = {story.manifest_hash: b64u(_wrap(story)), OTHER_HASH: b64u(_wrap(story))}
    yield "more-wraps", {"wraps": more}, "wrap-broken", "a wrap that is not named", "P19"
    yield "replay", {"seen_number": 7}, "old-number", "the same again", "P19"
    yield "older", {"seen_number": 8}, "old-number", "an older one", "P19"


def _by_others(story: Story) -> Iterator[Row]:
    for name in ("x", "manager one", "service"):
        said = _said(story, seed(name), giver=ident_of(name))
        yield f"by-{name.split()[0]}", said, "signer-not-allowed", f"by {name}", "P19"
    yield "other-name", _said(story, giver=ident_of(TWO)), "signer-not-allowed", "in another's name", "P19"
    uncertified = {**_by_author(story), "certificate": None}
    yield "uncertified", uncertified, "signer-not-allowed", "by an author without a certificate", "P19"
    named_other = _by_author(story, giver=ident("reader"))
    yield "author-other", named_other, "signer-not-allowed", "an author in the reader's name", "P19"
    yield "reader", _by_author(story, READER), "signature-wrong", "by the reader, as the author", "P19"
    yield "mediator-author", _by_author(story, seed(ONE)), "signature-wrong", "by a mediator, as one", "P19"
    removed = Story(changes=Changes(policy=changed(mediators=(named(TWO),), quorum=1)))
    yield (
        "removed",
        {**removed.trust_input(), **_of(removed)},
        "signer-not-allowed",
        "by a mediator whom the case no longer assigns",
        "P19",
    )
    for name, whom in (("giver", ONE), ("receiver", TWO)):
        revoked = Story(changes=Changes(directory=mediator_status(whom, "revoked")))
        given = {**revoked.trust_input(), **_of(revoked)}
        yield f"{name}-revoked", given, "revoked", f"the {name} was revoked", "P17"
    flip = to_envelope(_handed(story))
    flip |= {"sig": flipped(flip["sig"])}
    yield "flip", {"statement": flip}, "signature-wrong", "the signature changed", "P19"


def _shapes(story: Story) -> Iterator[Row]:
    body = _handed(story).body
    item = f'{{"subject":"{story.manifest_hash}","wrap":"{item_of(story.manifest_hash, _wrap(story)).wrap}"}}'
    twice = body.replace(item.encode(), f"{item},{item}".encode())
    yield "twice", _signed(twice), "wrong-shape", "one item twice", "P23"
    yield "empty", _signed(body.replace(item.encode(), b"")), "wrong-shape", "nothing handed over", "P23"
    named_by_id = body.replace(named(TWO).encode(), ident_of(TWO).encode())
    yield "to-id", _signed(named_by_id), "wrong-shape", "the receiver's id in place of the key's", "P23"
    yield "zero", _signed(body.replace(b'"number":7', b'"number":0')), "wrong-shape", "number 0", "P23"
    other = sign(seed(ONE), "grant", body=body.replace(b'"kind":"handover"', b'"kind":"grant"'))
    yield "kind", {"statement": to_envelope(other)}, "unknown-suite", "as another kind", "P24"


def _signed(body: bytes) -> dict[str, Any]:
    return {"statement": to_envelope(sign(seed(ONE), "handover", body=body))}
