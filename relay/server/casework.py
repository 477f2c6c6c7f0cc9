# SPDX-License-Identifier: EUPL-1.2
"""Casework: records in versions, consents, which gates are shut, and what is due today."""

from typing import Final, cast

from relay.casework.consent_texts import consent_text_of
from relay.casework.consenting import consents_of, give_consent
from relay.casework.gates import shut_gates_of
from relay.casework.record_reading import RecordPage, RecordShown, due_list, record_history, records_of
from relay.casework.recording import SealedRecord, write_record
from relay.casework.standing import require_case_mediator
from relay.crypto.encoding import b64u, unb64u
from relay.errors import WrongShapeError
from relay.protocol import wire, wire_casework
from relay.protocol.record import RECORD_TYPES
from relay.records import CaseId, KeyId, Role
from relay.server.operations import ID, MEDIATOR, PARTICIPANT, Call, Query, Resource
from relay.server.parts import LISTENERS
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, envelopes_of, statement_of

routes = Resource()

_CASE: Final = {"case": ID}
_RECORD: Final = {"case": ID, "record": ID}
_USUAL: Final = "50"
_LIMIT: Final = Query(pattern=r"[1-9][0-9]?|100", about="at most so many")
_WRITES: Final = STATEMENT_CODES | {"not-found", "stale-version", "storage-full", "certificate-wrong"}


@routes.on(
    "POST",
    "/v1/cases/{case}/records",
    roles=PARTICIPANT | MEDIATOR,
    takes=wire_casework.RecordPost,
    gives=wire.Version,
    places=_CASE,
    refuses=_WRITES | {"seal-broken", "wrap-broken"},
)
async def post_record(call: Call[wire_casework.RecordPost]) -> wire.Version:
    """Write the next version of a record; a participant writes needs and nothing else."""
    case = CaseId(call.place("case"))
    written = await write_record(
        call.parts.ledger,
        call.actor,
        case=case,
        statement=statement_of(call.asked.statement),
        sealed=_sealed(call.asked),
        at=call.now,
    )
    call.request.app[LISTENERS].tell("case", case, written.concerned)
    if written.record.type == "closing":
        call.request.app[LISTENERS].tell_role("case", case, Role.MANAGER)
    return wire.Version(version=written.record.version)


@routes.on(
    "GET",
    "/v1/cases/{case}/records",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_casework.RecordsPage,
    places=_CASE,
    query={
        "type": Query(pattern="|".join(RECORD_TYPES), about="only this type"),
        "after": Query(pattern=ID, about="`next` of the page before"),
        "limit": _LIMIT,
    },
    refuses=frozenset({"not-found"}),
)
async def list_records(call: Call[None]) -> wire_casework.RecordsPage:
    """List a case's current records: to a participant, the needs that they stated."""
    page = await records_of(
        call.parts.ledger,
        call.actor,
        case=CaseId(call.place("case")),
        kind=call.query("type"),
        after=call.query("after"),
        limit=int(call.query("limit") or _USUAL),
    )
    return _page_out(page)


@routes.on(
    "GET",
    "/v1/cases/{case}/records/{record}",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_casework.RecordHistory,
    places=_RECORD,
    refuses=frozenset({"not-found"}),
)
async def show_record(call: Call[None]) -> wire_casework.RecordHistory:
    """Give every version of a record, the first one first."""
    case, record = CaseId(call.place("case")), call.place("record")
    versions = await record_history(call.parts.ledger, call.actor, case=case, record=record)
    return wire_casework.RecordHistory(versions=[_record_out(one) for one in versions])


@routes.on(
    "GET",
    "/v1/tasks",
    roles=MEDIATOR,
    gives=wire_casework.RecordsPage,
    query={
        "after": Query(pattern=r"[0-9-]{10}\.[A-Za-z0-9_-]{22}", about="`next` of the page before"),
        "limit": _LIMIT,
    },
    refuses=frozenset({"not-found"}),
)
async def list_tasks(call: Call[None]) -> wire_casework.RecordsPage:
    """List what is due in all my cases, undone tasks and ending gates, the earliest day first."""
    limit = int(call.query("limit") or _USUAL)
    return _page_out(await due_list(call.parts.ledger, call.actor, after=call.query("after"), limit=limit))


@routes.on(
    "POST",
    "/v1/cases/{case}/consents",
    roles=PARTICIPANT,
    takes=wire_casework.ConsentPost,
    gives=wire.Version,
    places=_CASE,
    refuses=_WRITES | {"old-number", "policy-mismatch"},
)
async def post_consent(call: Call[wire_casework.ConsentPost]) -> wire.Version:
    """Say yes or no to one channel."""
    case = CaseId(call.place("case"))
    statement = statement_of(call.asked.statement)
    given = await give_consent(call.parts.ledger, call.actor, case=case, statement=statement, at=call.now)
    call.request.app[LISTENERS].tell("case", case, given.concerned)
    return wire.Version(version=given.consent.version)


@routes.on(
    "GET",
    "/v1/cases/{case}/consent-text",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_casework.ConsentText,
    places=_CASE,
    refuses=frozenset({"not-found"}),
)
async def show_consent_text(call: Call[None]) -> wire_casework.ConsentText:
    """Give the text that people of this case agree to, in both languages."""
    case = CaseId(call.place("case"))
    found = await consent_text_of(call.parts.ledger, call.actor, case=case)
    return wire_casework.ConsentText(statement=envelope_of(found))


@routes.on(
    "GET",
    "/v1/cases/{case}/consents",
    roles=PARTICIPANT | MEDIATOR,
    gives=wire_casework.Consents,
    places=_CASE,
    refuses=frozenset({"not-found"}),
)
async def list_consents(call: Call[None]) -> wire_casework.Consents:
    """List the latest words about each channel: mine, or to a mediator everybody's."""
    found = await consents_of(call.parts.ledger, call.actor, case=CaseId(call.place("case")))
    return wire_casework.Consents(consents=envelopes_of(found))


@routes.on(
    "GET",
    "/v1/cases/{case}/gates",
    roles=MEDIATOR,
    gives=wire_casework.ShutGates,
    places=_CASE,
    refuses=frozenset({"not-found"}),
)
async def list_gates(call: Call[None]) -> wire_casework.ShutGates:
    """List the gates of a case that are shut today, with the reason of each."""
    case, ledger = CaseId(call.place("case")), call.parts.ledger
    await require_case_mediator(ledger, call.actor, case)
    shut = [
        wire_casework.ShutGate(
            code=cast("wire_casework.GateCode", one.code),
            participant=one.participant,
            channel=cast("wire_casework.ConsentChannel | None", one.channel),
        )
        for one in await shut_gates_of(ledger, case, at=call.now)
    ]
    return wire_casework.ShutGates(gates=shut)


def _sealed(asked: wire_casework.RecordPost) -> SealedRecord:
    wraps = {KeyId(wrap.recipient): unb64u(wrap.wrap) for wrap in asked.wraps}
    if len(wraps) != len(asked.wraps) or any(wrap.purpose != "record" for wrap in asked.wraps):
        raise WrongShapeError("a record has one wrap of purpose record for each reader")
    return SealedRecord(box=unb64u(asked.box), wraps=wraps)


def _page_out(page: RecordPage) -> wire_casework.RecordsPage:
    return wire_casework.RecordsPage(records=[_record_out(one) for one in page.records], next=page.next)


def _record_out(shown: RecordShown) -> wire_casework.RecordView:
    return wire_casework.RecordView(
        record=shown.record,
        case=shown.case,
        version=shown.version,
        type=cast("wire_casework.RecordType", shown.type),
        statement=envelope_of(shown.statement),
        box=b64u(shown.box),
        wrap=None if shown.wrap is None else b64u(shown.wrap),
        purpose=cast("wire_casework.RecordPurpose | None", shown.purpose),
    )
