# SPDX-License-Identifier: EUPL-1.2
"""Opening a message: steps 10 to 16 of docs/format.md section 6, closed on any failure.

A key is compared with its commitment before anything is opened, a chunk with its leaf
before a byte reaches a decoder, and words are shown only when they are in normal form.
The blind server cannot import this file. Twin: ``web/src/protocol/opening.ts``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from relay.crypto.box import SealKeys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import key_id
from relay.crypto.padding import CHUNK_BYTES, padded_size, unpad
from relay.crypto.signing import Statement, verify
from relay.crypto.stream import check_commitment, open_chunk, part_keys, split_stored
from relay.crypto.tree import check_chunk
from relay.crypto.wrapping import Purpose, unwrap
from relay.errors import (
    CertificateWrongError,
    MalformedError,
    NotConfirmedError,
    SignerNotAllowedError,
    SizeWrongError,
    WrongContextError,
)
from relay.protocol.approval import VerifiedApproval, check_reviewed_by_another
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.confirmation import check_confirmation, open_confirmation
from relay.protocol.directory import find_interpreter
from relay.protocol.grant import believed_grants, require_made_under
from relay.protocol.header import TEXT_TYPE, Sender, is_film, open_header, parse_sender
from relay.protocol.letter import check_letter
from relay.protocol.manifest import (
    Manifest,
    VerifiedManifest,
    check_table,
    core_hash,
    is_letter,
    part_context,
)
from relay.protocol.policy import VerifiedPolicy, assigned_mediator, made_under
from relay.protocol.release import VerifiedRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPart:
    """A part as it lies on the server: its leaf table and its stored chunks."""

    table: bytes
    stored: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMessage:
    """What the server keeps of a message beside its manifest: all of it sealed."""

    header: bytes
    parts: tuple[StoredPart, ...]
    confirmation: bytes | None = None
    grants: tuple[Statement, ...] = ()  # of what a rendition renders, for the interpreter who made it


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMessage:
    """A message whose key, header and signer are right; its parts are not opened yet."""

    manifest: VerifiedManifest
    policy: VerifiedPolicy
    content_key: bytes
    keys: tuple[SealKeys, ...]
    sender: Sender
    signer: str
    author: VerifiedCertificate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What may be shown: who signed it, what they say of it, and each part's content."""

    sender: Sender
    signer: str
    manifest: VerifiedManifest
    parts: tuple[bytes, ...]


def open_message(
    manifest: VerifiedManifest,
    content_key: bytes,
    *,
    policy: VerifiedPolicy,
    certificates: Sequence[VerifiedCertificate],
    header: bytes,
) -> OpenMessage:
    """Steps 11 and 12: commitments of every part, then header, signer, core and lengths.

    Args:
        manifest: verified.
        content_key: 32 bytes, as unwrapped.
        policy: verified.
        certificates: the author's verified certificates, current and former.
        header: the inner header's box.

    Raises:
        RelayError: another key, header, signer or manifest than all of this agrees on.
    """
    keys = _keys_of_parts(manifest, content_key)
    statement = open_header(content_key, header, manifest=manifest.manifest)
    sender = parse_sender(statement.body)
    words = manifest.manifest
    if (sender.programme, sender.case) != (words.programme, words.case):
        raise WrongContextError("a header of another case")
    author = next((known for known in certificates if known.hash == sender.certificate), None)
    verify(statement, "sender", public_key=_signing_key(statement, sender, manifest, policy, author))
    if sender.core != core_hash(words):
        raise WrongContextError("signed for another manifest")
    _check_parts(sender, manifest)
    return OpenMessage(
        manifest=manifest,
        policy=policy,
        content_key=content_key,
        keys=keys,
        sender=sender,
        signer=b64u(statement.key),
        author=author,
    )


def _keys_of_parts(manifest: VerifiedManifest, content_key: bytes) -> tuple[SealKeys, ...]:
    keys: list[SealKeys] = []
    for index, part in enumerate(manifest.manifest.parts):
        context = part_context(manifest.manifest, index)
        derived = part_keys(content_key, salt=unb64u(part.salt), context=context)
        check_commitment(derived, unb64u(part.commitment))
        keys.append(derived)
    return tuple(keys)


def _signing_key(
    statement: Statement,
    sender: Sender,
    manifest: VerifiedManifest,
    policy: VerifiedPolicy,
    author: VerifiedCertificate | None,
) -> bytes:
    """Return the key that must have signed: the author's, or its maker's for made words."""
    if manifest.manifest.class_ == "original":
        if author is None or author.certificate.participant != manifest.manifest.sender:
            raise CertificateWrongError("the author's certificate is not one that the policy names")
        return unb64u(author.certificate.identity)
    if sender.certificate is not None:
        raise SignerNotAllowedError("made words are signed by who made them")
    if manifest.manifest.class_ == "rendition":
        interpreter = find_interpreter(policy.trust.directory, statement.key)
        if interpreter is not None:
            return unb64u(interpreter.key)
    words = manifest.manifest
    then = made_under(policy, words.policy)
    return unb64u(assigned_mediator(then, statement.key, epoch=words.directory_epoch).key)


def _check_parts(sender: Sender, manifest: VerifiedManifest) -> None:
    _check_lengths(sender, manifest)
    _check_channel(sender, manifest.manifest)


def _check_lengths(sender: Sender, manifest: VerifiedManifest) -> None:
    parts = manifest.manifest.parts
    if len(sender.parts) != len(parts):
        raise SizeWrongError("the header speaks of other parts")
    letter = is_letter(manifest.manifest)
    for said, part in zip(sender.parts, parts, strict=True):
        if padded_size(said.length, letter=letter) != part.count * CHUNK_BYTES:
            raise SizeWrongError("a part of another size than its header says")


def _check_channel(sender: Sender, manifest: Manifest) -> None:
    """Refuse a film in a letter: its reader may have said yes to letters, and "not now" to films."""
    if manifest.channel == "video":
        return
    read_aloud = manifest.class_ == "rendition"
    for said in sender.parts:
        if is_film(said.type) and not (read_aloud and said.type.startswith("audio/")):
            raise WrongContextError("a film in another channel than the one for films")


def open_part_chunk(
    message: OpenMessage, chunk: bytes, *, part: int, index: int, leaves: Sequence[bytes]
) -> bytes:
    """Step 14: open one stored chunk, its leaf checked before it is decrypted.

    Args:
        message: opened.
        chunk: 65,552 stored bytes.
        part: which part, from 0.
        index: which chunk, from 0; the number of chunks comes from ``leaves``.
        leaves: from ``manifest.check_table``.

    Raises:
        TreeWrongError, SealBrokenError: not the chunk that belongs there.
    """
    check_chunk(chunk, leaf=leaves[index])
    return open_chunk(message.keys[part], chunk, index=index, last=index == len(leaves) - 1)


def open_part(message: OpenMessage, stored: StoredPart, *, part: int) -> bytes:
    """Steps 13 and 14 for a whole part: table to root, every chunk, then padding and length.

    Raises:
        TreeWrongError, SealBrokenError: not the bytes that were signed.
        SizeWrongError: padding or length is not the computed one.
    """
    words = message.manifest.manifest
    leaves = check_table(words, part, table=stored.table)
    chunks = split_stored(stored.stored, count=len(leaves))
    padded = b"".join(
        open_part_chunk(message, chunk, part=part, index=index, leaves=leaves)
        for index, chunk in enumerate(chunks)
    )
    content = unpad(padded, letter=is_letter(words))
    if len(content) != message.sender.parts[part].length:
        raise SizeWrongError("a part of another length than its header says")
    return content


def check_class(
    message: OpenMessage,
    *,
    approvals: Sequence[VerifiedApproval],
    certificates: Sequence[VerifiedCertificate],
    confirmation: bytes | None,
    original: VerifiedManifest | None,
    grants: Sequence[Statement] = (),
) -> None:
    """Step 15: changed or relayed words need their author's yes, renditions their original.

    Args:
        message: opened.
        approvals: those that count.
        certificates: the author's verified certificates.
        confirmation: the sealed confirmation, if one came along.
        original: the manifest of what a rendition renders, verified; for a reader, of what was
            released to them, too.
        grants: those of the original, as received, for a rendition by an interpreter.

    Raises:
        NotConfirmedError: the author's confirmation of this manifest, or the original, is missing.
        NotApprovedError: its maker is the only approver.
        GrantOverError: an interpreter made it under no grant.
        SignatureWrongError, CommitmentWrongError, SealBrokenError: a broken confirmation.
    """
    words = message.manifest.manifest
    if words.class_ == "original":
        return
    check_reviewed_by_another(approvals, maker=message.signer)
    if words.class_ == "rendition":
        check_rendition(message, original=original, grants=grants)
        return
    check_confirmed(message, certificates=certificates, confirmation=confirmation)


def check_rendition(
    message: OpenMessage, *, original: VerifiedManifest | None, grants: Sequence[Statement]
) -> None:
    """Refuse a rendition without its original, or by an interpreter without a grant for it.

    Raises:
        NotConfirmedError: another original than the one it renders, or none.
        GrantOverError: no grant lasted until the day on which it was made.
    """
    words, policy = message.manifest.manifest, message.policy
    if original is None or original.hash != words.derived_from:
        raise NotConfirmedError("a rendition is shown beside its original only")
    if find_interpreter(policy.trust.directory, unb64u(message.signer)) is not None:
        own = believed_grants(grants, manifest=original, policy=policy, interpreter=message.signer)
        require_made_under(own, day=words.day)


def check_confirmed(
    message: OpenMessage, *, certificates: Sequence[VerifiedCertificate], confirmation: bytes | None
) -> None:
    """Refuse changed or relayed words that their author did not confirm, by a key that was theirs.

    Raises:
        NotConfirmedError: there is none, or it is of something else.
        SignatureWrongError, CommitmentWrongError, SealBrokenError: a broken one.
    """
    words = message.manifest.manifest
    if confirmation is None or not certificates:
        raise NotConfirmedError("its author has not confirmed it")
    statement = open_confirmation(message.content_key, confirmation, manifest=words)
    identities = [unb64u(known.certificate.identity) for known in certificates]
    named = [identity for identity in identities if key_id(identity) == statement.key]
    check_confirmation(statement, manifest=message.manifest, identity=(named or identities)[0])


def check_words(message: OpenMessage, *, part: int, content: bytes) -> None:
    """Step 16: text is UTF-8 in the letter's normal form.

    Raises:
        MalformedError, HiddenTextError, NotNormalError: it is not.
    """
    if message.sender.parts[part].type != TEXT_TYPE:
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedError("a letter that is not UTF-8") from None
    check_letter(text)


def open_released(
    verified: VerifiedRelease,
    stored: StoredMessage,
    *,
    kem_seed: bytes,
    original: VerifiedRelease | None = None,
) -> Opened:
    """Open a released message whole, or show nothing (steps 10 to 16).

    Args:
        verified: made by ``verify_release``.
        stored: as the server hands it over.
        kem_seed: the addressee's X-Wing seed, 32 bytes.
        original: the verified release of the original, for a rendition.

    Raises:
        RelayError: the first check that fails, in the order of docs/format.md section 6.
    """
    message = open_message(
        verified.manifest,
        unwrap_key(verified.manifest, verified.wrap, kem_seed=kem_seed, purpose="release"),
        policy=verified.policy,
        certificates=verified.certificates,
        header=stored.header,
    )
    contents = _open_parts(message, stored.parts)
    check_class(
        message,
        approvals=verified.approvals,
        certificates=verified.certificates,
        confirmation=stored.confirmation,
        original=None if original is None else original.manifest,
        grants=stored.grants,
    )
    return _shown(message, contents)


def open_for_review(
    manifest: VerifiedManifest,
    stored: StoredMessage,
    *,
    content_key: bytes,
    policy: VerifiedPolicy,
    certificates: Sequence[VerifiedCertificate],
) -> Opened:
    """Open a message as its mediator or its author, with a key from ``unwrap_key``.

    The same checks as the addressee's, without the release that does not exist yet and the
    confirmation that may still come; so no mediator approves what a reader's client refuses.

    Raises:
        RelayError: the first check that fails.
    """
    message = open_message(
        manifest, content_key, policy=policy, certificates=certificates, header=stored.header
    )
    return _shown(message, _open_parts(message, stored.parts))


def unwrap_key(manifest: VerifiedManifest, wrap: bytes, *, kem_seed: bytes, purpose: Purpose) -> bytes:
    """Step 10: return the content key from a wrap bound to this manifest.

    Raises:
        WrapBrokenError: changed, or for another person, purpose or manifest.
    """
    return unwrap(kem_seed, wrap, purpose=purpose, subject=unb64u(manifest.hash))


def _open_parts(message: OpenMessage, parts: Sequence[StoredPart]) -> tuple[bytes, ...]:
    if len(parts) != len(message.manifest.manifest.parts):
        raise SizeWrongError("another number of parts")
    return tuple(open_part(message, stored, part=part) for part, stored in enumerate(parts))


def _shown(message: OpenMessage, contents: tuple[bytes, ...]) -> Opened:
    for part, content in enumerate(contents):
        check_words(message, part=part, content=content)
    return Opened(
        sender=message.sender,
        signer=message.signer,
        manifest=message.manifest,
        parts=contents,
    )
