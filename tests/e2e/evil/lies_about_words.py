# SPDX-License-Identifier: EUPL-1.2
"""Lies about the words themselves: manifests, headers, chunks, and authors who collude with the server."""

import secrets
from dataclasses import replace
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.padding import pad
from relay.protocol.manifest import core_hash, parse_manifest
from tests.e2e.evil.forging import flipped, reworded, unsigned
from tests.e2e.evil.lies_about_gates import seed_of
from tests.e2e.evil.proxy import Lies, in_bytes, in_json
from tests.e2e.evil.stage import LETTER, World
from tests.e2e.evil.tables import Json, Table
from tests.e2e.evil.whole_letters import PLAIN, Recipe, handed_over, letter, told

WORDS: Final = Table()
PIECES: Final = Table()
_CHUNK: Final = 65_552
_LEAF: Final = 32


def _text(text: str) -> Recipe:
    return Recipe(padded=pad(text.encode(), letter=True))


# --- The manifest, by the server alone


@WORDS.about("detail", "signature-wrong")
def a_manifest_changed_under_its_signature(world: World, detail: Json) -> Json:
    """Another day, and the old signature."""
    return detail | {"manifest": unsigned(detail["manifest"], day="2020-01-01")}


@WORDS.about("detail", "signature-wrong")
def a_manifest_signed_by_the_author_as_a_person(world: World, detail: Json) -> Json:
    """The author's own key is not the message's key."""
    return detail | {"manifest": reworded(detail["manifest"], seed_of(world.author))}


@WORDS.about("detail", "not-approved")
def the_manifest_of_another_letter(world: World, detail: Json) -> Json:
    """Another letter's manifest beside this one's approvals."""
    return detail | {"manifest": world.details[world.other]["manifest"]}


@WORDS.about("detail", "wrong-context")
def another_letter_whole(world: World, detail: Json) -> Json:
    """All of another released letter, under this one's name."""
    return world.details[world.other] | {"view": detail["view"]}


@WORDS.about("detail", "wrong-context")
def another_letter_in_answer(world: World, detail: Json) -> Json:
    """Another letter was asked for than is answered."""
    return world.details[world.other]


@WORDS.about("detail", "seal-broken")
def the_header_of_another_letter(world: World, detail: Json) -> Json:
    """A header that this manifest does not name."""
    return detail | {"header": world.details[world.other]["header"]}


@WORDS.about("detail", "seal-broken")
def a_header_with_a_changed_bit(world: World, detail: Json) -> Json:
    """One bit of the sealed header differs."""
    return detail | {"header": flipped(detail["header"])}


# --- The whole letter, by everybody but the reader


@WORDS.whole("not-approved")
def a_second_manifest_for_the_letter(world: World) -> Lies:
    """The author made a second letter under the same id, and the approvals are of the first."""
    known = world.details[world.letter]
    whole = letter(world, known, Recipe())
    made = handed_over(world, known, whole, Recipe())
    mixed = made | {"statements": known["statements"], "wrap": known["wrap"]}
    return Lies(answers={"detail": in_json(lambda _: mixed), "stored": in_bytes(lambda _: whole.stored)})


@WORDS.whole("not-addressed")
def a_letter_to_somebody_else(world: World) -> Lies:
    """All agreed, on a letter that is for its author."""
    return told(world, Recipe(outline={"addressees": (world.author.keyring.person,)}))


@WORDS.whole("wrong-context")
def a_letter_of_another_case(world: World) -> Lies:
    """Signed by its own key for another case."""
    return told(world, Recipe(outline={"case": b64u(bytes(16))}))


@WORDS.whole("signature-wrong")
def a_letter_written_by_the_server(world: World) -> Lies:
    """The words of a stranger in the author's name, all gates passed."""
    return told(world, Recipe(signer=world.service, wk=secrets.token_bytes(32)))


@WORDS.whole("signature-wrong")
def a_letter_written_by_a_mediator(world: World) -> Lies:
    """Two mediators make a letter in the author's name, and approve it."""
    return told(world, Recipe(signer=seed_of(world.one), wk=secrets.token_bytes(32)))


@WORDS.whole("certificate-wrong")
def a_letter_by_the_reader_to_themselves(world: World) -> Lies:
    """The header names the certificate of somebody who is not the sender."""
    keyring = world.reader.keyring
    own = world.reader.believed.certificate(world.cast.case, keyring.person).hash
    return told(world, Recipe(signer=keyring.identity_seed, sender={"certificate": own}))


@WORDS.whole("wrong-context")
def words_moved_under_another_manifest(world: World) -> Lies:
    """The author's signature is over the first manifest's core, shown with another."""
    known = parse_manifest(unb64u(world.details[world.letter]["manifest"]["body"]))
    return told(world, Recipe(core=core_hash(replace(known, day="2020-01-01"))))


@WORDS.whole("commitment-wrong")
def a_header_under_another_key(world: World) -> Lies:
    """The author sealed what they say of the letter with another key than the letter."""
    return told(world, Recipe(header_key=secrets.token_bytes(32)))


@WORDS.whole("commitment-wrong")
def a_letter_that_opens_under_two_keys(world: World) -> Lies:
    """Mediators hold one key and the reader another, and AES-GCM opens with both."""
    second = secrets.token_bytes(32)
    return told(world, Recipe(also=second, header_key=second, handed_key=second))


@WORDS.whole("size-wrong")
def a_header_that_lies_of_the_length(world: World) -> Lies:
    """The author signs another length than the letter has."""
    parts = [{"type": "text/plain", "length": 3, "duration_ms": None}]
    return told(world, Recipe(sender={"parts": parts}))


@WORDS.whole("size-wrong")
def something_hidden_in_the_padding(world: World) -> Lies:
    """Bytes after the letter's end, which no mediator was shown."""
    return told(world, Recipe(padded=PLAIN[:-4] + b"psst"))


@WORDS.whole("size-wrong")
def a_letter_padded_too_long(world: World) -> Lies:
    """Another size than the one that its length gives."""
    return told(world, Recipe(padded=PLAIN + bytes(len(PLAIN))))


@WORDS.whole("hidden-text")
def a_hidden_character(world: World) -> Lies:
    """Something between the words that a mediator cannot see."""
    return told(world, _text(LETTER.replace("mot", "m\u200bot")))


@WORDS.whole("hidden-text")
def words_that_turn_around(world: World) -> Lies:
    """What reads one way on one screen and another way on another."""
    return told(world, _text(LETTER.replace("mot", "\u202emot")))


@WORDS.whole("not-normal")
def a_letter_out_of_its_normal_form(world: World) -> Lies:
    """Spaces that carry something."""
    return told(world, _text(LETTER.replace(" ", "  ")))


@WORDS.whole("malformed")
def a_letter_that_is_not_text(world: World) -> Lies:
    """Bytes that are no UTF-8."""
    return told(world, Recipe(padded=pad(LETTER.encode("latin-1"), letter=True)))


@WORDS.whole("malformed")
def a_letter_that_calls_itself_a_picture(world: World) -> Lies:
    """The words go past the checks for letters as another type."""
    parts = [{"type": "image/png", "length": len(LETTER.encode()), "duration_ms": None}]
    return told(world, Recipe(sender={"parts": parts}))


@WORDS.whole("wrong-shape")
def a_letter_that_calls_itself_a_page(world: World) -> Lies:
    """A type that would be run."""
    parts = [{"type": "text/html", "length": len(LETTER.encode()), "duration_ms": None}]
    return told(world, Recipe(sender={"parts": parts}))


@WORDS.whole("not-confirmed")
def changed_words_that_nobody_confirmed(world: World) -> Lies:
    """A mediator shortened the letter, and its author was not asked."""
    maker = seed_of(world.one)
    return told(world, Recipe(outline={"class_": "redaction"}, signer=maker, sender={"certificate": None}))


# --- Chunks and leaves, by the server alone


@PIECES.bytes_of("stored", "tree-wrong")
def a_changed_bit(world: World, stored: bytes) -> bytes:
    """One bit of the first chunk differs."""
    return bytes([stored[0] ^ 1]) + stored[1:]


@PIECES.bytes_of("stored", "tree-wrong")
def chunks_in_another_order(world: World, stored: bytes) -> bytes:
    """The two chunks have changed places."""
    return stored[_CHUNK:] + stored[:_CHUNK]


@PIECES.bytes_of("stored", "tree-wrong")
def a_chunk_twice(world: World, stored: bytes) -> bytes:
    """The first chunk stands in the second's place too."""
    return stored[:_CHUNK] * 2


@PIECES.bytes_of("stored", "seal-broken")
def the_last_chunk_cut_off(world: World, stored: bytes) -> bytes:
    """The letter ends in the middle."""
    return stored[:_CHUNK]


@PIECES.bytes_of("stored", "seal-broken")
def the_last_byte_cut_off(world: World, stored: bytes) -> bytes:
    """The letter ends a byte early."""
    return stored[:-1]


@PIECES.bytes_of("stored", "size-wrong")
def a_chunk_too_many(world: World, stored: bytes) -> bytes:
    """More comes than was signed."""
    return stored + stored[:_CHUNK]


@PIECES.bytes_of("stored", "tree-wrong")
def a_chunk_of_another_letter(world: World, stored: bytes) -> bytes:
    """A true chunk of something else."""
    return world.parts[world.other] + stored[_CHUNK:]


@PIECES.bytes_of("leaves", "tree-wrong")
def a_changed_leaf(world: World, leaves: bytes) -> bytes:
    """One bit of the leaf table differs."""
    return bytes([leaves[0] ^ 1]) + leaves[1:]


@PIECES.bytes_of("leaves", "tree-wrong")
def leaves_in_another_order(world: World, leaves: bytes) -> bytes:
    """The leaves have changed places."""
    return leaves[_LEAF:] + leaves[:_LEAF]


@PIECES.bytes_of("leaves", "tree-wrong")
def the_last_leaf_cut_off(world: World, leaves: bytes) -> bytes:
    """A table for fewer chunks."""
    return leaves[:_LEAF]


@PIECES.whole("tree-wrong")
def chunks_and_leaves_in_another_order(world: World) -> Lies:
    """Both have changed places, so that they fit each other, and not what was signed."""
    return Lies(
        answers={
            "stored": in_bytes(lambda stored: stored[_CHUNK:] + stored[:_CHUNK]),
            "leaves": in_bytes(lambda leaves: leaves[_LEAF:] + leaves[:_LEAF]),
        }
    )
