# SPDX-License-Identifier: EUPL-1.2
"""The second half of an enrolment: a certificate over the keys, and the answer under MAC2.

The mediator's client has checked MAC1; the server checks what it can: that the very
keys of the request are certified, by a mediator of the case, for the ticket's person.
"""

import json
from dataclasses import dataclass, replace
from typing import Final

from relay.casework.standing import (
    active_interpreters,
    active_mediators,
    case_mediator,
    load_directory,
    load_head,
    load_signed,
    member_id,
    require_case_mediator,
    require_valid,
)
from relay.casework.tickets import load_ticket, may_certify, pending_tickets, refuse_unused
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import key_id
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, statement_hash
from relay.errors import (
    CertificateWrongError,
    ForbiddenError,
    NotAllowedError,
    SignerNotAllowedError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.certificate import Certificate, check_certifier, parse_certificate
from relay.protocol.directory import VerifiedDirectory
from relay.protocol.enrolment import EnrolmentRequest
from relay.records import Actor, CaseId, Event, Hash, KeyId, Member, Role, Statement, Ticket
from relay.storage.contract import Append, Change, Ledger, Put

_MAC_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAnswered:
    """MAC2 and the statements that it covers."""

    mac2: str
    certificate: Signed | None
    root: Signed
    directory: Signed
    policy: Signed | None


async def certify(ledger: Ledger, actor: Actor, *, lookup: str, certificate: Signed, at: int) -> Ticket:
    """Store a case mediator's certificate over the keys of the request.

    A better one may replace it until a policy names it; the same one again is harmless.

    Raises:
        TicketWrongError: no such ticket.
        NotAllowedError: not used yet, answered already, or a mediator's ticket.
        ForbiddenError, SignerNotAllowedError: not a mediator of the case, or not their key.
        WrongContextError, CertificateWrongError: another person, other keys, an old epoch.
        SignatureWrongError, DirectoryStaleError: as they say.
    """
    ticket = await load_ticket(ledger, lookup=lookup)
    if ticket.case is None or ticket.answer:
        raise NotAllowedError(f"{lookup}: nothing to certify")
    mediator = await require_case_mediator(ledger, actor, ticket.case)
    trust = await require_valid(ledger, at=at)
    words = parse_certificate(certificate.body)
    if mediator.key != b64u(certificate.key):
        raise SignerNotAllowedError(f"{lookup}: signed with another person's key")
    check_certifier(certificate, trust.directory)
    _fits(ticket, words, refuse_unused(ticket), programme=trust.directory.programme)
    await _refuse_old_epoch(ledger, ticket, words)
    found = Hash(b64u(statement_hash("certificate", certificate.body)))
    if ticket.certificate == found:
        return ticket
    certified = replace(ticket, version=ticket.version + 1, certificate=found)
    known = await ledger.load(Statement, found)
    kept = _kept(certificate, found, ticket.case, at=at)
    changes: list[Change] = [Put(certified), *([] if known else [Append(kept)])]
    changes.append(Append(_noted("certificate", certified, by=actor.person, at=at, digest=found)))
    await ledger.commit(changes)
    return certified


async def answer_ticket(ledger: Ledger, actor: Actor, *, lookup: str, mac2: str, at: int) -> Ticket:
    """Store MAC2 with the current root, directory, policy and certificate that it covers.

    Raises:
        ForbiddenError: neither its maker nor a mediator of the case.
        WrongShapeError: not 32 bytes.
        NotAllowedError: no policy (for a mediator: no directory) names the newcomer yet.
    """
    ticket = await load_ticket(ledger, lookup=lookup)
    mediator = None if ticket.case is None else await case_mediator(ledger, actor, ticket.case)
    if not may_certify(ticket, actor, in_case=mediator is not None):
        raise ForbiddenError(f"{lookup}: not theirs to answer")
    if len(unb64u(mac2)) != _MAC_BYTES:
        raise WrongShapeError(f"a MAC has {_MAC_BYTES} bytes")
    trust = await require_valid(ledger, at=at)
    await _refuse_unnamed(ledger, ticket, trust)
    root = await load_head(ledger, "root")
    policy = None if ticket.case is None else await load_head(ledger, ticket.case)
    covered = {
        "certificate": ticket.certificate,
        "directory": trust.hash,
        "mac2": mac2,
        "policy": None if policy is None else policy.head.statement,
        "root": None if root is None else root.head.statement,
    }
    answer = json.dumps(covered, sort_keys=True).encode("ascii")
    answered = replace(ticket, version=ticket.version + 1, answer=answer)
    await ledger.commit([Put(answered)])
    return answered


async def answer_of(ledger: Ledger, ticket: Ticket) -> TicketAnswered | None:
    """Return the stored answer; None until there is one."""
    if not ticket.answer:
        return None
    covered = json.loads(ticket.answer)
    found = {
        name: None if covered[name] is None else await load_signed(ledger, Hash(covered[name]))
        for name in ("certificate", "directory", "policy", "root")
    }
    root, directory = found["root"], found["directory"]
    if root is None or directory is None:
        raise ValueError("an answer without root and directory was stored")
    return TicketAnswered(
        mac2=covered["mac2"],
        certificate=found["certificate"],
        root=root,
        directory=directory,
        policy=found["policy"],
    )


async def pending(ledger: Ledger) -> tuple[tuple[Ticket, ...], tuple[Signed, ...]]:
    """Return, for managers, the used tickets and the certificates that nothing names yet.

    Raises:
        NotFoundError: no directory was accepted yet.
    """
    trust = await load_directory(ledger)
    waiting = [one for one in await pending_tickets(ledger) if not await _is_named(ledger, one, trust)]
    hashes = [one.certificate for one in waiting if one.certificate is not None]
    return tuple(waiting), tuple([await load_signed(ledger, one) for one in hashes])


def _fits(ticket: Ticket, words: Certificate, request: EnrolmentRequest, *, programme: str) -> None:
    if (words.programme, words.case, words.participant) != (programme, ticket.case, ticket.person):
        raise WrongContextError(f"{ticket.id}: a certificate for somebody else")
    if (words.identity, words.kem) != (request.identity, request.kem):
        raise CertificateWrongError(f"{ticket.id}: other keys than the request's")


async def _refuse_old_epoch(ledger: Ledger, ticket: Ticket, words: Certificate) -> None:
    member = await ledger.load(Member, member_id(words.case, words.participant))
    if member is None or member.certificate in {None, ticket.certificate}:
        return
    if words.epoch <= member.epoch:
        raise CertificateWrongError(f"{ticket.id}: epoch {words.epoch} after {member.epoch}")


async def _refuse_unnamed(ledger: Ledger, ticket: Ticket, trust: VerifiedDirectory) -> None:
    refuse_unused(ticket)
    if not await _is_named(ledger, ticket, trust):
        raise NotAllowedError(f"{ticket.id}: named by no policy or directory yet")


async def _is_named(ledger: Ledger, ticket: Ticket, trust: VerifiedDirectory) -> bool:
    if ticket.role is not Role.PARTICIPANT:
        named = b64u(key_id(unb64u(refuse_unused(ticket).identity)))
        mediates = ticket.role is Role.MEDIATOR
        there = active_mediators(trust.directory) if mediates else active_interpreters(trust.directory)
        return named in there
    member = await ledger.load(Member, f"{ticket.case}/{ticket.person}")
    return member is not None and ticket.certificate is not None and member.certificate == ticket.certificate


def _kept(certificate: Signed, found: Hash, case: CaseId, *, at: int) -> Statement:
    return Statement(
        id=found,
        kind="certificate",
        case=case,
        message=None,
        signer=KeyId(b64u(certificate.key)),
        number=0,
        at=at,
        envelope=encode_envelope(certificate),
    )


def _noted(kind: str, ticket: Ticket, *, by: str, at: int, digest: Hash) -> Event:
    return Event(seq=0, case=ticket.case, message=None, kind=kind, by=by, at=at, digest=digest, chain="")
