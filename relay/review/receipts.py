# SPDX-License-Identifier: EUPL-1.2
"""The service's proof of a destruction.

A receipt follows from its withdrawal alone (Ed25519 is deterministic, and its time is the
shredding's), so that asking again gives the same bytes, also after a crash in between.
"""

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, sign
from relay.errors import ExistsError
from relay.protocol.receipt import Receipt, build_receipt
from relay.protocol.withdrawal import parse_withdrawal
from relay.records import CaseId, KeyId, MessageId, Statement, Tombstone
from relay.review.desk import Desk
from relay.review.moving import hash_of
from relay.storage.contract import Append


async def receipt_for(desk: Desk, case: CaseId, *, statement: Signed, at: int) -> Signed:
    """Sign, keep and return the receipt for a withdrawal that has been carried out.

    Args:
        desk: the ports, and the service key.
        case: of the withdrawal.
        statement: the withdrawal; it has been verified and kept.
        at: seconds; only where neither shredding nor an earlier keeping has a time.
    """
    words = parse_withdrawal(statement.body)
    withdrawal = hash_of(statement, "withdrawal")
    receipt = Receipt(
        programme=desk.programme,
        case=case,
        scope=words.scope,
        message=words.message,
        manifest=words.manifest,
        withdrawal=withdrawal,
        at=await _time(desk, words.message, withdrawal=withdrawal, at=at),
    )
    signed = sign(desk.service_seed, "receipt", body=build_receipt(receipt))
    try:
        await desk.ledger.commit([Append(_kept(signed, receipt))])
    except ExistsError:
        return signed
    return signed


def _kept(signed: Signed, receipt: Receipt) -> Statement:
    return Statement(
        id=hash_of(signed, "receipt"),
        kind="receipt",
        case=CaseId(receipt.case),
        message=None if receipt.message is None else MessageId(receipt.message),
        signer=KeyId(b64u(signed.key)),
        number=0,
        at=receipt.at,
        envelope=encode_envelope(signed),
    )


async def _time(desk: Desk, message: str | None, *, withdrawal: str, at: int) -> int:
    if message is not None:
        done = await desk.ledger.load(Tombstone, message)
        if done is not None and done.shredded_at is not None:
            return done.shredded_at
    known = await desk.ledger.load(Statement, withdrawal)
    return at if known is None else known.at
