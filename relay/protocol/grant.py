# SPDX-License-Identifier: EUPL-1.2
"""An interpreter's access to one message, until a day: who gave it, and when it is over.

Only what an interpreter made while a grant lasted counts as theirs; and once it is over,
their own client opens nothing, whatever wrap a server still hands out.
Twin: ``web/src/protocol/grant.ts``. Source: protocol.md section 5.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import ID_BYTES
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import (
    GrantOverError,
    RelayError,
    SignerNotAllowedError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.manifest import VerifiedManifest
from relay.protocol.policy import VerifiedPolicy, once_assigned
from relay.protocol.shape import (
    boolean,
    day,
    hashed,
    ident,
    integer,
    optional,
    read_statement,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A mediator lets one interpreter open one message until a day, or ends that."""

    programme: str
    case: str
    mediator: str
    message: str
    manifest: str
    interpreter: str
    until: str
    given: bool
    wrap: str | None
    number: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedGrant:
    """A grant, or the end of one, by an assigned mediator."""

    grant: Grant
    hash: str
    signer: str


_GRANT: Final = {
    "case": ident,
    "mediator": ident,
    "message": ident,
    "manifest": hashed,
    "interpreter": hashed,
    "until": day,
    "given": boolean,
    "wrap": optional(hashed),
    "number": integer(1),
    "day": day,
}


def parse_grant(body: bytes) -> Grant:
    """Read a ``grant`` body; raises as ``shape.read_statement``."""
    grant = Grant(**read_statement(body, "grant", _GRANT))
    if grant.given != (grant.wrap is not None):
        raise WrongShapeError("a grant names its wrap, and its end names none")
    if grant.given and grant.until < grant.day:
        raise WrongShapeError("a grant that is over before it begins")
    return grant


def build_grant(grant: Grant) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("grant", grant)
    parse_grant(body)
    return body


def verify_grant(
    statement: Statement, *, manifest: VerifiedManifest, policy: VerifiedPolicy
) -> VerifiedGrant:
    """Believe a grant or its end, or refuse.

    Args:
        statement: as received.
        manifest: of the message that is to be rendered.
        policy: the verified policy.

    Raises:
        WrongContextError: about another message.
        SignerNotAllowedError, RevokedError, SignatureWrongError: no assigned mediator's.
    """
    grant = parse_grant(statement.body)
    words = manifest.manifest
    about = (grant.programme, grant.case, grant.message, grant.manifest)
    if about != (words.programme, words.case, words.message, manifest.hash):
        raise WrongContextError("a grant of another message")
    if grant.mediator != b64u(statement.key[:ID_BYTES]):
        raise SignerNotAllowedError("signed in another mediator's name")
    entry = once_assigned(policy, statement.key)
    verify(statement, "grant", public_key=unb64u(entry.key))
    return VerifiedGrant(
        grant=grant, hash=b64u(statement_hash("grant", statement.body)), signer=b64u(statement.key)
    )


def believed_grants(
    statements: Iterable[Statement], *, manifest: VerifiedManifest, policy: VerifiedPolicy, interpreter: str
) -> tuple[VerifiedGrant, ...]:
    """Return what verifies of one interpreter's grants and their ends; rubbish gains nothing."""
    found: list[VerifiedGrant] = []
    for statement in statements:
        try:
            grant = verify_grant(statement, manifest=manifest, policy=policy)
        except RelayError:
            continue
        if grant.grant.interpreter == interpreter:
            found.append(grant)
    return tuple(found)


def require_granted(grants: Sequence[VerifiedGrant], *, today: str) -> VerifiedGrant:
    """Return the grant that stands today.

    Args:
        grants: from ``believed_grants``.
        today: the day, UTC.

    Raises:
        GrantOverError: there is none, its last day has passed, or a mediator ended it.
    """
    for grant in grants:
        if grant.grant.given and today <= grant.grant.until and not _ends(grants, grant):
            return grant
    raise GrantOverError("no grant stands")


def require_made_under(grants: Sequence[VerifiedGrant], *, day: str) -> VerifiedGrant:
    """Return the grant under which something was made on ``day``, whether or not it still stands.

    Raises:
        GrantOverError: none lasted until then.
    """
    for grant in grants:
        ends = [end.grant.day for end in _ends(grants, grant)]
        if grant.grant.given and day <= min([grant.grant.until, *ends]):
            return grant
    raise GrantOverError("made under no grant")


def _ends(grants: Sequence[VerifiedGrant], grant: VerifiedGrant) -> list[VerifiedGrant]:
    """Return what ends a grant: a later word of its giver, or a colleague's of that day or after."""
    return [
        other
        for other in grants
        if not other.grant.given
        and (
            other.grant.number > grant.grant.number
            if other.signer == grant.signer
            else other.grant.day >= grant.grant.day
        )
    ]
