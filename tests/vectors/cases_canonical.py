# SPDX-License-Identifier: EUPL-1.2
"""Families manifest (encoding) and signature: one encoding, one shape, one signer."""

from dataclasses import replace
from typing import Any, cast

from relay.crypto.canonical import decode, encode
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import key_id, withdraw_seed
from relay.crypto.signing import sign, to_envelope
from relay.protocol.manifest import build_manifest
from tests.vectors.maker import Maker, flipped
from tests.vectors.story import a_story
from tests.vectors.world import hash_of, ident, master, public, seed

GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493


def add_cases(maker: Maker) -> None:
    """Add the families."""
    body = a_story().sealed.manifest.body
    _add_encodings(maker, body)
    _add_shapes(maker, body)
    _add_manifests(maker)
    _add_signatures(maker, body)


def _add_manifests(maker: Maker) -> None:
    story = a_story()
    base = story.message_input()
    maker.share("message", base)
    given = {name: base[name] for name in ("manifest", "programme", "case", "seen_manifest")}
    maker.share("manifest", given)
    own = hash_of("manifest", story.sealed.manifest)
    changed = {
        "verify": ({"seen_manifest": own}, "ok", "the one manifest of its id", ""),
        "other-programme": ({"programme": ident("x")}, "wrong-context", "for another programme", "P5"),
        "other-case": ({"case": ident("x")}, "wrong-context", "for another case", "P5"),
        "second": ({"seen_manifest": b64u(bytes(32))}, "fork", "a second manifest for one id", "P7"),
        "other-key": (
            {"manifest": to_envelope(sign(seed("x"), "manifest", body=story.sealed.manifest.body))},
            "signature-wrong",
            "signed by another key than its wk",
            "P7",
        ),
        "wk-swapped": (
            {"manifest": resigned(replace(story.manifest, wk=b64u(public("x"))))},
            "signature-wrong",
            "it names another wk than the one that signed",
            "P7",
        ),
    }
    for name, (fields, expect, note, claim) in changed.items():
        maker.add(
            f"manifest/{name}",
            "verify-manifest",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="manifest",
        )


def resigned(manifest: Any) -> dict[str, str]:
    """Return a manifest under the message's own ``wk``."""
    wk = withdraw_seed(master("author"), seed("id/message")[:16])
    return to_envelope(sign(wk, "manifest", body=build_manifest(manifest)))


def _readable_variants(body: bytes) -> dict[str, tuple[bytes, str, str]]:
    """Return what parses, but is another encoding of the same."""
    return {
        "space": (b"{ " + body[1:], "not-canonical", "a space after the brace"),
        "newline": (body + b"\n", "not-canonical", "a newline at the end"),
        "order": (
            body[:-1] + b',"a":1}',
            "not-canonical",
            "a field out of order",
        ),
        "duplicate": (
            b'{"addressees":["' + ident("reader").encode() + b'"],' + body[1:],
            "not-canonical",
            "a field twice",
        ),
        "escape": (
            body.replace(b'"letter"', b'"\\u006cetter"'),
            "not-canonical",
            "a letter written as an escape",
        ),
        "slash": (body.replace(b'"letter"', b'"let\\/ter"'), "not-canonical", "an escaped slash"),
        "decomposed": (
            body.replace(b'"letter"', b'"le\xcc\x81tter"'),
            "not-canonical",
            "text that is not NFC",
        ),
        "fraction": (
            body.replace(b'"policy_version":3', b'"policy_version":3.0'),
            "not-canonical",
            "an integer written with a fraction",
        ),
        "exponent": (
            body.replace(b'"policy_version":3', b'"policy_version":3e0'),
            "not-canonical",
            "an integer written with an exponent",
        ),
        "negative-zero": (
            body.replace(b'"policy_version":3', b'"policy_version":-0'),
            "not-canonical",
            "minus zero",
        ),
        "big-integer": (
            body.replace(b'"policy_version":3', b'"policy_version":9007199254740992'),
            "not-canonical",
            "2^53",
        ),
        "huge-integer": (
            body.replace(b'"policy_version":3', b'"policy_version":1' + b"0" * 5_000),
            "not-canonical",
            "an integer of 5,001 digits",
        ),
        "surrogate": (
            body.replace(b'"letter"', b'"\\ud800"'),
            "not-canonical",
            "a lone surrogate, escaped",
        ),
    }


def _unreadable_variants(body: bytes) -> dict[str, tuple[bytes, str, str]]:
    """Return what does not parse, or is too large."""
    return {
        "leading-zero": (
            body.replace(b'"policy_version":3', b'"policy_version":03'),
            "malformed",
            "a leading zero",
        ),
        "byte-order-mark": (b"\xef\xbb\xbf" + body, "malformed", "a byte order mark"),
        "not-utf8": (body.replace(b'"letter"', b'"\xff"'), "malformed", "a byte that is not UTF-8"),
        "overlong": (
            body.replace(b'"letter"', b'"\xc0\xaf"'),
            "malformed",
            "an overlong UTF-8 sequence",
        ),
        "raw-surrogate": (
            body.replace(b'"letter"', b'"\xed\xa0\x80"'),
            "malformed",
            "a surrogate in UTF-8",
        ),
        "control": (
            body.replace(b'"letter"', b'"let\x01ter"'),
            "malformed",
            "a raw control character in text",
        ),
        "nan": (body.replace(b'"policy_version":3', b'"policy_version":NaN'), "malformed", "NaN"),
        "deep": (b"[" * 50_000, "malformed", "fifty thousand brackets"),
        "nested": (b'{"a":[[[[1]]]]}', "malformed", "nested five deep"),
        "cut": (body[:-1], "malformed", "the last byte is missing"),
        "twice": (body + body, "malformed", "two statements one after the other"),
        "empty": (b"", "malformed", "no bytes"),
        "large": (b'"' + b"a" * 65_535 + b'"', "too-large", "one byte more than 64 KiB"),
    }


def _add_encodings(maker: Maker, body: bytes) -> None:
    maker.add(
        "manifest/parse",
        "parse",
        {"kind": "manifest", "body": b64u(body)},
        expect="ok",
        note="as the author's client writes it",
    )
    variants = _readable_variants(body) | _unreadable_variants(body)
    for name, (raw, expect, note) in variants.items():
        maker.add(
            f"manifest/encoding-{name}",
            "parse",
            {"kind": "manifest", "body": b64u(raw)},
            expect=expect,
            note=note,
            claim="P23",
        )


def _wrong_heads() -> dict[str, tuple[dict[str, Any], str, str]]:
    """Return manifests with a wrong suite, kind, field or id."""
    stray = ident("reader")[:-1] + "B"
    return {
        "suite-two": ({"suite": 2}, "unknown-suite", "suite 2"),
        "suite-true": ({"suite": True}, "unknown-suite", "true is not 1"),
        "suite-text": ({"suite": "1"}, "unknown-suite", "the suite as text"),
        "other-kind": ({"kind": "approval"}, "unknown-suite", "the kind of another statement"),
        "reserved-kind": ({"kind": "grant"}, "unknown-suite", "a kind that is reserved"),
        "foreign-field": ({"note": None}, "wrong-shape", "a field that a manifest has not"),
        "proto": ({"__proto__": {}}, "wrong-shape", "a field named __proto__"),
        "id-short": ({"message": b64u(bytes(15))}, "wrong-shape", "an id of 15 bytes"),
        "id-long": ({"message": b64u(bytes(17))}, "wrong-shape", "an id of 17 bytes"),
        "id-stray-bits": ({"sender": stray}, "wrong-shape", "an id with stray bits at its end"),
        "id-padding": ({"sender": ident("reader") + "=="}, "wrong-shape", "base64url with padding"),
        "id-null": ({"message": None}, "wrong-shape", "null where an id belongs"),
    }


def _wrong_fields(good: dict[str, Any]) -> dict[str, tuple[dict[str, Any], str, str]]:
    """Return manifests with a wrong list, word, number or day."""
    part = good["parts"][0]
    return {
        "no-addressee": ({"addressees": []}, "wrong-shape", "for nobody"),
        "addressee-twice": (
            {"addressees": [ident("reader"), ident("reader")]},
            "wrong-shape",
            "one addressee twice",
        ),
        "addressees-falling": (
            {"addressees": sorted((ident("a"), ident("b")), reverse=True)},
            "wrong-shape",
            "addressees in falling order",
        ),
        "nine-addressees": (
            {"addressees": sorted(ident(str(number)) for number in range(9))},
            "wrong-shape",
            "nine addressees",
        ),
        "channel": ({"channel": "chat"}, "wrong-shape", "an unknown channel"),
        "class": ({"class": "copy"}, "wrong-shape", "an unknown class"),
        "no-part": ({"parts": []}, "wrong-shape", "no part"),
        "65-parts": ({"parts": [part] * 65}, "wrong-shape", "65 parts"),
        "count-zero": ({"parts": [{**part, "count": 0}]}, "wrong-shape", "a part without chunks"),
        "count-large": (
            {"parts": [{**part, "count": 131_073}]},
            "wrong-shape",
            "a chunk more than a part may have",
        ),
        "count-true": ({"parts": [{**part, "count": True}]}, "wrong-shape", "true as a count"),
        "salt-short": (
            {"parts": [{**part, "salt": b64u(bytes(31))}]},
            "wrong-shape",
            "a salt of 31 bytes",
        ),
        "part-field": ({"parts": [{**part, "key": ""}]}, "wrong-shape", "a foreign field in a part"),
        "version-text": ({"policy_version": "3"}, "wrong-shape", "a number as text"),
        "version-zero": ({"policy_version": 0}, "wrong-shape", "a version of 0"),
        "no-such-day": ({"day": "2026-02-29"}, "wrong-shape", "29 February of a common year"),
        "day-short": ({"day": "2026-2-28"}, "wrong-shape", "a day in another form"),
        "day-digits": ({"day": "२०२६-११-२२"}, "wrong-shape", "a day in other digits"),
    }


def _add_shapes(maker: Maker, body: bytes) -> None:
    good = cast("dict[str, Any]", decode(body))
    variants = _wrong_heads() | _wrong_fields(good)
    for name, (fields, expect, note) in variants.items():
        maker.add(
            f"manifest/shape-{name}",
            "parse",
            {"kind": "manifest", "body": b64u(encode(good | fields))},
            expect=expect,
            note=note,
            claim="P24" if expect == "unknown-suite" or "field" in note else "P23",
        )
    for name in ("suite", "header_hash"):
        cut = {field: value for field, value in good.items() if field != name}
        maker.add(
            f"manifest/shape-no-{name.replace('_', '-')}",
            "parse",
            {"kind": "manifest", "body": b64u(encode(cut))},
            expect="unknown-suite" if name == "suite" else "wrong-shape",
            note=f"without {name}",
            claim="P24",
        )
    maker.add(
        "manifest/shape-array",
        "parse",
        {"kind": "manifest", "body": b64u(b"[]")},
        expect="wrong-shape",
        note="an array where an object belongs",
        claim="P23",
    )


def _add_signatures(maker: Maker, body: bytes) -> None:
    signed = to_envelope(sign(seed("signer"), "approval", body=body))
    given = {"envelope": signed, "kind": "approval", "public_key": b64u(public("signer"))}
    maker.share("signature", given)
    high = int.from_bytes(unb64u(signed["sig"])[32:], "little") + GROUP_ORDER
    malleable = unb64u(signed["sig"])[:32] + high.to_bytes(32, "little")
    other = to_envelope(sign(seed("other"), "approval", body=body))
    small = bytes([1]) + bytes(31)
    variants = {
        "verify": ({}, "ok", "signed by the named key"),
        "sig-r": ({"envelope": signed | {"sig": flipped(signed["sig"], 0)}}, "signature-wrong", "R changed"),
        "sig-s": (
            {"envelope": signed | {"sig": flipped(signed["sig"], 33)}},
            "signature-wrong",
            "S changed",
        ),
        "sig-malleable": (
            {"envelope": signed | {"sig": b64u(malleable)}},
            "signature-wrong",
            "S plus the group's order",
        ),
        "sig-zero": ({"envelope": signed | {"sig": b64u(bytes(64))}}, "signature-wrong", "all zero"),
        "body": (
            {"envelope": signed | {"body": flipped(signed["body"], 9)}},
            "signature-wrong",
            "one bit of the body changed",
        ),
        "other-kind": ({"kind": "decision"}, "signature-wrong", "signed as another kind"),
        "other-key": (
            {"public_key": b64u(public("other"))},
            "signature-wrong",
            "checked under another key",
        ),
        "key-swapped": (
            {"envelope": signed | {"key": other["key"]}},
            "signature-wrong",
            "it names another key than the one that signed",
        ),
        "other-signer": ({"envelope": other}, "signature-wrong", "another person's signature"),
        "small-order": (
            {
                "envelope": signed | {"key": b64u(key_id(small)), "sig": b64u(small + bytes(32))},
                "public_key": b64u(small),
            },
            "signature-wrong",
            "the neutral element as a key: any message would verify",
        ),
        "sig-short": (
            {"envelope": signed | {"sig": b64u(bytes(63))}},
            "wrong-shape",
            "a signature of 63 bytes",
        ),
        "envelope-padding": (
            {"envelope": signed | {"body": signed["body"] + "="}},
            "not-canonical",
            "base64url with padding",
        ),
    }
    for name, (fields, expect, note) in variants.items():
        maker.add(
            f"signature/{name}",
            "verify-statement",
            given | fields,
            expect=expect,
            note=note,
            claim="P5" if name == "other-kind" else "P7",
            base="signature",
        )
    _add_envelopes(maker, signed)


def _add_envelopes(maker: Maker, signed: dict[str, str]) -> None:
    raw = encode(signed)
    for name, (text, expect, note) in {
        "envelope-ok": (raw, "ok", "an envelope in its one form"),
        "envelope-field": (encode({**signed, "alg": "none"}), "wrong-shape", "a foreign field"),
        "envelope-cut": (encode({"body": "", "key": ""}), "wrong-shape", "without a signature"),
        "envelope-number": (encode({**signed, "sig": 1}), "wrong-shape", "a number as a signature"),
        "envelope-space": (raw + b" ", "not-canonical", "a space at the end"),
    }.items():
        maker.add(
            f"signature/{name}",
            "decode-envelope",
            {"raw": b64u(text)},
            expect=expect,
            note=note,
            claim="P23",
        )
