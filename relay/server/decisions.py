# SPDX-License-Identifier: EUPL-1.2
"""What moves a message on: claims, approvals, decisions, offers, answers, releases, openings, withdrawals.

Each is a signed statement (but for a claim and an opening), handed down as it came; the
answer is the message as this person sees it then.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from relay.crypto.encoding import unb64u
from relay.errors import NotFoundError, WrongShapeError
from relay.protocol import wire
from relay.records import MessageId
from relay.review import service
from relay.server.logs import Happening
from relay.server.messages import MESSAGE
from relay.server.operations import MEDIATOR, PARTICIPANT, Call, Resource
from relay.server.statements import MESSAGE_CODES, MOVE_CODES
from relay.server.translate import detail_out, envelope_of, note_of, statement_of, view_out
from relay.server.uploads import UPLOADS

routes = Resource()

Move = Callable[..., Awaitable[object]]
_PLACE: Final = "/v1/messages/{message}/"


@routes.on(
    "POST",
    _PLACE + "claim",
    roles=MEDIATOR,
    takes=wire.ClaimPost,
    gives=wire.MessageDetail,
    places=MESSAGE,
    refuses=MESSAGE_CODES | {"gate-shut", "storage-full", "cooling-off", "claimed"},
)
async def claim_message(call: Call[wire.ClaimPost]) -> wire.MessageDetail:
    """Take a message up for review, renew that, or take it over from another mediator."""
    message = _message(call)
    await service.claim(
        call.desk,
        call.actor,
        message=message,
        take_over=call.asked.take_over,
        version=call.asked.version,
    )
    return detail_out(await service.detail(call.desk, call.actor, message=message), uploads_at=UPLOADS)


@routes.on(
    "POST",
    _PLACE + "unclaim",
    roles=MEDIATOR,
    takes=wire.VersionPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MESSAGE_CODES | {"storage-full", "cooling-off", "claimed"},
)
async def unclaim_message(call: Call[wire.VersionPost]) -> wire.MessageView:
    """Put down what I took up for review."""
    message = _message(call)
    await service.let_go(call.desk, call.actor, message=message, version=call.asked.version)
    return view_out(await service.view(call.desk, call.actor, message=message))


@routes.on(
    "POST",
    _PLACE + "approvals",
    roles=MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def approve_message(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Say yes to this very manifest."""
    return await _moved(call, service.approve)


@routes.on(
    "POST",
    _PLACE + "decisions",
    roles=MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def decide_message(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Hold, return, decline or escalate; ask a second mediator, or take a yes back."""
    return await _moved(call, service.decide_on)


@routes.on(
    "POST",
    _PLACE + "offers",
    roles=MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def offer_message(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Tell the addressee that something waits."""
    return await _moved(call, service.offer)


@routes.on(
    "POST",
    _PLACE + "readiness",
    roles=PARTICIPANT,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def answer_offer(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Answer an offer: ready, not now, never, or keep it for me."""
    return await _moved(call, service.answer)


@routes.on(
    "POST",
    _PLACE + "releases",
    roles=MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def release_message(call: Call[wire.StatementPost]) -> wire.MessageView:
    """Hand the wrapped key to a ready addressee."""
    wrap, message = call.asked.wrap, _message(call)
    if wrap is None or wrap.purpose != "release" or call.asked.note is not None:
        raise WrongShapeError("a release comes with one wrap of purpose release and no note")
    await service.release(
        call.desk,
        call.actor,
        message=message,
        statement=statement_of(call.asked.statement),
        wrap=unb64u(wrap.wrap),
        version=call.asked.version,
    )
    return view_out(await service.view(call.desk, call.actor, message=message))


@routes.on(
    "POST",
    _PLACE + "opened",
    roles=PARTICIPANT,
    takes=wire.VersionPost,
    gives=wire.MessageView,
    places=MESSAGE,
    refuses=MESSAGE_CODES | {"storage-full"},
)
async def note_opened(call: Call[wire.VersionPost]) -> wire.MessageView:
    """Say that I have opened it."""
    message = _message(call)
    await service.opened(call.desk, call.actor, message=message, version=call.asked.version)
    return view_out(await service.view(call.desk, call.actor, message=message))


@routes.on(
    "POST",
    _PLACE + "withdrawals",
    roles=PARTICIPANT | MEDIATOR,
    takes=wire.StatementPost,
    gives=wire.Receipt,
    places=MESSAGE,
    refuses=MOVE_CODES,
)
async def withdraw_message(call: Call[wire.StatementPost]) -> wire.Receipt:
    """Take a message back; the answer proves that its key was destroyed first."""
    if call.asked.wrap is not None or call.asked.note is not None:
        raise WrongShapeError("a withdrawal brings no key and no note: its shred key goes at once")
    message = _message(call)
    receipt = await service.withdraw(
        call.desk,
        call.actor,
        message=message,
        statement=statement_of(call.asked.statement),
    )
    call.parts.log.say(Happening.WITHDRAWN, message=message)
    return wire.Receipt(receipt=envelope_of(receipt), view=await _what_remains(call, message))


async def _moved(call: Call[wire.StatementPost], move: Move) -> wire.MessageView:
    """Hand a signed statement down, and answer with what this person sees then."""
    if call.asked.wrap is not None:
        raise WrongShapeError("only a release hands out a key")
    message = _message(call)
    await move(
        call.desk,
        call.actor,
        message=message,
        statement=statement_of(call.asked.statement),
        note=note_of(call.asked.note),
        version=call.asked.version,
    )
    return view_out(await service.view(call.desk, call.actor, message=message))


async def _what_remains(call: Call[wire.StatementPost], message: MessageId) -> wire.MessageView | None:
    try:
        return view_out(await service.view(call.desk, call.actor, message=message))
    except NotFoundError:
        return None


def _message(call: Call[wire.VersionPost] | Call[wire.ClaimPost] | Call[wire.StatementPost]) -> MessageId:
    return MessageId(call.place("message"))
