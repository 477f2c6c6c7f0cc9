# SPDX-License-Identifier: EUPL-1.2
"""The one table from a refusal's code to an HTTP status.

A status is for machines between us and the client; people are shown the code, in
their language. Every code of ``errors.all_codes()`` stands here, and a test says so.
"""

from collections.abc import Mapping
from typing import Final

STATUSES: Final[Mapping[str, int]] = {
    # bytes and statements
    "malformed": 400,
    "not-canonical": 400,
    "wrong-shape": 400,
    "too-large": 413,
    "unknown-suite": 400,
    "wrong-context": 400,
    # sealing
    "signature-wrong": 403,
    "signer-not-allowed": 403,
    "commitment-wrong": 422,
    "seal-broken": 422,
    "wrap-broken": 422,
    "size-wrong": 422,
    "tree-wrong": 422,
    "key-destroyed": 410,
    # trust
    "root-wrong": 409,
    "rollback": 409,
    "fork": 409,
    "expired": 409,
    "not-vouched": 409,
    "revoked": 403,
    "policy-mismatch": 409,
    "certificate-wrong": 409,
    "own-entry-wrong": 409,
    # the two gates
    "not-addressed": 403,
    "not-approved": 409,
    "not-ready": 409,
    "not-released": 409,
    "not-confirmed": 409,
    "grant-over": 403,
    "withdrawn": 410,
    # words
    "hidden-text": 422,
    "not-normal": 422,
    # codes and passphrases
    "code-wrong": 400,
    "words-wrong": 400,
    "too-weak": 400,
    "ticket-wrong": 404,
    "ticket-used": 409,
    "ticket-expired": 410,
    # access
    "sign-in-failed": 401,
    "session-expired": 401,
    "forbidden": 403,
    "not-found": 404,
    "too-many-tries": 429,
    "clock-off": 409,
    # state
    "not-allowed": 409,
    "stale-version": 409,
    "old-number": 409,
    "exists": 409,
    "gate-shut": 409,
    "consent-missing": 409,
    "no-contact": 409,
    "assessment-due": 409,
    "overlap": 409,
    "pace": 409,
    "cooling-off": 409,
    "claimed": 409,
    "undo-open": 409,
    # uploads and limits
    "offset-wrong": 409,
    "checksum-wrong": 460,  # tus 1.0, extension "checksum"
    "upload-gone": 410,
    "upload-incomplete": 409,
    "unsupported": 415,
    "quota": 413,
    "storage-full": 507,
    "too-slow": 408,
    "too-busy": 503,
    "directory-stale": 409,
    "internal": 500,
}

# What aiohttp's router and parser say no with, in our words.
CODES: Final[Mapping[int, str]] = {
    400: "malformed",
    404: "not-found",
    405: "unsupported",
    408: "too-slow",
    413: "too-large",
    414: "too-large",
    415: "unsupported",
    417: "unsupported",
    431: "too-large",
    503: "too-busy",
}


def status_of(code: str) -> int:
    """Return the HTTP status of a code; an unknown one is a bug of ours, so 500."""
    return STATUSES.get(code, 500)


def code_of(status: int) -> str:
    """Return the code for a status that did not come from a ``RelayError``."""
    return CODES.get(status, "malformed" if 400 <= status < 500 else "internal")  # noqa: PLR2004
