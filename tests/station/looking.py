# SPDX-License-Identifier: EUPL-1.2
"""What a person's own page shows, read by a client: an offer, a draft, the records of a case."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from relay.crypto.canonical import Json, decode
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import unwrap
from relay.errors import MalformedError, SignerNotAllowedError, WrongContextError
from relay.protocol import wire_casework
from relay.protocol.approval import parse_offer, verify_offer
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.note_words import NoteWords
from relay.protocol.record import Record, VerifiedRecord, open_record, parse_record, verify_record
from relay.protocol.root import key_id_text, programme_of
from relay.protocol.unlocking import draft_context, open_draft
from relay.station.client import Client
from relay.station.keyring import Keyring, from_wire
from relay.station.kinds import of_kind
from relay.station.notes import read_note
from relay.station.standing import Believed
from relay.station.writing import Letter, own_manifest

_MAX_CONTENT_BYTES: Final = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What an addressee is told before deciding."""

    manifest: str
    note: NoteWords | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A record that verified: what anybody may see of it, and its sealed words."""

    verified: VerifiedRecord
    content: Mapping[str, Json] | None  # None: no wrap for me


async def see_offer(client: Client, keyring: Keyring, believed: Believed, message: str) -> Offered:
    """Return a mediator's verified offer and the note with it.

    Raises:
        WrongContextError: no valid offer to this person.
    """
    detail = await client.message(message)
    manifest = own_manifest(detail, believed)
    policy = believed.policy(detail.view.case)
    for statement in reversed(of_kind(detail, "offer")):
        if parse_offer(statement.body).addressee == keyring.person:
            offer = verify_offer(statement, manifest=manifest, policy=policy).offer
            programme = believed.directory.directory.programme
            note = (
                None
                if offer.note is None
                else read_note(keyring, detail, named=offer.note, programme=programme)
            )
            return Offered(manifest=manifest.hash, note=note)
    raise WrongContextError(f"nothing is offered in {message}")


async def read_records(
    client: Client, keyring: Keyring, believed: Believed, case: str, *, kind: str | None = None
) -> tuple[Opened, ...]:
    """Return a case's current records, each verified and, where it is for me, opened.

    Raises:
        RelayError: the first that does not verify.
    """
    views = await client.records(case, kind=kind)
    return tuple(open_view(keyring, believed, view) for view in views)


async def read_draft(client: Client, keyring: Keyring, message: str) -> Letter:
    """Fetch and open a draft of one's own.

    Raises:
        NotFoundError: there is none.
        CommitmentWrongError, SealBrokenError, MalformedError: not what was saved.
    """
    found = await client.draft(message)
    padded = open_draft(
        keyring.master,
        unb64u(found.box),
        context=draft_context(keyring.account, programme_of(keyring.fingerprint), message=message),
    )
    try:
        content = json.loads(padded)
        return Letter(
            text=content["text"],
            language=content["language"],
            addressee=content["addressee"],
            content_note=content["contentNote"],
            supersedes=content["supersedes"],
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise MalformedError(f"{message}: not a draft") from problem


def open_view(keyring: Keyring, believed: Believed, view: wire_casework.RecordView) -> Opened:
    """Verify one version of a record and open it.

    Raises:
        RelayError: as ``record.verify_record``, or what opening it raises.
    """
    statement, box = from_wire(view.statement), unb64u(view.box)
    words = parse_record(statement.body)
    handed = view.purpose == "handover"  # since it was written: the record names no wrap for me
    own_wrap = None if view.wrap is None else (keyring.key_id, unb64u(view.wrap))
    verified = verify_record(
        statement,
        policy=believed.policy(words.case),
        box=box,
        own_wrap=None if handed else own_wrap,
        certificate=_author(believed, words, statement.key) if words.type == "need" else None,
    )
    if own_wrap is None:
        return Opened(verified=verified, content=None)
    subject = unb64u(verified.record.box)
    purpose = "handover" if handed else "record"
    key = unwrap(keyring.kem_seed, own_wrap[1], purpose=purpose, subject=subject)
    content = decode(open_record(key, box, record=verified.record), max_bytes=_MAX_CONTENT_BYTES)
    return Opened(verified=verified, content=content if isinstance(content, dict) else {})


def _author(believed: Believed, words: Record, key: bytes) -> VerifiedCertificate:
    own = [one for one in believed.certificates.values() if one.certificate.case == words.case]
    found = _signer(own, key)
    if found is None:
        raise SignerNotAllowedError(f"{words.record}: nobody whom the case knows")
    return found


def _signer(certificates: Iterable[VerifiedCertificate], key: bytes) -> VerifiedCertificate | None:
    named = b64u(key)
    for found in certificates:
        if key_id_text(found.certificate.identity) == named:
            return found
    return None
