# SPDX-License-Identifier: EUPL-1.2
"""Letters in an invented world: manifests, and every statement about one, really signed.

Wraps are arbitrary bytes of the right length: the server cannot open them, so to it they
are as good as real ones. Every builder makes a valid thing; a test changes one fact.
"""

from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from relay.crypto.derive import sha256, tagged_hash
from relay.crypto.encoding import b64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.crypto.tree import leaf_hash, root_of
from relay.protocol.approval import (
    Approval,
    Decision,
    Offer,
    build_approval,
    build_decision,
    build_offer,
)
from relay.protocol.manifest import Manifest, Part, build_manifest
from relay.protocol.readiness import Readiness, build_readiness
from relay.protocol.release import Release, build_release, wrap_hash
from relay.protocol.withdrawal import Withdrawal, build_withdrawal
from relay.records import CaseId, KeyId, Message, MessageId, UploadId
from relay.review import service
from relay.review.desk import CHUNK_BYTES, HEADER_BOX_BYTES, WRAP_BYTES, SealedNote
from tests.review.world import (
    CASE,
    COOLING,
    DAY,
    ODA,
    PEOPLE,
    PROGRAMME,
    VIVI,
    Person,
    World,
    certificate,
    hash_of,
    ident,
    signed,
)


def wk_seed(message: str) -> bytes:
    """Return the seed of a message's own key."""
    return sha256(b"wk" + message.encode())


def chunk_of(message: str) -> bytes:
    """Return the one sealed chunk of a message's only part."""
    return (sha256(message.encode()) * (CHUNK_BYTES // 32 + 1))[:CHUNK_BYTES]


def header_of(message: str) -> bytes:
    """Return a message's header box."""
    return (sha256(b"header" + message.encode()) * 515)[:HEADER_BOX_BYTES]


def a_wrap(*names: str) -> bytes:
    """Return bytes of a wrap's length."""
    return (sha256("/".join(names).encode()) * 37)[:WRAP_BYTES]


def manifest(
    world: World, message: str, *, sender: Person, addressee: Person, case: str = CASE, **changed: Any
) -> Signed:
    """Make a manifest for a letter of one chunk."""
    leaf = leaf_hash(chunk_of(message))
    part = Part(
        salt=b64u(sha256(b"salt" + message.encode())),
        commitment=b64u(sha256(b"commitment")),
        count=1,
        root=b64u(root_of([leaf])),
    )
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "message": message,
        "sender": sender.id,
        "addressees": (addressee.id,),
        "channel": "letter",
        "class_": "original",
        "wk": b64u(signing_public_key(wk_seed(message))),
        "parts": (part,),
        "header_hash": b64u(tagged_hash("header", header_of(message))),
        "supersedes": None,
        "derived_from": None,
        "day": DAY,
        **world.references(case),
    }
    return signed(wk_seed(message), "manifest", build_manifest(Manifest(**(facts | changed))))


def wraps_for(sender: Person, case: str = CASE) -> dict[tuple[str, KeyId], bytes]:
    """Return the wraps that a new message comes with."""
    mediators = PEOPLE[CaseId(case)][1]
    wanted = [("review", one.key) for one in mediators] + [("self", sender.key)]
    return {(purpose, key): a_wrap(purpose, key) for purpose, key in wanted}


async def upload(world: World, message: str) -> None:
    """Bring in the only part."""

    async def chunks() -> AsyncIterator[bytes]:
        yield chunk_of(message)

    await world.blobs.stage_append(UploadId(message), 0, chunks())
    await world.blobs.finalise(UploadId(message), f"{message}/0")


async def begin(
    world: World, message: str, *, sender: Person, addressee: Person, case: str = CASE, **changed: Any
) -> Message:
    """Begin a message."""
    await service.begin(
        world.desk,
        sender.actor,
        manifest=manifest(world, message, sender=sender, addressee=addressee, case=case, **changed),
        header=header_of(message),
        wraps=wraps_for(sender, case),
    )
    return await there(world, message)


async def there(world: World, message: str) -> Message:
    """Return the record of a message that has begun."""
    found = await world.ledger.load(Message, message)
    assert found is not None
    return found


async def submitted(
    world: World, name: str = "letter", *, sender: Person = ODA, addressee: Person = VIVI, case: str = CASE
) -> Message:
    """Bring a message to the end of its cooling-off time."""
    message = ident(name)
    await begin(world, message, sender=sender, addressee=addressee, case=case)
    await upload(world, message)
    done = await service.submit(world.desk, sender.actor, message=MessageId(message))
    world.now += COOLING
    return done


def about(message: Message) -> dict[str, Any]:
    """Return what every statement about a message names."""
    return {
        "programme": PROGRAMME,
        "case": message.case,
        "message": message.id,
        "manifest": message.manifest,
        "day": DAY,
    }


def approval(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    """Sign a yes."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "addressees": (message.addressee,),
        "number": world.next_number(),
        "note": None,
        **about(message),
        **world.references(message.case),
    }
    return signed(by, "approval", build_approval(Approval(**(facts | changed))))


def decision(world: World, message: Message, by: Person, /, *, word: str, **changed: Any) -> Signed:
    """Sign a hold, return, decline or escalation."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "decision": word,
        "until": "2026-06-02" if word == "hold" else None,
        "number": world.next_number(),
        "note": None,
        **about(message),
    }
    return signed(by, "decision", build_decision(Decision(**(facts | changed))))


def offer(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    """Sign an offer."""
    facts: dict[str, Any] = {
        "mediator": by.id,
        "addressee": message.addressee,
        "number": world.next_number(),
        "note": None,
        **about(message),
    }
    return signed(by, "offer", build_offer(Offer(**(facts | changed))))


def readiness(
    world: World, message: Message, by: Person, /, *, answer: str = "ready", **changed: Any
) -> Signed:
    """Sign an answer."""
    facts: dict[str, Any] = {
        "participant": by.id,
        "answer": answer,
        "number": world.next_number(),
        "plan": None,
        **world.references(message.case),
        **about(message),
    }
    return signed(by, "readiness", build_readiness(Readiness(**(facts | changed))))


def release(
    world: World,
    message: Message,
    by: Person,
    /,
    *,
    to: Person,
    readiness: str,
    approvals: tuple[str, ...],
    **changed: Any,
) -> Signed:
    """Sign a release."""
    mediators = PEOPLE[message.case][1]
    facts: dict[str, Any] = {
        "addressee": to.id,
        "certificate": hash_of(certificate(to, case=message.case, by=mediators[0]), "certificate"),
        "epoch": 1,
        "readiness": readiness,
        "approvals": tuple(sorted(approvals)),
        "wrap": wrap_hash(a_wrap("release", to.name)),
        **about(message),
        **world.references(message.case),
    }
    return signed(by, "release", build_release(Release(**(facts | changed))))


def withdrawal(
    world: World,
    message: Message | None,
    by: Person | bytes,
    *,
    of: Person,
    scope: str = "message",
    case: str = CASE,
    **changed: Any,
) -> Signed:
    """Sign a withdrawal of a message, or of a place in a case."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case if message is None else message.case,
        "scope": scope,
        "message": None if message is None else message.id,
        "manifest": None if message is None else message.manifest,
        "participant": of.id,
        "number": world.next_number(),
        "reason": None,
        "day": DAY,
    }
    return signed(by, "withdrawal", build_withdrawal(Withdrawal(**(facts | changed))))


def note_for(*readers: Person, text: bytes = b"a sealed note") -> tuple[SealedNote, str]:
    """Return a note and its hash."""
    box = text * 8
    note = SealedNote(box=box, wraps={one.key: a_wrap("note", one.key) for one in readers})
    return note, b64u(tagged_hash("note", box))


def bound(function: Any, world: World, person: Person, message: Message) -> Any:
    """Return one operation on one message, ready to be asked."""
    return partial(function, world.desk, person.actor, message=message.id)
