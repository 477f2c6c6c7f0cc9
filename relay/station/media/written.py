# SPDX-License-Identifier: EUPL-1.2
"""Passages and rectangles as somebody writes them: seconds or minutes, pixels or percent.

Twin in the times: ``web/src/ui/desk/station/times.ts``; both are held to ``tests/station/media/times.json``.
"""

import re
from typing import Final

from relay.errors import WrongShapeError
from relay.station.media.film import Part, Region, Span

_TIME: Final = re.compile(
    r"(?:(?P<minutes>[0-9]{1,3}):)?(?P<seconds>[0-9]{1,5})(?:[.,](?P<rest>[0-9]{1,3}))?"
)
_PIXELS: Final = re.compile(r"([0-9]{1,4}),([0-9]{1,4}),([0-9]{1,4}),([0-9]{1,4})")
_PERCENT: Final = re.compile(",".join([r"([0-9]{1,3})(?:\.([0-9]))?%"] * 4))
_MINUTE: Final = 60
_MS: Final = 1_000


def read_time(said: str) -> int:
    """Return the milliseconds of ``1:02.5``, or of ``62.5``.

    Raises:
        WrongShapeError: it is no time.
    """
    found = _TIME.fullmatch(said.strip())
    if found is None:
        raise WrongShapeError(f"{said!r} is not of the form 1:02.5 or 62.5")
    minutes, seconds = found["minutes"], int(found["seconds"])
    if minutes is not None and seconds >= _MINUTE:
        raise WrongShapeError(f"{said!r} has more than 59 seconds")
    return (int(minutes or 0) * _MINUTE + seconds) * _MS + int((found["rest"] or "").ljust(3, "0"))


def read_span(said: str) -> Span:
    """Return the passage of ``0:05-0:12``, or of ``5-12``.

    Raises:
        WrongShapeError: it is none.
    """
    start, found, end = said.partition("-")
    if not found:
        raise WrongShapeError(f"{said!r} is not of the form 0:05-0:12 or 5-12")
    return Span(start_ms=read_time(start), end_ms=read_time(end))


def read_region(said: str) -> Region | Part:
    """Return the rectangle of ``10,20,200,100`` (pixels) or ``10%,20%,30%,12.5%``; after an ``@``, its span.

    Raises:
        RegionOutsideError: percents that reach over an edge.
        WrongShapeError: it is none.
    """
    place, found, when = said.partition("@")
    span = read_span(when) if found else None
    if pixels := _PIXELS.fullmatch(place):
        x, y, width, height = map(int, pixels.groups())
        return Region(x=x, y=y, width=width, height=height, span=span)
    if percent := _PERCENT.fullmatch(place):
        whole, tenths = percent.groups()[::2], percent.groups("0")[1::2]
        left, top, width, height = (int(one + tenth) for one, tenth in zip(whole, tenths, strict=True))
        return Part(left=left, top=top, width=width, height=height, span=span)
    raise WrongShapeError(
        f"{said!r} is not of the form 10,20,200,100 or 10%,20%,30%,40%, or either with @0:05-0:12"
    )
