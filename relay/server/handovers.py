# SPDX-License-Identifier: EUPL-1.2
"""Handing over: what a mediator of a case cannot open yet, keys wrapped for them, who came and went."""

from typing import Final

from relay.casework.past_policies import past_policies
from relay.crypto.encoding import unb64u
from relay.protocol import wire_handover
from relay.records import CaseId, Hash, KeyId
from relay.review import service
from relay.review.holding import Thing
from relay.server.operations import ID, MEDIATOR, PARTICIPANT, Call, Query, Resource
from relay.server.parts import LISTENERS
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, envelopes_of, statement_of

routes = Resource()

_CASE: Final = {"case": ID}
_MAX_BYTES: Final = 640 * 1024  # 256 wraps as JSON
_PLACE: Final = r"[A-Za-z0-9_-]{22}|r\.[A-Za-z0-9_-]{22}/[0-9]{1,15}/[A-Za-z0-9_-]{43}"
_KEY_ID: Final = r"[A-Za-z0-9_-]{43}"


@routes.on(
    "POST",
    "/v1/cases/{case}/handovers",
    roles=PARTICIPANT | MEDIATOR,
    takes=wire_handover.HandoverPost,
    places=_CASE,
    refuses=STATEMENT_CODES
    | {"not-found", "rollback", "fork", "certificate-wrong", "wrap-broken", "old-number"}
    | {"withdrawn", "stale-version", "storage-full"},
    max_bytes=_MAX_BYTES,
)
async def post_handover(call: Call[wire_handover.HandoverPost]) -> None:
    """Hand keys of this case over to one of its mediators, all that are named or none."""
    case, asked = CaseId(call.place("case")), call.asked
    passed = await service.hand_over(
        call.desk,
        call.actor,
        case=case,
        statement=statement_of(asked.statement),
        handed=[(_thing(one), unb64u(one.wrap)) for one in asked.wraps],
    )
    call.request.app[LISTENERS].tell("case", case, passed.concerned)


@routes.on(
    "GET",
    "/v1/cases/{case}/handovers",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_handover.Handovers,
    places=_CASE,
    refuses=frozenset({"not-found"}),
)
async def list_case_handovers(call: Call[None]) -> wire_handover.Handovers:
    """List a case's hand-overs, the latest last: to a participant their own."""
    found = await service.list_handovers(call.desk, call.actor, case=CaseId(call.place("case")))
    return wire_handover.Handovers(handovers=envelopes_of(found))


@routes.on(
    "GET",
    "/v1/cases/{case}/handover",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_handover.UnhandedPage,
    places=_CASE,
    query={
        "to": Query(pattern=_KEY_ID, about="the key id of a mediator of the case", required=True),
        "after": Query(pattern=_PLACE, about="`next` of the page before"),
    },
    refuses=frozenset({"not-found", "revoked"}),
)
async def list_case_unhanded(call: Call[None]) -> wire_handover.UnhandedPage:
    """List what I can open in a case and one of its mediators cannot yet."""
    page = await service.list_unhanded(
        call.desk,
        call.actor,
        case=CaseId(call.place("case")),
        to=KeyId(call.query("to") or ""),
        after=call.query("after"),
    )
    items = [
        wire_handover.Unhanded(
            kind=thing.kind,
            of=thing.of,
            subject=thing.subject,
            version=thing.number if thing.kind == "record" else None,
        )
        for thing in page.things
    ]
    return wire_handover.UnhandedPage(items=items, next=page.next)


@routes.on(
    "GET",
    "/v1/cases/{case}/policies",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_handover.PolicyHistory,
    places=_CASE,
    refuses=frozenset({"not-found"}),
)
async def list_policies(call: Call[None]) -> wire_handover.PolicyHistory:
    """List the versions of a case's policy, the latest first."""
    history = await past_policies(call.parts.ledger, call.actor, CaseId(call.place("case")))
    return wire_handover.PolicyHistory(
        policies=[
            wire_handover.PastPolicy(statement=envelope_of(one.statement), at=one.at)
            for one in history.policies
        ],
        more=history.more,
    )


def _thing(wrap: wire_handover.HandedWrap) -> Thing:
    return Thing(kind=wrap.kind, of=wrap.of, subject=Hash(wrap.subject), number=wrap.version or 0)
