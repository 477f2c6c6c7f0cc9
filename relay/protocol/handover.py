# SPDX-License-Identifier: EUPL-1.2
"""Handing over: keys of one case, wrapped again for a mediator whom its policy assigned.

A mediator gives what they can open; when none is left who could, an author gives the keys
of their own words. The statement names every key that goes over and to whom, so that no
re-wrap is silent. Twin: ``web/src/protocol/handover.ts``. Source: protocol.md section 7.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    OldNumberError,
    RollbackError,
    SignerNotAllowedError,
    WrapBrokenError,
    WrongContextError,
)
from relay.protocol.certificate import VerifiedCertificate
from relay.protocol.directory import EVER, MediatorEntry, find_mediator
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.root import refuse_older
from relay.protocol.shape import (
    day,
    hashed,
    ident,
    integer,
    list_of,
    read_statement,
    record_of,
    write_statement,
)

MAX_ITEMS: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a wrap opens (``subject``: of a manifest, a note or a record's box), and the wrap's hash."""

    subject: str
    wrap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Who gives which keys to whom, under which policy."""

    programme: str
    case: str
    giver: str
    to: str
    policy: str
    policy_version: int
    items: tuple[Item, ...]
    number: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedHandover:
    """A hand-over by somebody of the case, to one of its mediators."""

    handover: Handover
    hash: str
    signer: str


_ITEM: Final = {"subject": hashed, "wrap": hashed}
_HANDOVER: Final = {
    "case": ident,
    "giver": ident,
    "to": hashed,
    "policy": hashed,
    "policy_version": integer(1),
    "items": list_of(record_of(Item, _ITEM), least=1, most=MAX_ITEMS, rising=lambda item: item.subject),
    "number": integer(1),
    "day": day,
}


def parse_handover(body: bytes) -> Handover:
    """Read a ``handover`` body; raises as ``shape.read_statement``."""
    return Handover(**read_statement(body, "handover", _HANDOVER))


def build_handover(handover: Handover) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("handover", handover)
    parse_handover(body)
    return body


def item_of(subject: str, wrap: bytes) -> Item:
    """Return what a hand-over says of one wrap."""
    return Item(subject=subject, wrap=b64u(sha256(wrap)))


def verify_handover(
    statement: Statement,
    *,
    policy: VerifiedPolicy,
    certificate: VerifiedCertificate | None = None,
    seen_number: int = 0,
) -> VerifiedHandover:
    """Believe a hand-over, or refuse.

    Whoever has retired since gave what they gave; whoever was revoked gave nothing.

    Args:
        statement: as received.
        policy: the verified policy that it names.
        certificate: the verified certificate of the participant who gives, if one does.
        seen_number: the highest number of a hand-over of this signer.

    Raises:
        WrongContextError: another case, or to nobody whom the policy assigns, or to oneself.
        RollbackError, ForkError: made under another policy.
        SignerNotAllowedError, RevokedError, SignatureWrongError: nobody who may give.
        OldNumberError: a replay.
    """
    handover = parse_handover(statement.body)
    here = (policy.policy.programme, policy.policy.case)
    if (handover.programme, handover.case) != here:
        raise WrongContextError("a hand-over in another case")
    _check_policy(handover, policy)
    if handover.to not in policy.policy.mediators or handover.to == b64u(statement.key):
        raise WrongContextError("handed over to nobody whom the case assigns")
    _mediator(policy, unb64u(handover.to))
    verify(statement, "handover", public_key=_giver(statement, handover, policy, certificate))
    if handover.number <= seen_number:
        raise OldNumberError(f"number {handover.number}, seen {seen_number}")
    return VerifiedHandover(
        handover=handover,
        hash=b64u(statement_hash("handover", statement.body)),
        signer=b64u(statement.key),
    )


def check_handed(handover: Handover, *, wraps: Mapping[str, bytes], theirs: frozenset[str]) -> None:
    """Refuse a hand-over of anything but what is the giver's to give, in exactly these wraps.

    Args:
        handover: read from a verified statement.
        wraps: those that came with it, by subject.
        theirs: the subjects of this case whose keys the giver holds.

    Raises:
        WrongContextError: something of another case, or not theirs.
        WrapBrokenError: other wraps than the statement names.
    """
    if not {item.subject for item in handover.items} <= theirs:
        raise WrongContextError("something that is not theirs to hand over")
    named = {item.subject: item.wrap for item in handover.items}
    if named != {subject: b64u(sha256(wrap)) for subject, wrap in wraps.items()}:
        raise WrapBrokenError("other wraps than the hand-over names")


def _check_policy(handover: Handover, policy: VerifiedPolicy) -> None:
    here = (policy.policy.version, policy.hash)
    named = (handover.policy_version, handover.policy)
    refuse_older("policy", here, named)
    if named[0] < here[0]:
        raise RollbackError(f"made under policy {named[0]}, not {here[0]}")


def _giver(
    statement: Statement,
    handover: Handover,
    policy: VerifiedPolicy,
    certificate: VerifiedCertificate | None,
) -> bytes:
    """Return the public key of the one who signed, if that one may, in their own name."""
    if certificate is not None:
        own = certificate.certificate
        if not certificate.current or own.participant != handover.giver:
            raise SignerNotAllowedError("handed over in another person's name")
        return unb64u(own.identity)
    if b64u(statement.key) not in policy.policy.mediators:
        raise SignerNotAllowedError("not a mediator of this case")
    if handover.giver != b64u(statement.key[:ID_BYTES]):
        raise SignerNotAllowedError("handed over in another mediator's name")
    return unb64u(_mediator(policy, statement.key).key)


def _mediator(policy: VerifiedPolicy, key: bytes) -> MediatorEntry:
    return find_mediator(policy.trust.directory, key, epoch=EVER)
