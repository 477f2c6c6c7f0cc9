# SPDX-License-Identifier: EUPL-1.2
"""A mediator's acts: open a message for review, decide, offer, release.

Twin: ``web/src/relay/desk.ts``. Source: docs/format.md §§2, 6.
"""

from dataclasses import dataclass
from typing import Final, Literal

from relay.crypto.encoding import unb64u
from relay.errors import NotReleasedError
from relay.protocol import wire
from relay.protocol.approval import (
    Approval,
    Decision,
    Offer,
    build_approval,
    build_decision,
    build_offer,
    count_approvals,
)
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.manifest import VerifiedManifest
from relay.protocol.note_words import Conditions, Mark, MarkedNote, NoteWords, OfferNote, PlainNote
from relay.protocol.opening import Opened, OpenMessage, open_for_review, open_message, unwrap_key
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.readiness import require_ready
from relay.protocol.release import Release, build_release, wrap_hash
from relay.protocol.root import key_id_text
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, to_wire
from relay.station.kinds import of_kind
from relay.station.notes import NewNote, Reader, write_note
from relay.station.standing import Believed
from relay.station.writing import fetch_stored, own_manifest, seal_key

DecisionKind = Literal["hold", "return", "decline", "escalate", "second", "reopen"]

FREELY: Final = Conditions(company="any", parts=False, print=False, kiosk=True, expires=None)
"""How something is read where nothing else was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A message that this mediator has opened: what is signed next is about exactly this."""

    detail: wire.MessageDetail
    manifest: VerifiedManifest
    opened: Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a mediator decides that is not a yes.

    ``until`` is a day for a hold only, ``marks`` are passages of what is returned.
    """

    decision: DecisionKind
    note: str
    until: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed:
    kind: Literal["approval", "decision", "offer", "release"]
    body: bytes
    note: wire.Note | None = None
    wrap: wire.Wrap | None = None


async def review(client: Client, keyring: Keyring, believed: Believed, message: str) -> Reviewed:
    """Open a message as its mediator, with every check that the addressee's client makes.

    Raises:
        RelayError: the first check that fails.
    """
    detail = await client.message(message)
    manifest = own_manifest(detail, believed)
    opened = open_for_review(
        manifest,
        await fetch_stored(client, detail, parts=len(manifest.manifest.parts)),
        content_key=mediators_key(keyring, detail, manifest),
        policy=believed.policy_of(detail),
        certificates=_of_author(believed, manifest),
    )
    return Reviewed(detail=detail, manifest=manifest, opened=opened)


async def open_header(client: Client, keyring: Keyring, believed: Believed, message: str) -> OpenMessage:
    """Open a message as its mediator, as far as its header: its parts are still to be fetched.

    Raises:
        RelayError: the first check that fails.
    """
    detail = await client.message(message)
    manifest = own_manifest(detail, believed)
    return open_message(
        manifest,
        mediators_key(keyring, detail, manifest),
        policy=believed.policy_of(detail),
        certificates=_of_author(believed, manifest),
        header=unb64u(detail.header or ""),
    )


def _of_author(believed: Believed, manifest: VerifiedManifest) -> list[VerifiedCertificate]:
    author = manifest.manifest.sender
    return [known for known in believed.certificates.values() if known.certificate.participant == author]


def mediators_key(keyring: Keyring, detail: wire.MessageDetail, manifest: VerifiedManifest) -> bytes:
    """Return the content key from a mediator's wrap: the one of then, or the one handed over since.

    Raises:
        NotReleasedError: neither was shown.
        WrapBrokenError: it does not open.
    """
    if detail.wrap is None or detail.purpose not in {"review", "handover"}:
        raise NotReleasedError(f"{detail.view.message}: no wrap for this mediator")
    purpose = "handover" if detail.purpose == "handover" else "review"
    return unwrap_key(manifest, unb64u(detail.wrap), kem_seed=keyring.kem_seed, purpose=purpose)


def readers(believed: Believed, case: str, *participants: str) -> tuple[Reader, ...]:
    """Return a case's mediators and the named participants, as readers of a note."""
    people = [
        Reader(key_id=key_id_text(found.certificate.identity), kem=found.certificate.kem)
        for found in (believed.certificate(case, participant) for participant in participants)
    ]
    desk = [Reader(key_id=named, kem=kem) for named, kem in believed.mediators(case)]
    return (*desk, *people)


async def approve(
    client: Client, keyring: Keyring, believed: Believed, reviewed: Reviewed, *, number: int
) -> wire.MessageView:
    """Sign yes to this very manifest."""
    words = reviewed.manifest.manifest
    policy, directory = believed.policy(words.case), believed.directory
    body = build_approval(
        Approval(
            programme=words.programme,
            case=words.case,
            mediator=keyring.person,
            message=words.message,
            manifest=reviewed.manifest.hash,
            addressees=words.addressees,
            directory=directory.hash,
            directory_epoch=directory.directory.epoch,
            policy=policy.hash,
            policy_version=policy.policy.version,
            number=number,
            note=None,
            day=today(),
        )
    )
    return await _post(client, keyring, reviewed, _Signed(kind="approval", body=body))


async def decide(
    client: Client,
    keyring: Keyring,
    believed: Believed,
    reviewed: Reviewed,
    *,
    verdict: Verdict,
    number: int,
) -> wire.MessageView:
    """Sign hold, return, decline, escalate, second or reopen, with a sealed note.

    A return or decline is readable by the author too; the others by mediators only.
    """
    words = reviewed.manifest.manifest
    people = (words.sender,) if verdict.decision in {"return", "decline"} else ()
    said = (
        MarkedNote(words=verdict.note, marks=verdict.marks)
        if verdict.decision == "return"
        else PlainNote(words=verdict.note)
    )
    sealed = _note(said, believed, reviewed, *people)
    body = build_decision(
        Decision(
            programme=words.programme,
            case=words.case,
            mediator=keyring.person,
            message=words.message,
            manifest=reviewed.manifest.hash,
            decision=verdict.decision,
            until=verdict.until,
            number=number,
            note=sealed.hash,
            day=today(),
        )
    )
    return await _post(client, keyring, reviewed, _Signed(kind="decision", body=body, note=sealed.note))


async def offer(
    client: Client, keyring: Keyring, believed: Believed, reviewed: Reviewed, *, number: int, note: str
) -> wire.MessageView:
    """Tell the addressee that something waits, with a note that they alone and mediators read."""
    words = reviewed.manifest.manifest
    addressee = words.addressees[0]
    sealed = _note(OfferNote(words=note, content_note="", conditions=FREELY), believed, reviewed, addressee)
    body = build_offer(
        Offer(
            programme=words.programme,
            case=words.case,
            mediator=keyring.person,
            message=words.message,
            manifest=reviewed.manifest.hash,
            addressee=addressee,
            number=number,
            note=sealed.hash,
            day=today(),
        )
    )
    return await _post(client, keyring, reviewed, _Signed(kind="offer", body=body, note=sealed.note))


async def release(
    client: Client, keyring: Keyring, believed: Believed, reviewed: Reviewed
) -> wire.MessageView:
    """Wrap the content key for the ready addressee and sign the release.

    Raises:
        NotApprovedError, NotReadyError: a gate is shut.
        NotReleasedError: the server showed no wrap for this mediator.
    """
    words = reviewed.manifest.manifest
    certificate = believed.certificate(words.case, words.addressees[0])
    policy = believed.policy(words.case)
    readiness, approvals = _gates(reviewed, policy, certificate)
    sealed = _wrap_for(keyring, reviewed, certificate)
    body = build_release(
        Release(
            programme=words.programme,
            case=words.case,
            message=words.message,
            manifest=reviewed.manifest.hash,
            addressee=words.addressees[0],
            certificate=certificate.hash,
            epoch=certificate.certificate.epoch,
            readiness=readiness,
            approvals=approvals,
            wrap=wrap_hash(unb64u(sealed.wrap)),
            directory=believed.directory.hash,
            directory_epoch=believed.directory.directory.epoch,
            policy=policy.hash,
            policy_version=policy.policy.version,
            day=today(),
        )
    )
    return await _post(client, keyring, reviewed, _Signed(kind="release", body=body, wrap=sealed))


def _gates(
    reviewed: Reviewed, policy: VerifiedPolicy, reader: VerifiedCertificate
) -> tuple[str, tuple[str, ...]]:
    """Return the hashes of the reader's readiness and of the approvals, if both gates stand open."""
    detail, manifest = reviewed.detail, reviewed.manifest
    known = (*of_kind(detail, "approval"), *of_kind(detail, "decision"))
    approvals = count_approvals(known, manifest=manifest, policy=policy)
    ready = require_ready(
        of_kind(detail, "readiness"),
        manifest=manifest,
        participant=manifest.manifest.addressees[0],
        identity=reader.certificate.identity,
    )
    return ready.hash, tuple(sorted(approval.hash for approval in approvals))


def _wrap_for(keyring: Keyring, reviewed: Reviewed, reader: VerifiedCertificate) -> wire.Wrap:
    content_key = mediators_key(keyring, reviewed.detail, reviewed.manifest)
    certificate = reader.certificate
    subject = unb64u(reviewed.manifest.hash)
    return seal_key("release", key_id_text(certificate.identity), certificate.kem, content_key, subject)


async def _post(client: Client, keyring: Keyring, reviewed: Reviewed, signed: _Signed) -> wire.MessageView:
    asked = wire.StatementPost(
        statement=to_wire(keyring.sign(signed.kind, signed.body)),
        version=reviewed.detail.view.version,
        note=signed.note,
        wrap=signed.wrap,
    )
    return await client.state(reviewed.detail.view.message, f"{signed.kind}s", asked)


def _note(said: NoteWords, believed: Believed, reviewed: Reviewed, *people: str) -> NewNote:
    words = reviewed.manifest.manifest
    return write_note(
        said,
        programme=words.programme,
        case=words.case,
        message=words.message,
        readers=readers(believed, words.case, *people),
    )
