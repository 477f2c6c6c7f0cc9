# SPDX-License-Identifier: EUPL-1.2
"""Messages: listed, begun, shown, given to the mediators. Every view is ``seen_by``'s."""

from collections.abc import Collection
from typing import Final

from relay.crypto.encoding import unb64u
from relay.protocol import wire
from relay.records import Case, CaseId, MessageId, Role, State
from relay.review.service import begin, detail, listing, submit, view
from relay.server.operations import ID, INTERPRETER, MEDIATOR, PARTICIPANT, Call, Query, Resource
from relay.server.statements import MESSAGE_CODES, STATEMENT_CODES
from relay.server.translate import detail_out, statement_of, view_out, wraps_of
from relay.server.uploads import UPLOADS, finish_uploads

routes = Resource()

MESSAGE: Final = {"message": ID}
_STATE_NAMES: Final = "|".join(State)
_USUAL: Final = "50"


@routes.on(
    "GET",
    "/v1/messages",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire.MessagePage,
    query={
        "case": Query(pattern=ID, about="one case; all of mine without it"),
        "after": Query(pattern=r"[A-Za-z0-9_.~-]{1,200}", about="`next` of the page before"),
        "state": Query(pattern=rf"({_STATE_NAMES})(,({_STATE_NAMES}))*", about="only these states, by comma"),
        "limit": Query(pattern=r"[1-9][0-9]?|100", about="at most so many"),
    },
    refuses=frozenset({"not-found"}),
)
async def list_messages(call: Call[None]) -> wire.MessagePage:
    """List the messages of one or all of my cases: for a mediator by waiting time, otherwise by id."""
    case, states = call.query("case"), call.query("state")
    page = await listing(
        call.desk,
        call.actor,
        case=None if case is None else CaseId(case),
        states=[State(state) for state in states.split(",")] if states else (),
        after=call.query("after"),
        limit=int(call.query("limit") or _USUAL),
    )
    quorums = await _quorums(call, {seen.case for seen in page.views})
    views = [view_out(seen, quorum=quorums.get(seen.case)) for seen in page.views]
    return wire.MessagePage(messages=views, next=page.next)


@routes.on(
    "POST",
    "/v1/messages",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    takes=wire.NewMessage,
    gives=wire.MessageDetail,
    refuses=STATEMENT_CODES
    | MESSAGE_CODES
    | {"exists", "fork", "policy-mismatch", "rollback", "gate-shut", "directory-stale", "size-wrong"}
    | {"storage-full", "quota", "wrap-broken"},
    keeps="draft",
)
async def begin_message(call: Call[wire.NewMessage]) -> wire.MessageDetail:
    """Begin a message with its manifest, sealed header and wraps; the parts follow by tus."""
    asked = call.asked
    begun = await begin(
        call.desk,
        call.actor,
        manifest=statement_of(asked.manifest),
        header=unb64u(asked.header),
        wraps=wraps_of(asked.wraps),
    )
    return detail_out(begun, uploads_at=UPLOADS)


@routes.on(
    "GET",
    "/v1/messages/{message}",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    gives=wire.MessageDetail,
    places=MESSAGE,
    refuses=MESSAGE_CODES,
)
async def show_message(call: Call[None]) -> wire.MessageDetail:
    """Give a message with all that I may verify and open."""
    message = MessageId(call.place("message"))
    return detail_out(await detail(call.desk, call.actor, message=message), uploads_at=UPLOADS)


@routes.on(
    "POST",
    "/v1/messages/{message}/submit",
    roles=PARTICIPANT | MEDIATOR | INTERPRETER,
    takes=wire.VersionPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MESSAGE_CODES
    | {"upload-incomplete", "tree-wrong", "size-wrong", "gate-shut", "storage-full", "directory-stale"},
    keeps="draft",
)
async def submit_message(call: Call[wire.VersionPost]) -> wire.MessageView:
    """Hand in a complete message: to the mediators, or made words to their author for a yes."""
    message = MessageId(call.place("message"))
    await finish_uploads(call.request.app, message, account=call.actor.account)
    await submit(call.desk, call.actor, message=message, version=call.asked.version)
    return view_out(await view(call.desk, call.actor, message=message))


async def _quorums(call: Call[None], cases: Collection[CaseId]) -> dict[CaseId, int]:
    """Return how many must agree, a case; for mediators only."""
    if call.actor.role is not Role.MEDIATOR:
        return {}
    found = [await call.parts.ledger.load(Case, case) for case in cases]
    return {case.id: case.quorum for case in found if case is not None}
