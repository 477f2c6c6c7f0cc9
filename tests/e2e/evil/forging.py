# SPDX-License-Identifier: EUPL-1.2
"""Statements changed and signed again, by anybody: what somebody who holds keys could make."""

import json
from collections.abc import Callable
from typing import Any

from relay.crypto import canonical
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, sign, statement_hash, to_envelope

Json = dict[str, Any]


def body_of(envelope: Json) -> Json:
    """Return what a statement says."""
    return json.loads(unb64u(envelope["body"]))


def kind_of(envelope: Json) -> str:
    """Return a statement's kind."""
    return body_of(envelope)["kind"]


def hash_of(envelope: Json) -> str:
    """Return a statement's hash."""
    return b64u(statement_hash(kind_of(envelope), unb64u(envelope["body"])))


def signed(body: Json, seed: bytes, *, kind: str | None = None) -> Json:
    """Return a body, whatever it says, signed by ``seed``."""
    return to_envelope(sign(seed, kind or body["kind"], body=canonical.encode(body)))


def signed_raw(raw: bytes, kind: str, seed: bytes) -> Json:
    """Return bytes that need not be canonical, signed by ``seed``."""
    return to_envelope(sign(seed, kind, body=raw))


def reworded(envelope: Json, seed: bytes, **fields: Any) -> Json:
    """Return a statement with other fields, signed by ``seed``."""
    return signed(body_of(envelope) | fields, seed)


def unsigned(envelope: Json, **fields: Any) -> Json:
    """Return a statement with other fields under its old signature."""
    return envelope | {"body": b64u(canonical.encode(body_of(envelope) | fields))}


def of_wire(statement: Statement) -> Json:
    """Return a statement as it travels."""
    return to_envelope(statement)


def find(detail: Json, kind: str) -> Json:
    """Return the last statement of a kind in a message's detail."""
    return [one for one in detail["statements"] if kind_of(one) == kind][-1]


def with_statements(detail: Json, change: Callable[[list[Json]], list[Json]]) -> Json:
    """Return a detail with other statements."""
    return detail | {"statements": change(detail["statements"])}


def without(detail: Json, kind: str) -> Json:
    """Return a detail without the statements of a kind."""
    return with_statements(detail, lambda said: [one for one in said if kind_of(one) != kind])


def in_place_of(detail: Json, kind: str, *instead: Json) -> Json:
    """Return a detail with other statements of a kind."""
    return with_statements(without(detail, kind), lambda said: [*said, *instead])


def flipped(text: str) -> str:
    """Return base64url with its first bit changed."""
    raw = bytearray(unb64u(text))
    raw[0] ^= 1
    return b64u(bytes(raw))
