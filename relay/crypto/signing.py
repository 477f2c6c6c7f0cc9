# SPDX-License-Identifier: EUPL-1.2
"""Statements: canonical bytes, who signed them, and the signature.

Ed25519 by libsodium's rule in both languages: of 914 published edge cases it accepts 43,
other libraries up to 208, and a signature that one twin takes and the other refuses would
split the case. Twin: ``web/src/crypto/signing.ts``. Source: RFC 8032.
"""

from dataclasses import dataclass
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from relay.crypto.canonical import MAX_STATEMENT_BYTES, decode, encode
from relay.crypto.derive import HASH_BYTES, PREFIX, same, tagged_hash
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import SIGNING_KEY_BYTES, key_id
from relay.errors import SignatureWrongError, TooLargeError, WrongShapeError

SIGNATURE_BYTES: Final = 64
_ENVELOPE_FIELDS: Final = {"body", "key", "sig"}
_ENVELOPE_EXTRA_BYTES: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What travels: the signed bytes, the signer's key id (32) and the signature (64)."""

    body: bytes
    key: bytes
    sig: bytes


def statement_hash(kind: str, body: bytes) -> bytes:
    """Return ``H(kind, body)``; the signature is not covered."""
    return tagged_hash(kind, body)


def _signed_bytes(kind: str, body: bytes) -> bytes:
    return PREFIX + b"sig/" + kind.encode("ascii") + b"\x00" + body


def sign(seed: bytes, kind: str, *, body: bytes) -> Statement:
    """Sign canonical bytes as a statement of ``kind`` with a 32-byte seed."""
    key = SigningKey(seed)
    return Statement(
        body=body,
        key=key_id(bytes(key.verify_key)),
        sig=key.sign(_signed_bytes(kind, body)).signature,
    )


def verify(statement: Statement, kind: str, *, public_key: bytes) -> None:
    """Refuse a statement that ``public_key`` did not sign as ``kind``.

    Raises:
        SignatureWrongError: another key is named, or the signature does not fit.
    """
    if not same(statement.key, key_id(public_key)):
        raise SignatureWrongError(f"this {kind} names another key")
    verify_bytes(_signed_bytes(kind, statement.body), statement.sig, public_key=public_key)


def verify_bytes(signed: bytes, sig: bytes, *, public_key: bytes) -> None:
    """Check an Ed25519 signature by libsodium's rule.

    Raises:
        SignatureWrongError: it does not fit.
    """
    if len(public_key) != SIGNING_KEY_BYTES or len(sig) != SIGNATURE_BYTES:
        raise SignatureWrongError("a key has 32 bytes and a signature 64")
    try:
        VerifyKey(public_key).verify(signed, sig)
    except BadSignatureError:
        raise SignatureWrongError("the signature does not fit") from None


def to_envelope(statement: Statement) -> dict[str, str]:
    """Return a statement's three strings, as JSON carries them."""
    return {"body": b64u(statement.body), "key": b64u(statement.key), "sig": b64u(statement.sig)}


def from_envelope(body: str, key: str, sig: str, *, max_body_bytes: int = MAX_STATEMENT_BYTES) -> Statement:
    """Read the three strings of an envelope; nothing is verified yet.

    Raises:
        NotCanonicalError: not base64url.
        WrongShapeError: a key id or signature of another length.
        TooLargeError: the body is longer than ``max_body_bytes``.
    """
    statement = Statement(
        body=unb64u(body),
        key=unb64u(key, size=HASH_BYTES),
        sig=unb64u(sig, size=SIGNATURE_BYTES),
    )
    if len(statement.body) > max_body_bytes:
        raise TooLargeError(f"{len(statement.body)} bytes, at most {max_body_bytes}")
    return statement


def encode_envelope(statement: Statement) -> bytes:
    """Return the canonical JSON envelope ``{body, key, sig}``."""
    return encode(to_envelope(statement))


def decode_envelope(raw: bytes, *, max_body_bytes: int = MAX_STATEMENT_BYTES) -> Statement:
    """Read a canonical JSON envelope; nothing is verified yet.

    Raises:
        TooLargeError, MalformedError, NotCanonicalError: as ``canonical.decode``.
        WrongShapeError: other fields, types or lengths.
    """
    value = decode(raw, max_bytes=max_body_bytes * 4 // 3 + _ENVELOPE_EXTRA_BYTES)
    if not isinstance(value, dict) or set(value) != _ENVELOPE_FIELDS:
        raise WrongShapeError("an envelope has body, key and sig")
    body, key, sig = value["body"], value["key"], value["sig"]
    if not (isinstance(body, str) and isinstance(key, str) and isinstance(sig, str)):
        raise WrongShapeError("an envelope holds strings")
    return from_envelope(body, key, sig, max_body_bytes=max_body_bytes)
