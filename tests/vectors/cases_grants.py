# SPDX-License-Identifier: EUPL-1.2
"""Family grant: an interpreter's access to one message, its end, and what was made under it."""

from collections.abc import Iterator
from typing import Any

from relay.crypto.canonical import decode, encode
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, kem_public_key
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.directory import Directory, Interpreter
from relay.protocol.grant import Grant, build_grant
from tests.vectors.cases_approval import (
    OTHER_HASH,
    decision_by,
    flipped_sig,
    mediator_status,
    offer_by,
    signed_anyhow,
    unassigned,
)
from tests.vectors.maker import Maker, Row
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
INTERPRETER = "interpreter"
DAY_BEFORE, DAY_AFTER, LAST, AFTER_LAST = "2026-11-21", "2026-11-23", "2026-11-29", "2026-11-30"
WRAP_HASH = b64u(sha256(b"the wrap"))
ASIDE = {"kem_seed", "header", "confirmation", "parts", "grants", "original"}


def add_cases(maker: Maker) -> None:
    """Add the family."""
    story = a_story()
    given = {**story.message_input(), "statement": to_envelope(grant_by(story, ONE))}
    maker.share("grant", given)
    for rows in (_about(story), _shapes(story), _fields(story)):
        maker.add_all("grant", "verify-grant", given, rows, base="grant")
    standing = {
        **story.message_input(),
        "statements": [to_envelope(grant_by(story, ONE))],
        "interpreter": named(INTERPRETER),
        "made_on": None,
    }
    maker.share("grant-standing", standing)
    for rows in (_today(story), _made_on(story)):
        maker.add_all("grant", "require-granted", standing, rows, base="grant-standing")
    rendition = rendition_input()
    maker.share("release-rendition", rendition)
    maker.add_all("grant", "open-released", rendition, _renditions(), base="release-rendition")


def grant_by(story: Story, mediator: str, *, number: int = 1, change: Change = unchanged) -> Statement:
    """Return a mediator's grant of the story's message to the interpreter, for a week."""
    made = Grant(
        **story.about,
        mediator=ident_of(mediator),
        interpreter=named(INTERPRETER),
        until=LAST,
        given=True,
        wrap=WRAP_HASH,
        number=number,
        day=DAY,
    )
    return sign(seed(mediator), "grant", body=build_grant(change(made)))


def end_by(story: Story, mediator: str, *, number: int = 2, **fields: Any) -> Statement:
    """Return a mediator's end of it."""
    return grant_by(story, mediator, number=number, change=changed(given=False, wrap=None, **fields))


def listed(status: str = "active") -> Change:
    """List the interpreter in the directory."""

    def change(directory: Directory) -> Directory:
        kem = b64u(kem_public_key(seed(f"kem/{INTERPRETER}")))
        entry = Interpreter(key=b64u(public(INTERPRETER)), kem=kem, status=status)
        found: Directory = changed(interpreters=(entry,))(directory)
        return found

    return change


def _told(*statements: Statement) -> dict[str, Any]:
    return {"statements": [to_envelope(one) for one in statements]}


def _given(story: Story, **fields: Any) -> dict[str, Any]:
    return {"statement": to_envelope(grant_by(story, ONE, change=changed(**fields)))}


def _about(story: Story) -> Iterator[Row]:
    """Yield grants by what they are of, and who gave them."""
    author = sign(identity_seed(master("author")), "grant", body=grant_by(story, ONE).body)
    yield "verify", {}, "ok", "one message, one interpreter, a week", "P18"
    yield "end", {"statement": to_envelope(end_by(story, ONE))}, "ok", "its end", "P18"
    for name, fields, note in (
        ("manifest", {"manifest": OTHER_HASH}, "of another manifest"),
        ("message", {"message": ident("x")}, "of another message"),
        ("case", {"case": ident("x")}, "in another case"),
        ("programme", {"programme": ident("x")}, "in another programme"),
    ):
        yield f"other-{name}", _given(story, **fields), "wrong-context", note, "P5"
    for name, statement, expect, note in (
        ("stranger", to_envelope(grant_by(story, "x")), "signer-not-allowed", "by a stranger"),
        ("author", to_envelope(author), "signer-not-allowed", "signed by the author"),
        ("flip", flipped_sig(grant_by(story, ONE)), "signature-wrong", "the signature changed"),
    ):
        yield name, {"statement": statement}, expect, note, "P18"
    yield "name", _given(story, mediator=ident_of(TWO)), "signer-not-allowed", "in a colleague's name", "P18"
    yield from _by_who_left()


def _by_who_left() -> Iterator[Row]:
    changes: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("unassigned", {"policy": unassigned(ONE)}, "signer-not-allowed", "by a mediator of another case"),
        ("revoked", {"directory": mediator_status(ONE, "revoked")}, "revoked", "by one revoked since"),
        ("retired", {"directory": mediator_status(ONE, "retired", 5)}, "ok", "by one who has retired since"),
    )
    for name, change, expect, note in changes:
        other = Story(changes=Changes(**change))
        fields = {**other.message_input(), "statement": to_envelope(grant_by(other, ONE))}
        yield name, fields, expect, note, "P17"


def _shapes(story: Story) -> Iterator[Row]:
    body = grant_by(story, ONE).body
    for name, old, new, note in (
        ("no-wrap", f'"{WRAP_HASH}"', "null", "given without a wrap"),
        ("end-wrap", '"given":true', '"given":false', "an end that names a wrap"),
        ("past", f'"until":"{LAST}"', f'"until":"{DAY_BEFORE}"', "over before it begins"),
        ("zero", '"number":1', '"number":0', "number 0"),
        ("word", '"given":true', '"given":"true"', "a word for yes"),
    ):
        told = signed_anyhow("grant", body.replace(old.encode(), new.encode()), ONE)
        yield f"shape-{name}", {"statement": told}, "wrong-shape", note, "P23"


def _fields(story: Story) -> Iterator[Row]:
    """Yield grants that lack a field, hold another type in one, or are of another kind."""
    body = grant_by(story, ONE).body
    fields = decode(body)
    assert isinstance(fields, dict)
    for field in sorted(set(fields) - {"suite", "kind"}):
        without = {name: value for name, value in fields.items() if name != field}
        for name, other in (("without", without), ("wrong", {**fields, field: ["x"]})):
            told = signed_anyhow("grant", encode(other), ONE)
            note = f"{field}: {'missing' if name == 'without' else 'a list'}"
            yield f"shape-{name}-{field.replace('_', '-')}", {"statement": told}, "wrong-shape", note, "P23"
    for kind in ("approval", "decision", "offer", "release", "withdrawal", "handover"):
        told = to_envelope(sign(seed(ONE), kind, body=body))
        yield f"as-{kind}", {"statement": told}, "signature-wrong", f"signed as {kind}", "P5"
    for name, statement in (
        ("approval", story.approvals[0]),
        ("offer", offer_by(story, ONE)),
        ("decision", decision_by(story, ONE)),
    ):
        passed_off = {"statement": to_envelope(statement)}
        yield f"is-{name}", passed_off, "unknown-suite", f"{name} passed off as a grant", "P5"


def _today(story: Story) -> Iterator[Row]:
    """Yield what stands today: nothing that is over is opened, whatever is replayed."""
    first, ended = grant_by(story, ONE), end_by(story, ONE)
    again = grant_by(story, ONE, number=3)
    foreign = grant_by(story, ONE, change=changed(interpreter=named("x")))
    before = end_by(story, TWO, day=DAY_BEFORE)
    another = end_by(story, ONE, interpreter=named("x"))
    yield "stands", {}, "ok", "in its week", "P18"
    yield "last-day", {"today": LAST}, "ok", "on its last day", "P18"
    yield "none", _told(), "grant-over", "there is none", "P18"
    yield "over", {"today": AFTER_LAST}, "grant-over", "the day after its last", "P18"
    yield "ended", _told(first, ended), "grant-over", "its giver ended it", "P18"
    yield "replayed", _told(ended, first, first), "grant-over", "replayed after its end", "P18"
    yield "again", _told(first, ended, again), "ok", "ended, and given anew", "P18"
    yield "colleague", _told(first, end_by(story, TWO)), "grant-over", "a colleague ended it", "P18"
    yield "colleague-before", _told(first, before), "ok", "a colleague ended an earlier one", "P18"
    yield "forged-end", _told(first, end_by(story, "x")), "ok", "an end by a stranger is passed over", "P18"
    yield "foreign", _told(foreign), "grant-over", "another interpreter's", "P18"
    yield "end-of-another", _told(first, another), "ok", "another interpreter's end", "P18"


def _made_on(story: Story) -> Iterator[Row]:
    """Yield what was made when: the end of a grant undoes nothing that was made under it."""
    both = _told(grant_by(story, ONE), end_by(story, ONE, day=DAY_AFTER))
    late = {"made_on": LAST, "today": AFTER_LAST}
    yield "made-within", late, "ok", "made on its last day, looked at later", "P18"
    yield "made-late", {"made_on": AFTER_LAST}, "grant-over", "made the day after its last", "P18"
    yield "made-before-end", {"made_on": DAY_AFTER, **both}, "ok", "made on the day it ended", "P18"
    yield "made-after-end", {"made_on": LAST, **both}, "grant-over", "made after it was ended", "P18"
    yield "made-without", {"made_on": DAY, **_told()}, "grant-over", "made without one", "P18"


def rendition_input(*, status: str = "active", **outline: Any) -> dict[str, Any]:
    """Return the input of opening a rendition that the interpreter made, with its grant and original."""
    original = a_story(directory=listed(status))
    made = _by_interpreter(
        directory=listed(status),
        outline=changed(class_="rendition", derived_from=original.manifest_hash, **outline),
    )
    beside = {name: value for name, value in original.release_input().items() if name not in ASIDE}
    grants = [to_envelope(grant_by(original, ONE))]
    return {**made.release_input(), "grants": grants, "original": beside}


def _by_interpreter(**changes: Change) -> Story:
    signed: dict[str, Any] = {"words": changed(certificate=None), "author_seed": seed(INTERPRETER)}
    return Story(changes=Changes(**changes, **signed), message=ident("rendition"))


def _renditions() -> Iterator[Row]:
    original = a_story(directory=listed())
    first = to_envelope(grant_by(original, ONE))
    ended = {"grants": [first, to_envelope(end_by(original, ONE, day=DAY_BEFORE))]}
    foreign = to_envelope(grant_by(original, ONE, change=changed(interpreter=named("x"))))
    late = rendition_input(day=AFTER_LAST)
    alone = changed(class_="rendition", derived_from=a_story().manifest_hash)
    nobody = _by_interpreter(outline=alone).release_input()
    told = _by_interpreter(directory=listed(), outline=changed(class_="relayed", channel="relayed"))
    yield "rendition", {}, "ok", "an interpreter's translation, made under a grant", "P18"
    yield "rendition-without", {"grants": []}, "grant-over", "without its grant", "P18"
    yield "rendition-late", late, "grant-over", "made when it was over", "P18"
    yield "rendition-ended", ended, "grant-over", "made after its end", "P18"
    yield "rendition-foreign", {"grants": [foreign]}, "grant-over", "under another interpreter's", "P18"
    yield "rendition-retired", rendition_input(status="retired"), "ok", "by one who retired since", "P18"
    yield "rendition-revoked", rendition_input(status="revoked"), "revoked", "by one revoked since", "P17"
    yield "rendition-alone", {"original": None}, "not-confirmed", "without its original", "P18"
    yield "rendition-unlisted", nobody, "signer-not-allowed", "by nobody who is listed", "P18"
    yield "rendition-told", told.release_input(), "signer-not-allowed", "told words by an interpreter", "P18"
