# SPDX-License-Identifier: EUPL-1.2
"""Handing over: wrap every key of a case that one can open again, for one of its mediators.

The server says what is missing; that it is of this case is seen here, before a key is
wrapped: by the manifest that names the case, or by opening the note or the record in the
case's own context.
Twin: ``web/src/relay/handover.ts``. Source: protocol.md section 7.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import unwrap, wrap
from relay.errors import SignerNotAllowedError, WrongContextError
from relay.protocol import wire, wire_handover
from relay.protocol.handover import Handover, build_handover, item_of
from relay.protocol.opening import unwrap_key
from relay.protocol.record import note_context, open_note, open_record, parse_record, record_box_hash
from relay.records import Role
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, from_wire, to_wire
from relay.station.reviewing import mediators_key
from relay.station.standing import Believed
from relay.station.writing import own_manifest

BATCH: Final = 64
"""So many keys in one statement, at most; what was handed over before a break stays so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """The mediator who gets the keys."""

    case: str
    key_id: str
    kem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wrapped:
    kind: wire_handover.HandedKind
    of: str
    subject: str
    wrap: bytes
    version: int | None = None  # of a record


async def hand_over(
    client: Client,
    keyring: Keyring,
    believed: Believed,
    *,
    case: str,
    to: str,
    next_number: Callable[[], int],
) -> int:
    """Hand over everything of a case that ``to`` cannot open and this person can.

    Args:
        client: signed in.
        keyring: the giver's, a mediator's or an author's.
        believed: what stands.
        case: which.
        to: the key id of a mediator of the case.
        next_number: gives a number above every one that the giver has used.

    Returns:
        How many keys went over.

    Raises:
        SignerNotAllowedError: ``to`` is no mediator of the case.
        WrongContextError: the server names something of another case.
        RelayError: as the server refuses.
    """
    receiver = _receiver(believed, case, to)
    handed, after, more = 0, None, True
    while more:
        page = await client.unhanded(case, to=to, after=after)
        wrapped: list[_Wrapped] = []
        for things in _by_place(page.items):
            wrapped += await _wrap(client, keyring, believed, receiver, things)
        for start in range(0, len(wrapped), BATCH):
            some = wrapped[start : start + BATCH]
            await client.hand_over(case, _signed(keyring, believed, receiver, some, number=next_number()))
        handed += len(wrapped)
        after, more = page.next, page.next is not None
    return handed


def _receiver(believed: Believed, case: str, to: str) -> Receiver:
    for key_id, kem in believed.mediators(case):
        if key_id == to:
            return Receiver(case=case, key_id=key_id, kem=kem)
    raise SignerNotAllowedError("not a mediator of this case")


def _by_place(items: Sequence[wire_handover.Unhanded]) -> Iterator[list[wire_handover.Unhanded]]:
    for of in dict.fromkeys(item.of for item in items):
        yield [item for item in items if item.of == of]


async def _wrap(
    client: Client,
    keyring: Keyring,
    believed: Believed,
    receiver: Receiver,
    things: Sequence[wire_handover.Unhanded],
) -> list[_Wrapped]:
    if things[0].kind == "record":
        return await _records(client, keyring, receiver, things)
    detail = await client.message(things[0].of)
    if detail.view.case != receiver.case:
        raise WrongContextError(f"{detail.view.message}: of another case")
    found: list[_Wrapped] = []
    for thing in things:
        if thing.kind == "message":
            found.append(_message(keyring, believed, receiver, detail))
        else:
            found += _note(keyring, believed, receiver, detail, named=thing.subject)
    return found


async def _records(
    client: Client, keyring: Keyring, receiver: Receiver, things: Sequence[wire_handover.Unhanded]
) -> list[_Wrapped]:
    """Wrap the keys of a record's versions, each once it has opened as one of this case."""
    versions = {view.version: view for view in await client.record(receiver.case, things[0].of)}
    found: list[_Wrapped] = []
    for thing in things:
        view = versions.get(thing.version or 0)
        if view is None or view.wrap is None:
            continue
        words, box = parse_record(from_wire(view.statement).body), unb64u(view.box)
        named = (receiver.case, thing.of, thing.subject, thing.subject)
        if (words.case, words.record, words.box, record_box_hash(box)) != named:
            raise WrongContextError(f"{thing.of}: a record of another case, or another one than listed")
        subject = unb64u(thing.subject)
        purpose = "handover" if view.purpose == "handover" else "record"
        key = unwrap(keyring.kem_seed, unb64u(view.wrap), purpose=purpose, subject=subject)
        open_record(key, box, record=words)
        wrapped = wrap(unb64u(receiver.kem), key, purpose="handover", subject=subject)
        found.append(
            _Wrapped(kind="record", of=thing.of, subject=thing.subject, wrap=wrapped, version=thing.version)
        )
    return found


def _message(
    keyring: Keyring, believed: Believed, receiver: Receiver, detail: wire.MessageDetail
) -> _Wrapped:
    manifest = own_manifest(detail, believed)
    subject = unb64u(manifest.hash)
    if keyring.role is Role.MEDIATOR:
        key = mediators_key(keyring, detail, manifest)
    else:
        wrapped = unb64u(detail.wrap or "")
        key = unwrap_key(manifest, wrapped, kem_seed=keyring.kem_seed, purpose="self")
    return _Wrapped(
        kind="message",
        of=detail.view.message,
        subject=manifest.hash,
        wrap=wrap(unb64u(receiver.kem), key, purpose="handover", subject=subject),
    )


def _note(
    keyring: Keyring, believed: Believed, receiver: Receiver, detail: wire.MessageDetail, *, named: str
) -> Iterator[_Wrapped]:
    """Wrap a note's key, once the note has opened as one about this message of this case."""
    stored = next((note for note in detail.notes if note.hash == named), None)
    if stored is None:
        return
    subject = unb64u(named)
    key = unwrap(keyring.kem_seed, unb64u(stored.wrap), purpose="note", subject=subject)
    programme = believed.directory.directory.programme
    context = note_context(programme, receiver.case, message=detail.view.message)
    open_note(key, unb64u(stored.box), context=context, named=named)
    yield _Wrapped(
        kind="note",
        of=detail.view.message,
        subject=named,
        wrap=wrap(unb64u(receiver.kem), key, purpose="note", subject=subject),
    )


def _signed(
    keyring: Keyring, believed: Believed, receiver: Receiver, wrapped: Sequence[_Wrapped], *, number: int
) -> wire_handover.HandoverPost:
    policy = believed.policy(receiver.case)
    items = sorted((item_of(one.subject, one.wrap) for one in wrapped), key=lambda item: item.subject)
    body = build_handover(
        Handover(
            programme=policy.policy.programme,
            case=receiver.case,
            giver=keyring.person,
            to=receiver.key_id,
            policy=policy.hash,
            policy_version=policy.policy.version,
            items=tuple(items),
            number=number,
            day=today(),
        )
    )
    wraps = [
        wire_handover.HandedWrap(
            kind=one.kind, of=one.of, subject=one.subject, version=one.version, wrap=b64u(one.wrap)
        )
        for one in wrapped
    ]
    return wire_handover.HandoverPost(statement=to_wire(keyring.sign("handover", body)), wraps=wraps)
