# SPDX-License-Identifier: EUPL-1.2
"""Between wire types and what the rooms below speak: text to bytes on the way in, and back."""

from collections.abc import Iterable
from typing import cast

from relay.crypto.derive import HASH_BYTES
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import SIGNATURE_BYTES, Statement
from relay.errors import WrongShapeError
from relay.protocol import wire
from relay.records import KeyId
from relay.review.desk import SealedNote
from relay.review.machine import needed_of
from relay.review.seen_by import MessageView
from relay.review.service import Detail


def statement_of(envelope: wire.Envelope) -> Statement:
    """Read an envelope; nothing is verified yet.

    Raises:
        NotCanonicalError: base64url with spare bits.
    """
    return Statement(
        body=unb64u(envelope.body),
        key=unb64u(envelope.key, size=HASH_BYTES),
        sig=unb64u(envelope.sig, size=SIGNATURE_BYTES),
    )


def envelope_of(statement: Statement) -> wire.Envelope:
    """Write an envelope."""
    return wire.Envelope(body=b64u(statement.body), key=b64u(statement.key), sig=b64u(statement.sig))


def envelopes_of(statements: Iterable[Statement]) -> list[wire.Envelope]:
    """Write envelopes."""
    return [envelope_of(statement) for statement in statements]


def note_of(note: wire.Note | None) -> SealedNote | None:
    """Read a sealed note.

    Raises:
        WrongShapeError: a wrap of another purpose, or two for one reader.
    """
    if note is None:
        return None
    wraps = {KeyId(wrap.recipient): unb64u(wrap.wrap) for wrap in note.wraps}
    if len(wraps) != len(note.wraps) or any(wrap.purpose != "note" for wrap in note.wraps):
        raise WrongShapeError("a note has one wrap of purpose note for each reader")
    return SealedNote(box=unb64u(note.box), wraps=wraps)


def wraps_of(wraps: Iterable[wire.Wrap]) -> dict[tuple[str, KeyId], bytes]:
    """Read a message's wraps, by purpose and recipient.

    Raises:
        WrongShapeError: two of one purpose for one recipient.
    """
    given = list(wraps)
    found = {(wrap.purpose, KeyId(wrap.recipient)): unb64u(wrap.wrap) for wrap in given}
    if len(found) != len(given):
        raise WrongShapeError("two wraps of one purpose for one recipient")
    return found


def view_out(view: MessageView, *, quorum: int | None = None) -> wire.MessageView:
    """Write what somebody may see of a message; ``quorum`` only where ``approvals`` shows."""
    return wire.MessageView(
        message=view.id,
        case=view.case,
        version=view.version,
        state=view.state.value,
        channel=cast("wire.ChannelName", view.channel),
        kind=cast("wire.KindName", view.kind),
        mine=view.mine,
        sender=view.sender,
        addressee=view.addressee,
        day=view.day,
        manifest=view.manifest,
        supersedes=view.supersedes,
        derived_from=view.derived_from,
        maker=view.maker,
        cooling_until=view.cooling_until,
        hold_until=view.hold_until,
        approvals=view.approvals,
        quorum=None if quorum is None else needed_of(view.second_by, quorum=quorum),
        answer=None if view.answer is None else view.answer.value,
        waiting_since=view.waiting_since,
        claimed_by=view.claimed_by,
        claimed_until=view.claimed_until,
        undo_until=view.undo_until,
    )


def detail_out(detail: Detail, *, uploads_at: str) -> wire.MessageDetail:
    """Write a message with all that its reader may verify and open."""
    return wire.MessageDetail(
        view=view_out(detail.view, quorum=detail.quorum),
        manifest=None if detail.manifest is None else envelope_of(detail.manifest),
        policies=envelopes_of(detail.policies),
        header=_optional(detail.header),
        wrap=_optional(detail.wrap),
        purpose=detail.purpose,
        statements=envelopes_of(detail.statements),
        notes=[
            wire.StoredNote(hash=note.hash, box=b64u(note.box), wrap=b64u(note.wrap)) for note in detail.notes
        ],
        uploads=[
            wire.UploadView(
                part=upload.part,
                length=upload.length,
                offset=upload.offset,
                url=f"{uploads_at}/{upload.id}",
            )
            for upload in detail.uploads
        ],
        confirmation=_optional(detail.confirmation),
    )


def _optional(raw: bytes | None) -> str | None:
    return None if raw is None else b64u(raw)
