# SPDX-License-Identifier: EUPL-1.2
"""A whole letter made anew with one defect, where everybody colludes but the reader.

Author, mediators and server sign and hand over what they like; the reader's "ready" is
signed for exactly that letter. So nothing but the one defect stands in the way of the words.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from relay.crypto import canonical, keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.padding import pad
from relay.crypto.signing import sign
from relay.crypto.stream import STORED_CHUNK_BYTES, part_keys, seal_stream
from relay.crypto.tree import leaf_hash, root_of
from relay.protocol.header import TEXT_TYPE, header_hash, seal_header
from relay.protocol.manifest import (
    Manifest,
    Part,
    build_manifest,
    core_hash,
    message_context,
    parse_manifest,
    part_context,
)
from relay.protocol.release import wrap_hash
from tests.e2e.evil.forging import find, hash_of, in_place_of, of_wire, reworded
from tests.e2e.evil.lies_about_gates import approvals_of, seed_of, wrapped
from tests.e2e.evil.proxy import Lies, in_bytes, in_json
from tests.e2e.evil.stage import LETTER, World
from tests.e2e.evil.tables import Json
from tests.e2e.evil.two_keys import two_key_chunk

PLAIN: Final = pad(LETTER.encode(), letter=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What differs from an honest letter; nothing, unless said.

    Attributes:
        outline: other fields of the manifest.
        sender: other fields of what the author signs of the letter.
        core: the manifest that the author's signature speaks of, if not this one.
        signer: who signs the inner header; the author, unless given.
        padded: the padded plaintext.
        also: another key that the one chunk is to open under.
        header_key: seals the inner header; the letter's key, unless given.
        handed_key: what the release hands over; the letter's key, unless given.
        wk: signs the manifest; the author's key for this message, unless given.
    """

    outline: Mapping[str, Any] = field(default_factory=dict[str, Any])
    sender: Mapping[str, Any] = field(default_factory=dict[str, Any])
    core: str | None = None
    signer: bytes | None = None
    padded: bytes = PLAIN
    also: bytes | None = None
    header_key: bytes | None = None
    handed_key: bytes | None = None
    wk: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What the server hands over of a letter."""

    manifest: Json
    header: bytes
    stored: bytes
    leaves: bytes


def letter(world: World, detail: Json, recipe: Recipe) -> Whole:
    """Make a letter under the content key and the id of the one in ``detail``."""
    honest = parse_manifest(unb64u(detail["manifest"]["body"]))
    wk = recipe.wk or keys.withdraw_seed(world.author.keyring.master, unb64u(honest.message))
    outline = replace(honest, wk=b64u(keys.signing_public_key(wk)), **recipe.outline)
    claim, stored, leaves = _part(world, outline, recipe)
    manifest = replace(outline, parts=(claim,))
    header = _header(world, manifest, recipe)
    manifest = replace(manifest, header_hash=header_hash(header))
    signed = of_wire(sign(wk, "manifest", body=build_manifest(manifest)))
    return Whole(manifest=signed, header=header, stored=stored, leaves=leaves)


def _part(world: World, outline: Manifest, recipe: Recipe) -> tuple[Part, bytes, bytes]:
    salt = secrets.token_bytes(32)
    context = part_context(outline, 0)
    sealing = part_keys(world.content_key, salt=salt, context=context)
    if recipe.also is None:
        stored = b"".join(seal_stream(sealing, recipe.padded))
    else:
        stored = two_key_chunk(sealing, part_keys(recipe.also, salt=salt, context=context), recipe.padded)
    leaves = [
        leaf_hash(stored[at : at + STORED_CHUNK_BYTES]) for at in range(0, len(stored), STORED_CHUNK_BYTES)
    ]
    claim = Part(
        salt=b64u(salt), commitment=b64u(sealing.commitment), count=len(leaves), root=b64u(root_of(leaves))
    )
    return claim, stored, b"".join(leaves)


def _header(world: World, manifest: Manifest, recipe: Recipe) -> bytes:
    keyring = world.author.keyring
    body = {
        "suite": 1,
        "kind": "sender",
        "programme": manifest.programme,
        "case": manifest.case,
        "core": recipe.core or core_hash(manifest),
        "parts": [{"type": TEXT_TYPE, "length": _length(recipe.padded), "duration_ms": None}],
        "language": "fr",
        "content_note": "",
        "certificate": world.author.believed.certificate(world.cast.case, keyring.person).hash,
    } | dict(recipe.sender)
    signed = sign(recipe.signer or keyring.identity_seed, "sender", body=canonical.encode(body))
    key = recipe.header_key or world.content_key
    return seal_header(key, signed, context=message_context(manifest), salt=secrets.token_bytes(32))


def _length(padded: bytes) -> int:
    return int.from_bytes(padded[:8], "big")


def handed_over(world: World, detail: Json, whole: Whole, recipe: Recipe) -> Json:
    """Return the detail of a made letter, with everybody's signatures over it."""
    named = hash_of(whole.manifest)
    hands = {hand.keyring.key_id: hand for hand in (world.one, world.two)}
    addressees = list(recipe.outline.get("addressees", [world.reader.keyring.person]))
    approvals = [
        reworded(known, seed_of(hands[known["key"]]), manifest=named, addressees=addressees)
        for known in approvals_of(detail)
    ]
    ready = reworded(find(detail, "readiness"), seed_of(world.reader), manifest=named)
    key = wrapped(world, recipe.handed_key or world.content_key, named)
    release = reworded(
        find(detail, "release"),
        seed_of(world.one),
        manifest=named,
        readiness=hash_of(ready),
        approvals=sorted(hash_of(approval) for approval in approvals),
        wrap=wrap_hash(unb64u(key)),
    )
    made = in_place_of(in_place_of(detail, "approval", *approvals), "readiness", ready)
    return in_place_of(made, "release", release) | {
        "manifest": whole.manifest,
        "header": b64u(whole.header),
        "wrap": key,
        "view": detail["view"] | {"manifest": named},
    }


def told(world: World, recipe: Recipe, *, instead_of: str | None = None) -> Lies:
    """Hand over a made letter in the place of an honest one: ``world.letter``, unless given."""
    known = world.details[instead_of or world.letter]
    whole = letter(world, known, recipe)
    detail = handed_over(world, known, whole, recipe)
    return Lies(
        answers={
            "detail": in_json(lambda _: detail),
            "stored": in_bytes(lambda _: whole.stored),
            "leaves": in_bytes(lambda _: whole.leaves),
        }
    )
