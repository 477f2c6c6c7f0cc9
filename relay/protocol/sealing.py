# SPDX-License-Identifier: EUPL-1.2
"""Sealing a message, once: parts, header, manifest and its signature by ``wk``.

Every random byte is an argument, drawn for this message alone. What is sealed goes into a
file, and sending or resuming only ever reads that file: never two plaintexts under one
key and nonce. Twin: ``web/src/protocol/sealing.ts``. Source: protocol.md section 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relay.crypto.box import SealKeys
from relay.crypto.encoding import b64u
from relay.crypto.padding import pad
from relay.crypto.signing import Statement, sign
from relay.crypto.stream import part_keys, seal_stream
from relay.crypto.tree import leaf_hash, root_of
from relay.protocol.header import Sender, SenderPart, build_sender, header_hash, seal_header
from relay.protocol.manifest import (
    Manifest,
    Part,
    build_manifest,
    core_hash,
    is_letter,
    message_context,
    part_context,
)
from relay.protocol.opening import StoredMessage, StoredPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A part before sealing: its media type, bytes, duration, and 32 fresh random bytes."""

    type: str
    content: bytes
    duration_ms: int | None
    salt: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the author says of the whole, and which certificate speaks for them."""

    language: str
    content_note: str
    certificate: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealingKeys:
    """A message's own content key and ``wk`` seed, and the seed of who signs the header."""

    content_key: bytes
    wk_seed: bytes
    author_seed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPart:
    """A part that lies sealed somewhere: what the manifest and what the header say of it."""

    claim: Part
    said: SenderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedMessage:
    """What is sent: the signed manifest, and the sealed rest."""

    manifest: Statement
    stored: StoredMessage


def claim_of(keys: SealKeys, *, salt: bytes, leaves: Sequence[bytes]) -> Part:
    """Return what a manifest says of a part that was sealed under ``keys``, from its leaves in order."""
    return Part(
        salt=b64u(salt), commitment=b64u(keys.commitment), count=len(leaves), root=b64u(root_of(leaves))
    )


def seal_part(
    manifest: Manifest, content: Content, *, content_key: bytes, part: int
) -> tuple[Part, StoredPart]:
    """Seal part ``part``; only the manifest's context fields are used."""
    context = part_context(manifest, part)
    keys = part_keys(content_key, salt=content.salt, context=context)
    chunks = list(seal_stream(keys, pad(content.content, letter=is_letter(manifest))))
    leaves = [leaf_hash(chunk) for chunk in chunks]
    claim = claim_of(keys, salt=content.salt, leaves=leaves)
    return claim, StoredPart(table=b"".join(leaves), stored=b"".join(chunks))


def bind_message(
    outline: Manifest,
    parts: Sequence[SealedPart],
    *,
    words: Words,
    keys: SealingKeys,
    header_salt: bytes,
) -> tuple[Statement, bytes]:
    """Seal what holds a message together: return manifest and header over parts sealed under this key.

    Args:
        outline: the manifest; its ``parts`` and ``header_hash`` are replaced.
        parts: in their order, sealed in the context of ``outline``.
        words: what the author says of the whole.
        keys: as ``seal_message``.
        header_salt: 32 fresh random bytes.
    """
    manifest = replace(outline, parts=tuple(part.claim for part in parts))
    sender = Sender(
        programme=manifest.programme,
        case=manifest.case,
        core=core_hash(manifest),
        parts=tuple(part.said for part in parts),
        language=words.language,
        content_note=words.content_note,
        certificate=words.certificate,
    )
    signed = sign(keys.author_seed, "sender", body=build_sender(sender))
    header = seal_header(keys.content_key, signed, context=message_context(manifest), salt=header_salt)
    manifest = replace(manifest, header_hash=header_hash(header))
    return sign(keys.wk_seed, "manifest", body=build_manifest(manifest)), header


def seal_message(
    outline: Manifest,
    contents: Sequence[Content],
    *,
    words: Words,
    keys: SealingKeys,
    header_salt: bytes,
) -> SealedMessage:
    """Seal a message.

    Args:
        outline: the manifest; its ``parts`` and ``header_hash`` are replaced.
        contents: the parts, already in their normal form.
        words: what the author says of the whole.
        keys: a content key of 32 fresh random bytes; ``keys.withdraw_seed`` of this message,
            whose public key ``outline.wk`` is; the author's Ed25519 seed, or that of the
            mediator who made the words.
        header_salt: 32 fresh random bytes.
    """
    sealed = [
        seal_part(outline, one, content_key=keys.content_key, part=part) for part, one in enumerate(contents)
    ]
    parts = [
        SealedPart(
            claim=claim,
            said=SenderPart(type=one.type, length=len(one.content), duration_ms=one.duration_ms),
        )
        for (claim, _), one in zip(sealed, contents, strict=True)
    ]
    manifest, header = bind_message(outline, parts, words=words, keys=keys, header_salt=header_salt)
    return SealedMessage(
        manifest=manifest,
        stored=StoredMessage(header=header, parts=tuple(stored for _, stored in sealed)),
    )
