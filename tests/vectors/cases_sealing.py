# SPDX-License-Identifier: EUPL-1.2
"""Families wrap, commitment and stream: the right key, the right bytes, at their place."""

from typing import Any, Final

from relay.crypto.box import seal_box, seal_keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import kem_public_key
from relay.crypto.padding import CHUNK_BYTES, LENGTH_BYTES, pad
from relay.crypto.stream import STORED_CHUNK_BYTES, part_keys, seal_stream
from relay.crypto.tree import leaf_hash, root_of
from tests.vectors.maker import Maker, flipped
from tests.vectors.two_keys import two_key_box
from tests.vectors.world import KEPT, seed

CONTEXT: Final = b'{"case":"one"}'


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_wraps(maker)
    _add_commitments(maker)
    _add_parts(maker)
    _add_chunks(maker)
    _add_padding(maker)


def _add_wraps(maker: Maker) -> None:
    kem, key, subject = seed("kem"), seed("wrapped key"), seed("subject")
    wrapped = KEPT.get(kem, key, purpose="release", subject=subject)
    given = {
        "seed": b64u(kem),
        "wrap": b64u(wrapped),
        "purpose": "release",
        "subject": b64u(subject),
    }
    maker.share("wrap", given)
    for name, fields, expect, note, claim in (
        ("release", {}, "ok", "opens for its recipient, purpose and subject", "P26"),
        ("purpose-review", {"purpose": "review"}, "wrap-broken", "a release wrap used for review", "P5"),
        ("purpose-self", {"purpose": "self"}, "wrap-broken", "a release wrap used as one's own", "P5"),
        ("purpose-note", {"purpose": "note"}, "wrap-broken", "a release wrap used for a note", "P5"),
        ("subject", {"subject": b64u(seed("x"))}, "wrap-broken", "of another manifest", "P5"),
        ("recipient", {"seed": b64u(seed("x"))}, "wrap-broken", "for another person", "P1"),
        ("lattice-flip", {"wrap": flipped(b64u(wrapped), 7)}, "wrap-broken", "ML-KEM part changed", "P26"),
        ("curve-flip", {"wrap": flipped(b64u(wrapped), 1_100)}, "wrap-broken", "X25519 part changed", "P26"),
        ("sealed-flip", {"wrap": flipped(b64u(wrapped), 1_130)}, "wrap-broken", "sealed key changed", "P1"),
        ("tag-flip", {"wrap": flipped(b64u(wrapped), 1_167)}, "wrap-broken", "tag changed", "P1"),
        ("cut", {"wrap": b64u(wrapped[:-1])}, "wrap-broken", "a byte short", "P1"),
        ("long", {"wrap": b64u(wrapped + b"\x00")}, "wrap-broken", "a byte long", "P1"),
        ("empty", {"wrap": ""}, "wrap-broken", "no bytes", "P1"),
        (
            "curve-zero",
            {"wrap": b64u(wrapped[:1_088] + bytes(32) + wrapped[1_120:])},
            "wrap-broken",
            "an X25519 share of small order",
            "P26",
        ),
        (
            "lattice-zero",
            {"wrap": b64u(bytes(1_088) + wrapped[1_088:])},
            "wrap-broken",
            "the lattice half emptied: the curve alone must not do",
            "P26",
        ),
    ):
        maker.add(
            f"wrap/{name}", "unwrap", given | fields, expect=expect, note=note, claim=claim, base="wrap"
        )
    assert len(kem_public_key(kem)) == 1_216


def _add_commitments(maker: Maker) -> None:
    key, text = seed("box key"), b"Bonjour."
    box = seal_box(key, text, label="note", context=CONTEXT, salt=seed("box salt"))
    given = {"key": b64u(key), "box": b64u(box), "label": "note", "context": b64u(CONTEXT)}
    maker.share("box", given)
    two, first, second = two_key_box(seed("two keys"), context=CONTEXT)
    empty = seal_box(key, b"", label="note", context=CONTEXT, salt=seed("box salt"))
    other = seal_keys(second, label="note", context=CONTEXT, salt=two[:32])
    variants: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
        ("open", {}, "ok", "opens under its key", "P1"),
        ("empty", {"box": b64u(empty)}, "ok", "an empty box", "P1"),
        ("two-keys-first", {"box": b64u(two), "key": b64u(first)}, "ok", "the key it commits to", "P3"),
        (
            "two-keys-second",
            {"box": b64u(two), "key": b64u(second)},
            "commitment-wrong",
            "a ciphertext that AES-GCM opens under two keys, under the second",
            "P3",
        ),
        (
            "two-keys-swapped",
            {"box": b64u(two[:32] + other.commitment + two[64:]), "key": b64u(first)},
            "commitment-wrong",
            "the same with the second key's commitment, under the first",
            "P3",
        ),
        ("key", {"key": b64u(seed("x"))}, "commitment-wrong", "another key", "P3"),
        ("key-flip", {"key": flipped(b64u(key), 31)}, "commitment-wrong", "one bit of the key", "P3"),
        ("label", {"label": "draft"}, "commitment-wrong", "another type of box", "P5"),
        ("label-prefix", {"label": "not"}, "commitment-wrong", "a label cut short", "P5"),
        ("context", {"context": b64u(b'{"case":"two"}')}, "commitment-wrong", "another case", "P5"),
        ("context-empty", {"context": ""}, "commitment-wrong", "no context", "P5"),
        ("salt", {"box": flipped(b64u(box), 0)}, "commitment-wrong", "the salt changed", "P3"),
        ("commitment", {"box": flipped(b64u(box), 40)}, "commitment-wrong", "the commitment changed", "P3"),
        ("text", {"box": flipped(b64u(box), 64)}, "seal-broken", "one bit of the ciphertext", "P1"),
        ("tag", {"box": flipped(b64u(box), -1)}, "seal-broken", "one bit of the tag", "P1"),
        ("cut", {"box": b64u(box[:-1])}, "seal-broken", "a byte short", "P1"),
        ("long", {"box": b64u(box + b"\x00")}, "seal-broken", "a byte long", "P1"),
        ("head", {"box": b64u(box[:64])}, "seal-broken", "salt and commitment only", "P1"),
        ("nothing", {"box": ""}, "seal-broken", "no bytes", "P1"),
    )
    for name, fields, expect, note, claim in variants:
        maker.add(
            f"commitment/{name}",
            "open-box",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="box",
        )
    large = {"$repeat": "AAAA", "count": (1_048_576 + 80) // 3 + 1}
    maker.add(
        "commitment/too-large",
        "open-box",
        {"key": b64u(key), "box": large, "label": "note", "context": b64u(CONTEXT)},
        expect="too-large",
        note="more than 1 MiB",
        claim="P23",
    )
    sealed = {
        "key": b64u(key),
        "plaintext": b64u(text),
        "label": "note",
        "context": b64u(CONTEXT),
        "salt": b64u(seed("box salt")),
    }
    maker.add("known/seal", "seal-box", sealed, expect="ok", note="sealing is fixed by its salt")


def three_chunks() -> dict[str, Any]:
    """Return a letter of three chunks, as ``open-part`` takes it."""
    text = b"".join(b"ligne %06d de la lettre\n" % line for line in range(6_000))
    content_key, salt = seed("content key"), seed("long salt")
    keys = part_keys(content_key, salt=salt, context=CONTEXT)
    chunks = list(seal_stream(keys, pad(text, letter=True)))
    leaves = [leaf_hash(chunk) for chunk in chunks]
    return {
        "content_key": b64u(content_key),
        "salt": b64u(salt),
        "context": b64u(CONTEXT),
        "commitment": b64u(keys.commitment),
        "count": len(chunks),
        "root": b64u(root_of(leaves)),
        "letter": True,
        "table": b64u(b"".join(leaves)),
        "stored": b64u(b"".join(chunks)),
    }


def _add_parts(maker: Maker) -> None:
    given = three_chunks()
    maker.share("part", given)
    stored = maker.shared["part"]["stored"]
    chunk = [_cut(stored, at) for at in range(3)]
    table = unb64u(given["table"])
    leaf = [table[at : at + 32] for at in range(0, 96, 32)]
    two = {"count": 2, "root": b64u(root_of(leaf[:2])), "table": b64u(b"".join(leaf[:2]))}
    variants: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("open", {}, "ok", "three chunks in their places"),
        (
            "swapped",
            {"stored": {"$join": [chunk[1], chunk[0], chunk[2]]}},
            "tree-wrong",
            "two chunks swapped",
        ),
        ("repeated", {"stored": {"$join": [chunk[0], chunk[0], chunk[2]]}}, "tree-wrong", "one chunk twice"),
        ("truncated", {"stored": {"$join": chunk[:2]}}, "seal-broken", "the last chunk is missing"),
        ("cut", {"stored": {**stored, "to": 196_655}}, "seal-broken", "the last byte is missing"),
        ("extended", {"stored": {"$join": [*chunk, chunk[2]]}}, "seal-broken", "one chunk more"),
        ("long", {"stored": {"$join": [stored, "AA"]}}, "seal-broken", "one byte more"),
        ("flip-first", {"stored": {**stored, "flip": 0}}, "tree-wrong", "the first bit"),
        ("flip-last", {"stored": {**stored, "flip": 196_655}}, "tree-wrong", "the last bit of the last tag"),
        ("table-swapped", {"table": b64u(leaf[1] + leaf[0] + leaf[2])}, "tree-wrong", "two leaves swapped"),
        ("table-cut", {"table": b64u(table[:-32])}, "tree-wrong", "a leaf is missing"),
        ("table-long", {"table": b64u(table + leaf[2])}, "tree-wrong", "a leaf too many"),
        ("table-flip", {"table": flipped(given["table"], 33)}, "tree-wrong", "one bit of a leaf"),
        ("table-empty", {"table": ""}, "tree-wrong", "no table"),
        ("root", {"root": flipped(given["root"])}, "tree-wrong", "another root"),
        (
            "root-as-leaf",
            {"count": 1, "table": given["root"], "stored": chunk[0]},
            "tree-wrong",
            "the root given out as the one leaf",
        ),
        (
            "end-moved",
            {**two, "stored": {"$join": chunk[:2]}},
            "seal-broken",
            "table, root and count of the first two chunks: the last flag is wrong",
        ),
        ("key", {"content_key": b64u(seed("x"))}, "commitment-wrong", "another content key"),
        ("other-part", {"context": b64u(b'{"case":"two"}')}, "commitment-wrong", "another part's context"),
        ("other-salt", {"salt": b64u(seed("x"))}, "commitment-wrong", "another part's salt"),
    )
    for name, fields, expect, note in variants:
        maker.add(
            f"stream/{name}", "open-part", given | fields, expect=expect, note=note, claim="P6", base="part"
        )


def _cut(stored: dict[str, Any], at: int) -> dict[str, Any]:
    return {**stored, "from": at * STORED_CHUNK_BYTES, "to": (at + 1) * STORED_CHUNK_BYTES}


def _add_chunks(maker: Maker) -> None:
    given = three_chunks()
    chunk = _cut(maker.shared["part"]["stored"], 1)
    known = {name: given[name] for name in ("content_key", "salt", "context")}
    for name, fields, note in (
        ("chunk-earlier", {"index": 0}, "one place earlier"),
        ("chunk-later", {"index": 2}, "one place later"),
        ("chunk-last", {"last": True}, "said to be the last"),
        ("chunk-far", {"index": 2**32 + 1}, "at a place beyond 32 bits"),
        ("chunk-cut", {"chunk": {**chunk, "to": chunk["to"] - 1}}, "a byte short"),
        ("chunk-flip", {"chunk": {**chunk, "flip": 65_551}}, "the tag changed"),
    ):
        maker.add(
            f"stream/{name}",
            "open-chunk",
            {**known, "chunk": chunk, "index": 1, "last": False, **fields},
            expect="seal-broken",
            note=note,
            claim="P6",
        )
    maker.add(
        "stream/chunk",
        "open-chunk",
        {**known, "chunk": chunk, "index": 1, "last": False},
        expect="ok",
        note="the middle chunk alone: any seek can be opened",
        claim="P6",
    )


def _add_padding(maker: Maker) -> None:
    def framed(length: int, content: bytes, size: int = CHUNK_BYTES) -> dict[str, Any]:
        head = length.to_bytes(LENGTH_BYTES, "big") + content
        return {"$join": [b64u(head), {"$repeat": "AA", "count": size - len(head)}]}

    last = {"$join": [b64u((2).to_bytes(8, "big") + b"ab"), {"$repeat": "AA", "count": 65_525}, "AQ"]}
    for name, padded, letter, expect, note in (
        ("padding-ok", framed(2, b"ab"), True, "ok", "two bytes in one chunk"),
        ("padding-last", last, True, "size-wrong", "the last byte of padding is not zero"),
        ("padding-first", framed(1, b"ab"), True, "size-wrong", "the first byte of padding is not zero"),
        ("padding-large", framed(2, b"ab", 2 * CHUNK_BYTES), True, "size-wrong", "a chunk too many"),
        ("padding-small", framed(65_529, b"ab"), True, "size-wrong", "longer than the chunk"),
        ("padding-huge", framed(2**64 - 1, b""), True, "size-wrong", "a length of 2^64-1"),
        ("padding-empty", "", True, "size-wrong", "no bytes"),
        ("padding-short", "AAAAAAAA", True, "size-wrong", "no room for a length"),
    ):
        maker.add(
            f"stream/{name}",
            "unpad",
            {"padded": padded, "letter": letter},
            expect=expect,
            note=note,
            claim="P20",
        )
    for length, letter in (
        (0, True),
        (65_528, True),
        (65_529, True),
        (4_194_305, True),
        (4_194_305, False),
        (2**40, False),
    ):
        kind = "letter" if letter else "video"
        maker.add(
            f"known/size-{kind}-{length}",
            "padded-size",
            {"length": length, "letter": letter},
            expect="ok",
            note=f"the size class of {length} bytes",
            claim="P20",
        )
