# SPDX-License-Identifier: EUPL-1.2
"""An author's acts: seal a letter and give it to the mediators, look at it, take it back.

Twin: ``web/src/relay/letters.ts``. Source: docs/format.md §4.
"""

import secrets
from dataclasses import dataclass, field

from relay.crypto import keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import sign, statement_hash
from relay.crypto.wrapping import Purpose, wrap
from relay.errors import WrongContextError
from relay.protocol import wire
from relay.protocol.header import TEXT_TYPE
from relay.protocol.letter import check_letter, normalise_letter
from relay.protocol.manifest import Manifest, VerifiedManifest, verify_manifest
from relay.protocol.opening import StoredMessage, StoredPart
from relay.protocol.receipt import Receipt, verify_receipt
from relay.protocol.sealing import Content, SealingKeys, Words, seal_message
from relay.protocol.withdrawal import Withdrawal, build_withdrawal
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, from_wire, to_wire
from relay.station.standing import Believed

_NOT_YET = b64u(bytes(32))


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLetter:
    """A letter that only needs sending: what is sealed is sealed once."""

    message: str
    begin: wire.NewMessage = field(repr=False)
    part: bytes = field(repr=False)  # count × 65,552 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What its author says of a letter before sealing it."""

    text: str
    language: str
    addressee: str
    content_note: str = ""
    supersedes: str | None = None


def seal_letter(keyring: Keyring, believed: Believed, case: str, letter: Letter) -> SealedLetter:
    """Seal a letter for a case's mediators and its author, for nobody else.

    Raises:
        HiddenTextError, NotNormalError: text that no reader could see in full.
        CertificateWrongError: the author is not certified in the case.
    """
    text = normalise_letter(letter.text)
    check_letter(text)
    content_key = secrets.token_bytes(32)
    message = secrets.token_bytes(16)
    wk_seed = keys.withdraw_seed(keyring.master, message)
    outline = _outline(keyring, believed, case, letter, message=b64u(message), wk_seed=wk_seed)
    sealed = seal_message(
        outline,
        [
            Content(
                type=TEXT_TYPE, content=text.encode("utf-8"), duration_ms=None, salt=secrets.token_bytes(32)
            )
        ],
        words=Words(
            language=letter.language,
            content_note=letter.content_note,
            certificate=believed.certificate(case, keyring.person).hash,
        ),
        keys=SealingKeys(content_key=content_key, wk_seed=wk_seed, author_seed=keyring.identity_seed),
        header_salt=secrets.token_bytes(32),
    )
    subject = statement_hash("manifest", sealed.manifest.body)
    wraps = [seal_key("self", keyring.key_id, b64u(keyring.kem), content_key, subject)]
    wraps += [seal_key("review", named, kem, content_key, subject) for named, kem in believed.mediators(case)]
    begin = wire.NewMessage(manifest=to_wire(sealed.manifest), header=b64u(sealed.stored.header), wraps=wraps)
    return SealedLetter(message=b64u(message), begin=begin, part=sealed.stored.parts[0].stored)


async def give(client: Client, sealed: SealedLetter) -> wire.MessageView:
    """Send a sealed letter and give it to the mediators."""
    begun = await client.begin(sealed.begin)
    await client.upload(sealed.message, 0, sealed.part)
    return await client.submit(sealed.message, version=begun.view.version)


async def take_back(
    client: Client, keyring: Keyring, believed: Believed, message: str, *, number: int
) -> Receipt:
    """Take a message back by its own key; return the proof of its destruction.

    Raises:
        SignatureWrongError, WrongContextError: the receipt proves nothing.
    """
    detail = await client.message(message)
    manifest = own_manifest(detail, believed)
    words = manifest.manifest
    body = build_withdrawal(
        Withdrawal(
            programme=words.programme,
            case=words.case,
            scope="message",
            message=message,
            manifest=manifest.hash,
            participant=keyring.person,
            number=number,
            reason=None,
            day=today(),
        )
    )
    wk_seed = keys.withdraw_seed(keyring.master, unb64u(message))
    answer = await client.withdraw(message, to_wire(sign(wk_seed, "withdrawal", body=body)))
    return verify_receipt(
        from_wire(answer.receipt),
        directory=believed.directory.directory,
        withdrawal=b64u(statement_hash("withdrawal", body)),
    )


def own_manifest(detail: wire.MessageDetail, believed: Believed) -> VerifiedManifest:
    """Return a message's verified manifest.

    Raises:
        WrongContextError: the server handed over none, or another message's.
    """
    if detail.manifest is None:
        raise WrongContextError(f"no manifest of {detail.view.message}")
    programme = believed.directory.directory.programme
    found = verify_manifest(from_wire(detail.manifest), programme=programme, case=detail.view.case)
    if found.manifest.message != detail.view.message:
        raise WrongContextError("the manifest of another message")
    return found


async def fetch_stored(client: Client, detail: wire.MessageDetail, *, parts: int) -> StoredMessage:
    """Fetch what lies on the server of a message: its header, and each part with its leaf table."""
    message = detail.view.message
    return StoredMessage(
        header=unb64u(detail.header or ""),
        parts=tuple(
            [
                StoredPart(table=await client.leaves(message, part), stored=await client.part(message, part))
                for part in range(parts)
            ]
        ),
        confirmation=None if detail.confirmation is None else unb64u(detail.confirmation),
    )


def _outline(
    keyring: Keyring, believed: Believed, case: str, letter: Letter, *, message: str, wk_seed: bytes
) -> Manifest:
    policy, directory = believed.policy(case), believed.directory
    return Manifest(
        programme=policy.policy.programme,
        case=case,
        message=message,
        sender=keyring.person,
        addressees=(letter.addressee,),
        channel="letter",
        class_="original",
        wk=b64u(keys.signing_public_key(wk_seed)),
        parts=(),
        header_hash=_NOT_YET,
        supersedes=letter.supersedes,
        derived_from=None,
        directory=directory.hash,
        directory_epoch=directory.directory.epoch,
        policy=policy.hash,
        policy_version=policy.policy.version,
        day=today(),
    )


def seal_key(purpose: Purpose, key_id: str, kem: str, content_key: bytes, subject: bytes) -> wire.Wrap:
    """Wrap a content key for one reader of the manifest whose hash is ``subject``."""
    sealed = wrap(unb64u(kem), content_key, purpose=purpose, subject=subject)
    return wire.Wrap(purpose=purpose, recipient=key_id, wrap=b64u(sealed))
