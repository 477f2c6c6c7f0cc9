# SPDX-License-Identifier: EUPL-1.2
"""Casework from a client: write records, say yes or no, and open a case's gates.

Twin: ``web/src/relay/casework.ts``. Source: docs/format.md section 2.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from relay.crypto.canonical import Json, encode
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import wrap
from relay.protocol import wire, wire_casework
from relay.protocol.consent import Consent, build_consent
from relay.protocol.record import (
    Clear,
    Record,
    RecordWrap,
    VerifiedRecord,
    build_record,
    derived_id,
    record_box_hash,
    seal_record,
)
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, to_wire
from relay.station.notes import Reader
from relay.station.standing import Believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be written: its type, clear fields and sealed words."""

    kind: str
    clear: Clear
    content: Mapping[str, Json]


async def write_record(
    client: Client,
    keyring: Keyring,
    believed: Believed,
    case: str,
    *,
    draft: Draft,
    before: VerifiedRecord | None = None,
) -> str:
    """Seal the next version of a record for exactly its readers, sign it, hand it in.

    Args:
        client: signed in as its author.
        keyring: theirs.
        believed: what stands.
        case: which.
        draft: what to write.
        before: the version that it follows; None: the first.

    Returns:
        The record's id.

    Raises:
        StaleVersionError: somebody else was first.
    """
    outline = _outline(keyring, believed, case, draft=draft, before=before)
    readers = readers_of(keyring, believed, case, kind=draft.kind)
    await client.post_record(case, _sealed(keyring, outline, encode({**draft.content}), readers=readers))
    return outline.record


def _sealed(
    keyring: Keyring, outline: Record, content: bytes, *, readers: Sequence[Reader]
) -> wire_casework.RecordPost:
    key = secrets.token_bytes(32)
    box = seal_record(key, content, record=outline, salt=secrets.token_bytes(32))
    subject = unb64u(record_box_hash(box))
    wraps = {
        reader.key_id: wrap(unb64u(reader.kem), key, purpose="record", subject=subject) for reader in readers
    }
    named = [RecordWrap(recipient=recipient, wrap=b64u(sha256(raw))) for recipient, raw in wraps.items()]
    record = replace(outline, box=record_box_hash(box), wraps=tuple(named))
    return wire_casework.RecordPost(
        statement=to_wire(keyring.sign("record", build_record(record))),
        box=b64u(box),
        wraps=[
            wire.Wrap(purpose="record", recipient=recipient, wrap=b64u(raw))
            for recipient, raw in wraps.items()
        ],
    )


def readers_of(keyring: Keyring, believed: Believed, case: str, *, kind: str) -> tuple[Reader, ...]:
    """Return exactly those whom a type of record is sealed for, rising by key id."""
    mine = Reader(key_id=keyring.key_id, kem=b64u(keyring.kem))
    if kind == "exposure":
        return (mine,)
    desk = [Reader(key_id=named, kem=kem) for named, kem in believed.mediators(case)]
    everybody = [*desk, mine] if kind == "need" else desk
    return tuple(sorted(everybody, key=lambda reader: reader.key_id))


async def give_consent(  # noqa: PLR0913 - who, where, and their one answer
    client: Client,
    keyring: Keyring,
    believed: Believed,
    case: str,
    *,
    channel: str,
    given: bool = True,
    number: int,
) -> None:
    """Say yes or no to a channel, over the consent text that the policy names."""
    policy = believed.policy(case).policy
    body = build_consent(
        Consent(
            programme=policy.programme,
            case=case,
            participant=keyring.person,
            channel=channel,
            given=given,
            text=policy.consent_text,
            number=number,
            day=today(),
        )
    )
    await client.post_consent(case, to_wire(keyring.sign("consent", body)))


def _outline(
    keyring: Keyring, believed: Believed, case: str, *, draft: Draft, before: VerifiedRecord | None
) -> Record:
    must = derived_id(draft.kind, case, clear=draft.clear, mediator=keyring.person)
    known = None if before is None else before.record
    return Record(
        programme=believed.directory.directory.programme,
        case=case,
        record=must or (b64u(secrets.token_bytes(16)) if known is None else known.record),
        version=1 if known is None else known.version + 1,
        previous=None if before is None else before.hash,
        type=draft.kind,
        clear=draft.clear,
        box="",
        wraps=(),
        day=today(),
    )
