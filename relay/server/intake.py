# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part, by anybody; and the managers' inbox."""

from typing import Any, Final

from relay.casework import intake as requests
from relay.casework.trust import current_intake_key, current_root
from relay.crypto.encoding import b64u, unb64u
from relay.errors import WrongShapeError
from relay.protocol import wire, wire_office
from relay.records import IntakeId, IntakeState, KeyId, Role
from relay.server.operations import ID, MANAGER, MEDIATOR, Call, Query, Resource
from relay.server.parts import LISTENERS, RATES
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, statement_of

routes = Resource()

_INTAKE: Final = {"intake": ID}
_MOVED: Final = frozenset({"not-found", "stale-version", "not-allowed", "storage-full"})
_STATES: Final = "|".join(IntakeState)


@routes.on(
    "GET",
    "/v1/intake/key",
    roles=None,
    gives=wire_office.IntakeKeyView,
    refuses=frozenset({"not-found", "too-many-tries"}),
)
async def show_intake_key(call: Call[None]) -> wire_office.IntakeKeyView:
    """Give the key that requests to take part are sealed to, signed, to anybody."""
    call.request.app[RATES].take(call.address)
    ledger = call.parts.ledger
    return wire_office.IntakeKeyView(
        root=envelope_of(await current_root(ledger)), intake=envelope_of(await current_intake_key(ledger))
    )


@routes.on(
    "POST",
    "/v1/intake",
    roles=None,
    takes=wire_office.IntakePost,
    gives=wire.Version,
    refuses=frozenset(
        {"not-found", "wrong-context", "size-wrong", "exists", "storage-full", "too-many-tries"}
        | {"not-canonical"}
    ),
)
async def ask_to_take_part(call: Call[wire_office.IntakePost]) -> wire.Version:
    """Take a sealed request to take part from anybody; nothing is answered about what became of it."""
    call.request.app[RATES].take_request(call.address)
    asked = call.asked
    fresh = await requests.take_in(
        call.parts.ledger,
        intake=IntakeId(asked.intake),
        box=unb64u(asked.box),
        recipient=KeyId(asked.wrap.recipient),
        wrap=_wrap_of(asked.wrap),
        at=call.now,
    )
    if fresh:
        _tell_managers(call)
    return wire.Version(version=1)


@routes.on(
    "GET",
    "/v1/intake",
    roles=MANAGER | MEDIATOR,
    gives=wire_office.IntakePage,
    query={
        "state": Query(pattern=f"({_STATES})", about="only these; `new` without it (managers)"),
        "after": Query(pattern=r"[A-Za-z0-9_.-]{1,60}", about="`next` of the page before"),
        "limit": Query(pattern=r"[1-9]|1[0-9]|20", about="at most so many"),
    },
    refuses=frozenset({"not-found"}),
)
async def list_intakes(call: Call[None]) -> wire_office.IntakePage:
    """List requests by state, longest waiting first; to a mediator those that were passed on to them."""
    if call.actor.role is Role.MEDIATOR:
        mine = await requests.passed_on(call.parts.ledger, call.actor)
        return wire_office.IntakePage(intakes=[_view(one, sheet=False) for one in mine], next=None)
    page = await requests.inbox(
        call.parts.ledger,
        state=IntakeState(call.query("state") or IntakeState.NEW),
        after=call.query("after"),
        limit=int(call.query("limit") or requests.MOST_SHOWN),
    )
    return wire_office.IntakePage(intakes=[_view(one, sheet=True) for one in page.asked], next=page.next)


@routes.on(
    "POST",
    "/v1/intake/{intake}/screening",
    roles=MANAGER,
    takes=wire_office.ScreeningPost,
    gives=wire.Version,
    places=_INTAKE,
    refuses=_MOVED | {"size-wrong", "not-canonical"},
)
async def screen_intake(call: Call[wire_office.ScreeningPost]) -> wire.Version:
    """Keep my sealed screening sheet about a request."""
    after = await requests.screen(
        call.parts.ledger,
        intake=IntakeId(call.place("intake")),
        version=call.asked.version,
        box=unb64u(call.asked.box),
        wrap=_wrap_of(call.asked.wrap),
    )
    _tell_managers(call)
    return wire.Version(version=after.version)


@routes.on(
    "POST",
    "/v1/intake/{intake}/assignment",
    roles=MANAGER,
    takes=wire_office.AssignmentPost,
    gives=wire.Version,
    places=_INTAKE,
    refuses=_MOVED | STATEMENT_CODES | {"seal-broken"},
)
async def assign_intake(call: Call[wire_office.AssignmentPost]) -> wire.Version:
    """Pass a request on to mediators of a case, by my signature."""
    wraps = {KeyId(wrap.recipient): _wrap_of(wrap) for wrap in call.asked.wraps}
    if len(wraps) != len(call.asked.wraps):
        raise WrongShapeError("two wraps for one mediator")
    after = await requests.assign(
        call.parts.ledger,
        call.actor,
        intake=IntakeId(call.place("intake")),
        version=call.asked.version,
        statement=statement_of(call.asked.statement),
        wraps=wraps,
        at=call.now,
    )
    _tell_managers(call)
    return wire.Version(version=after.version)


@routes.on(
    "POST",
    "/v1/intake/{intake}/closing",
    roles=MANAGER,
    takes=wire_office.IntakeClosing,
    gives=wire.Version,
    places=_INTAKE,
    refuses=_MOVED,
)
async def close_intake(call: Call[wire_office.IntakeClosing]) -> wire.Version:
    """End a request, and where asked erase its words for good."""
    after = await requests.close(
        call.parts.ledger,
        call.actor,
        intake=IntakeId(call.place("intake")),
        version=call.asked.version,
        erase=call.asked.erase,
        at=call.now,
    )
    _tell_managers(call)
    return wire.Version(version=after.version)


def _tell_managers(call: Call[Any]) -> None:
    """Let the managers look again; without an id, so that many requests are one change."""
    call.request.app[LISTENERS].tell_role("intake", "", Role.MANAGER)


def _wrap_of(wrap: wire.Wrap) -> bytes:
    """Read a wrap of an intake's or a sheet's key.

    Raises:
        WrongShapeError: a wrap for another purpose.
    """
    if wrap.purpose != "intake":
        raise WrongShapeError("a wrap for another purpose")
    return unb64u(wrap.wrap)


def _view(asked: requests.Asked, *, sheet: bool) -> wire_office.IntakeView:
    known = asked.intake
    shown = None
    if sheet and known.sheet:
        shown = wire_office.SealedSheet(box=b64u(known.sheet), wrap=b64u(known.sheet_wrap))
    return wire_office.IntakeView(
        intake=known.id,
        version=known.version,
        state=known.state.value,
        at=known.at,
        box=b64u(known.box) if known.box else None,
        wrap=b64u(asked.wrap) if known.box else None,
        sheet=shown,
        case=known.case,
        assignment=None if asked.assignment is None else envelope_of(asked.assignment),
    )
