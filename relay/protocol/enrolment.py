# SPDX-License-Identifier: EUPL-1.2
"""What the two MACs of an enrolment cover, byte for byte.

Twin: ``web/src/protocol/enrolment.ts``. Source: protocol.md section 3.
"""

from dataclasses import dataclass
from typing import Final

from relay.crypto.canonical import decode, encode
from relay.crypto.derive import SUITE
from relay.errors import UnknownSuiteError, WrongShapeError
from relay.protocol.shape import (
    as_json,
    hashed,
    ident,
    kem_key,
    list_of,
    one_of,
    optional,
    public_key,
    read_fields,
    record_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginKey:
    """A way of unlocking and its login public key."""

    type: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentRequest:
    """The newcomer's keys; case and participant are null for a mediator."""

    programme: str
    case: str | None
    participant: str | None
    identity: str
    kem: str
    logins: tuple[LoginKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentAnswer:
    """What the mediator vouches for; ``policy`` is null for a mediator."""

    certificate: str
    directory: str
    mac1: str
    policy: str | None
    root: str


_REQUEST: Final = {
    "programme": ident,
    "case": optional(ident),
    "participant": optional(ident),
    "identity": public_key,
    "kem": kem_key,
    "logins": list_of(
        record_of(LoginKey, {"type": one_of("passphrase", "kit", "link"), "key": public_key}),
        least=1,
        rising=lambda login: login.type,
    ),
}
_ANSWER: Final = {
    "certificate": hashed,
    "directory": hashed,
    "mac1": hashed,
    "policy": optional(hashed),
    "root": hashed,
}


def build_request(request: EnrolmentRequest) -> bytes:
    """Return the canonical bytes that MAC1 covers, after reading them back."""
    fields = as_json(request)
    assert isinstance(fields, dict)  # noqa: S101 - a record becomes an object
    body = encode(fields | {"suite": SUITE})
    parse_request(body)
    return body


def parse_request(body: bytes) -> EnrolmentRequest:
    """Read an enrolment request.

    Raises:
        TooLargeError, MalformedError, NotCanonicalError: as ``canonical.decode``.
        UnknownSuiteError: another suite.
        WrongShapeError: other fields, types or lengths; case without participant.
    """
    value = decode(body)
    if not isinstance(value, dict):
        raise WrongShapeError("a request is an object")
    suite = value.get("suite")
    if isinstance(suite, bool) or suite != SUITE:
        raise UnknownSuiteError("a request of another suite")
    content = {name: item for name, item in value.items() if name != "suite"}
    request = EnrolmentRequest(**read_fields(content, _REQUEST))
    if (request.case is None) != (request.participant is None):
        raise WrongShapeError("case and participant, both or none")
    return request


def build_answer(answer: EnrolmentAnswer) -> bytes:
    """Return the canonical bytes that MAC2 covers, after reading them back."""
    body = encode(as_json(answer))
    parse_answer(body)
    return body


def parse_answer(body: bytes) -> EnrolmentAnswer:
    """Read an enrolment answer; raises as ``canonical.decode`` and ``shape.read_fields``."""
    return EnrolmentAnswer(**read_fields(decode(body), _ANSWER))
