# SPDX-License-Identifier: EUPL-1.2
"""Consent texts: taken in with a policy that names them, given out to the people of the case."""

from collections.abc import Sequence

from relay.casework.standing import case_mediator, case_participant, load_policy
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import decode_envelope, encode_envelope, verify
from relay.errors import ForbiddenError, NotFoundError, PolicyMismatchError, WrongContextError
from relay.protocol.consent_text import consent_text_hash, parse_consent_text
from relay.protocol.policy import parse_policy
from relay.protocol.root import VerifiedRoot, find_manager
from relay.records import Actor, CaseId, Hash, KeyId, Statement
from relay.storage.contract import Append, Change, Ledger


async def kept_texts(
    ledger: Ledger, texts: Sequence[Signed], *, policies: Sequence[Signed], root: VerifiedRoot, at: int
) -> list[Change]:
    """Return what keeps the consent texts that come with policies; one that is here may come again.

    Raises:
        PolicyMismatchError: none of the policies names it.
        WrongContextError: of another programme.
        WrongShapeError, HiddenTextError, NotNormalError, SignerNotAllowedError, SignatureWrongError:
            no manager's text in normal form.
    """
    named = {parse_policy(policy.body).consent_text for policy in policies}
    changes: dict[str, Change] = {}
    for statement in texts:
        found = consent_text_hash(statement)
        if parse_consent_text(statement.body).programme != root.root.programme:
            raise WrongContextError("a consent text of another programme")
        if found not in named:
            raise PolicyMismatchError("a consent text that no policy here names")
        verify(statement, "consent-text", public_key=find_manager(root.root, statement.key))
        if await ledger.load(Statement, found) is None:
            changes[found] = Append(_kept(statement, Hash(found), at=at))
    return list(changes.values())


async def consent_text_of(ledger: Ledger, actor: Actor, *, case: CaseId) -> Signed:
    """Return the text that the case's policy names, as a manager signed it.

    Raises:
        ForbiddenError: neither a mediator nor a participant of this case.
        NotFoundError: the policy names a text that was never handed in here.
    """
    stands = await case_mediator(ledger, actor, case) or await case_participant(ledger, actor, case)
    if stands is None:
        raise ForbiddenError(f"{case}: not their case")
    named = (await load_policy(ledger, case)).policy.consent_text
    kept = await ledger.load(Statement, named)
    if kept is None or kept.kind != "consent-text":
        raise NotFoundError(f"{case}: no such consent text")
    return decode_envelope(kept.envelope)


def _kept(statement: Signed, found: Hash, *, at: int) -> Statement:
    return Statement(
        id=found,
        kind="consent-text",
        case=None,
        message=None,
        signer=KeyId(b64u(statement.key)),
        number=0,
        at=at,
        envelope=encode_envelope(statement),
    )
