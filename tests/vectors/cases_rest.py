# SPDX-License-Identifier: EUPL-1.2
"""Family withdrawal: taking back."""

from collections.abc import Iterator
from typing import Any

from relay.crypto.encoding import unb64u
from relay.crypto.keys import identity_seed, withdraw_seed
from relay.crypto.signing import sign, to_envelope
from tests.vectors.cases_approval import OTHER_HASH, mediator_status
from tests.vectors.cases_release import withdrawal_of
from tests.vectors.maker import Maker, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import MEDIATORS, ident, master, seed

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
    retired = Story(changes=Changes(directory=mediator_status(ONE, "retired", 5)))
    yield (
        "mediator-retired",
        {
            **retired.message_input(),
            "certificate": to_envelope(retired.author_certificate),
            **_said(retired, seed(ONE)),
        },
        "ok",
        "for safety, by a mediator who has retired since",
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
