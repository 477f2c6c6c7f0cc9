# SPDX-License-Identifier: EUPL-1.2
"""Made words: what becomes of them with their author's yes."""

from relay.crypto.encoding import unb64u
from relay.protocol import wire
from relay.protocol.wire_made import ConfirmationPost
from relay.records import MessageId
from relay.review.service import confirm, view
from relay.server.messages import MESSAGE
from relay.server.operations import PARTICIPANT, Call, Resource
from relay.server.statements import MESSAGE_CODES
from relay.server.translate import view_out

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
