# SPDX-License-Identifier: EUPL-1.2
"""A request for a range that was let in, and which other is the same but for its range.

Who asks, for what, and under which name of ours: all of that is in a request's line and its headers.
"""

from dataclasses import dataclass
from typing import Final

from aiohttp import HttpVersion11, hdrs
from aiohttp.web_request import BaseRequest

from relay.server.at_once import can_leave_at_once
from relay.server.passes import Pass

RawHeaders = tuple[tuple[bytes, bytes], ...]

_RANGE: Final = b"range"
_MOST_BYTES: Final = 8_192  # of headers: a browser sends one or two thousand, and each connection keeps them
_NEVER_AGAIN: Final = (hdrs.EXPECT, hdrs.IF_RANGE, hdrs.UPGRADE)  # these ask for more than bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request for a range that was let in, and what it was let in to.

    Attributes:
        path: as it came.
        before: its headers before its range.
        name: how it spelled ``Range``.
        after: its further headers.
        shown: the pass that it was let in by.
        blob: what it asked for.
        size: of that, in bytes.
    """

    path: str
    before: RawHeaders
    name: bytes
    after: RawHeaders
    shown: Pass
    blob: str
    size: int

    def is_repeated_by(self, request: BaseRequest) -> bool:
        """Say whether a request is this one, but for its range."""
        raw, at = request.raw_headers, len(self.before)
        return (
            len(raw) > at
            and raw[at][0] == self.name
            and raw[:at] == self.before
            and raw[at + 1 :] == self.after
            and request.raw_path == self.path
            and request.method == hdrs.METH_GET
            and request.version == HttpVersion11
        )


def what_was_asked(request: BaseRequest, *, shown: Pass, blob: str, size: int) -> Asked | None:
    """Return what was let in, if it may be asked again; None: each such request is looked at anew."""
    raw = request.raw_headers
    places = [place for place, (name, _) in enumerate(raw) if name.lower() == _RANGE]
    if len(places) != 1 or not _is_plain(request):
        return None
    at = places[0]
    return Asked(
        path=request.raw_path,
        before=raw[:at],
        name=raw[at][0],
        after=raw[at + 1 :],
        shown=shown,
        blob=blob,
        size=size,
    )


def _is_plain(request: BaseRequest) -> bool:
    """Say whether a request asks for bytes and no more, in few words."""
    return (
        can_leave_at_once(request)
        and request.method == hdrs.METH_GET
        and not request.body_exists
        and not any(name in request.headers for name in _NEVER_AGAIN)
        and sum(len(name) + len(value) for name, value in request.raw_headers) <= _MOST_BYTES
    )
