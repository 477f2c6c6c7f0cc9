# SPDX-License-Identifier: EUPL-1.2
"""Which bytes of how many a request asks for, and how an answer says so (RFC 9110, 14)."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

HEADERS: Final[Mapping[str, str]] = {"Content-Type": "application/octet-stream", "Accept-Ranges": "bytes"}
"""Of every answer that is ciphertext."""
_RANGE: Final = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


class Span(NamedTuple):
    """Which bytes of how many: ``start`` up to and without ``end``."""

    start: int
    end: int
    size: int
    partial: bool

    @property
    def length(self) -> int:
        """How many bytes."""
        return self.end - self.start

    @property
    def status(self) -> int:
        """206 for a part, 200 for all of it."""
        return 206 if self.partial else 200


def read_range(header: str | None, *, size: int) -> Span | None:
    """Read a ``Range`` header against a size.

    Returns:
        The span; all of it where nothing was asked. None: cannot be satisfied.
    """
    if header is None:
        return Span(start=0, end=size, size=size, partial=False)
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked.group(1) == asked.group(2) == "":
        return None
    first, last = asked.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
    if start >= end:
        return None
    return Span(start=start, end=end, size=size, partial=True)


def content_range(span: Span) -> str:
    """Return the ``Content-Range`` of a part."""
    return f"bytes {span.start}-{span.end - 1}/{span.size}"


def headers_of(span: Span) -> dict[str, str]:
    """Return the headers that say what a span of ciphertext is."""
    return {**HEADERS, "Content-Range": content_range(span)} if span.partial else {**HEADERS}
