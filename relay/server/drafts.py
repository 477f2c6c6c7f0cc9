# SPDX-License-Identifier: EUPL-1.2
"""Sealed drafts: kept for their author, under the shred key of the message that each will become."""

from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.protocol import wire
from relay.records import CaseId, Draft, MessageId
from relay.review.service import drop_draft, list_drafts, load_draft, save_draft
from relay.server.operations import ID, PARTICIPANT, Call, Resource
from relay.server.statements import MESSAGE_CODES

routes = Resource()

_MESSAGE: Final = {"message": ID}
_CODES: Final = MESSAGE_CODES | {"storage-full", "exists", "not-canonical", "quota"}


@routes.on("GET", "/v1/drafts", roles=PARTICIPANT, gives=wire.Drafts, refuses=frozenset({"key-destroyed"}))
async def show_drafts(call: Call[None]) -> wire.Drafts:
    """Give all my drafts."""
    drafts = await list_drafts(call.desk, call.actor)
    return wire.Drafts(drafts=[_view(draft, box) for draft, box in drafts])


@routes.on(
    "PUT",
    "/v1/drafts/{message}",
    roles=PARTICIPANT,
    takes=wire.DraftPut,
    gives=wire.Version,
    places=_MESSAGE,
    refuses=_CODES,
    keeps="draft",
    max_bytes=2 * 1024**2,
)
async def put_draft(call: Call[wire.DraftPut]) -> wire.Version:
    """Keep a draft, if nobody replaced the one that I read."""
    draft = await save_draft(
        call.desk,
        call.actor,
        message=MessageId(call.place("message")),
        case=CaseId(call.asked.case),
        box=unb64u(call.asked.box),
        version=call.asked.version,
    )
    return wire.Version(version=draft.version)


@routes.on(
    "GET", "/v1/drafts/{message}", roles=PARTICIPANT, gives=wire.DraftView, places=_MESSAGE, refuses=_CODES
)
async def show_draft(call: Call[None]) -> wire.DraftView:
    """Give one draft."""
    draft, box = await load_draft(call.desk, call.actor, message=MessageId(call.place("message")))
    return _view(draft, box)


@routes.on("DELETE", "/v1/drafts/{message}", roles=PARTICIPANT, places=_MESSAGE, refuses=_CODES)
async def delete_draft(call: Call[None]) -> None:
    """Destroy a draft."""
    await drop_draft(call.desk, call.actor, message=MessageId(call.place("message")))


def _view(draft: Draft, box: bytes) -> wire.DraftView:
    return wire.DraftView(
        message=draft.id,
        case=draft.case,
        version=draft.version,
        updated_at=draft.updated_at,
        box=b64u(box),
    )
