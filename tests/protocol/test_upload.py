# SPDX-License-Identifier: EUPL-1.2
"""tus 1.0, header by header, without a socket."""

import base64
import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.errors import (
    ChecksumWrongError,
    MalformedError,
    OffsetWrongError,
    RelayError,
    TooLargeError,
    UnsupportedError,
    UploadGoneError,
)
from relay.protocol.paths import PATHS, parse_path, write_path
from relay.protocol.upload import (
    MEDIA_TYPE,
    OTHER_VERSION,
    Answer,
    Append,
    Checksum,
    Create,
    Progress,
    Terminate,
    appended,
    check_checksum,
    created,
    decide,
    http_date,
    read_metadata,
)

NOW = 1_800_000_000
UPLOAD = Progress(length=100, offset=40, expires_at=NOW + 60)
TUS = {"tus-resumable": "1.0.0"}
PATCH = {**TUS, "content-type": MEDIA_TYPE, "upload-offset": "40", "content-length": "10"}


def asked(method: str, headers: dict[str, str], upload: Progress | None = UPLOAD) -> Any:
    """Judge a request now, uploads of at most 1,000 bytes."""
    return decide(method, headers, upload=upload, now=NOW, max_bytes=1_000)


def test_options_tell_what_is_spoken() -> None:
    """Without any header, as tus asks."""
    answer = asked("OPTIONS", {}, None)
    assert answer.status == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Max-Size"] == "1000"
    assert set(answer.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "termination",
        "checksum",
        "expiration",
    }


@pytest.mark.parametrize("method", ["POST", "HEAD", "PATCH", "DELETE"])
@pytest.mark.parametrize("version", [{}, {"tus-resumable": "0.2.2"}])
def test_p24_another_version_of_tus_is_refused(method: str, version: dict[str, str]) -> None:
    """With 412 and the version that is spoken."""
    assert asked(method, {**PATCH, **version} if version else {}) == OTHER_VERSION
    assert OTHER_VERSION.status == 412


def test_a_creation_names_length_and_metadata() -> None:
    """Metadata is base64 by name."""
    metadata = f"message {base64.b64encode(b'abc').decode()},part MA=="
    found = asked("POST", {**TUS, "upload-length": "100", "upload-metadata": metadata}, None)
    assert found == Create(length=100, metadata={"message": "abc", "part": "0"}, body_bytes=0, checksum=None)


def test_a_creation_may_bring_bytes() -> None:
    """creation-with-upload: the same media type as a PATCH."""
    headers = {**TUS, "upload-length": "100", "content-length": "7", "content-type": MEDIA_TYPE}
    assert asked("POST", headers, None).body_bytes == 7
    with pytest.raises(UnsupportedError):
        asked("POST", {**headers, "content-type": "text/plain"}, None)
    with pytest.raises(TooLargeError):
        asked("POST", {**headers, "content-length": "101"}, None)


@pytest.mark.parametrize(
    ("headers", "refusal"),
    [
        ({}, MalformedError),
        ({"upload-length": "-1"}, MalformedError),
        ({"upload-length": "1e3"}, MalformedError),
        ({"upload-length": "007"}, MalformedError),
        ({"upload-length": "٣"}, MalformedError),
        ({"upload-length": "1001"}, TooLargeError),
        ({"upload-length": "9" * 400}, MalformedError),
        ({"upload-defer-length": "1"}, UnsupportedError),
        ({"upload-length": "1", "upload-metadata": "a b c"}, MalformedError),
        ({"upload-length": "1", "upload-metadata": "a YQ==,a YQ=="}, MalformedError),
        ({"upload-length": "1", "upload-metadata": "a /w=="}, MalformedError),
        ({"upload-length": "1", "upload-metadata": "a " + "A" * 5_000}, TooLargeError),
    ],
)
def test_a_wrong_creation_is_refused(headers: dict[str, str], refusal: type[RelayError]) -> None:
    """Each with its own code."""
    with pytest.raises(refusal):
        asked("POST", {**TUS, **headers}, None)


def test_a_patch_continues_at_the_durable_offset_only() -> None:
    """Anything else would leave a hole, or write bytes twice."""
    assert asked("PATCH", PATCH) == Append(offset=40, room=60, checksum=None)
    for offset in ("39", "41", "0"):
        with pytest.raises(OffsetWrongError):
            asked("PATCH", {**PATCH, "upload-offset": offset})


@pytest.mark.parametrize(
    ("headers", "refusal"),
    [
        ({"content-type": "application/octet-stream"}, UnsupportedError),
        ({"upload-offset": ""}, MalformedError),
        ({"content-length": "61"}, TooLargeError),
        ({"content-length": "x"}, MalformedError),
        ({"upload-checksum": "md5 YQ=="}, UnsupportedError),
        ({"upload-checksum": "sha1 YQ=="}, MalformedError),
        ({"upload-checksum": "sha256 %%%"}, MalformedError),
    ],
)
def test_a_wrong_patch_is_refused(headers: dict[str, str], refusal: type[RelayError]) -> None:
    """Before a byte is read."""
    with pytest.raises(refusal):
        asked("PATCH", {**PATCH, **headers})


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
def test_an_expired_or_unknown_upload_is_gone(method: str) -> None:
    """At its last second it is over."""
    with pytest.raises(UploadGoneError):
        asked(method, PATCH, None)
    with pytest.raises(UploadGoneError):
        decide(method, PATCH, upload=UPLOAD, now=UPLOAD.expires_at, max_bytes=1_000)


def test_head_reports_and_delete_ends() -> None:
    """HEAD is never cached."""
    answer = asked("HEAD", TUS)
    assert answer.headers["Upload-Offset"] == "40"
    assert answer.headers["Upload-Length"] == "100"
    assert answer.headers["Cache-Control"] == "no-store"
    assert asked("DELETE", TUS) == Terminate()


def test_a_post_may_stand_for_another_method() -> None:
    """For networks that let nothing else through."""
    override = {**PATCH, "x-http-method-override": "PATCH"}
    assert asked("POST", override) == Append(offset=40, room=60, checksum=None)
    with pytest.raises(UnsupportedError):
        asked("POST", {**TUS, "x-http-method-override": "GET"})
    with pytest.raises(UnsupportedError):
        asked("PUT", TUS)


@given(st.binary(max_size=40), st.binary(max_size=40), st.sampled_from(["sha1", "sha256"]))
def test_a_checksum_is_of_the_bytes_of_one_request(content: bytes, other: bytes, algorithm: str) -> None:
    """Other bytes are refused, and none of them kept."""
    checksum = Checksum(algorithm=algorithm, digest=hashlib.new(algorithm, content).digest())
    check_checksum(checksum, content)
    check_checksum(None, other)
    if content != other:
        with pytest.raises(ChecksumWrongError):
            check_checksum(checksum, other)


def test_answers_name_offset_and_end() -> None:
    """The acknowledged offset is the durable one."""
    assert created("/v1/uploads/x", UPLOAD).status == 201
    assert created("/v1/uploads/x", UPLOAD).headers["Location"] == "/v1/uploads/x"
    assert appended(UPLOAD) == Answer(
        status=204,
        headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "40", "Upload-Expires": http_date(NOW + 60)},
    )
    assert http_date(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT"


HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "tus-resumable",
            "upload-length",
            "upload-offset",
            "content-length",
            "content-type",
            "upload-checksum",
            "upload-metadata",
            "x-http-method-override",
            "transfer-encoding",
        ]
    ),
    st.text(max_size=12) | st.sampled_from(["1.0.0", MEDIA_TYPE, "40", "10", "sha1 YQ==", "PATCH", "a YQ=="]),
)


@given(st.sampled_from(["GET", "POST", "HEAD", "PATCH", "DELETE", "OPTIONS", "x"]), HEADERS, st.booleans())
def test_p23_any_headers_are_judged_or_refused(method: str, headers: dict[str, str], known: bool) -> None:  # noqa: FBT001
    """No header makes a traceback."""
    try:
        asked(method, headers, UPLOAD if known else None)
    except RelayError:
        return


@given(st.text(max_size=60))
def test_p23_any_metadata_is_read_or_refused(value: str) -> None:
    """However it is written."""
    try:
        found = read_metadata(value)
    except RelayError:
        return
    assert all(text.isascii() for text in found.values())


ARGUMENTS = {
    "message": "A" * 22,
    "lookup": "A" * 22,
    "case": "A" * 22,
    "upload": "A" * 22,
    "part": "7",
    "record": "A" * 22,
}


@pytest.mark.parametrize("name", PATHS)
def test_every_path_is_read_back(name: str) -> None:
    """Written from its arguments and read into them."""
    needed = {field: value for field, value in ARGUMENTS.items() if f"{{{field}}}" in PATHS[name]}
    assert parse_path(write_path(name, **needed)) == (name, needed)


@given(st.text(max_size=30) | st.sampled_from(["..", "%2e%2e", "A" * 21 + "B", "A" * 22 + "/x", "A" * 21]))
def test_p23_no_path_names_anything_but_an_id(text: str) -> None:
    """Dots, slashes and stray bits are no ids."""
    try:
        name, arguments = parse_path(f"/v1/messages/{text}")
    except RelayError:
        return
    assert name == "message"
    assert len(arguments["message"]) == 22
