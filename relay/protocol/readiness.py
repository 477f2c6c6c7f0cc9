# SPDX-License-Identifier: EUPL-1.2
"""The second gate: the addressee's own signed answer to an offer.

Approved is not delivered. Only the latest answer counts, and it is theirs to change. It names the
directory and the policy that its signer saw: nothing is released to them under older ones.
Twin: ``web/src/protocol/readiness.ts``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash, verify
from relay.errors import NotReadyError, RelayError, WrongContextError
from relay.protocol.manifest import VerifiedManifest
from relay.protocol.shape import (
    day,
    hashed,
    ident,
    integer,
    one_of,
    optional,
    read_statement,
    write_statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """An answer about one manifest; ``plan`` is the hash of the sealed reading plan."""

    programme: str
    case: str
    message: str
    manifest: str
    participant: str
    answer: str
    number: int
    plan: str | None
    directory: str
    directory_epoch: int
    policy: str
    policy_version: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedReadiness:
    """An answer by the addressee's own key."""

    readiness: Readiness
    hash: str


_READINESS: Final = {
    "case": ident,
    "message": ident,
    "manifest": hashed,
    "participant": ident,
    "answer": one_of("ready", "not-now", "never", "keep"),
    "number": integer(1),
    "plan": optional(hashed),
    "directory": hashed,
    "directory_epoch": integer(1),
    "policy": hashed,
    "policy_version": integer(1),
    "day": day,
}


def parse_readiness(body: bytes) -> Readiness:
    """Read a ``readiness`` body; raises as ``shape.read_statement``."""
    return Readiness(**read_statement(body, "readiness", _READINESS))


def build_readiness(readiness: Readiness) -> bytes:
    """Return the canonical body, after reading it back."""
    body = write_statement("readiness", readiness)
    parse_readiness(body)
    return body


def verify_readiness(
    statement: Statement, *, manifest: VerifiedManifest, participant: str, identity: bytes
) -> VerifiedReadiness:
    """Believe an answer, or refuse.

    Args:
        statement: as received.
        manifest: the verified manifest.
        participant: the addressee it must be of.
        identity: the addressee's certified identity key.

    Raises:
        WrongContextError: about another manifest, or by somebody else.
        SignatureWrongError: not signed by ``identity``.
    """
    readiness = parse_readiness(statement.body)
    words = manifest.manifest
    about = (readiness.programme, readiness.case, readiness.message, readiness.manifest)
    if about != (words.programme, words.case, words.message, manifest.hash):
        raise WrongContextError("an answer about another manifest")
    if readiness.participant != participant or participant not in words.addressees:
        raise WrongContextError("somebody else's answer")
    verify(statement, "readiness", public_key=identity)
    return VerifiedReadiness(readiness=readiness, hash=b64u(statement_hash("readiness", statement.body)))


def require_ready(
    statements: Iterable[Statement], *, manifest: VerifiedManifest, participant: str, identity: str
) -> VerifiedReadiness:
    """Return the addressee's latest answer if it is ``ready``; what is not theirs is passed over.

    Args:
        statements: every answer that is known.
        manifest: the verified manifest.
        participant: the addressee.
        identity: their certified identity key, as text.

    Raises:
        NotReadyError: no answer, or the highest-numbered one is not ``ready``.
    """
    latest: VerifiedReadiness | None = None
    for statement in statements:
        try:
            found = verify_readiness(
                statement, manifest=manifest, participant=participant, identity=unb64u(identity)
            )
        except RelayError:
            continue
        if latest is None or found.readiness.number > latest.readiness.number:
            latest = found
    if latest is None or latest.readiness.answer != "ready":
        raise NotReadyError("the addressee's latest answer is not 'ready'")
    return latest
