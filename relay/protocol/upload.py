# SPDX-License-Identifier: EUPL-1.2
"""tus 1.0 without a socket: headers in, what to do and what to answer out.

Core, creation, creation-with-upload, termination, checksum and expiration. ``decide``
judges a request against what is durable and returns either an ``Answer`` to send as it is,
or what the caller must make durable before it sends ``created``, ``appended`` or
``TERMINATED``. An acknowledged offset is a promise; so the caller's fsync comes first.
Source: the tus resumable upload protocol, version 1.0.0.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from relay.crypto.derive import same
from relay.errors import (
    ChecksumWrongError,
    MalformedError,
    OffsetWrongError,
    TooLargeError,
    UnsupportedError,
    UploadGoneError,
)

TUS_VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,termination,checksum,expiration"
ALGORITHMS: Final = {"sha1": 20, "sha256": 32}
MEDIA_TYPE: Final = "application/offset+octet-stream"
MAX_METADATA: Final = 4_096
_COUNT: Final = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)
_PAIR: Final = re.compile(r"([!-+\--~]+)(?: ([A-Za-z0-9+/]+={0,2}))?", re.ASCII)
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is durable of an upload: bytes promised, bytes kept, and when it ends (seconds)."""

    length: int
    offset: int
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checksum:
    """The digest that a request claims for its own bytes."""

    algorithm: str
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Create:
    """Begin an upload; ``body_bytes`` is more than 0, or None if unknown, for creation-with-upload."""

    length: int
    metadata: Mapping[str, str]
    body_bytes: int | None
    checksum: Checksum | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Append:
    """Append at most ``room`` bytes at ``offset``, all or none if there is a checksum."""

    offset: int
    room: int
    checksum: Checksum | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminate:
    """Forget the upload and its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A status and the headers that tus asks for."""

    status: int
    headers: Mapping[str, str]


_VERSIONED: Final = {"Tus-Resumable": TUS_VERSION}
TERMINATED: Final = Answer(status=204, headers=_VERSIONED)
OTHER_VERSION: Final = Answer(status=412, headers={"Tus-Version": TUS_VERSION})


def describe(*, max_bytes: int) -> Answer:
    """Answer OPTIONS."""
    return Answer(
        status=204,
        headers=_VERSIONED
        | {
            "Tus-Version": TUS_VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Max-Size": str(max_bytes),
            "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
        },
    )


def decide(
    method: str, headers: Mapping[str, str], *, upload: Progress | None, now: int, max_bytes: int
) -> Create | Append | Terminate | Answer:
    """Judge one request.

    Args:
        method: as received; a POST may name another in ``X-HTTP-Method-Override``.
        headers: names in lower case.
        upload: what is durable of the upload that the URL names; None at the collection.
        now: seconds since 1970.
        max_bytes: the longest upload.

    Raises:
        MalformedError: a header is missing or unreadable.
        UnsupportedError: a method, media type or algorithm that is not spoken.
        UploadGoneError: no such upload, or it has expired.
        OffsetWrongError: another offset than the durable one.
        TooLargeError: more than promised, or than allowed.
    """
    meant = headers.get("x-http-method-override", method) if method == "POST" else method
    if meant == "OPTIONS":
        return describe(max_bytes=max_bytes)
    if headers.get("tus-resumable") != TUS_VERSION:
        return OTHER_VERSION
    if meant == "POST" and upload is None:
        return _creation(headers, max_bytes=max_bytes)
    if meant not in {"HEAD", "PATCH", "DELETE"}:
        raise UnsupportedError(f"no {meant} here")
    if upload is None or upload.expires_at <= now:
        raise UploadGoneError("no such upload")
    if meant == "HEAD":
        return reported(upload)
    return Terminate() if meant == "DELETE" else _append(headers, upload)


def _creation(headers: Mapping[str, str], *, max_bytes: int) -> Create:
    if "upload-defer-length" in headers:
        raise UnsupportedError("the length must be known")
    length = _count(headers, "upload-length")
    if length > max_bytes:
        raise TooLargeError(f"{length} bytes, at most {max_bytes}")
    metadata = read_metadata(headers.get("upload-metadata", ""))
    body = _body_bytes(headers)
    if body != 0:
        _check_media_type(headers)
    if body is not None and body > length:
        raise TooLargeError("more bytes than the upload has")
    return Create(length=length, metadata=metadata, body_bytes=body, checksum=_checksum(headers))


def _append(headers: Mapping[str, str], upload: Progress) -> Append:
    _check_media_type(headers)
    offset = _count(headers, "upload-offset")
    checksum = _checksum(headers)
    if offset != upload.offset:
        raise OffsetWrongError(f"at {offset}, kept {upload.offset}")
    room = upload.length - upload.offset
    body = _body_bytes(headers)
    if body is not None and body > room:
        raise TooLargeError("more bytes than the upload has")
    return Append(offset=offset, room=room, checksum=checksum)


def _count(headers: Mapping[str, str], name: str) -> int:
    value = headers.get(name, "")
    if _COUNT.fullmatch(value) is None:
        raise MalformedError(f"{name} is not a count")
    return int(value)


def _body_bytes(headers: Mapping[str, str]) -> int | None:
    """Return how many bytes the request brings, or None if it will not say before."""
    if "content-length" in headers:
        return _count(headers, "content-length")
    return None if "transfer-encoding" in headers else 0


def _check_media_type(headers: Mapping[str, str]) -> None:
    if headers.get("content-type") != MEDIA_TYPE:
        raise UnsupportedError(f"bytes come as {MEDIA_TYPE}")


def _checksum(headers: Mapping[str, str]) -> Checksum | None:
    value = headers.get("upload-checksum")
    if value is None:
        return None
    algorithm, _, encoded = value.partition(" ")
    if algorithm not in ALGORITHMS:
        raise UnsupportedError("an unknown checksum algorithm")
    digest = _base64(encoded)
    if len(digest) != ALGORITHMS[algorithm]:
        raise MalformedError("a checksum of another length")
    return Checksum(algorithm=algorithm, digest=digest)


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise MalformedError("not base64") from None


def read_metadata(value: str) -> Mapping[str, str]:
    """Read ``Upload-Metadata``: comma separated names, each with a base64 value or none.

    Raises:
        MalformedError: unreadable, a name twice, or values that are not ASCII.
        TooLargeError: longer than 4,096 characters.
    """
    if len(value) > MAX_METADATA:
        raise TooLargeError("Upload-Metadata is too long")
    found: dict[str, str] = {}
    for pair in value.split(",") if value else ():
        match = _PAIR.fullmatch(pair.strip(" "))
        if match is None or match[1] in found:
            raise MalformedError("Upload-Metadata cannot be read")
        try:
            found[match[1]] = _base64(match[2] or "").decode("ascii")
        except UnicodeDecodeError:
            raise MalformedError("Upload-Metadata is not ASCII") from None
    return found


def check_checksum(checksum: Checksum | None, content: bytes) -> None:
    """Refuse the bytes of one request that are not what it claims.

    Raises:
        ChecksumWrongError: another digest; nothing of it may be kept.
    """
    # SHA-1 is tus's own default against line noise; what holds the bytes is the manifest.
    if checksum is not None and not same(
        hashlib.new(checksum.algorithm, content, usedforsecurity=False).digest(), checksum.digest
    ):
        raise ChecksumWrongError("the bytes do not match their checksum")


def created(location: str, upload: Progress) -> Answer:
    """Answer a creation, once it and any bytes that came along are durable."""
    return Answer(
        status=201,
        headers=_VERSIONED
        | {
            "Location": location,
            "Upload-Offset": str(upload.offset),
            "Upload-Expires": http_date(upload.expires_at),
        },
    )


def appended(upload: Progress) -> Answer:
    """Answer a PATCH, once ``upload.offset`` is durable."""
    return Answer(
        status=204,
        headers=_VERSIONED
        | {"Upload-Offset": str(upload.offset), "Upload-Expires": http_date(upload.expires_at)},
    )


def reported(upload: Progress) -> Answer:
    """Answer a HEAD."""
    return Answer(
        status=200,
        headers=_VERSIONED
        | {
            "Upload-Offset": str(upload.offset),
            "Upload-Length": str(upload.length),
            "Upload-Expires": http_date(upload.expires_at),
            "Cache-Control": "no-store",
        },
    )


def http_date(seconds: int) -> str:
    """Write seconds since 1970 as RFC 9110 wants dates, in no locale."""
    at = datetime.fromtimestamp(seconds, UTC)
    day = f"{_DAYS[at.weekday()]}, {at.day:02} {_MONTHS[at.month - 1]} {at.year:04}"
    return f"{day} {at:%H:%M:%S} GMT"
