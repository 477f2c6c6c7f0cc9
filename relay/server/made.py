# SPDX-License-Identifier: EUPL-1.2
"""Made words: what becomes of them with their author's yes, and who may render them."""

from relay.crypto.encoding import unb64u
from relay.errors import WrongShapeError
from relay.protocol import wire
from relay.protocol.wire_made import ConfirmationPost, Grants, GrantView
from relay.records import MessageId
from relay.review.service import confirm, grant, granted_to, made_by, view
from relay.review.standing import load_signed
from relay.server.messages import MESSAGE
from relay.server.operations import INTERPRETER, MEDIATOR, PARTICIPANT, Call, Resource
from relay.server.statements import MESSAGE_CODES, MOVE_CODES
from relay.server.translate import envelope_of, statement_of, view_out

routes = Resource()


@routes.on(
    "POST",
    "/v1/messages/{message}/confirmation",
    roles=PARTICIPANT,
    takes=ConfirmationPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MESSAGE_CODES | {"not-canonical", "storage-full"},
)
async def confirm_words(call: Call[ConfirmationPost]) -> wire.MessageView:
    """Say, sealed, that words which somebody else wrote down or cut are what I meant."""
    message = MessageId(call.place("message"))
    await confirm(
        call.desk,
        call.actor,
        message=message,
        box=unb64u(call.asked.box),
        version=call.asked.version,
    )
    return view_out(await view(call.desk, call.actor, message=message))


@routes.on(
    "POST",
    "/v1/messages/{message}/grants",
    roles=MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def grant_access(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Let an interpreter open a message until a day, or end that."""
    message, wrap = MessageId(call.place("message")), call.asked.wrap
    if call.asked.note is not None or (wrap is not None and wrap.purpose != "grant"):
        raise WrongShapeError("a grant comes with one wrap of purpose grant, its end with none")
    await grant(
        call.desk,
        call.actor,
        message=message,
        statement=statement_of(call.asked.statement),
        wrap=None if wrap is None else unb64u(wrap.wrap),
        version=call.asked.version,
    )
    return view_out(await view(call.desk, call.actor, message=message))


@routes.on("GET", "/v1/grants", roles=INTERPRETER, gives=Grants, refuses=frozenset({"not-found"}))
async def list_grants(call: Call[None]) -> Grants:
    """List what I may open as an interpreter now, and the renditions that I made."""
    granted = await granted_to(call.desk, call.actor)
    return Grants(
        grants=[
            GrantView(
                message=one.message,
                until=one.until,
                statement=envelope_of(await load_signed(call.parts.ledger, one.statement)),
            )
            for one in granted
        ],
        made=[view_out(seen) for seen in await made_by(call.desk, call.actor)],
    )
