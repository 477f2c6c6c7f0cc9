# SPDX-License-Identifier: EUPL-1.2
"""Families header and confirmation: whose words these are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from relay.crypto.box import seal_box
from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, signing_public_key
from relay.crypto.signing import Statement, encode_envelope, sign, to_envelope
from relay.protocol.confirmation import Confirmation, build_confirmation, seal_confirmation
from relay.protocol.header import Sender, SenderPart, build_sender, header_hash
from relay.protocol.manifest import core_hash, message_context
from tests.vectors.cases_approval import OTHER_HASH
from tests.vectors.cases_canonical import resigned
from tests.vectors.maker import Maker, flipped
from tests.vectors.retold import with_header
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import CONTENT_KEY, DAY, MEDIATORS, changed, hash_of, ident, master, seed

ONE, TWO = MEDIATORS
Row = tuple[str, dict[str, Any], str, str, str]
AUTHOR = identity_seed(master("author"))


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_header_boxes(maker)
    _add_headers(maker)
    _add_confirmations(maker)


def _add_header_boxes(maker: Maker) -> None:
    story = a_story()
    given: dict[str, Any] = {
        "manifest": to_envelope(story.sealed.manifest),
        "programme": story.trust_input()["programme"],
        "case": story.trust_input()["case"],
        "box": b64u(story.sealed.stored.header),
        "content_key": b64u(CONTENT_KEY),
    }
    other = Story(message=ident("other"))
    rows: tuple[Row, ...] = (
        ("open", {}, "ok", "the inner header", "P8"),
        ("key", {"content_key": b64u(seed("x"))}, "commitment-wrong", "another content key", "P3"),
        ("flip", {"box": flipped(given["box"], 9_000)}, "seal-broken", "one bit of the box", "P7"),
        (
            "other-box",
            {"box": b64u(other.sealed.stored.header)},
            "seal-broken",
            "the header of another message",
            "P7",
        ),
        ("box-cut", {"box": b64u(story.sealed.stored.header[:-1])}, "seal-broken", "a byte short", "P7"),
        (
            "moved",
            _carrying(story.sealed.stored.header, message=ident("other")),
            "commitment-wrong",
            "the box of one message named by the manifest of another",
            "P5",
        ),
        ("short", _boxed(bytes(16_383)), "size-wrong", "a byte less than 16 KiB", "P20"),
        ("long", _boxed(bytes(16_385)), "size-wrong", "a byte more than 16 KiB", "P20"),
        ("length", _boxed(b"\xff" * 8 + bytes(16_376)), "size-wrong", "an impossible length", "P23"),
        ("padding", _boxed(_envelope() + b"\x01"), "size-wrong", "padding that is not zero", "P20"),
        ("nothing", _boxed(bytes(16_384)), "malformed", "no envelope in it", "P23"),
    )
    maker.share("header", given)
    for name, fields, expect, note, claim in rows:
        made = {**given, **fields}
        maker.add(f"header/{name}", "open-header", made, expect=expect, note=note, claim=claim, base="header")


def _envelope() -> bytes:
    sender = Sender(
        programme=a_story().manifest.programme,
        case=a_story().manifest.case,
        core=OTHER_HASH,
        parts=(SenderPart(type="text/plain", length=1, duration_ms=None),),
        language="fr",
        content_note="",
        certificate=None,
    )
    envelope = encode_envelope(sign(AUTHOR, "sender", body=build_sender(sender)))
    framed = len(envelope).to_bytes(8, "big") + envelope
    return framed.ljust(16_383, b"\x00")


def _carrying(box: bytes, **fields: Any) -> dict[str, Any]:
    """Return a manifest that names this box, and the box."""
    story = a_story()
    manifest = replace(story.manifest, header_hash=header_hash(box), **fields)
    return {"manifest": resigned(manifest), "box": b64u(box)}


def _boxed(plaintext: bytes) -> dict[str, Any]:
    context = message_context(a_story().manifest)
    box = seal_box(CONTENT_KEY, plaintext, label="header", context=context, salt=seed("header salt"))
    return _carrying(box)


def _add_headers(maker: Maker) -> None:
    given = a_story().release_input()
    for name, fields, expect, note, claim in _headers():
        maker.add(
            f"header/{name}",
            "open-released",
            {**given, **fields},
            expect=expect,
            note=note,
            claim=claim,
            base="release-letter",
        )


def _sender() -> Sender:
    story = Story()
    manifest = story.manifest
    return Sender(
        programme=manifest.programme,
        case=manifest.case,
        core=core_hash(manifest),
        parts=(SenderPart(type="text/plain", length=len(story.letter.encode()), duration_ms=None),),
        language="fr",
        content_note="Une lettre.",
        certificate=hash_of("certificate", story.author_certificate),
    )


def _sent(change: Callable[[Sender], Sender], signer: bytes = AUTHOR, kind: str = "sender") -> dict[str, Any]:
    """Return the story whose inner header says something else, signed by ``signer``."""
    signed = sign(signer, kind, body=build_sender(change(_sender())))
    return with_header(signed).release_input()


def _noted(text: str) -> dict[str, Any]:
    """Return a header whose content note our own code would not build."""
    signed = sign(AUTHOR, "sender", body=build_sender(_sender()).replace(b"Une lettre.", text.encode()))
    return with_header(signed).release_input()


def _headers() -> Iterator[Row]:
    story = a_story()
    yield (
        "core",
        _sent(changed(core=OTHER_HASH)),
        "wrong-context",
        "signed for another manifest: words moved",
        "P7",
    )
    yield "case", _sent(changed(case=ident("x"))), "wrong-context", "a header of another case", "P5"
    yield "stranger", _sent(changed(), seed("x")), "signature-wrong", "signed by a stranger", "P7"
    yield "mediator", _sent(changed(), seed(ONE)), "signature-wrong", "signed by a mediator", "P7"
    yield (
        "reader",
        _sent(changed(), identity_seed(master("reader"))),
        "signature-wrong",
        "signed by the addressee",
        "P7",
    )
    yield (
        "kind",
        _sent(changed(), kind="confirmation"),
        "signature-wrong",
        "signed as another kind",
        "P5",
    )
    yield (
        "certificate",
        _sent(changed(certificate=OTHER_HASH)),
        "certificate-wrong",
        "a certificate that the policy does not name",
        "P7",
    )
    yield (
        "certificate-null",
        _sent(changed(certificate=None), seed(ONE)),
        "certificate-wrong",
        "an original that a mediator signed",
        "P7",
    )
    reader = hash_of("certificate", story.reader_certificate)
    yield (
        "certificate-reader",
        _sent(changed(certificate=reader), identity_seed(master("reader"))),
        "certificate-wrong",
        "under the addressee's certificate",
        "P7",
    )
    yield (
        "certificate-missing",
        {"certificates": []},
        "certificate-wrong",
        "the server keeps the author's certificate back",
        "P7",
    )
    length = len(story.letter.encode())
    two = (SenderPart(type="text/plain", length=length, duration_ms=None),) * 2
    long = (SenderPart(type="text/plain", length=65_529, duration_ms=None),)
    off = (SenderPart(type="text/plain", length=length - 1, duration_ms=None),)
    film = (SenderPart(type="video/mp4", length=length, duration_ms=1_000),)
    sound = (SenderPart(type="audio/mp4", length=length, duration_ms=1_000),)
    yield "film", _sent(changed(parts=film)), "wrong-context", "a film in a letter", "P5"
    yield "sound", _sent(changed(parts=sound)), "wrong-context", "a voice in a letter", "P5"
    for name, note in (("note-hidden", "Une\u200b lettre."), ("note-turned", "Une \u202elettre.")):
        yield name, _noted(note), "wrong-shape", "hidden text in the content note", "P28"
    yield "parts", _sent(changed(parts=two)), "size-wrong", "it speaks of two parts", "P3"
    yield "length-class", _sent(changed(parts=long)), "size-wrong", "a length of another class", "P3"
    yield "length-off", _sent(changed(parts=off)), "size-wrong", "a length one byte off", "P3"


def confirmation_of(story: Story, own_seed: bytes = AUTHOR, **fields: Any) -> Statement:
    """Return the author's confirmation of the story's manifest."""
    made: dict[str, Any] = {**story.about, "participant": ident("author"), "number": 9, "day": DAY}
    return sign(own_seed, "confirmation", body=build_confirmation(Confirmation(**made | fields)))


def relayed(**changes: Any) -> Story:
    """Return the story of words that mediator one wrote down for the author."""
    made: dict[str, Any] = {
        "outline": changed(channel="relayed", class_="relayed"),
        "words": changed(certificate=None),
        "author_seed": seed(ONE),
    }
    return Story(changes=Changes(**made | changes))


def sealed_confirmation(story: Story, statement: Statement) -> str:
    """Return a confirmation's box as text."""
    box = seal_confirmation(CONTENT_KEY, statement, manifest=story.manifest, salt=seed("confirmation salt"))
    return b64u(box)


def _add_confirmations(maker: Maker) -> None:
    story = relayed()
    confirmed = sealed_confirmation(story, confirmation_of(story))
    given = {**story.release_input(), "confirmation": confirmed}
    maker.share("release-relayed", given)
    for name, fields, expect, note, claim in _confirmations(story, given):
        maker.add(
            f"confirmation/{name}",
            "open-released",
            {**given, **fields},
            expect=expect,
            note=note,
            claim=claim,
            base="release-relayed",
        )
    message = {
        "manifest": given["manifest"],
        "programme": given["programme"],
        "case": given["case"],
        "statement": to_envelope(confirmation_of(story)),
        "identity": b64u(signing_public_key(AUTHOR)),
    }
    maker.share("confirmation", message)
    other = to_envelope(confirmation_of(story, participant=ident("reader")))
    mediator = to_envelope(confirmation_of(story, seed(ONE)))
    for name, fields, expect, note in (
        ("verify", {}, "ok", "the author's yes"),
        ("person", {"statement": other}, "not-confirmed", "in another person's name"),
        ("signer", {"statement": mediator}, "signature-wrong", "signed by a mediator"),
        ("number", _numbered(story), "wrong-shape", "number 0"),
    ):
        maker.add(
            f"confirmation/{name}",
            "check-confirmation",
            {**message, **fields},
            expect=expect,
            note=note,
            claim="P18",
            base="confirmation",
        )


def _numbered(story: Story) -> dict[str, Any]:
    body = confirmation_of(story).body.replace(b'"number":9', b'"number":0')
    return {"statement": to_envelope(sign(AUTHOR, "confirmation", body=body))}


def _confirmations(story: Story, given: dict[str, Any]) -> Iterator[Row]:
    def sealed(statement: Statement) -> dict[str, Any]:
        return {"confirmation": sealed_confirmation(story, statement)}

    yield "relayed", {}, "ok", "words that a mediator wrote down, confirmed by their author", "P18"
    yield "missing", {"confirmation": None}, "not-confirmed", "no confirmation", "P18"
    yield (
        "other-manifest",
        sealed(confirmation_of(story, manifest=OTHER_HASH)),
        "not-confirmed",
        "of another version",
        "P18",
    )
    yield (
        "other-message",
        sealed(confirmation_of(story, message=ident("x"))),
        "not-confirmed",
        "of another message",
        "P18",
    )
    yield (
        "by-mediator",
        sealed(confirmation_of(story, seed(ONE))),
        "signature-wrong",
        "signed by the mediator",
        "P18",
    )
    yield (
        "by-reader",
        sealed(confirmation_of(story, identity_seed(master("reader")))),
        "signature-wrong",
        "signed by the addressee",
        "P18",
    )
    yield (
        "flip",
        {"confirmation": flipped(given["confirmation"], 100)},
        "seal-broken",
        "one bit of the box",
        "P18",
    )
    yield (
        "approval",
        sealed(story.approvals[0]),
        "unknown-suite",
        "an approval passed off as a confirmation",
        "P18",
    )
    author = relayed(
        author_seed=AUTHOR,
        words=changed(certificate=hash_of("certificate", a_story().author_certificate)),
    )
    yield (
        "author-signed",
        {**author.release_input(), "confirmation": sealed_confirmation(author, confirmation_of(author))},
        "signer-not-allowed",
        "relayed words that the author signed",
        "P18",
    )
    yield from _alone()
    yield from _renditions()


def _alone() -> Iterator[Row]:
    one = (hash_of("approval", relayed(policy=changed(quorum=1)).approvals[0]),)
    story = relayed(policy=changed(quorum=1), release=changed(approvals=one))
    made = story.release_input()
    fields = {
        **made,
        "approvals": made["approvals"][:1],
        "confirmation": sealed_confirmation(story, confirmation_of(story)),
    }
    yield "maker-alone", fields, "not-approved", "reviewed by the mediator who wrote it alone", "P18"


def _renditions() -> Iterator[Row]:
    original = a_story()
    made: dict[str, Any] = {
        "outline": changed(class_="rendition", derived_from=original.manifest_hash),
        "words": changed(certificate=None),
        "author_seed": seed(ONE),
    }
    rendition = Story(changes=Changes(**made), message=ident("rendition"))
    fields = {**rendition.release_input(), "confirmation": None}
    kept = {
        name: value
        for name, value in original.release_input().items()
        if name not in {"kem_seed", "header", "confirmation", "parts", "grants", "original"}
    }
    yield "rendition", {**fields, "original": kept}, "ok", "a translation beside its original", "P18"
    yield "rendition-alone", fields, "not-confirmed", "a translation without its original", "P18"
    other = Story(message=ident("other")).release_input()
    yield (
        "rendition-other",
        {**fields, "original": {name: other[name] for name in kept}},
        "not-confirmed",
        "a translation beside another original",
        "P18",
    )
    yield (
        "rendition-unreleased",
        {**fields, "original": {**kept, "approvals": []}},
        "not-approved",
        "a translation whose original was not approved",
        "P18",
    )
